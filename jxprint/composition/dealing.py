"""Lines dealt over legs: level to one line, the shortfall at the feet of the last legs (typography.md, MC2).

What may not stand at a leg's end comes before levelness: a subhead keeps two lines under it, or all there are of its
paragraph (背题, WD4). A widow line (孤行: a paragraph's last at a leg's head) and an orphan line (its first at a leg's
foot) are avoided where the house says so, at the price of one line more between the longest leg and the shortest.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

from jxprint.model import ParagraphEnds

# How many lines legs may differ by before the search gives up and deals as evenly as it goes.
_MOST_UNEVEN = 12


class Line(Struct, frozen=True):
    """A line of a story for dealing: whether it is a subhead's, which of how many of its paragraph, and whether it
    stands beside a drop cap and under a line that does.
    """

    subhead: bool
    number: int
    of: int
    beside: bool = False


def deal(lines: Sequence[Line], legs: int, ends: ParagraphEnds, offsets: Sequence[int] = ()) -> list[int]:
    """Lines in each leg. `offsets`: rows by which each leg starts lower, under a head that stands inside the text; legs
    are level at their feet, and the text is long enough to reach under it.
    """
    offsets = offsets or (0,) * legs
    feet = _levelled(len(lines) + sum(offsets), legs)
    level = [foot - offset for foot, offset in zip(feet, offsets, strict=True)]
    if _is_sound(lines, level, ends):
        return level
    for uneven in range(_MOST_UNEVEN):
        search = _Search(lines, legs, ends, uneven, offsets)
        found = search.best()
        if found is not None:
            return found
    return level


def falls_level(wanting: Sequence[int]) -> bool:
    """Whether legs that are wanting so many lines each are level to a line, the shorter ones the last."""
    return wanting[-1] - wanting[0] <= 1 and all(one <= other for one, other in pairwise(wanting))


def _levelled(total: int, legs: int) -> list[int]:
    counts: list[int] = []
    for left in range(legs, 0, -1):
        counts.append(-(-(total - sum(counts)) // left))
    return counts


def _is_sound(lines: Sequence[Line], counts: Sequence[int], ends: ParagraphEnds) -> bool:
    end = 0
    for count in counts[:-1]:
        end += count
        if end < len(lines) and end and (strands(lines, end) or _loners(lines, end, ends)):
            return False
    return True


def strands(lines: Sequence[Line], end: int) -> bool:
    """Whether a leg that ends before line `end` leaves a subhead with less under it than it needs, or parts a drop cap
    from lines beside it.
    """
    last = lines[end - 1]
    if last.subhead or (end < len(lines) and lines[end].beside):
        return True
    return end > 1 and lines[end - 2].subhead and last.of > 1


def _loners(lines: Sequence[Line], end: int, ends: ParagraphEnds) -> int:
    """How many lines a break before line `end` leaves alone that the house wants to keep company."""
    next_, last = lines[end], lines[end - 1]
    widow = ends.widow_lines == "avoid" and next_.of > 1 and next_.number == next_.of - 1
    orphan = ends.orphan_lines == "avoid" and last.of > 1 and last.number == 0
    return widow + orphan


class _Search:
    """The best dealing whose legs differ at their feet by at most `uneven` lines; a dynamic programme over legs and
    lines.
    """

    def __init__(
        self, lines: Sequence[Line], legs: int, ends: ParagraphEnds, uneven: int, offsets: Sequence[int]
    ) -> None:
        self._lines = lines
        self._legs = legs
        self._ends = ends
        self._uneven = uneven
        self._offsets = offsets
        self._known: dict[tuple[int, int, int, int], tuple[tuple[int, int], tuple[int, ...]] | None] = {}

    def best(self) -> list[int] | None:
        """Fewest lines left alone, then fewest legs longer than the one before; None where there is no way."""
        base = -(-(len(self._lines) + sum(self._offsets)) // self._legs)
        found = [
            way
            for least in range(max(0, base - self._uneven), base + 1)
            if (way := self._from(0, self._legs, least, least + self._uneven)) is not None
        ]
        if not found:
            return None
        (alone, _), counts = min(found)
        # One line of unevenness is the price of company, and no more than two are paid.
        return list(counts) if not alone or self._uneven > 1 else None

    def _from(self, start: int, legs: int, least: int, before: int) -> tuple[tuple[int, int], tuple[int, ...]] | None:
        """The lines from `start` on over `legs` legs with feet in row `least` or lower, the leg before in `before`."""
        left = len(self._lines) - start
        offset = self._offsets[self._legs - legs]
        if legs == 1:
            fits = least <= left + offset <= least + self._uneven
            return ((0, int(left + offset > before)), (left,)) if fits else None
        key = start, legs, least, before
        if key in self._known:
            return self._known[key]
        best: tuple[tuple[int, int], tuple[int, ...]] | None = None
        for take in range(min(left, least + self._uneven - offset), max(0, least - offset) - 1, -1):
            end = start + take
            if 0 < end < len(self._lines) and strands(self._lines, end):
                continue
            rest = self._from(end, legs - 1, least, take + offset)
            if rest is None:
                continue
            alone = _loners(self._lines, end, self._ends) if 0 < end < len(self._lines) else 0
            way = (alone + rest[0][0], int(take + offset > before) + rest[0][1]), (take, *rest[1])
            if best is None or way[0] < best[0]:
                best = way
        self._known[key] = best
        return best
