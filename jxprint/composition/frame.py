"""The page's frame: base columns and rows of the baseline grid, in points from the trim's top left corner."""

from __future__ import annotations

from msgspec import Struct

from jxprint.geometry import Rect
from jxprint.model import Page
from jxprint.model.page import rows_between
from jxprint.placed import PlacedGrid

# Where the baseline stands in the em box of a Han face: 0.88 em from its top (the ideographic em box of Source Han
# and of nearly every Chinese face; OpenType BASE `idtp` and `ideo`).
EM_TOP = 0.88


class Frame(Struct, frozen=True):
    """Type area, columns and rows. Row `r` is the band [top + r * pitch, top + (r + 1) * pitch); a body line's em
    box stands at the top of its row.
    """

    left: float
    top: float
    columns: int
    column_width: float
    gap: float
    pitch: float
    body: float
    rows: int

    def x(self, column: int) -> float:
        """The left edge of base column `column` (from 0)."""
        return self.left + column * (self.column_width + self.gap)

    def width(self, span: int) -> float:
        """The measure of `span` base columns and the gaps between them."""
        return span * self.column_width + (span - 1) * self.gap

    def y(self, row: float) -> float:
        """The top of a row."""
        return self.top + row * self.pitch

    def baseline(self, row: int) -> float:
        """The baseline of a body line in a row."""
        return self.y(row) + EM_TOP * self.body

    def depth(self, rows: int) -> float:
        """What `rows` rows take, without the line gap under the last one."""
        return rows * self.pitch - (self.pitch - self.body) if rows else 0.0

    @property
    def print_space(self) -> Rect:
        """The type area (版心)."""
        return Rect(self.left, self.top, self.width(self.columns), self.depth(self.rows))


class Room(Struct, frozen=True):
    """Where a part stands across the page: its first base column and how many, and what they leave it in points: the
    left edge of its copy and the width for it, which a box round the part makes less.
    """

    column: int
    span: int
    x: float
    width: float


def frame_of(page: Page) -> Frame:
    """The frame that a page's sheet and grid make; the type area stands between the side margins."""
    sheet, grid = page.sheet, page.grid
    width = grid.span_em(grid.columns) * grid.body_pt
    left = sheet.left_pt + (sheet.width_pt - sheet.left_pt - sheet.right_pt - width) / 2
    return Frame(
        left,
        sheet.head_pt,
        grid.columns,
        grid.measure_em * grid.body_pt,
        grid.gap_em * grid.body_pt,
        grid.pitch_pt,
        grid.body_pt,
        rows_between(sheet, grid),
    )


def placed_grid(frame: Frame) -> PlacedGrid:
    """The grid as the placed page carries it."""
    return PlacedGrid(
        frame.baseline(0),
        frame.pitch,
        tuple(frame.x(column) for column in range(frame.columns)),
        frame.column_width,
        frame.body,
    )
