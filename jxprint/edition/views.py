"""Pages for a browser: page folders in, SVG or HTML out, composed as they are for a PDF."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from jxprint.description.editions import orders_of
from jxprint.edition import Doing, Edition
from jxprint.edition.holding import Hold, printed_before
from jxprint.edition.how import How
from jxprint.edition.share import Share
from jxprint.errors import Finding, UsageError
from jxprint.fonts import Library, open_library
from jxprint.placed import PlacedPage

View = Literal["svg", "html"]


def make_view(
    folders: Sequence[Path],
    view: View,
    doing: Doing | None = None,
    *,
    hold: Hold | None = None,
    apart: bool = False,
    proof: str = "",
    faithful: bool = False,
) -> Edition:
    """Read and compose the pages of some folders and write them as HTML, or one page as SVG; see `make_edition`."""
    orders = orders_of(folders)
    pages, base = orders.pages, orders.pages[0].folder
    if view == "svg" and len(pages) > 1 and not apart:
        raise UsageError(Finding("output.svg_pages", args={"pages": len(pages)}))
    told = doing or (lambda key, number, of: None)
    held = printed_before(hold, len(pages)) if hold is not None else ()
    share = Share(pages, base, held, numbers=orders.numbers, how=How(proof, faithful, apart=apart or view == "svg"))
    composed = share.compose(told, len(pages))
    told("command.doing.write", 1, 1)
    library = open_library(composed.fonts, base=base)
    if apart:
        data, files = b"", tuple(_written([page], view, library) for page in share.placed)
    else:
        data, files = _written(share.placed, view, library, orders.title), ()
    notes = (*orders.notes, *composed.notes)
    return Edition(
        data,
        pages=composed.pages,
        notes=notes,
        moved=composed.moved,
        title=orders.title,
        file=orders.file,
        apart=files,
        overset=composed.overset,
        joints=composed.joints,
    )


def _written(placed: Sequence[PlacedPage], view: View, library: Library, title: str | None = None) -> bytes:
    """A file of some pages."""
    if view == "svg":
        from jxprint.writers.screen.svg import svg

        return svg(placed[0], library)
    from jxprint.writers.screen.html import html

    return html(placed, library, title)
