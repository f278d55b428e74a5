"""What every character is set with, looked up once a chain: face, glyph, advance, and which part of a mark is white.

A mark's white half is taken from the face's own half-width data (`halt`) where it has any, and from the glyph's ink
where it has none; either way the kept part is verified to hold the ink, so that a centred mark is never cut. `chws` is
not asked for: it is a pair table over the same halves, and the pair table is the house's (`pairs`).
"""

from __future__ import annotations

from typing import NamedTuple

from jxprint.composition.lines.pairs import HALF, QUARTER
from jxprint.composition.lines.setting import Setting
from jxprint.fonts import Chain, Face
from jxprint.model.style import Region
from jxprint.text.classes import CENTRED, CLASS_OF, CLOSING, FINAL, HAN, OPENING, PAUSE, STACKED, is_mark

_WIDE = (PAUSE, FINAL, OPENING, CLOSING, STACKED)
# A mark that is set narrower than this has no empty half to give away.
_FULL = 900.0
# Ink may reach this far over the middle of the em before a half counts as not empty (Noto's ？ reaches 0.47).
_OVER = 20.0
_HALF_DIGITS = frozenset("0123456789.,%+-:/")
LANGUAGES: dict[Region, str] = {"CN": "zh-Hans", "TW": "zh-Hant", "HK": "zh-HK"}


class MissingGlyph(LookupError):
    """No face of the chain has a character; callers check coverage first, so this is a defect if it reaches one."""


class Record(NamedTuple):
    """Face, glyph and advance of a character, and its class for spacing: the class of `text.classes`, HAN for a mark
    that has no white to give, CENTRED for one that has it on both sides. Thousandths of an em.
    """

    face: Face
    glyph: int
    advance: float
    spacing: int


class Records(dict[str, Record]):
    """Character to Record, filled as characters are met. `odd` are the characters whose class for spacing is not
    their own.
    """

    def __init__(self, chain: Chain, half_digits: bool, region: Region) -> None:
        super().__init__()
        self.odd: set[str] = set()
        self.region: Region = region
        self._chain = chain
        self._half_digits = half_digits
        self._language = LANGUAGES[region]

    def __missing__(self, char: str) -> Record:
        found = self._chain.glyph(char) if len(char) == 1 else self._chain.cluster(char)
        if found is None:
            raise MissingGlyph(char)
        face, glyph, advance = found
        if is_mark(char[0]) or self.region != "CN":
            # The cmap gives Latin forms of ·, — and their like; the face's Chinese forms come by shaping (locl).
            shaped = face.shape(char, language=self._language)
            if len(shaped.glyphs) == 1 and shaped.glyphs[0]:
                glyph, advance = shaped.glyphs[0], shaped.advances[0]
        if char == "⸺":
            # Faces draw it as wide as Latin wants it; the dash of Chinese is two ems, and drawn so where it is a pair.
            pair = face.shape("——", language=self._language)
            if len(pair.glyphs) == 1 and pair.glyphs[0]:
                glyph, advance = pair.glyphs[0], pair.advances[0]
        if self._half_digits and char in _HALF_DIGITS:
            half = face.shape(char, ("hwid",))
            if len(half.glyphs) == 1 and half.glyphs[0] and half.advances[0] <= 0.5:
                glyph, advance = half.glyphs[0], half.advances[0]
        spacing = self._spacing(char, face, glyph, advance * 1000)
        if spacing != CLASS_OF[char[0]]:
            self.odd.add(char)
        record = self[char] = Record(face, glyph, advance * 1000, spacing)
        return record

    def _spacing(self, char: str, face: Face, glyph: int, advance: float) -> int:
        own = CLASS_OF[char[0]]
        if own not in _WIDE:
            return own
        if advance < _FULL or (self.region != "CN" and char in "！？"):
            return HAN  # Taiwan and Hong Kong set ！？ one em wide wherever they stand (typography.md, PW)
        before, behind = _white(char, face, glyph, advance, self._language)
        if own == OPENING:
            return own if before >= HALF else HAN
        if behind >= HALF:
            return own
        return CENTRED if before >= QUARTER and behind >= QUARTER and own != CLOSING else HAN


def _white(char: str, face: Face, glyph: int, advance: float, language: str) -> tuple[float, float]:
    """What a mark's glyph may lose before and behind its ink, in halves or quarters of an em."""
    start, end = (edge * 1000 for edge in face.ink(glyph))
    half = face.shape(char, ("halt",), language=language)
    if len(half.glyphs) == 1 and half.advances[0] < 0.75:
        before = -half.offsets[0] * 1000
        behind = advance - half.advances[0] * 1000 - before
        if start >= before - _OVER and end <= advance - behind + _OVER:
            return before, behind
    if start >= HALF - _OVER:
        return HALF, 0.0
    if end <= advance - HALF + _OVER:
        return 0.0, HALF
    return (QUARTER, QUARTER) if start >= QUARTER - _OVER and end <= advance - QUARTER + _OVER else (0.0, 0.0)


_records: dict[tuple[Chain, bool, Region], Records] = {}


def records_of(chain: Chain, setting: Setting) -> Records:
    """The records of a chain as a setting wants them."""
    key = chain, setting.half_digits, region_of(setting)
    records = _records.get(key)
    if records is None:
        records = _records[key] = Records(*key)
    return records


def region_of(setting: Setting) -> Region:
    """Whose marks are set."""
    return setting.punctuation.region_for(setting.language)
