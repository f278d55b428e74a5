"""Lines of white that cut a page (断版)."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from jxprint.geometry import Rect
from jxprint.night_desk.marks import Mark, mm
from jxprint.night_desk.view import BANDS, NEAR_PT, Stand, View, level, over


def splits_across(view: View) -> Iterator[Mark]:
    """断版: white or a rule from edge to edge, with parts above and below. The band at the head of the page is no part
    of it; a section's masthead and advertisements may cut a page.
    """
    band = {stand.letter for stand in view.top_band()}
    parts = [stand for stand in view.stands if stand.letter not in band and stand.kind not in _MAY_CUT]
    for above, below in _gaps([(stand.frame.y, stand.frame.bottom, stand) for stand in parts]):
        if _is_filled(view, above, below):
            continue
        over_it = [stand for stand in parts if stand.frame.bottom < above + NEAR_PT]
        last = [one for one in over_it if not any(is_deeper(other.frame, one.frame) for other in over_it)]
        box = Rect(view.area.x, above, view.area.width, below - above)
        names = tuple(stand.name for stand in last)
        yield Mark("split-across", tuple(stand.letter for stand in last), box, {"parts": names, "y": mm(above)})


def splits_down(view: View) -> Iterator[Mark]:
    """断版 from head to foot: a gutter that nothing crosses. Mastheads are no part of it; a main head or a standfirst
    over all columns holds the page together.
    """
    parts = [stand for stand in view.stands if stand.kind not in BANDS]
    for left, right in _gaps([(stand.frame.x, stand.frame.right, stand) for stand in parts]):
        before = [stand for stand in parts if stand.frame.right < left + NEAR_PT]
        beside = [one for one in before if not any(_is_further(other.frame, one.frame) for other in before)]
        box = Rect(left, view.area.y, right - left, view.area.height)
        names = tuple(stand.name for stand in beside)
        yield Mark("split-down", tuple(stand.letter for stand in beside), box, {"parts": names, "x": mm(left)})


# What stands across a page by right: heads of sections and advertisements.
_MAY_CUT = BANDS | {"advertisement"}


def _gaps(spans: Sequence[tuple[float, float, Stand]]) -> Iterator[tuple[float, float]]:
    """Where nothing stands between two things, from the first to the last one."""
    reached = math.inf
    for start, end, _ in sorted(spans, key=lambda one: one[0]):
        if start > reached + NEAR_PT:
            yield reached, start
        reached = max(reached, end) if reached != math.inf else end


def is_deeper(one: Rect, other: Rect) -> bool:
    """Whether it reaches further down in the same columns."""
    return one.bottom > other.bottom + NEAR_PT and over(one, other) > NEAR_PT


def _is_further(one: Rect, other: Rect) -> bool:
    """Whether it reaches further right in the same rows."""
    return one.right > other.right + NEAR_PT and level(one, other) > NEAR_PT


def _is_filled(view: View, above: float, below: float) -> bool:
    """Whether something that may cut a page stands in a gap across it."""
    cutting = (stand.frame for stand in view.stands if stand.kind in _MAY_CUT)
    return any(min(frame.bottom, below) - max(frame.y, above) > NEAR_PT for frame in cutting)
