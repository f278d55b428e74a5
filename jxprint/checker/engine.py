"""The second reader: pdfium's characters and pdfium's structure tree. It shares no code with the first.

What pdfium adds of its own (spaces and line breaks between what it takes for words and lines) is marked as generated
and left out. What it changes is listed: LIGATURES, and that a space of the copy may be swallowed by a generated one
(`Glyph.behind_gap`).
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from jxprint.checker.glyphs import Glyph, ReadPage, TaggedArticle
from jxprint.intake.opening import plain, refuse

READER = "pdfium"
# pdfium takes these apart wherever it meets them.
LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
# A hyphen at the end of a line comes as this code.
_HYPHEN = 2
# Neighbours this level, of which one begins where the other ends (ems), stand side by side.
_LEVEL_EM = 0.05
_TOUCHING_EM = 0.15
# The next glyph of a vertical line stands no further aside and at least so far below (ems).
_ASIDE_EM = 0.6
_BELOW_EM = 0.2
_ELEMENTS = 200_000
_DEPTH = 64

# The middle of a glyph's box across the page, its head and its height.
_Box = tuple[float, float, float]


@contextmanager
def opened_by_engine(pdf: Path | bytes, name: str) -> Iterator[Any]:
    """The document as pdfium opens it; raises PdfError."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(pdf)
    except (pypdfium2.PdfiumError, OSError, ValueError) as problem:
        refuse("checks.damaged", name, reason=plain(problem))
    try:
        yield document
    finally:
        document.close()


def read_by_engine(document: Any, index: int, origin: tuple[float, float], name: str) -> ReadPage:
    """One page; `origin` is the left and top edge of its trim box in PDF space."""
    import pypdfium2
    from pypdfium2 import raw

    page = None
    try:
        page = document[index]
        text_page = page.get_textpage()
    except pypdfium2.PdfiumError as problem:
        refuse("checks.damaged", name, reason=plain(problem))
    try:
        glyphs, boxes = _glyphs(raw, text_page.raw, origin)
        _find_vertical(glyphs, boxes)
        articles = _articles(raw, page.raw)
    finally:
        text_page.close()
        page.close()
    return ReadPage(READER, tuple(glyphs), tuple(articles))


def _glyphs(raw: Any, text_page: Any, origin: tuple[float, float]) -> tuple[list[Glyph], list[_Box]]:
    """The page's glyphs as they come, and the box of each."""
    left, top = origin
    unicode_of, generated, object_of = raw.FPDFText_GetUnicode, raw.FPDFText_IsGenerated, raw.FPDFText_GetTextObject
    origin_of, box_of, size_of = raw.FPDFText_GetCharOrigin, raw.FPDFText_GetLooseCharBox, raw.FPDFText_GetFontSize
    x, y, box = ctypes.c_double(), ctypes.c_double(), raw.FS_RECTF()
    x_at, y_at, box_at = ctypes.byref(x), ctypes.byref(y), ctypes.byref(box)
    address_of = ctypes.addressof
    owners: dict[int, int | None] = {}
    glyphs: list[Glyph] = []
    boxes: list[_Box] = []
    lead, behind_gap = 0, False
    for index in range(raw.FPDFText_CountChars(text_page)):
        if generated(text_page, index) == 1:
            behind_gap = True
            continue
        code = unicode_of(text_page, index)
        if 0xD800 <= code < 0xDC00:
            lead = code
            continue
        if lead and 0xDC00 <= code < 0xE000:
            code = 0x10000 + (lead - 0xD800 << 10) + code - 0xDC00
        lead = 0
        shown = object_of(text_page, index)
        mcid = None
        if shown:
            address = address_of(shown.contents)
            if address not in owners:
                owned = raw.FPDFPageObj_GetMarkedContentID(shown)
                owners[address] = None if owned < 0 else owned
            mcid = owners[address]
        origin_of(text_page, index, x_at, y_at)
        box_of(text_page, index, box_at)
        text = "-" if code == _HYPHEN else chr(code)
        width, size = box.right - box.left, size_of(text_page, index)
        glyphs.append(Glyph(text, x.value - left, top - y.value, size, width, mcid, behind_gap=behind_gap))
        boxes.append(((box.left + box.right) / 2 - left, top - box.top, box.top - box.bottom))
        behind_gap = False
    return glyphs, boxes


def _find_vertical(glyphs: Sequence[Glyph], boxes: Sequence[_Box]) -> None:
    """The writing direction, which pdfium does not tell, is where the boxes go, marked content by marked content; what
    stands side by side within an em there is a figure of a vertical line and runs to the right.
    """
    start = 0
    for end in range(1, len(glyphs) + 1):
        if end < len(glyphs) and glyphs[end].mcid == glyphs[start].mcid:
            continue
        pairs = range(start, end - 1)
        downward = sum(
            abs(boxes[k + 1][0] - boxes[k][0]) < _ASIDE_EM * glyphs[k].size
            and boxes[k + 1][1] - boxes[k][1] > _BELOW_EM * glyphs[k].size
            for k in pairs
        )
        beside = [k for k in pairs if _side_by_side(glyphs[k], glyphs[k + 1])]
        if downward * 2 > len(pairs) - len(beside):
            for glyph in glyphs[start:end]:
                glyph.down = True
            for k in beside:
                glyphs[k].down = glyphs[k + 1].down = False
        start = end
    for glyph, (centre, head, height) in zip(glyphs, boxes, strict=True):
        if glyph.down:
            # Pens as the first reader has them: on the centre line, at the head of the glyph's box.
            glyph.x, glyph.y, glyph.width = centre, head, height


def _side_by_side(one: Glyph, two: Glyph) -> bool:
    level, apart = abs(two.y - one.y), two.x - one.x - one.width
    return level < _LEVEL_EM * one.size and abs(apart) < _TOUCHING_EM * one.size


def _articles(raw: Any, page: Any) -> list[TaggedArticle]:
    tree = raw.FPDF_StructTree_GetForPage(page)
    if not tree:
        return []
    walk = _Tree(raw)
    try:
        for index in range(raw.FPDF_StructTree_CountChildren(tree)):
            walk.element(raw.FPDF_StructTree_GetChildAtIndex(tree, index), None, 0)
    finally:
        raw.FPDF_StructTree_Close(tree)
    return walk.articles


class _Tree:
    def __init__(self, raw: Any) -> None:
        self.articles: list[TaggedArticle] = []
        self._raw = raw
        self._left = _ELEMENTS

    def element(self, element: Any, owned: list[int] | None, depth: int) -> None:
        """One element; `owned` gathers the open article's marked content."""
        raw = self._raw
        self._left -= 1
        if not element or depth > _DEPTH or self._left < 0:
            return
        is_article = owned is None and _string(raw.FPDF_StructElement_GetType, element) == "Art"
        inside: list[int] | None = [] if is_article else owned
        for index in range(raw.FPDF_StructElement_CountChildren(element)):
            mcid = raw.FPDF_StructElement_GetChildMarkedContentID(element, index)
            if mcid >= 0:
                if inside is None:
                    self.articles.append(TaggedArticle("", (mcid,)))
                else:
                    inside.append(mcid)
            else:
                self.element(raw.FPDF_StructElement_GetChildAtIndex(element, index), inside, depth + 1)
        if is_article and inside:
            self.articles.append(TaggedArticle(_string(raw.FPDF_StructElement_GetTitle, element), tuple(inside)))


def _string(getter: Any, element: Any) -> str:
    """A string of pdfium's, UTF-16LE with an end mark."""
    size = getter(element, None, 0)
    if size <= 2:
        return ""
    buffer = ctypes.create_string_buffer(size)
    getter(element, buffer, size)
    return buffer.raw[: size - 2].decode("utf-16-le", "replace")
