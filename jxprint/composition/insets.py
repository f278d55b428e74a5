"""Parts that stand within a story (文包图, 串文): where each stands, and what it leaves of the lines beside it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, groupby

from msgspec import Struct
from msgspec.structs import replace

from jxprint.composition.coverage import part_name
from jxprint.composition.desk import Desk
from jxprint.composition.drafts import Draft
from jxprint.composition.frame import Room
from jxprint.errors import Finding
from jxprint.geometry import PT_PER_MM
from jxprint.model import Part, Within

# A part that nobody pinned has no fewer lines over it than these; it stands at the head of the text rather than under a
# scrap of it.
_FEWEST = 3
_TOLERANCE = 1e-6


class Inset(Struct, frozen=True):
    """A part within a story: its draft, where it stands across (points of the page), and its rows with the white above
    and below it.
    """

    part: Part
    within: Within
    draft: Draft
    x: float
    width: float
    rows: int

    def down(self, deep: int) -> int:
        """How many rows of text stand over the part within legs so deep."""
        if self.within.down is not None:
            return self.within.down
        down = (deep - self.rows) // 2
        return down if down >= _FEWEST else 0


def inset_of(desk: Desk, part: Part, room: Room, leg: float) -> Inset:
    """A part within the story that has `room` and legs as wide as `leg`, with its draft over its own width."""
    from jxprint.composition.kinds import draft_in  # which knows this room

    within = part.within
    assert within is not None  # only such parts come here
    width = min(within.width_pt or leg, room.width)
    if (within.width_pt or 0.0) > room.width + _TOLERANCE:
        args = {"over": round((within.width_pt or 0.0) / PT_PER_MM - room.width / PT_PER_MM, 1)}
        desk.findings.append(Finding("composition.inset_too_wide", part.place, args))
    x = room.x + {"left": 0.0, "middle": 0.5, "right": 1.0}[within.side] * (room.width - width)
    span = max(1, round(width / (desk.frame.column_width + desk.frame.gap)))
    # Half a row of white over it and half below: a picture hung from the line above would stick to it.
    lower = replace(desk, frame=replace(desk.frame, top=desk.frame.top + desk.frame.pitch / 2))
    draft = draft_in(lower, part, Room(room.column, span, x, width))
    return Inset(part, within, draft, x, width, draft.rows + 1)


def note_overlaps(desk: Desk, insets: Sequence[Inset], downs: Sequence[int]) -> None:
    """Tell the desk of parts that stand in the same place of their story; `downs` are the rows in which they begin."""
    for (one, down), (other, below) in combinations(zip(insets, downs, strict=True), 2):
        across = one.x + one.width > other.x + _TOLERANCE and other.x + other.width > one.x + _TOLERANCE
        if across and down < below + other.rows and below < down + one.rows:
            args = {"part": part_name(other.part), "other": part_name(one.part)}
            desk.findings.append(Finding("composition.insets_overlap", other.part.place, args))


def free_rows(
    desk: Desk, stands: Sequence[tuple[Inset, int]], leg: tuple[float, float], rows: Iterable[int]
) -> Iterator[tuple[int, float, float]]:
    """Where lines can stand in the rows of a leg: row, left and right edge. Over or under what takes the whole leg a
    line or two are a scrap that nobody finds; they are left white unless an editor has pinned it there.
    """
    edges = [(row, *_beside(desk, stands, leg, row)) for row in rows]
    runs = [list(run) for is_free, run in groupby(edges, lambda one: one[2] > one[1]) if is_free]
    broken = sum(map(len, runs)) < len(edges) and all(inset.within.down is None for inset, _ in stands)
    for run in runs:
        if len(run) >= _FEWEST or not broken:
            yield from run


def _beside(desk: Desk, stands: Sequence[tuple[Inset, int]], leg: tuple[float, float], row: int) -> tuple[float, float]:
    """What parts that begin in some rows leave of a leg (its left and right edge) in one row: the larger side where
    there are two, nothing where no line as long as the style asks for would stand.
    """
    frame, spacing, (left, right) = desk.frame, desk.style.spacing, leg
    clear, step = spacing.runaround_gap_em * frame.body, frame.body / 2
    for inset, down in stands:
        start, end = inset.x - clear, inset.x + inset.width + clear
        if not down <= row < down + inset.rows or start >= right - _TOLERANCE or end <= left + _TOLERANCE:
            continue
        before, behind = start - left, right - end
        # Whole half ems, so that short lines stand solid.
        wide = math.floor(max(before, behind) / step + _TOLERANCE) * step
        if wide < spacing.runaround_least_em * frame.body - _TOLERANCE:
            return left, left
        left, right = (left, left + wide) if before >= behind else (right - wide, right)
    return left, right
