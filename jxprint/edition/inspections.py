"""The pages of an edition as the night desk sees them, each for itself and all together."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct

from jxprint.composition import compose
from jxprint.description.editions import read_joined
from jxprint.description.orders import Orders
from jxprint.edition.refusals import raise_all
from jxprint.edition.turns import cuts_of, in_turn
from jxprint.errors import DescriptionError, Finding, JxprintError
from jxprint.fonts import open_library
from jxprint.geometry import Rect
from jxprint.model import Page
from jxprint.night_desk import Inspection, inspect, inspect_across
from jxprint.placed import Cut, PlacedPage


class Looked(Struct, frozen=True):
    """Pages with what is told of each, and notes."""

    pages: tuple[tuple[Page, Inspection], ...]
    notes: tuple[Finding, ...]


def look_at(orders: Orders, told: Callable[[int], None]) -> Looked:
    """Read and compose all pages of an edition and look at them; `told` hears the number of each. Raises JxprintError
    with what is wrong with every page that cannot be made.
    """
    pages, notes = read_joined(orders, lambda number: None)
    style = pages[0].style
    library = open_library(style.fonts, base=orders.pages[0].folder, places=style.font_places)
    placed, refusals = dict[int, PlacedPage](), list[JxprintError]()

    def made(at: int, page: Page) -> Sequence[Cut]:
        try:
            placed[at] = compose(page, library)
        except JxprintError as refusal:
            refusals.append(refusal)
        return cuts_of(page, placed.get(at), library)

    turns = in_turn(pages, made, told)
    raise_all([*refusals, *([DescriptionError(*turns.crossing)] if turns.crossing else [])])
    frames = [placed[at].frames for at in range(len(pages))]
    together = looked_across(turns.pages, orders, frames)
    looked = [(page, inspect(page, placed[at])) for at, page in enumerate(turns.pages)]
    both = tuple((page, alone.with_more(more)) for (page, alone), more in zip(looked, together, strict=True))
    return Looked(both, (*orders.notes, *notes))


def looked_across(pages: Sequence[Page], orders: Orders, frames: Sequence[Mapping[str, Rect]]) -> list[Inspection]:
    """What is told of each page beside the others, and beside what its edition says of the day."""
    from jxprint.night_desk.across import across_pages  # one page has nothing beside it
    from jxprint.night_desk.dates import Folio

    known, is_whole = Folio(orders.day, issue=orders.issue or None), len(pages) == len(orders.pages)
    found = across_pages(pages, known, frames, is_whole=is_whole)
    return [inspect_across(page, marks) for page, marks in zip(pages, found, strict=True)]
