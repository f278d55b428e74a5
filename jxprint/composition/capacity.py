"""The lines that a shaped story has room for between its edges, asked for some hundred times for every page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from jxprint.composition.drawing import Area, Drawing


class Shape(Struct, frozen=True):
    """What a story that is no rectangle needs: lines of text, the rows of its head over the columns `head`, and the
    fewest rows that any of its columns may have of text.
    """

    lines: int
    head_rows: int
    head: Area
    least: int = 3


class Columns(Struct, frozen=True):
    """The columns of a shape, known once for a drawing: its first head edge, the head edges of what begins left of the
    head, and the pieces (head edge, foot edge, columns) that have the head over them, and that do not.
    """

    first: int
    left: tuple[int, ...]
    under: tuple[tuple[int, int, int], ...]
    others: tuple[tuple[int, int, int], ...]
    legs: int

    def opened(self, at: Sequence[int], shape: Shape) -> Shape:
        """The shape with its head opened by the row or two that columns to the left of it begin lower than the text
        under it would: too few to be read across the columns before them.
        """
        rows = self.head_rows(at, shape)
        return shape if rows == shape.head_rows else replace(shape, head_rows=rows)

    def head_rows(self, at: Sequence[int], shape: Shape) -> int:
        """The rows of the head as it is opened."""
        rows = shape.head_rows
        if not self.left:
            return rows
        more = min([at[top] for top in self.left]) - at[self.first] - rows
        return rows + more if 0 < more < shape.least else rows

    def capacity(self, at: Sequence[int], feet: Mapping[int, int] | Sequence[int], shape: Shape) -> int:
        """The lines that there is room for with the head edges in the rows `at` and the foot edges in `feet`."""
        head, lines = self.head_rows(at, shape), 0
        for top, foot, span in self.under:
            if (rows := feet[foot] - at[top] - head) > 0:
                lines += span * rows
        for top, foot, span in self.others:
            if (rows := feet[foot] - at[top]) > 0:
                lines += span * rows
        return lines

    def needless(self, at: Sequence[int], feet: Mapping[int, int] | Sequence[int], shape: Shape) -> int:
        """The lines that there is room for beyond the shape's own, where these are more than one in each leg."""
        lines = self.capacity(at, feet, shape) - shape.lines
        return lines if lines > self.legs else 0


def columns_of(drawing: Drawing, letter: str, head: Area) -> Columns:
    """The columns of a part with its head over some of them."""
    first, pieces = drawing.tops[letter][0], drawing.pieces[letter]
    covered = range(head.column, head.column + head.span)
    under = [piece for piece in pieces if piece.top == first and piece.column in covered]
    others = [piece for piece in pieces if piece not in under]
    return Columns(
        first,
        tuple(piece.top for piece in pieces if piece.column < head.column),
        tuple((piece.top, piece.foot, piece.span) for piece in under),
        tuple((piece.top, piece.foot, piece.span) for piece in others),
        sum(piece.span for piece in pieces),
    )
