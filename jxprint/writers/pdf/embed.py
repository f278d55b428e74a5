"""Fonts in the file: Type0 over CIDFontType0 or 2, ToUnicode from the text shown (ISO 32000-1, 9.7 and 9.10)."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import groupby, starmap

from msgspec import Struct

from jxprint.fonts import Face
from jxprint.writers.pdf.deflate import Deflater, Pending
from jxprint.writers.pdf.numbering import EM, CutFace
from jxprint.writers.pdf.numbers import decimal
from jxprint.writers.pdf.seam import File, array, dictionary, reference

# ISO 32000-1, 9.10.3 with Adobe Technical Note 5411: at most 100 entries in one block.
_BLOCK = 100
# Codes of a row differ in their last bits alone: that many.
_ROW = 12
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


def to_unicode(texts: Mapping[int, str]) -> tuple[bytes, ...]:
    """The ToUnicode CMap of a font, in pieces: each code's text as UTF-16BE, characters outside the BMP as surrogate
    pairs. A block holds codes of one row alone, so that a code more leaves the other blocks as they are.
    """
    pieces = [_CMAP_HEAD]
    for _, row in groupby(sorted(texts.items()), lambda entry: entry[0] >> _ROW):
        entries = list(starmap(_entry, row))
        for at in range(0, len(entries), _BLOCK):
            block = entries[at : at + _BLOCK]
            pieces.append(f"{len(block)} beginbfchar\n{''.join(block)}endbfchar\n")
    pieces.append(_CMAP_FOOT)
    return tuple([piece.encode("ascii") for piece in pieces])


@lru_cache(maxsize=1 << 16)
def _entry(code: int, text: str) -> str:
    return f"<{code:04X}> <{_utf_16(text)}>\n"


def _utf_16(text: str) -> str:
    if len(text) == 1 and text < "\uffff":
        return f"{ord(text):04X}"
    return text.encode("utf-16-be").hex().upper()


def widths(cids: Sequence[int], advances: Sequence[float]) -> bytes:
    """The W array: the advances of CIDs where they are not EM, neighbours in one list."""
    parts: list[str] = []
    previous = -2
    for cid, advance in sorted([pair for pair in zip(cids, advances, strict=True) if pair[1] != EM]):
        if cid != previous + 1:
            parts.append(f"{']' if parts else ''}{cid}[")
        else:
            parts.append(" ")
        parts.append(decimal(advance))
        previous = cid
    return f"[{''.join(parts)}{']' if parts else ''}]".encode("ascii")


def subset_tag(program: bytes, texts: Sequence[bytes]) -> str:
    """The six capital letters that mark a subset (ISO 32000-1, 9.6.4), from its program and its ToUnicode.

    Two fonts with one program and different texts must have two names: readers may keep fonts by name.
    """
    digest = hashlib.sha256(program)
    digest.update(b"".join(texts))
    number = int.from_bytes(digest.digest()[:8], "big")
    letters = ""
    for _ in range(6):
        number, letter = divmod(number, 26)
        letters += chr(ord("A") + letter)
    return letters


class Prepared(Struct, frozen=True):
    """All of an embedded font that does not depend on the rest of the file; kept from build to build."""

    name: bytes
    texts: Mapping[int, str]
    widths: bytes
    program: Pending
    to_unicode: Pending


def prepare(face: Face, cut: CutFace, program: Pending, deflater: Deflater) -> Prepared:
    """All but the program of a font; `program` is that, being deflated."""
    cmap = to_unicode(cut.texts)
    name = f"{subset_tag(cut.program.program, cmap)}+{face.postscript_name}".encode("ascii")
    packed = deflater.submit(*cmap)
    advances = widths(cut.program.cids, cut.program.advances)
    return Prepared(name, cut.texts, advances, program, packed)


def embed(file: File, face: Face, cut: CutFace, font: Prepared) -> None:
    """Add a font: program, descriptor, CIDFont, and a Type0 font a writing direction."""
    name = font.name
    is_cff = cut.program.kind == "cff"
    kind = b"/Subtype/CIDFontType0C" if is_cff else b"/Length1 %d" % len(cut.program.program)
    program = file.stream(b"/Filter/FlateDecode" + kind, font.program.result())
    descriptor = file.add(_descriptor(face, name, is_cff, program))
    entries = {
        "Type": b"/Font",
        "Subtype": b"/CIDFontType0" if is_cff else b"/CIDFontType2",
        "BaseFont": b"/" + name,
        "CIDSystemInfo": b"<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>",
        "FontDescriptor": reference(descriptor),
        "DW": round(EM),
        "W": font.widths,
    }
    if not is_cff:
        entries["CIDToGIDMap"] = b"/Identity"
    if cut.codes.vertical:
        entries["DW2"] = array([round(face.ascent_em * 1000), -1000])
    descendant = file.add(dictionary(entries))
    texts = file.stream(b"/Filter/FlateDecode", font.to_unicode.result())
    for resource, encoding in ((cut.codes.resource, b"Identity-H"), (cut.codes.vertical, b"Identity-V")):
        if resource:
            file.font(resource, file.add(_type0(name, is_cff, encoding, descendant, texts)))


def _type0(name: bytes, is_cff: bool, encoding: bytes, descendant: int, texts: int) -> bytes:
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


def _descriptor(face: Face, name: bytes, is_cff: bool, program: int) -> bytes:
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
