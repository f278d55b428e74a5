"""The page's main head in vertical columns."""

from __future__ import annotations

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
        self._first = self._step = self._fitting(part.rows or desk.frame.rows, room.width)

    @property
    def rows(self) -> int:
        """See Draft."""
        return min(self._part.rows or self._desk.frame.rows, self._head.rows(self._step))

    def step_back(self) -> None:
        """See Stepping."""
        self._step = self._first

    def step_down(self) -> bool:
        """See Stepping."""
        head, steps = self._head, range(self._step + 1, self._head.steps)
        smaller = next((step for step in steps if head.rows(step) < head.rows(self._step)), None)
        if smaller is None:
            return False
        self._step = smaller
        return True

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
