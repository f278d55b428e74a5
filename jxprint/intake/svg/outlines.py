"""Path data and basic shapes as outlines of lines and cubic curves (SVG 1.1, 8.3 and 9)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from math import atan2, ceil, cos, hypot, pi, radians, sin, sqrt, tan

from jxprint.artwork import Commands
from jxprint.intake.svg.numbers import MOST_COMMANDS, TooManyError, bounded, length, numbers

_TOKEN = re.compile(r"[\s,]*(?:([MmZzLlHhVvCcSsQqTtAa])|([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?))")
_FLAG = re.compile(r"[\s,]*([01])")
_TAKES = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}
# A quarter of a circle as a cubic curve.
_KAPPA = 4 / 3 * tan(pi / 8)

_Point = tuple[float, float]


def outline_of(data: str) -> Commands:
    """The outline of a `d` attribute. Raises ValueError where it is no path data, with what stands there."""
    pen = _Pen()
    for name, given in _segments(data):
        pen.draw(name, given)
        if len(pen.commands) > MOST_COMMANDS:
            raise TooManyError
    return tuple(pen.commands)


def _segments(data: str) -> Iterator[tuple[str, list[float]]]:
    """Commands with their numbers, repeated ones taken apart (a pair behind a move is a line)."""
    at, name, text = 0, "", data.rstrip()
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None or not (match[1] or name):
            raise ValueError(text[at : at + 20])
        if match[1]:
            name, at = match[1], match.end()
        elif name in "Zz":
            raise ValueError(text[at : at + 20])
        given: list[float] = []
        for index in range(_TAKES[name.upper()]):
            flag = name in "Aa" and index in (3, 4)
            found = (_FLAG if flag else _TOKEN).match(text, at)
            value = None if found is None else found[1] if flag else found[2]
            if found is None or value is None:
                raise ValueError(text[at : at + 20] or name)
            given.append(bounded(float(value)))
            at = found.end()
        yield name, given
        name = {"M": "L", "m": "l"}.get(name, name)


class _Pen:
    """Where the pen is, where the outline began, and the last control point, for the smooth curves."""

    def __init__(self) -> None:
        self.commands: list[tuple[str | float, ...]] = []
        self._at = self._first = (0.0, 0.0)
        self._control: tuple[str, _Point] = ("", (0.0, 0.0))
        self._is_open = False

    def draw(self, name: str, given: list[float]) -> None:
        kind = name.upper()
        if not self.commands and kind != "M":
            raise ValueError(name)
        x, y = self._at if name.islower() else (0.0, 0.0)
        if kind == "Z":
            self._close()
        elif kind == "A":
            end = (given[5] + x, given[6] + y)
            self._arc(given[0], given[1], radians(given[2]), (bool(given[3]), bool(given[4])), end)
        elif kind in "HV":
            self._line((given[0] + x, self._at[1]) if kind == "H" else (self._at[0], given[0] + y))
        else:
            points = [(given[at] + x, given[at + 1] + y) for at in range(0, len(given), 2)]
            if kind == "M":
                self._move(points[0])
            elif kind == "L":
                self._line(points[0])
            else:
                self._curved(kind, points)

    def _curved(self, kind: str, points: list[_Point]) -> None:
        if kind in "ST":
            points.insert(0, self._reflected("C" if kind == "S" else "Q"))
        if len(points) == 3:
            self._curve(*points)
            self._control = "C", points[1]
            return
        (cx, cy), (x, y), (sx, sy) = points[0], points[1], self._at
        one, two = (sx + 2 / 3 * (cx - sx), sy + 2 / 3 * (cy - sy)), (x + 2 / 3 * (cx - x), y + 2 / 3 * (cy - y))
        self._curve(one, two, (x, y))
        self._control = "Q", (cx, cy)

    def _reflected(self, kind: str) -> _Point:
        (x, y), (known, (cx, cy)) = self._at, self._control
        return (2 * x - cx, 2 * y - cy) if known == kind else (x, y)

    def _move(self, to: _Point) -> None:
        self.commands.append(("M", *to))
        self._at = self._first = to
        self._control, self._is_open = ("", to), True

    def _begin(self) -> None:
        """What is drawn behind a close begins where that outline did."""
        if not self._is_open:
            self._move(self._at)

    def _line(self, to: _Point) -> None:
        self._begin()
        self.commands.append(("L", *to))
        self._at, self._control = to, ("", to)

    def _curve(self, one: _Point, two: _Point, to: _Point) -> None:
        self._begin()
        self.commands.append(("C", *one, *two, *to))
        self._at, self._control = to, ("", to)

    def _close(self) -> None:
        self.commands.append(("Z",))
        self._at, self._control, self._is_open = self._first, ("", self._first), False

    def _arc(self, rx: float, ry: float, turn: float, flags: tuple[bool, bool], end: _Point) -> None:
        """An elliptical arc as curves of a quarter turn at most (SVG 1.1, F.6)."""
        (x1, y1), (x2, y2) = self._at, end
        rx, ry = abs(rx), abs(ry)
        if (x1, y1) == (x2, y2):
            return
        if not rx or not ry:
            self._line(end)
            return
        large, sweep = flags
        c, s = cos(turn), sin(turn)
        px, py = (c * (x1 - x2) + s * (y1 - y2)) / 2, (c * (y1 - y2) - s * (x1 - x2)) / 2
        grown = sqrt(max(1.0, (px / rx) ** 2 + (py / ry) ** 2))
        rx, ry = rx * grown, ry * grown
        below = (rx * py) ** 2 + (ry * px) ** 2
        root = sqrt(max(0.0, ((rx * ry) ** 2 - below) / below)) * (1 if large != sweep else -1)
        mx, my = root * rx * py / ry, -root * ry * px / rx
        first = atan2((py - my) / ry, (px - mx) / rx)
        way = atan2((-py - my) / ry, (-px - mx) / rx) - first
        way += 2 * pi * (sweep and way < 0) - 2 * pi * (not sweep and way > 0)
        cx, cy = c * mx - s * my + (x1 + x2) / 2, s * mx + c * my + (y1 + y2) / 2

        def on(u: float, v: float) -> _Point:
            return cx + c * rx * u - s * ry * v, cy + s * rx * u + c * ry * v

        pieces = max(1, ceil(abs(way) / (pi / 2) - 1e-9))
        step = way / pieces
        reach = 4 / 3 * tan(step / 4)
        for piece in range(pieces):
            one, two = first + piece * step, first + (piece + 1) * step
            to = end if piece == pieces - 1 else on(cos(two), sin(two))
            leave = on(cos(one) - reach * sin(one), sin(one) + reach * cos(one))
            self._curve(leave, on(cos(two) + reach * sin(two), sin(two) - reach * cos(two)), to)


def _rect(of: Callable[[str, str], float], given: Mapping[str, str]) -> Commands:
    x, y, width, height = of("x", "x"), of("y", "y"), of("width", "x"), of("height", "y")
    if min(width, height) < 0:
        raise ValueError("width, height")
    if not width or not height:
        return ()
    rx = of("rx" if "rx" in given else "ry", "x")
    ry = of("ry" if "ry" in given else "rx", "y")
    rx, ry = min(rx, width / 2), min(ry, height / 2)
    right, foot = x + width, y + height
    if rx <= 0 or ry <= 0:
        return (("M", x, y), ("L", right, y), ("L", right, foot), ("L", x, foot), ("Z",))
    kx, ky = rx * (1 - _KAPPA), ry * (1 - _KAPPA)
    return (
        ("M", x + rx, y), ("L", right - rx, y), ("C", right - kx, y, right, y + ky, right, y + ry),
        ("L", right, foot - ry), ("C", right, foot - ky, right - kx, foot, right - rx, foot),
        ("L", x + rx, foot), ("C", x + kx, foot, x, foot - ky, x, foot - ry),
        ("L", x, y + ry), ("C", x, y + ky, x + kx, y, x + rx, y), ("Z",),
    )  # fmt: skip


def _ellipse(cx: float, cy: float, rx: float, ry: float) -> Commands:
    if min(rx, ry) < 0:
        raise ValueError("r")
    return _rect(
        lambda key, _: {"x": cx - rx, "y": cy - ry, "width": 2 * rx, "height": 2 * ry, "rx": rx, "ry": ry}[key],
        {"rx": "", "ry": ""},
    )


def shape_of(name: str, given: Mapping[str, str], view: tuple[float, float]) -> Commands:
    """The outline of a path or basic shape; percentages are of the view's width, height or diagonal. Raises ValueError
    where it cannot be one.
    """
    wholes = {"x": view[0], "y": view[1], "r": hypot(*view) / sqrt(2)}

    def of(key: str, along: str) -> float:
        return length(given.get(key, "0"), wholes[along])

    if name == "path":
        return outline_of(given.get("d", ""))
    if name == "rect":
        return _rect(of, given)
    if name == "circle":
        return _ellipse(of("cx", "x"), of("cy", "y"), of("r", "r"), of("r", "r"))
    if name == "ellipse":
        return _ellipse(of("cx", "x"), of("cy", "y"), of("rx", "x"), of("ry", "y"))
    if name == "line":
        return (("M", of("x1", "x"), of("y1", "y")), ("L", of("x2", "x"), of("y2", "y")))
    points = numbers(given.get("points", ""))
    if len(points) % 2:
        raise ValueError("points")
    pairs = list(zip(points[::2], points[1::2], strict=True))
    drawn: Commands = tuple(("L" if index else "M", x, y) for index, (x, y) in enumerate(pairs))
    return (*drawn, ("Z",)) if name == "polygon" and drawn else drawn
