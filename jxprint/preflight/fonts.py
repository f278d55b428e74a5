"""Fonts (ISO 32000-1, 9.6 to 9.10): embedded, cut down, readable."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from jxprint.intake.opening import decoded
from jxprint.preflight.embedding import ask_program
from jxprint.preflight.glyphs import Glyphs
from jxprint.preflight.state import PaintState
from jxprint.preflight.subject import PageSubject
from jxprint.preflight.to_unicode import without_character
from jxprint.preflight.values import name_of

_READABLE = ("/WinAnsiEncoding", "/MacRomanEncoding", "/MacExpertEncoding", "/StandardEncoding")
_OF_GLYPHS = ("preflight.fonts.no_glyph", "preflight.fonts.widths")
_Key = tuple[int, int] | bytes


class Fonts:
    """Asks each font of a file once, on the page where it is first used."""

    def __init__(self) -> None:
        self._asked: set[_Key] = set()
        # What the codes of a font show, where its program is read.
        self._glyphs: dict[_Key, Glyphs] = {}
        # Codes that the font's ToUnicode maps to no character: they may stand there, and may not be shown.
        self._mute: dict[_Key, frozenset[bytes]] = {}

    def ask(self, page: PageSubject, font: Any) -> None:
        """All that is asked of a font."""
        key = _key(font)
        if key in self._asked:
            return
        self._asked.add(key)
        kind, name = str(font.get("/Subtype")), name_of(font.get("/BaseFont", ""))
        if kind == "/Type3":
            page.tell("preflight.fonts.type_three", None, name=name_of(font.get("/Name", "")))
        else:
            if not name:
                page.tell("preflight.fonts.base_name")
            program = ask_program(page, font, kind, name)
            if program is not None and page.asks(*_OF_GLYPHS):
                self._glyphs[key] = Glyphs(font, program, page.subject.name)
        if "Courier" in name:
            page.tell("preflight.fonts.courier", None, name=name)
        self._mute[key] = _ask_unicode(page, font, kind, name)

    def ask_shown(
        self, page: PageSubject, state: PaintState, strings: Sequence[bytes], spot: tuple[float, float]
    ) -> None:
        """Shown codes: each is a character, and has a glyph."""
        if state.font is None:
            return
        key = _key(state.font)
        mute = self._mute.get(key)
        if mute and any(code in mute for string in strings for code in _codes(string, state.wide)):
            page.tell("preflight.fonts.unicode_value", spot, name=name_of(state.font.get("/BaseFont", "")))
        glyphs = self._glyphs.get(key)
        if glyphs is not None:
            glyphs.ask(page, state, strings, spot)


def _key(font: Any) -> _Key:
    """What tells a font from another: its number, or all that it is where it has none."""
    number: tuple[int, int] = font.objgen
    return number if number != (0, 0) else font.unparse()


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
