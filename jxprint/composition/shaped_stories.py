"""Stories of any shape: a head over the columns at the top, and a leg in each column as far down as the shape goes.

Text runs down each column, over whatever the drawing lets into it (a picture, another story), then on in the next one
to the right. How deep the columns are is found with the page's rows (`shaping`); dealing then leaves the few lines that
are wanting at the feet, the last ones first, and strands no subhead.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from copy import copy as copy_of

from jxprint.composition.capacity import Shape
from jxprint.composition.dealing import Line
from jxprint.composition.desk import Desk
from jxprint.composition.drafts import Made
from jxprint.composition.drawing import Area, Drawing, Piece, drawing_of
from jxprint.composition.frame import Room
from jxprint.composition.heads import depth, place_head, set_head
from jxprint.composition.legs import SetParagraph, Slot, dealt_lines, place_in_slots, tighter
from jxprint.composition.shaped_boxes import bounds, drawn, leg_places, outline
from jxprint.composition.shaping import Stretch
from jxprint.composition.stories import below_head, body_copy, head_rows, less_a_line, set_freely, story_head
from jxprint.composition.uneven_dealing import FEWEST, SHARED, dealt
from jxprint.errors import Finding
from jxprint.geometry import Rect
from jxprint.model import Story
from jxprint.placed import Article

_TOLERANCE = 1e-9


class ShapeDraft:
    """A story that is drawn with corners. `spare` are rows more than its lines need, so that legs can end well,
    `opened` rows of white that its head takes, so that short copy comes through.
    """

    growth = 0

    def __init__(self, desk: Desk, part: Story, room: Room) -> None:
        self._desk = desk
        self._part = part
        self._room = room
        self._drawing = drawing = drawing_of(desk.page.dummy)
        self._columns = columns = _head_columns(drawing, part.letter)
        self._legs = leg_places(desk, part)
        self.measure = self._legs.measure
        self._head_x = self._legs.xs[columns.column]
        right = self._legs.xs[columns.column + columns.span - 1] + self.measure
        head_room = Room(columns.column, columns.span, self._head_x, right - self._head_x)
        self._head = set_head(desk, part.letter, story_head(desk, part), head_room)
        self.head_rows = head_rows(desk, self._head)
        self._pad = 0 if part.box is None else math.ceil(part.box.rows - _TOLERANCE)
        self.legs = sum(piece.span for piece in drawing.pieces[part.letter])
        self._paragraphs = set_freely(desk, part, self.measure)
        self._lines = dealt_lines(self._paragraphs)
        self.spare = self.opened = 0
        self._dealt: tuple[tuple[Stretch, ...], list[int] | None] | None = None
        self.rows = self.head_rows + -(-len(self._lines) // max(1, room.span))

    def head_rows_without(self, field: str) -> int:
        """The rows that the head would take with one line of a field less."""
        return head_rows(self._desk, less_a_line(self._head, field))

    @property
    def set_paragraphs(self) -> Sequence[SetParagraph]:
        """The text as set."""
        return self._paragraphs

    @property
    def lines(self) -> int:
        """Lines of text that the copy takes."""
        return len(self._lines)

    @property
    def counts(self) -> list[int]:
        """Lines in each column, were they level."""
        return [-(-len(self._lines) // self.legs)] * self.legs

    @property
    def shape(self) -> Shape:
        """What the page's rows have to hold."""
        white = max(1, math.ceil(self._desk.style.spacing.between_parts - _TOLERANCE))
        part, pads = self._part, 2 * self._pad
        return Shape(
            len(self._lines) + self.spare,
            self.head_rows + self.opened,
            self._columns,
            white=white,
            pinned=0 if part.rows is None else max(1, part.rows - pads),
            deep=0 if part.min_rows is None else max(0, part.min_rows - pads),
            pad=self._pad,
        )

    def deal(self, stretches: Sequence[Stretch]) -> list[int] | None:
        """Lines in each stretch, None where they cannot be dealt without stranding a subhead."""
        key = tuple(stretches)
        if self._dealt is None or self._dealt[0] != key:  # asked again with every plan of the page
            self._dealt = key, self.dealt(self._lines, stretches)
        return self._dealt[1]

    def dealt(self, lines: Sequence[Line], stretches: Sequence[Stretch]) -> list[int] | None:
        """Some lines dealt over the stretches that the story got."""
        letter, drawing = self._part.letter, self._drawing
        return dealt(lines, stretches, drawing.pieces[letter], drawing.beside[letter])

    def stands(self, stretches: Sequence[Stretch]) -> bool:
        """Whether the text, dealt over its stretches, stands in all columns that are drawn, and side by side with
        itself where it is drawn so, and leaves no hole over a block of legs.
        """
        counts = self.deal(stretches)
        return counts is not None and self._stands(counts, stretches)

    def complaint(self, stretches: Sequence[Stretch]) -> Finding | None:
        """What is wrong with the stretches that it got, beyond their being too many."""
        del stretches
        return None

    def _stands(self, counts: Sequence[int], stretches: Sequence[Stretch]) -> bool:
        if any(
            one.rows - lines > FEWEST and one.block < stretches[-1].block
            for one, lines in zip(stretches, counts, strict=True)
        ):
            return False
        pieces = self._drawing.pieces[self._part.letter]
        texts = {piece: _texts(piece, number, stretches, counts) for number, piece in enumerate(pieces)}
        for left, right in self._drawing.beside[self._part.letter]:
            (top, foot), (other_top, other_foot) = texts[left][-1], texts[right][0]
            if min(foot, other_foot) - max(top, other_top) < min(SHARED, foot - top, other_foot - other_top):
                return False
        return all(text[0] < text[1] for found in texts.values() for text in found)

    def make(self, top: int, rows: int) -> Made:
        """A shape is not placed by its depth alone."""
        raise NotImplementedError("a shaped story is placed in its stretches")

    def fill(self, top: int, rows: int, stretches: Sequence[Stretch]) -> Made:
        """The story with its head in row `top`, `rows` deep at its deepest, its lines dealt over the stretches."""
        frame, part, box = self._desk.frame, self._part, self._part.box
        in_head = max([self.head_rows, *(stretch.head for stretch in stretches)])
        spare = in_head * frame.pitch - depth(self._head) - below_head(self._desk, self._head)
        fields = len({head.field for head in self._head})
        opened = spare / 2 / fields if fields else 0.0
        y = frame.y(top + self._pad) + spare / 2
        blocks = place_head(self._head, part.letter, self._head_x, y, opened)
        text, counts = self._text(stretches), self.deal(stretches)
        if counts is None:  # an overset page is placed for its proof alone: what has no room runs out at the foot
            counts = [stretch.rows for stretch in stretches]
            counts[-1] += sum(len(one.lines) for one in text) - sum(counts)
        slots = self._slots(stretches, counts)
        blocks += place_in_slots(text, slots, frame.body, part.letter)
        edge = outline(self._desk, stretches, 0.0 if box is None else box.rows)
        if box is None:
            reach = Rect(self._room.x, frame.y(top), self._room.width, frame.depth(rows))
            return Made(Article(part.letter, "story", part.name, reach, tuple(blocks), edge))
        article = Article(part.letter, "story", part.name, bounds(edge), tuple(blocks), edge)
        return Made(article, drawn(self._desk, box, edge))

    def _text(self, stretches: Sequence[Stretch]) -> Sequence[SetParagraph]:
        """What is set into some stretches."""
        del stretches
        return self._paragraphs

    def _slots(self, stretches: Sequence[Stretch], counts: Sequence[int]) -> list[Slot]:
        frame, xs = self._desk.frame, self._legs.xs
        return [
            Slot(leg, xs[stretch.column], frame.y(stretch.top + row), self.measure)
            for leg, (stretch, count) in enumerate(zip(stretches, counts, strict=True))
            for row in range(count)
        ]


class ShapedStoryDraft(ShapeDraft):
    """A story that is drawn with corners and stands in its part as a whole."""

    def tightened(self) -> ShapedStoryDraft | None:
        """See Tightening: as many lines fewer, up to one a leg, as the copy can give."""
        copy = [(one.passage.text, one.setting) for one in body_copy(self._desk, self._part, self.measure)]
        for lines in range(self.legs, 0, -1):
            paragraphs = tighter(list(self._paragraphs), copy, lines)
            if paragraphs is not None:
                other = copy_of(self)
                other._paragraphs, other._lines, other._dealt = paragraphs, dealt_lines(paragraphs), None
                return other
        return None


def _head_columns(drawing: Drawing, letter: str) -> Area:
    """The columns that the head stands over: of those that begin in the topmost row the first that hang together, in
    which a reader begins.
    """
    tops = drawing.tops[letter]
    columns = [
        piece.column + one for piece in drawing.pieces[letter] if piece.top == tops[0] for one in range(piece.span)
    ]
    first = [column for number, column in enumerate(columns) if column == columns[0] + number]
    return Area(first[0], len(first))


def _texts(piece: Piece, number: int, stretches: Sequence[Stretch], counts: Sequence[int]) -> list[tuple[int, int]]:
    """The rows of text (first, behind the last) in each column of the piece with that number."""
    found: list[tuple[int, int]] = []
    for column in range(piece.column, piece.column + piece.span):
        both = zip(stretches, counts, strict=True)
        own = [(one.top, lines) for one, lines in both if (one.column, one.piece) == (column, number)]
        found.append((own[0][0], max([top + lines for top, lines in own if lines], default=own[0][0])))
    return found
