"""Matrices of PDF (ISO 32000-1, 8.3.3), and upright rectangles under them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

# a, b, c, d, e, f.
Matrix = tuple[float, float, float, float, float, float]
# Left, low, right and high edge in the page's own space.
Box = tuple[float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def matrix(values: Any) -> Matrix:
    """Six operands as a matrix."""
    a, b, c, d, e, f = (float(value) for value in values)
    return (a, b, c, d, e, f)


def times(one: Matrix, two: Matrix) -> Matrix:
    """The matrix that maps by `one`, then by `two`."""
    a, b, c, d, e, f = one
    g, h, i, j, k, m = two
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def mapped(point: tuple[float, float], by: Matrix) -> tuple[float, float]:
    """A point as it is mapped."""
    x, y = point
    a, b, c, d, e, f = by
    return x * a + y * c + e, x * b + y * d + f


def corners(box: Sequence[float]) -> list[tuple[float, float]]:
    """The four corners of a rectangle."""
    left, low, right, high = box
    return [(left, low), (right, low), (right, high), (left, high)]
