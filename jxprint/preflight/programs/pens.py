"""The width that a charstring begins with (Adobe technical note 5177, 3.1), read up to the first operator."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from types import EllipsisType

_HINTS = frozenset((1, 3, 18, 23, 19, 20))
# How many operands those operators take that may come first.
_MOVES = {4: 1, 22: 1, 21: 2}
_CALL, _CALL_GLOBAL, _RETURN, _END = 10, 29, 11, 14
_DEPTH, _STEPS = 10, 10_000


def width_of(charstring: bytes, subrs: Sequence[bytes], others: Sequence[bytes]) -> float | EllipsisType | None:
    """What is added to the nominal width; ... where the glyph has the usual one, None where it computes it. `others`
    are the subroutines of all fonts. Raises IndexError where the charstring ends too soon.
    """
    stack: list[float] = []
    waiting = [(charstring, 0)]
    for _ in range(_STEPS):
        data, at = waiting.pop()
        first, at = data[at], at + 1
        if first >= 32 or first == 28:
            number, at = _number(data, at, first)
            stack.append(number)
            waiting.append((data, at))
        elif first in (_CALL, _CALL_GLOBAL):
            chosen = subrs if first == _CALL else others
            if len(waiting) >= _DEPTH:
                return None
            waiting += [(data, at), (chosen[int(stack.pop()) + _bias(chosen)], 0)]
        elif first == _RETURN:
            continue
        else:
            return _first(first, stack)
    return None


def _first(operator: int, stack: list[float]) -> float | EllipsisType | None:
    if operator in _HINTS:
        has = len(stack) % 2 == 1
    elif operator in _MOVES:
        has = len(stack) > _MOVES[operator]
    elif operator == _END:
        has = len(stack) in (1, 5)
    else:
        return None
    return stack[0] if has else ...


def _bias(subrs: Sequence[bytes]) -> int:
    return 107 if len(subrs) < 1240 else 1131 if len(subrs) < 33900 else 32768


def _number(data: bytes, at: int, first: int) -> tuple[float, int]:
    if first == 28:
        return struct.unpack_from(">h", data, at)[0], at + 2
    if first <= 246:
        return first - 139, at
    if first <= 250:
        return (first - 247) * 256 + data[at] + 108, at + 1
    if first <= 254:
        return -(first - 251) * 256 - data[at] - 108, at + 1
    return struct.unpack_from(">i", data, at)[0] / 65536, at + 4
