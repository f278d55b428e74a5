"""What the faces that come along draw for each text, as digests: beside each font file stands a table of them.

Drawing a page's worth of a face takes fontTools longer than all else that a check does. The table was drawn by it once
(`fonts/ink.py`) and names the file that it was drawn from by its hash; a test draws it again.
"""

from __future__ import annotations

import struct
import sys
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple
from unicodedata import is_normalized
from zlib import crc32

from jxprint.checker.charstrings import Points

SUFFIX = ".ink"
_MAGIC = b"jxprint ink 2\n"
# Sixty-four bits: nobody makes a glyph to a digest, and no two of some hundred thousand share one.
_DIGEST = 8
_SEVERAL = 1 << 31
# The face's PostScript name, the file's SHA-256, and how many rows follow: all keys, ascending, then the digests of
# outlines, then those of the programs that draw them, nothing where others have a part in one.
_HEAD = struct.Struct("<64s32sI")


def digest_of(points: Points) -> bytes:
    """The digest of an outline."""
    return blake2b(repr(points).encode("ascii"), digest_size=_DIGEST).digest()


def key_of(text: str) -> int:
    """What a text is found by: a character by its code point, several by a number behind all code points."""
    return ord(text) if len(text) == 1 else _SEVERAL | crc32(text.encode("utf-8"))


def digest_of_code(code: bytes) -> bytes:
    """The digest of the bytes that draw an outline."""
    return blake2b(code, digest_size=_DIGEST).digest()


def pack(name: str, sha256: bytes, rows: Iterable[Row]) -> bytes:
    """A table; a text (by its key) has a row for each form in which it may be drawn."""
    ordered = sorted(set(rows))
    keys = b"".join(struct.pack("<I", row.key) for row in ordered)
    outlines, codes = b"".join(row.outline for row in ordered), b"".join(row.code for row in ordered)
    return _MAGIC + _HEAD.pack(name.encode("ascii"), sha256, len(ordered)) + keys + outlines + codes


def name_in(path: Path) -> str:
    """The name of the face that a table is of. Raises ValueError as Digests does."""
    with path.open("rb") as file:
        return _head(file.read(len(_MAGIC) + _HEAD.size), path)[0]


def _head(data: bytes, path: Path) -> tuple[str, bytes, int]:
    if not data.startswith(_MAGIC) or len(data) < len(_MAGIC) + _HEAD.size:
        raise ValueError(f"{path} is no table of outlines")
    name, sha256, count = _HEAD.unpack_from(data, len(_MAGIC))
    return name.rstrip(b"\0").decode("ascii"), sha256, count


class Row(NamedTuple):
    """A form in which a face draws a text: the text's key, the outline's digest, and its program's."""

    key: int
    outline: bytes
    code: bytes = bytes(_DIGEST)


class Digests:
    """A table. Raises ValueError for a file that is none."""

    def __init__(self, path: Path) -> None:
        data = path.read_bytes()
        self.name, self.sha256, count = _head(data, path)
        start = len(_MAGIC) + _HEAD.size
        self._keys = array("I", data[start : start + 4 * count])
        outlines = start + 4 * count
        codes = outlines + _DIGEST * count
        self._outlines, self._codes = data[outlines:codes], data[codes:]
        if self._keys.itemsize != 4 or len(self._codes) != _DIGEST * count:
            raise ValueError(f"{path} is not whole")
        if sys.byteorder == "big":
            self._keys.byteswap()

    def has(self, text: str, points: Points) -> bool:
        """Whether the face may draw a text like this, with one glyph."""
        return self._have(self._outlines, text, digest_of(points))

    def has_code(self, text: str, code: bytes) -> bool:
        """Whether a glyph that the face may draw a text with is drawn by these very bytes."""
        return self._have(self._codes, text, digest_of_code(code))

    def _have(self, digests: bytes, text: str, wanted: bytes) -> bool:
        key = key_of(text)
        at = bisect_left(self._keys, key)
        while at < len(self._keys) and self._keys[at] == key:
            if digests[_DIGEST * at : _DIGEST * (at + 1)] == wanted:
                return True
            at += 1
        return False

    def text_of(self, points: Points) -> str | None:
        """The character that is drawn like this, before its compatibility forms (the radical ⼈ looks like 人); None
        where there is none.
        """
        wanted, found = digest_of(points), list[str]()
        at = self._outlines.find(wanted) if points else -1
        while at >= 0:
            row, within = divmod(at, _DIGEST)
            if not within and self._keys[row] < _SEVERAL:
                found.append(chr(self._keys[row]))
            at = self._outlines.find(wanted, at + 1)
        return min(found, key=lambda char: (not is_normalized("NFKC", char), char), default=None)

    def rows(self) -> Iterator[Row]:
        """All that is in it."""
        for at, key in enumerate(self._keys):
            here = slice(_DIGEST * at, _DIGEST * (at + 1))
            yield Row(key, self._outlines[here], self._codes[here])
