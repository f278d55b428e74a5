"""Boxes round parts (围框): a part of any kind drafted in the room that its box leaves, with the rule round it and the
tint under it.

What stands in the box stays on the page's grid: padding takes whole rows, and where it is half a row the box's edge
stands half a row within them.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from msgspec.structs import replace

from jxprint.composition.desk import Desk
from jxprint.composition.drafts import Draft, Made, is_holding, is_tightening
from jxprint.composition.frame import Room
from jxprint.composition.strokes import around
from jxprint.geometry import Rect
from jxprint.model import Boxing, Part
from jxprint.placed import Box, Shape


def room_within(desk: Desk, box: Boxing, room: Room) -> Room:
    """What a box leaves across the page."""
    side = box.side_em * desk.frame.body
    return replace(room, x=room.x + side, width=room.width - 2 * side)


def without_box(part: Part, box: Boxing) -> Part:
    """The part as it stands in its box: pinned to the rows that the padding leaves."""
    padding = 2 * math.ceil(box.rows - 1e-9)
    rows, least = part.rows, part.min_rows
    return replace(
        part,
        box=None,
        rows=None if rows is None else max(1, rows - padding),
        min_rows=None if least is None or least <= padding else least - padding,
    )


class BoxedDraft:
    """A part in its box; `inner` is what is in it."""

    def __init__(self, desk: Desk, box: Boxing, room: Room, inner: Draft) -> None:
        self._desk = desk
        self._box = box
        self._room = room
        self._padding = math.ceil(box.rows - 1e-9)
        self.inner = inner
        self.rows = inner.rows + 2 * self._padding
        self.growth = inner.growth

    def tightened(self) -> BoxedDraft | None:
        """See Tightening: what is in the box a row shallower."""
        inner = self.inner.tightened() if is_tightening(self.inner) else None
        return None if inner is None else BoxedDraft(self._desk, self._box, self._room, inner)

    @property
    def inside(self) -> Iterator[tuple[str, Draft, int, int]]:
        """See Holding: what stands within what is in the box."""
        if is_holding(self.inner):
            for letter, draft, first, rows in self.inner.inside:
                yield letter, draft, first + self._padding, rows

    def make(self, top: int, rows: int) -> Made:
        """See Draft."""
        frame, room, padding = self._desk.frame, self._room, self._padding
        held = rows - 2 * padding
        made = self.inner.make(top + padding, held)
        white = self._box.rows * frame.pitch
        edge = Rect(room.x, frame.y(top + padding) - white, room.width, frame.depth(held) + 2 * white)
        article = None if made.article is None else replace(made.article, frame=edge)
        return replace(made, article=article, under=(*self._shapes(edge), *made.under))

    def _shapes(self, edge: Rect) -> tuple[Shape, ...]:
        box, style = self._box, self._desk.style
        shapes: list[Shape] = []
        if box.tint is not None:
            shapes.append(Box(edge, fill=self._desk.ink(box.ink).tint(box.tint)))
        if box.rule is not None:
            rule = style.rules[box.rule]
            shapes += around(rule, self._desk.ink(rule.ink), edge)
        return tuple(shapes)
