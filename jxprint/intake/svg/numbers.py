"""Numbers, lengths and transforms as SVG writes them (SVG 1.1, 4.2 and 7.6). What is none raises ValueError."""

from __future__ import annotations

import re
from math import cos, isfinite, radians, sin, tan

from jxprint.artwork import IDENTITY, Matrix, times

# A user unit is a CSS pixel, 1/96 inch; all in pixels.
PT_PER_PX = 0.75
_UNITS = {"": 1.0, "px": 1.0, "pt": 96 / 72, "pc": 16.0, "in": 96.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "q": 96 / 101.6}
_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?")
_LENGTH = re.compile(rf"({_NUMBER.pattern})\s*([a-zA-Z]*|%)")
_TRANSFORM = re.compile(r"[\s,]*([a-zA-Z]+)\s*\(([^()]*)\)")
# url(#…), and what may be painted instead.
LOCAL = re.compile(r"url\(\s*['\"]?#([^'\")]+)['\"]?\s*\)(.*)", re.S)
_BETWEEN = re.compile(r"[\s,]*")
# Office programs count 36 000 units a millimetre; larger ones overflow where they are multiplied.
_LARGEST = 1e8
# Commands of a path, points of a polygon, and all of a drawing.
MOST_COMMANDS = 500_000


class TooManyError(ValueError):
    """More of something than a drawing may have."""

    def __init__(self, most: int = MOST_COMMANDS) -> None:
        super().__init__(f"> {most}")
        self.most = most


def number(text: str) -> float:
    """One number, of a bounded size."""
    match = _NUMBER.fullmatch(text.strip())
    if match is None:
        raise ValueError(text)
    return bounded(float(match[0]))


def bounded(value: float) -> float:
    """The number itself where it may be a coordinate."""
    if not isfinite(value) or abs(value) > _LARGEST:
        raise ValueError(f"{value:g}")
    return value


def numbers(text: str) -> list[float]:
    """Numbers with white or commas between them, or a sign that starts the next one."""
    found: list[float] = []
    text, at = text.strip(), 0
    while at < len(text):
        match = _NUMBER.match(text, at)
        if match is None:
            raise ValueError(text[at : at + 20])
        found.append(bounded(float(match[0])))
        if len(found) > 2 * MOST_COMMANDS:
            raise TooManyError
        between = _BETWEEN.match(text, match.end())
        at = between.end() if between else match.end()
    return found


def length(text: str, whole: float | None = None) -> float:
    """A length in user units; a percentage is of `whole`, where that is known."""
    match = _LENGTH.fullmatch(text.strip())
    if match is None:
        raise ValueError(text)
    unit = match[2].lower()
    if unit == "%" and whole is not None:
        return bounded(float(match[1]) / 100 * whole)
    if unit not in _UNITS:
        raise ValueError(text)
    return bounded(float(match[1]) * _UNITS[unit])


def share(text: str) -> float:
    """A number or a percentage, kept between 0 and 1."""
    text = text.strip()
    value = number(text[:-1]) / 100 if text.endswith("%") else number(text)
    return min(1.0, max(0.0, value))


def transform(text: str) -> Matrix:
    """A list of transforms as one matrix."""
    whole, at = IDENTITY, 0
    text = text.strip()
    while at < len(text):
        match = _TRANSFORM.match(text, at)
        if match is None:
            raise ValueError(text[at : at + 20])
        whole = times(_one(match[1], numbers(match[2])), whole)
        at = match.end()
    return tuple(bounded(value) for value in whole)  # type: ignore[return-value]


def _one(name: str, given: list[float]) -> Matrix:
    count = len(given)
    if name == "matrix" and count == 6:
        a, b, c, d, e, f = given
        return (a, b, c, d, e, f)
    if name == "translate" and count in (1, 2):
        return (1.0, 0.0, 0.0, 1.0, given[0], given[1] if count == 2 else 0.0)
    if name == "scale" and count in (1, 2):
        return (given[0], 0.0, 0.0, given[-1], 0.0, 0.0)
    if name == "rotate" and count in (1, 3):
        turn = radians(given[0])
        about = (cos(turn), sin(turn), -sin(turn), cos(turn), 0.0, 0.0)
        if count == 1:
            return about
        x, y = given[1:]
        return times(times((1.0, 0.0, 0.0, 1.0, -x, -y), about), (1.0, 0.0, 0.0, 1.0, x, y))
    if name == "skewX" and count == 1:
        return (1.0, 0.0, tan(radians(given[0])), 1.0, 0.0, 0.0)
    if name == "skewY" and count == 1:
        return (1.0, tan(radians(given[0])), 0.0, 1.0, 0.0, 0.0)
    raise ValueError(name)
