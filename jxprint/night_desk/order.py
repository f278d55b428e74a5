"""The way a reader goes: legs of one story, and from part to part; and stories that are nothing but one long leg."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from jxprint.geometry import Rect, around
from jxprint.night_desk.marks import Mark, mm
from jxprint.night_desk.view import NEAR_PT, READ, Stand, View, over


def backward_legs(view: View) -> Iterator[Mark]:
    """逆转: the next leg stands to the right, or below where a block begins; never back to the left or up."""
    for stand in view.of_kinds(("story", "standfirst")):
        if stand.vertical:
            continue  # its legs stand one below another, and its lines run from right to left
        for one, other in pairwise(stand.legs):
            right = other.frame.x >= one.frame.right - NEAR_PT
            if not right and other.frame.y < one.frame.bottom - NEAR_PT:
                args = {"one": stand.name, "leg": other.number + 1, "before": one.number + 1}
                box = around((one.frame, other.frame))
                yield Mark("backward-legs", (stand.letter,), box, args, str(other.number + 1))


def reading_order(view: View) -> Iterator[Mark]:
    """倒走文 from part to part (版序: top left first): after a part comes what stands below it, what stands to its
    right, or further left where a new block begins. Going up to the right is right where a stack begins there, and
    wrong where that stack was left before. Pictures are seen and not read in turn.
    """
    read = view.of_kinds(READ)
    for one, other in pairwise(read):
        if _goes_on(one, other, read, view.pitch):
            continue
        box = around((one.frame, other.frame))
        up, left = max(one.frame.bottom - other.frame.y, 0.0), max(one.frame.x - other.frame.x, 0.0)
        args = {"one": one.name, "other": other.name, "up": mm(up), "left": mm(left)}
        key = "makeup.order_back" if left > NEAR_PT else "makeup.order_up"
        yield Mark("reading-order", (one.letter, other.letter), box, args, key=key)


def full_columns(view: View) -> Iterator[Mark]:
    """顶天立地: a story of one column from the head of what is made up to the foot."""
    grid = view.placed.grid
    if len(grid.column_xs) < 2:
        return
    band = view.top_band()
    head = max((stand.frame.bottom for stand in band), default=view.area.y)
    white = (view.page.style.spacing.between_parts + view.limits.hole_rows) * view.pitch
    for stand in view.of_kinds(("story",)):
        narrow = stand.frame.width < grid.column_width + NEAR_PT
        if narrow and stand.frame.y - head < white and view.area.bottom - stand.frame.bottom < white:
            yield Mark("full-column", (stand.letter,), stand.frame, {"one": stand.name, "deep": mm(stand.frame.height)})


def _goes_on(one: Stand, other: Stand, read: Sequence[Stand], pitch: float) -> bool:
    """Whether the second is where a reader looks after the first; a row up or down is nothing to the eye."""
    if other.frame.y >= one.frame.bottom - NEAR_PT:
        return True
    if over(one.frame, other.frame) > NEAR_PT:
        return other.frame.y >= one.frame.y + NEAR_PT  # round a corner of the first one
    if other.frame.x < one.frame.x and not _runs_left(one, other):
        return False
    if other.frame.y >= one.frame.y - pitch:
        return True
    above = _next_above(other.frame, read)
    return above is None or over(above.frame, one.frame) > NEAR_PT


def _runs_left(one: Stand, other: Stand) -> bool:
    """Whether one of two parts is vertical: such text is read from right to left, and on to its left."""
    return any(part.vertical or (part.kind == "headline" and part.upright) for part in (one, other))


def _next_above(frame: Rect, read: Sequence[Stand]) -> Stand | None:
    above = [one for one in read if one.frame.bottom <= frame.y + NEAR_PT and over(one.frame, frame) > NEAR_PT]
    return max(above, key=lambda one: one.frame.bottom, default=None)
