"""A paragraph over lines of different measures: beside a picture, beside a drop cap, in legs of unequal width.

The same budgets and prices as in `breaking`, but a line's measure goes by its number, so ways are counted by line and
place. Of two ways the one with fewer rescues counts as better, then the one whose widest gap is less over the style's
limit, then the cheaper one. Amounts in thousandths of an em.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jxprint.composition.lines.breaking import EASY, Breaks, Wanted
from jxprint.composition.lines.candidates import FORBIDDEN, Candidates, at_need, rescuing
from jxprint.composition.lines.last_lines import runt
from jxprint.composition.lines.looseness import LOOSEST, at_run, looseness, widest_gap
from jxprint.composition.lines.measured import Measured

_HOPELESS = 500.0
_TOLERANCE = 1e-6
_INFINITE = float("inf")
# Between the style's limit and what no eye bears: chosen for speed alone, since of all ways within it the one with the
# least worst gap is taken.
_WIDER = 250.0

# Ends of one line that are followed up, the cheapest first: the further down a paragraph, the more of them there are,
# and that the best way is dearer than so many others by then has not been seen.
_MOST_ENDS = 64

# Rescues, how far the widest gap is over the limit, and the sum of costs; then where the line before began.
Cost = tuple[int, float, float]


def choose_varying(measured: Measured, legal: Candidates, wanted: Wanted, measures: Sequence[float]) -> Breaks:
    """The best breaks for lines of these measures; lines beyond the last one are as long as it is."""
    for places, limit in _tries(measured, legal, wanted):
        found = _best(places, measured, wanted, measures, limit)
        if found is not None:
            cost, ends = found
            against = frozenset(end for end in ends[:-1] if places.rescue and places.rescue[end])
            return Breaks(ends, against, cost[1] > 0)
    return Breaks(tuple(range(1, len(measured) + 1)), frozenset(range(1, len(measured) + 1)))


def _tries(measured: Measured, legal: Candidates, wanted: Wanted) -> Iterator[tuple[Candidates, float]]:
    """Places for breaks and how wide a gap may be, from the strictest up: most paragraphs keep within the style's
    limit, and the fewer ways there are, the sooner they are gone through.
    """
    for limit in (wanted.widest, _WIDER, LOOSEST):
        yield legal, limit
    if measured.at_need:  # a word or an address is parted before gaps look worse than that
        yield at_need(measured, legal), LOOSEST
    yield legal, _INFINITE
    yield rescuing(measured, legal), LOOSEST
    yield rescuing(measured, legal), _INFINITE


def _best(
    c: Candidates, measured: Measured, wanted: Wanted, measures: Sequence[float], limit: float
) -> tuple[Cost, tuple[int, ...]] | None:
    last = len(c) - 1
    reached: dict[int, Cost] = {0: (0, 0.0, 0.0)}
    came_from: list[dict[int, int]] = []
    best: tuple[Cost, int] | None = None
    for number, long in enumerate(measures[:-1]):
        measure = long - (wanted.indent if number == 0 else 0.0)
        following: dict[int, Cost] = {}
        whence: dict[int, int] = {}
        for a in sorted(reached):
            for b, cost in lines_from(c, measured, wanted, (a, measure, limit), reached[a]):
                if b not in following or cost < following[b]:
                    following[b] = cost
                    whence[b] = a
        came_from.append(whence)
        if last in following and (best is None or following[last] < best[0]):
            best = following[last], number
        following.pop(last, None)
        reached = following
        if len(reached) > _MOST_ENDS:
            reached = dict(sorted(reached.items(), key=lambda one: (one[1], one[0]))[:_MOST_ENDS])
    # Where all lines are as long, which of them one is tells nothing more.
    tail = _level(c, measured, wanted, (measures[-1], limit), reached)
    if tail is not None and (best is None or tail[0] < best[0]):
        cost, begins, ends = tail
        return cost, (*_traced(came_from, begins), *ends)
    return None if best is None else (best[0], (*_traced(came_from[: best[1] + 1], last),))


def _traced(came_from: Sequence[dict[int, int]], at: int) -> list[int]:
    """The ends of the lines that lead to `at`, itself the last; none where it is the paragraph's start."""
    ends: list[int] = []
    for whence in reversed(came_from):
        ends.append(at)
        at = whence[at]
    return ends[::-1]


def _level(
    c: Candidates, measured: Measured, wanted: Wanted, line: tuple[float, float], begins: dict[int, Cost]
) -> tuple[Cost, int, list[int]] | None:
    """The best lines of one measure to the paragraph's end: what the way costs, where it begins of `begins`, which say
    what the way there costs, and its ends. `line` is the measure and how wide gaps may be.
    """
    last, (long, limit) = len(c) - 1, line
    cost_at, whence = dict(begins), dict.fromkeys(begins, -1)
    for a in range(min(begins, default=last), last):
        if a not in cost_at:
            continue
        measure = long - (wanted.indent if a == 0 else 0.0)
        for b, cost in lines_from(c, measured, wanted, (a, measure, limit), cost_at[a]):
            if b not in cost_at or cost < cost_at[b]:
                cost_at[b] = cost
                whence[b] = a
    if last not in cost_at:
        return None
    ends, at = [], last
    while whence[at] >= 0:
        ends.append(at)
        at = whence[at]
    return cost_at[last], at, ends[::-1]


def lines_from(
    c: Candidates, measured: Measured, wanted: Wanted, line: tuple[int, float, float], so_far: Cost
) -> list[tuple[int, Cost]]:
    """The lines that can begin at a glyph, with what the way costs by their end. `line` is that glyph, the line's
    measure, and how wide its gaps may be.
    """
    found: list[tuple[int, Cost]] = []
    a, measure, limit = line
    last, target, shrink = len(c) - 1, measure + c.begin[a], c.shrink[a]
    rescues, over, total = so_far
    for b in range(a + 1, last + 1):
        slack, budget = target - c.end[b], c.shrink_end[b] - shrink
        if -slack > budget + _HOPELESS:
            break
        if c.price[b] == FORBIDDEN or -slack > budget + _TOLERANCE:
            continue
        cost, wide = c.price[b] + wanted.line_price, 0.0
        if wanted.held is not None:
            cost += wanted.held.get(b, 0.0)
        if slack < -_TOLERANCE:
            cost += (slack / budget) ** 2
        elif b != last:
            open_ = slack - (c.room_end[b] - c.room[a])
            if open_ > 0:
                gaps, marks = c.stretch_end[b] - c.stretch[a], c.marks_end[b] - c.marks[a]
                wide = widest_gap(open_, gaps, marks, wanted.after_mark)
                if wide > LOOSEST and at_run(c.pairs, c.rules, b):
                    wide = looseness(open_, gaps, marks, wanted.after_mark, measure)
                if wide > limit:
                    continue
                cost += (wide / EASY) ** 2
        if b == last:
            cost += runt(measured, a)
        against = c.rescue[b] if c.rescue else 0
        found.append((b, (rescues + against, max(over, wide - wanted.widest), total + cost)))
    return found
