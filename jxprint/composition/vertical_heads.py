"""Vertical heads (竖题): kicker, headline, deck and byline as columns, each with a blank character at both ends.

The length of a column is that of its line and two blanks of its own size; it is measured in rows of the grid, and all
lines of a head step down together through the sizes that the style allows until the longest fits.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from jxprint.composition.coverage import part_name
from jxprint.composition.desk import Desk
from jxprint.composition.head_fit import HeadCopy, HeadFit, sizes_over
from jxprint.composition.lines.vertical import ColumnLine, set_vertical_line
from jxprint.composition.marked import note_signs, with_markup
from jxprint.errors import Finding
from jxprint.geometry import PT_PER_MM, Rect
from jxprint.model import Part, Passage
from jxprint.model.parts import Side
from jxprint.placed import Field, Role, TextBlock

# Between the lines of one field, as in horizontal heads (see jxprint.composition.heads).
_LINE_GAP = 0.26
# One blank character of the line's own size at each end (typography.md 3.4).
_BLANKS = 2
_TOLERANCE_PT = 0.01
# A column of one character, or of one mark half an em high, may have no more than its own em. Its frame reaches into
# the blank at its foot: one that is no higher than it is broad does not tell which way its line runs, and readers would
# take two such columns side by side from left to right.
_LEAST_FRAME_EM = 1.1


class HeadColumn(Struct, frozen=True):
    """One line of a vertical head as set, with the copy it comes from and the white before it (points)."""

    line: ColumnLine
    role: Role
    field: Field
    index: int
    white_before: float


class VerticalHead:
    """A head that may be set at several steps of size; step 0 is the style's own size of every field."""

    def __init__(self, desk: Desk, part: Part, copy: Sequence[HeadCopy], span: int) -> None:
        self._desk = desk
        self._part = part
        self._copy = [one for one in copy if one.lines]
        self._sizes: list[list[float]] = []
        for one in self._copy:
            self._sizes.append(sizes_over(desk, one.style_role, span))
        self.steps = max(map(len, self._sizes), default=1)
        passages = [passage for _, passage in self._passages()]
        note_signs(desk, part.letter, passages, _LINE_GAP)

    def __bool__(self) -> bool:
        return bool(self._copy)

    def size(self, number: int, step: int) -> float:
        """The size in points of field `number` at a step; a field without so many steps stays at its smallest."""
        sizes = self._sizes[number]
        return sizes[min(step, len(sizes) - 1)]

    def fits(self, step: int) -> tuple[HeadFit, ...]:
        """What was done to fit each field at a step: a vertical head has steps of size alone."""
        found = []
        for number, one in enumerate(self._copy):
            steps = len(self._sizes[number])
            half = self._desk.type_style(one.style_role).half_marks
            size = self.size(number, step)
            found.append(HeadFit(one.field, size, min(step, steps - 1), steps, half_marks=half))
        return tuple(found)

    def breadth(self, step: int) -> float:
        """The width in points that the head's columns take together."""
        total = 0.0
        for number, one in enumerate(self._copy):
            size = self.size(number, step)
            total += one.white_above if number else 0.0
            total += len(one.lines) * size + (len(one.lines) - 1) * _LINE_GAP * size
        return total

    def length(self, step: int) -> float:
        """The length in points of its longest column, blanks and all."""
        lengths = [self._length(number, passage, step) for number, passage in self._passages()]
        return max(lengths, default=0.0)

    def rows(self, step: int) -> int:
        """The fewest rows of the grid that it may run down at a step."""
        frame = self._desk.frame
        return math.ceil((self.length(step) + frame.pitch - frame.body) / frame.pitch - 1e-9)

    def set(self, step: int, length: float) -> tuple[HeadColumn, ...]:
        """All columns over `length` points, in reading order."""
        columns: list[HeadColumn] = []
        for number, one in enumerate(self._copy):
            size = self.size(number, step)
            setting = self._desk.setting(one.style_role, max(size, length - _BLANKS * size), size_pt=size)
            for index, passage in enumerate(one.lines):
                white = _LINE_GAP * size if index else one.white_above if number else 0.0
                line = set_vertical_line(passage.text, with_markup(setting, self._desk, passage))
                columns.append(HeadColumn(line, one.role, one.field, index, white))
        return tuple(columns)

    def complain_of_length(self, step: int, rows: int) -> None:
        """A finding for every column that is longer than `rows` rows at a step."""
        self._desk.findings.extend(self.too_long(step, rows))

    def too_long(self, step: int, rows: int) -> list[Finding]:
        """What is said of every column that is longer than `rows` rows at a step."""
        room = self._desk.frame.depth(rows)
        found: list[Finding] = []
        for number, one in enumerate(self._copy):
            for index, passage in enumerate(one.lines):
                over = self._length(number, passage, step) - room
                if over > _TOLERANCE_PT:
                    size = self.size(number, step)
                    args = {
                        "field": one.field,
                        "text": passage.text,
                        "over": math.ceil(over / size),
                        "rows": rows,
                        "size": f"{size:g}",
                        "role": one.style_role,
                    }
                    place = replace(passage.place, part=self._part.letter, paragraph=index + 1)
                    found.append(Finding("composition.head_too_long", place, args))
        return found

    def complain_of_breadth(self, step: int, room: float) -> None:
        """A finding that the columns together are wider than `room` points."""
        args = {
            "part": part_name(self._part),
            "head_mm": round(self.breadth(step) / PT_PER_MM, 1),
            "room_mm": round(max(0.0, room) / PT_PER_MM, 1),
        }
        place = replace(self._part.place, part=self._part.letter)
        self._desk.findings.append(Finding("composition.head_too_broad", place, args))

    def _passages(self) -> list[tuple[int, Passage]]:
        return [(number, passage) for number, one in enumerate(self._copy) for passage in one.lines]

    def _length(self, number: int, passage: Passage, step: int) -> float:
        size = self.size(number, step)
        # The line is as long as it is; the measure only places it.
        setting = self._desk.setting(self._copy[number].style_role, size, size_pt=size)
        return set_vertical_line(passage.text, with_markup(setting, self._desk, passage)).width + _BLANKS * size


def fits(length: float, room: float) -> bool:
    """Whether a length goes into a room, both in points."""
    return length <= room + _TOLERANCE_PT


def place_vertical_head(
    columns: Sequence[HeadColumn], part: str, edge: float, top: float, towards: Side
) -> list[TextBlock]:
    """The head's blocks, its first column at `edge` (the edge of its em box), the blank above it at `top`.

    `towards` is where the next column stands: the left in vertical text; a side head's columns lead to its text, so
    those on the left run to the right (newspapers' custom, 王敏 2024; periodicals always run to the left).
    """
    sign = -1 if towards == "left" else 1
    blocks: list[TextBlock] = []
    x = edge
    for column in columns:
        line, size = column.line, column.line.size_pt
        x += sign * column.white_before
        axis = x + sign * size / 2
        placed = line.at(axis, top + size, part=part, field=column.field, index=column.index)
        frame = Rect(axis - size / 2, top + size, size, max(line.measure, _LEAST_FRAME_EM * size))
        blocks.append(TextBlock(column.role, column.field, column.index, (placed,), (frame,)))
        x += sign * size
    return blocks
