"""The graphics state as far as a press is concerned (ISO 32000-1, 8.4)."""

from __future__ import annotations

from math import hypot
from typing import Any

from msgspec import Struct

from jxprint.intake.matrices import IDENTITY, Box, Matrix, times
from jxprint.preflight.colours import Colour

# Text rendering modes (ISO 32000-1, table 106) that fill and that stroke.
FILLS = (0, 2, 4, 6)
STROKES = (1, 2, 5, 6)
# No clip: all of the page's own space.
EVERYWHERE: Box = (float("-inf"), float("-inf"), float("inf"), float("inf"))


class PaintState(Struct):
    """What q saves. `fill_over` and `stroke_over` are op and OP (overprint), `mode_over` is OPM; `clip` is a rectangle
    that holds the clipping path, in the page's own space; `mixes`: a blend mode other than Normal is in force.
    """

    ctm: Matrix = IDENTITY
    fill: Colour = Colour()
    stroke: Colour = Colour()
    width: float = 1.0
    fill_over: bool = False
    stroke_over: bool = False
    mode_over: int = 0
    font: Any = None
    wide: bool = False
    size: float = 0.0
    leading: float = 0.0
    rendering: int = 0
    text: Matrix = IDENTITY
    line: Matrix = IDENTITY
    clip: Box = EVERYWHERE
    mixes: bool = False

    @property
    def shown_size(self) -> float:
        """The size at which text stands on paper, in points."""
        _, _, c, d, _, _ = times(self.text, self.ctm)
        return abs(self.size) * hypot(c, d)

    @property
    def shown_width(self) -> float:
        """The width of a line on paper, in points: the thinner way where it is stretched."""
        a, b, c, d, _, _ = self.ctm
        return self.width * min(hypot(a, b), hypot(c, d))
