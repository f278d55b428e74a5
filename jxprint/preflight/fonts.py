"""Fonts (ISO 32000-1, 9.6 to 9.10): embedded, cut down, readable."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from jxprint.intake.opening import decoded
from jxprint.preflight.state import PaintState
from jxprint.preflight.subject import PageSubject

_FILES = ("/FontFile", "/FontFile2", "/FontFile3")
_TAG = re.compile(r"/?[A-Z]{6}\+.")
_READABLE = ("/WinAnsiEncoding", "/MacRomanEncoding", "/MacExpertEncoding", "/StandardEncoding")
# CMaps that every reader has (ISO 32000-1, table 118), by how their names begin.
_KNOWN_CMAP = re.compile(
    r"/(?:Identity|GB|UniGB|B5pc|HKscs|ETen|ETenms|CNS|UniCNS|83pv|90ms|90msp|90pv|Add|EUC|Ext|UniJIS|KSC|KSCms|KSCpc|UniKS)"
    r"[\w-]*-[HV]|/[HV]"
)
_SECTION = re.compile(rb"beginbf(char|range)(.*?)endbf\1", re.DOTALL)
_HEX = re.compile(rb"<([0-9A-Fa-f\s]*)>|[\[\]]")
# What stands for no character (ISO 19005-2, 6.2.11.7.2).
_NO_CHARACTERS = ("\0", "\ufeff", "\ufffe")


class Fonts:
    """Asks each font of a file once, on the page where it is first used."""

    def __init__(self) -> None:
        self._asked: set[tuple[int, int]] = set()
        # Whether codes of two bytes are the font's own glyphs.
        self._identity: dict[tuple[int, int], bool] = {}

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
        _ask_unicode(page, font, kind, name)

    def ask_shown(
        self, page: PageSubject, state: PaintState, strings: Sequence[bytes], spot: tuple[float, float]
    ) -> None:
        """Shown codes: the first glyph of a font stands for what it does not have."""
        if state.font is None or not self._identity.get(state.font.objgen, False):
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


def _ask_unicode(page: PageSubject, font: Any, kind: str, name: str) -> None:
    """Whether codes can be read as characters."""
    import pikepdf

    stream = font.get("/ToUnicode")
    if isinstance(stream, pikepdf.Stream):
        if page.asks("preflight.fonts.unicode_value"):
            texts = _texts(decoded(stream, page.subject.name))
            if any(one in text for text in texts for one in _NO_CHARACTERS):
                page.tell("preflight.fonts.unicode_value", None, name=name)
        return
    encoding = font.get("/Encoding")
    base = encoding.get("/BaseEncoding") if isinstance(encoding, pikepdf.Dictionary) else encoding
    if kind == "/Type0":
        descendants = font.get("/DescendantFonts", ())
        info = descendants[0].get("/CIDSystemInfo", {}) if len(descendants) else {}
        if str(info.get("/Ordering", "Identity")) in ("GB1", "CNS1", "Japan1", "Korea1"):
            return
    elif str(base) in _READABLE or (kind != "/Type3" and isinstance(encoding, pikepdf.Dictionary)):
        return
    elif kind in ("/Type1", "/MMType1"):
        return  # the names of its glyphs may say them, and stand in the program
    page.tell("preflight.fonts.no_unicode", None, name=name)


def _texts(cmap: bytes) -> Iterator[str]:
    """The texts that a map of codes gives."""
    for kind, body in _SECTION.findall(cmap):
        step, at, within = (2 if kind == b"char" else 3), 0, False
        for match in _HEX.finditer(body):
            if match[0] in (b"[", b"]"):
                within = match[0] == b"["
                at = at if within else 0
            elif within:
                yield _text(match[1])
            else:
                at += 1
                if at == step:
                    at = 0
                    yield _text(match[1])


def _text(digits: bytes) -> str:
    joined = b"".join(digits.split())
    return bytes.fromhex((joined + b"0" * (len(joined) % 2)).decode("ascii")).decode("utf-16-be", "replace")
