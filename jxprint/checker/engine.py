"""The second reader: pdfium's characters and pdfium's structure tree. It shares no code with the first.

What pdfium adds of its own (spaces and line breaks between what it takes for words and lines) is marked as generated
and left out. It sorts what stands on one line from left to right; its own list of the page's objects gives the order of
the content stream back. What it loses and changes is listed in jxprint.checker.losses.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator, Sequence, Set
from contextlib import contextmanager
from itertools import repeat
from operator import itemgetter
from pathlib import Path
from typing import Any

from msgspec import Struct, field

from jxprint.checker.engine_calls import direct, handle
from jxprint.checker.engine_directions import Found, find_vertical
from jxprint.checker.engine_tree import EngineTree, read_tree
from jxprint.checker.glyphs import Enclosed, Glyph, Oddity, ReadPage, frames_of
from jxprint.checker.sight import Drawn, Sight
from jxprint.geometry import Rect
from jxprint.intake.opening import plain, refuse

READER = "pdfium"
# A hyphen at the end of a line comes as this code.
_HYPHEN, _WHITE = 2, 32
_OBJECTS = 500_000
_DEPTH = 64

# A page and its text, as pypdfium2 has them.
Loaded = tuple[Any, Any]
_Seen = tuple[EngineTree, "_Objects", list[Found]]
# What looks at an open page: the sight, marked content that is figures, and the characters that are no white.
_Look = Callable[[Sight, Set[int], Sequence[Drawn]], None]


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


def loaded(document: Any, index: int, name: str) -> Loaded:
    """A page and its text, which take as long to load as to read; whoever reads it closes it. Raises PdfError."""
    import pypdfium2

    page = None
    try:
        page = document[index]
        return page, page.get_textpage()
    except pypdfium2.PdfiumError as problem:
        refuse("checks.damaged", name, reason=plain(problem))


def read_by_engine(
    document: Any,
    index: int,
    origin: tuple[float, float],
    name: str,
    overset: Sequence[Rect] = (),
    page: Loaded | None = None,
) -> ReadPage:
    """One page, which may have been loaded before; `origin` is the left and top edge of its trim box in PDF space,
    `overset` as for `read_pages`.
    """
    oddities: list[Oddity] = []

    def look(sight: Sight, figures: Set[int], drawn: Sequence[Drawn]) -> None:
        oddities.extend(sight.look(drawn, origin, figures, overset))

    tree, shown, found = _seen(page or loaded(document, index, name), origin, look)
    forms = {mcid: [""] for mcid in shown.forms if mcid in tree.figures}
    for rank, glyph, _ in found:
        if shown.holders.get(rank) in forms:
            forms[shown.holders[rank]].append(glyph.text)
    found = [one for one in found if shown.holders.get(one[0]) not in forms]
    frames = frames_of(tree.boxes, tree.rows, origin)
    find_vertical(found, frames, {mcid for ruby in tree.rubies for mcid in ruby.reading})
    glyphs = tuple([glyph for _, glyph, _ in found])
    enclosed = tuple(Enclosed(mcid, True, "".join(texts)) for mcid, texts in forms.items())
    return ReadPage(READER, glyphs, tuple(tree.articles), tuple(oddities), frames, (), tuple(tree.rubies), enclosed)


def glyphs_by_engine(
    document: Any, index: int, origin: tuple[float, float], name: str
) -> tuple[ReadPage, Sequence[Glyph]]:
    """One page whatever it is made of, what figures show as part of it; and those of its glyphs that nobody sees."""
    unseen: list[Glyph] = []

    def look(sight: Sight, _: Set[int], drawn: Sequence[Drawn]) -> None:
        unseen.extend(sight.blank(drawn))

    tree, _, found = _seen(loaded(document, index, name), origin, look)
    find_vertical(found, {}, ())
    return ReadPage(READER, tuple([glyph for _, glyph, _ in found]), tuple(tree.articles)), unseen


def text_by_engine(document: Any, index: int, name: str) -> str:
    """All text of a page in the order in which it is shown, whatever its tags say."""
    return "".join(glyph.text for _, glyph, _ in _seen(loaded(document, index, name), (0.0, 0.0), _look_away)[2])


def _look_away(_: Sight, __: Set[int], ___: Sequence[Drawn]) -> None:
    """What asks for the text alone."""


def _seen(page_and_text: Loaded, origin: tuple[float, float], look: _Look) -> _Seen:
    """The tree of a page, its objects, and its glyphs in their order; `look` is called while the page is open."""
    from pypdfium2 import raw

    page, text_page = page_and_text
    try:
        tree = read_tree(raw, page.raw)
        shown = _objects(raw, page.raw)
        found, drawn = _found(raw, text_page.raw, origin, shown)
        look(Sight(raw, page.raw, text_page.raw), tree.figures, drawn)
        return tree, shown, found
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


def _found(
    raw: Any, text_page: Any, origin: tuple[float, float], shown_by: _Objects
) -> tuple[list[Found], list[Drawn]]:
    """The glyphs in the order of the page's objects, and characters that are not white in pdfium's own."""
    left, top = origin
    ranks = shown_by.ranks
    number, address, characters = ctypes.c_int, ctypes.c_void_p, handle(text_page)
    origin_of, box_of = direct(raw.FPDFText_GetCharOrigin, number), direct(raw.FPDFText_GetLooseCharBox, number)
    size_of, count = raw.FPDFText_GetFontSize, raw.FPDFText_CountChars(text_page)
    owned_by = list(map(direct(raw.FPDFText_GetTextObject, address), repeat(characters, count), range(count)))
    x, y, box = ctypes.c_double(), ctypes.c_double(), raw.FS_RECTF()
    x_at, y_at, box_at = ctypes.byref(x), ctypes.byref(y), ctypes.byref(box)
    # Of each text object its marked content, its place, the size of its type, and itself.
    owners: dict[int, tuple[int | None, int, float, Any]] = {}
    found: list[Found] = []
    drawn: list[Drawn] = []
    rank = 0
    for index, text, behind_gap in _shown_characters(raw, text_page):
        owner = owned_by[index]
        if not owner:
            mcid, size, shown = None, size_of(text_page, index), None
        else:
            if owner not in owners:
                shown = raw.FPDFText_GetTextObject(text_page, index)
                owned = raw.FPDFPageObj_GetMarkedContentID(shown)
                its = ranks.get(owner, rank), size_of(text_page, index), shown
                owners[owner] = None if owned < 0 else owned, *its
            mcid, rank, size, shown = owners[owner]
        origin_of(characters, index, x_at, y_at)
        box_of(characters, index, box_at)
        right, edge, upper = box.right, box.left, box.top
        glyph = Glyph(text, x.value - left, top - y.value, size, right - edge, mcid, behind_gap=behind_gap)
        found.append((rank, glyph, ((edge + right) / 2 - left, top - upper, upper - box.bottom)))
        if owner and not text.isspace():
            drawn.append((index, glyph, shown, owner))
    found.sort(key=itemgetter(0))
    return found, drawn


def _shown_characters(raw: Any, text_page: Any) -> Iterator[tuple[int, str, bool]]:
    """Each character that the page shows: pdfium's number of it, itself, and whether pdfium put white before it."""
    unicode_of, generated = direct(raw.FPDFText_GetUnicode, ctypes.c_uint), raw.FPDFText_IsGenerated
    count, lead, behind_gap = raw.FPDFText_CountChars(text_page), 0, False
    for index, code in enumerate(map(unicode_of, repeat(handle(text_page), count), range(count))):
        if code <= _WHITE and generated(text_page, index) == 1:  # spaces and line ends are all that it adds
            behind_gap = True
            continue
        if 0xD800 <= code < 0xDC00:
            lead = code
            continue
        if lead and 0xDC00 <= code < 0xE000:
            code = 0x10000 + (lead - 0xD800 << 10) + code - 0xDC00
        yield index, "-" if code == _HYPHEN else chr(code), behind_gap
        lead, behind_gap = 0, False
