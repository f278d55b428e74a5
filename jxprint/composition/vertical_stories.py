"""Stories set vertically (直排): columns from right to left, legs (段) one below another, in whole rows of the grid.

Columns stand a line pitch apart. A leg is so many rows deep, its measure the whole half ems of the body type in that
depth; one row is left white between two legs. The head stands at the right of all legs, where reading starts, or above
them in horizontal lines.
"""

from __future__ import annotations

import math

from jxprint.composition.dealing import Line, deal
from jxprint.composition.desk import Desk
from jxprint.composition.drafts import Made
from jxprint.composition.frame import Room
from jxprint.composition.heads import HeadFit, depth, fits_of, place_head, set_head
from jxprint.composition.legs import BodyCopy
from jxprint.composition.lines.vertical import count_columns, set_vertical_paragraph
from jxprint.composition.marked import note_signs
from jxprint.composition.stories import body_copy, head_rows, story_head
from jxprint.composition.vertical_heads import VerticalHead, fits, place_vertical_head
from jxprint.composition.vertical_legs import (
    BETWEEN,
    VerticalLegs,
    legs_for,
    measure_of,
    place_columns,
)
from jxprint.composition.widths import is_whole, note_too_wide
from jxprint.geometry import Rect
from jxprint.model import Story
from jxprint.placed import Article, TextBlock

# The shortest column that text is set in (ems), and how far a depth is looked for (rows): no page is deeper.
_LEAST_EM = 5.0
_DEEPEST = 1000


class VerticalStoryDraft:
    """A story whose text runs from top to bottom."""

    growth = 0

    def __init__(self, desk: Desk, part: Story, room: Room) -> None:
        self._desk = desk
        self._part = part
        self._room = room
        self.legs = part.legs or 1
        passages = [paragraph.passage for paragraph in part.paragraphs]
        note_signs(desk, part.letter, passages, desk.frame.pitch / desk.frame.body - 1)
        copy = story_head(desk, part)
        is_side = part.head == "vertical"
        self._side = VerticalHead(desk, part, copy if is_side else (), room.span)
        self._over = () if is_side else set_head(desk, part.letter, copy, room)
        self._over_rows = head_rows(desk, self._over)
        self._step = 0
        self._least = 1
        while desk.frame.depth(self._least) < _LEAST_EM * desk.frame.body - 1e-9:
            self._least += 1
        self._text = self._fitted() if part.legs else self._in_short_lines()
        self.rows = self._rows_with(self._text.rows)

    @property
    def lines(self) -> int:
        """Columns of text that the copy takes."""
        return sum(self._text.counts)

    @property
    def measure(self) -> float:
        """How far down a column of text runs, in points."""
        return self._measure(self._text.rows)

    @property
    def counts(self) -> list[int]:
        """Columns of text in each leg."""
        return self._text.counts

    @property
    def capacity(self) -> int:
        """Columns that stand side by side in one leg."""
        frame = self._desk.frame
        return math.floor((self._breadth(self._step) + frame.pitch - frame.body) / frame.pitch + 1e-9)

    @property
    def head_fits(self) -> tuple[HeadFit, ...]:
        """What was done to fit the head."""
        return fits_of(self._over) or self._side.fits(self._step)

    @property
    def least_rows(self) -> int:
        """The fewest rows that text can stand in."""
        return self._rows_with(self._least)

    def columns_in(self, rows: int) -> VerticalLegs | None:
        """The text in so many rows, in as many columns as it takes; None where that is too shallow for text."""
        deep = self._leg_rows(rows)
        return self._legs_of(deep) if deep >= self._least else None

    def measure_in(self, rows: int) -> float:
        """The measure that its legs have in so many rows, as short as that may be at the least."""
        return self._measure(max(self._least, self._leg_rows(rows)))

    def characters(self, rows_over: int) -> int:
        """About how many characters stand in so many rows of the story."""
        frame = self._desk.frame
        return math.ceil(rows_over * frame.pitch / frame.body * max(1, self.capacity))

    def make(self, top: int, rows: int) -> Made:
        """See Draft. More rows than are needed make the legs deeper; the white stands where the text ends."""
        frame, part, room = self._desk.frame, self._part, self._room
        x, width = room.x, room.width
        blocks: list[TextBlock] = []
        if self._over:
            spare = self._over_rows * frame.pitch - depth(self._over)
            blocks += place_head(self._over, part.letter, x, frame.y(top) + spare / 3)
        elif self._side:
            columns = self._side.set(self._step, frame.depth(rows))
            blocks += place_vertical_head(columns, part.letter, x + width, frame.y(top), "left")
        deeper = self._leg_rows(rows)
        text = self._text if deeper <= self._text.rows else self._legs_of(deeper)
        breadth = self._breadth(self._step)
        used = (self.capacity - 1) * frame.pitch + frame.body
        right = x + breadth - (breadth - used) / 2
        blocks += place_columns(frame, part.letter, self._copy(text.rows), text, right, top + self._over_rows)
        box = Rect(x, frame.y(top), width, frame.depth(rows))
        return Made(Article(part.letter, "story", part.name, box, tuple(blocks)))

    def _in_short_lines(self) -> VerticalLegs:
        """The text in as many legs as it takes that its lines are not too long, as far as the part's rows hold it so;
        copy without room in as many as all those rows are read in, where that takes fewer.
        """
        frame = self._desk.frame
        most = self._part.rows or frame.rows
        text = self._fitted()
        if self._rows_with(text.rows) > most:
            return self._in_legs(legs_for(frame, most - self._over_rows), self._rows_with(text.rows) - 1) or text
        while (legs := legs_for(frame, self._part_rows(text) - self._over_rows)) > self.legs:
            shorter = self._in_legs(legs, most)
            if shorter is None:
                break
            text = shorter
        return text

    def _in_legs(self, legs: int, most: int) -> VerticalLegs | None:
        """The text in so many legs, and all as it was (None) where it takes more rows so than it may, or more
        complaints.
        """
        findings = self._desk.findings
        kept = self.legs, self._step
        told = [*findings]
        self.legs = legs
        again = self._fitted()
        if self._rows_with(again.rows) > most or len(findings) > len(told):
            self.legs, self._step = kept
            findings[:] = told
            return None
        return again

    def _part_rows(self, text: VerticalLegs) -> int:
        """The rows that the part has at the least."""
        return max(self._rows_with(text.rows), self._part.rows or self._part.min_rows or 0)

    def _fitted(self) -> VerticalLegs:
        """The text at the first step of the head's size at which head and text go together."""
        frame, part, head = self._desk.frame, self._part, self._side
        text = VerticalLegs(self._least, (), (), [])
        for step in range(head.steps):
            is_last = step == head.steps - 1
            self._step = step
            if self.capacity < 1:
                if is_last:
                    head.complain_of_breadth(step, self._room.width - frame.gap - frame.body)
                continue
            text = self._shallowest()
            rows = part.rows or self._part_rows(text)
            if not head or fits(head.length(step), frame.depth(rows)):
                break
            if is_last:
                head.complain_of_length(step, rows)
        for one, lines in zip(self._copy(text.rows), text.paragraphs, strict=False):
            note_too_wide(self._desk, part.letter, one.passage, lines)
        return text

    def _shallowest(self) -> VerticalLegs:
        """The text in the shallowest legs that hold it: the number of columns falls as they get deeper."""
        low, high = self._least, self._least
        room = self.capacity * self.legs
        while high < _DEEPEST and self._columns(high) > room:
            low, high = high + 1, high * 2
        while low < high:
            middle = (low + high) // 2
            if self._columns(middle) > room:
                low = middle + 1
            else:
                high = middle
        text = self._legs_of(low)
        # A subhead that may not end a leg takes its place in the next one.
        while max(text.counts, default=0) > self.capacity and text.rows < _DEEPEST:
            text = self._legs_of(text.rows + 1)
        return self._whole(text)

    def _whole(self, text: VerticalLegs) -> VerticalLegs:
        """The text in legs so deep that what may not be parted stands on one line: a word, a base with its reading; as
        it was where no depth that the part may have is enough.
        """
        deepest = self._leg_rows(self._part.rows or self._desk.frame.rows)
        deeper = text
        while not all(is_whole(line) for lines in deeper.paragraphs for line in lines):
            if deeper.rows >= deepest:
                return text
            deeper = self._legs_of(deeper.rows + 1)
        return deeper

    def _columns(self, rows: int) -> int:
        return sum(count_columns(one.passage.text, one.setting) for one in self._copy(rows))

    def _legs_of(self, rows: int) -> VerticalLegs:
        copy = self._copy(rows)
        paragraphs = tuple(set_vertical_paragraph(one.passage.text, one.setting) for one in copy)
        lines = [
            Line(one.role == "subhead", number, len(set_))
            for one, set_ in zip(copy, paragraphs, strict=True)
            for number in range(len(set_))
        ]
        counts = deal(lines, self.legs, self._desk.style.paragraph_ends)
        subheads = tuple(one.role == "subhead" for one in copy)
        return VerticalLegs(rows, paragraphs, subheads, counts)

    def _copy(self, rows: int) -> list[BodyCopy]:
        return list(body_copy(self._desk, self._part, self._measure(rows)))

    def _measure(self, rows: int) -> float:
        return measure_of(self._desk.frame, rows)

    def _leg_rows(self, rows: int) -> int:
        """How deep legs may be in so many rows of the part."""
        return (rows - self._over_rows - BETWEEN * (self.legs - 1)) // self.legs

    def _rows_with(self, leg_rows: int) -> int:
        return self._over_rows + self.legs * leg_rows + BETWEEN * (self.legs - 1)

    def _breadth(self, step: int) -> float:
        """The width that the text has beside its head."""
        width = self._room.width
        return width - self._side.breadth(step) - self._desk.frame.gap if self._side else width
