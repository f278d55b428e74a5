"""Stories of any shape made deep enough: how far down each of their columns reaches.

A rectangle's depth follows from its lines. Of another shape the depth follows from its neighbours as well: a column
beside a picture reaches as far as the picture does, and what that holds the others need not. So the feet are found in
rounds: where the columns, let down to what stands below them, do not hold the lines, those feet go down by which the
page grows least for the lines that it wins, until they do.

A story may widen to the left below its head. No column that the head stands over can run right down then: its reader
would come back from its foot to a column that begins lower, on the left, of which he has had the right half; nor can it
be left in the middle for that column, since lines that follow each other on paper are read on. So the columns are cut
where one begins further left than all before it: what stands above is a block of legs, what stands below is the next
one, with the white between parts (`Shape.white`) right across and a rule in it. Legs are read from left to right in
each block, as on pages that are made up in bands, and that white is no room for lines.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping

from msgspec import Struct

from jxprint.composition.capacity import Shape, legs_of
from jxprint.composition.constraints import Constraints
from jxprint.composition.deepening import deepen, reaching
from jxprint.composition.drawing import Piece

# Lines go down by as many rows as all are wanting at once, so a few rounds do; the bound is for shapes nobody drew yet.
_ROUNDS = 400
# How often what a shape was deepened by is taken back.
_LOOSENED = 2


class Stretch(Struct, frozen=True):
    """Rows of text in one column of a shaped story: the column, its first row on the page, how many, how many rows of
    the story's head stand over it, which of the drawing's pieces of the story it is in, and in which block of legs;
    the piece's first row and the row behind its last.
    """

    column: int
    top: int
    rows: int
    head: int = 0
    piece: int = 0
    block: int = 0
    first: int = 0
    last: int = 0


class Unsettled(Exception):
    """No number of rows was found in which the shapes hold their lines."""


def demand_least(constraints: Constraints, letter: str, shape: Shape) -> None:
    """Every column of the story keeps the head over it and its fewest rows, and none begins higher than the text does
    under the head.
    """
    first, *later = constraints.drawing.tops[letter]
    for top in later:
        constraints.demand(first, top, shape.head_rows)
    for piece in constraints.drawing.pieces[letter]:
        constraints.demand_also(piece.top, piece.foot, shape.least + _over(constraints, piece, shape))
    for left, right in constraints.drawing.beside[letter]:
        _keep_together(constraints, left, right, shape)
    _part_blocks(constraints, letter, shape)


def _part_blocks(constraints: Constraints, letter: str, shape: Shape) -> None:
    """Columns that are drawn through the first row of a block have their fewest rows below it, and those under the head
    that are not have them above it.
    """
    edges, pieces = constraints.drawing.edges, constraints.drawing.pieces[letter]
    for left in pieces:
        if left.column >= shape.head.column:
            break
        for piece in pieces:
            if edges[piece.top].row < edges[left.top].row <= edges[piece.foot].row:
                constraints.demand_also(left.top, piece.foot, shape.least)
            elif edges[piece.foot].row < edges[left.top].row and (over := _over(constraints, piece, shape)):
                constraints.demand_also(piece.top, left.top, over + shape.least + shape.white)


def _keep_together(constraints: Constraints, left: Piece, right: Piece, shape: Shape) -> None:
    """Columns that are drawn side by side share rows of text, and the one that is drawn further down reaches further
    down, by enough to be seen.
    """
    edges = constraints.drawing.edges
    for one, other in ((left, right), (right, left)):
        constraints.demand_also(one.top, other.foot, shape.least + _over(constraints, one, shape))
        if edges[one.foot].row < edges[other.foot].row:
            constraints.demand_also(one.foot, other.foot, shape.least)


def settle(constraints: Constraints, shapes: Mapping[str, Shape]) -> tuple[list[int], dict[int, int]]:
    """The earliest rows of all edges with every shape holding its lines, and the rows that its feet reach down to.

    Deepens `constraints`. Raises Unsettled when a bounded number of rounds does not do.
    """
    loosened = dict.fromkeys(shapes, 0)
    at = constraints.earliest()
    for _ in range(_ROUNDS):
        for letter, shape in shapes.items():
            feet = reaching(constraints, at, letter, shape)
            wanting = shape.lines - constraints.columns(letter, shape.head).capacity(at, feet, shape)
            if wanting > 0:
                at = deepen(constraints, at, feet, (letter, shapes), wanting)
                break
        else:
            reached: dict[int, int] = {}
            for letter, shape in shapes.items():
                reached |= _trimmed(constraints, at, letter, shape)
            loose = [one for one in wanting_lines(constraints, at, reached, shapes) if loosened[one] < _LOOSENED]
            if not loose:
                return at, reached
            loosened[loose[0]] += 1
            _loosen(constraints, loose[0], shapes[loose[0]])
            at = constraints.earliest()
    raise Unsettled


def _loosen(constraints: Constraints, letter: str, shape: Shape) -> None:
    """Take back what a shape was deepened by: what went down over some of its columns since has made the others deeper
    than its lines need.
    """
    first = constraints.drawing.tops[letter][0]
    for foot in constraints.drawing.feet[letter]:
        constraints.demand(first, foot, 0)
    demand_least(constraints, letter, shape)


def stretches(
    constraints: Constraints, at: list[int], feet: Mapping[int, int], letter: str, shape: Shape
) -> tuple[Stretch, ...]:
    """The rows of text in each column in the order of reading: block by block, in each of them column by column from
    left to right, each from its top to its foot.
    """
    found: list[Stretch] = []
    columns = constraints.columns(letter, shape.head)
    opened, seams = columns.opened(at, shape), columns.seams(at, shape)
    drawing = constraints.drawing
    # A shape that is pinned is as deep as that under its lowest foot, wherever its text ends.
    lowest, deep = drawing.feet[letter][-1], at[drawing.tops[letter][0]] + (shape.pinned or shape.deep)
    for number, piece in enumerate(drawing.pieces[letter]):
        head = _over(constraints, piece, opened)
        first = at[piece.top] + head
        ends = at[piece.top], max(feet[piece.foot], deep) if piece.foot == lowest else feet[piece.foot]
        for top, rows in legs_of(first, feet[piece.foot], seams, shape):
            over, block = head if top == first else 0, bisect_right(seams, top)
            found += [Stretch(piece.column + one, top, rows, over, number, block, *ends) for one in range(piece.span)]
    return tuple(sorted(found, key=lambda one: (one.block, one.column, one.top)))


def _over(constraints: Constraints, piece: Piece, shape: Shape) -> int:
    """The rows of the head over a piece: the head stands at the top of the story, over its own columns."""
    is_first = piece.top == constraints.drawing.tops[piece.letter][0]
    under = shape.head.column <= piece.column < shape.head.column + shape.head.span
    return shape.head_rows if is_first and under else 0


def wanting_lines(
    constraints: Constraints, at: list[int], feet: Mapping[int, int], shapes: Mapping[str, Shape]
) -> dict[str, int]:
    """The shapes whose copy is too short to stand in all columns as they are drawn, and by how many lines."""
    found = {
        letter: constraints.columns(letter, shape.head).needless(at, feet, shape) for letter, shape in shapes.items()
    }
    return {letter: lines for letter, lines in found.items() if lines}


def _trimmed(constraints: Constraints, at: list[int], letter: str, shape: Shape) -> dict[int, int]:
    """The feet no lower than the lines need: what is over is white below the columns that were let down furthest."""
    feet, columns = reaching(constraints, at, letter, shape), constraints.columns(letter, shape.head)
    over = columns.capacity(at, feet, shape) - shape.lines
    legs = dict.fromkeys(feet, 0)
    for piece in constraints.drawing.pieces[letter]:
        legs[piece.foot] += piece.span
    more = True
    while more:  # a foot that gave way lets one that is drawn lower give way as well
        more = False
        for foot in sorted(feet, key=lambda one: (at[one] - feet[one], one)):
            above = [feet[edge] + rows for edge, rows in constraints.above(foot).items() if edge in feet]
            rows = min(feet[foot] - max([at[foot], *above]), over // legs[foot])
            while columns.left and columns.capacity(at, feet | {foot: feet[foot] - rows}, shape) < shape.lines:
                rows -= 1  # with the last row that a column needs to come through, all in that block go
            if rows > 0:
                feet[foot] -= rows
                over = columns.capacity(at, feet, shape) - shape.lines
                more = True
    return feet
