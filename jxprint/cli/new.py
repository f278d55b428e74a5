"""`jxprint new`: a small page that builds at once."""

from __future__ import annotations

from pathlib import Path

import click

from jxprint.cli.answers import answer
from jxprint.cli.session import Session
from jxprint.cli.spoken import SpokenCommand
from jxprint.messages import text


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
    """A name as every shell takes it, blanks and all."""
    return f'"{word}"' if any(char.isspace() for char in word) else word
