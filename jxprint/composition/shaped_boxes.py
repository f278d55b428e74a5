"""Boxes round stories with corners (围框): where their legs stand, and the rule and the tint round all their corners.

The box's edges stand where those of the columns are, as those of any box do. All legs have one measure and each column
one place for its leg, whatever stands beside it further up or down: clear of the box by its padding wherever the story
ends at that column, and between two such columns with white that is shared out evenly.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from jxprint.composition.desk import Desk
from jxprint.composition.shaping import Stretch
from jxprint.composition.strokes import about, panel
from jxprint.geometry import Rect
from jxprint.model import Boxing, Part
from jxprint.placed import Shape

_Point = tuple[float, float]
_Loop = tuple[_Point, ...]
# Edges are one where they differ by less (points).
_SAME_PT = 1e-6


class LegPlaces(Struct, frozen=True):
    """The left edge of the leg in each base column, and the measure of all, in points."""

    xs: Mapping[int, float]
    measure: float


def leg_places(desk: Desk, part: Part) -> LegPlaces:
    """Where the legs of a story with corners stand: in its base columns, or in what a box leaves of them."""
    frame, dummy = desk.frame, desk.page.dummy
    area = desk.areas[part.letter]
    columns = range(area.column, area.column + area.span)
    if part.box is None:
        return LegPlaces({column: frame.x(column) for column in columns}, frame.column_width)
    side = part.box.side_em * frame.body
    lefts, rights = dummy.sides(part.letter)
    measure = frame.column_width - 2 * side / dummy.narrowest(part.letter)
    # How far the leg stands in from its column's left edge, where the story ends at that column.
    fixed = dict.fromkeys(rights, frame.column_width - side - measure) | dict.fromkeys(lefts, side)
    known = sorted(fixed)
    xs = {}
    for column in columns:
        before = max(one for one in known if one <= column)  # a story ends on both sides of all its columns
        behind = min(one for one in known if one >= column)
        share = (column - before) / (behind - before) if behind > before else 0.0
        xs[column] = frame.x(column) + fixed[before] + share * (fixed[behind] - fixed[before])
    return LegPlaces(xs, measure)


def outline(desk: Desk, stretches: Iterable[Stretch], rows: float = 0.0) -> tuple[_Loop, ...]:
    """The edge about a story, its box's by so many rows: a loop with what is within on its right hand, and one round
    each hole.
    """
    frame, white = desk.frame, rows * desk.frame.pitch
    pieces = sorted({(one.column, one.first, one.last) for one in stretches if one.last > one.first})
    rects: list[Rect] = []
    for column, first, last in pieces:
        top, foot = frame.y(first) - white, frame.y(first) + frame.depth(last - first) + white
        rects.append(Rect(frame.x(column), top, frame.column_width, foot - top))
    return edge_round(rects, frame.gap)


def edge_round(columns: Sequence[Rect], gap: float) -> tuple[_Loop, ...]:
    """The edge about what stands in some columns, and in the gap between two where it stands in both."""
    rects = list(columns)
    for one in columns:
        for other in columns:
            top, foot = max(one.y, other.y), min(one.bottom, other.bottom)
            if abs(other.x - one.right - gap) < _SAME_PT and foot > top:
                rects.append(Rect(one.right, top, gap, foot - top))
    return tuple(_loops(rects))


def drawn(desk: Desk, box: Boxing, loops: Sequence[_Loop]) -> tuple[Shape, ...]:
    """The tint within a box's edge and the rule along it."""
    shapes: list[Shape] = []
    if box.tint is not None:
        shapes.append(panel(desk.ink(box.ink).tint(box.tint), loops))
    if box.rule is not None:
        style = desk.style.rules[box.rule]
        shapes += about(style, desk.ink(style.ink), loops)
    return tuple(shapes)


def bounds(loops: Sequence[_Loop]) -> Rect:
    """The rectangle that a box's edge reaches to."""
    xs, ys = [x for loop in loops for x, _ in loop], [y for loop in loops for _, y in loop]
    return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def _loops(rects: Sequence[Rect]) -> Iterable[_Loop]:
    """The edges of what some rectangles cover together."""
    xs = _levels(edge for one in rects for edge in (one.x, one.right))
    ys = _levels(edge for one in rects for edge in (one.y, one.bottom))
    cells = {
        (i, j)
        for i, x in enumerate(xs[:-1])
        for j, y in enumerate(ys[:-1])
        if any(_covers(one, (x + xs[i + 1]) / 2, (y + ys[j + 1]) / 2) for one in rects)
    }
    following: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for i, j in sorted(cells):
        for beside, start, end in (
            ((i, j - 1), (i, j), (i + 1, j)),
            ((i + 1, j), (i + 1, j), (i + 1, j + 1)),
            ((i, j + 1), (i + 1, j + 1), (i, j + 1)),
            ((i - 1, j), (i, j + 1), (i, j)),
        ):
            if beside not in cells:
                following.setdefault(start, []).append(end)
    while following:
        start = next(iter(following))
        loop = [start]
        while (end := _next(following, loop)) != start:
            loop.append(end)
        yield tuple((xs[i], ys[j]) for i, j in _corners(loop))


def _next(following: dict[tuple[int, int], list[tuple[int, int]]], loop: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """Where an edge goes on: where two corners touch, to the right, so that both keep their own loop."""
    at = loop[-1]
    ends = following[at]
    end = ends[0]
    if len(ends) > 1 and len(loop) > 1:
        (x, y), dx, dy = at, at[0] - loop[-2][0], at[1] - loop[-2][1]
        end = next(one for one in ends if (one[0] - x) * -dy + (one[1] - y) * dx > 0)
    ends.remove(end)
    if not ends:
        del following[at]
    return end


def _corners(loop: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """A loop without the points that it runs straight through."""
    around = zip([loop[-1], *loop[:-1]], loop, [*loop[1:], loop[0]], strict=True)
    return [at for (a, b), at, (c, d) in around if a != c and b != d]


def _levels(edges: Iterable[float]) -> list[float]:
    found: list[float] = []
    for edge in sorted(edges):
        if not found or edge - found[-1] > _SAME_PT:
            found.append(edge)
    return found


def _covers(one: Rect, x: float, y: float) -> bool:
    return one.x < x < one.right and one.y < y < one.bottom
