"""Pairs of fonts: their programs, what their dictionaries say of them, and what is shown of them."""

from __future__ import annotations

from typing import Any

from pairs import Edit, Pair, descriptor, font, paint
from pikepdf import Array, Name, Pdf, String
from sound_files import face, shown
from sound_fonts import KINDS_OF_FONTS, cmap, simple

_SHOWN = "BT /F1 12 Tf 20 40 Td {} Tj ET"


def _program(change: Any) -> Edit:
    """The program of the page's font with other bytes."""

    def edit(pdf: Pdf) -> None:
        stream = descriptor(pdf).FontFile3
        stream.write(change(face()[0]))

    return edit


def _descendant(**entries: Any) -> Edit:
    def edit(pdf: Pdf) -> None:
        for key, value in entries.items():
            font(pdf).DescendantFonts[0][f"/{key}"] = value

    return edit


def _wider(by: float) -> Edit:
    """The first widths that are said are others than the program's."""

    def edit(pdf: Pdf) -> None:
        widths = font(pdf).DescendantFonts[0].W
        for at in range(1, len(widths), 2):
            widths[at] = Array([float(widths[at][0]) + by])

    return edit


def _listed(pdf: Pdf) -> None:
    """A list of the CIDs that leaves all out but the first."""
    descriptor(pdf).CIDSet = pdf.make_stream(b"\x80")


def _mapped(**changes: Any) -> Edit:
    """The font's codes go by a CMap in the file, sound but for some changes."""
    return lambda pdf: font(pdf).__setitem__("/Encoding", cmap(pdf, **changes))


def _simple(kind: str, letters: str = "AB", **changes: Any) -> Edit:
    """Letters in a simple font beside the page's own, in ink that overprints."""
    operators = f"/Over gs 0 0 0 1 k BT /F2 12 Tf 20 40 Td ({letters}) Tj ET"
    return paint(operators, Font=lambda pdf: simple(pdf, kind, **changes))


FONTS = [
    Pair("fonts.damaged", "a2", _program(lambda _: b"garbage" * 50)),
    Pair("fonts.damaged", "x4", _program(lambda data: data[: len(data) // 2])),
    Pair("fonts.damaged", "a4", _program(lambda data: b"OTTO" + data)),
    Pair("fonts.damaged", "x1a", _program(lambda data: data[:4] + b"\xff" * 40 + data[44:])),
    Pair("fonts.kind", "a2", lambda pdf: font(pdf).__setitem__("/Type", Name.Fond)),
    Pair("fonts.width-count", "a2", _simple("TrueType", LastChar=67)),
    Pair("fonts.width-count", "a4", _simple("Type1C", LastChar=None)),
    Pair("fonts.program-kind", "a2", lambda pdf: descriptor(pdf).FontFile3.__setitem__("/Subtype", Name.Type1)),
    Pair("fonts.widths", "a2", _wider(2)),
    Pair("fonts.widths", "a4", _descendant(W=Array(), DW=500)),
    *(Pair("fonts.widths", "a2", _simple(kind, Widths=Array([600, 333]))) for kind in KINDS_OF_FONTS),
    Pair("fonts.no-glyph", "a2", paint(_SHOWN.format("<FFFF>"))),
    Pair("fonts.no-glyph", "a4", paint(_SHOWN.format(f"{shown('新')[:-1]}0001>"))),
    *(Pair("fonts.no-glyph", "a2", _simple(kind, "ABC")) for kind in KINDS_OF_FONTS),
    Pair("fonts.cmap", "a2", _mapped(uses="Foo-H")),
    Pair(
        "fonts.collection",
        "a2",
        lambda pdf: font(pdf).__setitem__("/Encoding", Name("/UniGB-UTF16-H")),
    ),
    Pair("fonts.collection", "a4", _mapped(ordering="GB1")),
    Pair("fonts.writing-mode", "a2", _mapped(mode=1)),
    Pair("fonts.high-cid", "a2", _mapped(highest=70_000)),
    Pair("fonts.cid-set", "a2", _listed),
    Pair("fonts.char-set", "a2", _simple("Type1C", CharSet=String("/A"))),
    Pair("fonts.char-set", "a2", _simple("Type1", CharSet=String("/B"))),
    Pair("fonts.encoding", "a2", _simple("TrueType", Encoding=Name.StandardEncoding)),
    Pair("fonts.encoding", "a2", _simple("TrueType", Flags=4)),
    Pair("fonts.character-map", "a2", _simple("TrueType", Flags=4, Encoding=None)),
    Pair("fonts.character-map", "a4", _simple("TrueType", maps=((3, 0),))),
]
