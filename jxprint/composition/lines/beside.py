"""Readings to the right of a vertical line (注音, CLREQ 3.3): pinyin turned like all Latin, bopomofo upright.

Bopomofo stands letter under letter, three tenths of the base's size (the handbook of Taiwan's Ministry of Education,
which CSS Ruby's default style follows), so that a syllable of three letters is no longer than its character. A tone
stands to the right of its syllable's last letter, at the upper corner, the neutral tone ˙ on top of its first; what the
copy has first stays first in the text, wherever it stands. What else is written upright (kana, Han) stands so at half
the base's size.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from jxprint.composition.lines.downward import Form, form
from jxprint.composition.lines.reading_runs import READING_SCALE, ReadingPart
from jxprint.composition.lines.readings import Parts, shaped_whole
from jxprint.composition.lines.setting import Look
from jxprint.fonts import Face
from jxprint.model.style import Region
from jxprint.text.bopomofo import NEUTRAL, TONES, is_bopomofo
from jxprint.text.classes import HAN
from jxprint.text.orientation import stands_upright

# Half an em leads from the line's centre to the edge of its em box, where a reading's own begins.
_EDGE = 500.0
# Where the baseline of turned pinyin stands from that edge, in ems of its own: the tail of a g does not reach into the
# strokes of Han, and a tone over a capital ends within half an em of the line's size.
_FOOT_EM = 0.22
_BOPOMOFO_SCALE = 0.3
_LETTER = 1000 * _BOPOMOFO_SCALE
# Thousandths of an em of the line, by eye: between letters and tone, under the neutral tone, between two syllables.
_BESIDE_LETTER = 20.0
_UNDER_NEUTRAL = 30.0
_SPACE = 100.0
# How far the middle of a tone stands below the head of the letter beside it, in ems of the letter.
_TONE_DOWN_EM = 0.15


def beside(look: Look, region: Region) -> Parts:
    """The reading beside a stretch of a vertical line. Raises MissingGlyph."""
    face, _ = shaped_whole(look)
    if is_bopomofo(look.reading):
        stack = _Stack(face, region)
        for piece in re.findall(" +|[^ ]+", look.reading):
            stack.add(piece)
        return Parts(stack.parts(), stack.along, _BOPOMOFO_SCALE)
    parts: list[ReadingPart] = []
    along = 0.0
    for text, upright in _ways(look.reading):
        part = (_column if upright else _turned)(face, text, along, region)
        parts.append(part)
        along += sum(part.advances)
    return Parts(tuple(parts), along, READING_SCALE)


def _ways(text: str) -> Iterator[tuple[str, bool]]:
    """A reading cut where upright characters and turned ones meet; spaces and joined marks go with what is before."""
    start, way = 0, stands_upright(text[0])
    for at, char in enumerate(text):
        is_joined = char.isspace() or not char.isprintable() or "\u0300" <= char <= "\u036f"
        if not is_joined and stands_upright(char) != way:
            yield text[start:at], way
            start, way = at, not way
    yield text[start:], way


def _turned(face: Face, text: str, along: float, _: Region) -> ReadingPart:
    shaped = face.shape(text, ("pwid",))
    scale = 1000 * READING_SCALE
    advances = tuple([advance * scale for advance in shaped.advances])
    across = _EDGE + _FOOT_EM * scale
    return ReadingPart(
        face, text, shaped.glyphs, advances, shaped.clusters, along=along, across=across, orientation="rotated"
    )


def _column(face: Face, text: str, along: float, region: Region) -> ReadingPart:
    """Characters one under another, each in half an em."""
    glyphs, advances, offsets = _hung(face, text, region, READING_SCALE)
    return ReadingPart(
        face, text, glyphs, advances, tuple(range(len(text))), offsets, READING_SCALE, along,
        _EDGE + 500 * READING_SCALE, "vertical",
    )  # fmt: skip


def _hung(
    face: Face, text: str, region: Region, scale: float
) -> tuple[tuple[int, ...], tuple[float, ...], tuple[float, ...]]:
    """Glyphs, advances and offsets of upright characters; a face that hangs one nowhere hangs it as it does Han."""
    forms = [form(face, char, region) for char in text]
    found = [one if one is not None and one.advance else Form(face.glyph(char) or 0, 1000.0, 0.0, 0.0, False, HAN)
             for one, char in zip(forms, text, strict=True)]  # fmt: skip
    return (
        tuple([one.glyph for one in found]),
        tuple([one.advance * scale for one in found]),
        tuple([-one.lead * scale for one in found]),
    )


class _Stack:
    """Bopomofo gathered syllable by syllable; `along` is where the next letter's head stands."""

    def __init__(self, face: Face, region: Region) -> None:
        self.along = 0.0
        self._parts: list[ReadingPart] = []
        self._face = face
        self._region = region
        # Letters that stand one under another, and where the first does.
        self._open = ""
        self._head = 0.0

    def parts(self) -> tuple[ReadingPart, ...]:
        """All parts, in the order of the text."""
        self._close()
        return tuple(self._parts)

    def add(self, piece: str) -> None:
        """A syllable, or the space between two."""
        head = self.along
        if NEUTRAL in piece:
            low, high = self._face.rise(self._glyph(NEUTRAL))
            self._close()
            self.along += (high - low) * _LETTER + _UNDER_NEUTRAL
        for char in piece:
            if char == NEUTRAL:
                self._neutral(head)
            elif char in TONES:
                self._tone(char, max(head, self.along - _LETTER))
            else:
                self._letter(char)

    def _letter(self, char: str) -> None:
        if not self._open:
            self._head = self.along
        self._open += char
        self.along += _SPACE if char == " " else _hung(self._face, char, self._region, _BOPOMOFO_SCALE)[1][0]

    def _close(self) -> None:
        text, self._open = self._open, ""
        if text:
            glyphs, advances, offsets = _hung(self._face, text, self._region, _BOPOMOFO_SCALE)
            ways = tuple([_SPACE if char == " " else way for char, way in zip(text, advances, strict=True)])
            self._put(text, glyphs, (ways, offsets), (self._head, _EDGE + _LETTER / 2))

    def _neutral(self, head: float) -> None:
        """On top of its syllable, over the middle of the letters."""
        left, right = self._face.ink(self._glyph(NEUTRAL))
        _, high = self._face.rise(self._glyph(NEUTRAL))
        self._mark(NEUTRAL, head - (self._face.ascent_em - high) * _LETTER, _LETTER / 2, (left + right) / 2)

    def _tone(self, char: str, head: float) -> None:
        """To the right of the letter whose head is given."""
        low, high = self._face.rise(self._glyph(char))
        left, _ = self._face.ink(self._glyph(char))
        along = head + (_TONE_DOWN_EM - self._face.ascent_em + (low + high) / 2) * _LETTER
        self._mark(char, along, _LETTER + _BESIDE_LETTER, left)

    def _mark(self, char: str, along: float, aside: float, at_em: float) -> None:
        """A mark whose point `at_em` (ems from the horizontal glyph's pen) stands so far from the base's edge."""
        self._close()
        glyph = self._glyph(char)
        # A vertical glyph hangs by the middle of its advance (ISO 32000-1, 9.7.4.3).
        across = _EDGE + aside + (self._face.advance(glyph) / 2 - at_em) * _LETTER
        self._put(char, (glyph,), ((_LETTER,), ()), (along, across))

    def _put(
        self,
        text: str,
        glyphs: tuple[int, ...],
        ways: tuple[tuple[float, ...], tuple[float, ...]],
        at: tuple[float, float],
    ) -> None:
        starts = tuple(range(len(text)))
        self._parts.append(
            ReadingPart(self._face, text, glyphs, ways[0], starts, ways[1], _BOPOMOFO_SCALE, *at, "vertical")
        )

    def _glyph(self, char: str) -> int:
        return self._face.shape(char, ("pwid",)).glyphs[0]
