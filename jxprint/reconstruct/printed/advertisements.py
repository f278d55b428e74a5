"""Advertisements, whose artwork tells nothing but its label: they stand in the white below that."""

from __future__ import annotations

from collections.abc import Sequence

from jxprint.geometry import Rect
from jxprint.reconstruct.printed.body import Body, over
from jxprint.reconstruct.printed.captions import Caption
from jxprint.reconstruct.printed.runs import Run

_LABELS = frozenset(("广告", "公益广告", "廣告", "公益廣告", "信息", "遗失声明"))
# White is artwork from so many ems of the text on, each way.
_DEEP, _WIDE = 4.0, 8.0


def advertisements_of(runs: list[Run], boxes: Sequence[Rect], body: Body) -> list[Caption]:
    """Labels with the white below them, taken from the runs; `boxes` are those of all else that a page has."""
    found: list[Caption] = []
    for run in [one for one in runs if len(one.lines) == 1 and "".join(one.text.split()) in _LABELS]:
        others = [*boxes, *(one.box for one in runs if one is not run)]
        white = _white_below(run.box, others)
        if white.height >= _DEEP * body.size and white.width >= _WIDE * body.size:
            runs.remove(run)
            found.append(Caption(run.lines, [], white))
    return found


def _white_below(label: Rect, others: Sequence[Rect]) -> Rect:
    """The white below a label, which stands over a corner of it: down to what is there, as wide as nothing is beside;
    at most as far as the page goes.
    """
    if not others:
        return label
    below = [one.y for one in others if one.y > label.bottom and over(one, label) > 0]
    foot = min(below, default=max(one.bottom for one in others))
    level = [one for one in others if one.y < foot and one.bottom > label.bottom]
    left = max((one.right for one in level if one.right < label.x), default=min(one.x for one in others))
    right = min((one.x for one in level if one.x > label.right), default=max(one.right for one in others))
    return Rect(left, label.bottom, max(0.0, right - left), max(0.0, foot - label.bottom))
