"""Heads: kicker, headline, deck and byline over one measure, each field fitted to it by what the style allows."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import groupby

from msgspec import Struct

from jxprint.composition.desk import Desk
from jxprint.composition.frame import EM_TOP, Room
from jxprint.composition.head_fit import HeadCopy, HeadFit, fit_field
from jxprint.composition.lines import SetLine
from jxprint.composition.marked import note_signs
from jxprint.geometry import Rect
from jxprint.placed import Field, Role, TextBlock

__all__ = ["HeadCopy", "HeadFit", "HeadLine", "depth", "fits_of", "place_head", "set_head", "trade_rows"]

# Between the lines of one head: 0.2 to 0.35 of its size keeps two lines a pair (CLREQ lets heads run tighter than
# a third to a half of their size, which is the book rule).
_LINE_GAP = 0.26


class HeadLine(Struct, frozen=True):
    """One line of a head as set, with the copy it comes from, the white above it (points), and what was done to fit its
    field. `number` counts the lines that one line of copy was broken into, from 0.
    """

    line: SetLine
    role: Role
    field: Field
    index: int
    white_above: float
    fit: HeadFit
    number: int = 0

    @property
    def size(self) -> float:
        """The size of the line in points: the height of its em box."""
        return self.line.size_pt


def set_head(desk: Desk, part: str, copy: Sequence[HeadCopy], room: Room) -> tuple[HeadLine, ...]:
    """All lines of a head over its columns; what cannot be fitted goes to the desk's findings. A headline passes over
    as many of the style's steps of size as the desk says, to save depth.
    """
    heads: list[HeadLine] = []
    for one in copy:
        if not one.lines:
            continue
        for passage in one.lines:
            note_signs(desk, part, (passage,), _LINE_GAP)
        steps_down = desk.steps_down.get(part, 0) if one.field == "headline" else 0
        fitted = fit_field(desk, part, one, room.width, room.span, steps_down)
        for index, lines in enumerate(fitted.lines):
            for number, line in enumerate(lines):
                white = _LINE_GAP * fitted.fit.size_pt if index or number else one.white_above
                heads.append(HeadLine(line, one.role, one.field, index, white if heads else 0.0, fitted.fit, number))
    return tuple(heads)


def fits_of(heads: Sequence[HeadLine]) -> tuple[HeadFit, ...]:
    """What was done to fit each field of a head, in order."""
    return tuple(dict.fromkeys(head.fit for head in heads))


def depth(heads: Sequence[HeadLine]) -> float:
    """The depth of a head in points, from the em box of its first line to that of its last."""
    return sum(head.white_above + head.size for head in heads)


def trade_rows(heads: Sequence[HeadLine], pitch: float, white: float) -> int:
    """The rows of a head by the trade's reckoning (typography.md 3.4): its sizes over the pitch, and `white` rows
    above, below and between its lines. Of a line as high as a row it makes three rows, of two five.
    """
    return math.ceil(sum(head.size for head in heads) / pitch + (len(heads) + 1) * white - 1e-9)


def place_head(heads: Sequence[HeadLine], part: str, x: float, y: float, opened: float = 0.0) -> list[TextBlock]:
    """The head's blocks, its measure starting at `x`, its first em box at `y`; `opened` adds white between fields."""
    blocks: list[TextBlock] = []
    for (field, index), group in groupby(heads, key=lambda head: (head.field, head.index)):
        lines = list(group)
        y += opened if blocks and index == 0 else 0.0
        top = y + lines[0].white_above
        placed = []
        for head in lines:
            y += head.white_above
            placed.append(head.line.at(x, y + EM_TOP * head.size, part=part, field=field, index=index))
            y += head.size
        frame = Rect(x, top, lines[0].line.measure, y - top)
        blocks.append(TextBlock(lines[0].role, field, index, tuple(placed), (frame,)))
    return blocks
