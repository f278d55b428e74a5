"""The second reader: pdfium's characters and pdfium's structure tree. It shares no code with the first.

What pdfium adds of its own (spaces and line breaks between what it takes for words and lines) is marked as generated
and left out. It sorts what stands on one line from left to right; its own list of the page's objects gives the order of
the content stream back. What it loses and changes is listed in jxprint.checker.losses.
"""

from __future__ import annotations

import ctypes
from collections.abc import Container, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import groupby, pairwise
from operator import itemgetter
from pathlib import Path
from typing import Any

from msgspec import Struct, field

from jxprint.checker.engine_tree import EngineTree, read_tree
from jxprint.checker.glyphs import Enclosed, Frame, Glyph, Oddity, ReadPage, frames_of
from jxprint.checker.sight import Sight
from jxprint.geometry import Rect
from jxprint.intake.opening import plain, refuse

READER = "pdfium"
# A hyphen at the end of a line comes as this code.
_HYPHEN = 2
_OBJECTS = 500_000
# Neighbours this level, of which one begins where the other ends (ems), stand side by side; in a figure that was closed
# up it begins within the white that the font says behind the other.
_LEVEL_EM = 0.05
_TOUCHING_EM, _CLOSED_UP_EM = 0.15, 0.3
# The next glyph of a vertical line stands no further aside, and so far below (ems): lines of a glyph each stand further
# apart.
_ASIDE_EM = 0.6
_BELOW_EM = 0.2
_STEP_EM = 1.3
# A figure of a vertical line is an object of this width at most (ems).
_FIGURE_EM = 1.3
_DEPTH = 64

# The middle of a glyph's box across the page, its head and its height.
_Box = tuple[float, float, float]
# A glyph with the place of its text object in the content stream, and its box.
_Found = tuple[int, Glyph, _Box]
_Seen = tuple[EngineTree, "_Objects", list[_Found], tuple[Oddity, ...]]


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


def read_by_engine(
    document: Any, index: int, origin: tuple[float, float], name: str, overset: Sequence[Rect] = ()
) -> ReadPage:
    """One page; `origin` is the left and top edge of its trim box in PDF space, `overset` as for `read_pages`."""
    tree, shown, found, oddities = _seen(document, index, origin, name, overset)
    forms = {mcid: [""] for mcid in shown.forms if mcid in tree.figures}
    for rank, glyph, _ in found:
        if shown.holders.get(rank) in forms:
            forms[shown.holders[rank]].append(glyph.text)
    found = [one for one in found if shown.holders.get(one[0]) not in forms]
    frames = frames_of(tree.boxes, tree.rows, origin)
    _find_vertical(found, frames, {mcid for ruby in tree.rubies for mcid in ruby.reading})
    glyphs = tuple([glyph for _, glyph, _ in found])
    enclosed = tuple(Enclosed(mcid, True, "".join(texts)) for mcid, texts in forms.items())
    return ReadPage(READER, glyphs, tuple(tree.articles), oddities, frames, (), tuple(tree.rubies), enclosed)


def glyphs_by_engine(document: Any, index: int, origin: tuple[float, float], name: str) -> ReadPage:
    """One page whatever it is made of: what figures show is part of it."""
    tree, _, found, _ = _seen(document, index, origin, name)
    _find_vertical(found, {}, ())
    return ReadPage(READER, tuple([glyph for _, glyph, _ in found]), tuple(tree.articles))


def text_by_engine(document: Any, index: int, name: str) -> str:
    """All text of a page in the order in which it is shown, whatever its tags say."""
    return "".join(glyph.text for _, glyph, _ in _seen(document, index, (0.0, 0.0), name)[2])


def _seen(document: Any, index: int, origin: Any, name: str, overset: Sequence[Rect] | None = None) -> _Seen:
    """The tree of a page, its objects, its glyphs in their order, and, but without `overset`, how they look."""
    import pypdfium2
    from pypdfium2 import raw

    page = None
    try:
        page = document[index]
        text_page = page.get_textpage()
    except pypdfium2.PdfiumError as problem:
        refuse("checks.damaged", name, reason=plain(problem))
    try:
        tree = read_tree(raw, page.raw)
        shown = _objects(raw, page.raw)
        found = _found(raw, text_page.raw, origin, shown)
        looks = () if overset is None else Sight(origin, tree.figures, overset).look(raw, page.raw, text_page.raw)
        return tree, shown, found, tuple(looks)
    finally:
        text_page.close()
        page.close()


class _Objects(Struct):
    """The page's objects, forms unfolded: their places in the content stream by address; of those that a form of the
    page holds, by place, that form's marked content; and the marked content of all forms of the page.
    """

    ranks: dict[int, int] = field(default_factory=dict)
    holders: dict[int, int] = field(default_factory=dict)
    forms: list[int] = field(default_factory=list)


def _objects(raw: Any, page: Any) -> _Objects:
    found = _Objects()
    ranks = found.ranks
    waiting: list[tuple[Any, Any, int, int, int | None]] = []
    waiting.append((raw.FPDFPage_GetObject, page, raw.FPDFPage_CountObjects(page), 0, None))
    while waiting and len(ranks) < _OBJECTS:
        get, holder, count, index, held = waiting.pop()
        if index >= count:
            continue
        waiting.append((get, holder, count, index + 1, held))
        shown = get(holder, index)
        if not shown:
            continue
        rank = ranks.setdefault(ctypes.addressof(shown.contents), len(ranks))
        if held is not None:
            found.holders[rank] = held
        if raw.FPDFPageObj_GetType(shown) == raw.FPDF_PAGEOBJ_FORM and len(waiting) < _DEPTH:
            if held is None:
                held = raw.FPDFPageObj_GetMarkedContentID(shown)
                found.forms.append(held)
            waiting.append((raw.FPDFFormObj_GetObject, shown, raw.FPDFFormObj_CountObjects(shown), 0, held))
    return found


def _found(raw: Any, text_page: Any, origin: tuple[float, float], shown_by: _Objects) -> list[_Found]:
    left, top = origin
    ranks = shown_by.ranks
    unicode_of, generated, object_of = raw.FPDFText_GetUnicode, raw.FPDFText_IsGenerated, raw.FPDFText_GetTextObject
    origin_of, box_of, size_of = raw.FPDFText_GetCharOrigin, raw.FPDFText_GetLooseCharBox, raw.FPDFText_GetFontSize
    x, y, box = ctypes.c_double(), ctypes.c_double(), raw.FS_RECTF()
    x_at, y_at, box_at = ctypes.byref(x), ctypes.byref(y), ctypes.byref(box)
    address_of = ctypes.addressof
    owners: dict[int, tuple[int | None, int]] = {}
    found: list[_Found] = []
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
        around = (box.left + box.right) / 2 - left, top - box.top, box.top - box.bottom
        found.append((rank, Glyph(text, *place, mcid, behind_gap=behind_gap), around))
        behind_gap = False
    found.sort(key=itemgetter(0))
    return found


def _find_vertical(found: Sequence[_Found], legs: Mapping[int, Frame], said: Container[int]) -> None:
    """The writing direction, which pdfium does not tell, leg by leg (`legs` are the frames that the tree gives for
    marked content), else by marked content: a base of one character tells nothing by itself. What stands side by side
    within an em of a vertical line is a figure and runs to the right; a reading (`said`) stands beside its base and is
    none.
    """

    def leg(one: _Found) -> object:
        mcid = one[1].mcid
        return mcid if mcid is None else legs.get(mcid, mcid)

    for key, group in groupby(found, leg):
        owned = list(group)
        text = [one for one in owned if one[1].mcid not in said]
        frame = key if isinstance(key, Frame) else None
        if not _runs_down(text or owned, frame):
            continue
        for _, glyph, _ in owned:
            glyph.down = True
        for one, two in pairwise(text):
            if _side_by_side(one[1], two[1]):
                one[1].down = two[1].down = False
        for _, glyph, (centre, head, height) in owned:
            if glyph.down:
                # Pens as the first reader has them: on the centre line, at the head of the glyph's box. pdfium's box of
                # white reaches too far to the left; its right edge is the em's.
                if glyph.text.isspace() and glyph.width > glyph.size:
                    centre += (glyph.width - glyph.size) / 2
                glyph.x, glyph.y, glyph.width = centre, head, height


def _runs_down(owned: Sequence[_Found], frame: Frame | None) -> bool:
    """Whether a text object of more than one glyph runs down; where none does and none is wider than a figure, whether
    one glyph stands below the other. A figure may be set smaller than its column to go into it.
    """
    down = flat = 0
    column = max(glyph.size for _, glyph, _ in owned)
    if frame is not None and (frame.is_column(column) or frame.is_line(column)):
        return frame.is_column(column)
    for _, group in groupby(owned, itemgetter(0)):
        (_, one, first), *rest = group
        if rest:
            _, two, last = rest[-1]
            is_below = abs(last[0] - first[0]) < _ASIDE_EM * one.size and last[1] - first[1] > _BELOW_EM * one.size
            down += is_below
            flat += not is_below and two.x + two.width - one.x > _FIGURE_EM * column
    if down or flat:
        return down > flat
    pairs = [pair for pair in pairwise(owned) if not _side_by_side(pair[0][1], pair[1][1])]
    below = sum(
        abs(two[2][0] - one[2][0]) < _ASIDE_EM * one[1].size
        and _BELOW_EM * one[1].size < two[2][1] - one[2][1] < _STEP_EM * one[1].size
        for one, two in pairs
    )
    return below * 2 > len(pairs)


def _side_by_side(one: Glyph, two: Glyph) -> bool:
    level, apart = abs(two.y - one.y), two.x - one.x - one.width
    return level < _LEVEL_EM * one.size and -_CLOSED_UP_EM * one.size < apart < _TOUCHING_EM * one.size
