"""Gradients (SVG 1.1, 13.2): axes and circles with their colours, laid on a shape."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import ceil, floor, hypot
from typing import Literal

from jxprint.artwork import Colour, Gradient, Matrix, Paint, times
from jxprint.intake.svg.boxes import Box, box_in, inverse
from jxprint.intake.svg.numbers import TooManyError, length, transform

# A gradient that starts anew again and again within one shape.
MOST_REPEATED = 256

# An offset, a colour and its opacity.
Stop = tuple[float, Colour, float]


def lay(
    name: str, given: Mapping[str, str], stops: list[Stop], box: Box, view: tuple[float, float]
) -> tuple[Paint | None, float]:
    """The gradient of an element with these attributes over a shape, and its opacity where that is one; its last
    colour where it has no extent, nothing over a box without sides. Raises ValueError for what is no length.
    """
    matrix = transform(given.get("gradientTransform", ""))
    if given.get("gradientUnits", "objectBoundingBox") == "objectBoundingBox":
        if not (box[2] and box[3]):
            return None, 1.0
        onto: Matrix = (box[2], 0.0, 0.0, box[3], box[0], box[1])
        matrix, view = times(matrix, onto), (1.0, 1.0)
    is_linear = name == "linearGradient"
    points = _axis(given, view) if is_linear else _circles(given, view)
    back = inverse(matrix)
    if points is None or back is None or len(stops) == 1:
        return stops[-1][1:]
    spread = given.get("spreadMethod", "pad")
    if spread in ("repeat", "reflect"):
        points, stops = _spread(points, stops, spread, box_in(_wider(box), back))
    elif spread != "pad":
        raise ValueError(spread)
    opacities = [opacity for _, _, opacity in stops]
    colours = tuple((offset, colour) for offset, colour, _ in stops)
    alike = min(opacities) == max(opacities)
    kind: Literal["linear", "radial"] = "linear" if is_linear else "radial"
    gradient = Gradient(kind, points, matrix, colours, () if alike else tuple(opacities))
    return gradient, opacities[0] if alike else 1.0


def _of(given: Mapping[str, str], view: tuple[float, float]) -> Callable[[str, str], float]:
    wholes = {"x": view[0], "y": view[1], "r": hypot(*view) / 2**0.5}

    def of(name: str, usual: str) -> float:
        return length(given.get(name, usual), wholes[name.strip("12fc")])

    return of


def _axis(given: Mapping[str, str], view: tuple[float, float]) -> tuple[float, ...] | None:
    of = _of(given, view)
    axis = of("x1", "0%"), of("y1", "0%"), of("x2", "100%"), of("y2", "0%")
    return axis if axis[:2] != axis[2:] else None


def _circles(given: Mapping[str, str], view: tuple[float, float]) -> tuple[float, ...] | None:
    """From the point of light, or the circle around it, to the rim; light from outside comes from the rim."""
    of = _of(given, view)
    cx, cy, r = of("cx", "50%"), of("cy", "50%"), of("r", "50%")
    if r < 0:
        raise ValueError("r")
    if not r:
        return None
    fx, fy = (of(key, "") if key in given else usual for key, usual in (("fx", cx), ("fy", cy)))
    fr = min(max(0.0, of("fr", "0%")), r)
    away, most = hypot(fx - cx, fy - cy), (r - fr) * 0.999
    if away > most:
        fx, fy = cx + (fx - cx) * most / away, cy + (fy - cy) * most / away
    return fx, fy, fr, cx, cy, r


def _wider(box: Box) -> Box:
    """A box with room for a stroke."""
    x, y, width, height = box
    reach = max(width, height) / 2
    return x - reach, y - reach, width + 2 * reach, height + 2 * reach


def _spread(
    points: tuple[float, ...], stops: list[Stop], spread: str, box: Box
) -> tuple[tuple[float, ...], list[Stop]]:
    """The gradient written out as often as it starts anew within a box of its own space."""
    first, last = _reach(points, box)
    if last - first > MOST_REPEATED:
        raise TooManyError(MOST_REPEATED)
    written: list[Stop] = []
    stops = [(0.0, *stops[0][1:]), *stops, (1.0, *stops[-1][1:])]
    for turn in range(first, last):
        back = spread == "reflect" and turn % 2
        for offset, colour, opacity in reversed(stops) if back else stops:
            at = turn + (1 - offset if back else offset)
            written.append(((at - first) / (last - first), colour, opacity))
    if len(points) == 4:
        x1, y1, x2, y2 = points
        dx, dy = x2 - x1, y2 - y1
        return (x1 + first * dx, y1 + first * dy, x1 + last * dx, y1 + last * dy), written
    fx, fy, fr, cx, cy, r = points
    return (fx, fy, fr, fx + last * (cx - fx), fy + last * (cy - fy), fr + last * (r - fr)), written


def _reach(points: tuple[float, ...], box: Box) -> tuple[int, int]:
    """How many of its lengths a gradient has before and behind its start within a box."""
    x, y, width, height = box
    corners = [(x + dx, y + dy) for dx in (0.0, width) for dy in (0.0, height)]
    if len(points) == 4:
        x1, y1, x2, y2 = points
        dx, dy = x2 - x1, y2 - y1
        along = [((px - x1) * dx + (py - y1) * dy) / (dx * dx + dy * dy) for px, py in corners]
        return floor(min(along)), max(ceil(max(along)), floor(min(along)) + 1)
    fx, fy, fr, cx, cy, r = points
    grows = r - fr - hypot(cx - fx, cy - fy)
    if grows <= 0:
        return 0, 1
    return 0, max(1, ceil(max(hypot(px - fx, py - fy) - fr for px, py in corners) / grows))
