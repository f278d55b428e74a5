"""Stories with corners whose depth is pinned, and those that go on elsewhere: the lines they hold, found by trying.

What stands over some of a shape's columns, beside and under others decides what its rows hold, so nobody can reckon it
from the depth alone. The page is settled with more lines and with fewer, and halves are tried.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from msgspec.structs import replace

from jxprint.composition.capacity import Shape
from jxprint.composition.constraints import Constraints
from jxprint.composition.drawing import Piece
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


def lines_held(build: _Build, shapes: Mapping[str, Shape], *, fill: bool) -> tuple[dict[str, Shape], dict[str, int]]:
    """The shapes with the lines that they have room for: those that are pinned with no more than their rows hold, those
    that go on elsewhere with all that the page leaves them (`fill`); and by how many lines pinned ones are over.
    """
    held, cramped = dict(shapes), dict[str, int]()
    asking = {letter: shape for letter, shape in shapes.items() if shape.most or shape.pinned}
    for letter, shape in asking.items():
        if shape.pinned:
            most = min(shape.lines, shape.pinned * _columns(build(held).drawing.pieces[letter]))
            lines = _most(partial(_is_shallow, build, letter), held, letter, (0, most))
            if lines < shape.lines:
                cramped[letter] = shape.lines - lines
                held[letter] = replace(shape, lines=lines, most=0)
    for letter, shape in asking.items():
        if shape.most and letter not in cramped and (fill or shape.pinned):
            lines = _most(_fitting(build, held, letter), held, letter, (shape.lines, shape.most))
            held[letter] = replace(shape, lines=lines)
    return held, cramped


def _columns(pieces: Sequence[Piece]) -> int:
    """How many columns a shape is drawn on, each of which is a leg."""
    return max(one.column + one.span for one in pieces) - min(one.column for one in pieces)


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


def _fitting(build: _Build, shapes: Mapping[str, Shape], letter: str) -> Callable[[dict[str, Shape]], bool]:
    """Whether a page holds some shapes without tearing those apart that `shapes` leaves whole, and without pushing what
    is drawn beside a pinned one, `letter`, below its foot.
    """
    known = _settled(build, shapes)
    if known is None:
        return lambda _: False
    constraints, before, feet = known
    torn = wanting_lines(constraints, before, feet, shapes)
    drawing = constraints.drawing
    first, lowest = drawing.tops[letter][0], drawing.feet[letter][-1]
    rows = range(drawing.edges[first].row, drawing.edges[lowest].row + 1) if shapes[letter].pinned else range(0)
    beside = [edge for edge, one in enumerate(drawing.edges) if one.is_foot and one.row in rows]

    def does(some: dict[str, Shape]) -> bool:
        found = _settled(build, some)
        if found is None:
            return False
        held, at, reached = found
        if any(at[edge] > max(before[edge], at[first] + shapes[letter].pinned) for edge in beside):
            return False
        return all(lines <= torn.get(one, 0) for one, lines in wanting_lines(held, at, reached, some).items())

    return does


def _settled(build: _Build, shapes: Mapping[str, Shape]) -> tuple[Constraints, list[int], dict[int, int]] | None:
    """The rows of a page that holds some shapes; None where it does not."""
    constraints = build(shapes)
    try:
        at, feet = settle(constraints, shapes)
    except Unsettled:
        return None
    return None if constraints.broken(at) or constraints.exceeding(at) else (constraints, at, feet)
