"""Fonts of which one reader makes this and another one that: what is written twice, or in a way that few understand."""

from __future__ import annotations

import struct
from io import BytesIO
from typing import Any

import pikepdf

from faults_of_programs import Program, cff_fonts, codes_of, descriptor_of, put_encoding
from spoiling import Opened, kind

_INK = ("ink", "ink_missing", "ink_unknown")


def _swapped(file: Opened, name: str) -> Any:
    """The program of a font with two glyphs exchanged, as a stream."""
    program = Program(file, name)
    codes = [code for code in codes_of(file, name) if program.name_of(code) in program.glyphs]
    one, two = (program.glyphs[program.name_of(code)] for code in file.random.sample(codes, 2))
    one.decompile()
    two.decompile()
    one.program, two.program = two.program, one.program
    return file.document.make_stream(program.saved(), Subtype=pikepdf.Name.CIDFontType0C)


@kind("font laid into its resources, glyphs swapped", *_INK)
def laid_in(file: Opened) -> bool:
    """A font needs no object of its own; the page is the same, but for what is drawn."""
    name = file.choose(cff_fonts(file))
    if name is None:
        return False
    descriptor_of(file, name)["/FontFile3"] = _swapped(file, name)
    font = pikepdf.Dictionary(dict(file.fonts[name].items()))
    file.sheet["/Resources"]["/Font"] = pikepdf.Dictionary({**dict(file.fonts.items()), name: font})
    return True


@kind("second program beside the first", "ink_two_ways")
def beside(file: Opened) -> bool:
    """Every reader has its own first one."""
    name = file.choose(cff_fonts(file))
    if name is None:
        return False
    descriptor_of(file, name)[file.random.choice(("/FontFile", "/FontFile2"))] = _swapped(file, name)
    return True


@kind("tables of outlines twice in a program", "ink_two_ways")
def tables_twice(file: Opened) -> bool:
    """Some readers take the first of two tables of one name, and some the last."""
    names = [name for name in sorted({one.font for one in file.shown()}) if "/FontFile2" in descriptor_of(file, name)]
    name = file.choose(name for name in names if len(codes_of(file, name)) > 2)
    if name is None:
        return False
    from fontTools.ttLib import TTFont

    descriptor = descriptor_of(file, name)
    data = descriptor["/FontFile2"].read_bytes()
    program = TTFont(BytesIO(data), recalcBBoxes=False)
    one, two = (program.getGlyphName(code) for code in file.random.sample(codes_of(file, name), 2))
    glyphs = program["glyf"].glyphs
    glyphs[one], glyphs[two] = glyphs[two], glyphs[one]
    sink = BytesIO()
    program.save(sink, reorderTables=False)
    good, other = _tables(data), dict(_tables(sink.getvalue()))
    more = [(tag, other[tag]) for tag in (b"glyf", b"loca")]
    tables = [*more, *good] if file.random.random() < 0.5 else [*good, *more]
    descriptor["/FontFile2"] = file.document.make_stream(_font_of(tables))
    return True


def _tables(data: bytes) -> list[tuple[bytes, bytes]]:
    records = [struct.unpack_from(">4sIII", data, 12 + 16 * one) for one in range(int.from_bytes(data[4:6], "big"))]
    return [(tag, data[start : start + length]) for tag, _, start, length in records]


def _font_of(tables: list[tuple[bytes, bytes]]) -> bytes:
    """A TrueType font of some tables in their order."""
    head, body = b"\0\1\0\0" + struct.pack(">4H", len(tables), 0, 0, 0), b""
    for tag, data in tables:
        head += struct.pack(">4sIII", tag, 0, 12 + 16 * len(tables) + len(body), len(data))
        body += data + bytes(-len(data) % 4)
    return head + body


@kind("two glyphs of one number in a program", "ink_two_ways")
def numbered_twice(file: Opened) -> bool:
    """A charset names a character for another one's glyph as well."""
    name = file.choose(cff_fonts(file))
    if name is None:
        return False
    descriptor = descriptor_of(file, name)
    data = bytearray(descriptor["/FontFile3"].read_bytes())
    at, count = _charset(bytes(data))
    if data[at] != 0 or count < 3:
        return False
    one, two = file.random.sample(range(count - 1), 2)
    data[at + 1 + 2 * one : at + 3 + 2 * one] = data[at + 1 + 2 * two : at + 3 + 2 * two]
    descriptor["/FontFile3"] = file.document.make_stream(bytes(data), Subtype=pikepdf.Name.CIDFontType0C)
    return True


def _charset(data: bytes) -> tuple[int, int]:
    """Where the charset of a bare CFF table stands, and how many glyphs there are."""
    from fontTools.cffLib import CFFFontSet

    program = CFFFontSet()
    program.decompile(BytesIO(data), None)
    return program[0].rawDict["charset"], len(program[0].CharStrings)


# Entries that stand in a CMap in a way that not every reader understands.
_UNREAD = (
    lambda one, two: f"1 begincidchar\n<{one:04X}> <{two:04X}>\nendcidchar",
    lambda one, two: f"1 begincidrange\n<{one:04X}> <{one:04X}> <{two:04X}>\nendcidrange",
    lambda one, two: f"1 begincidchar\n<{one:04X}> {two}x\nendcidchar",
    lambda one, two: f"1 begincidchar\n<{one:04X}> {two}",
    lambda one, two: f"1 begincidchar\n{one} {two}\nendcidchar",
    lambda one, two: f"1 begincidchar\n<{one:04X}> /{two} {two}\nendcidchar",
    lambda one, two: f"/Other usecmap\n1 beginnotdefrange\n<{one:04X}> <{one:04X}> {two}\nendnotdefrange",
)


@kind("encoding that few readers understand", "ink_encoding")
def encoding(file: Opened) -> bool:
    """An entry that one reader skips and another one follows."""
    name = file.choose(name for name in cff_fonts(file) if str(file.fonts[name]["/Encoding"]) == "/Identity-H")
    if name is None:
        return False
    one, two = file.random.sample(codes_of(file, name), 2)
    put_encoding(file, name, file.random.choice(_UNREAD)(one, two))
    return True
