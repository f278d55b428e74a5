"""The grid under a proof's copy: base columns, baselines, type area and trim, and the numbers of rows and columns."""

from __future__ import annotations

from jxprint.composition.lettering import Lettering
from jxprint.geometry import Rect
from jxprint.placed import Box, PlacedPage, Rule, Shape
from jxprint.proof.inks import CYAN

_COLUMN_TINT, _LINE_TINT, _EDGE_TINT = 0.06, 0.4, 0.7
_FINE_PT, _FIFTH_PT, _EDGE_PT = 0.18, 0.36, 0.45
# A sheet of dummies (版样纸) is numbered in fives and tens.
_STEP, _STRONG = 5, 10
_SMALL_PT, _LARGE_PT = 6.0, 8.0
_BESIDE_PT = 7.0
# Crop marks: how long, and how far from the corner of the trim (points).
_CROP_PT, _CROP_GAP_PT = 14.0, 9.0


def rows_of(page: PlacedPage) -> int:
    """How many rows the type area has."""
    grid = page.grid
    return round((page.print_space.height - grid.body_pt) / grid.pitch) + 1


def column_tints(page: PlacedPage) -> list[Shape]:
    """The base columns, lightly tinted: under all that the page itself has."""
    grid, area = page.grid, page.print_space
    return [Box(Rect(x, area.y, grid.column_width, area.height), fill=CYAN.tint(_COLUMN_TINT)) for x in grid.column_xs]


def grid_shapes(page: PlacedPage) -> list[Shape]:
    """Lines that stand under the copy, over the page's own tints and rules."""
    grid, area = page.grid, page.print_space
    shapes: list[Shape] = []
    for row in range(rows_of(page)):
        y = grid.first_baseline + row * grid.pitch
        width = _FINE_PT if (row + 1) % _STEP else _FIFTH_PT
        shapes.append(Rule(area.x, y, area.right, y, width, CYAN.tint(_LINE_TINT)))
    shapes.append(Box(area, stroke=CYAN.tint(_EDGE_TINT), stroke_pt=_EDGE_PT))
    shapes.append(Box(Rect(0.0, 0.0, page.width, page.height), stroke=CYAN.tint(_EDGE_TINT), stroke_pt=_FIFTH_PT))
    return shapes + _crop_marks(page)


def _crop_marks(page: PlacedPage) -> list[Shape]:
    """Where the sheet is cut, at the four corners of the trim."""
    shapes: list[Shape] = []
    for x, way in ((0.0, -1), (page.width, 1)):
        for y, down in ((0.0, -1), (page.height, 1)):
            near, far = _CROP_GAP_PT, _CROP_GAP_PT + _CROP_PT
            shapes.append(Rule(x + way * near, y, x + way * far, y, _FIFTH_PT, CYAN))
            shapes.append(Rule(x, y + down * near, x, y + down * far, _FIFTH_PT, CYAN))
    return shapes


def row_numbers(page: PlacedPage, face: Lettering) -> list[Shape]:
    """Rows in fives and tens in both side margins, base columns above the folio and under the foot."""
    grid, area = page.grid, page.print_space
    shapes: list[Shape] = []
    for row in range(_STEP, rows_of(page) + 1, _STEP):
        y = grid.first_baseline + (row - 1) * grid.pitch
        size = _SMALL_PT if row % _STRONG else _LARGE_PT
        shapes.append(Rule(area.x - _BESIDE_PT + 1, y, area.x - 1, y, _FIFTH_PT, CYAN))
        shapes.append(Rule(area.right + 1, y, area.right + _BESIDE_PT - 1, y, _FIFTH_PT, CYAN))
        shapes += face.shapes(str(row), area.x - _BESIDE_PT - 1, y + 0.36 * size, size, CYAN, "right")
        shapes += face.shapes(str(row), area.right + _BESIDE_PT + 1, y + 0.36 * size, size, CYAN)
    for number, x in enumerate(grid.column_xs, 1):
        middle = x + grid.column_width / 2
        for y in (area.y - 2.2 * grid.pitch, area.bottom + grid.pitch):
            shapes += face.shapes(str(number), middle, y, _LARGE_PT, CYAN, "centre")
    return shapes
