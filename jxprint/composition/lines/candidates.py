"""What the line breaker needs to know of every place where a paragraph's lines may end.

Parallel lists by glyph: entry `k` belongs to a break before glyph `k`, the last one to the paragraph's end. What a line
is wide, and how far it can be squeezed and opened, are differences of two entries. A list with `_end` behind its name
holds the sums for a line that ends there, without the gap behind it. Thousandths of an em.
"""

from __future__ import annotations

from itertools import accumulate

from msgspec import Struct, field
from msgspec.structs import replace

from jxprint.composition.lines.measured import Measured
from jxprint.composition.lines.pairs import STRETCH, autospaces
from jxprint.text.classes import SPACE

FORBIDDEN = float("inf")


class Candidates(Struct):
    """`price` is that of a break, FORBIDDEN where none may be; `rescue` tells which are against the rules where those
    are let in, and for how many each counts. `room` is what spaces open before all gaps do, `pairs` the pairs of
    classes, `rules` the prices as measured, None where the rules forbid a break. `rescuing`, `at_need` and `worst_gaps`
    are what functions of these names and `breaking` found before.
    """

    price: list[float]
    rescue: list[int]
    begin: list[float]
    end: list[float]
    shrink: list[float]
    shrink_end: list[float]
    stretch: list[int]
    stretch_end: list[int]
    marks: list[int]
    marks_end: list[int]
    room: list[float]
    room_end: list[float]
    pairs: list[int]
    rules: list[float | None]
    rescuing: Candidates | None = None
    at_need: Candidates | None = None
    # By measure, indent and the bound behind marks; not asked twice for settings in fewer or more lines.
    worst_gaps: dict[tuple[float, float, float], tuple[int, float] | None] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.price)

    def gaps(self, begin: int, end: int) -> int:
        """How many gaps of the line of glyphs [begin, end) may open."""
        return self.stretch_end[end] - self.stretch[begin]


def candidates(measured: Measured) -> Candidates:
    """The places where a line may end by the rules."""
    price = [FORBIDDEN if one is None else one for one in measured.prices]
    price[:1] = [FORBIDDEN]
    price.append(0.0)
    shrink, room = _elastic(measured)
    pairs = measured.pairs
    # Gap 0 does not exist: its pair is that of two Han, which may open.
    stretch = list(accumulate([STRETCH[pair] for pair in pairs]))
    marks = list(accumulate(measured.beside))
    begin = [way + trim for way, trim in zip(measured.run, measured.start_trim, strict=False)]
    end = [0.0]
    end += [w - g - t for w, g, t in zip(measured.run[1:], [*measured.gap[1:], 0.0], measured.end_trim, strict=True)]
    shrink_end = [0.0, *shrink]
    if measured.end_give is not None:
        shrink_end[1:] = [given + gives for given, gives in zip(shrink, measured.end_give, strict=True)]
    for k, hyphen in measured.hyphens.items():
        end[k] += hyphen.advance
    return Candidates(
        price,
        [],
        begin,
        end,
        shrink,
        shrink_end,
        stretch,
        [0, *stretch],
        marks,
        [0, *marks],
        room,
        [0.0, *room],
        pairs,
        measured.prices,
    )


def rescuing(measured: Measured, legal: Candidates) -> Candidates:
    """Any place where a line may end, to rescue a paragraph that has no legal way; made once, of the same sums."""
    if legal.rescuing is None:
        # A space ends the line before it, whatever else has to give.
        price = [
            (FORBIDDEN if cls == SPACE else 0.0) if one == FORBIDDEN else one
            for one, cls in zip(legal.price, measured.classes, strict=False)
        ]
        price[:1] = [FORBIDDEN]
        price.append(0.0)
        rescue = [int(one == FORBIDDEN) for one in legal.price]
        # A reading cannot follow a base that is parted: all other rescues of the paragraph come before that.
        for last, shaped in measured.readings.items():
            rescue[shaped.first + 1 : last + 1] = [len(rescue)] * (last - shaped.first)
        legal.rescuing = replace(legal, price=price, rescue=rescue, at_need=None, worst_gaps={})
    return legal.rescuing


def at_need(measured: Measured, legal: Candidates) -> Candidates:
    """The same places, legal ones or any, and those that are let in at need, which are no rescues; made once, of the
    same sums.
    """
    if legal.at_need is None:
        price, rescue = list(legal.price), list(legal.rescue)
        for k, one in measured.at_need.items():
            price[k] = one
            if rescue:
                rescue[k] = 0
        legal.at_need = replace(legal, price=price, rescue=rescue, rescuing=None, worst_gaps={})
    return legal.at_need


def _elastic(measured: Measured) -> tuple[list[float], list[float]]:
    """Running sums over gaps of what may be squeezed and of what spaces may open."""
    close, open_ = measured.autospace
    either = measured.table.shrink
    shrink: list[float] = [either[space] for space in measured.spaces]
    opens, closes = autospaces(open_), autospaces(close)
    room = [opens[pair] for pair in measured.pairs]
    if close:
        shrink = [amount + closes[pair] for amount, pair in zip(shrink, measured.pairs, strict=True)]
    for k, (less, more) in measured.typed.items():
        shrink[k] += less
        room[k] += more
    return list(accumulate(shrink)), list(accumulate(room))
