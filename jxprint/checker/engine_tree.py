"""The structure tree as pdfium tells it, page by page: articles, their marked content, its frames and readings."""

from __future__ import annotations

import ctypes
from typing import Any

from jxprint.checker.glyphs import Ruby, TaggedArticle

_ELEMENTS = 200_000
_DEPTH = 64
_BBOX = b"BBox\0"


def read_tree(raw: Any, page: Any) -> EngineTree:
    """The tree of one page; empty where it has none."""
    walk = EngineTree(raw)
    tree = raw.FPDF_StructTree_GetForPage(page)
    if tree:
        try:
            for index in range(raw.FPDF_StructTree_CountChildren(tree)):
                walk.element(raw.FPDF_StructTree_GetChildAtIndex(tree, index), None, [], 0)
        finally:
            raw.FPDF_StructTree_Close(tree)
    return walk


class EngineTree:
    """`articles` in the tree's order; `boxes` are the BBox (PDF space) of each piece of marked content, `rows` those of
    the row of a table that it stands in; `rubies` are readings and their bases, `figures` the marked content of
    figures.
    """

    def __init__(self, raw: Any) -> None:
        self.articles: list[TaggedArticle] = []
        self.boxes: dict[int, list[float]] = {}
        self.rows: dict[int, list[float]] = {}
        self.rubies: list[Ruby] = []
        self.figures: set[int] = set()
        self._row: list[float] = []
        self._ruby: dict[str, list[int]] = {}
        self._part = ""
        self._raw = raw
        self._left = _ELEMENTS

    def element(self, element: Any, owned: list[int] | None, box: list[float], depth: int) -> None:
        """One element; `owned` gathers the open article's marked content, `box` is what stands around it."""
        raw = self._raw
        self._left -= 1
        if not element or depth > _DEPTH or self._left < 0:
            return
        tag, part, row = _string(raw.FPDF_StructElement_GetType, element), self._part, self._row
        is_article = owned is None and tag == "Art"
        if tag == "Ruby":
            self._ruby, self._part = {}, ""
        elif tag in ("RB", "RT"):
            self._part = tag
        if owned is not None:
            box = self._box(element) or box
        if tag == "TR":
            self._row = box
        inside: list[int] | None = [] if is_article else owned
        for index in range(raw.FPDF_StructElement_CountChildren(element)):
            mcid = raw.FPDF_StructElement_GetChildMarkedContentID(element, index)
            if mcid >= 0:
                if tag == "Figure":
                    self.figures.add(mcid)
                if self._part:
                    self._ruby.setdefault(self._part, []).append(mcid)
                if box:
                    self.boxes[mcid] = box
                if self._row:
                    self.rows[mcid] = self._row
                if inside is None:
                    self.articles.append(TaggedArticle("", (mcid,)))
                else:
                    inside.append(mcid)
            else:
                self.element(raw.FPDF_StructElement_GetChildAtIndex(element, index), inside, box, depth + 1)
        self._part, self._row = part, row
        if tag == "Ruby":
            self.rubies.append(Ruby(tuple(self._ruby.get("RB", ())), tuple(self._ruby.get("RT", ()))))
        if is_article and inside:
            self.articles.append(TaggedArticle(_string(raw.FPDF_StructElement_GetTitle, element), tuple(inside)))

    def _box(self, element: Any) -> list[float]:
        raw = self._raw
        number = ctypes.c_float()
        for index in range(raw.FPDF_StructElement_GetAttributeCount(element)):
            attributes = raw.FPDF_StructElement_GetAttributeAtIndex(element, index)
            value = raw.FPDF_StructElement_Attr_GetValue(attributes, _BBOX)
            if not value or raw.FPDF_StructElement_Attr_CountChildren(value) != 4:
                continue
            box: list[float] = []
            for edge in range(4):
                one = raw.FPDF_StructElement_Attr_GetChildAtIndex(value, edge)
                if one and raw.FPDF_StructElement_Attr_GetNumberValue(one, ctypes.byref(number)):
                    box.append(number.value)
            return box
        return []


def _string(getter: Any, element: Any) -> str:
    """A string of pdfium's, UTF-16LE with an end mark."""
    size = getter(element, None, 0)
    if size <= 2:
        return ""
    buffer = ctypes.create_string_buffer(size)
    getter(element, buffer, size)
    return buffer.raw[: size - 2].decode("utf-16-le", "replace")
