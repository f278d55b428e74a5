"""Bare CFF programs, read as far as it takes to find their tables (Adobe Technical Note 5176, sections 3 to 19)."""

from __future__ import annotations

import struct
from collections.abc import Iterator

ROS, FD_ARRAY, FD_SELECT, FONT_NAME = (12 << 8 | second for second in (30, 36, 37, 38))
CHARSET, CHAR_STRINGS, PRIVATE = 15, 17, 18
STANDARD_STRINGS = 391
LONG = 29
_ESCAPE, _SHORT, _REAL, _END_OF_REAL = 12, 28, 30, 0xF


def cids(program: bytes) -> tuple[tuple[int, ...], bool]:
    """The number by which a PDF shows each glyph of a program (ISO 32000-1, 9.7.4.2): its CID where the program is
    CID-keyed, its place where it is not; and whether it is. Raises LookupError or struct.error where the program is
    damaged.
    """
    top = {operator: operand for operator, operand, _ in operators(program, *top_dictionary(program))}
    count: int = struct.unpack_from(">H", program, top[CHAR_STRINGS])[0]
    if ROS not in top or CHARSET not in top:
        return tuple(range(count)), False
    return (0, *_charset(program, top[CHARSET], count - 1)), True


def top_dictionary(program: bytes) -> tuple[int, int]:
    """Where the only font's top dictionary starts and ends."""
    _, names = index(program, program[2])
    (start, end, *_), _ = index(program, names)
    return start, end


def index(program: bytes, at: int) -> tuple[list[int], int]:
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


def operators(program: bytes, at: int, end: int) -> Iterator[tuple[int, int, int]]:
    """The operators of the dictionary in [at, end) with their last operand and where that stands. Real numbers are
    passed over: no operator that is asked for takes one.
    """
    operand, stands = 0, at
    while at < end:
        first = program[at]
        at += 1
        if first >= 28 and first != 31:
            stands = at - 1
            operand, at = _number(program, first, at)
            continue
        if first == _ESCAPE:
            first = first << 8 | program[at]
            at += 1
        yield first, operand, stands


def _number(program: bytes, first: int, at: int) -> tuple[int, int]:
    """The number whose first byte was read, and where the next operand stands; a real number is 0."""
    if first == _SHORT:
        return int.from_bytes(program[at : at + 2], "big", signed=True), at + 2
    if first == LONG:
        return int.from_bytes(program[at : at + 4], "big", signed=True), at + 4
    if first == _REAL:
        while program[at] & _END_OF_REAL != _END_OF_REAL:
            at += 1
        return 0, at + 1
    if first >= 251:
        return -(first - 251) * 256 - program[at] - 108, at + 1
    if first >= 247:
        return (first - 247) * 256 + program[at] + 108, at + 1
    return first - 139, at


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
