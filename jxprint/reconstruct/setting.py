"""How text may have stood in lines: the line ends that a measure allows, by widths alone and without a font.

A newspaper's face is square, so widths follow from classes: Han and marks an em, ASCII half an em or a little more.
Amounts in ems of the body type.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from itertools import accumulate, pairwise
from math import ceil, exp, floor, log

from msgspec import Struct, field

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
# A mark gives half an em where its line is crowded.
_GIVES = {PAUSE: 0.5, CLOSING: 0.5, OPENING: 0.5, INTERPUNCT: 0.5, FINAL: 0.5}
_MARKS = frozenset(_GIVES)
# What may not start a line, and what may not end one (CLREQ, 避头尾).
_NOT_FIRST = frozenset((PAUSE, FINAL, CLOSING, INTERPUNCT, POSTFIX, POINT, SIGN))
_NOT_LAST = frozenset((OPENING, PREFIX))
_RUN = frozenset((DIGIT, LATIN, POINT, SIGN))
_NARROW = {DIGIT: 0.5, LATIN: 0.52, POINT: 0.3, SIGN: 0.5, SPACE: 0.25, PREFIX: 0.5}
# No gap of a printed line is opened by more than this; what costs 1 is a gap that one sees.
_WIDEST_GAP = 0.2
# A composer takes what fits; now and then less by a word, or more by what its marks give. Prices (natural logarithms of
# odds) of the line that holds the most, of each break before it, of a squeezed one, and of all that its marks give.
_FITS, _FITS_BETTER, _CROWDED, _CROWDING = 0.3, 2.5, 0.1, 0.4
_EARLIER = 3
_IMPOSSIBLE = float("inf")
# What a piece costs that fills whole lines only if it was set in another way than we think.
SLIP = 7.0
# What a last line costs that has so few characters (孤字不成行): lines before it are set closer.
_LONE = {1: 3.0, 2: 1.8, 3: 0.6}
# No line's marks give more than this, and no more ways to reach a line are kept than so many.
_MOST_GIVEN, _STATES = 2.0, 12
# How many characters behind a piece its last line may have reached into, had it not ended there.
_REACHED = 8


class Style(Struct, frozen=True):
    """How a house sets marks and figures: the width of a figure (em), and whether neighbouring marks share an em."""

    figure: float = 0.5
    pairs: bool = True
    indent: float = INDENT


class Measured(Struct, frozen=True):
    """A piece of text with as much of what follows it as its last line may reach into: widths summed up to each
    character (one more than there are), what marks may give, likewise, and where a line may end: before which
    characters. The piece ends at `length`; `closing` is what the mark at its end may give beside. `known` are its lines
    at the measures and indents that were asked for.
    """

    text: str
    length: int
    widths: Sequence[float]
    gives: Sequence[float]
    breaks: Sequence[bool]
    closing: float
    known: dict[tuple[float, float], Lines] = field(default_factory=dict)


def measured(text: str, style: Style, after: str = "") -> Measured:
    """Widths and break places of a piece that `after` follows."""
    length = len(text)
    text += after[:_REACHED]
    classes = classify(text)
    widths: list[float] = []
    gives: list[float] = []
    for at, kind in enumerate(classes):
        if kind == HAN:  # most are
            widths.append(1.0)
            gives.append(0.0)
            continue
        width = 1.0
        if text[at].isascii():
            width = style.figure if kind == DIGIT else _NARROW.get(kind, 0.5)
        give = _GIVES.get(kind, 0.0)
        if style.pairs and at and kind in _MARKS and classes[at - 1] in _MARKS:
            # 。” and ，“ share an em and a half: the second one of a pair loses its half
            width -= 0.5
            give = max(0.0, give - 0.25)
        widths.append(width)
        gives.append(give)
    neighbours = enumerate(pairwise(classes), 1)
    inner = [before == after == HAN or _may_part(classes, at, text) for at, (before, after) in neighbours]
    breaks = [True, *inner, True]
    closing = 0.5 if classes and classes[length - 1] in (PAUSE, CLOSING, FINAL) else 0.0
    return Measured(text, length, (0.0, *accumulate(widths)), (0.0, *accumulate(gives)), breaks, closing)


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


class Lines(Struct, frozen=True):
    """What a piece comes to over a measure: by the number of lines the price (natural logarithm of odds) when its last
    line is a paragraph's (`ends`), and when it is full, as at the foot of a leg where the paragraph goes on (`full`):
    how unlikely it is that so many lines end there, of all the places where they may. So measures are compared fairly:
    narrow ones, which have more lines to be set badly, and wide ones, whose long lines reach nearly any place.
    """

    ends: dict[int, float]
    full: dict[int, float]


def lines_of(piece: Measured, measure: float, indent: float) -> Lines:
    """Every number of lines that a piece may take; linear in its length."""
    found = piece.known.get((measure, indent))
    if found is None:
        found = piece.known[measure, indent] = _lines_of(piece, measure, indent)
    return found


def may_fill(piece: Measured, measure: float, indent: float) -> bool:
    """Whether a piece could fill whole lines, however its marks and gaps give: quicker than to set it."""
    width = piece.widths[piece.length]
    lines = max(1, ceil((width - piece.gives[piece.length] + indent) / measure - 1e-6))
    return lines * measure - indent - width <= _WIDEST_GAP * (piece.length + lines) + 1e-6


def _lines_of(piece: Measured, measure: float, indent: float) -> Lines:
    widths, gives, length = piece.widths, piece.gives, piece.length
    ends: dict[int, float] = {}
    full: dict[int, float] = {}
    reached = {0: 0.0}
    room, count = measure - indent, 0
    all_widths, all_gives = widths[length], gives[length]
    slack = piece.closing / 2
    while reached:
        count += 1
        far = max(reached)
        is_last = all_widths - widths[far] - (all_gives - gives[far]) - slack <= room
        for start, price in reached.items() if is_last else ():
            base = widths[start]
            if all_widths - base - (all_gives - gives[start]) - slack <= room:  # a paragraph's last line may be short
                last = price + max(0.0, all_widths - base - room) * 0.5 + _LONE.get(length - start, 0.0)
                if last < ends.get(count, _IMPOSSIBLE):
                    ends[count] = last
        further = _line_ends(piece, reached, room)
        if length in further:
            full[count] = further[length] + log(sum([exp(-price) for price in further.values()]))
        if further and max(further) >= length:
            further = {at: price for at, price in further.items() if at < length}
        if len(further) > _STATES:
            further = dict(sorted(further.items(), key=_price)[:_STATES])
        reached = further
        room = measure
    _astray(full, (all_widths + indent) / measure)
    return Lines(_shared(ends), full)


def _line_ends(piece: Measured, reached: Mapping[int, float], room: float) -> dict[int, float]:
    """Where a line may end that begins where the lines before it `reached`, and what it costs together with them."""
    widths, gives, breaks = piece.widths, piece.gives, piece.breaks
    further: dict[int, float] = {}
    known = further.get
    for start, price in reached.items():
        base, given, fitting = widths[start], gives[start], 0
        at = bisect_right(widths, base + room + _MOST_GIVEN, start) - 1
        while at > start and fitting < _EARLIER:
            over = widths[at] - base - room
            if over <= 1e-6:
                if -over > _WIDEST_GAP and -over > _WIDEST_GAP * (at - start - 1):
                    break
                if breaks[at]:
                    total = price + _FITS + fitting * _FITS_BETTER
                    fitting += 1
                    if total < known(at, _IMPOSSIBLE):
                        further[at] = total
            elif breaks[at] and over <= (give := gives[at] - given) + 1e-6:
                total = price + _CROWDED + over / (give if give > 0.25 else 0.25) * _CROWDING
                if total < known(at, _IMPOSSIBLE):
                    further[at] = total
            at -= 1
    return further


def _astray(full: dict[int, float], lines: float) -> None:
    """A piece may be full in as many lines as its width comes to whatever we think of it: other type, small figures, a
    slip of the dump.
    """
    for count in {max(1, floor(lines)), ceil(lines)}:
        full[count] = min(full.get(count, _IMPOSSIBLE), SLIP)


def _shared(prices: dict[int, float]) -> dict[int, float]:
    """Prices of things of which one is so."""
    whole = log(sum([exp(-price) for price in prices.values()])) if prices else 0.0
    return {key: price + whole for key, price in prices.items()}


def _price(item: tuple[int, float]) -> float:
    return item[1]
