"""The lines of what a finished file shows: of a leg, by where pens go; of a paragraph, leg by leg."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from jxprint.checker.glyphs import Frame, Glyph
from jxprint.checker.initials import is_cap

# Ems of the block's largest type: sub- and superscripts stand at most 0.5 em apart, lines at least an em.
_ACROSS = 0.8
_BACK = 1.0

# Left, low, right, high, in PDF space; None where no element says it.
Box = tuple[float, float, float, float] | None


class ShownLeg(Struct, frozen=True):
    """What of a paragraph stands in one leg: the leg's box and the lines."""

    box: Box
    lines: list[list[Glyph]]

    @property
    def down(self) -> bool:
        """Whether its text is vertical."""
        return any(glyph.down for line in self.lines for glyph in line)


def shown_legs(groups: Sequence[tuple[Box, list[Glyph]]]) -> list[ShownLeg]:
    """A paragraph's legs from its marked content by box, in order. A drop cap belongs to the first line beside it, and
    the box of that leg is around both.
    """
    legs = [ShownLeg(box, list(lines_of(shown))) for box, shown in groups if shown]
    if len(legs) < 2:
        return legs
    (cap, cap_box), (lines, lines_box) = ((leg, leg.box) for leg in legs[:2])
    if cap_box is None or lines_box is None or len(cap.lines) != 1:
        return legs
    if not is_cap((_frame(cap_box), cap.lines[0]), (_frame(lines_box), [one for line in lines.lines for one in line])):
        return legs
    box = cap_box[0], min(cap_box[1], lines_box[1]), lines_box[2], max(cap_box[3], lines_box[3])
    return [ShownLeg(box, [cap.lines[0] + lines.lines[0], *lines.lines[1:]]), *legs[2:]]


def lines_of(shown: list[Glyph]) -> Iterator[list[Glyph]]:
    """The glyphs of each line of a leg."""
    em = max(glyph.size for glyph in shown)
    down = any(glyph.down for glyph in shown)
    line: list[Glyph] = []
    last = shown[0]
    for glyph in shown:
        across, along = glyph.y - last.y, glyph.x - last.x
        if down:
            across, along = along, across
        if line and (abs(across) > _ACROSS * em or along < -_BACK * em):
            yield line
            line = []
        line.append(glyph)
        last = glyph
    yield line


def _frame(box: tuple[float, float, float, float]) -> Frame:
    """A box with its y down."""
    return Frame(box[0], -box[3], box[2], -box[1])
