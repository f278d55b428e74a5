"""Readings to the right of a vertical line: the axes turned, so that they stand over what they are read for, and the
order within bopomofo, whose tones stand beside and on top of its letters.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from jxprint.checker.glyphs import Glyph
from jxprint.checker.paint import MIDDLE_EM
from jxprint.text.bopomofo import NEUTRAL, TONES, is_letter

# Letters of bopomofo are so large beside the text (ems of the text).
BOPOMOFO_EM = 0.3
# A tone stands level with the letter that it is beside, to its right; the neutral tone above its syllable's first
# letter (ems of the letters, from pen to pen).
_LEVEL_EM, _BESIDE_EM = 0.5, (0.3, 1.6)
_ABOVE_EM, _OVER_EM = 1.2, 0.5


def turned(reading: Sequence[Glyph], base: Sequence[Glyph]) -> tuple[list[Glyph], list[Glyph]]:
    """Copies of a vertical reading and its base as a horizontal line has them: down the page is to the right, right is
    up. A figure in the base, side by side, is one place on the line, as deep as it is wide where it had to be set
    smaller.
    """
    figures: dict[tuple[float, float], tuple[float, float]] = {}
    for one in base:
        if not one.down:
            key = round(one.y, 1), one.size
            left, right = figures.get(key, (one.x, one.x))
            figures[key] = min(left, one.x), max(right, one.x + one.width)
    return [_laid(one, figures) for one in reading], [_laid(one, figures) for one in base]


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
        if _is_tone(tone) and not _is_placed(tone, letters, heads):
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
    for tone in reading:
        if not _is_tone(tone):
            continue
        at = _under(tone, letters, heads) if tone.text == NEUTRAL else _nearest(tone, letters, heads)
        if tone.text == NEUTRAL and at is not None:
            end = at
            while end < len(letters) and not letters[end].text.isspace() and shown[id(letters[end])] < shown[id(tone)]:
                end += 1
            at = end - 1
        behind.setdefault(-1 if at is None else at, []).append(tone)
    return [*behind.get(-1, ()), *(one for at, letter in enumerate(letters) for one in (letter, *behind.get(at, ())))]


def _is_tone(glyph: Glyph) -> bool:
    return glyph.text in TONES or glyph.text == NEUTRAL


def _nearest(tone: Glyph, letters: Sequence[Glyph], heads: Sequence[float]) -> int | None:
    """The letter whose head is nearest."""
    at = bisect_left(heads, tone.y)
    near = [one for one in range(max(0, at - 2), min(len(heads), at + 2)) if not letters[one].text.isspace()]
    return min(near, key=lambda one: abs(heads[one] - tone.y), default=None)


def _under(tone: Glyph, letters: Sequence[Glyph], heads: Sequence[float]) -> int | None:
    """The first letter under a tone."""
    at = bisect_left(heads, tone.y)
    return next((one for one in range(at, min(len(heads), at + 2)) if not letters[one].text.isspace()), None)


def _is_placed(tone: Glyph, letters: Sequence[Glyph], heads: Sequence[float]) -> bool:
    em = tone.size
    at = (_under if tone.text == NEUTRAL else _nearest)(tone, letters, heads)
    if at is None:
        return False
    down, right = letters[at].y - tone.y, tone.x - letters[at].x
    if tone.text == NEUTRAL:
        return down <= _ABOVE_EM * em and abs(right) <= _OVER_EM * em
    near, far = _BESIDE_EM
    return abs(down) <= _LEVEL_EM * em and near * em <= right <= far * em


def _laid(glyph: Glyph, figures: Mapping[tuple[float, float], tuple[float, float]]) -> Glyph:
    em = glyph.size
    if not glyph.down:
        middle = glyph.y - MIDDLE_EM * glyph.size
        left, right = figures.get((round(glyph.y, 1), glyph.size), (glyph.x, glyph.x + glyph.width))
        em = width = max(glyph.size, right - left)
        along, across = middle - width / 2, (left + right) / 2
    else:
        along, across, width = glyph.y, glyph.x, glyph.width
        if len(glyph.text) > 1 and glyph.text[0] == "—":
            # A dash of two ems hangs by its middle.
            longer = (len(glyph.text) - 1) * glyph.size / 2
            along, width = along - longer, width + 2 * longer
    return replace(glyph, x=along, y=MIDDLE_EM * em - across, width=width, down=False)
