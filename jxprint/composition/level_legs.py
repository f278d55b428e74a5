"""Legs of a text some of whose ends are given: in how many lines each of its stretches is set so that legs are level.

A small dynamic programme over stretches and numbers of lines. What counts, in this order: legs as level as can be, the
fewest lines wanting, legs whose end nobody gave ending with a paragraph, then the cost of the lines.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

# As in `dealing`.
_MOST_UNEVEN = 12


class Stretch(Struct, frozen=True):
    """A paragraph, or what of it lies between two given ends. `ways` are, by number of lines, how far its widest gap is
    over the style's limit and what it costs. `ends_leg`: a leg ends behind it; `is_subhead`: none may; `unparted`: so
    many of its first lines stay together.
    """

    ways: Mapping[int, tuple[float, float]]
    ends_leg: bool = False
    is_subhead: bool = False
    unparted: int = 1


class Score(Struct, frozen=True, order=True):
    """What a way costs: lines wanting to level legs, leg ends within a paragraph that nobody gave, and the sum of its
    lines' costs; `over` is how far the widest gap is over the style's limit.
    """

    short: int = 0
    parted: int = 0
    cost: float = 0.0
    over: float = 0.0


class Levelled(Struct, frozen=True):
    """Lines of each stretch and of each leg, and what that costs."""

    score: Score
    lines: tuple[int, ...]
    legs: tuple[int, ...]


class _Way(Struct, frozen=True):
    """How far a text has come: legs that ended, lines in the leg that did not, and the lines of each stretch so far."""

    score: Score
    legs: tuple[int, ...]
    fill: int
    lines: tuple[int, ...]


def levelled(stretches: Sequence[Stretch], legs: int) -> Levelled | None:
    """The best way to set the stretches in level legs; None where there is none."""
    least = sum(min(one.ways, default=0) for one in stretches)
    most = sum(max(one.ways, default=0) for one in stretches)
    for uneven in range(_MOST_UNEVEN + 1):
        deep = range(max(1, -(-least // legs)), (most + uneven * legs) // legs + 1)
        found = [way for lines in deep if (way := at_depth(stretches, legs, lines, uneven)) is not None]
        if found:
            return min(found, key=lambda one: one.score)
    return None


def at_depth(stretches: Sequence[Stretch], legs: int, deepest: int, uneven: int = 0) -> Levelled | None:
    """The best way with legs of `deepest` lines, or up to `uneven` fewer."""
    ways = {(0, 0): _Way(Score(), (), 0, ())}
    after_subhead = False
    for stretch in stretches:
        following: dict[tuple[int, int], _Way] = {}
        for way in ways.values():
            for lines, (over, cost) in stretch.ways.items():
                score = way.score
                score = Score(score.short, score.parted, score.cost + cost, max(score.over, over))
                begun = _Way(score, way.legs, way.fill, (*way.lines, lines))
                apart = max(stretch.unparted, 2 if after_subhead and lines > 1 else 1)
                for one in _behind(begun, stretch, lines, deepest, uneven, apart):
                    key = len(one.legs), one.fill
                    if len(one.legs) <= legs and (key not in following or one.score < following[key].score):
                        following[key] = one
        ways, after_subhead = following, stretch.is_subhead
    return _ended(ways.values(), legs, deepest, uneven)


def _behind(way: _Way, stretch: Stretch, lines: int, deepest: int, uneven: int, apart: int) -> Iterator[_Way]:
    """Where a text stands behind so many more lines of a stretch, the first `apart` of which stay in one leg."""
    # By lines in the leg so far and lines of the stretch that are left; each round has ended one leg more.
    level = {(way.fill, lines): way}
    while level:
        parted: dict[tuple[int, int], _Way] = {}
        for (fill, left), one in level.items():
            yield from _to_its_end(one, stretch, fill + left, deepest, uneven)
            for foot in range(max(fill + 1, deepest - uneven), deepest + 1):
                rest = left - (foot - fill)
                if rest < 1 or lines - rest < apart:
                    continue
                score = one.score
                score = Score(score.short + deepest - foot, score.parted + 1, score.cost, score.over)
                if (0, rest) not in parted or score < parted[0, rest].score:
                    parted[0, rest] = _Way(score, (*one.legs, foot), 0, way.lines)
        level = parted


def _to_its_end(way: _Way, stretch: Stretch, fill: int, deepest: int, uneven: int) -> Iterator[_Way]:
    """Where a text stands once the rest of a stretch has filled its leg so far, if it has room there."""
    if fill < deepest and not stretch.ends_leg:
        yield _Way(way.score, way.legs, fill, way.lines)
    if deepest - uneven <= fill <= deepest and (stretch.ends_leg or not stretch.is_subhead):
        score = way.score
        score = Score(score.short + deepest - fill, score.parted, score.cost, score.over)
        yield _Way(score, (*way.legs, fill), 0, way.lines)


def _ended(ways: Iterable[_Way], legs: int, deepest: int, uneven: int) -> Levelled | None:
    """The best of the ways to the end, its last leg ended and legs without a line counted as well."""
    found: list[Levelled] = []
    for way in ways:
        counts = (*way.legs, way.fill) if way.fill else way.legs
        counts += (0,) * (legs - len(counts))
        if len(counts) == legs and min(counts) >= deepest - uneven:
            score = way.score
            short = sum(deepest - count for count in counts)
            found.append(Levelled(Score(short, score.parted, score.cost, score.over), way.lines, counts))
    return min(found, key=lambda one: one.score, default=None)
