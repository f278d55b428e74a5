"""Legs of vertical text (段): how many there are where nobody says, how long their lines are, and where these stand."""

from __future__ import annotations

import math
from collections.abc import Sequence

from msgspec import Struct

from jxprint.composition.frame import Frame
from jxprint.composition.legs import BodyCopy
from jxprint.composition.lines.reading_runs import READING_SCALE
from jxprint.composition.lines.vertical import ColumnLine
from jxprint.geometry import Rect
from jxprint.placed import TextBlock, TextLine

# Rows of white between two legs.
BETWEEN = 1
# The longest line that text is given where nobody says how many legs there are, in ems: a reader finds the head of the
# next one (a confession; columns of 直排 newspapers have ten to twenty characters, books up to forty in wider white).
LONGEST_EM = 22.0


class VerticalLegs(Struct, frozen=True):
    """The text set over legs of `rows` rows: the lines of each paragraph, which of these are subheads, and how many
    lines stand in each leg.
    """

    rows: int
    paragraphs: tuple[tuple[ColumnLine, ...], ...]
    subheads: tuple[bool, ...]
    counts: list[int]


def measure_of(frame: Frame, rows: int) -> float:
    """The measure of a leg of so many rows: whole half ems of the body type (points)."""
    step = frame.body / 2
    return math.floor(frame.depth(rows) / step + 1e-9) * step


def legs_for(frame: Frame, rows: int) -> int:
    """How many legs it takes that no line of text so many rows deep in one leg is too long."""
    legs = 1
    while measure_of(frame, (rows - BETWEEN * (legs - 1)) // legs) > LONGEST_EM * frame.body:
        legs += 1
    return legs


def place_columns(
    frame: Frame, part: str, copy: Sequence[BodyCopy], text: VerticalLegs, right: float, top: int
) -> list[TextBlock]:
    """Blocks of the paragraphs, each line in its leg, columns from `right` (points) to the left."""
    blocks: list[TextBlock] = []
    leg, column = 0, 0
    for one, set_ in zip(copy, text.paragraphs, strict=True):
        lines: list[TextLine] = []
        for line in set_:
            while leg < len(text.counts) - 1 and column >= text.counts[leg]:
                leg, column = leg + 1, 0
            axis = right - frame.body / 2 - column * frame.pitch
            y = frame.y(top + leg * (text.rows + BETWEEN))
            lines.append(line.at(axis, y, part=part, field="paragraph", index=one.index, leg=leg))
            column += 1
        frames = tuple(_frame_of(frame, leg, lines, text, top) for leg in dict.fromkeys(line.leg for line in lines))
        blocks.append(TextBlock(one.role, "paragraph", one.index, tuple(lines), frames))
    return blocks


def _frame_of(frame: Frame, leg: int, lines: Sequence[TextLine], text: VerticalLegs, top: int) -> Rect:
    """The box of a paragraph's lines in one leg; readings to the right of the first line are in it."""
    own = [line for line in lines if line.leg == leg]
    xs = [line.x for line in own]
    over = READING_SCALE * frame.body if any(run.inline == "reading" for run in own[0].runs) else 0.0
    y = frame.y(top + leg * (text.rows + BETWEEN))
    return Rect(min(xs) - frame.body / 2, y, max(xs) - min(xs) + frame.body + over, measure_of(frame, text.rows))
