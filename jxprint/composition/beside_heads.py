"""Stories with a horizontal head beside the text (横排边题): the head in the middle of columns of its own at one side,
level legs in the others.
"""

from __future__ import annotations

from collections.abc import Sequence

from jxprint.composition.desk import Desk
from jxprint.composition.drafts import Made
from jxprint.composition.frame import Room
from jxprint.composition.heads import HeadFit, depth, fits_of, place_head, set_head
from jxprint.composition.legs import LegFrame, SetParagraph, place_legs
from jxprint.composition.stories import head_rows, set_body, story_head
from jxprint.geometry import Rect
from jxprint.model import Story
from jxprint.placed import Article

# The white that a head leaves at either side of its columns, in ems of the body type.
KEEP_OFF_EM = 0.25


def head_room(desk: Desk, room: Room, first: int, columns: int) -> Room:
    """The room of a head over `columns` columns of its part, from its column `first` on (from 0). What a box round the
    part takes is taken from its outer columns. Large type keeps off the legs beside it, and its measure is none of
    theirs: a late correction knows legs by their measure.
    """
    frame = desk.frame
    off = KEEP_OFF_EM * frame.body
    outer = room.x - (frame.width(room.span) - room.width) / 2
    left = max(room.x, outer + first * (frame.column_width + frame.gap))
    right = min(room.x + room.width, outer + frame.width(first + columns))
    return Room(room.column + first, columns, left + off, right - left - 2 * off)


class BesideHeadDraft:
    """A head beside its story, both as deep as the deeper one."""

    growth = 0

    def __init__(self, desk: Desk, part: Story, room: Room) -> None:
        self._desk = desk
        self._part = part
        self._room = room
        frame, columns = desk.frame, part.head_columns or 1
        rest = room.span - columns
        on_left = part.head_side == "left"
        self._head_room = head_room(desk, room, 0 if on_left else rest, columns)
        # The text has what the head's columns and the gap beside them leave.
        taken = columns * (frame.column_width + frame.gap) - (frame.width(room.span) - room.width) / 2
        self._left = room.x + (taken if on_left else 0.0)
        self.legs = part.legs or rest
        self.measure = (room.width - taken - (self.legs - 1) * frame.gap) / self.legs
        self._head = set_head(desk, part.letter, story_head(desk, part), self._head_room)
        self._paragraphs, self.counts = set_body(desk, part, self.measure, self.legs)
        self.head_rows = head_rows(desk, self._head)
        self.rows = max(self.head_rows, *self.counts)

    @property
    def set_paragraphs(self) -> Sequence[SetParagraph]:
        """The text as set."""
        return self._paragraphs

    @property
    def lines(self) -> int:
        """Lines of text that the copy takes."""
        return sum(self.counts)

    @property
    def head_fits(self) -> tuple[HeadFit, ...]:
        """What was done to fit the head."""
        return fits_of(self._head)

    def make(self, top: int, rows: int) -> Made:
        """See Draft. The head stands in the middle of the text's depth."""
        frame, part = self._desk.frame, self._part
        deep = frame.depth(max(self.head_rows, *self.counts))
        y = frame.y(top) + (deep - depth(self._head)) / 2
        blocks = place_head(self._head, part.letter, self._head_room.x, y)
        step = self.measure + frame.gap
        xs = tuple(self._left + leg * step for leg in range(self.legs))
        legs = LegFrame(xs, self.measure, frame.y(top), frame.pitch, frame.body)
        blocks += place_legs(self._paragraphs, self.counts, legs, part.letter)
        box = Rect(self._room.x, frame.y(top), self._room.width, frame.depth(rows))
        return Made(Article(part.letter, "story", part.name, box, tuple(blocks)))
