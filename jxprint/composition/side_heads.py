"""Stories with a side head (边题): the head in vertical columns at one side, level legs of text beside it."""

from __future__ import annotations

import math
from collections.abc import Sequence

from jxprint.composition.desk import Desk
from jxprint.composition.drafts import Made
from jxprint.composition.frame import Room
from jxprint.composition.head_fit import HeadFit
from jxprint.composition.legs import LegFrame, SetParagraph, place_legs
from jxprint.composition.stories import set_body, story_head
from jxprint.composition.vertical_heads import VerticalHead, fits, place_vertical_head
from jxprint.errors import Finding
from jxprint.geometry import Rect
from jxprint.model import Story
from jxprint.model.parts import Side
from jxprint.placed import Article

# The narrowest leg that text is set in beside something else (typography.md 3.5).
_LEAST_EM = 5.0


class SideHeadDraft:
    """A side head and its story over their columns."""

    growth = 0

    def __init__(self, desk: Desk, part: Story, room: Room) -> None:
        self._desk = desk
        self._part = part
        self._room = room
        self.legs = part.legs or room.span - (part.head_columns or 0)
        self._head = VerticalHead(desk, part, story_head(desk, part), room.span)
        self.measure = 0.0
        self._paragraphs: list[SetParagraph] = []
        self.counts: list[int] = []
        self._step = 0
        self._longer = 0
        self._set()
        # Where it is longer than the legs at its smallest, the head says how deep the story is: the legs end sooner.
        self.rows = max(max(self.counts, default=0), 0 if part.rows else self._longer)

    @property
    def set_paragraphs(self) -> Sequence[SetParagraph]:
        """The text as set."""
        return self._paragraphs

    @property
    def lines(self) -> int:
        """Lines of text that the copy takes."""
        return sum(self.counts)

    @property
    def held_rows(self) -> int:
        """The rows that the head takes at its smallest, however short the text is."""
        return 0 if self._part.rows else self._head.rows(self._head.steps - 1)

    def too_long(self, rows: int) -> list[Finding]:
        """What is said of a head at its smallest that has no more than `rows` rows."""
        return self._head.too_long(self._head.steps - 1, max(1, rows))

    @property
    def head_fits(self) -> tuple[HeadFit, ...]:
        """What was done to fit the head."""
        return self._head.fits(self._step)

    def make(self, top: int, rows: int) -> Made:
        """See Draft."""
        frame, part, room = self._desk.frame, self._part, self._room
        x, width = room.x, room.width
        text = self.legs * self.measure + (self.legs - 1) * frame.gap
        on_left = part.head_side == "left"
        left = x + width - text if on_left else x
        # What half ems leave over stands on both sides of the head.
        spare = (width - text - frame.gap - self._head.breadth(self._step)) / 2
        edge = x + spare if on_left else x + width - spare
        columns = self._head.set(self._step, frame.depth(rows))
        towards: Side = "right" if on_left else "left"
        blocks = place_vertical_head(columns, part.letter, edge, frame.y(top), towards)
        xs = tuple(left + leg * (self.measure + frame.gap) for leg in range(self.legs))
        legs = LegFrame(xs, self.measure, frame.y(top), frame.pitch, frame.body)
        blocks += place_legs(self._paragraphs, self.counts, legs, part.letter)
        box = Rect(x, frame.y(top), width, frame.depth(rows))
        return Made(Article(part.letter, "story", part.name, box, tuple(blocks)))

    def _set(self) -> None:
        """Head and text at the first step of size at which the head is no longer than the legs are deep."""
        frame, part, head = self._desk.frame, self._part, self._head
        told = len(self._desk.findings)
        for step in range(head.steps):
            is_last = step == head.steps - 1
            self._step = step
            del self._desk.findings[told:]  # what an earlier step could not set, this one may
            self.measure = self._measure(head.breadth(step))
            too_broad = self.measure < _LEAST_EM * frame.body - 1e-9
            if too_broad and not is_last:
                continue
            if too_broad:
                least = self.legs * _LEAST_EM * frame.body + self.legs * frame.gap
                head.complain_of_breadth(step, self._left_by(least))
                self.measure = _LEAST_EM * frame.body  # so that the text is not told for the head
            self._paragraphs, self.counts = set_body(self._desk, part, self.measure, self.legs)
            rows = part.rows or max(max(self.counts, default=0), part.min_rows or 0)
            if fits(head.length(step), frame.depth(rows)):
                return
            if is_last and (part.rows is not None or head.rows(step) > frame.rows):
                head.complain_of_length(step, rows)
            elif is_last:
                self._longer = head.rows(step)

    def _measure(self, breadth: float) -> float:
        """The measure of a leg beside a head so broad: on its own columns, or in whole half ems of what is left."""
        frame, room, part = self._desk.frame, self._room, self._part
        if part.head_columns is not None:
            if not fits(breadth, frame.width(part.head_columns)):
                return 0.0
            return (frame.width(room.span - part.head_columns) - (self.legs - 1) * frame.gap) / self.legs
        left = room.width - breadth - self.legs * frame.gap
        step = frame.body / 2
        return math.floor(left / self.legs / step + 1e-9) * step

    def _left_by(self, least: float) -> float:
        """What a head may take, for a message: its own columns, or what legs of `least` points together leave."""
        frame, columns = self._desk.frame, self._part.head_columns
        return frame.width(columns) if columns is not None else self._room.width - least
