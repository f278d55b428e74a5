"""The second reader: pdfium's characters and pdfium's structure tree. It shares no code with the first.

What pdfium adds of its own (spaces and line breaks between what it takes for words and lines) is marked as generated
and left out. It sorts what stands on one line from left to right; its own list of the page's objects gives the order of
the content stream back. What it loses and changes is listed in jxprint.checker.losses.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import groupby, pairwise
from operator import itemgetter
from pathlib import Path
from typing import Any

from jxprint.checker.engine_tree import read_tree
from jxprint.checker.glyphs import Glyph, ReadPage, frame_of
from jxprint.checker.opening import plain, refuse

READER = "pdfium"
# A hyphen at the end of a line comes as this code.
_HYPHEN = 2
_OBJECTS = 500_000
_STEP_EM = 1.2
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
        tree = read_tree(raw, page.raw)
    finally:
        text_page.close()
        page.close()
    frames = {mcid: frame for mcid, box in tree.boxes.items() if (frame := frame_of(box, origin)) is not None}
    return ReadPage(READER, tuple(glyphs), tuple(tree.articles), (), frames)


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
    found.sort(key=itemgetter(0))
    _find_vertical(found)
    return [glyph for _, glyph in found]


def _find_vertical(found: Sequence[tuple[int, Glyph]]) -> None:
    """The writing direction, which pdfium does not tell, is where the pen goes, marked content by marked content: from
    glyph to glyph of one text object (their rank); where each glyph is an object of its own, from one to the next, if
    that is no further than a glyph goes: short lines of a glyph each stand further apart.
    """
    for _, group in groupby(found, lambda one: one[1].mcid):
        owned = list(group)
        steps = [(one[1], two[1]) for one, two in pairwise(owned) if one[0] == two[0]]
        moving = [(one, two) for one, two in steps if (one.x, one.y) != (two.x, two.y)]
        furthest = float("inf")
        if not moving:
            moving, furthest = [(one[1], two[1]) for one, two in pairwise(owned)], _STEP_EM
        downward = sum(
            abs(two.x - one.x) < 0.6 * one.size and 0.4 * one.size < two.y - one.y < furthest * one.size
            for one, two in moving
        )
        if downward * 2 > len(moving):
            for _, glyph in owned:
                glyph.down = True
