"""TrueType and OpenType programs (ISO 32000-1, 9.9; OpenType 1.9), as far as glyphs, codes and advances go."""

from __future__ import annotations

import struct
from collections.abc import Iterable
from functools import cached_property

from jxprint.preflight.programs import DamagedProgramError
from jxprint.preflight.programs.cff import Cff

SIGNATURES = (b"\0\1\0\0", b"true", b"OTTO")
# What a program within a PDF has to have (ISO 32000-1, 9.9, table 126).
_NEEDED = ("head", "hhea", "hmtx", "maxp")
_SYMBOL, _UNICODE, _ROMAN = (3, 0), (3, 1), (1, 0)


class Sfnt:
    """A program; `jxprint.preflight.programs.Program`. CIDs are glyphs, or those of the CFF within."""

    def __init__(self, data: bytes) -> None:
        count = struct.unpack_from(">H", data, 4)[0]
        tables: dict[str, bytes] = {}
        for row in range(count):
            name, begin, length = struct.unpack_from(">4s4xII", data, 12 + 16 * row)
            if begin + length > len(data):
                raise DamagedProgramError("a table beyond the end")
            tables[name.decode("latin-1")] = data[begin : begin + length]
        self._tables = tables
        self._cff = Cff(tables["CFF "]) if "CFF " in tables else None
        if self._cff is None and not {"glyf", "loca"} <= tables.keys():
            raise DamagedProgramError("no outlines")
        if self._cff is not None and "maxp" not in tables:
            return
        if missing := [name for name in _NEEDED if name not in tables]:
            raise DamagedProgramError(f"no table {missing[0]}")
        if not self._per_em or not self._measured:
            raise DamagedProgramError("no measures")

    @property
    def _per_em(self) -> int:
        return int(struct.unpack_from(">H", self._tables["head"], 18)[0])

    @cached_property
    def _measured(self) -> int:
        """How many glyphs have an advance of their own; those behind have that of the last (hhea)."""
        measured = int(struct.unpack_from(">H", self._tables["hhea"], 34)[0])
        if 4 * measured > len(self._tables["hmtx"]):
            raise DamagedProgramError("advances end too soon")
        return measured

    @property
    def count(self) -> int:
        """How many glyphs there are."""
        if self._cff is not None:
            return self._cff.count
        return int(struct.unpack_from(">H", self._tables["maxp"], 4)[0])

    @property
    def is_compact(self) -> bool:
        """Whether outlines are those of a CFF."""
        return self._cff is not None

    def of_cid(self, cid: int) -> int | None:
        """The glyph of a CID."""
        if self._cff is not None:
            return self._cff.of_cid(cid)
        return cid if cid < self.count else None

    def named(self, name: str) -> int | None:
        """Names of glyphs (post) are nobody's way to them but a viewer's last."""
        return self._cff.named(name) if self._cff is not None else None

    def coded(self, code: int) -> int | None:
        """The glyph of a code of a symbolic font (9.6.6.4): by the map of symbols, or by that of MacRoman."""
        symbols = self.maps.get(_SYMBOL)
        if symbols is not None:
            high = next(iter(symbols), 0) & 0xFF00
            return symbols.get(high | code, symbols.get(code, 0))
        return self.maps[_ROMAN].get(code, 0) if _ROMAN in self.maps else None

    def of_character(self, character: int) -> int | None:
        """The glyph of a character (a code point); None where the program has no map of Unicode."""
        return self.maps[_UNICODE].get(character, 0) if _UNICODE in self.maps else None

    def advance(self, glyph: int) -> float | None:
        """From hmtx, as viewers take it; from the CFF where there is no hmtx."""
        if "hmtx" not in self._tables or "hhea" not in self._tables:
            return self._cff.advance(glyph) if self._cff is not None else None
        at = 4 * min(glyph, self._measured - 1)
        return 1000 * int(struct.unpack_from(">H", self._tables["hmtx"], at)[0]) / self._per_em

    def cids(self) -> Iterable[int]:
        """Those of the CFF; of TrueType the glyphs that have an outline."""
        if self._cff is not None:
            return self._cff.cids()
        wide = struct.unpack_from(">h", self._tables["head"], 50)[0]
        form = f">{self.count + 1}{'I' if wide else 'H'}"
        places = struct.unpack_from(form, self._tables["loca"])
        return [glyph for glyph in range(self.count) if places[glyph + 1] > places[glyph]]

    def names(self) -> Iterable[str]:
        """Those of the CFF; names in post are no part of the way to a glyph."""
        return self._cff.names() if self._cff is not None else ()

    @cached_property
    def maps(self) -> dict[tuple[int, int], dict[int, int]]:
        """Maps of codes to glyphs (cmap) by platform and encoding, as far as their forms are read (0, 4, 6, 12)."""
        table = self._tables.get("cmap", b"")
        if len(table) < 4:
            return {}
        rows = [struct.unpack_from(">HHI", table, 4 + 8 * row) for row in range(struct.unpack_from(">H", table, 2)[0])]
        return {(platform, encoding): _map(table[at:]) for platform, encoding, at in rows}


def _map(table: bytes) -> dict[int, int]:
    (form,) = struct.unpack_from(">H", table)
    if form == 0:
        return dict(enumerate(table[6:262]))
    if form == 6:
        first, count = struct.unpack_from(">HH", table, 6)
        return dict(enumerate(struct.unpack_from(f">{count}H", table, 10), first))
    if form == 12:
        found: dict[int, int] = {}
        for row in range(min(struct.unpack_from(">I", table, 12)[0], len(table) // 12)):
            first, last, glyph = struct.unpack_from(">III", table, 16 + 12 * row)
            found.update(zip(range(first, min(last, first + 0xFFFF) + 1), range(glyph, glyph + 0x10000), strict=False))
        return found
    return _segments(table) if form == 4 else {}


def _segments(table: bytes) -> dict[int, int]:
    count = struct.unpack_from(">H", table, 6)[0] // 2
    ends, starts, steps, ranges = (
        struct.unpack_from(f">{count}{kind}", table, at)
        for kind, at in (("H", 14), ("H", 16 + 2 * count), ("h", 16 + 4 * count), ("H", 16 + 6 * count))
    )
    found: dict[int, int] = {}
    for row, (start, end, step, ranged) in enumerate(zip(starts, ends, steps, ranges, strict=True)):
        for code in range(start, min(end, 0xFFFE) + 1):
            glyph = code
            if ranged:
                at = 16 + 6 * count + 2 * row + ranged + 2 * (code - start)
                (glyph,) = struct.unpack_from(">H", table, at)
            if glyph or not ranged:
                found[code] = (glyph + step) & 0xFFFF
    return found
