"""The page's main head in vertical columns."""

from __future__ import annotations

import math

from jxprint.composition.banners import headline_copy
from jxprint.composition.desk import Desk
from jxprint.composition.drafts import Made
from jxprint.composition.frame import Room
from jxprint.composition.head_fit import HeadFit
from jxprint.composition.vertical_heads import VerticalHead, fits, place_vertical_head
from jxprint.geometry import Rect
from jxprint.model import Headline
from jxprint.placed import Article


class VerticalBannerDraft:
    """The page's main head in vertical columns, from right to left in the middle of its columns."""

    growth = 0

    def __init__(self, desk: Desk, part: Headline, room: Room) -> None:
        self._desk = desk
        self._part = part
        self._room = room
        self._head = VerticalHead(desk, part, headline_copy(desk, part), room.span)
        frame = desk.frame
        rows = part.rows or frame.rows
        self._step = self._fitting(rows, room.width)
        needed = self._head.length(self._step)
        self.rows = min(rows, math.ceil((needed + frame.pitch - frame.body) / frame.pitch - 1e-9))

    @property
    def head_fits(self) -> tuple[HeadFit, ...]:
        """What was done to fit the head."""
        return self._head.fits(self._step)

    def make(self, top: int, rows: int) -> Made:
        """See Draft."""
        frame, part = self._desk.frame, self._part
        x, width = self._room.x, self._room.width
        columns = self._head.set(self._step, frame.depth(rows))
        edge = x + (width + self._head.breadth(self._step)) / 2
        blocks = place_vertical_head(columns, part.letter, edge, frame.y(top), "left")
        label = "".join(passage.text for passage in part.lines)
        box = Rect(x, frame.y(top), width, frame.depth(rows))
        return Made(Article(part.letter, "headline", label, box, tuple(blocks)))

    def _fitting(self, rows: int, width: float) -> int:
        """The first step of size at which the head goes into its rows and columns; the last with a complaint."""
        head, room = self._head, self._desk.frame.depth(rows)
        for step in range(head.steps):
            if fits(head.length(step), room) and fits(head.breadth(step), width):
                return step
        last = head.steps - 1
        head.complain_of_length(last, rows)
        if not fits(head.breadth(last), width):
            head.complain_of_breadth(last, width)
        return last
