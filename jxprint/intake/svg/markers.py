"""Markers (SVG 1.1, 11.6): where they stand on an outline, which way they look, and how large they are."""

from __future__ import annotations

from collections.abc import Iterator
from math import atan2, cos, hypot, radians, sin

from jxprint.artwork import Commands, Matrix, times
from jxprint.intake.svg.markup import Element
from jxprint.intake.svg.numbers import length, number, numbers
from jxprint.intake.svg.viewport import fitted

_Point = tuple[float, float]
# Where an outline comes from and where it goes on, as directions; None where it does neither.
_Vertex = tuple[_Point, _Point | None, _Point | None]


def vertices(commands: Commands) -> list[_Vertex]:
    """The corners of an outline, each with the directions of the outline before and behind it."""
    found: list[_Vertex] = []
    first = 0
    for name, *values in commands:
        points = list(zip(map(float, values[::2]), map(float, values[1::2]), strict=True))
        if name == "M":
            first = len(found)
            found.append((points[0], None, None))
            continue
        at, before, _ = found[-1]
        end = found[first][0] if name == "Z" else points[-1]
        through = [at, *(points[:-1] if name == "C" else ()), end]
        leaves = _direction(through)
        found[-1] = at, before, leaves
        arrives = _direction(through[::-1])
        arrived = None if arrives is None else (-arrives[0], -arrives[1])
        if name == "Z":
            start, _, out = found[first]
            found[first] = start, arrived, out
            found.append((end, arrived, out))
        else:
            found.append((end, arrived, None))
    return found


def _direction(points: list[_Point]) -> _Point | None:
    """From the first point to the next one that is another."""
    x, y = points[0]
    for px, py in points[1:]:
        away = hypot(px - x, py - y)
        if away > 1e-9:
            return (px - x) / away, (py - y) / away
    return None


def places(commands: Commands, kinds: tuple[bool, bool, bool]) -> Iterator[tuple[int, _Point, float]]:
    """The places of an outline's markers: 0 for its start, 1 between, 2 for its end, and their angle in radians where
    they look along it. `kinds` tells which there are.
    """
    known = vertices(commands)
    for index, (at, before, behind) in enumerate(known):
        one, two = before or behind or (1.0, 0.0), behind or before or (1.0, 0.0)
        dx, dy = one[0] + two[0], one[1] + two[1]
        angle = atan2(dy, dx) if hypot(dx, dy) > 1e-9 else atan2(two[1], two[0])
        if index == 0 and kinds[0]:
            yield 0, at, angle
        if 0 < index < len(known) - 1 and kinds[1]:
            yield 1, at, angle
        if index == len(known) - 1 and kinds[2]:
            yield 2, at, angle


def place(marker: Element, kind: int, at: _Point, angle: float, width: float) -> tuple[Matrix, Matrix, Commands] | None:
    """The matrix from a marker's own space to that of the outline, that of its frame, and its frame; None where it has
    no extent. `width` is the stroke's. Raises ValueError for what is no number.
    """
    given = marker.attributes
    wide, high = (length(given.get(key, "3"), 1.0) for key in ("markerWidth", "markerHeight"))
    if min(wide, high) < 0:
        raise ValueError("markerWidth, markerHeight")
    box = numbers(given["viewBox"]) if "viewBox" in given else [0.0, 0.0, wide, high]
    if len(box) != 4:
        raise ValueError(given["viewBox"])
    if not (wide and high and min(box[2:]) > 0):
        return None
    inner = fitted(box, (wide, high), given.get("preserveAspectRatio", ""))
    x, y = (_reference(given.get(key, "0"), side) for key, side in (("refX", box[2]), ("refY", box[3])))
    turned = given.get("orient", "0").strip()
    if turned.startswith("auto"):
        turn = angle + (radians(180) if turned == "auto-start-reverse" and kind == 0 else 0.0)
    else:
        turn = radians(number(turned.removesuffix("deg")))
    scale = width if given.get("markerUnits", "strokeWidth") == "strokeWidth" else 1.0
    c, s = scale * cos(turn), scale * sin(turn)
    px, py = inner[0] * x + inner[4], inner[3] * y + inner[5]
    frame = times((1.0, 0.0, 0.0, 1.0, -px, -py), (c, s, -s, c, *at))
    edge = (("M", 0.0, 0.0), ("L", wide, 0.0), ("L", wide, high), ("L", 0.0, high), ("Z",))
    return times(inner, frame), frame, edge


def _reference(text: str, side: float) -> float:
    """A number, or an edge or the middle of the view box."""
    words = {"left": 0.0, "top": 0.0, "center": 0.5, "right": 1.0, "bottom": 1.0}
    return words[text] * side if text in words else length(text, side)
