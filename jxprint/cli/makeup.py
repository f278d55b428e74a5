"""`jxprint makeup`: finished pages looked at as a night editor looks at them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from jxprint.cli.answers import Progress, answer, answer_json, as_dicts, severity_label, tell
from jxprint.cli.session import Session
from jxprint.cli.spoken import SpokenCommand, json_option
from jxprint.errors import CheckFailed, Finding, JxprintError, MakeupError
from jxprint.messages import text, told

if TYPE_CHECKING:
    from jxprint.model import Page
    from jxprint.night_desk import Inspection


def command(language: str) -> click.Command:
    """The subcommand in one language."""
    return SpokenCommand(
        "makeup",
        language,
        "command.help.makeup",
        run,
        [
            click.Argument(["folders"], nargs=-1, required=True, metavar="DIR...", type=click.Path(path_type=Path)),
            json_option(language),
        ],
    )


def run(session: Session, folders: tuple[Path, ...]) -> None:
    """Compose the pages and tell what is marked on them. Exit with 8 where a finding is an error, with 1 where one is a
    warning; a reconstructed page and notes alone are 0.
    """
    with Progress() as progress:
        of = len(folders)
        looked, notes = _looked(
            folders, lambda number: progress.step(text("command.doing.compose", session.language, number=number, of=of))
        )
    tell(session, notes)
    code = _code(looked)
    if session.json:
        rows = [row for _, inspection in looked for row in _rows(session, inspection)]
        accepted = [mark.as_dict() for _, inspection in looked for mark in inspection.accepted]
        notes_told = as_dicts(session, notes)
        answer_json({"ok": code == 0, "findings": rows, "accepted": accepted, "notes": notes_told})
    else:
        for _, inspection in looked:
            for finding, mark in inspection.told:
                name = f"[{mark.name}] " if mark is not None else ""
                grave = severity_label(session, finding)
                answer(f"{finding.place}: {name}{grave}{told(finding, session.language)}")
    if code:
        click.get_current_context().exit(code)


def _looked(
    folders: Sequence[Path], told: Callable[[int], None]
) -> tuple[list[tuple[Page, Inspection]], list[Finding]]:
    """The pages with what is told of each, and notes. Raises JxprintError with all that cannot be looked at."""
    from jxprint.description.editions import orders_of

    orders = orders_of(folders)
    if orders.numbers is not None:
        from jxprint.edition.inspections import look_at

        edition = look_at(orders, told)
        return list(edition.pages), list(edition.notes)
    looked: list[tuple[Page, Inspection]] = []
    notes: list[Finding] = []
    refusals: list[JxprintError] = []
    for number, folder in enumerate(folders, 1):
        told(number)
        try:
            looked.append(_look(folder, notes))
        except JxprintError as refusal:
            refusals.append(refusal)
    if refusals:
        from jxprint.edition.refusals import raise_all

        raise_all(refusals)
    return looked, notes


def _look(folder: Path, notes: list[Finding]) -> tuple[Page, Inspection]:
    from jxprint.composition import compose
    from jxprint.description import read_page_with_notes
    from jxprint.fonts import open_library
    from jxprint.night_desk import inspect

    page, found = read_page_with_notes(folder)
    notes.extend(found)
    library = open_library(page.style.fonts, base=folder, places=page.style.font_places)
    return page, inspect(page, compose(page, library))


def _code(looked: list[tuple[Page, Inspection]]) -> int:
    """The first code of the table that some page calls for."""
    grave: set[type[JxprintError]] = set()
    for page, inspection in looked:
        if not page.makeup.reconstructed:
            grave |= {_REFUSALS[one.severity] for one in inspection.findings if one.severity in _REFUSALS}
    return MakeupError.exit_code if MakeupError in grave else CheckFailed.exit_code if grave else 0


_REFUSALS: dict[str, type[JxprintError]] = {"error": MakeupError, "warning": CheckFailed}


def _rows(session: Session, inspection: Inspection) -> list[dict[str, object]]:
    """Findings for machines: the finding's own row, and its rule, short name, parts and box in millimetres."""
    rows = as_dicts(session, inspection.findings)
    marks = [mark for _, mark in inspection.told]
    return [{**row, **(mark.as_dict() if mark else {})} for row, mark in zip(rows, marks, strict=True)]
