"""Fonts in the file: Type0 with CIDFontType0 or CIDFontType2, ToUnicode from the text shown (ISO 32000-1, 9.7, 9.10)."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from jxprint.fonts import Face
from jxprint.writers.pdf.numbering import Cut, width
from jxprint.writers.pdf.seam import File, array, dictionary, reference

# ISO 32000-1, 9.10.3 with Adobe Technical Note 5411: at most 100 entries in one block.
_BLOCK = 100
_SYMBOLIC = 4

_CMAP_HEAD = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe)/Ordering (UCS)/Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
"""
_CMAP_FOOT = """endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""


def to_unicode(texts: Mapping[int, str]) -> bytes:
    """The ToUnicode CMap of a font: each code's text as UTF-16BE, characters outside the BMP as surrogate pairs."""
    entries = [
        f"<{code:04X}> <{texts[code].encode('utf-16-be').hex().upper()}>\n" for code in sorted(texts)
    ]
    blocks = [
        f"{len(block)} beginbfchar\n{''.join(block)}endbfchar\n"
        for block in (entries[at : at + _BLOCK] for at in range(0, len(entries), _BLOCK))
    ]
    return (_CMAP_HEAD + "".join(blocks) + _CMAP_FOOT).encode("ascii")


def widths(advances: Mapping[int, float], default: float) -> bytes:
    """The W array: advances by code where they differ from `default`, neighbours in one list."""
    parts: list[str] = []
    previous = -2
    for code in sorted(advances):
        advance = width(advances[code])
        if advance == default:
            continue
        if code != previous + 1:
            parts.append(f"{']' if parts else ''}{code}[")
        else:
            parts.append(" ")
        parts.append(f"{advance:g}" if advance < 1e5 else f"{advance:.0f}")
        previous = code
    return f"[{''.join(parts)}{']' if parts else ''}]".encode("ascii")


def subset_tag(program: bytes) -> str:
    """The six capital letters that mark a subset (ISO 32000-1, 9.6.4), from the program itself."""
    number = int.from_bytes(hashlib.sha256(program).digest()[:8], "big")
    letters = ""
    for _ in range(6):
        number, letter = divmod(number, 26)
        letters += chr(ord("A") + letter)
    return letters


def embed(file: File, face: Face, cut: Cut, packed: bytes, packed_to_unicode: bytes) -> None:
    """Add a font: program (`packed` is it, deflated), descriptor, CIDFont, and a Type0 font a writing direction."""
    subset = cut.program
    name = f"{subset_tag(subset.program)}+{face.postscript_name}".encode("ascii")
    is_cff = subset.kind == "cff"
    entries = b"/Filter/FlateDecode"
    if is_cff:
        entries += b"/Subtype/CIDFontType0C"
    else:
        entries += b"/Length1 %d" % len(subset.program)
    program = file.stream(entries, packed)
    descriptor = file.add(_descriptor(face, name, is_cff, program))
    codes = range(len(subset.advances))
    font = {
        "Type": b"/Font",
        "Subtype": b"/CIDFontType0" if is_cff else b"/CIDFontType2",
        "BaseFont": b"/" + name,
        "CIDSystemInfo": b"<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>",
        "FontDescriptor": reference(descriptor),
        "DW": 1000,
        "W": widths({code: subset.advances[code] for code in codes}, 1000),
    }
    if not is_cff:
        font["CIDToGIDMap"] = b"/Identity"
    if cut.codes.vertical:
        font["DW2"] = array([round(face.ascent_em * 1000), -1000])
    descendant = file.add(dictionary(font))
    texts = file.stream(b"/Filter/FlateDecode", packed_to_unicode)
    for resource, encoding in ((cut.codes.resource, b"Identity-H"), (cut.codes.vertical, b"Identity-V")):
        if resource:
            file.font(resource, file.add(_type0(name, is_cff, encoding, descendant, texts)))


def _type0(name: bytes, is_cff: bool, encoding: bytes, descendant: int, texts: int) -> object:
    return dictionary(
        {
            "Type": b"/Font",
            "Subtype": b"/Type0",
            # ISO 32000-1, table 121: over a CIDFontType0 the name ends with the CMap's.
            "BaseFont": b"/" + name + (b"-" + encoding if is_cff else b""),
            "Encoding": b"/" + encoding,
            "DescendantFonts": array([reference(descendant)]),
            "ToUnicode": reference(texts),
        }
    )


def _descriptor(face: Face, name: bytes, is_cff: bool, program: int) -> object:
    ascent, descent = round(face.ascent_em * 1000), round(face.descent_em * 1000)
    return dictionary(
        {
            "Type": b"/FontDescriptor",
            "FontName": b"/" + name,
            "Flags": _SYMBOLIC,
            "FontBBox": array([0, -abs(descent), 1000, ascent]),
            "ItalicAngle": 0,
            "Ascent": ascent,
            "Descent": -abs(descent),
            "CapHeight": ascent,
            # Stems are read off the program by every reader; the key is required (table 122).
            "StemV": 80,
            "FontFile3" if is_cff else "FontFile2": reference(program),
        }
    )
