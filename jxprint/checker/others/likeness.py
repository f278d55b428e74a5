"""What a glyph looks like, in 512 bits that two faces share for one character and two characters seldom share.

The ink is put into a square by its centre and its spread (moments), so that neither weight nor size nor place counts;
softened; and told by which parts of it are the darkest quarter and the darker half. Two looks differ by the number of
bits that do. `fonts/looks.py` draws the table of what the characters of the faces that come along look like.
"""

from __future__ import annotations

import struct
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from math import sqrt
from operator import mul
from pathlib import Path
from typing import Any

from jxprint.resources import fonts_folder

TABLE = "looks.bin"
# The em in which glyphs are drawn, and the cell around it, in pixels.
EM_PX, CELL_PX = 48, 72
_SQUARE, _SIDE = 32, 16
# How many spreads (standard deviations) the square is wide; measured, as are the softness and the shares of what is
# dark, on faces of other houses: these tell one character from another best.
_SPREADS, _SOFT, _DARK = 4.2, 1.2, (0.25, 0.45)
_BYTES = 2 * _SIDE * _SIDE // 8
_MAGIC = b"jxprint looks 1\n"
_HEAD = struct.Struct("<II")
_RANGE = tuple(range(256))


def look_of(ink: Any) -> int | None:
    """The look of a picture (Pillow, mode L, ink white on black); None where there is no ink."""
    from PIL import Image, ImageFilter

    box = ink.getbbox()
    if box is None:
        return None
    ink = ink.crop(box)
    width, height = ink.size
    x, across = _spread(ink.resize((width, 1), Image.Resampling.BOX).tobytes())
    y, down = _spread(ink.resize((1, height), Image.Resampling.BOX).tobytes())
    # What is long and thin stays so, but not quite: an inked 一 is no line of dots.
    wide = max(across, down)
    across, down = (sqrt(sqrt(one * one * one * wide)) if one < wide else one for one in (across, down))
    by_x, by_y = _SPREADS * across / _SQUARE, _SPREADS * down / _SQUARE
    half = _SQUARE / 2
    put = (by_x, 0, x - by_x * half, 0, by_y, y - by_y * half)
    square = ink.transform((_SQUARE, _SQUARE), Image.Transform.AFFINE, put, Image.Resampling.BILINEAR)
    dark = square.filter(ImageFilter.GaussianBlur(_SOFT)).reduce(_SQUARE // _SIDE).tobytes()
    ranked = sorted(dark, reverse=True)
    told = 0
    for share in _DARK:
        least = ranked[int(len(dark) * share)]
        told = told << len(dark) | int(dark.translate(_over(least)), 2)
    return told


@cache
def _over(least: int) -> bytes:
    """A table for bytes: 1 for what is more than the least."""
    return bytes([0x31 if value > least else 0x30 for value in range(256)])


def _spread(profile: bytes) -> tuple[float, float]:
    """Centre and standard deviation of a profile, in pixels."""
    places = _RANGE[: len(profile)]
    whole = sum(profile) or 1
    weighed = list(map(mul, profile, places))
    middle = sum(weighed) / whole
    square = sum(map(mul, weighed, places)) / whole - middle * middle
    return middle + 0.5, max(sqrt(max(square, 0.0)), 1.0)


def apart(one: int, two: int) -> int:
    """By how many bits two looks differ."""
    return (one ^ two).bit_count()


class Looks:
    """A table of looks: each character in several faces. Raises ValueError for a file that is none."""

    def __init__(self, path: Path) -> None:
        data = path.read_bytes()
        start = len(_MAGIC) + _HEAD.size
        if not data.startswith(_MAGIC) or len(data) < start:
            raise ValueError(f"{path} is no table of looks")
        count, self.faces = _HEAD.unpack_from(data, len(_MAGIC))
        self._start, self._data = start + 4 * count, data
        if len(data) != self._start + count * self.faces * _BYTES:
            raise ValueError(f"{path} is not whole")
        self._codes = array("I", struct.unpack_from(f"<{count}I", data, start))
        self._all: list[int] | None = None

    def of(self, char: str) -> list[int]:
        """What a character looks like, face by face; nothing where it is not in the table."""
        at = bisect_left(self._codes, ord(char))
        if at == len(self._codes) or self._codes[at] != ord(char):
            return []
        first = self._start + at * self.faces * _BYTES
        rows = (self._data[first + n * _BYTES : first + (n + 1) * _BYTES] for n in range(self.faces))
        return [look for row in rows if (look := int.from_bytes(row, "big"))]

    def likest(self, look: int, but: str) -> tuple[int, str]:
        """The character that is most like a look, `but` one, and by how many bits it differs."""
        if self._all is None:
            whole = range(self._start, len(self._data), _BYTES)
            self._all = [int.from_bytes(self._data[at : at + _BYTES], "big") for at in whole]
        skip = bisect_left(self._codes, ord(but)) * self.faces
        gaps = [(look ^ one).bit_count() if one else 1 << 16 for one in self._all]
        if skip < len(gaps) and self._codes[skip // self.faces] == ord(but):
            gaps[skip : skip + self.faces] = [1 << 16] * self.faces
        least = min(gaps)
        return least, chr(self._codes[gaps.index(least) // self.faces])


def pack(rows: Iterable[tuple[str, Sequence[int]]], faces: int) -> bytes:
    """A table; a face without a character has a look of no bits."""
    ordered = sorted(rows)
    codes = struct.pack(f"<{len(ordered)}I", *(ord(char) for char, _ in ordered))
    looks = b"".join(look.to_bytes(_BYTES, "big") for _, told in ordered for look in told)
    return _MAGIC + _HEAD.pack(len(ordered), faces) + codes + looks


@cache
def carried_looks() -> Looks:
    """The table that comes along."""
    return Looks(fonts_folder() / TABLE)


def is_judged(char: str) -> bool:
    """Whether a character has a shape of its own: Han but for those of hardly any strokes. Letters and marks differ
    more from face to face than from one another.
    """
    code = ord(char)
    return (0x4E00 <= code <= 0x9FFF or 0x3400 <= code <= 0x4DBF) and char not in _FEW


# Hardly any strokes: a dash, a stop or a letter looks like them.
_FEW = frozenset("一丨丶丿乙乚乛亅亠口囗二日曰卜八人入")


def judged_characters(texts: Iterable[str]) -> Iterator[str]:
    """Those of some texts that are judged."""
    return (text for text in texts if len(text) == 1 and is_judged(text))
