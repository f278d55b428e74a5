"""Readings to the right of a vertical line: the axes turned, so that they stand over what they are read for, and the
order within bopomofo, whose tones stand beside and on top of its letters.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from msgspec.structs import replace

from jxprint.checker.content import MIDDLE_EM
from jxprint.checker.glyphs import Glyph
from jxprint.text.bopomofo import NEUTRAL, TONES, is_letter

# Letters of bopomofo are so large beside the text (ems of the text).
BOPOMOFO_EM = 0.3
# A tone stands level with the letter that it is beside, to its right; the neutral tone above its syllable's first
# letter (ems of the letters, from pen to pen).
_LEVEL_EM, _BESIDE_EM = 0.5, (0.3, 1.6)
_ABOVE_EM, _OVER_EM = 1.2, 0.5


def turned(reading: Sequence[Glyph], base: Sequence[Glyph]) -> tuple[list[Glyph], list[Glyph]]:
    """Copies of a vertical reading and its base as a horizontal line has them: down the page is to the right, right is
    up. A figure in the base, side by side, is one place on the line.
    """
    flat = [glyph for glyph in base if not glyph.down]
    centre = (min(glyph.x for glyph in flat) + max(glyph.x + glyph.width for glyph in flat)) / 2 if flat else 0.0
    return [_laid(glyph, centre) for glyph in reading], [_laid(glyph, centre) for glyph in base]


def is_stack(reading: Sequence[Glyph]) -> bool:
    """Whether a reading is bopomofo, letters one under another."""
    return any(is_letter(glyph.text) for glyph in reading)


def letters_of(reading: Sequence[Glyph]) -> list[Glyph] | None:
    """The letters of bopomofo from top to bottom, without its tones; None where a tone stands elsewhere than it has to
    beside its letters.
    """
    letters = sorted((one for one in reading if not _is_tone(one)), key=lambda one: one.y)
    heads = [one.y for one in letters]
    for tone in reading:
        if _is_tone(tone) and (not letters or not _is_placed(tone, letters, heads)):
            return None
    return letters


def stacked(reading: Sequence[Glyph]) -> list[Glyph]:
    """Bopomofo as it is read: letters downwards, each tone behind the letter that it is beside.

    The neutral tone stands on top of its syllable whether the copy has it first or last; paper does not tell, and it
    stays on the side of its letters on which it was shown.
    """
    shown = {id(one): number for number, one in enumerate(reading)}
    letters = sorted((one for one in reading if not _is_tone(one)), key=lambda one: one.y)
    heads = [one.y for one in letters]
    behind: dict[int, list[Glyph]] = {}
    for tone in sorted((one for one in reading if _is_tone(one)), key=lambda one: shown[id(one)]):
        if tone.text != NEUTRAL:
            at = _nearest(tone, heads)
        else:
            first = at = bisect_left(heads, tone.y)
            if at < len(letters) and shown[id(letters[at])] < shown[id(tone)]:
                while at < len(letters) and not letters[at].text.isspace() and _is_before(letters[at], tone, shown):
                    at += 1
            at = at - 1 if at > first else first - 1
        behind.setdefault(at, []).append(tone)
    return [*behind.get(-1, ()), *(one for at, letter in enumerate(letters) for one in (letter, *behind.get(at, ())))]


def _is_before(letter: Glyph, tone: Glyph, shown: dict[int, int]) -> bool:
    return shown[id(letter)] < shown[id(tone)]


def _is_tone(glyph: Glyph) -> bool:
    return glyph.text in TONES or glyph.text == NEUTRAL


def _nearest(tone: Glyph, heads: Sequence[float]) -> int:
    """The letter whose head is nearest."""
    at = bisect_left(heads, tone.y)
    near = [one for one in (at - 1, at) if 0 <= one < len(heads)]
    return min(near, key=lambda one: abs(heads[one] - tone.y))


def _is_placed(tone: Glyph, letters: Sequence[Glyph], heads: Sequence[float]) -> bool:
    em = tone.size
    if tone.text == NEUTRAL:
        at = bisect_left(heads, tone.y)
        return (
            at < len(letters)
            and heads[at] - tone.y <= _ABOVE_EM * em
            and abs(letters[at].x - tone.x) <= _OVER_EM * em
        )
    letter = letters[_nearest(tone, heads)]
    near, far = _BESIDE_EM
    return abs(letter.y - tone.y) <= _LEVEL_EM * em and near * em <= tone.x - letter.x <= far * em


def _laid(glyph: Glyph, centre: float) -> Glyph:
    if not glyph.down:
        middle = glyph.y - MIDDLE_EM * glyph.size
        along, across, width = middle - glyph.size / 2, centre, glyph.size
    else:
        along, across, width = glyph.y, glyph.x, glyph.width
        if len(glyph.text) > 1 and glyph.text[0] == "—":
            # A dash of two ems hangs by its middle.
            longer = (len(glyph.text) - 1) * glyph.size / 2
            along, width = along - longer, width + 2 * longer
    return replace(glyph, x=along, y=MIDDLE_EM * glyph.size - across, width=width, down=False)
