"""Breaks of an earlier setting kept in a new one: which of them a changed paragraph still has, and what they are worth.

A break is worth more than any setting costs and less than a rescue, so that lines keep their ends wherever a rule lets
them: first those before the change, then those behind it, which meet the old ones as soon as they can.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import accumulate, pairwise

from msgspec.structs import replace

from jxprint.composition.lines.breaking import Wanted
from jxprint.composition.lines.candidates import FORBIDDEN, Candidates
from jxprint.composition.lines.looseness import at_run, looseness
from jxprint.composition.lines.measured import Measured

# In the units of `breaking`'s cost, whose rescue costs 1e9: a break before the first change, and one behind it. A
# paragraph's breaks together stay under half a rescue.
BEFORE, BEHIND = 1e7, 1e5
_ALL_BREAKS = 5e8
# A longer change is one change: aligning its inside character by character would take too long to be worth it.
_LONGEST_ALIGNED = 2000
# Fewer characters than these between two changes are alike by chance.
_LEAST_ALIKE = 4

_TOLERANCE = 1e-6

_Stretch = tuple[int, int, int]


def holding(measured: Measured, legal: Candidates, wanted: Wanted, lines: Sequence[str]) -> Wanted:
    """The same wish with a price on every break that the earlier `lines` of the paragraph had and that it still has.

    Gaps may be as wide as the widest of the lines that did not change: what stood then may stand now.
    """
    before, behind, whole = _kept(lines, measured.text)
    index = {start: k for k, start in enumerate(measured.starts)}
    less = min(1.0, _ALL_BREAKS / BEFORE / max(1, len(before) + len(behind)))
    held = {index[end]: -BEHIND * less for end in behind if end in index}
    held |= {index[end]: -BEFORE * less for end in before if end in index}
    widest = wanted.widest
    for start, end in whole:
        if start in index and end in index:
            widest = max(widest, _gap(legal, wanted, index[start], index[end]) + _TOLERANCE)
    return replace(wanted, held=held, widest=widest)


def _kept(lines: Sequence[str], text: str) -> tuple[list[int], list[int], list[tuple[int, int]]]:
    """Code points of `text` where earlier lines ended, before the first change and behind it, and the lines
    [start, end) that it still has whole.
    """
    # The end of the last line is the paragraph's, and no break.
    bounds = list(accumulate(map(len, lines[:-1]), initial=0))
    alike = list(_alike("".join(lines), text))
    before: list[int] = []
    behind: list[int] = []
    whole: list[tuple[int, int]] = []
    for number, (old, new, size) in enumerate(alike):
        inside = bounds[bisect_left(bounds, old) :]
        here = [bound - old + new for bound in inside if bound <= old + size]
        ends = before if number == 0 else behind
        ends += [end for end in here if 0 < end < len(text)]
        whole += pairwise(here)
    return before, behind, whole


def _alike(old: str, new: str) -> Iterator[_Stretch]:
    """Stretches that both texts have, in order: (start in the old one, start in the new one, length)."""
    if old == new:
        yield 0, 0, len(new)
        return
    shorter = min(len(old), len(new))
    head = next((at for at in range(shorter) if old[at] != new[at]), shorter)
    tail = next((at for at in range(shorter - head) if old[-1 - at] != new[-1 - at]), shorter - head)
    yield 0, 0, head
    left, right = old[head : len(old) - tail], new[head : len(new) - tail]
    if min(len(left), len(right)) >= _LEAST_ALIKE and max(len(left), len(right)) <= _LONGEST_ALIGNED:
        for block in SequenceMatcher(None, left, right, autojunk=False).get_matching_blocks():
            if block.size >= _LEAST_ALIKE:
                yield head + block.a, head + block.b, block.size
    yield len(old) - tail, len(new) - tail, tail


def _gap(c: Candidates, wanted: Wanted, begin: int, end: int) -> float:
    """The widest gap of the line of glyphs [begin, end); 0 where it is full or may not end there."""
    target = (wanted.measure if begin else wanted.measure - wanted.indent) + c.begin[begin]
    open_ = target - c.end[end] - (c.room_end[end] - c.room[begin])
    if open_ <= 0 or c.price[end] == FORBIDDEN:
        return 0.0
    gaps, behind = c.stretch_end[end] - c.stretch[begin], c.marks_end[end] - c.marks[begin]
    short = end < len(c.pairs) and wanted.widest < float("inf") and at_run(c.pairs, c.rules, end)
    return looseness(open_, gaps, behind, wanted.after_mark, wanted.measure if short else 0.0)
