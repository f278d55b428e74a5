"""`jxprint new`: a small page that builds at once."""

from __future__ import annotations

import os
import shlex
from pathlib import Path

import click

from jxprint.cli.answers import answer
from jxprint.cli.session import Session
from jxprint.cli.spoken import SpokenCommand
from jxprint.messages import text

# Characters that mean something to a shell.
_OF_SHELLS = frozenset("\"'`$&|;<>(){}[]*?!#~\\") - {os.sep}


def command(language: str) -> click.Command:
    """The subcommand in one language."""
    return SpokenCommand(
        "new",
        language,
        "command.help.new",
        run,
        [click.Argument(["folder"], metavar="DIR", type=click.Path(path_type=Path))],
    )


def run(session: Session, folder: Path) -> None:
    """Write the page, and say what to type next."""
    from jxprint.description.new import write_new_page
    from jxprint.intake.kinds import settled

    write_new_page(folder)
    told = {"folder": folder, "typed": _typed(str(folder)), "file": _typed(f"{settled(folder).name}.pdf")}
    answer(text("command.new_written", session.language, **told))


def _typed(word: str) -> str:
    """A name as every shell takes it, blanks and all. It is no option, and nothing in it is a command of the shell's:
    what stands in double quotes may still be one, and what stands in single ones is none but on Windows.
    """
    word = f".{os.sep}{word}" if word.startswith("-") else word
    if os.name != "nt" and any(char in word for char in _OF_SHELLS):
        return shlex.quote(word)
    return f'"{word}"' if any(char.isspace() or char in _OF_SHELLS for char in word) else word
