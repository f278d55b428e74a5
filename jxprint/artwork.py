"""Artwork that stays vectors on paper: drawings as paths (from SVG), and pages of PDF files that are placed whole.

A drawing's space is points from its top left corner, x to the right, y down. What a path says is in its own space, and
its matrix (a, b, c, d, e, f: ISO 32000-1, 8.3.3) leads from there to the drawing's: a stroke is drawn under it as well.
"""

from __future__ import annotations

from pathlib import Path as FilePath
from typing import Literal

from msgspec import Struct

Matrix = tuple[float, float, float, float, float, float]
# ("M", x, y), ("L", x, y), ("C", x1, y1, x2, y2, x, y) and ("Z",).
Commands = tuple[tuple[str | float, ...], ...]

IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def times(one: Matrix, two: Matrix) -> Matrix:
    """The matrix that maps by `one`, then by `two`."""
    a, b, c, d, e, f = one
    g, h, i, j, k, m = two
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


class Colour(Struct, frozen=True):
    """Red, green and blue of sRGB, from 0 to 1. A grey is printed with black alone."""

    red: float
    green: float
    blue: float

    @property
    def is_grey(self) -> bool:
        """Whether it is white, black or between."""
        return self.red == self.green == self.blue


class Gradient(Struct, frozen=True):
    """A colour that changes along an axis (x1, y1, x2, y2) or from circle to circle (x1, y1, r1, x2, y2, r2), in a
    space that `matrix` leads from to that of its path. `stops` are offsets from 0 to 1, rising, each with its colour;
    `opacities` are theirs, none where nothing shows through.
    """

    kind: Literal["linear", "radial"]
    points: tuple[float, ...]
    matrix: Matrix
    stops: tuple[tuple[float, Colour], ...]
    opacities: tuple[float, ...] = ()


class Tiling(Struct, frozen=True):
    """Paths in a cell (left, top, width, height) that is laid beside itself as far as there is something to paint.
    `matrix` leads from the paths' drawing to the space of the path that is painted.
    """

    items: tuple[Path | Group, ...]
    cell: tuple[float, float, float, float]
    matrix: Matrix


Paint = Colour | Gradient | Tiling


class Stroke(Struct, frozen=True):
    """How an outline is drawn; `cap` and `join` are the numbers of ISO 32000-1, 8.4.3."""

    paint: Paint
    width: float
    cap: int = 0
    join: int = 0
    miter: float = 4.0
    dash: tuple[float, ...] = ()
    dash_start: float = 0.0
    opacity: float = 1.0


class Path(Struct, frozen=True):
    """An outline, filled (by the non-zero or the even-odd rule), stroked or both."""

    commands: Commands
    matrix: Matrix = IDENTITY
    fill: Paint | None = None
    even_odd: bool = False
    opacity: float = 1.0
    stroke: Stroke | None = None


class Clip(Struct, frozen=True):
    """The area inside some outlines, each with its matrix."""

    outlines: tuple[tuple[Matrix, Commands], ...]
    even_odd: bool = False


class Group(Struct, frozen=True):
    """Paths that are clipped together, and that let through as one what is under them."""

    items: tuple[Path | Group, ...]
    opacity: float = 1.0
    clip: Clip | None = None


class Drawing(Struct, frozen=True):
    """A drawing in its box, in points."""

    width: float
    height: float
    group: Group


class PdfPage(Struct, frozen=True):
    """A page of a PDF file, from 1, and its trimmed size as it is seen, in points; `has_text` tells that it shows text
    with fonts, in whatever language, `is_told` that all of these say which characters they show (ToUnicode).
    """

    file: FilePath
    page: int
    width: float
    height: float
    has_text: bool = False
    is_told: bool = True


Artwork = Drawing | PdfPage
