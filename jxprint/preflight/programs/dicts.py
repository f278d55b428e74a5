"""The two containers of Compact Font Format: INDEX (5176, 5) and DICT (5176, 4)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from jxprint.preflight.programs import DamagedProgramError

Numbers = dict[int, tuple[float, ...]]
_NIBBLES = "0123456789.EE -"


def read_index(data: bytes, at: int) -> tuple[Sequence[bytes], int]:
    """The items that begin at a place, and the place behind them."""
    count = int.from_bytes(data[at : at + 2], "big")
    if len(data) < at + 2:
        raise DamagedProgramError("it ends too soon")
    if not count:
        return (), at + 2
    size, at = data[at + 2], at + 3
    base = at + size * (count + 1) - 1
    if not 1 <= size <= 4:
        raise DamagedProgramError("offsets of no size")
    offsets = [int.from_bytes(data[at + size * row : at + size * row + size], "big") for row in range(count + 1)]
    if offsets[0] != 1 or base + offsets[-1] > len(data) or offsets != sorted(offsets):
        raise DamagedProgramError("offsets lead nowhere")
    return [data[base + one : base + two] for one, two in pairwise(offsets)], base + offsets[-1]


def read_dict(data: bytes) -> Numbers:
    """Operands by operator; operators of two bytes are 12 times 256 and the second."""
    found: Numbers = {}
    operands: list[float] = []
    at = 0
    while at < len(data):
        first = data[at]
        at += 1
        if first <= 21:
            if first == 12:
                first, at = 12 * 256 + data[at], at + 1
            found[first], operands = tuple(operands), []
        elif first == 30:
            number, at = _real(data, at)
            operands.append(number)
        else:
            number, at = _integer(data, at, first)
            operands.append(number)
    return found


def _integer(data: bytes, at: int, first: int) -> tuple[int, int]:
    if first in (28, 29):
        size = 2 if first == 28 else 4
        if at + size > len(data):
            raise DamagedProgramError("a number ends too soon")
        return int.from_bytes(data[at : at + size], "big", signed=True), at + size
    if 32 <= first <= 246:
        return first - 139, at
    if 247 <= first <= 250:
        return (first - 247) * 256 + data[at] + 108, at + 1
    if 251 <= first <= 254:
        return -(first - 251) * 256 - data[at] - 108, at + 1
    raise DamagedProgramError("a number of no kind")


def _real(data: bytes, at: int) -> tuple[float, int]:
    said = ""
    while True:
        for nibble in (data[at] >> 4, data[at] & 15):
            if nibble == 15:
                return float(said.replace(" ", "")), at + 1
            said += "E-" if nibble == 12 else _NIBBLES[nibble]
        at += 1
