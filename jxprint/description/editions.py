"""Folders on a command line as pages in order: those that are named, or those of the edition that is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from jxprint.description.joining import joined, judged
from jxprint.description.pages import EDITION_FILE, PageSetup, read
from jxprint.errors import DescriptionError, Finding, Place, UsageError, in_order
from jxprint.intake.kinds import stands
from jxprint.model import Page

if TYPE_CHECKING:
    from jxprint.description.issues import Issue


class PageOrder(Struct, frozen=True):
    """A page that is to be made: its folder, and what its edition says of it, None of one that stands alone."""

    folder: Path
    setup: PageSetup | None = None

    def read(self) -> tuple[Page, list[Finding]]:
        """The page and its notes. Raises DescriptionError."""
        return read(self.folder, self.setup)


class Orders(Struct, frozen=True):
    """Pages in order; of an edition its title, its folder, the numbers of all its pages, its day and the issue's own
    number, else None.
    """

    pages: tuple[PageOrder, ...]
    title: str | None = None
    numbers: frozenset[int] | None = None
    file: str = ""
    notes: tuple[Finding, ...] = ()
    day: date | None = None
    issue: str = ""


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
    return Orders(pages, issue.title, issue.numbers, issue.file, issue.notes, issue.day, issue.number)


def _wrong_pages(issue: Issue) -> list[Finding]:
    """What is wrong with the pages of an edition whose own file is wrong, and with their jumps, as far as that can be
    told; that pages lack what it does not say is no news.
    """
    orders = [PageOrder(page.folder, page.setup) for page in issue.pages]
    pages, _, refused = read_all(orders, lambda number: None)
    found = [one for one in refused if one.key != "page.missing_key"]
    if issue.is_sound:
        return in_order([*found, *joined(pages, issue.numbers)[1]])
    is_complete = issue.has_all and len(pages) == len(orders)
    return in_order([*found, *judged(pages, is_complete=is_complete)])


def read_pages(folders: Sequence[Path], *, alone: bool = True) -> PagesRead:
    """The pages of some folders, or of an edition. `alone` pages that are in no edition may not jump to another page.

    Raises DescriptionError with what is wrong with any of them.
    """
    orders = orders_of(folders)
    pages, notes, refused = read_all(orders.pages, lambda number: None)
    if alone or orders.numbers is not None:
        pages, jumps = joined(pages, orders.numbers)
        refused += jumps
    if refused:
        raise DescriptionError(*told_once(in_order(refused)))
    return PagesRead(tuple(pages), orders.title, (*orders.notes, *notes))


def read_all(
    orders: Sequence[PageOrder], told: Callable[[int], None]
) -> tuple[list[Page], list[Finding], list[Finding]]:
    """The pages that can be read, notes about them, and what is wrong with the others; `told` hears each number."""
    pages: list[Page] = []
    notes: list[Finding] = []
    refused: list[Finding] = []
    for number, order in enumerate(orders, 1):
        told(number)
        try:
            page, said = order.read()
        except DescriptionError as error:
            refused += error.findings
        else:
            pages.append(page)
            notes += said
    return pages, notes, refused


def told_once(findings: Sequence[Finding]) -> list[Finding]:
    """What is wrong with a style or an edition is told by every page that has it."""
    found: list[Finding] = []
    for finding in findings:
        if finding not in found:
            found.append(finding)
    return found
