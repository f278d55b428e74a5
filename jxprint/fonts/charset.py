"""The numbers by which a CFF program knows its glyphs: its charset (Adobe Technical Note 5176, sections 3 to 13).

In a CID-keyed program each glyph has a CID, and a PDF shows it by that. In a name-keyed one a PDF goes by the glyph's
place (ISO 32000-1, 9.7.4.2). No more of the program is read than leads to this table.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

_ROS, _CHARSET, _CHAR_STRINGS = 12 << 8 | 30, 15, 17
_ESCAPE, _SHORT, _LONG, _REAL = 12, 28, 29, 30
_END_OF_REAL = 0xF


def cids(program: bytes) -> tuple[int, ...]:
    """The number by which a PDF shows each glyph of a bare CFF program: its CID, or its place where glyphs have names.

    Raises ValueError or struct.error where the program is damaged.
    """
    names = program[2]
    _, tops = _index(program, names)
    items, _ = _index(program, tops)
    top = dict(_dictionary(program[items[0] : items[1]]))
    count: int = struct.unpack_from(">H", program, top[_CHAR_STRINGS])[0]
    if _ROS not in top or _CHARSET not in top:
        return tuple(range(count))
    return 0, *_charset(program, top[_CHARSET], count - 1)


def _index(program: bytes, at: int) -> tuple[list[int], int]:
    """Where the items of the INDEX at `at` start, with the end of the last; and where the INDEX itself ends."""
    count: int = struct.unpack_from(">H", program, at)[0]
    if not count:
        return [], at + 2
    size = program[at + 2]
    first = at + 3
    data = first + (count + 1) * size - 1  # offsets count from the byte before the data
    starts = [
        data + int.from_bytes(program[place : place + size], "big")
        for place in range(first, first + (count + 1) * size, size)
    ]
    return starts, starts[-1]


def _dictionary(data: bytes) -> Iterator[tuple[int, int]]:
    """The operators of a DICT with their last operand; real numbers are passed over, none of ours is one."""
    at, operand = 0, 0
    while at < len(data):
        first = data[at]
        at += 1
        if first == _SHORT:
            operand = int.from_bytes(data[at : at + 2], "big", signed=True)
            at += 2
        elif first == _LONG:
            operand = int.from_bytes(data[at : at + 4], "big", signed=True)
            at += 4
        elif first == _REAL:
            while data[at] & _END_OF_REAL != _END_OF_REAL:
                at += 1
            at += 1
        elif first >= 251:
            operand = -(first - 251) * 256 - data[at] - 108
            at += 1
        elif first >= 247:
            operand = (first - 247) * 256 + data[at] + 108
            at += 1
        elif first >= 32:
            operand = first - 139
        else:
            if first == _ESCAPE:
                first = first << 8 | data[at]
                at += 1
            yield first, operand


def _charset(program: bytes, at: int, count: int) -> tuple[int, ...]:
    """The numbers of `count` glyphs, .notdef left out, from the charset table at `at`."""
    kind = program[at]
    at += 1
    if kind == 0:
        return struct.unpack_from(f">{count}H", program, at)
    form = ">HB" if kind == 1 else ">HH"
    numbers: list[int] = []
    while len(numbers) < count:
        first, left = struct.unpack_from(form, program, at)
        at += struct.calcsize(form)
        numbers.extend(range(first, first + left + 1))
    return tuple(numbers[:count])
