"""What may happen between two neighbours: a break, a squeeze, an opening. Tables over character classes.

Sources: line-start and line-end prohibition (避头尾) after CLREQ 3.1.4 and GB/T 15834—2011 5.1.1 to 5.1.9; widths of
adjacent marks after CSS Text 4 (text-spacing-trim) with the zh-Hans reading of ：；！？ as closing marks; expansion
after CLREQ 3.2; the space between Han and Latin after UTR #59. UAX #14 is not used: it lets — ～ · ／ start a line, and
forbids breaks inside ”“ and before “ in 造“1+8+N”. tests/cases/lists holds where the two agree and where they part.

Amounts are thousandths of an em throughout this room: most are whole numbers, and sums of those are exact.
"""

from __future__ import annotations

from functools import cache

from msgspec import Struct

from jxprint.model.style import Level
from jxprint.text.classes import (
    CENTRED,
    CLOSING,
    CONNECTOR,
    COUNT,
    DASH,
    DIGIT,
    ELLIPSIS,
    ENUMERATOR,
    FINAL,
    GLUE,
    HAN,
    INTERPUNCT,
    ITERATION,
    LATIN,
    LEADER,
    MINUS,
    OPENING,
    OPERATOR,
    PAUSE,
    POINT,
    POSTFIX,
    PREFIX,
    SIGN,
    SMALL_KANA,
    SOLIDUS,
    SPACE,
    STACKED,
    WIDE,
    WIDE_DIGIT,
    WIDE_SPACE,
)

HALF = 500
QUARTER = 250

# Tiers of compression in CLREQ's order; the mark at a line's end comes first of all.
TIER_LINE_END, TIER_WORD_SPACE, TIER_INTERPUNCT, TIER_BRACKET, TIER_PAUSE, TIER_AUTOSPACE, TIER_FINAL = range(7)
TIERS = 7

_RIGHT_EMPTY = (PAUSE, FINAL, CLOSING)
# What hangs on to the character before it: white opens behind these rather than before (JLREQ 3.8.4).
HANGS_ON = (PAUSE, FINAL, CLOSING, STACKED)
WESTERN = frozenset((DIGIT, LATIN, SIGN, POINT, PREFIX, LEADER, POSTFIX, OPERATOR, MINUS, GLUE))
_BEFORE = (PREFIX, LEADER)  # what a number or a word starts with
_BEHIND = (SIGN, POINT, POSTFIX)  # what belongs to what stands before it
_NARROW = (DIGIT, LATIN, POINT, LEADER)
_GLUED = ((DASH, DASH), (ELLIPSIS, ELLIPSIS), (STACKED, STACKED), (WIDE_DIGIT, WIDE_DIGIT))
_TIER_OF = {PAUSE: TIER_PAUSE, FINAL: TIER_FINAL, CLOSING: TIER_BRACKET, CENTRED: TIER_PAUSE}

# Which classes may not start and not end a line, by level: CLREQ 3.1.4 for `basic` and `strict`, GB/T 15834 for `gb`
# (5.1.9: the solidus ends no line), and what many houses add. Neither of the two knows iteration marks (々) and small
# kana; CSS Text 3 and UAX #14 let the first open no line, and the second none of a strict text.
_BASIC_STARTS = (PAUSE, FINAL, STACKED, CLOSING, CONNECTOR, INTERPUNCT, SOLIDUS, ITERATION)
STARTS: dict[Level, tuple[int, ...]] = {
    "none": (),
    "basic": _BASIC_STARTS,
    "gb": _BASIC_STARTS,
    "strict": (*_BASIC_STARTS, DASH, ELLIPSIS, SMALL_KANA),
    "house": (*_BASIC_STARTS, POSTFIX, SMALL_KANA),
}
ENDS: dict[Level, tuple[int, ...]] = {
    "none": (),
    "basic": (OPENING,),
    "gb": (OPENING, SOLIDUS),
    "strict": (OPENING, SOLIDUS),
    "house": (OPENING, SOLIDUS, *_BEFORE, ENUMERATOR),
}

# Prices of a legal but unloved break, in the units of `breaking`'s cost (1 is a gap of 0.045 em all along a line).
_ELLIPSIS_AT_START = 0.8  # gb lets …… open a line; xeCJK's default does not. K2 in typography.md: a soft penalty.
_NUMBER_FROM_MEASURE_WORD = 0.15


class SpaceTable(Struct, frozen=True):
    """Per pair of classes: `squeeze_left` and `squeeze_right` (always taken, from the left mark's right side or the
    right mark's left side); `shrink_left` and `shrink_right` (may be taken there) with their tiers; `squeeze` and
    `shrink`, both sides together.
    """

    squeeze_left: tuple[int, ...]
    squeeze_right: tuple[int, ...]
    shrink_left: tuple[int, ...]
    shrink_left_tier: tuple[int, ...]
    shrink_right: tuple[int, ...]
    shrink_right_tier: tuple[int, ...]
    shrink: tuple[int, ...]
    squeeze: tuple[int, ...]


_PAIRS = [(left, right) for left in range(COUNT) for right in range(COUNT)]


@cache
def break_prices(level: Level) -> tuple[float | None, ...]:
    """Per pair of classes the price of a break, None where it is forbidden; compiled once a level."""
    return tuple(_break_price(left, right, level) for left, right in _PAIRS)


@cache
def space_table(squeezes: bool, stops: bool) -> SpaceTable:
    """The table of a width style: `squeezes` is False where marks are left as they are, `stops` where 。？！ keep their
    white half within a line.
    """
    squeeze = [_squeeze(left, right) if squeezes else (0, 0) for left, right in _PAIRS]
    shrink_left = [_shrink_left(left, right, taken[0]) for (left, right), taken in zip(_PAIRS, squeeze, strict=True)]
    shrink_right = [_shrink_right(right, taken[1]) for (_, right), taken in zip(_PAIRS, squeeze, strict=True)]
    if not stops:
        shrink_left = [(0, 0) if tier == TIER_FINAL else (amount, tier) for amount, tier in shrink_left]
    if not squeezes:
        shrink_left = shrink_right = [(0, tier) for _, tier in shrink_left]
    return SpaceTable(
        tuple(taken for taken, _ in squeeze),
        tuple(taken for _, taken in squeeze),
        tuple(amount for amount, _ in shrink_left),
        tuple(tier for _, tier in shrink_left),
        tuple(amount for amount, _ in shrink_right),
        tuple(tier for _, tier in shrink_right),
        tuple(one + other for (one, _), (other, _) in zip(shrink_left, shrink_right, strict=True)),
        tuple(map(sum, squeeze)),
    )


@cache
def autospaces(amount: float) -> tuple[float, ...]:
    """Per pair of classes `amount` where the space between Han and Latin or digits stands, else 0."""
    return tuple(one * amount for one in AUTOSPACE)


@cache
def natural_gaps(autospace: float, tracking: float) -> tuple[float, ...]:
    """Per pair of classes the gap of a line that is not adjusted, but for the white of marks: the space between Han and
    Latin, and tracking wherever a gap may open.
    """
    space = autospaces(autospace)
    return tuple(one + tracking * opens for one, opens in zip(space, STRETCH, strict=True)) if tracking else space


def _break_price(left: int, right: int, level: Level) -> float | None:
    """Price of a break between two classes, None where it is forbidden; Latin and numbers hold at every level."""
    if right in (SPACE, WIDE_SPACE):
        return None
    if left in (SPACE, WIDE_SPACE):
        return None if right in STARTS[level] else 0.0
    if _holds(left, right) or right in STARTS[level] or left in ENDS[level]:
        return None
    if level == "none":
        return 0.0
    if left in _BEFORE or right in (*_BEHIND, MINUS):
        return None
    if right == ELLIPSIS:
        return _ELLIPSIS_AT_START
    if left == DIGIT and right == HAN:
        return _NUMBER_FROM_MEASURE_WORD
    return 0.0


def _holds(left: int, right: int) -> bool:
    """Whether two classes hold together at every level: what does not break does not open either (CLREQ 3.2.3)."""
    if GLUE in (left, right) or (left, right) in _GLUED:
        return True
    # Full-width figures are a number as well, with the signs that it has, and with half-width ones that got among them.
    if WIDE_DIGIT in (left, right):
        return left in (*_BEFORE, MINUS) or right in _BEHIND or DIGIT in (left, right)
    return left in WESTERN and right in WESTERN


def _squeeze(left: int, right: int) -> tuple[int, int]:
    """What two adjacent marks always give up: (from the left one's right side, from the right one's left side)."""
    if right == OPENING and left in (*_RIGHT_EMPTY, OPENING, INTERPUNCT, CENTRED, WIDE_SPACE):
        return 0, HALF
    if left in _RIGHT_EMPTY and right in (*_RIGHT_EMPTY, INTERPUNCT, STACKED, WIDE_SPACE):
        return HALF, 0
    if left == CLOSING and right == CENTRED:
        return HALF, 0
    return 0, 0


def _shrink_left(left: int, right: int, squeezed: int) -> tuple[int, int]:
    """What the left character may give up on its right side, and in which tier."""
    if left == SPACE or squeezed or left not in _TIER_OF:
        return 0, 0
    if left == CENTRED:
        return QUARTER, TIER_PAUSE
    # A pair that has already given up one half gives the second one last of all.
    return HALF, TIER_FINAL if right == OPENING else _TIER_OF[left]


def _shrink_right(right: int, squeezed: int) -> tuple[int, int]:
    """What the right character may give up on its left side, and in which tier."""
    if squeezed:
        return 0, 0
    if right == OPENING:
        return HALF, TIER_BRACKET
    return (QUARTER, TIER_PAUSE) if right == CENTRED else (0, 0)


def _stretches(left: int, right: int) -> int:
    """Whether expansion may open the gap: not inside unbreakable runs, not before closing brackets, nor beside
    connectors and the solidus.
    """
    if right in (SPACE, CLOSING):
        return 0
    if left == SPACE:
        return int(right not in HANGS_ON)  # a word space opens behind itself
    if _holds(left, right) or left in (*_BEFORE, OPENING) or right in _BEHIND:
        return 0
    fixed = (CONNECTOR, MINUS, SOLIDUS, INTERPUNCT)
    return 0 if left in fixed or right in fixed else 1


def _is_autospace(left: int, right: int) -> int:
    return int((left in WIDE and right in _NARROW) or (left in _NARROW and right in WIDE))


def _expansion() -> tuple[tuple[int, ...], tuple[int, ...], tuple[int, ...]]:
    stretch = tuple(_stretches(left, right) for left, right in _PAIRS)
    beside = tuple(
        int((left in _RIGHT_EMPTY or right in HANGS_ON) and opens == 1)
        for (left, right), opens in zip(_PAIRS, stretch, strict=True)
    )
    return stretch, beside, tuple(_is_autospace(left, right) for left, right in _PAIRS)


# Per pair: whether expansion may open the gap; whether it does and may do so by a little alone, because a mark's empty
# half is there already, or because a stop would float away from what it hangs on to (JLREQ 3.8.4 opens nothing there;
# at newspaper measures that leaves all the white to fewer gaps, and they show more than a few hundredths of an em
# here); whether the gap is one between Han and Latin or digits.
STRETCH, BESIDE_MARK, AUTOSPACE = _expansion()
