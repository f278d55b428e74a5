"""Whether text that nobody sees lies over a scan: paper shows something where most of it stands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from jxprint.checker.glyphs import Glyph

# Pixels to the point of the picture of a page, and the most of them.
_SCALE, _PIXELS = 1.2, 24_000_000
# A place with this much between its lightest and its darkest pixel (of 255) shows something; so many places have to:
# words that a program recognised stand by and large where they are seen.
_CONTRAST, _MOST = 40, 0.5


def is_over_ink(document: Any, index: int, origin: tuple[float, float], glyphs: Sequence[Glyph]) -> bool:
    """Whether a page (from 0) that pdfium has open shows something under most of some glyphs; `origin` is the left and
    top edge of its trim box in PDF space.
    """
    from pypdfium2 import PdfiumError, raw

    told = [glyph for glyph in glyphs if glyph.text.strip()]
    try:
        page = document[index]
    except PdfiumError:
        return False
    try:
        raw.FPDFPage_SetRotation(page.raw, 0)
        left, low, right, high = page.get_bbox()
        scale = min(_SCALE, (_PIXELS / max((right - left) * (high - low), 1.0)) ** 0.5)
        picture = page.render(scale=scale, grayscale=True).to_pil().convert("L")
    finally:
        page.close()
    shown = 0
    for glyph in told:
        x, y = (glyph.x + origin[0] - left) * scale, (high - origin[1] + glyph.y) * scale
        em, way = max(glyph.size * scale, 1.0), max(glyph.width * scale, 1.0)
        edges = (x - em / 2, y, x + em / 2, y + way) if glyph.down else (x, y - em, x + way, y)
        is_in = edges[0] < picture.width and edges[1] < picture.height and edges[2] > 0 and edges[3] > 0
        if is_in:
            darkest, lightest = picture.crop(tuple(round(edge) for edge in _within(edges, picture.size))).getextrema()
            shown += lightest - darkest >= _CONTRAST
    return shown >= _MOST * len(told)


def _within(edges: tuple[float, float, float, float], size: tuple[int, int]) -> tuple[float, float, float, float]:
    """A place as far as it is on the picture, a pixel at the least."""
    left, top = max(edges[0], 0.0), max(edges[1], 0.0)
    return left, top, max(min(edges[2], size[0]), left + 1), max(min(edges[3], size[1]), top + 1)
