"""The command line. Each subcommand is a module of this room, imported when it is asked for."""

from __future__ import annotations

import gc
import os
import sys
import warnings
from collections.abc import Sequence
from typing import NoReturn

import click

from jxprint import __version__
from jxprint.cli.session import Session, session_of
from jxprint.cli.spoken import RoomGroup
from jxprint.cli.streams import finish, refuse_output, speak_utf8
from jxprint.errors import JxprintError, OutputError
from jxprint.interrupts import exit_code, heed_endings

# Subcommand: its module and its line in the list of commands.
ROOMS = {
    "build": ("jxprint.cli.build", "command.list.build"),
    "archive": ("jxprint.cli.archive", "command.list.archive"),
    "check": ("jxprint.cli.check", "command.list.check"),
    "preflight": ("jxprint.cli.preflight", "command.list.preflight"),
    "render": ("jxprint.cli.render", "command.list.render"),
    "fit": ("jxprint.cli.fit", "command.list.fit"),
    "diff": ("jxprint.cli.diff", "command.list.diff"),
    "golden": ("jxprint.cli.golden", "command.list.golden"),
    "show": ("jxprint.cli.show", "command.list.show"),
    "fmt": ("jxprint.cli.fmt", "command.list.fmt"),
    "lint": ("jxprint.cli.lint", "command.list.lint"),
    "makeup": ("jxprint.cli.makeup", "command.list.makeup"),
    "fonts": ("jxprint.cli.fonts", "command.list.fonts"),
    "reconstruct": ("jxprint.cli.reconstruct", "command.list.reconstruct"),
    "import": ("jxprint.cli.importing", "command.list.import"),
    "export": ("jxprint.cli.exporting", "command.list.export"),
    "new": ("jxprint.cli.new", "command.list.new"),
    "completion": ("jxprint.cli.completion", "command.list.completion"),
}

# Beside the codes of jxprint.errors and jxprint.interrupts: that of the shell for a reader that went away, and
# EX_SOFTWARE of sysexits for a defect of our own.
READER_GONE = 141
DEFECT = 70


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    # A command ends with its process and makes next to no cycles: looking for them takes a tenth of its time.
    gc.disable()
    given = list(sys.argv[1:] if arguments is None else arguments)
    speak_utf8()
    session = session_of(given, os.environ)
    group = RoomGroup(session.language, ROOMS, __version__)
    try:
        if instruction := os.environ.get("_JXPRINT_COMPLETE"):
            return _complete(group, instruction, session)
        return _run(group, given, session)
    except BrokenPipeError:
        return READER_GONE
    except KeyboardInterrupt:
        return exit_code()
    finally:
        finish()


def command() -> NoReturn:
    """The process: run the command of `sys.argv` and end with its exit code.

    Python would give back every object of a page one by one before it ends, a seventh of a cold start; the system
    takes them all at once. Nothing is left to do by then: files are closed and renamed, streams flushed.
    """
    if not sys.warnoptions:
        # What libraries warn of (Pillow of damaged EXIF) they say in English, with a line of their own source.
        warnings.simplefilter("ignore")
    heed_endings()
    os._exit(main())


def _complete(group: RoomGroup, instruction: str, session: Session) -> int:
    """What a shell asks for at each Tab, and at its start."""
    from click.shell_completion import shell_complete

    try:
        code = shell_complete(group, {}, "jxprint", "_JXPRINT_COMPLETE", instruction)
        if sys.stdout is not None:
            sys.stdout.flush()
    except OSError as error:  # click writes by itself and knows nothing of streams that take no more
        try:
            refuse_output(error)
        except OutputError as refusal:
            return _refuse(session, refusal)
    return code


def _run(group: RoomGroup, arguments: list[str], session: Session) -> int:
    try:
        with group.make_context("jxprint", arguments, obj=session) as context:
            group.invoke(context)
    except click.exceptions.Exit as done:
        return done.exit_code
    except click.ClickException as refusal:
        from jxprint.cli.complaints import usage_error

        return _refuse(session, usage_error(refusal, tuple(ROOMS)))
    except JxprintError as error:
        return _refuse(session, error)
    except BrokenPipeError:
        raise
    except Exception as defect:  # the last resort: a person is told in their words, and nothing is hidden from --debug
        if session.debug:
            raise
        return _confess(session, defect)
    return 0


def _refuse(session: Session, error: JxprintError) -> int:
    from jxprint.cli.answers import tell, tell_error

    try:
        tell_error(session, error)
    except OutputError as lost:  # machines get nothing; perhaps a person is there
        tell(session, [*error.findings, *lost.findings])
    return error.exit_code


def _confess(session: Session, defect: Exception) -> int:
    from jxprint.cli.answers import tell
    from jxprint.errors import Finding

    told = f"{type(defect).__name__}: {defect}"
    tell(session, [Finding("command.defect", args={"defect": told, "version": __version__})])
    return DEFECT
