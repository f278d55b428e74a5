"""The grid of a page read off its stories (版心网格): one measure for all that share it, then legs and lines of each.

A likelihood over hypotheses. The measures that short cut pieces cannot fill are out at once; at each of the others
every story is read whole; the page's measure is the one at which all stories together cost least. A story that does
not go with it may have a measure of its own (破栏).
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Sequence
from math import inf

from msgspec import Struct
from msgspec.structs import replace

from jxprint.reconstruct.legs import Legs, Piece, readings
from jxprint.reconstruct.story_readings import (
    MOST_OF_STORY,
    USUAL,
    Cut,
    Reading,
    chance,
    page_readings,
    shares_of,
    story_readings,
    telling,
    unfilled,
)

# Measures that a newspaper column has (ems), in halves; how far from that of most narrower and wider ones are.
_NARROWEST, _WIDEST = 16, 60
_NARROWER, _WIDER = 2.5, 5.0
# Pieces of no more characters are asked first; how many measures are asked further, and read whole.
_TELLING, _ASKED, _LOOKED_AT = 48, 20, 2
# What one story may speak for a page.
_MOST_OF_LEGS = 30.0
# Narrower measures may be half of what a page has.
_HALF = 11.0
# A measure that costs the page so much more than another is out.
_FAR = 6.0


class PageGrid(Struct, frozen=True):
    """The page's measure (None where nothing tells it), the measures looked at with their share of likelihood, the best
    first, each story's reading, and what that was chosen from.
    """

    measure: float | None
    measures: tuple[tuple[float, float], ...]
    stories: tuple[Reading, ...]
    found: tuple[tuple[Legs, ...], ...] = ()

    @property
    def price(self) -> float:
        """What the legs of all stories cost, the lower the likelier; no story speaks alone."""
        return sum(min(_MOST_OF_LEGS, one.best.price) for one in self.stories if one.best is not None)


def read_grid(stories: Sequence[Sequence[Piece]], indent: float = 2.0) -> PageGrid:
    """The grid that explains all breaks of a page best."""
    told = [telling(pieces) for pieces in stories]
    if not any(told):
        return PageGrid(None, (), tuple(Reading(None) for _ in stories))
    totals: dict[float, float] = {}
    measures = _candidates(told, indent)
    for measure in measures:
        # Stories without joints tell nothing, and all together nothing of the only measure.
        asked = [pieces for pieces, own in zip(stories, told, strict=True) if own and len(measures) > 1]
        costs = sum([_cost(pieces, measure, indent) for pieces in asked])
        totals[measure] = _unusual(measure) + costs - chance(sum(map(len, told)), measure)
    shares = shares_of(totals)
    best = max(shares, key=lambda one: shares[one])
    found = tuple(tuple(story_readings(pieces, best, indent)) for pieces in stories)
    likely = tuple(sorted(shares.items(), key=lambda one: -one[1]))
    return PageGrid(best, likely, page_readings(stories, found, indent), found)


def read_again(
    grid: PageGrid, before: Sequence[Sequence[Piece]], stories: Sequence[Sequence[Piece]], indent: float = 2.0
) -> PageGrid:
    """The grid with those stories read once more at its measure whose pieces are others than before."""
    if grid.measure is None:
        return grid
    told = zip(grid.found, before, stories, strict=True)
    found = tuple(
        own if pieces is old else tuple(story_readings(pieces, grid.measure, indent)) for own, old, pieces in told
    )
    same = (old if own is was else None for old, own, was in zip(grid.stories, stories, before, strict=True))
    return replace(grid, stories=page_readings(stories, found, indent, tuple(same)), found=found)


def _candidates(told: Sequence[Sequence[Cut]], indent: float) -> list[float]:
    """The measures worth a full reading: those whose lines the cut pieces fill. Short ones, which are quick to ask and
    tell the most, are asked at every measure, and all at those that are left.
    """
    pieces = [one for story in told for one in story]
    short = [one for one in pieces if one[0].text is not None and one[0].text.length <= _TELLING]
    rest = [one for one in pieces if one not in short]
    measures = [halves / 2 for halves in range(_NARROWEST, _WIDEST + 1)]
    near = _least([(_unusual(measure), measure) for measure in measures], short, indent, _ASKED)
    likely = _least(near, rest, indent, _LOOKED_AT)
    found = [measure for cost, measure in likely if cost < likely[0][0] + _FAR]
    # What fills lines of twelve fills twice as many of six: whole legs tell them apart, ends of pieces do not.
    twice = [2 * measure + by for measure in found if measure < _HALF for by in (0.0, -0.5, 0.5)]
    return list(dict.fromkeys([*found, *twice]))


def _least(
    costs: Sequence[tuple[float, float]], pieces: Sequence[Cut], indent: float, count: int
) -> list[tuple[float, float]]:
    """The `count` measures that cost the least when some pieces are asked as well, with their costs; in both the least
    first. Those that are sure to cost more are not asked to the end.
    """
    found: list[tuple[float, float]] = []
    for cost, measure in sorted(costs):
        most = found[-1][0] if len(found) == count else inf
        cost += unfilled(pieces, measure, indent, most - cost)
        if cost <= most:
            insort(found, (cost, measure))
            del found[count:]
    return found


def _unusual(measure: float) -> float:
    """The price of a measure that few newspapers have: columns of 11 to 17 characters are the rule."""
    return ((measure - USUAL) / (_NARROWER if measure < USUAL else _WIDER)) ** 2 / 2


def _cost(pieces: Sequence[Piece], measure: float, indent: float) -> float:
    """What the likeliest reading of a story costs."""
    found = readings(pieces, measure, indent, far=0.0, most=MOST_OF_STORY)
    return min([MOST_OF_STORY, *(one.price for one in found)])
