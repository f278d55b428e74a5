"""A page as pdfium draws it: whole, without its text, or its text alone."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator, Sequence, Set
from contextlib import contextmanager
from typing import Any

from jxprint.checker.sight_pictures import Edges

_DEPTH = 8
# Figures of a page; of more, which nobody prints, the edges of them all are told.
_FIGURES = 200
# Paths of a clip, and steps of a path: pictures of ours are clipped to a rectangle. What has more of them is no figure.
_PATHS, _STEPS = 8, 64
# How many times what a page shows would cover it; newspapers come to less than once.
_LAYERS = 100
PAPER, BLACK = 255, 0


class Drawing:
    """One page that pdfium has open, made to stand upright. `figures` is marked content whose forms are somebody
    else's: each is one object, whatever stands in it.
    """

    def __init__(self, raw: Any, page: Any, figures: Set[int]) -> None:
        self._raw, self._page = raw, page
        box = raw.FS_RECTF()
        raw.FPDFPage_SetRotation(page, 0)
        raw.FPDF_GetPageBoundingBox(page, ctypes.byref(box))
        self.bounds: Edges = box.left, box.bottom, box.right, box.top
        self.texts: list[Any] = []
        self.others: list[Any] = []
        for one, is_text in self._objects(figures):
            (self.texts if is_text else self.others).append(one)

    def _objects(self, figures: Set[int]) -> Iterator[tuple[Any, bool]]:
        """Everything that the page paints, and whether it is text; forms are what stands in them."""
        raw = self._raw
        holders: list[tuple[Callable[[Any, int], Any], Any, int, int]] = [
            (raw.FPDFPage_GetObject, self._page, raw.FPDFPage_CountObjects(self._page), 0)
        ]
        while holders:
            get, holder, count, depth = holders.pop()
            for index in range(count):
                one = get(holder, index)
                kind = raw.FPDFPageObj_GetType(one)
                is_form = kind == raw.FPDF_PAGEOBJ_FORM and depth < _DEPTH
                if is_form and raw.FPDFPageObj_GetMarkedContentID(one) not in figures:
                    holders.append((raw.FPDFFormObj_GetObject, one, raw.FPDFFormObj_CountObjects(one), depth + 1))
                else:
                    yield one, kind == raw.FPDF_PAGEOBJ_TEXT

    def figures(self) -> list[Edges]:
        """Where images stand, and forms that are figures, as far as their clips show them; every doubtful character may
        be held against each.
        """
        raw = self._raw
        not_paths = [one for one in self.others if raw.FPDFPageObj_GetType(one) != raw.FPDF_PAGEOBJ_PATH]
        found: dict[Edges, None] = {}
        for one in not_paths:
            for edges in self._edges_of([one]):
                seen = self._within_clip(one, edges)
                if seen[0] < seen[2] and seen[1] < seen[3]:
                    found[seen] = None
        if len(found) <= _FIGURES:
            return list(found)
        lefts, lows, rights, highs = zip(*found, strict=True)
        return [(min(lefts), min(lows), max(rights), max(highs))]

    def is_dense(self) -> bool:
        """Whether so much lies over each other that pdfium takes seconds for each picture."""
        left, low, right, high = self.bounds
        room = (right - left) * (high - low) * _LAYERS
        for one in self._edges_of([*self.texts, *self.others]):
            wide, tall = min(one[2], right) - max(one[0], left), min(one[3], high) - max(one[1], low)
            room -= wide * tall if wide > 0 and tall > 0 else 0.0
        return room < 0

    def _within_clip(self, one: Any, edges: Edges) -> Edges:
        """What the clip of an object leaves of its edges, by the rectangles around its paths."""
        raw, clip = self._raw, self._raw.FPDFPageObj_GetClipPath(one)
        left, low, right, high = edges
        x, y = ctypes.c_float(), ctypes.c_float()
        paths = raw.FPDFClipPath_CountPaths(clip) if clip else 0
        if paths > _PATHS:
            return left, low, left, low
        for path in range(paths):
            steps = raw.FPDFClipPath_CountPathSegments(clip, path)
            if steps > _STEPS:
                return left, low, left, low
            xs, ys = [], []
            for step in range(steps):
                segment = raw.FPDFClipPath_GetPathSegment(clip, path, step)
                if segment and raw.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y)):
                    xs.append(x.value)
                    ys.append(y.value)
            if xs:
                left, low, right, high = max(left, min(xs)), max(low, min(ys)), min(right, max(xs)), min(high, max(ys))
        return left, low, right, high

    def _edges_of(self, objects: Sequence[Any]) -> Iterator[Edges]:
        bounds_of, edges = self._raw.FPDFPageObj_GetBounds, [ctypes.c_float() for _ in range(4)]
        at = [ctypes.byref(edge) for edge in edges]
        for one in objects:
            if bounds_of(one, *at):
                yield edges[0].value, edges[1].value, edges[2].value, edges[3].value

    @contextmanager
    def without(self, objects: Sequence[Any]) -> Iterator[None]:
        """The page as if these were not on it."""
        self._set_active(objects, False)
        try:
            yield
        finally:
            self._set_active(objects, True)

    def _set_active(self, objects: Sequence[Any], active: bool) -> None:
        for one in objects:
            self._raw.FPDFPageObj_SetIsActive(one, active)

    def picture(self, edges: Edges, scale: float, *, background: int = PAPER, notes: bool = True) -> Any:
        """A part of the page in grey on a background (0 to 255), its corner in the top left one of a pixel; annotations
        are drawn where `notes` are wanted.
        """
        from PIL import Image

        raw, bounds = self._raw, self.bounds
        left, low, right, high = edges
        width, height = max(1, round((right - left) * scale)), max(1, round((high - low) * scale))
        bitmap = raw.FPDFBitmap_CreateEx(width, height, raw.FPDFBitmap_Gray, None, 0)
        try:
            raw.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xFF000000 | background * 0x010101)
            matrix = raw.FS_MATRIX(scale, 0, 0, scale, (bounds[0] - left) * scale, (high - bounds[3]) * scale)
            clip = raw.FS_RECTF(0, 0, width, height)
            flags = raw.FPDF_GRAYSCALE | (raw.FPDF_ANNOT if notes else 0)
            raw.FPDF_RenderPageBitmapWithMatrix(bitmap, self._page, ctypes.byref(matrix), ctypes.byref(clip), flags)
            stride = raw.FPDFBitmap_GetStride(bitmap)
            data = ctypes.string_at(raw.FPDFBitmap_GetBuffer(bitmap), stride * height)
            return Image.frombuffer("L", (width, height), data, "raw", "L", stride, 1)
        finally:
            raw.FPDFBitmap_Destroy(bitmap)
