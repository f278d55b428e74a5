"""The pages of a folder as composed, whether it holds one page or an edition."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from jxprint.errors import Finding

if TYPE_CHECKING:
    from jxprint.description.orders import Orders
    from jxprint.placed import PlacedPage


def composed(orders: Orders, told: Callable[[str, int, int], None]) -> tuple[Sequence[PlacedPage], Sequence[Finding]]:
    """The pages as composed, and what a person should be told of them; `told` hears a message's key, the number of
    a page and how many there are. Raises JxprintError where a page cannot be made.
    """
    if orders.numbers is None:
        from jxprint.composition import compose
        from jxprint.composition.substitutes import substitutes
        from jxprint.description import read_page_with_notes
        from jxprint.fonts import open_library

        told("command.doing.compose", 1, 1)
        folder = orders.pages[0].folder
        page, said = read_page_with_notes(folder)
        library = open_library(page.style.fonts, base=folder, places=page.style.font_places)
        return [compose(page, library)], [*said, *substitutes(page, library)]
    from jxprint.edition.share import Share  # composes in the order that jumps ask for

    share = Share(orders.pages, orders.pages[0].folder, numbers=orders.numbers)
    notes = share.compose(told, len(orders.pages)).notes
    return share.placed, (*orders.notes, *notes)
