"""A stretch of a paragraph in every number of lines that it can be set in, its last line full.

For a text whose legs are known to have ended at certain places (忠实复排): a stretch that ends within its paragraph
fills whole lines, and how many there are decides where the legs end. Costs are those of `varying`.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from jxprint.composition.lines.breaking import Wanted
from jxprint.composition.lines.candidates import Candidates
from jxprint.composition.lines.measured import Measured
from jxprint.composition.lines.varying import lines_from

# How far the widest gap is over the style's limit, then the sum of costs.
_Cost = tuple[float, float]


class Way(Struct, frozen=True):
    """A stretch set in some number of lines: how far its widest gap is over what is wanted, the sum of its lines' costs
    (the cost of `breaking`), and the glyphs before which its lines end.
    """

    over: float
    cost: float
    ends: tuple[int, ...]


def ways(
    measured: Measured, legal: Candidates, wanted: Wanted, stretch: tuple[int, int], limit: float
) -> Mapping[int, Way]:
    """By number of lines, the best way to set glyphs [begin, end) with no gap over `limit` (thousandths of an em): the
    one whose widest gap is least over what is wanted, then the cheapest. A stretch that ends with the paragraph need
    not fill its last line.
    """
    begin, end = stretch
    found: dict[int, Way] = {}
    reached: dict[int, _Cost] = {begin: (0.0, 0.0)}
    came_from: list[dict[int, int]] = []
    while reached:
        following: dict[int, _Cost] = {}
        whence: dict[int, int] = {}
        for a, (over, cost) in sorted(reached.items()):
            measure = wanted.measure - (wanted.indent if a == 0 else 0.0)
            for b, (_, wider, dearer) in lines_from(legal, measured, wanted, (a, measure, limit), (0, over, cost)):
                if b <= end and (b not in following or (wider, dearer) < following[b]):
                    following[b] = wider, dearer
                    whence[b] = a
        came_from.append(whence)
        if end in following:
            found[len(came_from)] = Way(*following.pop(end), _traced(came_from, end))
        reached = following
    return found


def _traced(came_from: list[dict[int, int]], at: int) -> tuple[int, ...]:
    ends: list[int] = []
    for whence in reversed(came_from):
        ends.append(at)
        at = whence[at]
    return tuple(reversed(ends))
