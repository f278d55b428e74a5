"""What of a page is an article's own (文章区域): its frame, or what its corners enclose, without what stands within.

A viewer opens the article under a finger, so no point may be in two of them. Where two overlap, as a picture does with
the story that runs round it, the smaller one has the place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from jxprint.placed import Article

# Frames that share no more than this (points) touch and do not overlap.
_HAIR_PT = 0.5

# Left, top, right, foot.
Sides = tuple[float, float, float, float]
Point = tuple[float, float]
Loop = tuple[Point, ...]
# A cell of the lines on which all corners of an area stand: its column, its row.
_Cell = tuple[int, int]


class Area(Struct, frozen=True):
    """An area in points of the page: boxes that together are all of it, none over another, from the top down; and the
    loops of its edge, what is within on their right hand.
    """

    tiles: tuple[Sides, ...]
    loops: tuple[Loop, ...]

    @property
    def is_box(self) -> bool:
        """Whether it is one box and no more."""
        return len(self.tiles) == 1


def areas_of(articles: Sequence[Article]) -> list[Area]:
    """What is each article's own, in their order. One that has no room at all keeps its frame."""
    shapes = [_Shape(article, order) for order, article in enumerate(articles)]
    return [_area(one, [other for other in shapes if other is not one and one.yields_to(other)]) for one in shapes]


class _Shape:
    def __init__(self, article: Article, order: int) -> None:
        frame = article.frame
        # The smaller comes first, of two alike the one that is read later.
        self.rank = frame.width * frame.height, -order
        self.sides: Sides = (frame.x, frame.y, frame.right, frame.bottom)
        self.loops = article.edge or (_corners(self.sides),)
        self.is_box = not article.edge

    def has(self, x: float, y: float) -> bool:
        """Whether a point is within: an odd number of upright sides stands left of it."""
        upright = ((x1, y1, y2) for loop in self.loops for (x1, y1), (_, y2) in _steps(loop) if y1 != y2)
        return sum(at < x and min(y1, y2) < y < max(y1, y2) for at, y1, y2 in upright) % 2 == 1

    def yields_to(self, other: _Shape) -> bool:
        """Whether another has what both of them cover."""
        if other.rank > self.rank:
            return False
        left, top, right, foot = self.sides
        x, y, end, bottom = other.sides
        return x < right - _HAIR_PT and left < end - _HAIR_PT and y < foot - _HAIR_PT and top < bottom - _HAIR_PT


def _area(shape: _Shape, within: Sequence[_Shape]) -> Area:
    left, top, right, foot = shape.sides
    if shape.is_box and not within:
        return Area((shape.sides,), shape.loops)
    corners = [corner for one in (shape, *within) for loop in one.loops for corner in loop]
    xs = sorted({min(max(x, left), right) for x, _ in corners})
    ys = sorted({min(max(y, top), foot) for _, y in corners})
    cells = {
        (column, row)
        for column, x in enumerate((one + other) / 2 for one, other in pairwise(xs))
        for row, y in enumerate((one + other) / 2 for one, other in pairwise(ys))
        if shape.has(x, y) and not any(other.has(x, y) for other in within)
    }
    if not cells:
        return Area((shape.sides,), (_corners(shape.sides),))
    tiles = tuple((xs[start], ys[head], xs[end], ys[bottom]) for start, head, end, bottom in _tiles(cells))
    loops = tuple(tuple((xs[column], ys[row]) for column, row in loop) for loop in _loops(cells))
    return Area(tiles, loops)


def _tiles(cells: set[_Cell]) -> list[tuple[int, int, int, int]]:
    """Cells put together: those side by side in a row, and below them the same of the rows that follow."""
    done: list[tuple[int, int, int, int]] = []
    growing: dict[tuple[int, int], int] = {}
    rows = range(min(row for _, row in cells), max(row for _, row in cells) + 2)
    for row in rows:
        spans = list(_spans(sorted(column for column, at in cells if at == row)))
        done += [(left, top, right, row) for (left, right), top in growing.items() if (left, right) not in spans]
        growing = {span: growing.get(span, row) for span in spans}
    return sorted(done, key=lambda tile: (tile[1], tile[0]))


def _spans(columns: Sequence[int]) -> Iterator[tuple[int, int]]:
    start = 0
    for at, column in enumerate(columns, 1):
        if at == len(columns) or columns[at] != column + 1:
            yield columns[start], column + 1
            start = at


def _loops(cells: set[_Cell]) -> Iterator[tuple[_Cell, ...]]:
    """The edge of some cells, their inside on the right hand; where two meet at a corner alone, each is gone round by
    itself.
    """
    steps: dict[_Cell, list[_Cell]] = {}
    for x, y in sorted(cells, key=lambda cell: (cell[1], cell[0])):
        around = ((x, y), (x + 1, y)), ((x + 1, y), (x + 1, y + 1)), ((x + 1, y + 1), (x, y + 1)), ((x, y + 1), (x, y))
        beyond = (x, y - 1), (x + 1, y), (x, y + 1), (x - 1, y)
        for (start, end), other in zip(around, beyond, strict=True):
            if other not in cells:
                steps.setdefault(start, []).append(end)
    while steps:
        start = next(iter(steps))
        loop = [start]
        while len(loop) == 1 or loop[-1] != start:
            loop.append(_onward(steps, loop))
        yield tuple(_turns(loop[:-1]))


def _onward(steps: dict[_Cell, list[_Cell]], loop: Sequence[_Cell]) -> _Cell:
    """The next point of a loop, taken out of the steps that are left; the way to the right where there are two."""
    here = loop[-1]
    ways = steps[here]
    chosen = ways[0]
    if len(ways) > 1 and len(loop) > 1:
        across, down = here[0] - loop[-2][0], here[1] - loop[-2][1]
        right = here[0] - down, here[1] + across
        chosen = right if right in ways else chosen
    ways.remove(chosen)
    if not ways:
        del steps[here]
    return chosen


def _turns(loop: Sequence[_Cell]) -> Iterator[_Cell]:
    """The points of a loop at which it turns."""
    for at, (x, y) in enumerate(loop):
        (left, top), (right, foot) = loop[at - 1], loop[(at + 1) % len(loop)]
        if (left == x) != (x == right) or (top == y) != (y == foot):
            yield x, y


def _corners(sides: Sides) -> Loop:
    left, top, right, foot = sides
    return (left, top), (right, top), (right, foot), (left, foot)


def _steps(loop: Loop) -> Iterator[tuple[Point, Point]]:
    return zip(loop, (*loop[1:], loop[0]), strict=True)
