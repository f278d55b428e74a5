"""Folders on a command line as pages in order: those that are named, or those of the edition that is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import astuple

from jxprint.description.joining import joined, judged
from jxprint.description.orders import EDITION_FILE, Orders, PageOrder
from jxprint.description.sheets import MISSING
from jxprint.description.sketches import PageRefused, Sketch, sketch_of
from jxprint.errors import DescriptionError, Finding, Place, UsageError, in_order
from jxprint.intake.kinds import settled, stands
from jxprint.model import Page

if TYPE_CHECKING:
    from jxprint.description.issues import Issue


class PagesRead(Struct, frozen=True):
    """Pages in order with their jumps joined, the title of their edition (None where they are in none), and notes."""

    pages: tuple[Page, ...]
    title: str | None = None
    notes: tuple[Finding, ...] = ()


def orders_of(folders: Sequence[Path]) -> Orders:
    """What some folders ask for. Raises DescriptionError where an edition's own file is wrong, and UsageError where an
    edition is not named alone.
    """
    editions = [folder for folder in folders if stands(folder / EDITION_FILE)]
    if not editions:
        return Orders(tuple(map(PageOrder, folders)))
    if len(folders) > 1:
        raise UsageError(*(Finding("page.edition_among_pages", Place(str(folder))) for folder in editions))
    from jxprint.description.issues import read_issue  # a page that stands alone has no edition

    issue, findings = read_issue(editions[0])
    if issue is None or any(finding.severity == "error" for finding in findings):
        raise DescriptionError(*told_once([*findings, *(_wrong_pages(issue) if issue is not None else ())]))
    pages = tuple(PageOrder(page.folder, page.setup) for page in issue.pages)
    return Orders(pages, issue.title, issue.numbers, issue.file, issue.notes, issue.day, issue.number, issue.paper)


def _wrong_pages(issue: Issue) -> list[Finding]:
    """What is wrong with the pages of an edition whose own file is wrong, and with their jumps, as far as that can be
    told; that pages lack what it does not say is no news.
    """
    found = _read_all([PageOrder(page.folder, page.setup) for page in issue.pages], lambda number: None)
    told = [*(one for one in found.refused if one.key not in ("page.missing_key", MISSING)), *_foreseen(found.pages)]
    if issue.is_sound:
        return in_order([*told, *joined(found.pages, issue.numbers, found.sketches)[1]])
    sketches = [*map(sketch_of, found.pages), *found.sketches]
    is_complete = issue.has_all and len(sketches) == len(issue.pages)
    return in_order([*told, *judged(sketches, is_complete=is_complete, most=issue.most)])


def read_pages(folders: Sequence[Path], *, alone: bool = True) -> PagesRead:
    """The pages of some folders, or of an edition. `alone` pages that are in no edition may not jump to another page.

    Raises DescriptionError with what is wrong with any of them.
    """
    orders = orders_of(folders)
    if alone or orders.numbers is not None:
        pages, notes = read_joined(orders, lambda number: None)
        return PagesRead(tuple(pages), orders.title, (*orders.notes, *notes))
    found = _read_all(orders.pages, lambda number: None)
    if found.refused:
        raise DescriptionError(*told_once(in_order(found.refused)))
    return PagesRead(tuple(found.pages), orders.title, (*orders.notes, *found.notes))


def read_joined(orders: Orders, told: Callable[[int], None]) -> tuple[list[Page], list[Finding]]:
    """All pages with their jumps joined, and notes about them; `told` hears each number. Raises DescriptionError with
    what is wrong with any of them, and what make-up would refuse of the others.
    """
    found = _read_all(orders.pages, told)
    pages, jumps = joined(found.pages, orders.numbers, found.sketches)
    if found.refused or jumps:
        raise DescriptionError(*told_once(in_order([*found.refused, *jumps, *_foreseen(found.pages)])))
    return pages, found.notes


class _Read(Struct, frozen=True):
    """The pages that can be read, notes about them, what is wrong with the others, and what is known of those."""

    pages: list[Page]
    notes: list[Finding]
    refused: list[Finding]
    sketches: list[Sketch]


def _read_all(orders: Sequence[PageOrder], told: Callable[[int], None]) -> _Read:
    found = _Read([], [], [], [])
    for number, order in enumerate(orders, 1):
        told(number)
        try:
            page, said = order.read()
        except DescriptionError as error:
            found.refused.extend(error.findings)
            if isinstance(error, PageRefused) and error.sketch is not None:
                found.sketches.append(error.sketch)
        else:
            found.pages.append(page)
            found.notes.extend(said)
    return found


def _foreseen(pages: Sequence[Page]) -> list[Finding]:
    from jxprint.description.foreseen import foreseen_of  # pages that are all sound are made up

    return [finding for page in pages for finding in foreseen_of(page)]


def told_once(findings: Iterable[Finding]) -> list[Finding]:
    """What is wrong with a style or an edition is told by every page that has it, each by its own way to the file."""
    found: dict[tuple[object, ...], Finding] = {}
    files: dict[str | None, object] = {}
    for one in findings:
        place = one.place
        file = files.setdefault(place.file, place.file and settled(place.file))
        found.setdefault((one.key, file, *astuple(place)[1:], repr(one.args), one.severity), one)
    return list(found.values())
