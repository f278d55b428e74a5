"""What glyphs of unknown faces probably show: each is compared with what the claimed character looks like in the faces
that come along, and where it is far from that, with all other characters.

A face may draw a character as no other does, so that unlikeness alone proves nothing. Told is what looks clearly like
another character than the file says (`_FAR`, `_CLEARER`, `_LIKE`; measured on faces of other houses, see
ARCHITECTURE.md). A character and its near double (己 and 已) are told apart by outlines of known faces alone.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from statistics import median
from typing import Any

from msgspec import Struct, field

from jxprint.checker.glyphs import NO_TEXT, Glyph
from jxprint.checker.graphics import Fonts
from jxprint.checker.others.forms import Folded
from jxprint.checker.others.likeness import apart, carried_looks, is_judged
from jxprint.checker.others.specimen import Cell, Drawn, drawn_in
from jxprint.errors import Finding, Place
from jxprint.geometry import PT_PER_MM
from jxprint.intake.opening import MALFORMED

# Bits of 512: a claim that is farther than `_FAR` from every face is looked into; another character that is nearer than
# `_CLEARER` of that and than `_LIKE` is what probably stands there, and beyond doubt within the second of each.
_FAR, _CLEARER, _LIKE = 95, (0.62, 0.55), (70, 60)
_BITS = 512
# Glyphs of a file that are looked at, and of a font that are looked for among all characters.
_GLYPHS, _SEARCHED = 8000, 150
# A font half of whose glyphs are farther than this from what they say is drawn like no other, or lies throughout.
_STRANGE = 100
# In a font that is drawn in its own way a doubtful glyph is farther than others by so much; of one that lies throughout
# so many look beyond doubt like others.
_WIDER, _THROUGHOUT = 1.4, 0.4
# Advances (thousandths of an em) of a glyph whose em is its own, and characters that are told of one font.
_EM, _SHOWN = (850, 1150), 24


class Met(Struct):
    """A code with the glyph that showed it first, and that one's page."""

    cell: Cell
    glyph: Glyph
    page: int
    said: str


class Likely:
    """Gathers codes page by page, then judges those of unknown faces. `judged` counts what looks like what it says."""

    def __init__(self) -> None:
        self.judged = 0
        self.unproven: list[str] = []
        self._met: dict[tuple[tuple[int, int], int], Met] = {}

    @property
    def shown(self) -> list[tuple[int, int]]:
        """The fonts that show something, by the numbers of their objects."""
        return list(dict.fromkeys(font for font, _ in self._met))

    def gather(self, fonts: Fonts, page: int) -> None:
        """What a page has shown for the first time."""
        for key, font in fonts.known.items():
            for code, glyph in font.met.items():
                if (key, code) not in self._met and len(self._met) < _GLYPHS:
                    told = font.text(code)
                    said = glyph.text if told is None or told == NO_TEXT else told
                    self._met[key, code] = Met(Cell(key, code), glyph, page, said)

    def findings(self, document: Any, fonts: Fonts, unknown: Container[str]) -> Iterator[Finding]:
        """What probably lies among the glyphs of fonts whose names are `unknown`."""
        asked = [met for met in self._met.values() if fonts.known[met.cell.font].name in unknown]
        judged = [met for met in asked if is_judged(_plain(met.said))]
        names = {fonts.known[met.cell.font].name: None for met in asked}
        if judged:
            import pikepdf

            far = _Far(fonts)
            try:
                drawn = list(drawn_in(document, fonts.known, [met.cell for met in judged]))
            except (
                OSError,
                pikepdf.PdfError,
                pikepdf.ForeignObjectError,
                *MALFORMED,
            ):  # a damaged font: pikepdf and pdfium tell of it in all kinds of ways
                drawn = []
            for met, one in zip(judged, drawn, strict=False):
                self.judged += far.measure(met, one)
            yield from far.findings()
            names = {name: None for name in names if name not in far.proven}
        self.unproven = list(names)


class _Far(Struct):
    """How far glyphs are from what they say, font by font."""

    fonts: Fonts
    gaps: dict[str, list[int]] = field(default_factory=dict)
    doubtful: dict[str, list[tuple[Met, int, int]]] = field(default_factory=dict)
    blank: list[Met] = field(default_factory=list)
    aside: dict[str, list[Met]] = field(default_factory=dict)

    @property
    def proven(self) -> set[str]:
        """Fonts that draw characters as others do, most of them."""
        return {name for name, gaps in self.gaps.items() if median(gaps) <= _STRANGE}

    def measure(self, met: Met, drawn: Drawn) -> bool:
        """Whether a glyph looks like what it says."""
        look, font = drawn.look, self.fonts.known[met.cell.font]
        if drawn.is_aside and (font.is_vertical or _EM[0] <= font.advance(met.cell.code) <= _EM[1]):
            self.aside.setdefault(font.name, []).append(met)
        claimed = carried_looks().of(_plain(met.said))
        if not claimed:
            return False
        if look is None:
            self.blank.append(met)
            return False
        name = font.name
        gap = min(apart(look, one) for one in claimed)
        self.gaps.setdefault(name, []).append(gap)
        if gap > _FAR:
            self.doubtful.setdefault(name, []).append((met, look, gap))
        return gap <= _FAR

    def findings(self) -> Iterator[Finding]:
        """What looks clearly like another character, and what is not drawn at all."""
        for met in self.blank:
            yield self._finding("checks.ink_missing", met, {})
        for aside in self.aside.values():
            text = "".join([met.said for met in aside])
            yield self._finding("checks.other.drawn_aside", aside[0], {"text": text[:_SHOWN], "count": len(text)})
        for name, doubtful in self.doubtful.items():
            usual = median(self.gaps[name])
            told = list(self._others([one for one in doubtful if usual > _STRANGE or one[2] > _WIDER * usual]))
            sure = [one for one in told if one.severity == "error"]
            # A face that is drawn like no other looks like nothing; one that lies throughout looks like others.
            if usual <= _STRANGE or len(sure) >= _THROUGHOUT * len(doubtful[:_SEARCHED]):
                yield from told

    def _others(self, doubtful: Sequence[tuple[Met, int, int]]) -> Iterator[Finding]:
        for met, look, gap in doubtful[:_SEARCHED]:
            other, drawn = carried_looks().likest(look, _plain(met.said))
            if other >= _CLEARER[0] * gap or other >= _LIKE[0]:
                continue
            is_sure = other < _CLEARER[1] * gap and other < _LIKE[1]
            told = {"drawn": drawn, "likeness": _percent(other), "claimed": _percent(gap)}
            finding = self._finding("checks.other.shows", met, told)
            yield finding if is_sure else Finding(finding.key, finding.place, finding.args, "warning")

    def _finding(self, key: str, met: Met, told: dict[str, object]) -> Finding:
        glyph = met.glyph
        args = {
            "font": self.fonts.known[met.cell.font].name,
            "code": f"<{met.cell.code:04X}>",
            "text": met.said,
            **told,
            "page": met.page,
            "x_mm": round(glyph.x / PT_PER_MM, 1),
            "y_mm": round(glyph.y / PT_PER_MM, 1),
        }
        return Finding(key, Place(), args)


def _plain(said: str) -> str:
    """A claimed character without the form in which it is claimed; NUL where it is none."""
    folded = Folded(said).text
    return folded if len(folded) == 1 else "\0"


def _percent(gap: int) -> int:
    """Likeness in hundredths: nothing in common is half of the bits."""
    return max(0, round(100 * (1 - 2 * gap / _BITS)))
