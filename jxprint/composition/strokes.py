"""Rules of the style (线) as shapes: along, upright, and round a box; in points from the trim's top left corner."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from jxprint.geometry import Rect
from jxprint.ink import Ink
from jxprint.model import RuleStyle
from jxprint.placed import Box, Outline, Rule, Shape

# From dot to dot, in widths of the rule: as much white as dot and a half looks even at a pace of newspapers' 点线.
_PACE = 2.5
# A quarter of a circle by one Bézier curve.
_ROUND = 0.5523
_Point = tuple[float, float]


def along(style: RuleStyle, ink: Ink, left: float, right: float, y: float) -> list[Shape]:
    """A horizontal rule, its strokes spread evenly about `y`."""
    shapes: list[Shape] = []
    for at, width in _strokes(style):
        level = y - style.depth_pt / 2 + at
        shapes.append(_stroke(style, ink, (left, level), (right, level), width))
    return shapes


def upright(style: RuleStyle, ink: Ink, x: float, top: float, foot: float) -> list[Shape]:
    """A vertical rule, its strokes spread evenly about `x`."""
    shapes: list[Shape] = []
    for at, width in _strokes(style):
        level = x - style.depth_pt / 2 + at
        shapes.append(_stroke(style, ink, (level, top), (level, foot), width))
    return shapes


def around(style: RuleStyle, ink: Ink, frame: Rect) -> list[Shape]:
    """A box: the rule runs inside the frame's edges, its strokes from the outside in, each closed on itself, so that
    the corners of a thick and thin one (文武线) join.
    """
    shapes: list[Shape] = []
    for at, width in _strokes(style):
        edge = Rect(frame.x + at, frame.y + at, frame.width - 2 * at, frame.height - 2 * at)
        if style.pattern == "solid":
            shapes.append(Box(edge, stroke=ink, stroke_pt=width))
            continue
        corners = [(edge.x, edge.y), (edge.right, edge.y), (edge.right, edge.bottom), (edge.x, edge.bottom)]
        ring = [
            point
            for one, two in zip(corners, [*corners[1:], corners[0]], strict=True)
            for point in _dots(one, two, width)[:-1]
        ]
        shapes.append(_dotted(ring, width, ink))
    return shapes


def about(style: RuleStyle, ink: Ink, loops: Sequence[Sequence[_Point]]) -> list[Shape]:
    """A box with any corners: as `around`, inside the edge of right-angled loops that have what is within on their
    right hand. Strokes are filled, so that their corners are whole.
    """
    shapes: list[Shape] = []
    for at, width in _strokes(style):
        if style.pattern == "solid":
            edges = [_inset(loop, at - width / 2) for loop in loops]
            edges += [_inset(loop, at + width / 2)[::-1] for loop in loops]
            shapes.append(panel(ink, edges))
            continue
        rings = [_inset(loop, at) for loop in loops]
        dots = [
            dot
            for ring in rings
            for one, two in zip(ring, [*ring[1:], ring[0]], strict=True)
            for dot in _dots(one, two, width)[:-1]
        ]
        shapes.append(_dotted(dots, width, ink))
    return shapes


def panel(ink: Ink, loops: Iterable[Sequence[_Point]]) -> Outline:
    """What stands within some loops, filled."""
    commands: list[tuple[str | float, ...]] = []
    for start, *others in loops:
        commands += [("M", *start), *(("L", *point) for point in others), ("Z",)]
    return Outline(tuple(commands), ink)


def _inset(loop: Sequence[_Point], by: float) -> list[_Point]:
    """A right-angled loop moved so many points to its right hand."""
    found: list[_Point] = []
    for (a, b), (x, y), (c, d) in zip([loop[-1], *loop[:-1]], loop, [*loop[1:], loop[0]], strict=True):
        # The edge that comes and the one that goes on: each moves the corner across itself.
        right = _sign(b - y) + _sign(y - d)
        down = _sign(x - a) + _sign(c - x)
        found.append((x + right * by, y + down * by))
    return found


def _sign(value: float) -> int:
    return (value > 0) - (value < 0)


def _strokes(style: RuleStyle) -> Iterator[tuple[float, float]]:
    """The middle of each stroke from the rule's outer edge, and its width."""
    edge = 0.0
    for width in style.widths_pt:
        yield edge + width / 2, width
        edge += width + style.gap_pt


def _stroke(style: RuleStyle, ink: Ink, start: _Point, end: _Point, width: float) -> Shape:
    if style.pattern == "solid":
        return Rule(*start, *end, width, ink)
    return _dotted(_dots(start, end, width), width, ink)


def _dots(start: _Point, end: _Point, width: float) -> list[_Point]:
    """Middles of dots from end to end, as far apart as comes out even."""
    (x, y), (x_end, y_end) = start, end
    length = abs(x_end - x) + abs(y_end - y)
    count = max(1, round(length / (_PACE * width)))
    return [(x + (x_end - x) * at / count, y + (y_end - y) * at / count) for at in range(count + 1)]


def _dotted(dots: list[_Point], width: float, ink: Ink) -> Outline:
    """Round dots as one path."""
    commands: list[tuple[str | float, ...]] = []
    r, k = width / 2, width / 2 * _ROUND
    for x, y in dots:
        commands += [
            ("M", x + r, y),
            ("C", x + r, y + k, x + k, y + r, x, y + r),
            ("C", x - k, y + r, x - r, y + k, x - r, y),
            ("C", x - r, y - k, x - k, y - r, x, y - r),
            ("C", x + k, y - r, x + r, y - k, x + r, y),
            ("Z",),
        ]
    return Outline(tuple(commands), ink)
