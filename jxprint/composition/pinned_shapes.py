"""Stories with corners whose depth is pinned, and those that go on elsewhere: the lines they hold, found by trying.

What stands over some of a shape's columns, beside and under others decides what its rows hold, so nobody can reckon it
from the depth alone. The page is settled with more lines and with fewer, and halves are tried.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from msgspec.structs import replace

from jxprint.composition.capacity import Shape
from jxprint.composition.constraints import Constraints
from jxprint.composition.shaping import Unsettled, settle, wanting_lines

_Build = Callable[[Mapping[str, Shape]], Constraints]


def hold_depth(constraints: Constraints, letter: str, shape: Shape) -> None:
    """A shape is as deep as it is pinned, and no less deep than its least: what stands under its lowest foot keeps that
    far from its head. Its text may end higher.
    """
    drawing, rows = constraints.drawing, shape.pinned or shape.deep
    first, *_ = drawing.tops[letter]
    if shape.pad or rows:
        constraints.within(first, shape.pad, constraints.depth - shape.pad - rows)
    for foot in drawing.feet[letter] if shape.pad else ():
        constraints.within(foot, 0, constraints.depth - shape.pad)
    if not rows:
        return
    *_, lowest = drawing.feet[letter]
    for edge, gap in list(constraints.below(lowest).items()):
        if drawing.edges[edge].letter != letter:
            constraints.demand_also(first, edge, rows + gap)
    for foot in drawing.feet[letter] if shape.pinned else ():
        constraints.limit(letter, first, foot, rows)


def lines_held(
    build: _Build, shapes: Mapping[str, Shape], *, fill: bool
) -> tuple[dict[str, Shape], dict[str, int]]:
    """The shapes with the lines that they have room for: those that are pinned with no more than their rows hold, those
    that go on elsewhere with all that the page leaves them (`fill`); and by how many lines pinned ones are over.
    """
    held, cramped = dict(shapes), dict[str, int]()
    asking = {letter: shape for letter, shape in shapes.items() if shape.most or shape.pinned}
    for letter, shape in asking.items():
        if shape.pinned:
            lines = _most(partial(_is_shallow, build, letter), held, letter, (0, shape.lines))
            if lines < shape.lines:
                cramped[letter] = shape.lines - lines
                held[letter] = replace(shape, lines=lines, most=0)
    for letter, shape in asking.items():
        if shape.most and letter not in cramped and (fill or shape.pinned):
            fits = _fitting(build, held)
            lines = _most(fits, held, letter, (shape.lines, shape.most))
            held[letter] = replace(shape, lines=lines)
    return held, cramped


def _most(
    does: Callable[[dict[str, Shape]], bool], shapes: dict[str, Shape], letter: str, lines: tuple[int, int]
) -> int:
    """The most lines between two numbers with which a shape does; the first where none does. What is over is tried
    first: most often all stands.
    """
    low, high = lines
    shape = shapes[letter]
    if does({**shapes, letter: replace(shape, lines=high)}):
        return high
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if does({**shapes, letter: replace(shape, lines=middle)}) else (low, middle)
    return low


def _is_shallow(build: _Build, letter: str, shapes: dict[str, Shape]) -> bool:
    """Whether a shape is no deeper than it is pinned."""
    constraints = build(shapes)
    try:
        at, _ = settle(constraints, shapes)
    except Unsettled:
        return False
    return letter not in constraints.exceeding(at)


def _fitting(build: _Build, shapes: Mapping[str, Shape]) -> Callable[[dict[str, Shape]], bool]:
    """Whether a page holds some shapes without tearing those apart that `shapes` leaves whole."""

    def torn(some: Mapping[str, Shape]) -> dict[str, int] | None:
        constraints = build(some)
        try:
            at, feet = settle(constraints, some)
        except Unsettled:
            return None
        if constraints.broken(at) or constraints.exceeding(at):
            return None
        return wanting_lines(constraints, at, feet, some)

    known = torn(shapes) or {}

    def does(some: dict[str, Shape]) -> bool:
        found = torn(some)
        return found is not None and all(lines <= known.get(letter, 0) for letter, lines in found.items())

    return does
