"""The ink: whether the outline that a code draws is the one that its face has for the text that the file claims.

Every reader believes ToUnicode; none looks at the glyph. Here the program in the file is drawn, and the face, which the
font's name says it was cut from, is drawn for the text: where the two differ, the paper shows something else than the
file says. No copy is asked: the file proves or refutes itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from jxprint.checker.charstrings import Points
from jxprint.checker.codes import CodeFont
from jxprint.checker.digests import Digests
from jxprint.checker.faces import FontFile, by_name, carried_files, composed, declared, digests
from jxprint.checker.glyphs import NO_CHARACTER, NO_TEXT, Glyph, Oddity
from jxprint.checker.graphics import Fonts
from jxprint.checker.outlines import AmbiguousFont, DamagedFont, Embedded

# ISO 19005-2, 6.2.11.5: widths of the dictionary and of the program agree to a thousandth of an em.
_WIDTHS_APART = 1.0
# A glyph as wide as this (thousandths of an em) is a full-width one; so far from ASCII their forms stand in Unicode.
_FULL, _WIDE_FORMS = 900.0, 0xFEE0
# ISO 32000-1, table 121: the name of a Type 0 font over a CIDFontType0 ends with its CMap's.
_CMAPS = ("-Identity-H", "-Identity-V")


class Ink:
    """The witness of one file; `faces` are those that its page may be set with beside the ones that come along.

    `compared` counts the codes that were looked at, `unproven` names the fonts whose faces are not at hand.
    """

    def __init__(self, file: str, faces: Iterable[FontFile] = ()) -> None:
        self.compared = 0
        self.unproven: dict[str, None] = {}
        self._file = file
        self._faces: Mapping[str, tuple[FontFile, ...]] = {**carried_files(), **by_name(faces)}
        self._programs: dict[tuple[int, int], Embedded] = {}
        self._looked: set[tuple[tuple[int, int], int]] = set()

    def look(self, fonts: Fonts) -> Iterator[Oddity]:
        """What is wrong with the codes that were met since the last look."""
        for key, font in fonts.known.items():
            new = [(code, glyph) for code, glyph in font.met.items() if (key, code) not in self._looked]
            self._looked.update((key, code) for code, _ in new)
            if not new:
                continue
            files = self._faces.get(face_name(font.name))
            if files is None or font.descendant is None:
                self.unproven[font.name] = None
                continue
            at = new[0][1].x, new[0][1].y
            if not font.is_plain:
                yield Oddity("checks.ink_encoding", {"font": font.name}, at)
            try:
                yield from self._looked_at(font, new, files)
            except DamagedFont as damage:
                what = "checks.ink_two_ways" if isinstance(damage, AmbiguousFont) else "checks.ink_damaged"
                yield Oddity(what, {"font": font.name, "reason": str(damage)}, at)

    def _looked_at(self, font: CodeFont, new: list[tuple[int, Glyph]], files: Sequence[FontFile]) -> Iterator[Oddity]:
        program, tables = self._program(font.descendant), [table for file in files if (table := digests(file))]
        proved = _proved(program.digest, tuple(files))
        apart: list[Oddity] = []
        for code, glyph in new:
            said, cid = font.text(code), font.cid_of(code)
            if said is None or said == NO_TEXT:
                continue  # told as a code without a text
            width = font.widths.get(cid, font.default_width)
            if (cid, said, width) in proved and not font.is_remapped:
                self.compared += 1
                continue
            advance = program.advance(cid)
            is_wide = advance is not None and abs(advance - width) > _WIDTHS_APART
            if is_wide and advance is not None:
                told = {"font": font.name, "text": said, "width": f"{width:g}", "advance": f"{advance:g}"}
                apart.append(Oddity("checks.width", told, (glyph.x, glyph.y)))
            by, said = (cid, said, width), composed(said)
            self.compared += 1
            shown, is_right = _shown(program, cid, said, tables)
            if is_right:
                # By a map, a CID shows another glyph than it does without one.
                if not is_wide and not font.is_remapped:
                    proved.add(by)
                continue
            if not any(_agrees(file, said, shown) for file in files):
                drawn = None if shown is None else _drawn(files, shown, advance or 0.0)
                told = {"font": font.name, "code": f"<{code:04X}>", "text": said, "drawn": drawn or ""}
                key = "checks.ink" if drawn else "checks.ink_missing" if not shown else "checks.ink_unknown"
                yield Oddity(key, told, (glyph.x, glyph.y))
        if apart:
            yield Oddity("checks.width", {**apart[0].args, "glyphs": len(apart)}, apart[0].at)

    def _program(self, descendant: Any) -> Embedded:
        key: tuple[int, int] = descendant.objgen
        if key == (0, 0):
            return Embedded(descendant, self._file)
        if key not in self._programs:
            self._programs[key] = Embedded(descendant, self._file)
        return self._programs[key]


def _shown(program: Embedded, cid: int, said: str, tables: Sequence[Digests]) -> tuple[Points | None, bool]:
    """What a CID draws, and whether a table has it for what is said. The very bytes that draw it in the face are not
    drawn again.
    """
    code = program.code(cid)
    if code is not None and any(table.has_code(said, code) for table in tables):
        return None, True
    shown = program.outline(cid)
    return shown, shown is not None and any(table.has(said, shown) for table in tables)


@lru_cache(maxsize=64)
def _proved(program: bytes, faces: tuple[FontFile, ...]) -> set[tuple[int, str, float]]:
    """What has been seen in this process of a program (its digest) beside some faces: CIDs, each with what it shows and
    its width.
    """
    return set()


def _agrees(file: FontFile, said: str, shown: Points | None) -> bool:
    """Whether a face draws a text like this. The face itself is only asked for what its table does not have."""
    if shown is None:
        return False
    if said == NO_CHARACTER:
        return _text_of(file, shown) is None
    table = digests(file)
    if table is not None and len(said) == 1:
        return table.has(said, shown)
    return shown in declared(file).outlines(said)


def _drawn(files: Sequence[FontFile], shown: Points, advance: float) -> str | None:
    """The character that one of some faces draws like this; of two that look alike the one that is as wide as the glyph
    (thousandths of an em): a comma in a full em is the full-width one.
    """
    drawn = next(filter(None, [_text_of(file, shown) for file in files]), None)
    if drawn is None or not "!" <= drawn <= "~" or advance < _FULL:
        return drawn
    wide = chr(ord(drawn) + _WIDE_FORMS)
    return wide if any(_agrees(file, wide, shown) for file in files) else drawn


def _text_of(file: FontFile, shown: Points) -> str | None:
    """The character that a face draws like this; None where there is none."""
    table = digests(file)
    return declared(file).text_of(shown) if table is None else table.text_of(shown)


def face_name(font: str) -> str:
    """The PostScript name of the face that a font of a PDF was cut from: without the subset's letters and the CMap."""
    letters, plus, name = font.partition("+")
    name = name if plus and len(letters) == 6 and letters.isupper() else font
    for ending in _CMAPS:
        name = name.removesuffix(ending)
    return name
