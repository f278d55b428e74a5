"""What a stranger's file shows or says beside its text, or instead of it: notes on the page, text in patterns, colours
with another meaning, elements that say something else, a page that readers turn, what the file does by itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from jxprint.checker.active import file_oddities, page_acts
from jxprint.checker.default_spaces import default_oddities
from jxprint.checker.glyphs import Glyph, Oddity, by_mcid
from jxprint.checker.graphics import upright
from jxprint.checker.paint import MIDDLE_EM
from jxprint.checker.structure import PageTree
from jxprint.errors import PdfError
from jxprint.intake.opening import MALFORMED

_NOTES, _PATTERNS, _ACTING, _TOLD, _SHOWN = 10_000, 200, 100, 20, 24
# Notes that show nothing on paper, and marks of those that are hidden, printed, and not shown on a screen (ISO 32000-1,
# 12.5.3).
_UNSEEN, _HIDDEN, _PRINTED, _NO_VIEW = ("Link", "Popup"), 0b10, 0b100, 0b100000
# A pattern with more content (bytes) is not looked at.
_CONTENT = 200_000
_SHOWING = frozenset(("Tj", "TJ", "'", '"'))


def beside_text(
    page: Any, turns: Mapping[int, int], glyphs: Sequence[Glyph], origin: tuple[float, float]
) -> Iterator[Oddity]:
    """What readers show beside the content of a page (pikepdf's), and how they turn it; `turns` counts glyphs by the
    quarters by which they are turned counterclockwise. `glyphs` are those of the page, `origin` is the left and top
    edge of its trim box in PDF space.
    """
    import pikepdf

    try:
        turn = int(page.obj.get("/Rotate", page.obj.get("/Parent", {}).get("/Rotate", 0))) % 360
        usual = max(turns, key=lambda one: turns[one], default=0)
        if turn % 90 or (turn and (90 * usual - turn) % 360):
            yield Oddity("checks.rotated", {"degrees": turn})
        yield from _notes(page, glyphs, origin)
        if any(_has_text(one) for one in list(page.obj.get("/Resources", {}).get("/Pattern", {}).values())[:_PATTERNS]):
            yield Oddity("checks.other.pattern")
        yield from default_oddities(page.obj, in_forms=True)
    except (pikepdf.PdfError, *MALFORMED):
        yield Oddity("checks.other.unknown_notes")


def deeds(document: Any, name: str) -> Iterator[Oddity]:
    """What a file does by itself."""
    try:
        yield from (one for one in file_oddities(document, name) if one.key == "checks.active")
        for page in document.pages[:_ACTING]:
            yield from (one for one in page_acts(page, name) if one.key == "checks.active")
    except PdfError:
        yield Oddity("checks.other.unknown_notes")


def _notes(page: Any, glyphs: Sequence[Glyph], origin: tuple[float, float]) -> Iterator[Oddity]:
    told = 0
    for one in list(page.obj.get("/Annots", ()))[:_NOTES]:
        kind, flags = str(one.get("/Subtype", "")).lstrip("/"), int(one.get("/F", 0))
        is_printed_alone = bool(flags & _NO_VIEW and flags & _PRINTED)
        if kind in _UNSEEN or flags & _HIDDEN or (flags & _NO_VIEW and not is_printed_alone) or told >= _TOLD:
            continue
        told += 1
        # The second reader draws neither what is on paper alone nor what is to be filled in, and sees the text.
        under = _under(one, glyphs, origin) if is_printed_alone or kind == "Widget" else []
        if under:
            text = "".join([glyph.text for glyph in under])
            args = {"what": kind, "text": text[:_SHOWN], "count": len(text)}
            yield Oddity("checks.other.note_over_text", args, (under[0].x, under[0].y))
        else:
            said = str(one.get("/Contents", one.get("/V", "")))
            yield Oddity("checks.annotation", {"what": kind, "text": said[:_SHOWN]})


def _under(note: Any, glyphs: Sequence[Glyph], origin: tuple[float, float]) -> list[Glyph]:
    """The glyphs that have their middles where a note has an appearance."""
    shown = note.get("/AP", {}).get("/N")
    if shown is None:
        return []
    left, low, right, high = upright(note["/Rect"])
    found: list[Glyph] = []
    for glyph in glyphs:
        x, y = glyph.x + origin[0], origin[1] - glyph.y
        middle = (x, y - glyph.width / 2) if glyph.down else (x + glyph.width / 2, y + MIDDLE_EM * glyph.size)
        if left <= middle[0] <= right and low <= middle[1] <= high and glyph.text.strip():
            found.append(glyph)
    return found


def _has_text(pattern: Any) -> bool:
    import pikepdf

    if not isinstance(pattern, pikepdf.Stream) or int(pattern.get("/PatternType", 0)) != 1:
        return False
    if int(pattern.get("/Length", 0)) > _CONTENT:
        return False  # a picture's
    return any(str(one.operator) in _SHOWING for one in pikepdf.parse_content_stream(pattern))


def said_by_tree(tree: PageTree, glyphs: Sequence[Glyph]) -> Iterator[Oddity]:
    """What elements say instead of their text."""
    owned = by_mcid(glyphs) if tree.said else {}
    for key, said, content in tree.said[:_NOTES]:
        yield from said_instead(key, said, [glyph for mcid in content for glyph in owned.get(mcid, ())])


def said_instead(key: str, said: str, glyphs: Sequence[Glyph]) -> Iterator[Oddity]:
    """Another text that readers say or search instead of what some glyphs show."""
    from jxprint.checker.others.forms import Folded

    text = "".join(glyph.text for glyph in glyphs)
    if text.strip() and Folded(said).text != Folded(text).text:
        args = {"entry": key, "actual": said[:_SHOWN], "text": text[:_SHOWN]}
        yield Oddity("checks.other.said_instead", args, (glyphs[0].x, glyphs[0].y))
