"""How the copy of an edition fits, page by page; one in which a story goes on is fitted with the text that it gets."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from jxprint.composition import compose
from jxprint.composition.copyfit import Copyfit, copyfit
from jxprint.description.editions import Orders, read_joined
from jxprint.edition.jumps import composing_order, with_rests
from jxprint.errors import DescriptionError, Finding
from jxprint.fonts import Library, open_library
from jxprint.model import Page
from jxprint.placed import PlacedPage


class EditionFit(Struct, frozen=True):
    """The pages of an edition as they are composed, and how each fits; None of one that waits for a story of a page
    that does not fit.
    """

    pages: tuple[Page, ...]
    fits: tuple[Copyfit | None, ...]
    library: Library
    notes: tuple[Finding, ...]

    @property
    def ok(self) -> bool:
        """Whether every page fits."""
        return all(fit is not None and fit.ok for fit in self.fits)


def fit_edition(orders: Orders, told: Callable[[int], None]) -> EditionFit:
    """Read all pages and fit them; `told` hears the number of each. Raises DescriptionError where a page cannot be read
    or a jump leads nowhere, and FontError where a role has no face.
    """
    pages, notes = read_joined(orders, lambda number: None)
    order, crossing = composing_order(pages)
    if crossing:
        raise DescriptionError(*crossing)
    style = pages[0].style
    library = open_library(style.fonts, base=orders.pages[0].folder, places=style.font_places)
    filled, placed, fits = list(pages), dict[int, PlacedPage](), dict[int, Copyfit]()
    for done, at in enumerate(order, 1):
        told(done)
        page = with_rests(pages, at, placed, filled)
        if page is None:
            continue
        filled[at] = page
        fits[at] = copyfit(page, library)
        if fits[at].ok:
            placed[at] = compose(page, library)
    told_of = tuple(fits.get(at) for at in range(len(pages)))
    return EditionFit(tuple(filled), told_of, library, (*orders.notes, *notes))
