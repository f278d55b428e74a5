"""`jxprint diff`: what changed between two proofs, each the folder of a page or an edition, or a PDF."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from jxprint.cli.answers import Progress, answer, answer_json, as_dicts, input_bytes, tell
from jxprint.cli.session import Session
from jxprint.cli.spoken import SpokenCommand, json_option
from jxprint.errors import DescriptionError, Finding, JxprintError, Place, UsageError
from jxprint.intake.kinds import stands
from jxprint.messages import render, text

if TYPE_CHECKING:
    from jxprint.diff import PageChanges
    from jxprint.model import SeenPage

# As diff has it: 0 where nothing differs, 1 where something does.
DIFFERENT = 1


def command(language: str) -> click.Command:
    """The subcommand in one language."""
    return SpokenCommand(
        "diff",
        language,
        "command.help.diff",
        run,
        [
            click.Argument(["old"], metavar="OLD"),
            click.Argument(["new"], metavar="NEW"),
            json_option(language),
        ],
    )


def run(session: Session, old: str, new: str) -> None:
    """Compare and tell, page by page; exit code 1 where something changed."""
    if old == new == "-":
        raise UsageError(Finding("command.diff_two_inputs"))
    from jxprint.diff import compare

    with Progress() as progress:
        progress.step(text("command.doing.diff", session.language))
        notes: list[Finding] = []
        before, after = _both(old, new, notes)
        changes = compare(before, after)
    tell(session, notes)
    if session.json:
        answer_json(
            {
                "ok": True,
                "same": not changes,
                "notes": as_dicts(session, notes),
                "pages": [
                    {
                        "page": page.number,
                        "name": page.name,
                        "copy": as_dicts(session, page.copy),
                        "parts": as_dicts(session, page.parts),
                        "lines": as_dicts(session, page.lines),
                    }
                    for page in changes
                ],
            }
        )
    else:
        _tell(session, changes, after)
    if changes:
        click.get_current_context().exit(DIFFERENT)


def _tell(session: Session, changes: Sequence[PageChanges], after: Sequence[SeenPage]) -> None:
    language = session.language
    if not changes:
        parts = [article for page in after for article in page.articles]
        characters = sum(len(part.text) for part in parts)
        counts = {"pages": len(after), "parts": len(parts), "characters": f"{characters:,}"}
        answer(text("checks.diff.same", language, **counts))
        return
    for page in changes:
        if len(after) > 1 or len(changes) > 1:
            answer(text("checks.diff.page", language, page=page.number, name=page.name))
        for finding in page.findings:
            answer(render(finding, language))
    counts = {kind: sum(len(getattr(page, kind)) for page in changes) for kind in ("copy", "parts")}
    counts["lines"] = sum(_lines(finding) for page in changes for finding in page.lines)
    answer(text("checks.diff.summary", language, **counts))


def _lines(finding: Finding) -> int:
    """How many lines a finding is about."""
    lines = finding.args.get("lines", 1)
    return lines if isinstance(lines, int) else 1


def _both(old: str, new: str, notes: list[Finding]) -> tuple[list[SeenPage], list[SeenPage]]:
    """Both proofs, with notes about them; what is wrong with either is told together."""
    from jxprint.edition.refusals import raise_all

    seen: list[list[SeenPage]] = []
    refusals: list[JxprintError] = []
    for name in (old, new):
        try:
            seen.append(_seen(name, notes))
        except JxprintError as refusal:
            refusals.append(refusal)
    raise_all(refusals)
    return seen[0], seen[1]


def _seen(name: str, notes: list[Finding]) -> list[SeenPage]:
    """A folder composed, be it a page or an edition and whether its copy has room or not; a PDF read."""
    if name != "-" and Path(name).is_dir():
        from msgspec.structs import replace

        from jxprint.description.editions import orders_of
        from jxprint.diff.placed_places import seen_page
        from jxprint.edition.how import How
        from jxprint.edition.share import Share

        orders = orders_of([Path(name)])
        share = Share(orders.pages, Path(name), numbers=orders.numbers, how=How(proof="en"))
        if share.compose(lambda key, number, of: None, len(orders.pages)).overset:
            notes.append(Finding("checks.diff.overset", Place(file=name), severity="note"))
        pages = [seen_page(page) for page in share.as_set]
        if orders.numbers is None:
            return pages
        # A file has one title, which stands with its first page.
        return [replace(page, title="" if at else orders.title) for at, page in enumerate(pages)]
    if name != "-" and not stands(name) and Path(name).suffix.lower() != ".pdf":
        raise DescriptionError(Finding("checks.diff.nothing_there", Place(file=name)))
    from jxprint.checker.printed_places import read_places

    given = input_bytes(name)
    return read_places(Path(name), name) if given is None else read_places(given, "<pdf>")
