"""How far outlines reach. A box is left, top, width and height."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import sqrt

from jxprint.artwork import Commands, Group, Matrix, Path, times

Box = tuple[float, float, float, float]


def box_of(commands: Commands) -> Box:
    """The box around an outline, whose curves may stay well within their control points."""
    xs: list[float] = []
    ys: list[float] = []
    for name, *numbers in commands:
        values = [float(number) for number in numbers]
        if name == "C":
            xs += _turns(xs[-1], *values[::2])
            ys += _turns(ys[-1], *values[1::2])
        if values:
            xs.append(values[-2])
            ys.append(values[-1])
    return min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)


def _turns(start: float, one: float, two: float, end: float) -> Iterator[float]:
    """Where a curve turns round along one axis: the zeros of its derivative within it."""
    a, b, c = end - 3 * two + 3 * one - start, 2 * (two - 2 * one + start), one - start
    if abs(a) < 1e-12:
        found = [-c / b] if abs(b) > 1e-12 else []
    else:
        root = b * b - 4 * a * c
        found = [(-b + sign * sqrt(root)) / (2 * a) for sign in (1, -1)] if root >= 0 else []
    for t in found:
        if 0 < t < 1:
            s = 1 - t
            yield s * s * s * start + 3 * s * s * t * one + 3 * s * t * t * two + t * t * t * end


def moved(commands: Commands, matrix: Matrix) -> Commands:
    """An outline in another space."""
    a, b, c, d, e, f = matrix
    found: list[tuple[str | float, ...]] = []
    for name, *numbers in commands:
        values = [float(number) for number in numbers]
        pairs = zip(values[::2], values[1::2], strict=True)
        found.append((name, *(one for x, y in pairs for one in (a * x + c * y + e, b * x + d * y + f))))
    return tuple(found)


def box_in(box: Box, matrix: Matrix) -> Box:
    """The box, in another space, around a box."""
    x, y, width, height = box
    return box_of(moved((("M", x, y), ("L", x + width, y), ("L", x + width, y + height), ("L", x, y + height)), matrix))


def around(items: Iterable[Path | Group], matrix: Matrix) -> Box | None:
    """The box around what is filled, in the space that `matrix` leads from; None where there is nothing."""
    back = inverse(matrix)
    if back is None:
        return None
    boxes = list(_boxes(items, back))
    if not boxes:
        return None
    left, top = min(box[0] for box in boxes), min(box[1] for box in boxes)
    right, foot = max(box[0] + box[2] for box in boxes), max(box[1] + box[3] for box in boxes)
    return left, top, right - left, foot - top


def _boxes(items: Iterable[Path | Group], back: Matrix) -> Iterator[Box]:
    for item in items:
        if isinstance(item, Group):
            yield from _boxes(item.items, back)
        else:
            yield box_of(moved(item.commands, times(item.matrix, back)))


def inverse(matrix: Matrix) -> Matrix | None:
    """The matrix that leads back; None where what it leads to is flat."""
    a, b, c, d, e, f = matrix
    whole = a * d - b * c
    if abs(whole) < 1e-18:
        return None
    return d / whole, -b / whole, -c / whole, a / whole, (c * f - d * e) / whole, (b * e - a * f) / whole


def is_within(item: Path | Group, width: float, height: float) -> bool:
    """Whether a shape's box reaches into a drawing so wide and high; one beside it is never seen."""
    if isinstance(item, Group):
        return any(is_within(one, width, height) for one in item.items)
    x, y, wide, high = box_in(box_of(item.commands), item.matrix)
    reach = item.stroke.width * sum(map(abs, item.matrix[:4])) if item.stroke is not None else 0.0
    return x + wide + reach > 0 and x - reach < width and y + high + reach > 0 and y - reach < height
