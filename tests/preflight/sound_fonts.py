"""Fonts beside the page's own: simple ones of each kind of program, with two square letters, and a CMap."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from typing import Any

from fontTools.fontBuilder import FontBuilder
from fontTools.misc import eexec
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable
from pikepdf import Array, Dictionary, Name, Pdf, String
from sound_files import face

KINDS_OF_FONTS = ("TrueType", "Type1C", "Type1")
# Widths of A and B, and of what the font does not have.
WIDTHS = {".notdef": 500, "A": 600, "B": 700}
_PS_NAME = "Square"
_READ = (
    b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Own def /CMapType 2 def\n"
    b"1 begincodespacerange <00> <FF> endcodespacerange\n1 beginbfrange <41> <43> <0041> endbfrange\n"
    b"endcmap end end\n"
)


def simple(pdf: Pdf, kind: str, **changes: Any) -> Dictionary:
    """A font for resources. Entries of the font change, or those of its descriptor (`Flags`, `CharSet`); None takes
    one away. `maps` are platform and encoding of a TrueType program's maps.
    """
    program = _true_type(changes.pop("maps", ((3, 1), (1, 0)))) if kind == "TrueType" else _outlines(kind)
    name = Name(f"/ABCDEF+{_PS_NAME}")
    described = Dictionary(Type=Name.FontDescriptor, FontName=name, Flags=32, FontBBox=Array([0, 0, 700, 700]))
    for key, value in {"ItalicAngle": 0, "Ascent": 700, "Descent": 0, "CapHeight": 700, "StemV": 80}.items():
        described[f"/{key}"] = value
    if kind == "TrueType":
        described.FontFile2 = pdf.make_stream(program, Length1=len(program))
    elif kind == "Type1C":
        described.FontFile3 = pdf.make_stream(program, Subtype=Name.Type1C)
    else:
        clear = program.index(b"eexec") + 6
        described.FontFile = pdf.make_stream(program, Length1=clear, Length2=len(program) - clear, Length3=0)
    made = Dictionary(Type=Name.Font, Subtype=Name.TrueType if kind == "TrueType" else Name.Type1, BaseFont=name)
    made.FirstChar, made.LastChar, made.Widths = 65, 66, Array([600, 700])
    made.Encoding, made.ToUnicode = Name.WinAnsiEncoding, pdf.make_stream(_READ)
    for key, value in changes.items():
        holder = described if key in ("Flags", "CharSet") else made
        if value is None:
            del holder[f"/{key}"]
        else:
            holder[f"/{key}"] = value
    made.FontDescriptor = pdf.make_indirect(described)
    return Dictionary(F2=pdf.make_indirect(made))


def _square(pen: Any, width: int) -> Any:
    pen.moveTo((0, 0))
    for point in ((0, width - 100), (width - 100, width - 100), (width - 100, 0)):
        pen.lineTo(point)
    pen.closePath()
    return pen


def _built(is_true_type: bool) -> FontBuilder:
    made = FontBuilder(1000, isTTF=is_true_type)
    made.setupGlyphOrder(list(WIDTHS))
    made.setupCharacterMap({65: "A", 66: "B"})
    if is_true_type:
        made.setupGlyf({name: _square(TTGlyphPen(None), width).glyph() for name, width in WIDTHS.items()})
    else:
        strings = {name: _square(T2CharStringPen(width, None), width).getCharString() for name, width in WIDTHS.items()}
        made.setupCFF(_PS_NAME, {"FullName": _PS_NAME}, strings, {})
    made.setupHorizontalMetrics({name: (width, 0) for name, width in WIDTHS.items()})
    made.setupHorizontalHeader(ascent=700, descent=0)
    made.setupPost()
    return made


@cache
def _true_type(maps: tuple[tuple[int, int], ...]) -> bytes:
    made = _built(True)
    tables = []
    for platform, encoding in maps:
        table = CmapSubtable.newSubtable(4 if platform == 3 else 0)
        table.platformID, table.platEncID, table.language = platform, encoding, 0
        high = 0xF000 if (platform, encoding) == (3, 0) else 0
        table.cmap = {high + 65: "A", high + 66: "B"}
        tables.append(table)
    made.font["cmap"].tables = tables
    saved = BytesIO()
    made.save(saved)
    return saved.getvalue()


@cache
def _outlines(kind: str) -> bytes:
    """The same letters as a CFF, or as a program of Type 1."""
    if kind == "Type1C":
        saved = BytesIO()
        _built(False).save(saved)
        return bytes(TTFont(BytesIO(saved.getvalue())).getTableData("CFF "))
    strings = b""
    for name, width in WIDTHS.items():
        side = _number(width - 100)
        drawn = _number(0) + _number(width) + b"\x0d" + side + b"\x07" + side + b"\x06"
        drawn += _number(100 - width) + b"\x07" + b"\x09\x0e"
        code = eexec.encrypt(b"0000" + drawn, 4330)[0]
        strings += f"/{name} {len(code)} RD ".encode() + code + b" ND\n"
    clear = (
        f"%!PS-AdobeFont-1.0: {_PS_NAME}\n11 dict begin\n/FontInfo 1 dict dup begin end readonly def\n"
        f"/FontName /{_PS_NAME} def\n/PaintType 0 def\n/FontType 1 def\n"
        "/FontMatrix [0.001 0 0 0.001 0 0] readonly def\n"
        "/Encoding StandardEncoding def\n/FontBBox {0 0 700 700} readonly def\ncurrentdict end\ncurrentfile eexec\n"
    )
    private = (
        b"dup /Private 8 dict dup begin /RD {string currentfile exch readstring pop} executeonly def "
        b"/ND {noaccess def} executeonly def /NP {noaccess put} executeonly def /BlueValues [] def /password 5839 def "
        b"/MinFeature {16 16} def\n2 index /CharStrings %d dict dup begin\n" % len(WIDTHS)
    )
    closed = private + strings + b"end end readonly put noaccess put dup/FontName get exch definefont pop\n"
    closed += b"mark currentfile closefile\n"
    return clear.encode() + bytes(eexec.encrypt(b"0000" + closed, 55665)[0])


def _number(value: int) -> bytes:
    """A number of a charstring of Type 1."""
    if -107 <= value <= 107:
        return bytes((value + 139,))
    if value > 0:
        return bytes((247 + (value - 108) // 256, (value - 108) % 256))
    return bytes((251 + (-value - 108) // 256, (-value - 108) % 256))


def cmap(pdf: Pdf, mode: int = 0, uses: str = "", ordering: str = "Identity", highest: int = 0) -> Any:
    """A CMap in which codes are CIDs; `mode` is what its program says and its dictionary does not."""
    codes = sorted(face()[1].values())
    rows = "\n".join(f"<{code:04X}> {code}" for code in codes)
    used = f"/{uses} usecmap\n" if uses else ""
    more = f"1 begincidrange <F000> <F001> {highest} endcidrange\n" if highest else ""
    said = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n" + used + "/CIDSystemInfo 3 dict dup begin\n"
        f"/Registry (Adobe) def /Ordering ({ordering}) def /Supplement 0 def end def\n"
        f"/CMapName /Own-H def /CMapType 1 def /WMode {mode} def\n"
        "1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
        f"{len(codes)} begincidchar\n{rows}\nendcidchar\n{more}endcmap end end\n"
    )
    info = Dictionary(Registry=String("Adobe"), Ordering=String(ordering), Supplement=0)
    stream = pdf.make_stream(said.encode(), Type=Name.CMap, CMapName=Name("/Own-H"), CIDSystemInfo=info, WMode=0)
    if uses:
        stream.UseCMap = Name(f"/{uses}")
    return stream
