"""The sight: what of the page's text stands out from its ground once the page is drawn.

Readers believe what a file says that it shows. Here pdfium draws the page with its text and without it: where both
pictures are the same nobody sees a character, whatever is the cause: something painted over it, a clip, a mask, a
layer, an ink like its ground. A character is seen whole where the difference reaches every edge of its own ink. What is
doubtful in a small picture of the page is looked at again in a large one of its place. No other reader is asked.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from typing import Any

from msgspec import Struct

from jxprint.checker.engine_calls import direct, handle
from jxprint.checker.glyphs import Glyph, Oddity
from jxprint.checker.sight_pictures import Apart, Edges
from jxprint.geometry import Rect

# Pixels to the point of the picture of a page, and of that of a doubtful place; the most of them, and of a side.
_SCALE, _CLOSE = 1.2, 5.0
_PIXELS = 24_000_000
_SIDE = 32_000
# Doubtful places that are looked at closely; of a page of which more is doubtful so many are enough.
_PLACES = 60
_TOLD, _SHOWN = 20, 24
# Ink of two characters that stand in each other: so much of the smaller box; those whose middles are near are compared,
# and what is larger than `_LARGE_PT` with all whose middles it covers.
_OVERLAP, _CELL_PT = 0.45, 4.0
_LARGE_PT = _CELL_PT / (1 - _OVERLAP)
# How many places are asked for that on one page: a broadsheet's heads ask for some thousands.
_LOOKS = 5_000_000
_ROW_OF_CELLS = 1 << 20
_AROUND = tuple(x * _ROW_OF_CELLS + y for x in (-1, 0, 1) for y in (-1, 0, 1))
_DEPTH = 8

# pdfium's number of a character, what that is, its text object and the address of that.
Drawn = tuple[int, Glyph, Any, int]


class _Inked(Struct, frozen=True, gc=False):
    """A shown character with the edges of its ink."""

    glyph: Glyph
    edges: Edges


class Sight:
    """Looks at one page that pdfium has open, and its text."""

    def __init__(self, raw: Any, page: Any, text_page: Any) -> None:
        self._raw, self._page, self._text_page = raw, page, text_page
        self._origin: tuple[float, float] = (0.0, 0.0)
        self._figures: Set[int] = frozenset()
        self._overset: Sequence[Rect] = ()
        self._stands_out = Apart.is_whole
        self._bounds: Edges = (0.0, 0.0, 0.0, 0.0)

    def look(
        self, drawn: Iterable[Drawn], origin: tuple[float, float], figures: Set[int], overset: Sequence[Rect] = ()
    ) -> Iterator[Oddity]:
        """What of the page's text is not seen, or not whole, and what stands in other text. `drawn` are the characters
        that pdfium finds, white and what it adds left out; `origin` is the left and top edge of the trim box, `figures`
        marked content whose forms are somebody else's, `overset` regions in which copy may pass the trim.
        """
        self._origin, self._figures, self._overset = origin, figures, overset
        inked, texts = self._laid_out(drawn)
        yield from self._told("checks.unseen", self._unseen(inked, texts))
        yield from self._told("checks.overlapping", _overlapping(inked))

    def blank(self, drawn: Iterable[Drawn]) -> list[Glyph]:
        """Characters of anybody's page where paper shows nothing at all: pale and half covered type may be meant. Faces
        that are not in the file are not at hand, and pdfium draws nothing for them.
        """
        self._stands_out = Apart.is_there
        inked, texts = self._laid_out([one for one in drawn if self._is_embedded(one[2])])
        return [one.glyph for one in self._unseen(inked, texts)]

    def _is_embedded(self, shown: Any) -> bool:
        font = self._raw.FPDFTextObj_GetFont(shown)
        return bool(font) and self._raw.FPDFFont_GetIsEmbedded(font) == 1

    def _laid_out(self, drawn: Iterable[Drawn]) -> tuple[list[_Inked], list[Any]]:
        """Characters with their ink, and the text objects of the page, which is made to stand upright."""
        raw = self._raw
        box = raw.FS_RECTF()
        raw.FPDFPage_SetRotation(self._page, 0)
        raw.FPDF_GetPageBoundingBox(self._page, ctypes.byref(box))
        self._bounds = box.left, box.bottom, box.right, box.top
        texts = list(self._texts())
        return list(self._inked(drawn, {ctypes.addressof(one.contents) for one in texts})), texts

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

    def _inked(self, drawn: Iterable[Drawn], texts: Set[int]) -> Iterator[_Inked]:
        """Characters of the page with the edges of their ink."""
        box_of, characters = direct(self._raw.FPDFText_GetCharBox, ctypes.c_int), handle(self._text_page)
        one = [ctypes.c_double() for _ in range(4)]
        at = [ctypes.byref(each) for each in one]
        for index, glyph, _, address in drawn:
            if address not in texts or not box_of(characters, index, *at):
                continue
            edges = one[0].value, one[2].value, one[1].value, one[3].value
            is_inked = edges[2] > edges[0] and edges[3] > edges[1]
            if is_inked and not (self._overset and self._has_no_room(edges)):
                yield _Inked(glyph, edges)

    def _has_no_room(self, edges: Edges) -> bool:
        left, top = self._origin
        x, y = edges[0] - left, top - edges[3]
        em = 2 * max(edges[2] - edges[0], edges[3] - edges[1])
        return any(one.x - em <= x <= one.right + em and one.y - em <= y <= one.bottom + em for one in self._overset)

    def _unseen(self, inked: Sequence[_Inked], texts: Sequence[Any]) -> list[_Inked]:
        from PIL import ImageChops

        left, low, right, high = self._bounds
        scale = min(_SCALE, (_PIXELS / max((right - left) * (high - low), 1.0)) ** 0.5)
        shown = self._drawn(self._bounds, scale)
        self._set_active(texts, False)
        apart = Apart(ImageChops.difference(shown, self._drawn(self._bounds, scale)))
        doubtful = [one for one in inked if not self._stands_out(apart, one.edges, (left, high), scale)]
        if len(doubtful) > _PLACES or any(_is_vast(_about(one.edges)) for one in doubtful):
            self._set_active(texts, True)
            return doubtful
        places = [_about(one.edges) for one in doubtful]
        grounds = [self._drawn(place, _CLOSE) for place in places]
        self._set_active(texts, True)
        found: list[_Inked] = []
        for one, place, ground in zip(doubtful, places, grounds, strict=True):
            apart = Apart(ImageChops.difference(self._drawn(place, _CLOSE), ground))
            x, y = (one.edges[0] + one.edges[2]) / 2, (one.edges[1] + one.edges[3]) / 2
            is_on_page = left <= x <= right and low <= y <= high  # close pictures show what stands beyond it too
            if not is_on_page or not self._stands_out(apart, one.edges, (place[0], place[3]), _CLOSE):
                found.append(one)
        return found

    def _set_active(self, texts: Sequence[Any], active: bool) -> None:
        for one in texts:
            self._raw.FPDFPageObj_SetIsActive(one, active)

    def _drawn(self, edges: Edges, scale: float) -> Any:
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

    def _told(self, key: str, found: Sequence[_Inked]) -> Iterator[Oddity]:
        """What was found, once a piece of marked content."""
        pieces: dict[int | None, list[_Inked]] = {}
        for one in found:
            pieces.setdefault(one.glyph.mcid, []).append(one)
        for piece in list(pieces.values())[:_TOLD]:
            text = "".join(one.glyph.text for one in piece)
            args: dict[str, object] = {"text": text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…", "count": len(text)}
            edges = piece[0].edges
            yield Oddity(key, args, (edges[0] - self._origin[0], self._origin[1] - edges[3]))


def _about(edges: Edges) -> Edges:
    return edges[0] - 1, edges[1] - 1, edges[2] + 1, edges[3] + 1


def _is_vast(edges: Edges) -> bool:
    """Whether no picture of a place can be drawn closely."""
    return _area(edges) * _CLOSE**2 > _PIXELS or max(edges[2] - edges[0], edges[3] - edges[1]) * _CLOSE > _SIDE


def _area(edges: Edges) -> float:
    return (edges[2] - edges[0]) * (edges[3] - edges[1])


def _overlapping(inked: Sequence[_Inked]) -> list[_Inked]:
    """Characters whose ink stands in that of others."""
    cells: dict[int, list[_Inked]] = {}
    found: list[_Inked] = []
    large: list[_Inked] = []
    for one in inked:
        left, low, right, high = one.edges
        cell = int((left + right) / 2 / _CELL_PT) * _ROW_OF_CELLS + int((low + high) / 2 / _CELL_PT)
        near = [other for step in _AROUND if cell + step in cells for other in cells[cell + step]]
        # A code that says several characters shows one glyph for them.
        if near and any(other.edges != one.edges and _overlap(one.edges, other.edges) for other in near):
            found.append(one)
        elif right - left > _LARGE_PT or high - low > _LARGE_PT:
            large.append(one)
        cells.setdefault(cell, []).append(one)
    looks = _LOOKS
    for one in large:
        held, count = _under(one.edges, cells)
        looks -= count
        if looks < 0:
            break
        if any(other.edges != one.edges and _overlap(one.edges, other.edges) for near in held for other in near):
            found.append(one)
    return found


def _under(edges: Edges, cells: Mapping[int, list[_Inked]]) -> tuple[Iterable[list[_Inked]], int]:
    """Characters whose middles a large one may cover, by cell, and how many cells are asked for that."""
    left, low, right, high = edges
    x, y, across, down = (left + right) / 2, (low + high) / 2, right - left, high - low
    first, last = (int((x + way * (1 - _OVERLAP) * across) / _CELL_PT) for way in (-1, 1))
    foot, top = (int((y + way * (1 - _OVERLAP) * down) / _CELL_PT) for way in (-1, 1))
    count = (last - first + 1) * (top - foot + 1)
    if count > len(cells):
        return cells.values(), len(cells)
    named = (column * _ROW_OF_CELLS + row for column in range(first, last + 1) for row in range(foot, top + 1))
    return (cells[cell] for cell in named if cell in cells), count


def _overlap(one: Edges, two: Edges) -> bool:
    wide, tall = min(one[2], two[2]) - max(one[0], two[0]), min(one[3], two[3]) - max(one[1], two[1])
    if wide <= 0 or tall <= 0:
        return False
    return wide * tall > _OVERLAP * min(_area(one), _area(two))
