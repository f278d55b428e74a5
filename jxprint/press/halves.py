"""A filled path cut by an upright or level line: what is on one side of it stays.

Each piece of the path beyond the line is laid onto it, which encloses nothing there and leaves the winding on the side
that stays as it was; pieces on that side stay curves.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import sqrt

Commands = tuple[tuple[str | float, ...], ...]
_Point = tuple[float, float]
# Halvings of a stretch in which a curve crosses the line once: as near as numbers are.
_HALVINGS = 60


def half(commands: Commands, axis: int, limit: float, way: int) -> Commands:
    """The path where its coordinate (`axis` 0: x, 1: y) is beyond `limit` the `way` that is kept (1: above, -1: below).
    Commands as an Outline has them.
    """
    out: list[tuple[str | float, ...]] = []
    start: _Point = (0.0, 0.0)
    at = start
    for name, *numbers in commands:
        values = [float(number) for number in numbers]
        points = [(x, y) for x, y in zip(values[::2], values[1::2], strict=True)]
        if name == "M":
            start = at = points[0]
            out.append(("M", *_laid(at, axis, limit, way)))
            continue
        if name == "Z":
            if at != start:
                out += _cut([at, start], axis, limit, way)
            out.append(("Z",))
            at = start
            continue
        out += _cut([at, *points], axis, limit, way)
        at = points[-1]
    return tuple(out)


def _laid(point: _Point, axis: int, limit: float, way: int) -> _Point:
    """A point, laid onto the line where it is beyond it."""
    if (point[axis] - limit) * way >= 0:
        return point
    return (limit, point[1]) if axis == 0 else (point[0], limit)


def _cut(points: Sequence[_Point], axis: int, limit: float, way: int) -> Iterator[tuple[str | float, ...]]:
    """A line (two points) or a cubic curve (four) in pieces."""
    rest, done = list(points), 0.0
    for share in [*_crossings([point[axis] for point in points], limit), 1.0]:
        piece, rest = _split(rest, (share - done) / (1 - done)) if share < 1 else (rest, [])
        done = share
        # Within a piece the path is on one side alone: its middle tells which.
        middle = _split(piece, 0.5)[0][-1]
        if (middle[axis] - limit) * way >= 0:
            yield ("C" if len(piece) == 4 else "L", *(number for point in piece[1:] for number in point))
        else:
            yield ("L", *_laid(piece[-1], axis, limit, way))


def _split(points: Sequence[_Point], share: float) -> tuple[list[_Point], list[_Point]]:
    """Both parts of a Bézier curve of any degree (de Casteljau)."""
    before, behind = [points[0]], [points[-1]]
    level = list(points)
    while len(level) > 1:
        level = [(x1 + (x2 - x1) * share, y1 + (y2 - y1) * share) for (x1, y1), (x2, y2) in pairwise(level)]
        before.append(level[0])
        behind.insert(0, level[-1])
    return before, behind


def _crossings(values: Sequence[float], limit: float) -> list[float]:
    """Where (shares between 0 and 1) a Bézier coordinate crosses a limit, in order."""
    turns = [0.0, *_turns(values), 1.0]
    found: list[float] = []
    for low, high in pairwise(turns):
        first, last = _value(values, low) - limit, _value(values, high) - limit
        if first * last >= 0:
            continue
        for _ in range(_HALVINGS):
            middle = (low + high) / 2
            if (_value(values, middle) - limit) * first > 0:
                low = middle
            else:
                high = middle
        found.append(high)
    return [share for share in found if 0 < share < 1]


def _turns(values: Sequence[float]) -> list[float]:
    """Where a cubic coordinate turns: the roots of its derivative."""
    if len(values) != 4:
        return []
    a, b, c, d = values
    square, linear, constant = d - 3 * c + 3 * b - a, 2 * (c - 2 * b + a), b - a
    if abs(square) < 1e-12:
        roots = [-constant / linear] if abs(linear) > 1e-12 else []
    else:
        under = linear * linear - 4 * square * constant
        roots = [(-linear + sign * sqrt(under)) / (2 * square) for sign in (-1, 1)] if under >= 0 else []
    return sorted(root for root in roots if 0 < root < 1)


def _value(values: Sequence[float], share: float) -> float:
    level = list(values)
    while len(level) > 1:
        level = [one + (other - one) * share for one, other in pairwise(level)]
    return level[0]
