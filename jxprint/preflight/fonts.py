"""Fonts (ISO 32000-1, 9.6 to 9.10): embedded, cut down, readable."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from jxprint.intake.opening import decoded
from jxprint.preflight.state import PaintState
from jxprint.preflight.subject import PageSubject
from jxprint.preflight.to_unicode import without_character

_FILES = ("/FontFile", "/FontFile2", "/FontFile3")
_TAG = re.compile(r"/?[A-Z]{6}\+.")
_READABLE = ("/WinAnsiEncoding", "/MacRomanEncoding", "/MacExpertEncoding", "/StandardEncoding")
# CMaps that every reader has (ISO 32000-1, table 118), by how their names begin.
_KNOWN_CMAP = re.compile(
    r"/(?:Identity|GB|UniGB|B5pc|HKscs|ETen|ETenms|CNS|UniCNS|83pv|90ms|90msp|90pv|Add|EUC|Ext|UniJIS|KSC|KSCms|KSCpc|UniKS)"
    r"[\w-]*-[HV]|/[HV]"
)


class Fonts:
    """Asks each font of a file once, on the page where it is first used."""

    def __init__(self) -> None:
        self._asked: set[tuple[int, int]] = set()
        # Whether codes of two bytes are the font's own glyphs.
        self._identity: dict[tuple[int, int], bool] = {}
        # Codes that the font's ToUnicode maps to no character: they may stand there, and may not be shown.
        self._mute: dict[tuple[int, int], frozenset[bytes]] = {}

    def ask(self, page: PageSubject, font: Any) -> None:
        """All that is asked of a font."""
        key = font.objgen
        if key in self._asked:
            return
        if key != (0, 0):
            self._asked.add(key)
        kind, name = str(font.get("/Subtype")), str(font.get("/BaseFont", "")).lstrip("/")
        self._identity[key] = kind == "/Type0" and str(font.get("/Encoding")).startswith("/Identity")
        if kind == "/Type3":
            page.tell("preflight.fonts.type_three", None, name=str(font.get("/Name", "")).lstrip("/"))
        else:
            if not name:
                page.tell("preflight.fonts.base_name")
            _ask_program(page, font, kind, name)
        if "Courier" in name:
            page.tell("preflight.fonts.courier", None, name=name)
        if kind == "/Type0":
            encoding = str(font.get("/Encoding", ""))
            if encoding.startswith("/") and not _KNOWN_CMAP.fullmatch(encoding):
                page.tell("preflight.fonts.cmap", None, name=name, encoding=encoding.lstrip("/"))
        self._mute[key] = _ask_unicode(page, font, kind, name)

    def ask_shown(
        self, page: PageSubject, state: PaintState, strings: Sequence[bytes], spot: tuple[float, float]
    ) -> None:
        """Shown codes: each is a character, and the first glyph of a font stands for what it does not have."""
        if state.font is None:
            return
        mute = self._mute.get(state.font.objgen)
        if mute and any(code in mute for string in strings for code in _codes(string, state.wide)):
            page.tell("preflight.fonts.unicode_value", spot, name=str(state.font.get("/BaseFont", "")).lstrip("/"))
        if not self._identity.get(state.font.objgen, False):
            return
        for string in strings:
            if b"\0\0" in string and any(string[at : at + 2] == b"\0\0" for at in range(0, len(string), 2)):
                page.tell("preflight.fonts.no_glyph", spot, name=str(state.font.get("/BaseFont", "")).lstrip("/"))


def _ask_program(page: PageSubject, font: Any, kind: str, name: str) -> None:
    described = font
    if kind == "/Type0":
        descendants = font.get("/DescendantFonts", ())
        described = descendants[0] if len(descendants) else font
    descriptor = described.get("/FontDescriptor", {})
    key = next((one for one in _FILES if one in descriptor), None)
    if key is None:
        page.tell("preflight.fonts.not_embedded", None, name=name)
        return
    if name and not _TAG.match(name):
        page.tell("preflight.fonts.no_tag", None, name=name)
    if key == "/FontFile3" and str(descriptor[key].get("/Subtype")) == "/OpenType":
        page.tell("preflight.fonts.open_type", None, name=name)
    if str(described.get("/Subtype")) == "/CIDFontType2" and "/CIDToGIDMap" not in described:
        page.tell("preflight.fonts.glyph_map", None, name=name)
    if not len(decoded(descriptor[key], page.subject.name)):
        page.tell("preflight.fonts.not_embedded", None, name=name)


def _codes(string: bytes, wide: bool) -> Iterator[bytes]:
    """The codes of a string: of a composite font they have two bytes, as far as those maps go that are in use."""
    step = 2 if wide else 1
    return (string[at : at + step] for at in range(0, len(string), step))


def _ask_unicode(page: PageSubject, font: Any, kind: str, name: str) -> frozenset[bytes]:
    """Whether codes can be read as characters; those that a map says are none."""
    import pikepdf

    stream = font.get("/ToUnicode")
    if isinstance(stream, pikepdf.Stream):
        if not page.asks("preflight.fonts.unicode_value"):
            return frozenset()
        return frozenset(without_character(decoded(stream, page.subject.name)))
    if not _says_characters(font, kind):
        page.tell("preflight.fonts.no_unicode", None, name=name)
    return frozenset()


def _says_characters(font: Any, kind: str) -> bool:
    """Whether a font without ToUnicode says by its encoding which characters its codes are."""
    import pikepdf

    encoding = font.get("/Encoding")
    base = encoding.get("/BaseEncoding") if isinstance(encoding, pikepdf.Dictionary) else encoding
    if kind == "/Type0":
        descendants = font.get("/DescendantFonts", ())
        info = descendants[0].get("/CIDSystemInfo", {}) if len(descendants) else {}
        return str(info.get("/Ordering", "Identity")) in ("GB1", "CNS1", "Japan1", "Korea1")
    if str(base) in _READABLE or (kind != "/Type3" and isinstance(encoding, pikepdf.Dictionary)):
        return True
    return kind in ("/Type1", "/MMType1")  # the names of its glyphs may say them, and stand in the program
