"""`jxprint export`: the stories of a page, or of an edition, for other programs."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

import click

from jxprint.cli.answers import answer_json, tell
from jxprint.cli.session import Session
from jxprint.cli.spoken import SpokenCommand, json_option
from jxprint.errors import Finding, UsageError
from jxprint.messages import text

_FORMS = ("ninjs",)


def command(language: str) -> click.Command:
    """The subcommand in one language."""
    return SpokenCommand(
        "export",
        language,
        "command.help.export",
        run,
        [
            click.Argument(["folder"], metavar="DIR", type=click.Path(path_type=Path)),
            click.Option(
                ["-o", "--output"], metavar="FILE", required=True, help=text("command.help.export_output", language)
            ),
            click.Option(["--to"], type=click.Choice(_FORMS), help=text("command.help.export_to", language)),
            json_option(language),
        ],
    )


def run(session: Session, folder: Path, output: str, to: str | None) -> None:
    """Read the page, and write its stories whole."""
    if output == "-" and session.json:
        raise UsageError(Finding("command.two_on_stdout"))
    from jxprint.cli.streams import standard_output
    from jxprint.description.editions import orders_of, read_joined
    from jxprint.exchange.ninjs_out import Issued, ninjs_of
    from jxprint.intake.kinds import stands
    from jxprint.writers.files import refuse_replacing, write_whole

    orders = orders_of([folder])
    pages, notes = read_joined(orders, lambda number: None)
    tell(session, [*orders.notes, *notes])
    issued = Issued(_made(), orders.title or "", "" if orders.day is None else orders.day.isoformat())
    data = ninjs_of(pages, issued)
    target = standard_output() if output == "-" else Path(output)
    if isinstance(target, Path) and stands(target):
        from jxprint.edition.sources import sources  # which loads what sets a page

        refuse_replacing(target, sources(pages, Path(pages[0].file).parent, orders.file))
    write_whole(target, data)
    if session.json:
        answer_json({"ok": True, "output": output, "form": to or _FORMS[0], "bytes": len(data)})


def _made() -> str | None:
    """The time that SOURCE_DATE_EPOCH gives, as ISO 8601; None where it gives none."""
    if not os.environ.get("SOURCE_DATE_EPOCH"):
        return None
    from jxprint.writers.pdf.metadata import epoch_of  # which loads what writes a PDF

    epoch = epoch_of()
    return None if epoch is None else f"{datetime.fromtimestamp(epoch, UTC):%Y-%m-%dT%H:%M:%S}Z"
