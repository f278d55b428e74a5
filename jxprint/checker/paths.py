"""Paths while they are constructed (ISO 32000-1, 8.5.2): the upright rectangle around a path, and its contours."""

from __future__ import annotations

from collections.abc import Sequence
from math import hypot
from typing import Any

from jxprint.checker.graphics import Contour, TextState
from jxprint.intake.matrices import Box, Matrix, corners

_Point = tuple[float, float]


def begin(state: TextState, operands: Any, _: Any) -> None:
    """m: a new contour."""
    x, y = (float(value) for value in operands)
    box = around([(x, y)], state.ctm)
    state.contours.append(Contour(box))
    _reach(state, box)


def line(state: TextState, operands: Any, _: Any) -> None:
    """l: a straight step."""
    x, y = (float(value) for value in operands)
    _lengthen(state, [(x, y)])


def short_curve(state: TextState, operands: Any, _: Any) -> None:
    """v, y: a curve by two points."""
    a, b, c, d = (float(value) for value in operands)
    _lengthen(state, [(a, b), (c, d)])


def curve(state: TextState, operands: Any, _: Any) -> None:
    """c: a curve by three points."""
    a, b, c, d, e, f = (float(value) for value in operands)
    _lengthen(state, [(a, b), (c, d), (e, f)])


def rectangle(state: TextState, operands: Any, _: Any) -> None:
    """re: a contour of its own."""
    x, y, width, height = (float(value) for value in operands)
    is_alone = state.path is None
    box = around(corners((x, y, x + width, y + height)), state.ctm)
    state.contours.append(Contour(box))
    _reach(state, box)
    state.is_rectangle = is_alone


def pen_around(box: Box, state: TextState) -> Box:
    """What the pen covers that strokes a path within a rectangle."""
    a, b, _, _, _, _ = state.ctm
    by = state.pen * hypot(a, b) / 2
    return box[0] - by, box[1] - by, box[2] + by, box[3] + by


def around(points: Sequence[_Point], by: Matrix) -> Box:
    """The upright rectangle around some points, mapped."""
    a, b, c, d, e, f = by
    xs = [x * a + y * c + e for x, y in points]
    ys = [x * b + y * d + f for x, y in points]
    return min(xs), min(ys), max(xs), max(ys)


def _lengthen(state: TextState, points: Sequence[_Point]) -> None:
    box = around(points, state.ctm)
    if state.contours:
        contour = state.contours[-1]
        contour.box, contour.steps = _both(contour.box, box), contour.steps + 1
    _reach(state, box)


def _reach(state: TextState, box: Box) -> None:
    state.path = box if state.path is None else _both(state.path, box)
    state.is_rectangle = False


def _both(one: Box, two: Box) -> Box:
    return min(one[0], two[0]), min(one[1], two[1]), max(one[2], two[2]), max(one[3], two[3])
