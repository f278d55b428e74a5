"""Pages read together: those that can be, and all that is wrong with the others and with the jumps between them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct

from jxprint.description.contents import leading_nowhere
from jxprint.description.joining import joined
from jxprint.description.orders import PageOrder
from jxprint.description.sketches import PageRefused, Sketch
from jxprint.errors import DescriptionError, Finding, JxprintError
from jxprint.model import Page


class Read(Struct, frozen=True):
    """Pages that can be read, the place of each among all that were asked for (from 0), notes about them, and what the
    others refuse.
    """

    pages: tuple[Page, ...]
    places: tuple[int, ...]
    notes: tuple[Finding, ...]
    refusals: tuple[JxprintError, ...]


def read_orders(
    orders: Sequence[PageOrder],
    numbers: frozenset[int] | None = None,
    *,
    faithful: bool = False,
    told: Callable[[int], None] = lambda place: None,
) -> Read:
    """Pages in order with their jumps joined; `numbers` are those of the whole edition, None of pages in none. With
    `faithful` they have the joints of their evidence. `told` hears the place of each before it is read.
    """
    pages: list[Page] = []
    places: list[int] = []
    notes: list[Finding] = []
    refusals: list[JxprintError] = []
    sketches: list[Sketch] = []
    for place, order in enumerate(orders):
        told(place)
        try:
            page, found = order.read()
            if faithful:
                from jxprint.description.evidence import with_joints  # nobody else opens that file

                page, joints = with_joints(page)
                found = [*found, *joints]
        except JxprintError as refusal:
            refusals.append(refusal)
            if isinstance(refusal, PageRefused) and refusal.sketch is not None:
                sketches.append(refusal.sketch)
        else:
            pages.append(page)
            places.append(place)
            notes.extend(found)
    pages, jumps = joined(pages, numbers, sketches)
    if jumps:
        from jxprint.description.foreseen import foreseen_of  # jumps that are right are followed

        refusals.append(DescriptionError(*jumps))
        refusals += [DescriptionError(*wrong) for page in pages if page.jumps and (wrong := foreseen_of(page))]
        still = [(page, place) for page, place in zip(pages, places, strict=True) if not page.jumps]
        pages, places = [page for page, _ in still], [place for _, place in still]
    if nowhere := list(leading_nowhere(pages, numbers)):
        refusals.append(DescriptionError(*nowhere))
    return Read(tuple(pages), tuple(places), tuple(notes), tuple(refusals))
