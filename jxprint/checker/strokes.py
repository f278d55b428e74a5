"""Text that is stroked: how wide its pen is, and when what it draws is a blot or a row of dots (ISO 32000-1, 8.4.3)."""

from __future__ import annotations

from math import hypot
from typing import Any

from jxprint.checker.graphics import TextState

# Text is stroked, and perhaps filled as well, by mode (ISO 32000-1, table 106).
STROKES = (1, 2, 5, 6)


def line_width(state: TextState, operands: Any, _: Any) -> None:
    """w: the width of lines (units of the user's space)."""
    state.pen = abs(float(operands[0]))


def line_dashes(state: TextState, operands: Any, _: Any) -> None:
    """d: whether lines have gaps."""
    state.is_dashed = any(float(way) > 0 for way in operands[0])


def line_parameters(state: TextState, entries: Any) -> None:
    """The same out of an ExtGState (ISO 32000-1, table 58)."""
    if "/LW" in entries:
        line_width(state, (entries["/LW"],), None)
    if "/D" in entries:
        line_dashes(state, entries["/D"], None)


def stroke_of(state: TextState, size: float) -> tuple[int, bool] | None:
    """Of text of a size (points) the width of its pen (a hundredth of the size) and whether dashes are all
    that is drawn of it; None where it is not stroked.
    """
    if state.mode not in STROKES:
        return None
    a, b, _, _, _, _ = state.ctm
    return round(100 * state.pen * hypot(a, b) / size) if size else 0, state.is_dashed and state.mode in (1, 5)
