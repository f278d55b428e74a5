"""Boxes, rules and outlines as path operators (ISO 32000-1, 8.5)."""

from __future__ import annotations

from collections.abc import Iterable

from jxprint.placed import Box, Outline, Rule, Shape
from jxprint.writers.pdf.numbers import decimal, decimals
from jxprint.writers.pdf.palette import Palette
from jxprint.writers.pdf.remembered import Remembered
from jxprint.writers.pdf.space import Space

_OPERATORS = {"M": "m", "L": "l", "C": "c", "Z": "h"}


# Outlines are long; composition hands on the same ones page after page.
_outlines: Remembered[Outline, dict[tuple[Space, Palette], str]] = Remembered()


def draw_shapes(shapes: Iterable[Shape], space: Space, out: list[str], palette: Palette) -> None:
    """Append the operators for some shapes; the graphics state is left as it was."""
    out.append("q")
    for shape in shapes:
        if isinstance(shape, Box):
            _box(shape, space, out, palette)
        elif isinstance(shape, Rule):
            _rule(shape, space, out, palette)
        else:
            known = _outlines.get(shape, dict)
            key = space, palette
            if key not in known:
                known[key] = _outline(shape, space, palette)
            out.append(known[key])
    out.append("Q")


def _box(box: Box, space: Space, out: list[str], palette: Palette) -> None:
    if box.fill is not None and box.stroke is not None:
        out.append(palette.both(box.fill, box.stroke))
    elif box.fill is not None:
        out.append(palette.fill(box.fill))
    elif box.stroke is not None:
        out.append(palette.stroke(box.stroke))
    if box.stroke is not None:
        out[-1] += f" {decimal(box.stroke_pt)} w"
    paint = {(True, True): "B", (True, False): "f", (False, True): "S", (False, False): "n"}
    out.append(f"{space.rectangle(box.frame)} re {paint[box.fill is not None, box.stroke is not None]}")


def _rule(rule: Rule, space: Space, out: list[str], palette: Palette) -> None:
    out.append(f"{palette.stroke(rule.ink)} {decimal(rule.width_pt)} w")
    start = decimals(space.left + rule.x1, space.top - rule.y1)
    end = decimals(space.left + rule.x2, space.top - rule.y2)
    out.append(f"{start} m {end} l S")


def _outline(outline: Outline, space: Space, palette: Palette) -> str:
    path: list[str] = []
    for name, *numbers in outline.commands:
        values = [float(number) for number in numbers]
        points = [space.top - v if at % 2 else space.left + v for at, v in enumerate(values)]
        path.append(f"{decimals(*points)} {_OPERATORS[str(name)]}" if points else _OPERATORS[str(name)])
    return f"{palette.fill(outline.fill)}\n{' '.join(path)} f"
