"""Faces as their files have them: what each draws for a text, whatever form of it the page was set with."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property
from io import BytesIO
from pathlib import Path
from typing import Any
from unicodedata import is_normalized, normalize

from msgspec import Struct

from jxprint.checker.charstrings import Points
from jxprint.checker.digests import SUFFIX, Digests, name_in
from jxprint.checker.outlines import EM, DamagedFont, drawn, scaled
from jxprint.resources import fonts_folder

# Features by which another glyph of a face stands for the same text (OpenType's registry): forms for vertical lines,
# of other widths, of a language's readers, and what marks and letters become together.
_SAME_TEXT = frozenset(("vert", "vrt2", "vrtr", "hwid", "fwid", "pwid", "twid", "qwid", "ruby", "locl", "ccmp", "liga"))


class FontFile(Struct, frozen=True):
    """A face in a font file: `index` counts the faces of a collection."""

    path: Path
    index: int = 0


class Declared:
    """A face as its file has it. Raises DamagedFont where fontTools cannot read it."""

    def __init__(self, font: FontFile) -> None:
        from fontTools.ttLib import TTFont

        try:
            # In memory: a file that stays open cannot be replaced on every system.
            self._font = TTFont(BytesIO(font.path.read_bytes()), fontNumber=font.index, lazy=True)
            self._set = self._font.getGlyphSet()
            self._scale = EM / self._font["head"].unitsPerEm
            self._characters: Mapping[int, str] = self._font.getBestCmap() or {}
        except Exception as error:  # fontTools tells of damage in all kinds of ways
            raise DamagedFont(str(error)) from error
        self._known: dict[str, Points] = {}
        self._texts: dict[Points, str] = {}

    @cached_property
    def name(self) -> str:
        """The face's PostScript name, with only the characters that a PDF name takes as they are."""
        return re.sub("[^A-Za-z0-9-]", "", self._font["name"].getDebugName(6) or "") or "Face"

    @property
    def texts(self) -> Iterator[str]:
        """Every character that the face maps, in the order of their code points, then every text that it joins."""
        yield from map(chr, sorted(self._characters))
        mapped: dict[str | None, str] = {}
        for code, name in sorted(self._characters.items(), reverse=True):
            mapped[name] = chr(code)
        for names in self._ligatures:
            if all(name in mapped for name in names):
                yield "".join([mapped[name] for name in names])

    def outlines(self, text: str) -> Iterator[Points]:
        """What the face may draw for a text: the glyph of its character first, then further forms of it."""
        return map(self.outline, self.glyphs(text))

    def glyphs(self, text: str) -> Iterator[str]:
        """The names of the glyphs for a text, in that order."""
        seen = list(self._named(text))
        yield from seen
        begun = 0
        while begun < len(seen):
            names, begun = seen[begun:], len(seen)
            further = [other for name in names for other in self._forms.get(name, ()) if other not in seen]
            yield from further
            seen += further

    def text_of(self, outline: Points) -> str | None:
        """The first character whose glyph is drawn like this; None where there is none. Draws the whole face, once."""
        if not self._texts:
            # Characters before their compatibility forms: the radical ⼈ looks like 人.
            plain = sorted(self._characters, key=lambda code: (not is_normalized("NFKC", chr(code)), code))
            for code in reversed(plain):
                self._texts[self.outline(self._characters[code])] = chr(code)
        return self._texts.get(outline) if outline else None

    def _named(self, text: str) -> Iterator[str]:
        """The glyphs that the face maps a text to."""
        names = [self._characters.get(ord(char)) for char in text]
        if len(names) == 1 and names[0] is not None:
            yield names[0]
        if len(names) == 2:
            yield from self._variations(text[0], ord(text[1]))
        if len(names) > 1 and (together := self._ligatures.get(tuple(names))) is not None:
            yield together

    def _variations(self, char: str, selector: int) -> Iterator[str]:
        """The glyph of a character with a variation selector (cmap format 14)."""
        for table in self._font["cmap"].tables:
            if table.format == 14:
                for code, name in table.uvsDict.get(selector, ()):
                    if code == ord(char) and (name := name or self._characters.get(code)) is not None:
                        yield name

    def number(self, name: str) -> int:
        """The place of a glyph in the file (from 0)."""
        return int(self._font.getGlyphID(name))

    def outline(self, name: str) -> Points:
        """What a glyph draws."""
        known = self._known.get(name)
        if known is None:
            known = self._known[name] = scaled(drawn(self._set[name].draw, self._set), self._scale)
        return known

    @cached_property
    def _forms(self) -> Mapping[str, list[str]]:
        """By glyph, those that stand for the same text in other places."""
        found: dict[str, list[str]] = {}
        for table in self._substitutions(1, 3):
            for name, others in getattr(table, "mapping", {}).items():
                found.setdefault(name, []).append(others)
            for name, others in getattr(table, "alternates", {}).items():
                found.setdefault(name, []).extend(others)
        return found

    @cached_property
    def _ligatures(self) -> Mapping[tuple[str | None, ...], str]:
        """By the glyphs of a text, the one that stands for all of them."""
        return {
            (first, *one.Component): one.LigGlyph
            for table in self._substitutions(4)
            for first, several in table.ligatures.items()
            for one in several
        }

    def _substitutions(self, *kinds: int) -> Iterator[Any]:
        """The tables of GSUB of some kinds by which a text gets other glyphs and stays what it is."""
        if "GSUB" not in self._font:
            return
        table = self._font["GSUB"].table
        features = table.FeatureList.FeatureRecord if table.FeatureList else ()
        wanted = {at for one in features if one.FeatureTag in _SAME_TEXT for at in one.Feature.LookupListIndex}
        for at in sorted(wanted):
            for one in table.LookupList.Lookup[at].SubTable:
                one = getattr(one, "ExtSubTable", one)
                if one.LookupType in kinds:
                    yield one


def composed(text: str) -> str:
    """A letter with its accents apart as the one character that it is; anything else as it stands."""
    one = normalize("NFC", text) if len(text) > 1 else text
    return one if len(one) == 1 else text


@cache
def carried_files() -> Mapping[str, tuple[FontFile, ...]]:
    """The faces that come along, by their PostScript names: two may be cut from one. Tables of what they draw stand
    beside them.
    """
    files = [path for path in sorted(fonts_folder().iterdir()) if path.suffix in (".otf", ".ttf")]
    return _named([(name_in(path.with_suffix(SUFFIX)), FontFile(path)) for path in files])


def by_name(fonts: Iterable[FontFile]) -> Mapping[str, tuple[FontFile, ...]]:
    """Faces by their PostScript names, as a PDF says them."""
    return _named([(declared(font).name, font) for font in fonts])


def _named(fonts: Iterable[tuple[str, FontFile]]) -> dict[str, tuple[FontFile, ...]]:
    found: dict[str, tuple[FontFile, ...]] = {}
    for name, font in fonts:
        found[name] = (*found.get(name, ()), font)
    return found


@cache
def declared(font: FontFile) -> Declared:
    """A face, opened once: what it draws is known from then on."""
    return Declared(font)


@cache
def digests(font: FontFile) -> Digests | None:
    """The table of what a face draws, where it came with one."""
    is_carried = any(font in files for files in carried_files().values())
    return Digests(font.path.with_suffix(SUFFIX)) if is_carried else None
