"""What a stranger's file shows or says beside its text, or instead of it: notes on the page, text in patterns, elements
that say something else, a page that readers turn.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from jxprint.checker.glyphs import Glyph, Oddity, by_mcid
from jxprint.checker.structure import PageTree
from jxprint.intake.opening import MALFORMED

_NOTES, _PATTERNS, _TOLD, _SHOWN = 10_000, 200, 20, 24
# Notes that show nothing on paper, and those that are marked as hidden (ISO 32000-1, 12.5.3).
_UNSEEN, _HIDDEN = ("Link", "Popup"), 0b100010
# A pattern with more content (bytes) is not looked at.
_CONTENT = 200_000
_SHOWING = frozenset(("Tj", "TJ", "'", '"'))


def beside_text(page: Any, turns: Mapping[int, int]) -> Iterator[Oddity]:
    """What readers show beside the content of a page (pikepdf's), and how they turn it; `turns` counts glyphs by the
    quarters by which they are turned counterclockwise.
    """
    import pikepdf

    try:
        turn = int(page.obj.get("/Rotate", page.obj.get("/Parent", {}).get("/Rotate", 0))) % 360
        usual = max(turns, key=lambda one: turns[one], default=0)
        if turn % 90 or (turn and (90 * usual - turn) % 360):
            yield Oddity("checks.rotated", {"degrees": turn})
        yield from _notes(page)
        if any(_has_text(one) for one in list(page.obj.get("/Resources", {}).get("/Pattern", {}).values())[:_PATTERNS]):
            yield Oddity("checks.other.pattern")
    except (pikepdf.PdfError, *MALFORMED):
        yield Oddity("checks.other.unknown_notes")


def _notes(page: Any) -> Iterator[Oddity]:
    told = 0
    for one in list(page.obj.get("/Annots", ()))[:_NOTES]:
        kind = str(one.get("/Subtype", "")).lstrip("/")
        if kind not in _UNSEEN and not int(one.get("/F", 0)) & _HIDDEN and told < _TOLD:
            told += 1
            said = str(one.get("/Contents", one.get("/V", "")))
            yield Oddity("checks.annotation", {"what": kind, "text": said[:_SHOWN]})


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
        args = {"key": key, "actual": said[:_SHOWN], "text": text[:_SHOWN]}
        yield Oddity("checks.other.said_instead", args, (glyphs[0].x, glyphs[0].y))
