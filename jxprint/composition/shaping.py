"""Stories of any shape made deep enough: how far down each of their columns reaches.

A rectangle's depth follows from its lines. Of another shape the depth follows from its neighbours as well: a column
beside a picture reaches as far as the picture does, and what that holds the others need not. So the feet are found in
rounds: where the columns, let down to what stands below them, do not hold the lines, those feet go down by which the
page grows least for the lines that it wins, until they do.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from jxprint.composition.constraints import Constraints
from jxprint.composition.drawing import Area, Piece

# Lines go down by as many rows as all are wanting at once, so a few rounds do; the bound is for shapes nobody drew yet.
_ROUNDS = 400


class Shape(Struct, frozen=True):
    """What a story that is no rectangle needs: lines of text, the rows of its head over the columns `head`, and the
    fewest rows that any of its columns may have of text.
    """

    lines: int
    head_rows: int
    head: Area
    least: int = 3


class Stretch(Struct, frozen=True):
    """Rows of text in one column of a shaped story: the column, its first row on the page, how many, and how many rows
    of the story's head stand over it.
    """

    column: int
    top: int
    rows: int
    head: int = 0


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
        constraints.demand(piece.top, piece.foot, shape.least + _over(constraints, piece, shape))


def settle(constraints: Constraints, shapes: Mapping[str, Shape]) -> tuple[list[int], dict[int, int]]:
    """The earliest rows of all edges with every shape holding its lines, and the rows that its feet reach down to.

    Deepens `constraints`. Raises Unsettled when a bounded number of rounds does not do.
    """
    for _ in range(_ROUNDS):
        at = constraints.earliest()
        for letter, shape in shapes.items():
            feet = _reaching(constraints, at, letter)
            wanting = shape.lines - _capacity(constraints, at, feet, letter, shape)
            if wanting > 0:
                _deepen(constraints, at, feet, letter, shape, wanting)
                break
        else:
            reached: dict[int, int] = {}
            for letter, shape in shapes.items():
                reached |= _trimmed(constraints, at, letter, shape)
            return at, reached
    raise Unsettled


def stretches(
    constraints: Constraints, at: list[int], feet: Mapping[int, int], letter: str, shape: Shape
) -> tuple[Stretch, ...]:
    """The rows of text in each column in the order of reading: column by column from left to right, each from its top
    to its foot. Where columns begin left of the head, which is where a reader starts, what stands higher than they do
    is read first: nobody goes back from the last column to one that begins beside the first.
    """
    found: list[Stretch] = []
    opened = _opened(constraints, at, letter, shape)
    for piece in constraints.drawing.pieces[letter]:
        head = _over(constraints, piece, opened)
        top = at[piece.top] + head
        found += [Stretch(piece.column + one, top, feet[piece.foot] - top, head) for one in range(piece.span)]
    begins = min((one.top for one in found if one.column < shape.head.column), default=0)
    found = [part for one in found for part in _parted(one, begins, shape.least)]
    return tuple(sorted(found, key=lambda one: (one.top + shape.least > begins, one.column, one.top)))


def _parted(stretch: Stretch, row: int, least: int) -> list[Stretch]:
    """A stretch in two where it passes a row and has enough rows above it."""
    above = row - stretch.top
    if not least <= above < stretch.rows:
        return [stretch]
    return [replace(stretch, rows=above), Stretch(stretch.column, row, stretch.rows - above)]


def _opened(constraints: Constraints, at: list[int], letter: str, shape: Shape) -> Shape:
    """The shape with its head opened by the row or two that columns to the left of it begin lower than the text under
    it would: too few to be read across the columns before them.
    """
    first, pieces = constraints.drawing.tops[letter][0], constraints.drawing.pieces[letter]
    begins = min((at[piece.top] for piece in pieces if piece.column < shape.head.column), default=0)
    more = begins - at[first] - shape.head_rows
    return replace(shape, head_rows=shape.head_rows + more) if 0 < more < shape.least else shape


def _over(constraints: Constraints, piece: Piece, shape: Shape) -> int:
    """The rows of the head over a piece: the head stands at the top of the story, over its own columns."""
    is_first = piece.top == constraints.drawing.tops[piece.letter][0]
    under = shape.head.column <= piece.column < shape.head.column + shape.head.span
    return shape.head_rows if is_first and under else 0


def _reaching(constraints: Constraints, at: list[int], letter: str) -> dict[int, int]:
    """The feet of a story let down to what stands below them, or to where the page ends by now, and on no account below
    its foot.
    """
    reached = {}
    for foot in constraints.drawing.feet[letter]:
        row = min((at[top] - rows for top, rows in constraints.below(foot).items()), default=max(at))
        reached[foot] = max(at[foot], min(row, constraints.depth))
    return reached


def _capacity(
    constraints: Constraints, at: list[int], feet: Mapping[int, int], letter: str, shape: Shape
) -> int:
    shape = _opened(constraints, at, letter, shape)
    return sum(
        piece.span * max(0, feet[piece.foot] - at[piece.top] - _over(constraints, piece, shape))
        for piece in constraints.drawing.pieces[letter]
    )


def _deepen(
    constraints: Constraints, at: list[int], feet: Mapping[int, int], letter: str, shape: Shape, wanting: int
) -> None:
    """Let that foot down which costs the page least for the lines that it wins."""
    first = constraints.drawing.tops[letter][0]
    holds, lowest = _capacity(constraints, at, feet, letter, shape), max(at)
    best: tuple[tuple[int, float, int], int, int] | None = None
    for foot, row in feet.items():
        before = constraints.demanded(first, foot)
        constraints.demand(first, foot, row - at[first] + 1)
        then = constraints.earliest()
        wins = _capacity(constraints, then, _reaching(constraints, then, letter), letter, shape) - holds
        cost = sum(constraints.broken(then).values()), (max(then) - lowest) / max(wins, 1), -wins
        constraints.demand(first, foot, before)
        if best is None or cost < best[0]:
            best = cost, foot, max(1, wanting // max(wins, 1))
    assert best is not None  # every part has a foot
    _, foot, rows = best
    constraints.demand(first, foot, feet[foot] - at[first] + rows)


def _trimmed(constraints: Constraints, at: list[int], letter: str, shape: Shape) -> dict[int, int]:
    """The feet no lower than the lines need: what is over is white below the columns that were let down furthest."""
    feet = _reaching(constraints, at, letter)
    over = _capacity(constraints, at, feet, letter, shape) - shape.lines
    legs = dict.fromkeys(feet, 0)
    for piece in constraints.drawing.pieces[letter]:
        legs[piece.foot] += piece.span
    for foot in sorted(feet, key=lambda one: (at[one] - feet[one], one)):
        rows = min(feet[foot] - at[foot], over // legs[foot])
        feet[foot] -= rows
        over -= rows * legs[foot]
    return feet
