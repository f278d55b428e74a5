"""Type 1 programs (Adobe Type 1 Font Format, 1990), as far as glyphs, names and advances go."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property

from jxprint.preflight.programs import DamagedProgramError

_GLYPH = re.compile(rb"/([^\s/(){}<>\[\]%]+)\s+(\d{1,5})\s+(?:RD|-\||\S{1,8})\s")
_CODE = re.compile(rb"dup\s+(\d{1,3})\s*/(\S+)\s+put")
_SCALE = re.compile(rb"/FontMatrix\s*\[\s*([-+.\deE]+)")
_EXEC, _CHARSTRING = 55665, 4330
_HSBW, _SBW = 13, 7
_SPARE = 4


class TypeOne:
    """A program; `jxprint.preflight.programs.Program`."""

    def __init__(self, data: bytes) -> None:
        begin = data.find(b"eexec")
        if not data.startswith(b"%!") or begin < 0:
            raise DamagedProgramError("no Type 1 program")
        self._clear = data[:begin]
        private = _decrypted(_binary(data[begin + 5 :].lstrip(b" \t\r\n")), _EXEC)[_SPARE:]
        start = private.find(b"/CharStrings")
        if start < 0:
            raise DamagedProgramError("no charstrings")
        spare = re.search(rb"/lenIV\s+(\d+)", private)
        self._spare = int(spare[1]) if spare else _SPARE
        self._glyphs: dict[str, bytes] = {}
        at = start + len(b"/CharStrings")
        while (match := _GLYPH.search(private, at)) is not None:
            at = match.end() + int(match[2])
            self._glyphs[match[1].decode("latin-1")] = private[match.end() : at]
        if not self._glyphs:
            raise DamagedProgramError("no glyphs")
        self._names = [".notdef", *(name for name in self._glyphs if name != ".notdef")]

    @property
    def count(self) -> int:
        """How many glyphs there are."""
        return len(self._names)

    def of_cid(self, cid: int) -> int | None:
        """None has a CID."""
        return None

    def named(self, name: str) -> int | None:
        """The glyph of a name."""
        return self._numbers.get(name) if name in self._glyphs else None

    def coded(self, code: int) -> int | None:
        """The glyph of a code by the program's own encoding."""
        if b"StandardEncoding def" in self._clear:
            from fontTools.encodings.StandardEncoding import StandardEncoding

            return self.named(StandardEncoding[code])
        told = {int(one): name.decode("latin-1") for one, name in _CODE.findall(self._clear)}
        return self.named(told.get(code, ".notdef"))

    def advance(self, glyph: int) -> float | None:
        """From the operator that every charstring begins with (6.4, hsbw and sbw)."""
        matrix = _SCALE.search(self._clear)
        scale = 1000 * float(matrix[1]) if matrix else 1.0
        width = _width(_decrypted(self._glyphs[self._names[glyph]], _CHARSTRING)[self._spare :])
        return None if width is None else width * scale

    def cids(self) -> Iterable[int]:
        """None."""
        return ()

    def names(self) -> Iterable[str]:
        """All of them."""
        return self._glyphs

    @cached_property
    def _numbers(self) -> dict[str, int]:
        return {name: glyph for glyph, name in enumerate(self._names)}


def _binary(data: bytes) -> bytes:
    """The encrypted part, whether it stands in bytes or in hexadecimal digits (7.2)."""
    if re.fullmatch(rb"[0-9A-Fa-f]{4}", data[:4]):
        digits = b"".join(data.split())
        return bytes.fromhex(re.match(rb"(?:[0-9A-Fa-f]{2})*", digits)[0].decode("ascii"))  # type: ignore[index]
    return data


def _decrypted(data: bytes, key: int) -> bytes:
    found = bytearray()
    for byte in data:
        found.append(byte ^ (key >> 8))
        key = ((byte + key) * 52845 + 22719) & 0xFFFF
    return bytes(found)


def _width(charstring: bytes) -> float | None:
    stack: list[float] = []
    at = 0
    while at < len(charstring):
        first, at = charstring[at], at + 1
        if first >= 32:
            if first <= 246:
                stack.append(first - 139)
            elif first <= 250:
                stack.append((first - 247) * 256 + charstring[at] + 108)
                at += 1
            elif first <= 254:
                stack.append(-(first - 251) * 256 - charstring[at] - 108)
                at += 1
            else:
                stack.append(int.from_bytes(charstring[at : at + 4], "big", signed=True))
                at += 4
        elif first == _HSBW and len(stack) >= 2:
            return stack[1]
        elif first == 12 and charstring[at] == 12 and len(stack) >= 2:  # div
            divisor = stack.pop()
            stack[-1] /= divisor
            at += 1
        elif first == 12 and charstring[at] == _SBW and len(stack) >= 4:
            return stack[2]
        else:
            return None
    return None
