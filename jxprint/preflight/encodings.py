"""Codes of simple fonts (ISO 32000-1, 9.6.6): by names of glyphs, by characters, or by the program's own encoding."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from jxprint.preflight.programs import Program
from jxprint.preflight.values import array, dictionary

SYMBOLIC, NONSYMBOLIC = 4, 32
_PYTHONS = {"/WinAnsiEncoding": "cp1252", "/MacRomanEncoding": "mac_roman"}
# Codes that WinAnsi gives the glyph of another one (annex D, footnotes 3 and 5).
_LIKE = {0xA0: " ", 0xAD: "-"}
_GLYPHS_OF_TWO_NAMES = frozenset((0xA0, 0xAD, 0xB5))


def is_symbolic(font: Any) -> bool:
    """Whether a font's descriptor says that it has glyphs beyond the Latin ones."""
    flags = dictionary(font.get("/FontDescriptor")).get("/Flags", 0)
    return bool(isinstance(flags, int) and flags & SYMBOLIC)


def base_of(font: Any) -> str:
    """The name of the encoding that a font begins with; empty where it is the program's own."""
    import pikepdf

    encoding = font.get("/Encoding")
    if isinstance(encoding, pikepdf.Dictionary):
        return str(encoding.get("/BaseEncoding", ""))
    return str(encoding) if isinstance(encoding, pikepdf.Name) else ""


def differences(font: Any) -> dict[int, str]:
    """The names of glyphs that a font gives codes of its own."""
    import pikepdf

    found: dict[int, str] = {}
    code = 0
    for one in array(dictionary(font.get("/Encoding")).get("/Differences")):
        if isinstance(one, pikepdf.Name):
            found[code], code = str(one).lstrip("/"), code + 1
        elif isinstance(one, int):
            code = int(one)
    return found


def finder(font: Any, program: Program) -> Callable[[int], int | None]:
    """The glyph of a code; 0 where the program has none, None where the way to it is not read."""
    from jxprint.preflight.programs.sfnt import Sfnt

    named, base = differences(font), base_of(font)
    if isinstance(program, Sfnt) and not program.is_compact:
        if is_symbolic(font) or not (named or base):
            return program.coded
        return lambda code: _of_character(program, _character(code, named, base))

    def by_name(code: int) -> int | None:
        if code in named:
            return program.named(named[code]) or 0
        if not base:
            return program.coded(code)
        name = _name(code, base)
        glyph = program.named(name) if name else None
        return None if glyph is None and code in _GLYPHS_OF_TWO_NAMES else glyph or 0

    return by_name


def simple_widths(font: Any) -> Callable[[int], float | None]:
    """Widths, and what stands for those that are left out (9.8.1, MissingWidth)."""
    first = int(font.get("/FirstChar", 0))
    told = [float(one) for one in array(font.get("/Widths"))]
    usual = float(dictionary(font.get("/FontDescriptor")).get("/MissingWidth", 0))
    return lambda code: told[code - first] if 0 <= code - first < len(told) else usual


def _of_character(program: Any, character: str | None) -> int | None:
    found: int | None = program.of_character(ord(character)) if character else None
    return found


def _character(code: int, named: dict[int, str], base: str) -> str | None:
    from fontTools.agl import toUnicode

    if code in named:
        said = str(toUnicode(named[code]))
        return said if len(said) == 1 else None
    return _decoded(code, base)


def _decoded(code: int, base: str) -> str | None:
    """The character of a code by an encoding that Python has; of StandardEncoding what it shares with ASCII."""
    if base == "/WinAnsiEncoding" and code in _LIKE:
        return _LIKE[code]
    if base not in _PYTHONS and not 0x28 <= code < 0x5B:
        return None
    try:
        return bytes((code,)).decode(_PYTHONS.get(base, "ascii"))
    except UnicodeDecodeError:
        return None


def _name(code: int, base: str) -> str:
    from fontTools.agl import UV2AGL
    from fontTools.encodings.StandardEncoding import StandardEncoding

    if base == "/StandardEncoding":
        return str(StandardEncoding[code])
    character = _decoded(code, base)
    return str(UV2AGL.get(ord(character), "")) if character else ""
