"""The second reader: pdfium's characters and pdfium's structure tree. It shares no code with the first.

What pdfium adds of its own (spaces and line breaks between what it takes for words and lines) is marked as generated
and left out. It sorts what stands on one line from left to right; its own list of the page's objects gives the order of
the content stream back. What it loses and changes is listed in jxprint.checker.losses.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from operator import itemgetter
from pathlib import Path
from typing import Any

from jxprint.checker.glyphs import Glyph, ReadPage, TaggedArticle
from jxprint.checker.opening import plain, refuse

READER = "pdfium"
# A hyphen at the end of a line comes as this code.
_HYPHEN = 2
_ELEMENTS = 200_000
_OBJECTS = 500_000
_DEPTH = 64


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
        glyphs = _glyphs(raw, text_page.raw, origin, _ranks(raw, page.raw))
        articles = _articles(raw, page.raw)
    finally:
        text_page.close()
        page.close()
    return ReadPage(READER, tuple(glyphs), tuple(articles))


def _ranks(raw: Any, page: Any) -> dict[int, int]:
    """The place of each object in the content stream, forms unfolded, by the object's address."""
    ranks: dict[int, int] = {}
    waiting = [(raw.FPDFPage_GetObject, page, raw.FPDFPage_CountObjects(page), 0)]
    while waiting and len(ranks) < _OBJECTS:
        get, holder, count, index = waiting.pop()
        if index >= count:
            continue
        waiting.append((get, holder, count, index + 1))
        shown = get(holder, index)
        if not shown:
            continue
        ranks.setdefault(ctypes.addressof(shown.contents), len(ranks))
        if raw.FPDFPageObj_GetType(shown) == raw.FPDF_PAGEOBJ_FORM and len(waiting) < _DEPTH:
            waiting.append((raw.FPDFFormObj_GetObject, shown, raw.FPDFFormObj_CountObjects(shown), 0))
    return ranks


def _glyphs(raw: Any, text_page: Any, origin: tuple[float, float], ranks: Mapping[int, int]) -> list[Glyph]:
    left, top = origin
    unicode_of, generated, object_of = raw.FPDFText_GetUnicode, raw.FPDFText_IsGenerated, raw.FPDFText_GetTextObject
    origin_of, box_of, size_of = raw.FPDFText_GetCharOrigin, raw.FPDFText_GetLooseCharBox, raw.FPDFText_GetFontSize
    x, y, box = ctypes.c_double(), ctypes.c_double(), raw.FS_RECTF()
    x_at, y_at, box_at = ctypes.byref(x), ctypes.byref(y), ctypes.byref(box)
    address_of = ctypes.addressof
    owners: dict[int, tuple[int | None, int]] = {}
    found: list[tuple[int, Glyph]] = []
    rank, lead, behind_gap = 0, 0, False
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
                owners[address] = None if owned < 0 else owned, ranks.get(address, rank)
            mcid, rank = owners[address]
        origin_of(text_page, index, x_at, y_at)
        box_of(text_page, index, box_at)
        text = "-" if code == _HYPHEN else chr(code)
        place = x.value - left, top - y.value, size_of(text_page, index), box.right - box.left
        found.append((rank, Glyph(text, *place, mcid, behind_gap=behind_gap)))
        behind_gap = False
    glyphs = [glyph for _, glyph in sorted(found, key=itemgetter(0))]
    _find_vertical(glyphs)
    return glyphs


def _find_vertical(glyphs: Sequence[Glyph]) -> None:
    """The writing direction, which pdfium does not tell, is where the pen goes, marked content by marked content."""
    start = 0
    for end in range(1, len(glyphs) + 1):
        if end < len(glyphs) and glyphs[end].mcid == glyphs[start].mcid:
            continue
        downward = sum(
            abs(two.x - one.x) < 0.6 * one.size < two.y - one.y + 0.2 * one.size
            for one, two in zip(glyphs[start : end - 1], glyphs[start + 1 : end], strict=False)
        )
        if downward * 2 > end - start - 1:
            for glyph in glyphs[start:end]:
                glyph.down = True
        start = end


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
