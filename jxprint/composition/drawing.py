"""The dummy as drawn: which columns parts stand on, what stands over what, and the variables whose rows are wanted.

A part's head edge and foot edge are variables. A rectangle has one of each. A story of another shape (L, U, T, round a
picture) has one head edge for each drawn row in which columns of it begin, and one foot edge for each in which columns
end; columns that begin and end together are one piece. Neighbouring columns that are drawn to begin in one row begin
level, and whoever wants them to begin where what stands over each of them ends draws them in rows of their own; columns
that begin below the head and hang together no further up are other stacks, with edges of their own. In the order of the
drawing every variable depends on earlier ones alone, so no drawing forms a ring.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby

from msgspec import Struct

from jxprint.model import Dummy


class Area(Struct, frozen=True):
    """The columns that a part stands on: the first (from 0) and how many."""

    column: int
    span: int


class Edge(Struct, frozen=True):
    """The head edge or foot edge of a part, or of some of its columns: in which row of the drawing (from 0). Of head
    edges in one row below the part's first `column` tells which: the first that begins there.
    """

    letter: str
    row: int
    is_foot: bool
    column: int = 0


class Piece(Struct, frozen=True):
    """Neighbouring columns of a part that begin and end together; `top` and `foot` are indices of edges."""

    letter: str
    column: int
    span: int
    top: int
    foot: int


class Drawing(Struct, frozen=True):
    """The dummy's edges in an order in which each depends on earlier ones alone; by part its pieces, from left to
    right, then down, and its head edges and foot edges from the first one down; `under`: (foot edge, head edge) of
    parts that touch, the upper one's first; and `beside`, by part: pieces that are drawn side by side on some row.
    """

    edges: tuple[Edge, ...]
    pieces: dict[str, tuple[Piece, ...]]
    tops: dict[str, tuple[int, ...]]
    feet: dict[str, tuple[int, ...]]
    under: tuple[tuple[int, int], ...]
    beside: dict[str, tuple[tuple[Piece, Piece], ...]]


def areas(dummy: Dummy) -> dict[str, Area]:
    """Where each letter stands across the page, from its leftmost column to its rightmost."""
    found: dict[str, tuple[int, int]] = {}
    for row in dummy.rows:
        for column, letter in enumerate(row):
            first, last = found.get(letter, (column, column))
            found[letter] = (min(first, column), max(last, column))
    return {letter: Area(first, last - first + 1) for letter, (first, last) in found.items()}


def neighbours(dummy: Dummy) -> set[tuple[str, str]]:
    """Pairs (above, below) of letters that touch in some column."""
    return {
        (above, below)
        for upper, lower in zip(dummy.rows, dummy.rows[1:], strict=False)
        for above, below in zip(upper, lower, strict=True)
        if above != below
    }


# A desk draws one page at a time; an edition solves each of its dummies a few times in a row.
@lru_cache(maxsize=16)
def drawing_of(dummy: Dummy) -> Drawing:
    """What the dummy says, ready to be solved."""
    runs = {(letter, column, first, last) for column, first, last, letter in _runs(dummy.rows)}
    heads = _heads(runs)
    edges = {*heads.values()}
    edges |= {Edge(letter, last, True) for letter, _, _, last in runs}
    ordered = sorted(edges, key=lambda edge: (edge.row, edge.is_foot, edge.letter, edge.column))
    index = {edge: k for k, edge in enumerate(ordered)}
    pieces: dict[str, list[Piece]] = {}
    for letter, column, span, first, last in _grouped(runs):
        top = index[heads[letter, first, column]]
        piece = Piece(letter, column, span, top, index[Edge(letter, last, True)])
        pieces.setdefault(letter, []).append(piece)
    under: dict[tuple[int, int], None] = {}
    for row, (upper, lower) in enumerate(zip(dummy.rows, dummy.rows[1:], strict=False)):
        for column, (above, below) in enumerate(zip(upper, lower, strict=True)):
            if above != below:
                under[index[Edge(above, row, True)], index[heads[below, row + 1, column]]] = None
    return Drawing(
        tuple(ordered),
        {letter: tuple(found) for letter, found in pieces.items()},
        _by_part(ordered, is_foot=False),
        _by_part(ordered, is_foot=True),
        tuple(under),
        {letter: tuple(_side_by_side(ordered, found)) for letter, found in pieces.items()},
    )


def _heads(runs: set[tuple[str, int, int, int]]) -> dict[tuple[str, int, int], Edge]:
    """The head edge of each column of each part, by letter, row of the drawing and column."""
    begins: dict[str, int] = {}
    for letter, _, first, _ in runs:
        begins[letter] = min(first, begins.get(letter, first))
    heads: dict[tuple[str, int, int], Edge] = {}
    for letter, column, first, _ in sorted(runs, key=lambda run: run[1]):
        own = Edge(letter, first, False, 0 if first == begins[letter] else column)
        heads[letter, first, column] = heads.get((letter, first, column - 1), own)
    return heads


def _side_by_side(edges: Sequence[Edge], pieces: Sequence[Piece]) -> Iterator[tuple[Piece, Piece]]:
    """Pieces of one part in neighbouring columns that share a row of the drawing, the left one first."""
    for left in pieces:
        for right in pieces:
            rows = range(
                max(edges[left.top].row, edges[right.top].row), min(edges[left.foot].row, edges[right.foot].row) + 1
            )
            if left.column + left.span == right.column and rows:
                yield left, right


def _by_part(edges: Sequence[Edge], *, is_foot: bool) -> dict[str, tuple[int, ...]]:
    found: dict[str, tuple[int, ...]] = {}
    for k, edge in enumerate(edges):
        if edge.is_foot == is_foot:
            found[edge.letter] = (*found.get(edge.letter, ()), k)
    return found


def _runs(rows: Sequence[Sequence[str]]) -> list[tuple[int, int, int, str]]:
    """Each letter's unbroken runs down each column: column, first row, last row, letter."""
    found = []
    for column in range(len(rows[0])):
        row = 0
        for letter, run in groupby(one[column] for one in rows):
            length = len(list(run))
            found.append((column, row, row + length - 1, letter))
            row += length
    return found


def _grouped(runs: set[tuple[str, int, int, int]]) -> list[tuple[str, int, int, int, int]]:
    """Runs of neighbouring columns that begin and end together: letter, column, span, first row, last row."""
    grouped: list[tuple[str, int, int, int, int]] = []
    for letter, column, first, last in sorted(runs, key=lambda run: (run[0], run[2], run[3], run[1])):
        if grouped:
            before = grouped[-1]
            if before[0] == letter and before[3:] == (first, last) and before[1] + before[2] == column:
                grouped[-1] = (letter, before[1], before[2] + 1, first, last)
                continue
        grouped.append((letter, column, 1, first, last))
    return sorted(grouped, key=lambda piece: (piece[0], piece[1], piece[3]))
