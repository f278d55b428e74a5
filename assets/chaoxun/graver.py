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


def at(*pairs: Point) -> str:
    """Points of a path."""
    return " ".join(f"{number(x)} {number(y)}" for x, y in pairs)


def points(text: str) -> list[Point]:
    """Points as they are noted: `x y, x y`."""
    return [(float(x), float(y)) for x, y in (pair.split() for pair in text.split(", "))]


def segments(text: str) -> list[tuple[Point, Point]]:
    """Cuts as they are noted: `x y x y`, from where to where."""
    return [((a, b), (c, d)) for a, b, c, d in (map(float, four.split()) for four in text.split(", "))]


def cuts(ways: Iterable[tuple[Point, Point]], width: float, ink: str = WHITE) -> str:
    """Several cuts of one width."""
    return path("".join(cut(start, end, width) for start, end in ways), ink)


def hand(x: float, y: float) -> str:
    """A hand, seen from afar."""
    return f'<circle cx="{x:g}" cy="{y:g}" r="2.5" fill="#fff" stroke="#000" stroke-width=".7"/>'


def path(data: str, fill: str = BLACK) -> str:
    """A filled shape."""
    return f'<path d="{data}" fill="{fill}"/>'


def shape(outline: Sequence[Point], fill: str = BLACK, edge: float = 0.0) -> str:
    """A polygon, with an edge of the other ink that keeps it off what lies behind."""
    made = path(f"M{at(*outline)}Z", fill)
    return stroke([*outline, outline[0]], edge * 2, WHITE if fill == BLACK else BLACK) + made if edge else made


def stroke(way: Iterable[Point], width: float, ink: str = BLACK, cap: str = "round") -> str:
    """A line through points."""
    return (
        f'<path d="M{at(*way)}" fill="none" stroke="{ink}" stroke-width="{number(width)}" '
        f'stroke-linecap="{cap}" stroke-linejoin="round"/>'
    )


def limb(way: Sequence[Point], width: float, ink: str = BLACK, edge: float = 0.9) -> str:
    """An arm, a leg or a post, with an edge of the other ink."""
    return stroke(way, width + 2 * edge, WHITE if ink == BLACK else BLACK) + stroke(way, width, ink)


def curve(through: Sequence[Point], steps: int = 8) -> list[Point]:
    """A smooth line through points (Catmull and Rom's)."""
    ends = [through[0], *through, through[-1]]
    made: list[Point] = []
    for a, b, c, d in zip(ends, ends[1:], ends[2:], ends[3:], strict=False):
        for step in range(steps):
            t = step / steps
            made.append((_between(a[0], b[0], c[0], d[0], t), _between(a[1], b[1], c[1], d[1], t)))
    return [*made, through[-1]]


def _between(a: float, b: float, c: float, d: float, t: float) -> float:
    return 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3)


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
