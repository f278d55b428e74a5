"""What is drawn and is no text: boxes, rules and filled paths, in points from the trim's top left corner."""

from __future__ import annotations

from msgspec import Struct

from jxprint.geometry import Rect
from jxprint.ink import Ink


class Box(Struct, frozen=True):
    """A filled or stroked rectangle; the stroke is centred on the edge."""

    frame: Rect
    fill: Ink | None = None
    stroke: Ink | None = None
    stroke_pt: float = 0.0


class Rule(Struct, frozen=True):
    """A straight stroke from (x1, y1) to (x2, y2)."""

    x1: float
    y1: float
    x2: float
    y2: float
    width_pt: float
    ink: Ink


class Outline(Struct, frozen=True):
    """A filled path, non-zero winding.

    Commands are `("M", x, y)`, `("L", x, y)`, `("C", x1, y1, x2, y2, x, y)` and `("Z",)`.
    """

    commands: tuple[tuple[str | float, ...], ...]
    fill: Ink


Shape = Box | Rule | Outline
