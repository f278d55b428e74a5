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
from unicodedata import is_normalized
from zlib import crc32

from jxprint.checker.charstrings import Points

SUFFIX = ".ink"
_MAGIC = b"jxprint ink 1\n"
_DIGEST = 8
_SEVERAL = 1 << 31
# The face's PostScript name, the file's SHA-256, and how many rows follow: all keys, ascending, then digests.
_HEAD = struct.Struct("<64s32sI")


def digest_of(points: Points) -> bytes:
    """The digest of an outline."""
    return blake2b(repr(points).encode("ascii"), digest_size=_DIGEST).digest()


def key_of(text: str) -> int:
    """What a text is found by: a character by its code point, several by a number behind all code points."""
    return ord(text) if len(text) == 1 else _SEVERAL | crc32(text.encode("utf-8"))


def pack(name: str, sha256: bytes, rows: Iterable[tuple[int, bytes]]) -> bytes:
    """A table; a text (by its key) has a row for each form in which it may be drawn."""
    ordered = sorted(set(rows))
    codes = b"".join(struct.pack("<I", code) for code, _ in ordered)
    return (
        _MAGIC
        + _HEAD.pack(name.encode("ascii"), sha256, len(ordered))
        + codes
        + b"".join(digest for _, digest in ordered)
    )


def name_in(path: Path) -> str:
    """The name of the face that a table is of. Raises ValueError as Digests does."""
    with path.open("rb") as file:
        return _head(file.read(len(_MAGIC) + _HEAD.size), path)[0]


def _head(data: bytes, path: Path) -> tuple[str, bytes, int]:
    if not data.startswith(_MAGIC) or len(data) < len(_MAGIC) + _HEAD.size:
        raise ValueError(f"{path} is no table of outlines")
    name, sha256, count = _HEAD.unpack_from(data, len(_MAGIC))
    return name.rstrip(b"\0").decode("ascii"), sha256, count


class Digests:
    """A table. Raises ValueError for a file that is none."""

    def __init__(self, path: Path) -> None:
        data = path.read_bytes()
        self.name, self.sha256, count = _head(data, path)
        start = len(_MAGIC) + _HEAD.size
        self._codes = array("I", data[start : start + 4 * count])
        self._digests = data[start + 4 * count :]
        if self._codes.itemsize != 4 or len(self._digests) != _DIGEST * count:
            raise ValueError(f"{path} is not whole")
        if sys.byteorder == "big":
            self._codes.byteswap()

    def has(self, text: str, points: Points) -> bool:
        """Whether the face may draw a text like this, with one glyph."""
        code = key_of(text)
        at = bisect_left(self._codes, code)
        wanted = digest_of(points)
        while at < len(self._codes) and self._codes[at] == code:
            if self._digests[_DIGEST * at : _DIGEST * (at + 1)] == wanted:
                return True
            at += 1
        return False

    def text_of(self, points: Points) -> str | None:
        """The character that is drawn like this, before its compatibility forms (the radical ⼈ looks like 人); None
        where there is none.
        """
        wanted, found = digest_of(points), list[str]()
        at = self._digests.find(wanted) if points else -1
        while at >= 0:
            row, within = divmod(at, _DIGEST)
            if not within and self._codes[row] < _SEVERAL:
                found.append(chr(self._codes[row]))
            at = self._digests.find(wanted, at + 1)
        return min(found, key=lambda char: (not is_normalized("NFKC", char), char), default=None)

    def rows(self) -> Iterator[tuple[int, bytes]]:
        """Keys and digests."""
        for at, code in enumerate(self._codes):
            yield code, self._digests[_DIGEST * at : _DIGEST * (at + 1)]
