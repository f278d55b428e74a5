"""Lengths, 字号 and rectangles. Points are PostScript points (1/72 inch) throughout the house.

Coordinates are points from the top left corner of the trim box, x to the right, y down.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec import Struct

PT_PER_MM = 72 / 25.4

# Print sizes by name, one value each. Sources disagree by up to half a point (typography.md 3.3); these are the
# point system's values that CLREQ and office programs share.
HAO = {
    "初号": 42.0,
    "小初": 36.0,
    "一号": 28.0,
    "小一": 24.0,
    "二号": 21.0,
    "小二": 18.0,
    "三号": 15.75,
    "小三": 15.0,
    "四号": 14.0,
    "小四": 12.0,
    "五号": 10.5,
    "小五": 9.0,
    "六号": 7.875,
    "小六": 6.5,
    "七号": 5.25,
    "八号": 5.0,
}

_LENGTH = re.compile(r"(?P<number>-?\d+(?:\.\d+)?)\s*(?P<unit>mm|cm|in|pt|字|行)")


class LengthSyntaxError(ValueError):
    """The text is no length: a number without a unit, an unknown unit, or no number."""


def parse_length(text: str, *, em: float | None = None, pitch: float | None = None) -> float:
    """Points for `"4.5mm"`, `"10.5pt"`, `"小五"`, `"1字"` (an em of the body type) or `"2行"` (grid lines).

    `em` is the body size and `pitch` the grid's line pitch, both in points; where they are None, 字 and 行 are
    refused. Raises LengthSyntaxError.
    """
    text = text.strip()
    if text in HAO:
        return HAO[text]
    match = _LENGTH.fullmatch(text)
    if match is None:
        raise LengthSyntaxError(text)
    number, unit = float(match["number"]), match["unit"]
    per_unit = {"mm": PT_PER_MM, "cm": 10 * PT_PER_MM, "in": 72.0, "pt": 1.0, "字": em, "行": pitch}[unit]
    if per_unit is None:
        raise LengthSyntaxError(text)
    return number * per_unit


class Rect(Struct, frozen=True):
    """A rectangle in points: top left corner, width, height; y grows downwards."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The x of the right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The y of the bottom edge."""
        return self.y + self.height


def around(frames: Iterable[Rect]) -> Rect:
    """The smallest rectangle that holds some others, one at least."""
    first, *rest = frames
    left, top, right, bottom = first.x, first.y, first.right, first.bottom
    for one in rest:
        left, top, right, bottom = min(left, one.x), min(top, one.y), max(right, one.right), max(bottom, one.bottom)
    return Rect(left, top, right - left, bottom - top) if rest else first
