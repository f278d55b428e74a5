"""Vertical text in an article, from positions alone: columns, figures side by side in them, and the rest."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from msgspec import Struct

from jxprint.checker.glyphs import Glyph

# Where the middle of the em stands above the baseline of a Han face.
BASELINE_EM = 0.38
# A figure is one em wide at most and stands in the middle of its column; a turned pen stands on its own baseline.
_WIDEST_EM = 1.1
_OFF_CENTRE_EM = 0.45
_NEAR_EM = 2.0
_LEVEL_EM = 0.1
_TOUCHING_EM = 0.25


class Lines(Struct, frozen=True):
    """Glyphs that run to the right: figures in vertical columns, each from left to right, and all others."""

    figures: tuple[tuple[Glyph, ...], ...]
    rest: tuple[Glyph, ...]


def split(glyphs: Sequence[Glyph]) -> tuple[list[Glyph], Lines]:
    """Glyphs of vertical columns, and those that run to the right."""
    columns = [glyph for glyph in glyphs if glyph.down]
    words = _words([glyph for glyph in glyphs if not glyph.down])
    narrow = [word for word in words if _width(word) <= _WIDEST_EM * max(glyph.size for glyph in columns)]
    # Where nothing else runs to the right, a column may hold a figure and no more.
    figures = narrow if len(narrow) == len(words) else [word for word in narrow if _stands_in(word, columns)]
    taken = {id(word) for word in figures}
    rest = [glyph for word in words if id(word) not in taken for glyph in word]
    return columns, Lines(tuple(map(tuple, figures)), tuple(rest))


def stands_beside(columns: Sequence[Glyph], lines: Sequence[Glyph]) -> Literal["left", "right"] | None:
    """On which side of horizontal text columns stand, None where they stand over or under it, or there is none."""
    if not columns or not lines:
        return None
    left, right = min(glyph.x for glyph in columns), max(glyph.x for glyph in columns)
    if right < min(glyph.x for glyph in lines):
        return "left"
    return "right" if left > max(glyph.x + glyph.width / 2 for glyph in lines) else None


def _words(flat: list[Glyph]) -> list[list[Glyph]]:
    """Glyphs that touch on one line, from left to right."""
    words: list[list[Glyph]] = []
    rows: list[list[Glyph]] = []
    for glyph in sorted(flat, key=lambda glyph: glyph.y):
        if rows and glyph.y - rows[-1][0].y <= _LEVEL_EM * glyph.size:
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
    for row in rows:
        row.sort(key=lambda glyph: glyph.x)
        for glyph in row:
            last = words[-1][-1] if words and words[-1][-1] is not glyph else None
            same = last is not None and abs(last.y - glyph.y) <= _LEVEL_EM * glyph.size
            if last is not None and same and 0 <= glyph.x - last.x <= last.width + _TOUCHING_EM * glyph.size:
                words[-1].append(glyph)
            else:
                words.append([glyph])
    return words


def _width(word: Sequence[Glyph]) -> float:
    return word[-1].x + word[-1].width - word[0].x


def _stands_in(word: Sequence[Glyph], columns: Sequence[Glyph]) -> bool:
    """Whether a word stands in the middle of a column, above or below one of its glyphs."""
    centre, middle = word[0].x + _width(word) / 2, word[0].y - BASELINE_EM * word[0].size
    return any(
        abs(glyph.x - centre) <= _OFF_CENTRE_EM * glyph.size
        and abs(glyph.y + glyph.size / 2 - middle) <= _NEAR_EM * glyph.size
        for glyph in columns
    )
