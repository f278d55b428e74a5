"""What the codes of a PDF font say and how far they move the pen, from the font dictionary alone.

Text comes from ToUnicode, else from what the encoding itself defines (ISO 32000-1, 9.10.2): glyph names of a simple
font, the Unicode or national encoding that a predefined CMap is named for. A code that neither explains has no text;
nothing is guessed from glyph ids or outlines. A simple font without an encoding has that of its program.
"""

from __future__ import annotations

from collections.abc import Callable
from struct import unpack_from
from typing import Any

from msgspec import Struct, field

from jxprint.checker.cmaps import ENTRIES, TARGET, CMap, is_no_text, parsed
from jxprint.checker.glyphs import Glyph
from jxprint.checker.predefined import codec_of, cut, cut_national, national_text
from jxprint.intake.opening import MEBIBYTE, decoded, refuse

# Base fonts whose own encoding is StandardEncoding; Symbol and ZapfDingbats have theirs and stay without text.
_STANDARD = ("Helvetica", "Times", "Courier", "Arial")
# A CMap that names every code of two bytes comes to about one.
_CMAP_BYTES = 4 * MEBIBYTE


class CodeFont(Struct):
    """A font as the reader needs it. Widths and vertical metrics are thousandths of an em.

    `texts` is filled as codes are met; `is_remapped` says that CIDs are not the glyphs' own numbers, `is_plain` that
    its encoding says nothing that is not read here. `vertical` holds the advance (negative: down) of codes that have
    their own. `descendant` is the CIDFont of a composite font, `met` the first glyph that each code showed.
    """

    name: str
    is_vertical: bool = False
    code_bytes: int = 1
    cut: Callable[[bytes], list[int]] | None = None
    texts: dict[int, str | None] = field(default_factory=dict)
    text_of: Callable[[int], str | None] = lambda code: None
    cid_of: Callable[[int], int] = lambda code: code
    widths: dict[int, float] = field(default_factory=dict)
    default_width: float = 0.0
    drops: dict[int, float] = field(default_factory=dict)
    default_drop: float = -1000.0
    problems: dict[int, str] = field(default_factory=dict)
    is_remapped: bool = False
    is_plain: bool = True
    descendant: Any = None
    met: dict[int, Glyph] = field(default_factory=dict)

    def codes(self, data: bytes) -> list[int]:
        """A string of the content stream cut into codes."""
        if self.cut is not None:
            return self.cut(data)
        if self.code_bytes == 1:
            return list(data)
        return list(unpack_from(f">{len(data) // 2}H", data))

    def text(self, code: int) -> str | None:
        """The text of a code, None where the file does not say it."""
        try:
            return self.texts[code]
        except KeyError:
            told = self.texts[code] = self.text_of(code)
            return told

    def advance(self, code: int) -> float:
        """How far the pen moves along the line."""
        cid = self.cid_of(code)
        return self.drops.get(cid, self.default_drop) if self.is_vertical else self.widths.get(cid, self.default_width)


def read_font(font: Any, file: str) -> CodeFont:
    """Read a font dictionary; raises PdfError only where one of its streams is larger than is safe or damaged."""
    read = CodeFont(str(font.get("/BaseFont", font.get("/Name", "?"))).lstrip("/"))
    unicode_map = font.get("/ToUnicode")
    to_unicode = _cmap(unicode_map, file) if _is_stream(unicode_map) else CMap()
    read.problems = dict(to_unicode.problems)
    is_composite = str(font.get("/Subtype")) == "/Type0"
    own = _read_composite(read, font, file) if is_composite else _read_simple(read, font, file)
    mapped = to_unicode.texts
    damaged = read.problems

    def text_of(code: int) -> str | None:
        if code in mapped:
            return mapped[code]
        return None if code in damaged else own(code)

    read.text_of = text_of
    return read


def _cmap(stream: Any, file: str) -> CMap:
    """A CMap of the file; raises PdfError where it is larger, or maps more codes or to longer texts than is safe."""
    cmap = parsed(decoded(stream, file, _CMAP_BYTES))
    if cmap.is_swollen:
        told = {"object": f"{stream.objgen[0]} {stream.objgen[1]} obj", "limit": f"{ENTRIES:,}", "bytes": TARGET}
        refuse("checks.too_many_codes", file, **told)
    return cmap


def _read_simple(read: CodeFont, font: Any, file: str) -> Callable[[int], str | None]:
    first = int(font.get("/FirstChar", 0))
    # A Type 3 font's widths stand in its own glyph space.
    scale = 1000 * abs(float(font["/FontMatrix"][0])) if "/FontMatrix" in font else 1.0
    read.widths = {first + index: float(width) * scale for index, width in enumerate(font.get("/Widths", ()))}
    if not read.widths and read.name.split("-")[0].split(",")[0] in _STANDARD:
        # One of the fourteen fonts that a file need not describe; half an em is a stand-in good enough for order.
        read.default_width = 500.0
    else:
        read.default_width = float((font.get("/FontDescriptor") or {}).get("/MissingWidth", 0))
    names = _glyph_names(font, read.name, file)

    def own(code: int) -> str | None:
        name = names.get(code)
        if name is None or name == ".notdef":
            return None
        from fontTools.agl import toUnicode

        text: str = toUnicode(name)
        return text if text and not any(is_no_text(char) for char in text) else None

    return own


def _glyph_names(font: Any, name: str, file: str) -> dict[int, str]:
    """Code to glyph name, from /Encoding, for fonts without one from StandardEncoding where that is the rule."""
    encoding = font.get("/Encoding")
    if encoding is None and "/ToUnicode" in font:
        return {}
    base = str(encoding) if encoding is not None and not hasattr(encoding, "keys") else ""
    differences: Any = ()
    if encoding is not None and hasattr(encoding, "keys") and not base.startswith("/"):
        base, differences = str(encoding.get("/BaseEncoding", "")), encoding.get("/Differences", ())
    nonsymbolic = int((font.get("/FontDescriptor") or {}).get("/Flags", 0)) & 32
    known = name.split("-")[0].split(",")[0] in _STANDARD
    names = _base_names(base, bool(nonsymbolic) or known)
    if not names and "/ToUnicode" not in font:
        from jxprint.checker.built_in import built_in_names  # most fonts say themselves what their codes mean

        names = built_in_names(font, file)
    code = 0
    for item in differences:
        if isinstance(item, int):
            code = item
        else:
            names[code] = str(item).lstrip("/")
            code += 1
    return names


def _base_names(base: str, is_standard: bool) -> dict[int, str]:
    if base in ("/WinAnsiEncoding", "/MacRomanEncoding"):
        from fontTools.agl import UV2AGL

        codec = "cp1252" if base == "/WinAnsiEncoding" else "mac_roman"
        names: dict[int, str] = {}
        for code in range(32, 256):
            text = bytes((code,)).decode(codec, "ignore")
            if text:
                names[code] = UV2AGL.get(ord(text)) or f"uni{ord(text):04X}"
        return names
    if base == "/StandardEncoding" or (not base and is_standard):
        from fontTools.encodings.StandardEncoding import StandardEncoding

        return dict(enumerate(StandardEncoding))
    return {}


def _read_composite(read: CodeFont, font: Any, file: str) -> Callable[[int], str | None]:
    read.code_bytes = 2
    descendant = read.descendant = font["/DescendantFonts"][0]
    read.is_remapped = _is_stream(descendant.get("/CIDToGIDMap"))
    read.default_width = float(descendant.get("/DW", 1000))
    read.widths = _cid_widths(descendant.get("/W", ()))
    defaults = descendant.get("/DW2")
    read.default_drop = float(defaults[1]) if defaults is not None else -1000.0
    read.drops = _cid_drops(descendant.get("/W2", ()))
    encoding = font.get("/Encoding")
    if _is_stream(encoding):
        cmap = _cmap(encoding, file)
        read.is_plain = cmap.is_plain and "/UseCMap" not in encoding
        read.is_vertical = cmap.vertical or int(encoding.get("/WMode", 0)) == 1
        if cmap.cids:
            cids = cmap.cids
            read.cid_of = lambda code: cids.get(code, 0)
        if any(space[0] != 2 for space in cmap.spaces):
            spaces = cmap.spaces
            read.cut = lambda data: cut(data, spaces)
        return lambda code: None
    name = str(encoding).lstrip("/")
    read.is_vertical = name.endswith("-V") or name == "V"
    codec = codec_of(name)
    if codec is None:
        return lambda code: None
    # Without the CMap's own table the CID is unknown: full width, half of it for a single byte, is the rule of these
    # sets, and only the order of glyphs hangs on it.
    read.cid_of = lambda code: -1 if code < 0x100 else -2
    read.widths = {-1: 500.0 if codec != "utf-16-be" else 1000.0, -2: 1000.0}
    read.cut = lambda data: cut_national(data, codec)
    return lambda code: national_text(code, codec)


def _cid_widths(items: Any) -> dict[int, float]:
    """/W: `c [w1 w2 …]` or `first last w` (ISO 32000-1, 9.7.4.3)."""
    widths: dict[int, float] = {}
    values = list(items)
    at = 0
    while at + 1 < len(values):
        first, second = int(values[at]), values[at + 1]
        if hasattr(second, "__len__"):
            widths.update(zip(range(first, first + len(second)), map(float, second), strict=False))
            at += 2
        elif at + 2 < len(values):
            last = min(int(second), first + 0xFFFF)
            widths.update(dict.fromkeys(range(first, last + 1), float(values[at + 2])))
            at += 3
        else:
            break
    return widths


def _cid_drops(items: Any) -> dict[int, float]:
    """/W2: `c [w1y vx vy …]` or `first last w1y vx vy`; only the advance matters to a reader."""
    drops: dict[int, float] = {}
    values = list(items)
    at = 0
    while at + 1 < len(values):
        first, second = int(values[at]), values[at + 1]
        if hasattr(second, "__len__"):
            triples = [float(one) for one in second][::3]
            drops.update(zip(range(first, first + len(triples)), triples, strict=False))
            at += 2
        elif at + 4 < len(values):
            drops.update(dict.fromkeys(range(first, min(int(second), first + 0xFFFF) + 1), float(values[at + 2])))
            at += 5
        else:
            break
    return drops


def _is_stream(thing: Any) -> bool:
    import pikepdf

    return isinstance(thing, pikepdf.Stream)
