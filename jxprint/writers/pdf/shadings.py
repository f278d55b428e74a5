"""Gradients as shadings (ISO 32000-1, 8.7.4.5) and the functions of their colours."""

from __future__ import annotations

from itertools import pairwise

from jxprint.artwork import Colour, Gradient, Paint
from jxprint.writers.pdf.lights import Lights
from jxprint.writers.pdf.numbers import fine

# Two stops at one offset stand this far apart: bounds of a function have to rise.
_APART = 1e-5


def fades(paint: Paint) -> bool:
    """Whether something shows through a paint here more and there less."""
    return isinstance(paint, Gradient) and bool(paint.opacities)


def shading(gradient: Gradient, lights: Lights) -> str:
    """The entries of a shading's dictionary."""
    grey = all(colour.is_grey for _, colour in gradient.stops)
    kind = 2 if gradient.kind == "linear" else 3
    return (
        f"/ShadingType {kind}/ColorSpace{lights.space(grey=grey)}/Coords[{fine(*gradient.points)}]"
        f"/Function {_function(list(gradient.stops), grey, lights)}/Extend[true true]"
    )


def _function(stops: list[tuple[float, Colour]], grey: bool, lights: Lights) -> str:
    """Colours over [0, 1]: one exponential function between two stops, stitched (7.10.3 and 7.10.4)."""
    if stops[0][0] > 0:
        stops.insert(0, (0.0, stops[0][1]))
    if stops[-1][0] < 1:
        stops.append((1.0, stops[-1][1]))
    pieces = list(pairwise(stops))
    pieces = [pair for pair in pieces if pair[0] != pair[1]] or pieces[:1]
    functions = [
        f"<</FunctionType 2/Domain[0 1]/N 1/C0[{lights.amounts(one, grey=grey)}]/C1[{lights.amounts(two, grey=grey)}]>>"
        for (_, one), (_, two) in pieces
    ]
    if len(functions) == 1:
        return functions[0]
    bounds: list[float] = []
    for _, (offset, _) in pieces[:-1]:
        bounds.append(max(offset, (bounds[-1] if bounds else 0.0) + _APART))
    # What was pushed beyond the end comes back in the same order.
    for at in range(len(bounds) - 1, -1, -1):
        bounds[at] = min(bounds[at], (bounds[at + 1] if at + 1 < len(bounds) else 1.0) - _APART)
    encode = " ".join(["0 1"] * len(functions))
    return f"<</FunctionType 3/Domain[0 1]/Functions[{''.join(functions)}]/Bounds[{fine(*bounds)}]/Encode[{encode}]>>"
