"""How much ink lies in one place (总墨量) where inks lie over one another: the page drawn plate by plate."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, isfinite
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from jxprint.intake.opening import MALFORMED, limits
from jxprint.preflight.colours import PROCESS
from jxprint.preflight.copied import Copy
from jxprint.preflight.report import PageInk
from jxprint.preflight.separated import Separation
from jxprint.preflight.subject import PageSubject
from jxprint.profile import sheet

if TYPE_CHECKING:
    from PIL.Image import Image

# Points of a pixel, and pixels each way of the area that is looked at (`sheet.AREA_PT`). What an edge runs through is
# no part of an area.
_PIXEL = 2.0
_SIDE = int(sheet.AREA_PT / _PIXEL)
# Pixels of a page: four broadsheets. Spot inks beyond these are not drawn.
_PIXELS = 16_000_000
_SPOTS = 6
# Per cent that four plates may gain by rounding to 255 steps.
_ROUNDED = 2.0


# What is told of a colour or a picture by itself.
_ALONE = ("preflight.ink.total", "preflight.images.ink")


class _Most(Struct, frozen=True):
    """The most ink on any area, in per cent, and the corner of that area in the page's own space."""

    total: float
    spot: tuple[float, float]


def ask_together(page: PageSubject, copy: Copy, codes: int) -> list[PageInk]:
    """Whether inks that lie over one another are more than the paper takes. The most ink of the page, which shows so
    many codes of text; nothing where it cannot be drawn, or is more than a page.
    """
    import pikepdf
    from pypdfium2 import PdfiumError

    if codes > limits().glyphs:
        return []
    try:
        return [page_ink(page, _ask(page, copy))]
    except (_TooLarge, PdfiumError, pikepdf.PdfError, pikepdf.ForeignObjectError, OSError, MemoryError, *MALFORMED):
        return []


class _TooLarge(Exception):
    """No page of a newspaper."""


def _ask(page: PageSubject, copy: Copy) -> _Most:
    passes = passes_of(copy.used)
    left, low, right, high = page.trim
    width, height = ceil((right - left) / _PIXEL), ceil((high - low) / _PIXEL)
    if not isfinite(width * height) or not 0 < width * height <= _PIXELS:
        raise _TooLarge
    if not passes:
        return _Most(0.0, (left, high))
    separation = Separation(copy.page, (left, high - height * _PIXEL, left + width * _PIXEL, high), passes)
    together = _areas(_totals(separation.data(overprints=True), passes))
    most = found = _most(together, page)
    limit = page.subject.profile.ink_limit + _ROUNDED
    if most.total > limit and (not copy.mixes or page.subject.told.is_told(page.number, *_ALONE)):
        # What one thing lays alone is told of it.
        apart = _areas(_totals(separation.data(overprints=False), passes))
        found = _most(_where_more(together, apart), page)
    if found.total > limit:
        page.tell("preflight.ink.together", found.spot, total=round(found.total), limit=page.subject.profile.ink_limit)
    return most


def page_ink(page: PageSubject, most: _Most) -> PageInk:
    """What is told of it."""
    x, y = page.place(most.spot)
    return PageInk(page.number, round(most.total, 1), round(x, 1), round(y, 1))


def passes_of(used: set[str]) -> list[tuple[str, ...]]:
    """Three plates a drawing, black by itself, for it is what overprints; none on which nothing is laid."""
    coloured = PROCESS[:3] if used.intersection(PROCESS[:3]) else ()
    spots = sorted(used.difference(PROCESS))[:_SPOTS]
    threes = [coloured, (PROCESS[3],), *(tuple(spots[at : at + 3]) for at in range(0, len(spots), 3))]
    return [one for one in threes if used.intersection(one)]


def _totals(data: bytes, passes: Sequence[Sequence[str]]) -> Image:
    """The sum of all plates at each pixel, 255 for each full one."""
    import pypdfium2
    from PIL import ImageMath

    document = pypdfium2.PdfDocument(data)
    try:
        planes: list[Image] = []
        for at, plates in enumerate(passes):
            drawn = document[at].render(scale=1 / _PIXEL, may_draw_forms=False).to_pil().convert("RGB")
            planes += list(drawn.split()[: len(plates)])
    finally:
        document.close()
    named: dict[str, Any] = {f"p{at}": plane for at, plane in enumerate(planes)}
    found: Image = ImageMath.lambda_eval(lambda args: 255 * len(planes) - sum(args[name] for name in named), **named)
    return found


def _areas(totals: Image) -> Image:
    """At each pixel the least that lies on the area about it."""
    from PIL import ImageFilter

    return totals.convert("I").filter(ImageFilter.MinFilter(_SIDE))


def _where_more(together: Image, apart: Image) -> Image:
    """What lies on areas where overprinting adds to it, and nothing elsewhere."""
    from PIL import ImageMath

    least = _ROUNDED * 2.55
    found: Image = ImageMath.lambda_eval(
        lambda args: args["one"] * (args["one"] > args["two"] + least), one=together, two=apart
    )
    return found.convert("I")


def _most(areas: Image, page: PageSubject) -> _Most:
    """The highest of them, the first in the order of reading; a step of rounding is not higher."""
    highest = max(0, int(areas.getextrema()[1]))  # type: ignore[arg-type]
    mask = areas.point(lambda total: total - (highest - _ROUNDED) + 0.5).convert("L")
    box = mask.getbbox() if highest else None
    if box is None:
        return _Most(0.0, (page.trim[0], page.trim[3]))
    row = mask.crop((0, box[1], mask.width, box[1] + 1)).getbbox() or box
    half = _SIDE // 2
    spot = page.trim[0] + max(0, row[0] - half) * _PIXEL, page.trim[3] - max(0, box[1] - half) * _PIXEL
    return _Most(highest / 2.55, spot)
