"""How the copy of an edition fits, page by page; one in which a story goes on is fitted with the text that it gets, and
where the page before does not fit yet, with the most that it can get.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from msgspec import Struct

from jxprint.composition.copyfit import Copyfit, copyfit
from jxprint.description.editions import read_joined
from jxprint.description.orders import Orders
from jxprint.edition.turns import in_turn
from jxprint.errors import DescriptionError, Finding
from jxprint.fonts import Library, open_library
from jxprint.model import Page, Story
from jxprint.placed import Cut


class EditionFit(Struct, frozen=True):
    """The pages of an edition as they are composed, and how each fits."""

    pages: tuple[Page, ...]
    fits: tuple[Copyfit, ...]
    library: Library
    notes: tuple[Finding, ...]

    @property
    def ok(self) -> bool:
        """Whether every page fits."""
        return all(fit.ok for fit in self.fits)


def fit_edition(orders: Orders, told: Callable[[int], None]) -> EditionFit:
    """Read all pages and fit them; `told` hears the number of each. Raises DescriptionError where a page cannot be read
    or a jump leads nowhere, and FontError where a role has no face.
    """
    pages, notes = read_joined(orders, lambda number: None)
    style = pages[0].style
    library = open_library(style.fonts, base=orders.pages[0].folder, places=style.font_places)
    fits = dict[int, Copyfit]()

    def fitted(at: int, page: Page) -> Sequence[Cut]:
        fits[at] = copyfit(page, library)
        return fits[at].jumps

    turns = in_turn(pages, fitted, told)
    if turns.crossing:
        raise DescriptionError(*turns.crossing)
    # All pages were read, and every jump leads somewhere: none is left out.
    said = [*orders.notes, *notes, *_reckoned(turns.pages, fits)]
    return EditionFit(turns.pages, tuple(fits[at] for at in range(len(pages))), library, tuple(said))


def _reckoned(pages: Sequence[Page], fits: Mapping[int, Copyfit]) -> Iterator[Finding]:
    """The continuations whose text is not known for certain: the page that it comes from does not fit, and the part
    there is not pinned, or cannot be parted.
    """
    over = {number: at for at, page in enumerate(pages) for number in page.numbers if not fits[at].ok}
    for page in pages:
        for part in page.parts:
            jump = part.jump_from if isinstance(part, Story) else None
            if not isinstance(part, Story) or jump is None or page.has(jump) or jump.page not in over:
                continue
            at = over[jump.page]
            is_unparted = any(one.key.startswith("composition.jump_") for one in fits[at].findings)
            if is_unparted or pages[at].part(jump.letter).rows is None:
                yield Finding("fit.reckoned", jump.place, {"part": part.name, "page": jump.page}, "note")
