"""Whether the tables of a font file can be what they say (OpenType 1.9, "Organization of an OpenType Font").

HarfBuzz reads a damaged table as an empty one, or believes it: a page set with advances of twelve ems is no error to
it. So a newsroom's own fonts are looked at before they are trusted. What comes along was looked at when it was made.
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Mapping
from typing import BinaryIO

_NEEDED = ("cmap", "head", "hhea", "hmtx", "maxp")
_MAGIC = 0x5F0F3CF5
# Advances beyond four ems are those of a few Arabic ligatures and of long dashes; where one in twenty of a face's
# glyphs is as wide, or nine in ten have no width, it is the table that is wrong. The shares are a judgement.
_WIDEST_EM = 4
_MOST_WIDE, _MOST_EMPTY = 0.05, 0.9
_TALLEST_EM = 5


class _Damaged(Exception):
    """Why a font is refused, in words of `jxprint.messages.reasons`."""


def flaw(file: BinaryIO, directory: bytes, length: int) -> str | None:
    """What is wrong with a face whose table directory is at hand, None where nothing is; `length` is the file's."""
    try:
        tables = _read(file, directory, length)
        units = _check_head(tables)
        _check_metrics(tables, units)
    except _Damaged as damage:
        return str(damage)
    return None


def _read(file: BinaryIO, directory: bytes, length: int) -> dict[str, bytes]:
    """Every table that its checksum vouches for; one without a checksum is taken as it is."""
    tables: dict[str, bytes] = {}
    for at in range(0, len(directory) - 15, 16):
        recorded, offset, size = (int.from_bytes(directory[at + k : at + k + 4], "big") for k in (4, 8, 12))
        name = directory[at : at + 4].decode("latin-1").strip()
        if offset + size > length:
            raise _Damaged(f"the table {name} lies beyond the end of the file")
        file.seek(offset)
        data = file.read(size)
        # The sum over the whole file stands in head and is left out of the table's own.
        summed = data[:8] + bytes(4) + data[12:] if name == "head" else data
        if recorded and recorded != _checksum(summed):
            raise _Damaged(f"the table {name} does not have the checksum that is recorded for it")
        tables[name] = data
    for name in _NEEDED:
        if name not in tables:
            raise _Damaged(f"it has no table {name}")
    return tables


def _checksum(data: bytes) -> int:
    words = array("I", data + bytes(-len(data) % 4))
    if sys.byteorder == "little":
        words.byteswap()
    return sum(words) & 0xFFFFFFFF


def _check_head(tables: Mapping[str, bytes]) -> int:
    """Units of an em, where head is one."""
    head = tables["head"]
    units = _short(head, 18)
    if len(head) < 54 or int.from_bytes(head[12:16], "big") != _MAGIC or not 16 <= units <= 16384:
        raise _Damaged("the table head holds impossible values")
    if _short(head, 50) not in (0, 1):
        raise _Damaged("the table head holds impossible values")
    return units


def _check_metrics(tables: Mapping[str, bytes], units: int) -> None:
    glyphs, measured = _short(tables["maxp"], 4), _short(tables["hhea"], 34)
    heights = (_short(tables["hhea"], 4, signed=True), _short(tables["hhea"], 6, signed=True))
    if glyphs == 0:
        raise _Damaged("the table maxp holds impossible values")
    if not 1 <= measured <= glyphs or any(abs(height) > _TALLEST_EM * units for height in heights):
        raise _Damaged("the table hhea holds impossible values")
    metrics = tables["hmtx"]
    if len(metrics) < 4 * measured + 2 * (glyphs - measured):
        raise _Damaged("the table hmtx holds impossible values")
    advances = [_short(metrics, 4 * glyph) for glyph in range(measured)]
    wide = sum(advance > _WIDEST_EM * units for advance in advances)
    empty = sum(advance == 0 for advance in advances)
    if wide > _MOST_WIDE * measured or empty > _MOST_EMPTY * measured:
        raise _Damaged("the table hmtx holds impossible values")


def _short(table: bytes, at: int, *, signed: bool = False) -> int:
    return int.from_bytes(table[at : at + 2], "big", signed=signed)
