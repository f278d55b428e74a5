"""A page dressed for the press: paper round trim and bleed, and the marks that are asked for on it."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from jxprint.composition.lettering import Lettering
from jxprint.errors import Finding, Place, ProfileError
from jxprint.fonts import Library
from jxprint.geometry import PT_PER_MM
from jxprint.placed import PlacedPage, Shape
from jxprint.press.asked import Mark
from jxprint.press.bars import colour_bar
from jxprint.press.clipping import within
from jxprint.press.lines import crop_marks, fold_marks, register_marks
from jxprint.press.paper import LARGEST_PT, SLUG_PT, SMALLEST_PT, Folds, folds_of
from jxprint.press.slug import Slug, slug_line

_NO_FOLDS = Folds(None, None)


def dressed(page: PlacedPage, marks: Sequence[Mark], slug: Slug, library: Library, halves: int = 1) -> PlacedPage:
    """The page with paper beyond its bleed and these marks there; itself where there are none. `halves` is 2 where it
    is as wide as two pages. What passes the bleed is cut off there: it would print among the marks.

    Raises ProfileError where the page is too small for its marks, or its paper larger than a PDF may be.
    """
    if not marks:
        return page
    refuse_size(page, slug.place, SLUG_PT)
    smallest = min(page.width, page.height)
    if smallest < SMALLEST_PT:
        args = {"size": f"{smallest / PT_PER_MM:.1f}", "least": f"{SMALLEST_PT / PT_PER_MM:.0f}"}
        raise ProfileError(Finding("press.too_small", slug.place, args))
    face, folds = Lettering(library), folds_of(page, halves)
    shapes: list[Shape] = []
    if "crop" in marks:
        shapes += crop_marks(page)
    if "register" in marks:
        shapes += register_marks(page, folds if "fold" in marks else _NO_FOLDS)
    if "fold" in marks:
        shapes += fold_marks(page, folds)
    if "bars" in marks:
        shapes += colour_bar(page, face, slug.place)
    if "slug" in marks:
        shapes += slug_line(page, face, slug)
    return replace(within(page, page.bled), slug=SLUG_PT, marks=tuple(shapes))


def refuse_size(page: PlacedPage, place: Place, slug: float = 0.0) -> None:
    """Raise ProfileError for a bleed below nothing, and for paper that no PDF has room for."""
    if page.bleed < 0:
        raise ProfileError(Finding("press.negative_bleed", place, {"bleed": f"{page.bleed / PT_PER_MM:.1f}"}))
    largest = max(page.media.width, page.media.height) + 2 * slug
    if largest > LARGEST_PT:
        args = {"size": f"{largest / PT_PER_MM:.0f}", "most": f"{LARGEST_PT / PT_PER_MM:.0f}"}
        raise ProfileError(Finding("press.too_large", place, args))
