"""White that is over shared out (匀空): first what heads may open by, then evenly between the parts of each stack, so
that every stack ends at the foot.

Parts that stand side by side under one other part begin together. White goes over them as well where it goes between
other parts of their stack; under what stands at the head of the page alone there is none, for the first stories hang
there. Nor does white go over columns of a story that begin lower than its head, or over a part that a story runs round:
text fills what is free.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from msgspec import Struct

from jxprint.composition.constraints import Constraints
from jxprint.composition.drawing import Drawing

_Pair = tuple[int, int]
# How many gaps a chain of parts has, and by how many rows the heads in it may open.
_Chain = tuple[int, int]


class _Gaps(Struct):
    """Which parts white may go between: `pairs` of head edges, the upper one's first, and `beneath` the lower ones by
    the upper; `joined` those that begin together, by each of them; `slack` the rows by which each may stand lower, all
    that are joined by the same.
    """

    pairs: Sequence[_Pair]
    beneath: Mapping[int, Collection[int]]
    joined: Mapping[int, tuple[int, ...]]
    slack: Mapping[int, int]
    own: Mapping[int, int]


def spread_white(constraints: Constraints, opening: Mapping[str, int]) -> None:
    """Wish every part down to its share. `opening`: the rows of white over a part that its head may take."""
    drawing = constraints.drawing
    first = {tops[0] for tops in drawing.tops.values()}
    earliest = constraints.earliest()
    tops = [k for k, edge in enumerate(drawing.edges) if not edge.is_foot]
    gaps = _gaps(constraints, earliest, tops)
    above: dict[int, _Chain] = dict.fromkeys(tops, (0, 0))
    below: dict[int, _Chain] = dict.fromkeys(tops, (0, 0))
    white: dict[_Pair, _Chain] = {}
    for a, b in gaps.pairs:  # edges stand in an order in which each depends on earlier ones alone
        opens = opening.get(drawing.edges[b].letter, 0)
        free = _is_free(drawing, first, gaps, (a, b)) and (b not in gaps.joined or above[a][0] > 0)
        white[a, b] = (1, opens) if free else (0, 0)
        over = above[a] if gaps.own[a] >= gaps.slack[b] else (0, 0)
        above[b] = max(above[b], _plus(over, white[a, b]))
    for a, b in sorted(gaps.pairs, reverse=True):
        below[a] = max(below[a], _plus(below[b], white[a, b]))
    wishes = {
        top: earliest[top] + _share(gaps.slack[top], above[top], below[top])
        for top in tops
        if top in first and above[top][0] + below[top][0]
    }
    for top, row in wishes.items():
        constraints.wish(top, min([row, *(wishes.get(one, earliest[one]) for one in gaps.joined.get(top, ()))]))


def _plus(one: _Chain, other: _Chain) -> _Chain:
    return one[0] + other[0], one[1] + other[1]


def _share(slack: int, above: _Chain, below: _Chain) -> int:
    """The rows of white that go over a part: heads open first, and what is left is shared among the gaps; a row that
    does not come out even goes to the lower ones.
    """
    gaps, heads = above[0] + below[0], above[1] + below[1]
    if slack < heads:
        return slack * above[1] // heads
    each, more = divmod(slack - heads, gaps)
    return above[1] + each * above[0] + max(0, above[0] - (gaps - more))


def _gaps(constraints: Constraints, earliest: list[int], tops: Sequence[int]) -> _Gaps:
    drawing, latest = constraints.drawing, constraints.latest()
    heads: dict[int, list[int]] = {}
    for pieces in drawing.pieces.values():
        for piece in pieces:
            heads.setdefault(piece.foot, []).append(piece.top)
    pairs = sorted({(upper, top) for foot, top in drawing.under for upper in heads[foot]}, key=lambda pair: pair[1])
    beneath: dict[int, set[int]] = {top: set() for top in tops}
    for upper, top in pairs:
        beneath[upper].add(top)
    own = {top: latest[top] - earliest[top] for top in tops}
    together: dict[int, set[int]] = {}
    for upper in tops:
        lower = beneath[upper]
        for row in {earliest[one] for one in lower}:
            same = {one for one in lower if earliest[one] == row}
            same = same.union(*(together.get(one, {one}) for one in same))
            together.update(dict.fromkeys(same, same))
    joined = {one: tuple(sorted(same)) for one, same in together.items() if len(same) > 1}
    slack = {top: max(0, min(own[one] for one in joined.get(top, (top,)))) for top in tops}
    return _Gaps(pairs, beneath, joined, slack, own)


def _is_free(drawing: Drawing, first: set[int], gaps: _Gaps, pair: _Pair) -> bool:
    """Whether white may go between two parts."""
    upper, lower = pair
    last = max(drawing.edges[foot].row for foot in drawing.feet[drawing.edges[upper].letter])
    if lower not in first or last >= drawing.edges[lower].row:
        return False
    return (len(gaps.beneath[upper]) == 1 or lower in gaps.joined) and gaps.own[upper] >= gaps.slack[lower]
