"""Signs beside the line that are no text: emphasis dots (着重号) and the proper-name line (专名号), GB/T 15834 5.1.8.

They stand under a horizontal line; dots to the right of a vertical one and the name line to its left (CLREQ 3.4.1, VT6
of typography.md). The white between two lines must be half an em at the least, and five eighths where signs of the
upper line meet readings of the lower (CLREQ 3.4.1).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from jxprint.ink import Ink
from jxprint.placed import Outline, Rule, Shape
from jxprint.text.classes import is_mark

if TYPE_CHECKING:
    from jxprint.composition.lines.columns import ColumnSegment
    from jxprint.composition.lines.setting import Segment

# The white between two lines that a sign under the upper one needs, in ems.
LEAST_LINE_GAP_EM = 0.5
LEAST_LINE_GAP_BOTH_EM = 0.625

# Ems of the line's size from the baseline down, and of the signs. A dot is as heavy as a Song face's point; it stands
# so near its character that what is read over the next line (注音), tone marks above all, has room under it.
_EM_FOOT = 0.12
_DOT_DOWN = 0.225
_DOT_RADIUS = 0.065
_LINE_DOWN = 0.22
# To the left of a vertical line, from the edge of its em: dots of letters and tone marks, read beside the line to the
# left, come as near as that.
_LINE_ASIDE, _DOT_ASIDE = 0.05, 0.045
_LINE_WIDTH = 0.05
# A name line ends a little inside its name, so that two names side by side have two lines.
_LINE_INSET = 0.06
# Control points of a quarter circle by a cubic: 4/3 (sqrt 2 - 1) of the radius.
_ROUND = 0.5523


def signs_of(segment: Segment, x: float, y: float, size: float, ink: Ink) -> Iterator[Shape]:
    """The signs of a stretch that starts at `x` on the baseline `y`, in points of the page; none under a mark."""
    look = segment.look
    if look is None:
        return
    if look.name_line:
        first, last = _insets(segment, look.name_line, size)
        down = y + _LINE_DOWN * size
        yield Rule(x + first, down, x + sum(segment.advances) - last, down, _LINE_WIDTH * size, ink)
    if look.dots:
        em = size * look.scale
        for k, (start, advance) in enumerate(zip(segment.starts, segment.advances, strict=True)):
            char = segment.text[start]
            if not char.isspace() and not is_mark(char):
                # The middle of the character, not of what justification put behind it or a reading around it.
                drawn = x + (segment.offsets[k] if segment.offsets else 0.0)
                yield _dot(drawn + min(advance, em) / 2, y + _DOT_DOWN * size, _DOT_RADIUS * size, ink)
            x += advance


def signs_beside(segment: ColumnSegment, x: float, head: float, size: float, ink: Ink) -> Iterator[Shape]:
    """The signs of a stretch of a vertical line of `size` about `x` and down from `head` (points of the page). Dots
    stand to the right, as far from the em boxes as under a horizontal line. A figure side by side has one dot. Where a
    reading stands to the right dots stand to the left, nearer: reading and dots are on both sides of their line, as of
    a horizontal one.
    """
    look = segment.look
    if look is None:
        return
    along = head + segment.along
    ways, em = segment.advances, size * look.scale
    if segment.way == "stood":  # its pen stands on a baseline in the middle of the cell
        along -= (segment.face.ascent_em + segment.face.descent_em) / 2 * segment.size + em / 2
        ways = (em,)
    if look.name_line:
        first, last = _insets(segment, look.name_line, size)
        left = x - (0.5 + _LINE_ASIDE) * size
        yield Rule(left, along + first, left, along + sum(ways) - last, _LINE_WIDTH * size, ink)
    if look.dots:
        across = x - (0.5 + _DOT_ASIDE) * size if look.reading else x + (0.5 + _DOT_DOWN - _EM_FOOT) * size
        for k, (start, advance) in enumerate(zip(segment.starts, ways, strict=False)):
            char = segment.text[start]
            if not char.isspace() and not is_mark(char):
                drawn = along + (segment.offsets[k] if segment.offsets else 0.0)
                yield _dot(across, drawn + min(advance, em) / 2, _DOT_RADIUS * size, ink)
            along += advance


def _insets(segment: Segment | ColumnSegment, name: tuple[int, int], size: float) -> tuple[float, float]:
    """How far a name's line keeps from the ends of a stretch of it: nothing within a name, whatever changes there."""
    inset = _LINE_INSET * size
    return inset if segment.start <= name[0] else 0.0, inset if segment.end >= name[1] else 0.0


def _dot(x: float, y: float, radius: float, ink: Ink) -> Outline:
    round_ = radius * _ROUND
    return Outline(
        (
            ("M", x + radius, y),
            ("C", x + radius, y + round_, x + round_, y + radius, x, y + radius),
            ("C", x - round_, y + radius, x - radius, y + round_, x - radius, y),
            ("C", x - radius, y - round_, x - round_, y - radius, x, y - radius),
            ("C", x + round_, y - radius, x + radius, y - round_, x + radius, y),
            ("Z",),
        ),
        ink,
    )
