"""The sight: what of the page's text stands out from its ground once the page is drawn.

Readers believe what a file says that it shows. Here pdfium draws the page with its text and without it: where both
pictures are the same nobody sees a character, whatever is the cause: something painted over it, a clip, a mask, a
layer, an ink like its ground. A character is seen whole where the difference reaches every edge of its own ink. What is
doubtful in a small picture of the page is looked at again in a large one of its place. No other reader is asked.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator, Sequence, Set
from typing import Any

from msgspec import Struct

from jxprint.checker.glyphs import Oddity
from jxprint.geometry import Rect

# Pixels to the point of the picture of a page, and of that of a doubtful place; the most of them, and of a side.
_SCALE, _CLOSE = 1.2, 5.0
_PIXELS = 24_000_000
_SIDE = 32_000
# Pixels that are on no page, whatever it is drawn with.
_AFAR = 1e8
# How far from the edge of its ink a character's difference may begin: pixels of either picture, and of the ink's way
# from edge to edge: tips of strokes are thin, and the edges that pdfium tells are those of control points.
_SLACK, _OF_INK = 2, 0.2
# How much lighter or darker than its ground (of 255) a character has to be where it is most so, to be seen on
# newsprint; and thin strokes in a small picture.
_CONTRAST, _FAINT = 40, 14
_SEEN = [0] * _FAINT + [255] * (256 - _FAINT)
# Doubtful places that are looked at closely; of a page of which more is doubtful so many are enough.
_PLACES = 60
_TOLD, _SHOWN = 20, 24
# Ink of two characters that stand in each other: so much of the smaller box; those whose middles are near are compared.
_OVERLAP, _CELL_PT = 0.45, 4.0
_DEPTH = 8

# Left, low, right and high edge in PDF space.
_Edges = tuple[float, float, float, float]


class _Inked(Struct, frozen=True):
    """A shown character (pdfium's number) with the edges of its ink, and its text object."""

    index: int
    edges: _Edges
    shown: Any


class Sight:
    """Looks at one page that pdfium has open; `figures` is marked content whose forms are somebody else's, `overset`
    regions in which copy may pass the trim, `origin` the left and top edge of the trim box.
    """

    def __init__(self, origin: tuple[float, float], figures: Set[int], overset: Sequence[Rect] = ()) -> None:
        self._origin, self._figures, self._overset = origin, figures, overset
        self._raw: Any = None
        self._page: Any = None
        self._bounds: _Edges = (0.0, 0.0, 0.0, 0.0)

    def look(self, raw: Any, page: Any, text_page: Any) -> Iterator[Oddity]:
        """What of the page's text is not seen, or not whole, and what stands in other text."""
        self._raw, self._page = raw, page
        box = raw.FS_RECTF()
        raw.FPDFPage_SetRotation(page, 0)
        raw.FPDF_GetPageBoundingBox(page, ctypes.byref(box))
        self._bounds = box.left, box.bottom, box.right, box.top
        texts = list(self._texts())
        inked = list(self._inked(text_page, {ctypes.addressof(one.contents) for one in texts}))
        yield from self._told("checks.unseen", text_page, self._unseen(inked, texts))
        yield from self._told("checks.overlapping", text_page, _overlapping(inked))

    def _texts(self) -> Iterator[Any]:
        """The text objects of the page, those in figures left out."""
        raw = self._raw
        holders: list[tuple[Callable[[Any, int], Any], Any, int, int]] = [
            (raw.FPDFPage_GetObject, self._page, raw.FPDFPage_CountObjects(self._page), 0)
        ]
        while holders:
            get, holder, count, depth = holders.pop()
            for index in range(count):
                one = get(holder, index)
                kind = raw.FPDFPageObj_GetType(one)
                if kind == raw.FPDF_PAGEOBJ_TEXT:
                    yield one
                if kind != raw.FPDF_PAGEOBJ_FORM or depth == _DEPTH:
                    continue
                if raw.FPDFPageObj_GetMarkedContentID(one) not in self._figures:
                    holders.append((raw.FPDFFormObj_GetObject, one, raw.FPDFFormObj_CountObjects(one), depth + 1))

    def _inked(self, text_page: Any, texts: Set[int]) -> Iterator[_Inked]:
        """Characters of the page with the edges of their ink."""
        raw = self._raw
        generated, object_of, box_of = raw.FPDFText_IsGenerated, raw.FPDFText_GetTextObject, raw.FPDFText_GetCharBox
        code_of, one = raw.FPDFText_GetUnicode, [ctypes.c_double() for _ in range(4)]
        at = [ctypes.byref(each) for each in one]
        for index in range(raw.FPDFText_CountChars(text_page)):
            if generated(text_page, index) == 1 or not box_of(text_page, index, *at):
                continue
            if chr(code_of(text_page, index)).isspace():
                continue
            edges = one[0].value, one[2].value, one[1].value, one[3].value
            shown = object_of(text_page, index)
            is_inked = edges[2] > edges[0] and edges[3] > edges[1]
            if is_inked and shown and ctypes.addressof(shown.contents) in texts and not self._has_no_room(edges):
                yield _Inked(index, edges, shown)

    def _has_no_room(self, edges: _Edges) -> bool:
        left, top = self._origin
        x, y = edges[0] - left, top - edges[3]
        em = 2 * max(edges[2] - edges[0], edges[3] - edges[1])
        return any(one.x - em <= x <= one.right + em and one.y - em <= y <= one.bottom + em for one in self._overset)

    def _unseen(self, inked: Sequence[_Inked], texts: Sequence[Any]) -> list[_Inked]:
        from PIL import ImageChops

        left, low, right, high = self._bounds
        scale = min(_SCALE, (_PIXELS / max((right - left) * (high - low), 1.0)) ** 0.5)
        shown = self._drawn(self._bounds, scale)
        modes = self._set_modes(texts, [self._raw.FPDF_TEXTRENDERMODE_INVISIBLE] * len(texts))
        apart = _Apart(ImageChops.difference(shown, self._drawn(self._bounds, scale)))
        doubtful = [one for one in inked if not apart.is_whole(one.edges, (left, high), scale)]
        if len(doubtful) > _PLACES or any(_is_vast(_about(one.edges)) for one in doubtful):
            self._set_modes(texts, modes)
            return doubtful
        places = [_about(one.edges) for one in doubtful]
        grounds = [self._drawn(place, _CLOSE) for place in places]
        self._set_modes(texts, modes)
        found: list[_Inked] = []
        for one, place, ground in zip(doubtful, places, grounds, strict=True):
            apart = _Apart(ImageChops.difference(self._drawn(place, _CLOSE), ground))
            x, y = (one.edges[0] + one.edges[2]) / 2, (one.edges[1] + one.edges[3]) / 2
            is_on_page = left <= x <= right and low <= y <= high  # close pictures show what stands beyond it too
            if not is_on_page or not apart.is_whole(one.edges, (place[0], place[3]), _CLOSE):
                found.append(one)
        return found

    def _set_modes(self, texts: Sequence[Any], modes: Sequence[int]) -> list[int]:
        """Give text objects other render modes; what they were."""
        before = [self._raw.FPDFTextObj_GetTextRenderMode(one) for one in texts]
        for one, mode in zip(texts, modes, strict=True):
            self._raw.FPDFTextObj_SetTextRenderMode(one, mode)
        return before

    def _drawn(self, edges: _Edges, scale: float) -> Any:
        """A part of the page in grey, its corner in the top left one of a pixel."""
        from PIL import Image

        raw, bounds = self._raw, self._bounds
        left, low, right, high = edges
        width, height = max(1, round((right - left) * scale)), max(1, round((high - low) * scale))
        bitmap = raw.FPDFBitmap_CreateEx(width, height, raw.FPDFBitmap_Gray, None, 0)
        try:
            raw.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xFFFFFFFF)
            matrix = raw.FS_MATRIX(scale, 0, 0, scale, (bounds[0] - left) * scale, (high - bounds[3]) * scale)
            clip = raw.FS_RECTF(0, 0, width, height)
            flags = raw.FPDF_ANNOT | raw.FPDF_GRAYSCALE
            raw.FPDF_RenderPageBitmapWithMatrix(bitmap, self._page, ctypes.byref(matrix), ctypes.byref(clip), flags)
            stride = raw.FPDFBitmap_GetStride(bitmap)
            data = ctypes.string_at(raw.FPDFBitmap_GetBuffer(bitmap), stride * height)
            return Image.frombuffer("L", (width, height), data, "raw", "L", stride, 1)
        finally:
            raw.FPDFBitmap_Destroy(bitmap)

    def _told(self, key: str, text_page: Any, found: Sequence[_Inked]) -> Iterator[Oddity]:
        """What was found, once a piece of marked content."""
        raw, pieces = self._raw, dict[int, list[_Inked]]()
        for one in found:
            pieces.setdefault(raw.FPDFPageObj_GetMarkedContentID(one.shown), []).append(one)
        for piece in list(pieces.values())[:_TOLD]:
            codes = [raw.FPDFText_GetUnicode(text_page, one.index) for one in piece]
            text = "".join(chr(code) for code in codes if not 0xD800 <= code < 0xE000)
            args: dict[str, object] = {"text": text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…", "count": len(text)}
            edges = piece[0].edges
            yield Oddity(key, args, (edges[0] - self._origin[0], self._origin[1] - edges[3]))


def _about(edges: _Edges) -> _Edges:
    return edges[0] - 1, edges[1] - 1, edges[2] + 1, edges[3] + 1


def _is_vast(edges: _Edges) -> bool:
    """Whether no picture of a place can be drawn closely."""
    return _area(edges) * _CLOSE**2 > _PIXELS or max(edges[2] - edges[0], edges[3] - edges[1]) * _CLOSE > _SIDE


def _area(edges: _Edges) -> float:
    return (edges[2] - edges[0]) * (edges[3] - edges[1])


class _Apart:
    """Two pictures of one place, with text and without it: their difference."""

    def __init__(self, difference: Any) -> None:
        # Pillow's own images within its images: thousands of characters are cut out of them.
        self._size = difference.size
        self._difference = difference.im
        self._seen = difference.point(_SEEN).im

    def is_whole(self, edges: _Edges, corner: tuple[float, float], scale: float) -> bool:
        """Whether what is seen in a box stands out and reaches all of its edges; `corner` is the left and top edge of
        the pictures.
        """
        left, top = (edges[0] - corner[0]) * scale, (corner[1] - edges[3]) * scale
        right, foot = (edges[2] - corner[0]) * scale, (corner[1] - edges[1]) * scale
        if not all(abs(edge) < _AFAR for edge in (left, top, right, foot)):
            return False
        box = int(left), int(top), int(right) + 1, int(foot) + 1
        wide, tall = box[2] - box[0], box[3] - box[1]
        if wide > 2 * self._size[0] + _SLACK or tall > 2 * self._size[1] + _SLACK:  # no page shows the whole of it
            return False
        seen = self._seen.crop(box).getbbox()
        if seen is None or self._difference.crop(box).getextrema()[1] < _CONTRAST:
            return False
        across, down = _SLACK + _OF_INK * wide, _SLACK + _OF_INK * tall
        return bool(seen[0] <= across and seen[2] >= wide - across and seen[1] <= down and seen[3] >= tall - down)


def _overlapping(inked: Sequence[_Inked]) -> list[_Inked]:
    """Characters whose ink stands in that of others before them."""
    cells: dict[tuple[int, int], list[_Inked]] = {}
    found: list[_Inked] = []
    for one in inked:
        left, low, right, high = one.edges
        across, up = int((left + right) / 2 / _CELL_PT), int((low + high) / 2 / _CELL_PT)
        near = [other for x in (-1, 0, 1) for y in (-1, 0, 1) for other in cells.get((across + x, up + y), ())]
        # A code that says several characters shows one glyph for them.
        if any(other.edges != one.edges and _overlap(one.edges, other.edges) for other in near):
            found.append(one)
        cells.setdefault((across, up), []).append(one)
    return found


def _overlap(one: _Edges, two: _Edges) -> bool:
    wide, tall = min(one[2], two[2]) - max(one[0], two[0]), min(one[3], two[3]) - max(one[1], two[1])
    if wide <= 0 or tall <= 0:
        return False
    return wide * tall > _OVERLAP * min(_area(one), _area(two))
