"""The dummy solved: which rows of the grid each part takes.

The drawing says which parts stand on which columns and which part stands over which; depths come from the copy. Every
edge of a part stands some rows below others (`constraints`); the longest path from the head of the page gives the
earliest rows. What is left over goes to the pictures first, then to the white between parts, a row of which opens the
head under it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from msgspec import Struct, field
from msgspec.structs import replace

from jxprint.composition.constraints import Constraints
from jxprint.composition.drawing import Drawing, drawing_of, neighbours
from jxprint.composition.shaping import Shape, Stretch, Unsettled, demand_least, settle, stretches, wanting_lines
from jxprint.model import Dummy


class Plan(Struct, frozen=True):
    """Rows of each part: its top (from 0) and depth. `over` tells by how many rows a part passes the foot, `late` by
    how many it stands lower than it was pinned, `pushed` which parts stand over it without a row to spare, itself the
    last; `spare` is how many rows are over at the foot of the deepest stack. `stretches` are the rows of text in the
    columns of stories that are no rectangles; `short` tells by how many lines one of them is too short to stand in all
    the columns that it is drawn on.
    """

    top: Mapping[str, int]
    rows: Mapping[str, int]
    over: Mapping[str, int]
    late: Mapping[str, int] = field(default_factory=dict)
    pushed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    spare: int = 0
    stretches: Mapping[str, tuple[Stretch, ...]] = field(default_factory=dict)
    short: Mapping[str, int] = field(default_factory=dict)


class Needs(Struct, frozen=True):
    """What parts ask for: `rows` the least depth of each rectangle, `growing` the parts that take up slack with the
    most rows each may add, `shapes` the stories that are no rectangles, `pinned` the rows in which parts have to stand.
    """

    rows: Mapping[str, int]
    growing: Mapping[str, int] = field(default_factory=dict)
    shapes: Mapping[str, Shape] = field(default_factory=dict)
    pinned: Mapping[str, int] = field(default_factory=dict)


def solve(dummy: Dummy, needs: Needs, gaps: Mapping[tuple[str, str], int], depth: int) -> Plan:
    """Rows for every part of a page `depth` rows deep; `gaps` is the white under the first part before the second.

    Raises Unsettled where a shape cannot be made deep enough.
    """
    drawing = drawing_of(dummy)
    constraints = _constraints(drawing, needs, gaps, depth)
    at, feet = settle(constraints, needs.shapes)
    if constraints.broken(at):
        return _plan(constraints, at, feet, needs)
    rows = dict(needs.rows)
    for band in _growing_bands(dummy, needs.growing):
        at, feet = _grown(constraints, needs, rows, band, (at, feet))
    spare = depth - max(at)
    _spread(constraints)
    try:
        spread, reached = settle(constraints, needs.shapes)
    except Unsettled:
        spread, reached = at, feet
    # Columns beside what moved would have to be deeper, or are deeper than their copy.
    if constraints.broken(spread) or _is_torn(constraints, needs, (at, feet), (spread, reached)):
        spread, reached = at, feet
    return replace(_plan(constraints, spread, reached, needs), spare=spare)


def opened_heads(plan: Plan, dummy: Dummy, gap: int, heads: Collection[str]) -> Plan:
    """The plan with a row of the white over `heads` given to them where more than `gap` rows stand there: a head opens
    by it above and within, which shows less than a gap that is a row wider than all others.
    """
    top, rows = dict(plan.top), dict(plan.rows)
    edges = neighbours(dummy)
    shaped = plan.stretches.keys()
    for letter in heads:
        over = [above for above, below in edges if below == letter]
        if letter in shaped or not shaped.isdisjoint(over):
            continue
        feet = [plan.top[above] + plan.rows[above] for above in over]
        if feet and plan.top[letter] - max(feet) > gap:
            top[letter] -= 1
            rows[letter] += 1
    return replace(plan, top=top, rows=rows)


def _constraints(
    drawing: Drawing, needs: Needs, gaps: Mapping[tuple[str, str], int], depth: int
) -> Constraints:
    rows = {one: rows for one, rows in needs.rows.items() if one not in needs.shapes}
    constraints = Constraints(drawing, lambda one: rows.get(one, 0), lambda a, b: gaps[a, b], depth)
    for letter, shape in needs.shapes.items():
        demand_least(constraints, letter, shape)
    for letter, row in needs.pinned.items():
        constraints.pin(drawing.tops[letter][0], row)
    return constraints


def _plan(constraints: Constraints, at: list[int], feet: Mapping[int, int], needs: Needs) -> Plan:
    drawing = constraints.drawing
    top: dict[str, int] = {}
    foot: dict[str, int] = {}
    for k, edge in enumerate(drawing.edges):
        if edge.is_foot:
            foot[edge.letter] = max(foot.get(edge.letter, 0), feet.get(k, at[k]))
        else:
            top.setdefault(edge.letter, at[k])
    over: dict[str, int] = {}
    late: dict[str, int] = {}
    pushed: dict[str, tuple[str, ...]] = {}
    for k, rows in constraints.broken(at).items():
        letter = drawing.edges[k].letter
        told = over if drawing.edges[k].is_foot else late
        told[letter] = max(told.get(letter, 0), rows)
        pushed[letter] = tuple(constraints.pushing(at, k))
    return Plan(
        top,
        {letter: foot[letter] - row for letter, row in top.items()},
        over,
        late,
        pushed,
        0,
        {letter: stretches(constraints, at, feet, letter, shape) for letter, shape in needs.shapes.items()},
        wanting_lines(constraints, at, feet, needs.shapes),
    )


def _growing_bands(dummy: Dummy, growing: Mapping[str, int]) -> list[list[str]]:
    """Growing parts that are drawn on the same rows grow together, so that pictures side by side stay equal."""
    bands: list[list[str]] = []
    for row in dummy.rows:
        band = [letter for letter in dict.fromkeys(row) if letter in growing]
        if band and not any(set(band) & set(known) for known in bands):
            bands.append(band)
    return bands


_Settled = tuple[list[int], dict[int, int]]


def _grown(
    constraints: Constraints, needs: Needs, rows: dict[str, int], band: list[str], before: _Settled
) -> _Settled:
    """A band of pictures grown by the slack over and under it; by less where a shape would no longer fit beside it."""
    drawing = constraints.drawing
    ends = {letter: (drawing.tops[letter][0], drawing.feet[letter][0]) for letter in band}
    at, latest = before[0], constraints.latest()
    slack = min(min(latest[top] - at[top], needs.growing[letter]) for letter, (top, _) in ends.items())
    for more in range(slack, -1, -1):
        for letter, (top, foot) in ends.items():
            constraints.demand(top, foot, rows[letter] + more)
        settled = settle(constraints, needs.shapes)
        if not constraints.broken(settled[0]) and (not more or not _is_torn(constraints, needs, before, settled)):
            for letter in band:
                rows[letter] += more
            return settled
    return before


def _is_torn(constraints: Constraints, needs: Needs, before: _Settled, after: _Settled) -> bool:
    """Whether the copy of a shape no longer reaches through all its columns."""
    known = wanting_lines(constraints, *before, needs.shapes)
    return any(
        lines > known.get(letter, 0) for letter, lines in wanting_lines(constraints, *after, needs.shapes).items()
    )


def _spread(constraints: Constraints) -> None:
    """Share what white is left evenly over the gaps between parts, so that every stack ends at the foot.

    Parts that stand side by side under one other part keep starting together: no white goes there. Nor does it go over
    columns of a story that begin lower than its head, or over a part that a story runs round: text fills what is free.
    """
    drawing = constraints.drawing
    last = {edge.letter: edge.row for edge in drawing.edges}
    first = {drawing.tops[edge.letter][0] for edge in drawing.edges}
    earliest, latest = constraints.earliest(), constraints.latest()
    tops = [k for k, edge in enumerate(drawing.edges) if not edge.is_foot]
    heads: dict[int, list[int]] = {}
    for pieces in drawing.pieces.values():
        for piece in pieces:
            heads.setdefault(piece.foot, []).append(piece.top)
    pairs = list(dict.fromkeys((upper, top) for foot, top in drawing.under for upper in heads[foot]))
    under = dict.fromkeys(tops, 0)
    for upper, _ in pairs:
        under[upper] += 1
    slack = {top: latest[top] - earliest[top] for top in tops}

    def white(upper: int, lower: int) -> int:
        if lower not in first or last[drawing.edges[upper].letter] >= drawing.edges[lower].row:
            return 0
        return int(under[upper] == 1 and slack[upper] >= slack[lower])

    above, below = dict.fromkeys(tops, 0), dict.fromkeys(tops, 0)
    pairs.sort(key=lambda pair: pair[1])  # edges stand in an order in which each depends on earlier ones alone
    for a, b in pairs:
        above[b] = max(above[b], above[a] * (slack[a] >= slack[b]) + white(a, b))
    for a, b in sorted(pairs, reverse=True):
        below[a] = max(below[a], below[b] + white(a, b))
    for top in tops:
        chain = above[top] + below[top]
        if chain and top in first:
            constraints.wish(top, earliest[top] + slack[top] * above[top] // chain)
