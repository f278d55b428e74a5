"""The command line. Each subcommand is a module of this room, imported when it is asked for."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper

import click

from jxprint import __version__
from jxprint.cli.session import Session, session_of
from jxprint.cli.spoken import RoomGroup
from jxprint.errors import JxprintError

# Subcommand: its module and its line in the list of commands.
ROOMS = {
    "build": ("jxprint.cli.build", "command.list.build"),
    "check": ("jxprint.cli.check", "command.list.check"),
    "render": ("jxprint.cli.render", "command.list.render"),
    "show": ("jxprint.cli.show", "command.list.show"),
    "fmt": ("jxprint.cli.fmt", "command.list.fmt"),
    "lint": ("jxprint.cli.lint", "command.list.lint"),
    "fonts": ("jxprint.cli.fonts", "command.list.fonts"),
    "new": ("jxprint.cli.new", "command.list.new"),
    "completion": ("jxprint.cli.completion", "command.list.completion"),
}

# Beside the codes of jxprint.errors: those of the shell for an interrupt and for a reader that went away, and
# sysexits' EX_SOFTWARE for a defect of our own.
INTERRUPTED = 130
READER_GONE = 141
DEFECT = 70


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    # A command ends with its process and makes next to no cycles: looking for them takes a tenth of its time.
    gc.disable()
    given = list(sys.argv[1:] if arguments is None else arguments)
    _speak_utf8()
    session = session_of(given, os.environ)
    group = RoomGroup(session.language, ROOMS, __version__)
    if instruction := os.environ.get("_JXPRINT_COMPLETE"):
        from click.shell_completion import shell_complete

        return shell_complete(group, {}, "jxprint", "_JXPRINT_COMPLETE", instruction)
    try:
        code = _run(group, given, session)
        sys.stdout.flush()
    except BrokenPipeError:
        # Python flushes once more at its end; into nothing, so that it does not complain.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return READER_GONE
    except KeyboardInterrupt:
        return INTERRUPTED
    return code


def _speak_utf8() -> None:
    """Files and pipes get UTF-8 whatever the locale, for a page's characters fit into nothing smaller; a terminal
    keeps its own encoding, and what that lacks is shown by its number.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            if stream.isatty():
                stream.reconfigure(errors="backslashreplace")
            else:
                stream.reconfigure(encoding="utf-8")


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
    from jxprint.cli.answers import tell_error

    tell_error(session, error)
    return error.exit_code


def _confess(session: Session, defect: Exception) -> int:
    from jxprint.cli.answers import tell
    from jxprint.errors import Finding

    told = f"{type(defect).__name__}: {defect}"
    tell(session, [Finding("command.defect", args={"defect": told, "version": __version__})])
    return DEFECT
