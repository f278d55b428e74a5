"""Where a paragraph's lines end, chosen for the whole paragraph at once (total fit).

Order of what counts: fewest rescues; then the least worst gap above `WIDEST`; then the sum of costs (squeeze,
stretch, runts, numbers parted from their measure words). After Knuth and Plass's dynamic programme over feasible
breaks, with Chinese budgets in place of glue. Amounts in thousandths of an em.

Cost 1 is a gap of `EASY` all along a line, or all the line's marks squeezed to their halves.
"""

from __future__ import annotations

from itertools import accumulate

from msgspec import Struct

from jxprint.composition.lines.measured import Measured
from jxprint.text.classes import CLOSING, DASH, FINAL, PAUSE, SPACE

EASY = 45.0
WIDEST = 130.0
# An autospace may open to this before all gaps open (CLREQ allows 1/2 em; a narrow newspaper measure shows it less).
AUTOSPACE_OPEN = 250.0
# A gap behind a mark never opens by more than this: the mark's white half is there already.
AFTER_MARK = 95.0
# A line over its budget by more than this stays so with every further character (a mark adds an em and frees half).
_HOPELESS = 1000.0

_RESCUE = 1e6
_LONE_GLYPH = 60.0  # a last line of one character: 单字不占行
_LONE_WITH_MARK = 12.0  # one character and its marks: allowed by the rules, unloved
_LAST_THREE = 2.0  # a last line of two characters
_TOLERANCE = 1e-6


class Breaks(Struct, frozen=True):
    """Glyph indices where lines end (the last is the paragraph's end); `rescued` lines broke a rule to be set."""

    ends: tuple[int, ...]
    rescued: int = 0


class Candidates(Struct):
    """Legal breaks and, for each, the running sums that price a line in constant time.

    A line from break a to break b is as wide as `end[b] - begin[a]`, may shrink by `shrink_end[b] - shrink[a]`,
    opens over `stretch_end[b] - stretch[a]` gaps, `marks_end[b] - marks[a]` of them behind marks, after
    `auto_end[b] - auto[a]` of autospace.
    """

    autospace: float
    at: list[int]
    price: list[float]
    begin: list[float]
    end: list[float]
    shrink: list[float]
    shrink_end: list[float]
    stretch: list[float]
    stretch_end: list[float]
    marks: list[float]
    marks_end: list[float]
    auto: list[float]
    auto_end: list[float]


def choose_breaks(
    measured: Measured, legal: Candidates, measure: float, indent: float, line_price: float = 0.0
) -> Breaks:
    """The best breaks for lines of `measure`, the first one shorter by `indent` (thousandths of an em).

    `legal` is what `candidates` makes of the measured paragraph; `line_price` is added to the cost of every line.
    """
    ends = _best(legal, measured, measure, indent, WIDEST, line_price)
    if ends is None:
        worst = least_worst_gap(legal, measure, indent)
        if worst is not None:
            ends = _best(legal, measured, measure, indent, worst + _TOLERANCE, line_price)
        else:
            ends = _best(legal, measured, measure, indent, float("inf"), line_price)
    if ends is not None:
        return Breaks(ends)
    ends = _best(candidates(measured, legal.autospace, anywhere=True), measured, measure, indent, float("inf"), 0.0)
    if ends is None:  # a single glyph wider than the measure: one a line, and the caller reports the width
        return Breaks(tuple(range(1, len(measured) + 1)), len(measured))
    prices = _legal(measured)
    return Breaks(ends, sum(1 for end in ends[:-1] if prices[end] is None) + 1)


def _legal(measured: Measured) -> list[float | None]:
    prices = measured.table.breaks
    return [None, *[prices[key] for key in measured.keys[1:]]]


def candidates(measured: Measured, autospace: float, *, anywhere: bool = False) -> Candidates:
    """The places where a line may end, legal ones or (to rescue a paragraph that has no legal way) any."""
    count, keys, table = len(measured), measured.keys, measured.table
    legal = _legal(measured)
    at = [0, *[k for k in range(1, count) if anywhere or legal[k] is not None], count]
    price = [0.0, *[_RESCUE if (p := legal[k]) is None else p for k in at[1:-1]], 0.0]
    left, right, weights, autos = table.shrink_left, table.shrink_right, table.stretch, table.autospace
    room = max(0.0, AUTOSPACE_OPEN - autospace)
    # Sums over gaps 1 … k; gap 0 does not exist, and the paragraph's end repeats the last sum.
    inside = keys[1:]
    shrink = list(accumulate([0, *[left[key] + right[key] for key in inside], 0]))
    stretch = list(accumulate([0, *[weights[key] for key in inside], 0]))
    auto = list(accumulate([0.0, *[autos[key] * room for key in inside], 0.0]))
    marks = list(accumulate([0, *[table.behind_mark[key] for key in inside], 0]))
    run, gap, end_trim, start_trim = measured.run, [*measured.gap, 0.0], measured.end_trim, measured.start_trim
    inner = [0, *[k - 1 for k in at[1:]]]
    return Candidates(
        autospace,
        at,
        price,
        [run[k] + start_trim[k] for k in at[:-1]] + [0.0],
        [0.0] + [run[k] - gap[k] - end_trim[k - 1] for k in at[1:]],
        [shrink[k] for k in at],
        [shrink[k] for k in inner],
        [stretch[k] for k in at],
        [stretch[k] for k in inner],
        [marks[k] for k in at],
        [marks[k] for k in inner],
        [auto[k] for k in at],
        [auto[k] for k in inner],
    )


def _best(
    c: Candidates, measured: Measured, measure: float, indent: float, widest: float, line_price: float
) -> tuple[int, ...] | None:
    """The cheapest way through with no gap over `widest`, or None where there is none.

    One pass; for each reachable start only the ends inside the feasible window are looked at.
    """
    end, price = c.end, c.price
    shrink_end, stretch_end, auto_end = c.shrink_end, c.stretch_end, c.auto_end
    last = len(c.at) - 1
    infinite = float("inf")
    cost_at = [infinite] * (last + 1)
    came_from = [0] * (last + 1)
    cost_at[0] = 0.0
    low = 1
    easy = 1.0 / (EASY * EASY)
    for a in range(last):
        so_far = cost_at[a]
        if so_far == infinite:
            continue
        so_far += line_price
        room = measure - indent if a == 0 else measure
        target = room + c.begin[a]
        shrink, stretch, auto = c.shrink[a], c.stretch[a], c.auto[a]
        b = max(low, a + 1)
        while b < last:
            slack = target - end[b]
            if slack >= -_TOLERANCE:
                gaps = stretch_end[b] - stretch
                open_ = slack - (auto_end[b] - auto)
                if open_ > 0:
                    if open_ > widest * gaps:  # never where anything goes: infinity times no gap is no number
                        b += 1
                        low = b  # too short from here is too short from any later start
                        continue
                    # Without a gap to open the line stays short, at the price of one such gap.
                    wide = open_ / gaps if gaps else open_
                    if gaps and wide > AFTER_MARK:
                        wide = _widest(open_, gaps, c.marks_end[b] - c.marks[a])
                        if wide > widest:
                            b += 1
                            continue
                    total = so_far + wide * wide * easy + price[b]
                else:
                    total = so_far + price[b]
            else:
                budget = shrink_end[b] - shrink
                if -slack > budget:
                    if -slack > budget + _HOPELESS:
                        break
                    b += 1
                    continue
                total = so_far + (slack / budget) ** 2 + price[b]
            if total < cost_at[b]:
                cost_at[b] = total
                came_from[b] = a
            b += 1
        slack = target - end[last]
        if slack >= -_TOLERANCE or -slack <= shrink_end[last] - shrink:
            total = so_far + _runt(measured, c.at[a])
            if slack < -_TOLERANCE:
                total += (slack / (shrink_end[last] - shrink)) ** 2
            if total < cost_at[last]:
                cost_at[last] = total
                came_from[last] = a
    if cost_at[last] == infinite:
        return None
    return _trace(c.at, came_from, last)


def _widest(open_: float, gaps: float, behind_marks: float) -> float:
    """The gap between two Han when `open_` is shared over `gaps`, those behind marks bounded by AFTER_MARK."""
    if gaps <= 0:
        return float("inf")
    even = open_ / gaps
    if even <= AFTER_MARK or behind_marks >= gaps:
        return even
    return (open_ - AFTER_MARK * behind_marks) / (gaps - behind_marks)


def _trace(at: list[int], came_from: list[int], last: int) -> tuple[int, ...]:
    ends: list[int] = []
    while last:
        ends.append(at[last])
        last = came_from[last]
    return tuple(reversed(ends))


def least_worst_gap(c: Candidates, measure: float, indent: float) -> float | None:
    """The smallest possible widest gap over all ways to break (a bottleneck path), in thousandths of an em; None
    where no way exists. This is the proof that a paragraph admits nothing better: every legal breaking
    has at least one gap this wide.
    """
    last = len(c.at) - 1
    worst = [float("inf")] * (last + 1)
    worst[0] = 0.0
    for a in range(last):
        if worst[a] == float("inf"):
            continue
        target = (measure - indent if a == 0 else measure) + c.begin[a]
        for b in range(a + 1, last + 1):
            slack = target - c.end[b]
            over = -slack - (c.shrink_end[b] - c.shrink[a])
            if slack < 0 and over > _TOLERANCE:
                if over > _HOPELESS:
                    break
                continue
            wide = 0.0
            if slack > 0 and b != last:
                gaps = c.stretch_end[b] - c.stretch[a]
                open_ = max(0.0, slack - (c.auto_end[b] - c.auto[a]))
                wide = _widest(open_, gaps, c.marks_end[b] - c.marks[a]) if open_ else 0.0
            if max(worst[a], wide) < worst[b]:
                worst[b] = max(worst[a], wide)
    return None if worst[last] == float("inf") else worst[last]


def _runt(measured: Measured, start: int) -> float:
    """The price of a last line that starts at glyph `start`."""
    if start == 0 or len(measured) - start > 6:
        return 0.0
    tail = measured.classes[start:]
    marks = sum(1 for cls in tail if cls in (PAUSE, FINAL, CLOSING, DASH, SPACE))
    solid = len(tail) - marks
    if solid >= 3:
        return 0.0
    if solid == 2:
        return _LAST_THREE
    return _LONE_WITH_MARK if marks else _LONE_GLYPH
