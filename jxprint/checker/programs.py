"""Font programs read as far as it takes to find their glyphs: bare CFF tables and TrueType fonts as PDFs embed them.

This is no part of what cuts the programs, on purpose: a fault there must not be repeated here. What is not read here
(other matrices than the usual one, hints, subroutines, glyphs made of others) is left to fontTools: `None`.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator
from itertools import pairwise

from msgspec import Struct

from jxprint.checker.charstrings import Points, points_of

# By a glyph's CID (or place): its outline in units of the program; None for no such glyph.
Draw = Callable[[int], Points | None]

# By the same: the bytes that alone say that outline; None where there are none, or others have a part in it.
Code = Callable[[int], bytes | None]

# Operators of a top dictionary (Adobe Technical Note 5176, tables 9 and 10).
_CHARSET, _CHAR_STRINGS = 15, 17
_MATRIX, _ROS, _FD_ARRAY = (12 << 8 | one for one in (7, 30, 36))
_LARGEST = 65_536
# Charsets that have no table (Adobe Technical Note 5176, table 22).
_PREDEFINED = 2


class Unread(Exception):
    """The program, or a glyph of it, takes more than is read here."""


class Ambiguous(ValueError):
    """Something in a program that every reader reads in its own way: two things of one name, a number out of order."""


class Glyphs(Struct, frozen=True):
    """The glyphs of a program."""

    draw: Draw
    code: Code


def bare_cff(data: bytes) -> Glyphs:
    """A bare, CID-keyed CFF table: its glyphs by their CIDs. Raises Unread."""
    try:
        _, names = index(data, data[2])
        tops, _ = index(data, names)
        top = _once(tops[0])
        if len(tops) != 1 or _ROS not in top or any(_MATRIX in dict(each) for each in _dictionaries(data, top)):
            raise Unread
        glyphs, _ = index(data, int(top[_CHAR_STRINGS][-1]))
        places = bare_places(data, top, len(glyphs))
    except Ambiguous:
        raise
    except (IndexError, KeyError, ValueError, struct.error) as damage:
        raise Unread from damage
    if len(places) != len(glyphs):
        raise Ambiguous("two glyphs have one number")

    def draw(cid: int) -> Points | None:
        place = places.get(cid)
        if place is None:
            return None
        points = points_of(glyphs[place])
        if points is None:
            raise Unread
        return points

    def code(cid: int) -> bytes | None:
        # Drawn without a matrix, hints and subroutines (`points_of` has none), a charstring is a path by itself.
        return None if (place := places.get(cid)) is None else glyphs[place]

    return Glyphs(draw, code)


def _once(data: bytes) -> dict[int, list[float]]:
    """A dictionary. Raises Ambiguous where it says something twice."""
    said = list(dictionary(data))
    found = dict(said)
    if len(found) != len(said):
        raise Ambiguous("a dictionary says something twice")
    return found


def _dictionaries(data: bytes, top: dict[int, list[float]]) -> Iterator[Iterator[tuple[int, list[float]]]]:
    """The top dictionary and those of the fonts within."""
    yield iter(top.items())
    fonts, _ = index(data, int(top[_FD_ARRAY][-1]))
    yield from map(dictionary, fonts)


def index(data: bytes, at: int) -> tuple[list[bytes], int]:
    """The items of the INDEX at `at`, and where it ends (section 5)."""
    count, size = int.from_bytes(data[at : at + 2], "big"), data[at + 2] if data[at : at + 2] != b"\0\0" else 1
    if not count:
        return [], at + 2
    start = at + 3
    base = start + (count + 1) * size - 1
    ends = [int.from_bytes(data[start + k * size : start + (k + 1) * size], "big") for k in range(count + 1)]
    if not 1 <= size <= 4 or ends[0] != 1 or ends != sorted(ends) or base + ends[-1] > len(data):
        raise ValueError("damaged INDEX")
    return [data[base + one : base + two] for one, two in pairwise(ends)], base + ends[-1]


def number(byte: int, data: bytes, at: int) -> tuple[float, int] | None:
    """The number that a byte begins as dictionaries and charstrings both write it (section 4, table 3), and where what
    follows it begins; `at` is behind the byte. None for other bytes.
    """
    if byte == 28:
        return int.from_bytes(data[at : at + 2], "big", signed=True), at + 2
    if 247 <= byte <= 254:
        more = data[at]
        return (byte - 247) * 256 + more + 108 if byte < 251 else -(byte - 251) * 256 - more - 108, at + 1
    return (byte - 139, at) if 32 <= byte < 247 else None


def dictionary(data: bytes) -> Iterator[tuple[int, list[float]]]:
    """Operators with their operands (section 4). Real numbers are not read: 0 stands for them."""
    at, operands = 0, list[float]()
    while at < len(data):
        byte = data[at]
        at += 1
        if (found := number(byte, data, at)) is not None:
            operands.append(found[0])
            at = found[1]
        elif byte == 29:
            operands.append(int.from_bytes(data[at : at + 4], "big", signed=True))
            at += 4
        elif byte == 30:
            while data[at] & 0xF != 0xF:
                at += 1
            at += 1
            operands.append(0)
        else:
            if byte == 12:
                byte = 12 << 8 | data[at]
                at += 1
            yield byte, operands
            operands = []


def has_doubles(data: bytes) -> bool:
    """Whether two glyphs of a CFF table have one number, or its tables cannot be told: fontTools takes the square of
    their number to give such glyphs names.
    """
    try:
        top = dict(dictionary(index(data, index(data, data[2])[1])[0][0]))
        glyphs, _ = index(data, int(top[_CHAR_STRINGS][-1]))
        if top.get(_CHARSET, [0])[-1] <= _PREDEFINED:
            return False
        return len(bare_places(data, top, len(glyphs))) != len(glyphs)
    except (IndexError, KeyError, ValueError, struct.error):
        return True


def bare_places(data: bytes, top: dict[int, list[float]], count: int) -> dict[int, int]:
    """The place of each CID, by a table's top dictionary (section 13)."""
    at = int(top[_CHARSET][-1])
    kind, at = data[at], at + 1
    places, place = {0: 0}, 1
    while place < count:
        first = int.from_bytes(data[at : at + 2], "big")
        more = 0
        if kind == 0:
            at += 2
        elif kind == 1:
            more, at = data[at + 2], at + 3
        elif kind == 2:
            more, at = int.from_bytes(data[at + 2 : at + 4], "big"), at + 4
        else:
            raise ValueError("unknown charset")
        if at > len(data):
            raise ValueError("charset ends too early")
        for cid in range(first, first + min(more, count - place - 1) + 1):
            places[cid] = place
            place += 1
    return places


def tables(data: bytes) -> dict[bytes, bytes]:
    """The tables of an OpenType font by their tags. Raises struct.error, and Ambiguous for two of one tag."""
    found: dict[bytes, bytes] = {}
    for at in range(12, 12 + 16 * int.from_bytes(data[4:6], "big"), 16):
        tag, _, start, length = struct.unpack_from(">4sIII", data, at)
        if tag in found:
            raise Ambiguous("two tables have one name")
        found[tag] = data[start : start + length]
    return found
