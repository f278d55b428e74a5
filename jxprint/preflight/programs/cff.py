"""Compact Font Format (Adobe technical note 5176), as far as glyphs, CIDs, names and advances go."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Sequence
from functools import cached_property

from jxprint.preflight.programs import DamagedProgramError
from jxprint.preflight.programs.dicts import Numbers, read_dict, read_index
from jxprint.preflight.programs.pens import width_of

# Operators of dictionaries (appendix H); those behind 12 are told by 12 times 256 more.
_CHARSET, _ENCODING, _CHARSTRINGS, _PRIVATE, _SUBRS, _DEFAULT, _NOMINAL = 15, 16, 17, 18, 19, 20, 21
_MATRIX, _ROS, _FD_ARRAY, _FD_SELECT = 3079, 3102, 3108, 3109
# Charsets that are not in the file (appendix C), and encodings likewise (appendix B).
_KNOWN_CHARSETS, _KNOWN_ENCODINGS = 3, 2
_STANDARD_STRINGS = 391


class Cff:
    """A program; `jxprint.preflight.programs.Program`. Raises DamagedProgramError, struct.error, IndexError or
    ValueError where it is none.
    """

    def __init__(self, data: bytes) -> None:
        if len(data) < 4 or data[0] != 1 or not 1 <= data[3] <= 4:
            raise DamagedProgramError("no CFF")
        names, at = read_index(data, data[2])
        tops, at = read_index(data, at)
        self._strings, at = read_index(data, at)
        self._subrs, _ = read_index(data, at)
        if not names or not tops:
            raise DamagedProgramError("no font")
        self._data = data
        self._top = read_dict(tops[0])
        self._glyphs, _ = read_index(data, self._offset(_CHARSTRINGS))
        self._is_keyed = _ROS in self._top
        self._privates = [self._private(one) for one in self._fonts()]
        self._selected = self._select() if self._is_keyed else b""

    @property
    def count(self) -> int:
        """How many glyphs there are."""
        return len(self._glyphs)

    def of_cid(self, cid: int) -> int | None:
        """The glyph of a CID: of a program without CIDs they are its glyphs' numbers (ISO 32000-1, 9.7.4.2)."""
        if not self._is_keyed:
            return cid if cid < self.count else None
        return self._by_cid.get(cid)

    def named(self, name: str) -> int | None:
        """The glyph of a name."""
        return None if self._is_keyed else self._by_name.get(name)

    def coded(self, code: int) -> int | None:
        """The glyph of a code by the program's own encoding."""
        return None if self._is_keyed else self._by_code.get(code)

    def cids(self) -> Iterable[int]:
        """All CIDs of a program that has them."""
        return self._by_cid if self._is_keyed else range(self.count)

    def names(self) -> Iterable[str]:
        """All names of a program that has them."""
        return () if self._is_keyed else self._by_name

    def advance(self, glyph: int) -> float | None:
        """From the glyph's charstring; None where it computes its width."""
        subrs, default, nominal, scale = self._privates[self._selected[glyph] if self._selected else 0]
        width = width_of(self._glyphs[glyph], subrs, self._subrs)
        return None if width is None else (default if width is ... else nominal + width) * scale

    def _offset(self, key: int) -> int:
        at = int(self._top[key][0])
        if not 0 < at < len(self._data):
            raise DamagedProgramError("an offset beyond the end")
        return at

    def _fonts(self) -> list[Numbers]:
        if not self._is_keyed:
            return [self._top]
        return [read_dict(one) for one in read_index(self._data, self._offset(_FD_ARRAY))[0]]

    def _private(self, font: Numbers) -> tuple[Sequence[bytes], float, float, float]:
        """Of a font: its subroutines, the usual width, what widths are told from, thousandths of an em to a unit."""
        size, begin = (int(one) for one in font.get(_PRIVATE, (0, 0)))
        if begin + size > len(self._data):
            raise DamagedProgramError("a dictionary beyond the end")
        private = read_dict(self._data[begin : begin + size])
        subrs: Sequence[bytes] = ()
        if _SUBRS in private:
            subrs, _ = read_index(self._data, begin + int(private[_SUBRS][0]))
        scale = 1000.0
        for matrix in (self._top.get(_MATRIX), font.get(_MATRIX) if self._is_keyed else None):
            scale *= matrix[0] if matrix else 1.0
        if self._top.get(_MATRIX) is None and not (self._is_keyed and font.get(_MATRIX)):
            scale = 1.0
        return subrs, private.get(_DEFAULT, (0,))[0], private.get(_NOMINAL, (0,))[0], scale

    def _select(self) -> bytes:
        """Which font of a keyed program each glyph is of."""
        at, data = self._offset(_FD_SELECT), self._data
        if data[at] == 0:
            chosen = data[at + 1 : at + 1 + self.count]
        else:
            count = struct.unpack_from(">H", data, at + 1)[0]
            rows = [struct.unpack_from(">HB", data, at + 3 + 3 * row) for row in range(count)]
            (end,) = struct.unpack_from(">H", data, at + 3 + 3 * count)
            ends = [*(first for first, _ in rows[1:]), end]
            chosen = b"".join(bytes([font]) * (last - first) for (first, font), last in zip(rows, ends, strict=True))
        if len(chosen) < self.count or max(chosen, default=0) >= len(self._privates):
            raise DamagedProgramError("glyphs of no font")
        return chosen

    @cached_property
    def _charset(self) -> list[int]:
        """The identifier of each glyph: a CID, or the number of its name."""
        at = int(self._top.get(_CHARSET, (0,))[0])
        if at < _KNOWN_CHARSETS:
            return list(range(self.count))  # ISOAdobe; the expert sets stand in no file of a newspaper
        found, kind, at = [0], self._data[at], at + 1
        while len(found) < self.count:
            if kind == 0:
                found += struct.unpack_from(f">{self.count - 1}H", self._data, at)
                continue
            first, left = struct.unpack_from(">HB" if kind == 1 else ">HH", self._data, at)
            found += range(first, first + left + 1)
            at += 3 if kind == 1 else 4
        return found[: self.count]

    @cached_property
    def _by_cid(self) -> dict[int, int]:
        return {cid: glyph for glyph, cid in enumerate(self._charset)}

    @cached_property
    def _by_name(self) -> dict[str, int]:
        from fontTools.cffLib import cffStandardStrings

        def name(sid: int) -> str:
            standard = sid < _STANDARD_STRINGS
            return cffStandardStrings[sid] if standard else self._strings[sid - _STANDARD_STRINGS].decode("latin-1")

        return {name(sid): glyph for glyph, sid in enumerate(self._charset)}

    @cached_property
    def _by_code(self) -> dict[int, int]:
        at, data = int(self._top.get(_ENCODING, (0,))[0]), self._data
        if at < _KNOWN_ENCODINGS:
            from fontTools.encodings.StandardEncoding import StandardEncoding

            return {code: self._by_name[name] for code, name in enumerate(StandardEncoding) if name in self._by_name}
        kind, count, at = data[at] & 0x7F, data[at + 1], at + 2
        if kind == 0:
            return {code: glyph for glyph, code in enumerate(data[at : at + count], 1)}
        codes = [
            code
            for row in range(count)
            for code in range(data[at + 2 * row], data[at + 2 * row] + data[at + 2 * row + 1] + 1)
        ]
        return {code: glyph for glyph, code in enumerate(codes, 1)}
