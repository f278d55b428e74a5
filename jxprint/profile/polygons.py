"""What is drawn on a page as polygons, in whatever space it is given in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jxprint.geometry import Rect

Commands = Sequence[tuple[str | float, ...]]
Points = list[tuple[float, float]]

# Straight steps of a curve: a hundredth of a point for the largest type.
_STEPS = 12


def contours(commands: Commands) -> list[Points]:
    """The contours of an outline as polygons."""
    found: list[Points] = []
    for name, *numbers in commands:
        values = [float(number) for number in numbers]
        points = list(zip(values[::2], values[1::2], strict=True))
        if name == "M":
            found.append(points)
        elif name == "L":
            found[-1] += points
        elif name == "C":
            found[-1] += _bent(found[-1][-1], *points)
    return found


def _bent(a: tuple[float, float], b: tuple[float, float], c: tuple[float, float], d: tuple[float, float]) -> Points:
    """A cubic curve behind its first point."""
    points = []
    for step in range(1, _STEPS + 1):
        t = step / _STEPS
        s = 1 - t
        weights = s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t
        x, y = (sum(w * p[way] for w, p in zip(weights, (a, b, c, d), strict=True)) for way in (0, 1))
        points.append((x, y))
    return points


def turn(points: Points) -> float:
    """Twice the area, with the sign of the way round."""
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(points, [*points[1:], points[0]], strict=True))


def corners(box: Rect) -> Points:
    """The corners of a rectangle."""
    return [(box.x, box.y), (box.right, box.y), (box.right, box.bottom), (box.x, box.bottom)]


def bar(x1: float, y1: float, x2: float, y2: float, width: float) -> Points:
    """A stroke as the area that it covers."""
    length = ((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5 or 1.0
    u, v = (y2 - y1) / length * width / 2, (x1 - x2) / length * width / 2
    return [(x1 + u, y1 + v), (x2 + u, y2 + v), (x2 - u, y2 - v), (x1 - u, y1 - v)]


def sides(frame: Rect, width: float) -> Iterator[Points]:
    """The strokes of its sides."""
    points = corners(frame)
    for (x1, y1), (x2, y2) in zip(points, [*points[1:], points[0]], strict=True):
        yield bar(x1, y1, x2, y2, width)
