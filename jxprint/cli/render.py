"""`jxprint render`: a page of a PDF as a picture."""

from __future__ import annotations

from pathlib import Path

import click

from jxprint.cli.answers import Progress, input_bytes
from jxprint.cli.outputs import OTHERS, PICTURES, WORDS
from jxprint.cli.session import Session
from jxprint.cli.spoken import SpokenCommand
from jxprint.cli.streams import standard_output
from jxprint.errors import Finding, Place, UsageError
from jxprint.messages import text

# Ends of names that promise something else. A PDF is none of them: the file itself might stand there, and that is told.
_OTHER_KINDS = {*PICTURES, *WORDS, *OTHERS, ".svg", ".html"} - {".png"}


def command(language: str) -> click.Command:
    """The subcommand in one language."""
    return SpokenCommand(
        "render",
        language,
        "command.help.render",
        run,
        [
            click.Argument(["file"], metavar="FILE"),
            click.Option(
                ["-o", "--output"], required=True, metavar="PNG", help=text("command.help.render_output", language)
            ),
            click.Option(
                ["--dpi"], metavar="DPI", type=float, default=150.0, help=text("command.help.render_dpi", language)
            ),
            click.Option(["--page"], metavar="N", type=int, default=1, help=text("command.help.render_page", language)),
        ],
    )


def run(session: Session, file: str, output: str, dpi: float, page: int) -> None:
    """Draw one page, counted from 1."""
    suffix = Path(output).suffix.lower()
    if suffix in _OTHER_KINDS:
        raise UsageError(Finding("output.only_png", Place(file=output), {"suffix": suffix}))
    from jxprint.writers.png import render_png

    with Progress() as progress:
        progress.step(text("command.doing.render", session.language))
        given = input_bytes(file)
        sink = standard_output() if output == "-" else Path(output)
        render_png(Path(file) if given is None else given, sink, dpi=dpi, page=page - 1)
