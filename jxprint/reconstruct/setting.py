"""How text may have stood in lines: the line ends that a measure allows, by widths alone and without a font.

A newspaper's face is square, so widths follow from classes: Han and marks an em, ASCII half an em or a little more.
Amounts in ems of the body type.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate

from msgspec import Struct

from jxprint.text.classes import (
    CLOSING,
    DASH,
    DIGIT,
    ELLIPSIS,
    FINAL,
    HAN,
    INTERPUNCT,
    LATIN,
    OPENING,
    PAUSE,
    POINT,
    POSTFIX,
    PREFIX,
    SIGN,
    SPACE,
    classify,
)

INDENT = 2.0
# A mark gives half an em where its line is crowded; a full stop only half of that.
_GIVES = {PAUSE: 0.5, CLOSING: 0.5, OPENING: 0.5, INTERPUNCT: 0.5, FINAL: 0.25}
_MARKS = frozenset(_GIVES)
# What may not start a line, and what may not end one (CLREQ, 避头尾).
_NOT_FIRST = frozenset((PAUSE, FINAL, CLOSING, INTERPUNCT, POSTFIX, POINT, SIGN))
_NOT_LAST = frozenset((OPENING, PREFIX))
_RUN = frozenset((DIGIT, LATIN, POINT, SIGN))
_NARROW = {DIGIT: 0.5, LATIN: 0.52, POINT: 0.3, SIGN: 0.5, SPACE: 0.25, PREFIX: 0.5}
# No gap of a printed line is opened by more than this; what costs 1 is a gap that one sees.
_WIDEST_GAP, _SEEN_GAP, _USUAL_GAP = 0.16, 0.06, 0.038
_IMPOSSIBLE = float("inf")


class Style(Struct, frozen=True):
    """How a house sets marks and figures: the width of a figure (em), and whether neighbouring marks share an em."""

    figure: float = 0.5
    pairs: bool = True
    indent: float = INDENT


class Measured(Struct, frozen=True):
    """A piece of text: widths summed up to each character (one more than there are), what marks may give, likewise, and
    where a line may end: before which characters. `trims` is what an opening mark saves at a line's head, and what a
    closing one saves at a line's end, by its place.
    """

    text: str
    widths: Sequence[float]
    gives: Sequence[float]
    breaks: Sequence[bool]
    closing: Sequence[float]


def measured(text: str, style: Style) -> Measured:
    """Widths and break places of a piece."""
    classes = classify(text)
    widths: list[float] = []
    gives: list[float] = []
    for at, kind in enumerate(classes):
        char = text[at]
        width = 1.0
        if char.isascii():
            width = style.figure if kind == DIGIT else _NARROW.get(kind, 0.5)
        give = _GIVES.get(kind, 0.0)
        if style.pairs and at and kind in _MARKS and classes[at - 1] in _MARKS:
            # 。” and ，“ share an em and a half: the second one of a pair loses its half
            width -= 0.5
            give = max(0.0, give - 0.25)
        widths.append(width)
        gives.append(give)
    breaks = [True] + [_may_part(classes, at, text) for at in range(1, len(text))] + [True]
    closing = [0.5 if kind in (PAUSE, CLOSING, FINAL) else 0.0 for kind in classes]
    return Measured(
        text, (0.0, *accumulate(widths)), (0.0, *accumulate(gives)), breaks, closing
    )


def _may_part(classes: Sequence[int], at: int, text: str) -> bool:
    before, after = classes[at - 1], classes[at]
    if after in _NOT_FIRST and not text[at].isascii():
        return False
    if before in _NOT_LAST and not text[at - 1].isascii():
        return False
    if before in _RUN and after in _RUN:
        return False
    if after == POSTFIX or (before == DIGIT and text[at] == "%"):
        return False
    return not (before == after and before in (DASH, ELLIPSIS))


class Lines(Struct):
    """What a piece comes to over a measure: by the number of lines the cost when its last line is a paragraph's, and
    when it is full, as at the foot of a leg where the paragraph goes on.
    """

    ends: dict[int, float]
    full: dict[int, float]


def lines_of(piece: Measured, measure: float, indent: float, most: int = 400) -> Lines:
    """Every number of lines that a piece may take."""
    length = len(piece.text)
    found = Lines({}, {})
    if not length:
        return found
    reached: dict[int, float] = {0: 0.0}
    room = measure - indent
    for count in range(1, most):
        further: dict[int, float] = {}
        for start, cost in reached.items():
            _reach(piece, start, room, cost, further, found, count)
        if length in further:
            full = further.pop(length)
            found.full[count] = full
        if not further:
            break
        best = min(further.values())
        reached = {at: one for at, one in further.items() if one < best + 12.0} if len(further) > 3 else further
        room = measure
    return found


def _reach(
    piece: Measured, start: int, room: float, cost: float, further: dict[int, float], found: Lines, count: int
) -> None:
    widths, gives, breaks, length = piece.widths, piece.gives, piece.breaks, len(piece.text)
    base, given = widths[start], gives[start]
    # The last line of a paragraph: anything that fits.
    rest = widths[length] - base
    if rest - (gives[length] - given) - piece.closing[length - 1] * 0.5 <= room + 1e-6:
        over = max(0.0, rest - room)
        end_cost = cost + over * 0.5 + (0.7 if length - start < 2 else 0.0)
        if end_cost < found.ends.get(count, _IMPOSSIBLE):
            found.ends[count] = end_cost
    last = bisect_right(widths, base + room + 3.0, start) - 1
    at = min(last, length)
    while at > start:
        width = widths[at] - base
        gap_count = at - start - 1
        if width <= room:
            short = room - width
            if short > _WIDEST_GAP * max(1, gap_count):
                break
            if breaks[at]:
                gap = short / max(1, gap_count)
                price = (max(0.0, gap - _USUAL_GAP) / _SEEN_GAP) ** 2 * 0.5
                total = cost + price
                if total < further.get(at, _IMPOSSIBLE):
                    further[at] = total
        else:
            over = width - room
            give = gives[at] - given + piece.closing[at - 1] * 0.0
            if over <= give + 1e-6 and breaks[at]:
                total = cost + 0.05 + over / max(give, 0.25) * 0.4
                if total < further.get(at, _IMPOSSIBLE):
                    further[at] = total
        at -= 1
