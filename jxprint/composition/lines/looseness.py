"""How loose a line comes out that is wider than its glyphs. Thousandths of an em.

A line opens its gaps to fill its measure, whatever they come to (CLREQ 3.2.3 names no end). Where what holds together
beside its end is no Han but a part of a word, a number or an address, a reader sees why the line is short: very wide
gaps look worse there than a line that is not filled, and it stays short. Before that the run itself is parted where a
reader can follow: an address at its marks, a word by its syllables, a compound or a code behind its / + - (`words`).
"""

from __future__ import annotations

from collections.abc import Sequence

from jxprint.composition.lines.pairs import WESTERN
from jxprint.text.classes import COUNT, DIGIT, LATIN

# Between a quarter of an em, where JLREQ 3.8.4 stops opening gaps in order, and a half, which JU6 of typography.md
# calls an error: chosen by eye.
LOOSEST = 400.0
_TOLERANCE = 1e-6
# Per pair of classes: whether a line that ends between them does so beside a run.
_AT_RUN = tuple(left in WESTERN or right in WESTERN for left in range(COUNT) for right in range(COUNT))
# How many characters a run takes along to the next line at most: 动 of 动-5, “《 of “《GB. More stand before none.
_TAKEN_ALONG = 4
_RUN = (DIGIT, LATIN)


def at_run(pairs: Sequence[int], prices: Sequence[float | None], k: int) -> bool:
    """Whether a line that ends before glyph `k` may stay short: a run begins or ends there, or what holds to one (a
    break before it has no price in `prices`).
    """
    if _AT_RUN[pairs[k]]:
        return True
    for at in range(k + 1, min(k + 1 + _TAKEN_ALONG, len(pairs))):
        if prices[at] is not None:
            return False
        if pairs[at] % COUNT in _RUN:
            return True
    return False


def widest_gap(open_: float, gaps: int, beside_marks: int, after_mark: float) -> float:
    """The gap between two Han when `open_` is shared over `gaps`, those beside marks bounded by `after_mark`; without
    any gap, what the line stays short by.
    """
    if gaps <= 0:
        return open_
    even = open_ / gaps
    if even <= after_mark or beside_marks >= gaps:
        return even
    return (open_ - after_mark * beside_marks) / (gaps - beside_marks)


def looseness(open_: float, gaps: int, beside_marks: int, after_mark: float, measure: float) -> float:
    """The gap that counts for a line: its widest, or, of one that may stay short of its `measure` (0: it may not),
    `LOOSEST` and beyond that what is wanting, as if all the gaps of a line of Han shared it.

    It grows with what is wanting, and without a leap: the least worst line of a paragraph is the fullest that can be.
    """
    wide = widest_gap(open_, gaps, beside_marks, after_mark)
    if wide <= LOOSEST or not measure:
        return wide
    sharing = gaps - beside_marks if gaps > beside_marks else max(gaps, 1)
    return LOOSEST + (wide - LOOSEST) * sharing * 1000.0 / measure


def stays_short(gap: float, pairs: Sequence[int], prices: Sequence[float | None], end: int) -> bool:
    """Whether a line whose gaps would be so wide is not filled; it ends before glyph `end`."""
    return gap > LOOSEST + _TOLERANCE and at_run(pairs, prices, end)
