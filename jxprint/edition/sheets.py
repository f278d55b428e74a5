"""The pages of an edition on press sheets: two side by side where that is asked for, and marks beyond the bleed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jxprint.description.orders import Orders
from jxprint.edition.how import How
from jxprint.edition.refusals import raise_all
from jxprint.errors import Finding, JxprintError, Place
from jxprint.fonts import Library
from jxprint.model import Page
from jxprint.placed import PlacedPage
from jxprint.placed.inks import spots_on
from jxprint.press.asked import MARKS, Press
from jxprint.press.dressing import dressed, refuse_size
from jxprint.press.imposing import side_by_side
from jxprint.press.paper import Folds, folds_of
from jxprint.press.plan import Side, plan
from jxprint.press.slug import slug_of
from jxprint.profile import USUAL
from jxprint.writers.pdf.metadata import epoch_of


def sides_wanted(orders: Orders, press: Press) -> tuple[Side, ...]:
    """The sides of sheets that some pages come to stand on. Raises UsageError where they do not go on any."""
    numbers = [() if one.setup is None else one.setup.numbers for one in orders.pages]
    return plan(numbers, press.impose, orders.file)


def imposed(
    pages: Sequence[Page], placed: Sequence[PlacedPage], sides: Sequence[Side], how: How, library: Library
) -> tuple[list[PlacedPage], list[Finding]]:
    """A page for each side, dressed as is asked for, and what is to be told of them. Raises JxprintError with all that
    sheets refuse.
    """
    sheets: list[PlacedPage] = []
    refusals: list[JxprintError] = []
    for side in sides:
        left, right = (None if at is None else placed[at] for at in (side.left, side.right))
        place = Place(file=pages[side.there[0]].file or None)
        try:
            sheet = left if side.is_whole and left is not None else side_by_side(left, right, place=place)
            refuse_size(sheet, place)
            sheets.append(sheet)
        except JxprintError as refusal:
            refusals.append(refusal)
    raise_all(refusals)
    there = [tuple(pages[at] for at in side.there) for side in sides]
    notes = list(_alone(pages, sides))
    return dressed_pages(there, sheets, how, library, notes), notes


def dressed_pages(
    models: Sequence[tuple[Page, ...]],
    placed: Sequence[PlacedPage],
    how: How,
    library: Library,
    notes: list[Finding],
) -> list[PlacedPage]:
    """Pages of a file with the marks that are asked for; `models` are the pages on each. Raises JxprintError with all
    that any of them refuses.
    """
    marks, epoch = how.press.marks, epoch_of()
    profile = "" if how.profile is USUAL else how.profile.name
    found: list[PlacedPage] = []
    refusals: list[JxprintError] = []
    for there, page in zip(models, placed, strict=True):
        slug = slug_of(there, how.title, profile, epoch, spots_on(page))
        halves = 2 if how.press.impose else max(1, len(there[0].numbers))
        try:
            found.append(dressed(page, marks, slug, library, halves))
        except JxprintError as refusal:
            refusals.append(refusal)
        # Of all marks nobody asked for this one by its name.
        if "fold" in marks and marks != MARKS and folds_of(page, halves) == Folds(None, None):
            notes.append(Finding("press.no_fold", slug.place, {"name": page.name}, "note"))
    raise_all(refusals)
    return found


def _alone(pages: Sequence[Page], sides: Sequence[Side]) -> Iterator[Finding]:
    """Pages that have a sheet for themselves."""
    for side in sides:
        if side.is_half_empty:
            page = pages[side.there[0]]
            args = {"number": "-".join(map(str, page.numbers))}
            yield Finding("press.half_sheet", Place(file=page.file or None), args, "note")
