"""What the linocuts share: cuts of a graver, limbs and shapes with a white edge, rows of cuts for sea, sky and ground.

Lengths are points, y runs down. Black is the block, white is what was cut out of it.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from random import Random

Point = tuple[float, float]
BLACK, WHITE = "#000", "#fff"


def number(value: float) -> str:
    """A tenth of a point is as fine as a graver goes."""
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text in ("0", "-0") else text.replace("-0.", "-.").removeprefix("0")


def at(*points: Point) -> str:
    """Points of a path."""
    return " ".join(f"{number(x)} {number(y)}" for x, y in points)


def path(data: str, fill: str = BLACK) -> str:
    """A filled shape."""
    return f'<path d="{data}" fill="{fill}"/>'


def shape(points: Sequence[Point], fill: str = BLACK, edge: float = 0.0) -> str:
    """A polygon, with an edge of the other ink that keeps it off what lies behind."""
    made = path(f"M{at(*points)}Z", fill)
    return stroke([*points, points[0]], edge * 2, WHITE if fill == BLACK else BLACK) + made if edge else made


def stroke(points: Iterable[Point], width: float, ink: str = BLACK, cap: str = "round") -> str:
    """A line through points."""
    return (
        f'<path d="M{at(*points)}" fill="none" stroke="{ink}" stroke-width="{number(width)}" '
        f'stroke-linecap="{cap}" stroke-linejoin="round"/>'
    )


def limb(points: Sequence[Point], width: float, ink: str = BLACK, edge: float = 0.9) -> str:
    """An arm, a leg or a post, with an edge of the other ink."""
    return stroke(points, width + 2 * edge, WHITE if ink == BLACK else BLACK) + stroke(points, width, ink)


def curve(points: Sequence[Point], steps: int = 8) -> list[Point]:
    """A smooth line through points (Catmull and Rom's)."""
    ends = [points[0], *points, points[-1]]
    made: list[Point] = []
    for a, b, c, d in zip(ends, ends[1:], ends[2:], ends[3:], strict=False):
        for step in range(steps):
            t = step / steps
            made.append(
                (
                    0.5 * (2 * b[0] + (c[0] - a[0]) * t + (2 * a[0] - 5 * b[0] + 4 * c[0] - d[0]) * t**2
                           + (3 * b[0] - a[0] - 3 * c[0] + d[0]) * t**3),
                    0.5 * (2 * b[1] + (c[1] - a[1]) * t + (2 * a[1] - 5 * b[1] + 4 * c[1] - d[1]) * t**2
                           + (3 * b[1] - a[1] - 3 * c[1] + d[1]) * t**3),
                )
            )
    return [*made, points[-1]]


def cut(start: Point, end: Point, width: float, bow: float = 0.0) -> str:
    """One push of the graver: pointed at both ends, `width` in its middle, bent by `bow`."""
    long = math.hypot(end[0] - start[0], end[1] - start[1]) or 1.0
    across = -(end[1] - start[1]) / long, (end[0] - start[0]) / long
    middle = (start[0] + end[0]) / 2, (start[1] + end[1]) / 2
    one, other = ((middle[0] + across[0] * by, middle[1] + across[1] * by) for by in (bow + width, bow - width))
    long_way = end[0] - start[0], end[1] - start[1]
    there = (one[0] - start[0], one[1] - start[1]), long_way
    back = (other[0] - end[0], other[1] - end[1]), (-long_way[0], -long_way[1])
    return f"M{at(start)}q{at(*there)} {at(*back)}z".replace(" -", "-")


def rows(
    box: tuple[float, float, float, float],
    pitch: tuple[float, float],
    white: Callable[[float, float], float],
    seed: int,
    long: tuple[float, float] = (9, 26),
    lean: Callable[[float, float], float] = lambda x, y: 0.0,
) -> str:
    """Rows of cuts across a box, their pitch from its head to its foot. `white` says how much of the block is taken at
    a place, from 0 to 1; `lean` how far a cut rises over its length.
    """
    random, (left, top, right, foot) = Random(seed), box
    made, y = [], top + pitch[0] / 2
    while y < foot:
        deep = (y - top) / (foot - top)
        step = pitch[0] + (pitch[1] - pitch[0]) * deep
        x = left - random.uniform(0, long[0])
        while x < right:
            share = step / pitch[1] if pitch[1] > pitch[0] else 1.0
            reach = random.uniform(*long) * (0.45 + 0.55 * share)
            taken = white(x + reach / 2, y) + random.uniform(-0.08, 0.08)
            if taken > 0.06:
                rise = lean(x + reach / 2, y)
                level = y + random.uniform(-0.12, 0.12) * step
                wide = step * min(0.98, taken) * 0.98
                made.append(cut((x, level), (x + reach, level - rise), wide, random.uniform(-0.1, 0.1) * step))
            x += reach * (0.86 if taken > 0.5 else 1.04) + random.uniform(0, 1.5)
        y += step
    return "".join(made)


def block(width: float, height: float, what: str, body: Iterable[str]) -> str:
    """The whole print."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<!-- {what} -->\n'
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:g}pt" height="{height:g}pt" '
        f'viewBox="0 0 {width:g} {height:g}">\n' + "\n".join(body) + "\n</svg>\n"
    )
