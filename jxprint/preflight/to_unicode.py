"""ToUnicode (ISO 32000-1, 9.10.3): which codes of a font are said to be no character."""

from __future__ import annotations

import re
from collections.abc import Iterator

_SECTION = re.compile(rb"beginbf(char|range)(.*?)endbf\1", re.DOTALL)
_HEX = re.compile(rb"<([0-9A-Fa-f\s]*)>|[\[\]]")
# What stands for no character (ISO 19005-2, 6.2.11.7.2).
_NO_CHARACTERS = ("\0", "\ufeff", "\ufffe")


def without_character(cmap: bytes) -> Iterator[bytes]:
    """The codes that a map gives what is no character. They may stand in it; shown they may not be."""
    for kind, body in _SECTION.findall(cmap):
        given: list[bytes] = []
        within: int | None = None  # the place in a list of texts
        for match in _HEX.finditer(body):
            if match[0] == b"[":
                within = 0
            elif match[0] == b"]":
                within, given = None, []
            elif within is not None:
                if len(given) == 2 and _is_none(_digits(match[1])):
                    yield _after(given[0], within)
                within += 1
            else:
                given.append(_digits(match[1]))
                if len(given) == (2 if kind == b"char" else 3):
                    yield from _from_range(given[0], given[-2], given[-1])
                    given = []


def _from_range(first: bytes, last: bytes, text: bytes) -> Iterator[bytes]:
    """Codes of a range whose texts count up from one; of a single code where `first` is `last`."""
    count = int.from_bytes(last, "big") - int.from_bytes(first, "big")
    if not text:
        return
    if _is_none(text[:-2]):
        yield first
    end = int.from_bytes(text[-2:], "big")
    for one in _NO_CHARACTERS:
        if 0 <= ord(one) - end <= count:
            yield _after(first, ord(one) - end)


def _after(code: bytes, steps: int) -> bytes:
    number = int.from_bytes(code, "big") + steps
    return (number % (1 << 8 * len(code))).to_bytes(len(code), "big")


def _is_none(text: bytes) -> bool:
    said = text.decode("utf-16-be", "replace")
    return any(one in said for one in _NO_CHARACTERS)


def _digits(digits: bytes) -> bytes:
    joined = b"".join(digits.split())
    return bytes.fromhex((joined + b"0" * (len(joined) % 2)).decode("ascii"))
