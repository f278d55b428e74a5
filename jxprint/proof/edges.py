"""Edges of parts with corners: rules along right-angled loops, and the column that a label of one stands by."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jxprint.geometry import Rect
from jxprint.ink import Ink
from jxprint.placed import Rule, Shape

# Corners of a loop, in points of the page.
Loop = Sequence[tuple[float, float]]
_SAME_PT = 1e-6


def ring(loops: Sequence[Loop], ink: Ink, width: float) -> list[Shape]:
    """A rule of some width along all loops, its corners whole."""
    half = width / 2
    return [
        Rule(min(x1, x2) - half, y1, max(x1, x2) + half, y2, width, ink)
        if abs(y1 - y2) < _SAME_PT
        else Rule(x1, min(y1, y2) - half, x2, max(y1, y2) + half, width, ink)
        for (x1, y1), (x2, y2) in _sides(loops)
    ]


def first_column(loops: Sequence[Loop], frame: Rect) -> Rect:
    """The part of a frame under the topmost side of what stands in it, the leftmost of such, down to where it ends."""
    level = [(y1, min(x1, x2), max(x1, x2)) for (x1, y1), (x2, y2) in _sides(loops) if abs(y1 - y2) < _SAME_PT]
    if not level:
        return frame
    top, left, right = min(level)
    below = [y for y, x, end in level if y > top + _SAME_PT and x < right - _SAME_PT and left < end - _SAME_PT]
    foot = min(below, default=frame.bottom)
    return Rect(left, top, right - left, foot - top)


def _sides(loops: Sequence[Loop]) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
    for loop in loops:
        yield from zip(loop, [*loop[1:], loop[0]], strict=True)
