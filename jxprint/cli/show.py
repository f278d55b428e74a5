"""`jxprint show`: the placed page as text, or the figures of its typography."""

from __future__ import annotations

from pathlib import Path

import click

from jxprint.cli.answers import Progress, answer, answer_json, tell
from jxprint.cli.session import Session
from jxprint.cli.spoken import SpokenCommand, json_option
from jxprint.messages import text


def command(language: str) -> click.Command:
    """The subcommand in one language."""
    return SpokenCommand(
        "show",
        language,
        "command.help.show",
        run,
        [
            click.Argument(["folder"], metavar="DIR", type=click.Path(path_type=Path)),
            click.Option(["--typography"], is_flag=True, help=text("command.help.show_typography", language)),
            json_option(language),
        ],
    )


def run(session: Session, folder: Path, typography: bool) -> None:
    """Compose the page and print what was decided."""
    from jxprint.composition import compose
    from jxprint.description import read_page_with_notes
    from jxprint.fonts import open_library

    with Progress() as progress:
        progress.step(text("command.doing.compose", session.language, number=1, of=1))
        page, notes = read_page_with_notes(folder)
        placed = compose(page, open_library(page.style.fonts, base=folder))
    tell(session, notes)
    if typography:
        from jxprint.placed.figures import typography as measure

        figures = measure(placed).as_dict()
        if session.json:
            answer_json(figures)
            return
        widest = max(len(name) for name in figures)
        for name, value in figures.items():
            answer(f"{name:<{widest}}  {f'{value:.4f}' if isinstance(value, float) else value}")
    elif session.json:
        from msgspec import to_builtins

        answer_json(to_builtins(placed, enc_hook=str))
    else:
        from jxprint.writers.dump import dump

        answer(dump(placed).rstrip("\n"))
