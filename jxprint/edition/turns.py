"""Pages of an edition one after another, each behind those that it takes text from (转版)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct

from jxprint.errors import Finding
from jxprint.fonts import Library
from jxprint.model import Page
from jxprint.placed import Cut, PlacedPage


class InTurn(Struct, frozen=True):
    """Pages in their order, each with the text that others left to it as far as that is known, and what is wrong where
    some take text from each other, so that none of them can come first.
    """

    pages: tuple[Page, ...]
    crossing: tuple[Finding, ...] = ()


def in_turn(
    pages: Sequence[Page], make: Callable[[int, Page], Sequence[Cut]], told: Callable[[int], None] = lambda number: None
) -> InTurn:
    """Hand every page to `make`, with its index and filled with what goes on on it; that answers where the stories of
    the page are cut that jump. `told` hears how many came before, and one. A page that waits for another of which
    nothing is known is not made.
    """
    order: Sequence[int] = range(len(pages))
    crossing: Sequence[Finding] = ()
    is_jumping = any(page.jumps for page in pages)
    if is_jumping:
        from jxprint.edition.jumps import composing_order, with_rests  # few editions have jumps

        order, crossing = composing_order(pages)
    filled, cuts = list(pages), dict[int, Sequence[Cut]]()
    for done, at in enumerate(order, 1):
        told(done)
        page = with_rests(pages, at, cuts, filled) if is_jumping else pages[at]
        if page is not None:
            filled[at] = page
            cuts[at] = make(at, page)
    return InTurn(tuple(filled), tuple(crossing))


def cuts_of(page: Page, placed: PlacedPage | None, library: Library) -> Sequence[Cut]:
    """Where the stories of a page are cut that jump; of one that was refused (None), as far as can be reckoned."""
    if placed is not None:
        return placed.cuts
    if not page.jumps:
        return ()
    from jxprint.composition.partings import partings_of  # pages fit

    return partings_of(page, library)
