"""Marks that are lines: crop marks (裁切线), fold marks (折页线), register marks (套准线). All in registration."""

from __future__ import annotations

from math import tan, tau

from jxprint.geometry import PT_PER_MM
from jxprint.ink import PAPER, REGISTRATION
from jxprint.placed import Outline, PlacedPage, Rule, Shape
from jxprint.press.paper import BEYOND_FOLD_PT, LENGTH_PT, LINE_PT, REGISTER_PT, STAND_OFF_PT, Folds

# A fold mark is told from a crop mark by its dashes: three, and as much white between them.
_DASHES = 3
# A register mark: the radius of its ring, and how far its cross reaches.
_RING_PT, _REACH_PT = 1.5 * PT_PER_MM, 2.5 * PT_PER_MM


def crop_marks(page: PlacedPage) -> list[Shape]:
    """Where the paper is cut: two lines at each corner of the trim."""
    near, far = page.bleed + STAND_OFF_PT, page.bleed + STAND_OFF_PT + LENGTH_PT
    shapes: list[Shape] = []
    for x, way in ((0.0, -1), (page.width, 1)):
        for y, down in ((0.0, -1), (page.height, 1)):
            shapes.append(_line(x + way * near, y, x + way * far, y))
            shapes.append(_line(x, y + down * near, x, y + down * far))
    return shapes


def fold_marks(page: PlacedPage, folds: Folds) -> list[Shape]:
    """Where the paper is folded: dashed lines at both ends of each fold."""
    near, dash = page.bleed + STAND_OFF_PT, LENGTH_PT / (2 * _DASHES - 1)
    starts = [near + 2 * number * dash for number in range(_DASHES)]
    shapes: list[Shape] = []
    if (x := folds.upright) is not None:
        shapes += [_line(x, -start, x, -start - dash) for start in starts]
        shapes += [_line(x, page.height + start, x, page.height + start + dash) for start in starts]
    if (y := folds.across) is not None:
        shapes += [_line(-start, y, -start - dash, y) for start in starts]
        shapes += [_line(page.width + start, y, page.width + start + dash, y) for start in starts]
    return shapes


def register_marks(page: PlacedPage, folds: Folds) -> list[Shape]:
    """By what the plates are laid over each other: a cross with a ring in the middle of each side, outside a fold mark
    where there is one.
    """
    up = page.bleed + (REGISTER_PT if folds.upright is None else BEYOND_FOLD_PT)
    aside = page.bleed + (REGISTER_PT if folds.across is None else BEYOND_FOLD_PT)
    middles = (
        (page.width / 2, -up),
        (page.width / 2, page.height + up),
        (-aside, page.height / 2),
        (page.width + aside, page.height / 2),
    )
    return [shape for x, y in middles for shape in _target(x, y)]


def _target(x: float, y: float) -> list[Shape]:
    """A ring, a line wide, under a cross."""
    outer, inner = _RING_PT + LINE_PT / 2, _RING_PT - LINE_PT / 2
    return [
        Outline(_circle(x, y, outer), REGISTRATION),
        Outline(_circle(x, y, inner), PAPER),
        _line(x - _REACH_PT, y, x + _REACH_PT, y),
        _line(x, y - _REACH_PT, x, y + _REACH_PT),
    ]


def _circle(x: float, y: float, radius: float) -> tuple[tuple[str | float, ...], ...]:
    """Four quarters, each as near a circle as a cubic curve comes."""
    lever = radius * 4 / 3 * tan(tau / 16)
    corners = ((1, 0), (0, 1), (-1, 0), (0, -1))
    commands: list[tuple[str | float, ...]] = [("M", x + radius, y)]
    for at, (cos, sin) in enumerate(corners):
        next_cos, next_sin = corners[(at + 1) % 4]
        start = x + radius * cos - lever * sin, y + radius * sin + lever * cos
        end = x + radius * next_cos + lever * next_sin, y + radius * next_sin - lever * next_cos
        commands.append(("C", *start, *end, x + radius * next_cos, y + radius * next_sin))
    return (*commands, ("Z",))


def _line(x1: float, y1: float, x2: float, y2: float) -> Rule:
    return Rule(x1, y1, x2, y2, LINE_PT, REGISTRATION)
