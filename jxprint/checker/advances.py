"""Advances: how far a font's program moves the pen behind a glyph, beside what the file says (ISO 32000-1, 9.7.4.3).

Readers set text by the widths in the font's dictionary; a plant that takes the file apart and a person who mends it go
by the program. Where the two differ letters run into each other though every code has its text.
"""

from __future__ import annotations

import struct
from collections.abc import Callable

from jxprint.checker.programs import bare_places, dictionary, index, number, tables

# How far a glyph, by its CID or place, moves the pen (units of its program); None where that is not read.
Advance = Callable[[int], float | None]

# Operators of dictionaries (Adobe Technical Note 5176, tables 9, 10 and 23).
_PRIVATE, _DEFAULT, _NOMINAL, _CHAR_STRINGS = 18, 20, 21, 17
_FD_ARRAY, _FD_SELECT = (12 << 8 | one for one in (36, 37))
# The operators that a charstring may begin with, and the operands that they take: one more is the glyph's width; stems
# take pairs (Technical Note 5177, 3.1).
_TAKES = {4: 1, 22: 1, 21: 2, 14: 0}
_STEMS = frozenset((1, 3, 18, 19, 20, 23))


def bare_cff_advance(data: bytes) -> Advance:
    """Of a bare, CID-keyed CFF table. Raises KeyError, IndexError, ValueError or struct.error where it is damaged."""
    _, names = index(data, data[2])
    top = dict(dictionary(index(data, names)[0][0]))
    glyphs, _ = index(data, int(top[_CHAR_STRINGS][-1]))
    places = bare_places(data, top, len(glyphs))
    fonts = [_widths(data, dict(dictionary(one))) for one in index(data, int(top[_FD_ARRAY][-1]))[0]]
    selected = _selected(data, int(top[_FD_SELECT][-1]), len(glyphs))

    def advance(cid: int) -> float | None:
        place = places.get(cid)
        if place is None:
            return None
        default, nominal = fonts[selected[place]]
        own = _own_width(glyphs[place])
        return default if own is None else nominal + own

    return advance


def _widths(data: bytes, font: dict[int, list[float]]) -> tuple[float, float]:
    """The default and the nominal width of a font within (tables 10 and 23)."""
    size, at = (int(one) for one in font[_PRIVATE])
    private = dict(dictionary(data[at : at + size]))
    return (private.get(_DEFAULT) or [0.0])[-1], (private.get(_NOMINAL) or [0.0])[-1]


def _selected(data: bytes, at: int, count: int) -> list[int]:
    """The font within of each glyph (section 19)."""
    kind = data[at]
    if kind == 0:
        return list(data[at + 1 : at + 1 + count])
    if kind != 3:
        raise ValueError("unknown FDSelect")
    ranges = int.from_bytes(data[at + 1 : at + 3], "big")
    found: list[int] = []
    for start in range(at + 3, at + 3 + 3 * ranges, 3):
        first, font, after = struct.unpack_from(">HBH", data, start)
        found += [font] * (min(after, count) - max(first, len(found)))
    return found


def _own_width(program: bytes) -> float | None:
    """What a charstring says of its glyph's width, beside the nominal one; None where it is the default. Raises
    ValueError where its beginning is not read.
    """
    given: list[float] = []
    at = 0
    while at < len(program):
        byte = program[at]
        at += 1
        if (found := number(byte, program, at)) is not None:
            given.append(found[0])
            at = found[1]
        elif byte == 255:
            given.append(int.from_bytes(program[at : at + 4], "big", signed=True) / 65536)
            at += 4
        elif byte in _STEMS:
            return given[0] if len(given) % 2 else None
        elif byte in _TAKES:
            return given[0] if len(given) > _TAKES[byte] else None
        else:
            break
    raise ValueError("not read")


def true_type_advance(data: bytes) -> Advance:
    """Of a TrueType font (OpenType, hmtx). Raises KeyError or struct.error where it is damaged."""
    found = tables(data)
    (count,) = struct.unpack_from(">H", found[b"hhea"], 34)
    widths = [struct.unpack_from(">H", found[b"hmtx"], 4 * at)[0] for at in range(count)]

    def advance(place: int) -> float | None:
        return float(widths[min(place, count - 1)]) if widths else None

    return advance
