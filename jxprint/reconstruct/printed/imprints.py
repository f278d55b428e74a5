"""Lines that go with a masthead: right below it, between its ears, or beside it; date and number, who edits."""

from __future__ import annotations

from collections.abc import Sequence

from jxprint.geometry import Rect
from jxprint.reconstruct.evidence import Line
from jxprint.reconstruct.found import Text
from jxprint.reconstruct.furniture import folio_odds
from jxprint.reconstruct.printed.body import Body, beside, box_of, size_of
from jxprint.reconstruct.printed.captions import text_of
from jxprint.reconstruct.sources.glyphs import TURNED

# They are no larger than the text so many times, and stand no further below than so many ems of it.
_LARGEST, _BELOW = 1.3, 2.5
_BESIDE = 0.5


def imprint_of(masthead: Rect, left: Sequence[Line], ears: Sequence[Rect], first: float, body: Body) -> list[Line]:
    """Which of the lines that have no place go with a masthead; `first` is where what stands below it begins."""
    inner = [ear.right for ear in ears if ear.x < masthead.x], [ear.x for ear in ears if ear.x > masthead.x]
    start, end = max(inner[0], default=0.0), min(inner[1], default=float("inf"))
    found: list[Line] = []
    foot = masthead.bottom
    for line in sorted((one for one in left if one.face != TURNED), key=lambda one: box_of(one).y):
        box = box_of(line)
        is_near = box.y - foot <= _BELOW * body.size if box.y >= masthead.bottom else beside(box, masthead) > _BESIDE
        is_inside = start <= box.x and box.right <= end and box.bottom <= first
        if is_near and is_inside and size_of(line) <= _LARGEST * body.size:
            found.append(line)
            foot = max(foot, box.bottom)
    return found


def imprint_texts(lines: Sequence[Line], is_nameplate: bool) -> list[Text]:
    """The lines as they are said: a nameplate's one by one, as any with a date; else one text, broken over lines."""
    if len(lines) < 2 or is_nameplate or any(folio_odds(line.text) > 0 for line in lines):
        return [text_of([line]) for line in lines]
    return [text_of(lines)]
