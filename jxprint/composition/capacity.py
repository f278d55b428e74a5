"""The lines that a shaped story has room for between its edges, asked for some hundred times for every page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from jxprint.composition.drawing import Area, Drawing


class Shape(Struct, frozen=True):
    """What a story that is no rectangle needs: lines of text, the rows of its head over the columns `head`, the fewest
    rows that any of its columns may have of text, and the rows of white over a block that begins left of the one above.

    `most` are the lines that one takes gladly which goes on elsewhere. From the first of its rows to the last it is
    `pinned` rows deep, 0 where nobody pinned it, and `deep` ones at the least; `pad` rows of all its edges are a box's,
    and its edges are those of what stands in the box.
    """

    lines: int
    head_rows: int
    head: Area
    least: int = 3
    white: int = 1
    most: int = 0
    pinned: int = 0
    deep: int = 0
    pad: int = 0


class Columns(Struct, frozen=True):
    """The columns of a shape, known once for a drawing: its first head edge, the head edges of what begins left of the
    head (edge, column), and the pieces (head edge, foot edge, columns) that have the head over them, and that do not.
    """

    first: int
    left: tuple[tuple[int, int], ...]
    under: tuple[tuple[int, int, int], ...]
    others: tuple[tuple[int, int, int], ...]
    legs: int

    def seams(self, at: Sequence[int], shape: Shape) -> list[int]:
        """The rows in which a block of legs begins: where a column begins further left than all that the reader has
        before him. Two that leave too few rows between them are the lower one.
        """
        rows: list[int] = []
        leftmost = shape.head.column
        for row, column in sorted([(at[top], column) for top, column in self.left]):
            if column < leftmost:
                leftmost = column
                while rows and row - rows[-1] < shape.least + shape.white:
                    rows.pop()
                rows.append(row)
        return rows

    def opened(self, at: Sequence[int], shape: Shape) -> Shape:
        """The shape with its head opened by the rows that columns to the left of it begin lower than the text under it
        would, where these are too few for legs with white below them.
        """
        rows = self._head_rows(at, shape, self.seams(at, shape))
        return shape if rows == shape.head_rows else replace(shape, head_rows=rows)

    def _head_rows(self, at: Sequence[int], shape: Shape, seams: Sequence[int]) -> int:
        more = seams[0] - at[self.first] - shape.head_rows if seams else 0
        return shape.head_rows + (more if 0 < more < shape.least + shape.white else 0)

    def capacity(self, at: Sequence[int], feet: Mapping[int, int] | Sequence[int], shape: Shape) -> int:
        """The lines that there is room for with the head edges in the rows `at` and the foot edges in `feet`."""
        if self.left:
            return self._in_blocks(at, feet, shape)
        head, lines = shape.head_rows, 0
        for top, foot, span in self.under:
            if (rows := feet[foot] - at[top] - head) > 0:
                lines += span * rows
        for top, foot, span in self.others:
            if (rows := feet[foot] - at[top]) > 0:
                lines += span * rows
        return lines

    def _in_blocks(self, at: Sequence[int], feet: Mapping[int, int] | Sequence[int], shape: Shape) -> int:
        seams = self.seams(at, shape)
        head = self._head_rows(at, shape, seams)
        placed = [(at[top] + head, feet[foot], span) for top, foot, span in self.under]
        placed += [(at[top], feet[foot], span) for top, foot, span in self.others]
        return sum([span * rows for top, foot, span in placed for _, rows in legs_of(top, foot, seams, shape)])

    def needless(self, at: Sequence[int], feet: Mapping[int, int] | Sequence[int], shape: Shape) -> int:
        """The lines that there is room for beyond the shape's own, where these are more than one in each leg."""
        lines = self.capacity(at, feet, shape) - shape.lines
        return lines if lines > self.legs else 0


def legs_of(top: int, foot: int, seams: Sequence[int], shape: Shape) -> Iterator[tuple[int, int]]:
    """The legs (first row, rows) that a column from `top` to `foot` is parted in by the blocks' first rows: white over
    each, and none of fewer rows than a leg may have.
    """
    for row in seams:
        if row <= top:
            continue
        if foot - row < shape.least:  # does not come through
            foot = min(foot, max(row - shape.white, top + shape.least))
            break
        if (rows := row - shape.white - top) >= shape.least:
            yield top, rows
        top = row
    yield top, max(0, foot - top)


def columns_of(drawing: Drawing, letter: str, head: Area) -> Columns:
    """The columns of a part with its head over some of them."""
    first, pieces = drawing.tops[letter][0], drawing.pieces[letter]
    covered = range(head.column, head.column + head.span)
    under = [piece for piece in pieces if piece.top == first and piece.column in covered]
    others = [piece for piece in pieces if piece not in under]
    return Columns(
        first,
        tuple((piece.top, piece.column) for piece in pieces if piece.column < head.column),
        tuple((piece.top, piece.foot, piece.span) for piece in under),
        tuple((piece.top, piece.foot, piece.span) for piece in others),
        sum(piece.span for piece in pieces),
    )
