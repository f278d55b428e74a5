"""How an outline is drawn, and which properties say so (SVG 1.1, 11.4)."""

from __future__ import annotations

from collections.abc import Mapping
from math import sqrt

from jxprint.artwork import Paint, Stroke
from jxprint.intake.svg.numbers import length, number, share

_CAPS = {"butt": 0, "round": 1, "square": 2}
_JOINS = {"miter": 0, "miter-clip": 0, "round": 1, "bevel": 2}


def stroke_width(given: Mapping[str, str], view: tuple[float, float]) -> float:
    """The width of a stroke in user units."""
    return length(given["stroke-width"], _diagonal(view))


def stroke_of(given: Mapping[str, str], view: tuple[float, float], paint: Paint, seen: float) -> Stroke | None:
    """The stroke with a paint of some opacity; None where nothing of it is seen. Raises ValueError for what means
    nothing.
    """
    width = stroke_width(given, view)
    opacity = seen * share(given["stroke-opacity"])
    if width <= 0 or opacity == 0:
        return None
    dash = given["stroke-dasharray"].strip()
    lengths = [] if dash == "none" else [length(one, _diagonal(view)) for one in dash.replace(",", " ").split()]
    if any(one < 0 for one in lengths):
        raise ValueError(dash)
    lengths = [] if not any(lengths) else lengths if len(lengths) % 2 == 0 else 2 * lengths
    caps, joins = given["stroke-linecap"], given["stroke-linejoin"]
    if caps not in _CAPS or joins not in _JOINS:
        raise ValueError(joins if caps in _CAPS else caps)
    start = length(given["stroke-dashoffset"], _diagonal(view))
    if lengths and start < 0:  # PDF has no phase before the first dash
        start %= sum(lengths)
    miter = max(1.0, number(given["stroke-miterlimit"]))
    return Stroke(paint, width, _CAPS[caps], _JOINS[joins], miter, tuple(lengths), start, opacity)


def is_stroked_first(order: str) -> bool:
    """Whether a stroke lies under its fill (SVG 2, 13.8)."""
    words = order.split()
    return "stroke" in words and ("fill" not in words or words.index("stroke") < words.index("fill"))


def _diagonal(view: tuple[float, float]) -> float:
    return sqrt(view[0] ** 2 / 2 + view[1] ** 2 / 2)
