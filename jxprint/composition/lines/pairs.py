"""What may happen between two neighbouring characters: break, squeeze, shrink, stretch.

One table a prohibition level, indexed by `left * COUNT + right` of the classes in `jxprint.text.classes`. Amounts are
thousandths of an em. Sources: CLREQ 3.1.4 (prohibition), 3.1.6 and CSS Text 4 `text-spacing-trim` with the zh-Hans
reading of ：；！？ (adjacent marks), CLREQ 3.2 (order of compression and expansion); GB/T 15834 5.1.
"""

from __future__ import annotations

from functools import cache

from msgspec import Struct

from jxprint.model.style import Level
from jxprint.text.classes import (
    CLOSING,
    CONNECTOR,
    COUNT,
    DASH,
    DIGIT,
    ELLIPSIS,
    FINAL,
    HAN,
    INTERPUNCT,
    LATIN,
    NO_BREAK_SPACE,
    OPENING,
    PAUSE,
    POSTFIX,
    PREFIX,
    SIGN,
    SOLIDUS,
    SPACE,
    STACKED,
)

HALF = 500

# Tiers of compression in CLREQ's order; the line-end mark (first in CLREQ) is trimmed before a line is measured.
TIER_WORD_SPACE, TIER_INTERPUNCT, TIER_BRACKET, TIER_PAUSE, TIER_AUTOSPACE, TIER_FINAL = range(6)
TIERS = 6

_RIGHT_EMPTY = (PAUSE, FINAL, CLOSING)
_WESTERN = (DIGIT, LATIN, SIGN, PREFIX, POSTFIX, NO_BREAK_SPACE)
_NEVER_STARTS = (PAUSE, FINAL, STACKED, CLOSING, CONNECTOR, INTERPUNCT, SOLIDUS, SIGN, POSTFIX, NO_BREAK_SPACE)
_NEVER_ENDS = (OPENING, PREFIX, NO_BREAK_SPACE)
_GLUED = ((DASH, DASH), (ELLIPSIS, ELLIPSIS), (STACKED, STACKED))
_TIER_OF = {PAUSE: TIER_PAUSE, FINAL: TIER_FINAL, CLOSING: TIER_BRACKET}

# Prices of a legal but unloved break, in the units of `breaking`'s cost (1 is a gap of 0.045 em all along a line).
_ELLIPSIS_AT_START = 0.8  # gb lets …… open a line; xeCJK's default does not. K2 in typography.md: a soft penalty.
_NUMBER_FROM_MEASURE_WORD = 0.15


class PairTable(Struct, frozen=True):
    """Per pair of classes: `breaks` (price of a break, None where forbidden), `squeeze_left` and `squeeze_right`
    (always taken, from the left mark's right side or the right mark's left side), `shrink_left`, `shrink_right`
    (may be taken) with their tiers, `stretch` (0 or 1: the gap takes part in expansion), `behind_mark` (0 or 1: it
    does, and a mark's empty half is there already), `autospace` (0 or 1).
    """

    breaks: tuple[float | None, ...]
    squeeze_left: tuple[int, ...]
    squeeze_right: tuple[int, ...]
    shrink_left: tuple[int, ...]
    shrink_left_tier: tuple[int, ...]
    shrink_right: tuple[int, ...]
    stretch: tuple[int, ...]
    behind_mark: tuple[int, ...]
    autospace: tuple[int, ...]


@cache
def pair_table(level: Level) -> PairTable:
    """The table of one prohibition level, compiled once."""
    pairs = [(left, right) for left in range(COUNT) for right in range(COUNT)]
    squeeze = [_squeeze(left, right) for left, right in pairs]
    shrink = [_shrink_left(left, right, taken) for (left, right), (taken, _) in zip(pairs, squeeze, strict=True)]
    return PairTable(
        breaks=tuple(_break_price(left, right, level) for left, right in pairs),
        squeeze_left=tuple(taken for taken, _ in squeeze),
        squeeze_right=tuple(taken for _, taken in squeeze),
        shrink_left=tuple(amount for amount, _ in shrink),
        shrink_left_tier=tuple(tier for _, tier in shrink),
        shrink_right=tuple(
            HALF if right == OPENING and not taken else 0
            for (_, right), (_, taken) in zip(pairs, squeeze, strict=True)
        ),
        stretch=tuple(_stretches(left, right) for left, right in pairs),
        behind_mark=tuple(
            int(left in _RIGHT_EMPTY and _stretches(left, right) == 1) for left, right in pairs
        ),
        autospace=tuple(_is_autospace(left, right) for left, right in pairs),
    )


def _break_price(left: int, right: int, level: Level) -> float | None:
    """Price of a break between two classes, None where it is forbidden; Latin and numbers hold at every level."""
    if (left, right) in _GLUED or right == SPACE:
        return None
    if left in _WESTERN and right in _WESTERN:
        return None
    if left == NO_BREAK_SPACE or right == NO_BREAK_SPACE:
        return None
    if left == SPACE:
        return 0.0
    if left == PREFIX or right in (SIGN, POSTFIX):
        return None
    if level == "none":
        return 0.0
    starts = _NEVER_STARTS + ((DASH, ELLIPSIS) if level == "strict" else ())
    ends = _NEVER_ENDS + ((SOLIDUS,) if level in ("gb", "strict") else ())
    if right in starts or left in ends:
        return None
    if right == ELLIPSIS:
        return _ELLIPSIS_AT_START
    if left == DIGIT and right == HAN:
        return _NUMBER_FROM_MEASURE_WORD
    return 0.0


def _squeeze(left: int, right: int) -> tuple[int, int]:
    """What two adjacent marks always give up: (from the left one's right side, from the right one's left side)."""
    if right == OPENING and left in (*_RIGHT_EMPTY, OPENING, INTERPUNCT):
        return 0, HALF
    if left in _RIGHT_EMPTY and right in (*_RIGHT_EMPTY, INTERPUNCT, STACKED):
        return HALF, 0
    return 0, 0


def _shrink_left(left: int, right: int, squeezed: int) -> tuple[int, int]:
    """What the left character may give up on its right side, and in which tier."""
    if left == SPACE or squeezed or left not in _TIER_OF:
        return 0, 0
    # A pair that has already given up one half gives the second one last of all.
    return HALF, TIER_FINAL if right == OPENING else _TIER_OF[left]


def _stretches(left: int, right: int) -> int:
    """Whether expansion may open the gap: not inside unbreakable runs, nor beside connectors and the solidus."""
    if left == SPACE or right == SPACE:
        return int(right != SPACE)  # a word space opens behind itself
    if left in _WESTERN and right in _WESTERN:
        return 0
    if (left, right) in _GLUED:
        return 0
    if left == PREFIX or right in (SIGN, POSTFIX):
        return 0
    fixed = (CONNECTOR, SOLIDUS, INTERPUNCT)
    if left in fixed or right in fixed:
        return 0
    # Nothing opens between a bracket and what it encloses.
    return 0 if left == OPENING or right == CLOSING else 1


def _is_autospace(left: int, right: int) -> int:
    return int((left == HAN and right in (DIGIT, LATIN)) or (left in (DIGIT, LATIN) and right == HAN))
