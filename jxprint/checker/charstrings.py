"""Type 2 charstrings drawn as subset programs have them: no hints, no subroutines (Adobe Technical Note 5177).

A page shows a thousand outlines, and fontTools takes a seventh of a millisecond for each. What is not written here
(hints, subroutines, flex, arithmetic) is left to it: `points_of` says None.
"""

from __future__ import annotations

from collections.abc import Callable

# The points of a path, absolute, x and y in turns: two numbers move the pen, four are a line, eight a curve, each from
# where the pen is.
Points = tuple[tuple[float, ...], ...]

_SHORT, _FIXED = 28, 255


class _Pen:
    """The pen of one glyph, its operands, and its way so far."""

    def __init__(self) -> None:
        self.x = self.y = 0.0
        self.way: list[tuple[float, ...]] = []
        self.has_moved = False

    def move(self, given: list[float], wanted: int, dx: float, dy: float) -> bool:
        """Section 4.1; a width may stand before the operands of the first move."""
        if len(given) != wanted and (self.has_moved or len(given) != wanted + 1):
            return False
        self.has_moved = True
        self.x += dx
        self.y += dy
        self.way.append((self.x, self.y))
        return True

    def line(self, dx: float, dy: float) -> None:
        x, y = self.x, self.y
        self.x, self.y = x + dx, y + dy
        self.way.append((x, y, self.x, self.y))

    def curve(self, a: float, b: float, c: float, d: float, e: float, f: float) -> None:
        x, y = self.x, self.y
        a += x
        b += y
        c += a
        d += b
        self.x, self.y = c + e, d + f
        self.way.append((x, y, a, b, c, d, self.x, self.y))


def points_of(program: bytes) -> Points | None:
    """The path of a glyph, in units of its program; None where it takes more than what is written here."""
    pen, given = _Pen(), list[float]()
    at, end = 0, len(program)
    while at < end:
        byte = program[at]
        at += 1
        if 32 <= byte <= 246:
            given.append(byte - 139)
        elif 247 <= byte <= 254 and at < end:
            more = program[at]
            given.append((byte - 247) * 256 + more + 108 if byte < 251 else -(byte - 251) * 256 - more - 108)
            at += 1
        elif byte == _SHORT:
            given.append(int.from_bytes(program[at : at + 2], "big", signed=True))
            at += 2
        elif byte == _FIXED:
            given.append(int.from_bytes(program[at : at + 4], "big", signed=True) / 65536)
            at += 4
        elif byte == _END:
            return tuple(pen.way) if len(given) <= (0 if pen.has_moved else 1) else None
        else:
            draw = _OPERATORS.get(byte)
            if draw is None or not given or not draw(pen, given):
                return None
            given.clear()
    return None


def _rmove(pen: _Pen, given: list[float]) -> bool:
    return len(given) > 1 and pen.move(given, 2, given[-2], given[-1])


def _hmove(pen: _Pen, given: list[float]) -> bool:
    return pen.move(given, 1, given[-1], 0.0)


def _vmove(pen: _Pen, given: list[float]) -> bool:
    return pen.move(given, 1, 0.0, given[-1])


def _lines(pen: _Pen, given: list[float]) -> bool:
    for at in range(0, len(given) - 1, 2):
        pen.line(given[at], given[at + 1])
    return len(given) % 2 == 0


def _straight(is_across: bool) -> Callable[[_Pen, list[float]], bool]:
    """Lines across and down in turns."""

    def draw(pen: _Pen, given: list[float]) -> bool:
        across = is_across
        for way in given:
            if across:
                pen.line(way, 0.0)
            else:
                pen.line(0.0, way)
            across = not across
        return True

    return draw


def _curves(pen: _Pen, given: list[float]) -> bool:
    for at in range(0, len(given) - 5, 6):
        pen.curve(*given[at : at + 6])
    return len(given) % 6 == 0


def _curves_line(pen: _Pen, given: list[float]) -> bool:
    return len(given) >= 8 and _curves(pen, given[:-2]) and _lines(pen, given[-2:])


def _lines_curve(pen: _Pen, given: list[float]) -> bool:
    return len(given) >= 8 and _lines(pen, given[:-6]) and _curves(pen, given[-6:])


def _flat(is_across: bool) -> Callable[[_Pen, list[float]], bool]:
    """Curves that begin and end in one direction (hhcurveto, vvcurveto); the first may begin aside."""

    def draw(pen: _Pen, given: list[float]) -> bool:
        aside, start = (given[0], 1) if len(given) % 4 else (0.0, 0)
        for at in range(start, len(given) - 3, 4):
            a, c, d, e = given[at : at + 4]
            if is_across:
                pen.curve(a, aside, c, d, e, 0.0)
            else:
                pen.curve(aside, a, c, d, 0.0, e)
            aside = 0.0
        return len(given) % 4 < 2

    return draw


def _turning(is_across: bool) -> Callable[[_Pen, list[float]], bool]:
    """Curves that begin across and end down, and the other way round, in turns (hvcurveto, vhcurveto)."""

    def draw(pen: _Pen, given: list[float]) -> bool:
        across, count = is_across, len(given) // 4
        for number in range(count):
            a, c, d, e = given[4 * number : 4 * number + 4]
            last = given[-1] if number == count - 1 and len(given) % 4 else 0.0
            if across:
                pen.curve(a, 0.0, c, d, last, e)
            else:
                pen.curve(0.0, a, c, d, e, last)
            across = not across
        return len(given) % 4 < 2

    return draw


_END = 14
_OPERATORS: dict[int, Callable[[_Pen, list[float]], bool]] = {
    4: _vmove,
    5: _lines,
    6: _straight(True),
    7: _straight(False),
    8: _curves,
    21: _rmove,
    22: _hmove,
    24: _curves_line,
    25: _lines_curve,
    26: _flat(False),
    27: _flat(True),
    30: _turning(False),
    31: _turning(True),
}
