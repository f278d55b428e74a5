"""Where a paragraph's lines end, chosen for the whole paragraph at once (total fit).

Order of what counts: fewest rescues; then the least worst gap above the style's `widest_em` (`looseness` says what
counts as one, and lets in breaks at need beyond `LOOSEST`); then the sum of costs (squeeze, stretch, runts, numbers
parted from their measure words). After Knuth and Plass's dynamic programme over feasible breaks, with Chinese budgets
in place of glue. Amounts in thousandths of an em.

Cost 1 is a gap of `EASY` all along a line, or all the line's marks squeezed to their halves.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from jxprint.composition.lines.candidates import FORBIDDEN, Candidates, at_need, rescuing
from jxprint.composition.lines.last_lines import runt
from jxprint.composition.lines.looseness import LOOSEST, at_run, looseness, widest_gap
from jxprint.composition.lines.measured import Measured

EASY = 45.0
# A line over its budget by more than this stays so with every further character: none frees more room than it takes,
# but a hyphen that is wider than the letter behind it.
_HOPELESS = 500.0
_INFINITE = float("inf")
_RESCUE = 1e9
# Costs that the search keeps within at first: half of all paragraphs of newspaper copy, then nearly all of them.
_CAPS = (6.0, 40.0)
_TOLERANCE = 1e-6


class Breaks(Struct, frozen=True):
    """Glyph indices where lines end (the last is the paragraph's end), and which of those breaks are against the rules
    because there was no other way. `over`: gaps may be wider than the style lets them be.
    """

    ends: tuple[int, ...]
    rescued: frozenset[int] = frozenset()
    over: bool = False


class Wanted(Struct, frozen=True):
    """What lines are broken for: their measure, the first one's indent, how wide gaps may be, the price of a line, and
    what is paid for breaks that an earlier setting had (by glyph index).
    """

    measure: float
    indent: float
    widest: float
    after_mark: float
    line_price: float = 0.0
    held: Mapping[int, float] | None = None


def choose_breaks(measured: Measured, legal: Candidates, wanted: Wanted) -> Breaks:
    """The best breaks; `legal` is what `candidates` makes of the measured paragraph."""
    if wanted.held and not measured.at_need.keys().isdisjoint(wanted.held):
        legal = at_need(measured, legal)  # what was needed before may stand
    ends = _best(legal, measured, wanted, wanted.widest)
    over = ends is None or wanted.held is not None  # what is held may be wider than what is set anew
    if ends is None:
        places, worst = _places(measured, legal, wanted)
        if worst is not None:
            ends = _best(places, measured, wanted, worst[1] + _TOLERANCE)
    if ends is not None:
        return Breaks(ends, over=over)
    places, worst = _places(measured, rescuing(measured, legal), wanted)
    if worst is None:  # a single glyph wider than the measure: one a line, and the caller reports the width
        return Breaks(tuple(range(1, len(measured) + 1)), frozenset(range(1, len(measured) + 1)))
    against = places.rescue
    price = [one + many * _RESCUE if many else one for one, many in zip(places.price, against, strict=True)]
    ends = _best(replace(places, price=price), measured, wanted, max(worst[1], wanted.widest) + _TOLERANCE)
    assert ends is not None  # a way with that worst gap is known to exist
    return Breaks(ends, frozenset(end for end in ends[:-1] if against[end]), over)


def _places(measured: Measured, legal: Candidates, wanted: Wanted) -> tuple[Candidates, tuple[int, float] | None]:
    """Where a paragraph too loose may break, at need too if that takes fewer rescues or its lines would be too loose
    without, and the fewest rescues with the least worst gap.
    """
    worst = least_worst_gap(legal, wanted)
    if measured.at_need and (worst is None or worst[0] or worst[1] > LOOSEST):
        more = at_need(measured, legal)
        better = least_worst_gap(more, wanted)
        if better is None:
            return legal, worst
        tighter = worst is not None and worst[1] > LOOSEST and better < (worst[0], worst[1] - _TOLERANCE)
        if worst is None or better[0] < worst[0] or tighter:
            return more, better
    return legal, worst


def _best(c: Candidates, measured: Measured, wanted: Wanted, widest: float) -> tuple[int, ...] | None:
    """The cheapest way through with no gap over `widest`, or None where there is none.

    No cost is below zero, so a way that costs more than the cheapest never leads to it: the search looks first for ways
    within a cost that most paragraphs keep to, and wider only where it finds none.
    """
    if wanted.line_price >= 0 and not wanted.held:
        lines = c.end[-1] / wanted.measure + 1.0
        for cap in _CAPS:
            ends = _within(c, measured, wanted, widest, cap + lines * wanted.line_price)
            if ends is not None:
                return ends
    return _within(c, measured, wanted, widest, _INFINITE)


def _within(c: Candidates, measured: Measured, wanted: Wanted, widest: float, cap: float) -> tuple[int, ...] | None:
    """The cheapest way through that costs less than `cap`. One pass; for each reachable start only the ends inside the
    feasible window are looked at.
    """
    price = c.price if wanted.held is None else [p + wanted.held.get(k, 0.0) for k, p in enumerate(c.price)]
    end, measure, after_mark, line_price = c.end, wanted.measure, wanted.after_mark, wanted.line_price
    shrink_end, stretch_end, room_end, marks_end = c.shrink_end, c.stretch_end, c.room_end, c.marks_end
    # Lines that may stay short matter only where nothing tighter was found.
    last, uneven = len(c) - 1, LOOSEST < widest < _INFINITE
    cost_at = [cap] * (last + 1)
    came_from = [-1] * (last + 1)
    cost_at[0], came_from[0] = 0.0, 0
    low = high = 1
    easy, full, tolerance, hopeless = 1.0 / (EASY * EASY), -_TOLERANCE, _TOLERANCE, _HOPELESS
    for a in range(last):
        if came_from[a] < 0:
            continue
        so_far = cost_at[a] + line_price
        target = measure + c.begin[a] if a else measure - wanted.indent + c.begin[0]
        shrink, stretch, room = c.shrink[a], c.stretch[a], c.room[a]
        # Ends behind this one are not looked at: a long run without breaks would be gone through from every start.
        while high < last and end[high] - target <= shrink_end[high] - shrink + hopeless:
            high += 1
        for b in range(low if low > a else a + 1, high):
            total = so_far + price[b]
            if total >= cost_at[b]:
                continue  # forbidden, or already reached for less
            slack = target - end[b]
            if slack >= full:
                open_ = slack - (room_end[b] - room)
                if open_ > 0:
                    gaps = stretch_end[b] - stretch
                    if open_ > (widest * gaps if gaps else widest):
                        if not uneven:  # too short from here is too short from any later start
                            low = b + 1
                        if not uneven or not at_run(c.pairs, c.rules, b):
                            continue
                    # Without a gap to open the line stays short, at the price of one such gap.
                    wide = open_ / gaps if gaps else open_
                    if wide > after_mark:
                        wide = widest_gap(open_, gaps, marks_end[b] - c.marks[a], after_mark)
                        if wide > LOOSEST and uneven and at_run(c.pairs, c.rules, b):
                            wide = looseness(open_, gaps, marks_end[b] - c.marks[a], after_mark, measure)
                        if wide > widest:
                            continue
                    total += wide * wide * easy
            else:
                budget = shrink_end[b] - shrink
                if -slack > budget + tolerance:
                    if -slack > budget + hopeless:
                        break
                    continue
                share = slack / budget
                total += share * share
            if total < cost_at[b]:
                cost_at[b] = total
                came_from[b] = a
        slack = target - end[last]
        if slack >= full or -slack <= shrink_end[last] - shrink + tolerance:
            total = so_far + runt(measured, a)
            if slack < full:
                total += (slack / (shrink_end[last] - shrink)) ** 2
            if total < cost_at[last]:
                cost_at[last] = total
                came_from[last] = a
    return None if came_from[last] < 0 else _trace(came_from, last)


def _trace(came_from: list[int], last: int) -> tuple[int, ...]:
    ends: list[int] = []
    while last:
        ends.append(last)
        last = came_from[last]
    return tuple(reversed(ends))


def least_worst_gap(c: Candidates, wanted: Wanted) -> tuple[int, float] | None:
    """The fewest rescues that any breaking needs, and the smallest possible widest gap of those that need no more
    (a bottleneck path); None where no way exists.

    This is the proof that a paragraph admits nothing better: every such breaking has at least one gap this wide.
    """
    key = wanted.measure, wanted.indent, wanted.after_mark
    if key not in c.worst_gaps:
        c.worst_gaps[key] = _least_worst_gap(c, wanted)
    return c.worst_gaps[key]


def _least_worst_gap(c: Candidates, wanted: Wanted) -> tuple[int, float] | None:
    last, filled = len(c) - 1, wanted.widest < _INFINITE
    # More than all breaks together could count for.
    none = (len(c) * len(c) + 1, _INFINITE)
    worst = [none] * (last + 1)
    worst[0] = 0, 0.0
    end, price, shrink_end, against = c.end, c.price, c.shrink_end, c.rescue or [0] * (last + 1)
    for a in range(last):
        here = worst[a]
        rescues, gap = here
        if gap == _INFINITE:
            continue
        target = (wanted.measure if a else wanted.measure - wanted.indent) + c.begin[a]
        shrink = c.shrink[a]
        for b in range(a + 1, last + 1):
            slack = target - end[b]
            if slack < 0:
                over = -slack - (shrink_end[b] - shrink)
                if over > _HOPELESS:
                    break
                if over > _TOLERANCE:
                    continue
            # Forbidden, or already reached in no worse a way.
            if price[b] == FORBIDDEN or worst[b] <= ((rescues + against[b], gap) if against[b] else here):
                continue
            wide = 0.0
            if slack > 0 and b != last:
                open_ = slack - (c.room_end[b] - c.room[a])
                if open_ > 0:
                    gaps, behind = c.stretch_end[b] - c.stretch[a], c.marks_end[b] - c.marks[a]
                    wide = widest_gap(open_, gaps, behind, wanted.after_mark)
                    if wide > LOOSEST and filled and at_run(c.pairs, c.rules, b):
                        wide = looseness(open_, gaps, behind, wanted.after_mark, wanted.measure)
            found = rescues + against[b], max(gap, wide)
            if found < worst[b]:
                worst[b] = found
    return None if worst[last] == none else worst[last]
