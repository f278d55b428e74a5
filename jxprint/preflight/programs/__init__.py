"""Font programs (字库程序) as a PDF embeds them: which glyphs they have, and how far each moves the pen.

Read by code of the preflight's own: the checker reads programs as well, and two judges that share a reader share its
blind spots. What stands in a program in a way that is not read here gets no opinion (None).
"""

from __future__ import annotations

import struct
from collections.abc import Iterable
from typing import Any, Protocol

from jxprint.intake.opening import decoded

_MALFORMED = (struct.error, IndexError, KeyError, ValueError, OverflowError, ZeroDivisionError, RecursionError)


class DamagedProgramError(ValueError):
    """The bytes are no font program, or end before it does."""


class Program(Protocol):
    """A program. Glyphs are numbered from 0, which stands for what the font does not have (.notdef)."""

    @property
    def count(self) -> int:
        """How many glyphs there are."""

    def of_cid(self, cid: int) -> int | None:
        """The glyph of a CID; None where there is none."""

    def named(self, name: str) -> int | None:
        """The glyph of a name; None where there is none, or glyphs have no names."""

    def coded(self, code: int) -> int | None:
        """The glyph that the program's own encoding gives a code of one byte."""

    def advance(self, glyph: int) -> float | None:
        """How far a glyph moves the pen, in thousandths of an em; None where that is not read."""

    def cids(self) -> Iterable[int]:
        """The CIDs that have a glyph, as far as the program itself says them."""

    def names(self) -> Iterable[str]:
        """The names of glyphs, where they have names."""


def embedded(descriptor: Any, file: str) -> Program | None:
    """The program of a font's descriptor; None where it has none. Raises DamagedProgramError, and PdfError where the
    stream cannot be decoded.
    """
    key = next((one for one in ("/FontFile3", "/FontFile2", "/FontFile") if one in descriptor), None)
    if key is None:
        return None
    data = decoded(descriptor[key], file)
    try:
        return _read(key, data)
    except _MALFORMED as problem:
        raise DamagedProgramError(str(problem)) from None


def _read(key: str, data: bytes) -> Program:
    """By what the bytes say, not by what the file says of them: both kinds of names are met with either."""
    from jxprint.preflight.programs.cff import Cff
    from jxprint.preflight.programs.sfnt import SIGNATURES, Sfnt
    from jxprint.preflight.programs.type_one import TypeOne

    if data[:4] in SIGNATURES:
        return Sfnt(data)
    if key == "/FontFile":
        return TypeOne(data)
    if key == "/FontFile2":
        raise DamagedProgramError("no TrueType program")
    return Cff(data)
