"""The dummy solved: which rows of the grid each part takes.

The drawing says which parts stand on which columns and which part stands over which; depths come from the copy. Every
edge of a part stands some rows below others (`constraints`); the longest path from the head of the page gives the
earliest rows. What is left over goes to stories that go on elsewhere, then to the pictures, then to the white between
parts, a row of which opens the head under it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from msgspec import Struct, field
from msgspec.structs import replace

from jxprint.composition.capacity import Shape
from jxprint.composition.constraints import Constraints
from jxprint.composition.drawing import Drawing, drawing_of, neighbours
from jxprint.composition.shaping import Stretch, Unsettled, demand_least, settle, stretches, wanting_lines
from jxprint.composition.sharing import spread_white
from jxprint.model import Dummy


class Plan(Struct, frozen=True):
    """Rows of each part: its top (from 0) and depth. `over` tells by how many rows a part passes the foot, `late` by
    how many it stands lower than it was pinned, `pushed` which parts stand over it without a row to spare, itself the
    last; `excess` by how many rows the longest path through a part's depth is too long, and `through` the parts on its
    paths that are; `spare` is how many rows are over at the foot of the deepest stack. `stretches` are the rows of text
    in the columns of stories that are no rectangles; `short` tells by how many lines one of them is too short to stand
    in all the columns that it is drawn on, `cramped` how many lines one that is pinned has no room for.
    """

    top: Mapping[str, int]
    rows: Mapping[str, int]
    over: Mapping[str, int]
    late: Mapping[str, int] = field(default_factory=dict)
    pushed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    excess: Mapping[str, int] = field(default_factory=dict)
    through: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    spare: int = 0
    stretches: Mapping[str, tuple[Stretch, ...]] = field(default_factory=dict)
    short: Mapping[str, int] = field(default_factory=dict)
    cramped: Mapping[str, int] = field(default_factory=dict)


class Needs(Struct, frozen=True):
    """What parts ask for: `rows` the least depth of each rectangle, `growing` the parts that take up slack with the
    most rows each may add, `shapes` the stories that are no rectangles, `pinned` the rows in which parts have to stand,
    `opening` the rows of white over them that heads may take. `filling` are those of the growing that take all they
    can, each for itself, before the others or (`waiting`) after. `held` are foot edges of shapes that go down where no
    other does, `lowered` parts that begin in no higher row than one.
    """

    rows: Mapping[str, int]
    growing: Mapping[str, int] = field(default_factory=dict)
    shapes: Mapping[str, Shape] = field(default_factory=dict)
    pinned: Mapping[str, int] = field(default_factory=dict)
    filling: frozenset[str] = frozenset()
    waiting: bool = False
    opening: Mapping[str, int] = field(default_factory=dict)
    held: frozenset[int] = frozenset()
    lowered: frozenset[tuple[str, int]] = frozenset()


def solve(dummy: Dummy, needs: Needs, gaps: Mapping[tuple[str, str], int], depth: int) -> Plan:
    """Rows for every part of a page `depth` rows deep; `gaps` is the white under the first part before the second.

    Raises Unsettled where a shape cannot be made deep enough.
    """
    drawing = drawing_of(dummy)
    needs, cramped = _with_lines(drawing, needs, gaps, depth, fill=not needs.waiting)
    constraints = _constraints(drawing, needs, gaps, depth)
    at, feet = settle(constraints, needs.shapes)
    if constraints.broken(at):
        return replace(_plan(constraints, at, feet, needs), cramped=cramped)
    rows = dict(needs.rows)
    for band in _growing_bands(dummy, needs):
        at, feet = _grown(constraints, needs, rows, band, (at, feet))
    if needs.waiting and any(shape.most for shape in needs.shapes.values()):
        needs, _ = _with_lines(drawing, replace(needs, rows=rows), gaps, depth, fill=True)
        constraints = _constraints(drawing, needs, gaps, depth)
        at, feet = settle(constraints, needs.shapes)
    spare = depth - max(at)
    spread_white(constraints, needs.opening)
    try:
        spread, reached = settle(constraints, needs.shapes)
    except Unsettled:
        spread, reached = at, feet
    # Columns beside what moved would have to be deeper, or are deeper than their copy.
    if constraints.broken(spread) or _is_torn(constraints, needs, (at, feet), (spread, reached)):
        spread, reached = at, feet
    return replace(_plan(constraints, spread, reached, needs), spare=spare, cramped=cramped)


def _with_lines(
    drawing: Drawing, needs: Needs, gaps: Mapping[tuple[str, str], int], depth: int, *, fill: bool
) -> tuple[Needs, dict[str, int]]:
    """The needs with as many lines of each shape as it has room for, where it is pinned, or goes on elsewhere and may
    fill the page.
    """
    if not any(shape.most or shape.pinned for shape in needs.shapes.values()):
        return needs, {}
    from jxprint.composition.pinned_shapes import lines_held  # few stories with corners are

    def build(shapes: Mapping[str, Shape]) -> Constraints:
        return _constraints(drawing, replace(needs, shapes=shapes), gaps, depth)

    held, cramped = lines_held(build, needs.shapes, fill=fill)
    return replace(needs, shapes=held), cramped


def opened_heads(plan: Plan, dummy: Dummy, gap: int, heads: Collection[str], boxed: Collection[str] = ()) -> Plan:
    """The plan with a row of the white over `heads` given to them where more than `gap` rows stand there: a head opens
    by it above and within, which shows less than a gap that is a row wider than all others. `boxed` parts among them
    open where all that begins beside them does.
    """
    top, rows = dict(plan.top), dict(plan.rows)
    edges = neighbours(dummy)
    shaped = plan.stretches.keys()
    first = {letter: row for row, letters in reversed([*enumerate(dummy.rows)]) for letter in letters}
    beside = {
        letter: {one for one in first if (first[one], top[one]) == (first[letter], top[letter])} for letter in boxed
    }
    for letter in heads:
        if letter in boxed and not beside[letter] <= set(heads):
            continue
        over = [above for above, below in edges if below == letter]
        if letter in shaped or not shaped.isdisjoint(over):
            continue
        feet = [plan.top[above] + plan.rows[above] for above in over]
        if feet and plan.top[letter] - max(feet) > gap:
            top[letter] -= 1
            rows[letter] += 1
    return replace(plan, top=top, rows=rows)


def levelled(plan: Plan, dummy: Dummy, depth: int, more: Mapping[str, int]) -> Plan:
    """The plan with parts at the foot of the page grown down to it, where they are drawn beside one that ends there:
    each by no more rows than `more` says, or not at all.
    """
    last = dummy.rows[-1]
    feet = {letter: plan.top[letter] + plan.rows[letter] for letter in last}
    if depth not in feet.values() or plan.over:
        return plan
    wanting = {letter: depth - foot for letter, foot in feet.items() if letter not in plan.stretches}
    grown = {letter: rows for letter, rows in wanting.items() if 0 < rows <= more.get(letter, 0)}
    return replace(plan, rows={letter: rows + grown.get(letter, 0) for letter, rows in plan.rows.items()})


def _constraints(drawing: Drawing, needs: Needs, gaps: Mapping[tuple[str, str], int], depth: int) -> Constraints:
    rows = {one: rows for one, rows in needs.rows.items() if one not in needs.shapes}
    pads = {letter: shape.pad for letter, shape in needs.shapes.items() if shape.pad}
    if pads:
        gaps = {(a, b): gap + pads.get(a, 0) + pads.get(b, 0) for (a, b), gap in gaps.items()}
    constraints = Constraints(drawing, lambda one: rows.get(one, 0), lambda a, b: gaps[a, b], depth)
    constraints.held = needs.held
    for letter, shape in needs.shapes.items():
        demand_least(constraints, letter, shape)
    for letter, row in needs.lowered:
        constraints.wish(drawing.tops[letter][0], row + pads.get(letter, 0))
    for letter, row in needs.pinned.items():
        constraints.pin(drawing.tops[letter][0], row + pads.get(letter, 0))
    for letter, shape in needs.shapes.items():
        if shape.pinned or shape.deep or shape.pad:
            from jxprint.composition.pinned_shapes import hold_depth  # few stories with corners are

            hold_depth(constraints, letter, shape)
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
    for letter, shape in needs.shapes.items():
        foot[letter] = max(foot[letter], top[letter] + (shape.pinned or shape.deep)) + shape.pad
        top[letter] -= shape.pad
    over: dict[str, int] = {}
    late: dict[str, int] = {}
    pushed: dict[str, tuple[str, ...]] = {}
    for k, rows in constraints.broken(at).items():
        letter = drawing.edges[k].letter
        # A shape whose head would have to stand higher, for its pinned depth, passes the foot with that.
        told = late if not drawing.edges[k].is_foot and letter in needs.pinned else over
        told[letter] = max(told.get(letter, 0), rows)
        pushed[letter] = tuple(constraints.pushing(at, k))
    excess: dict[str, int] = {}
    through: dict[str, tuple[str, ...]] = {}
    if pushed:
        latest = constraints.latest()
        excess = constraints.excess(at, latest)
        through = {letter: tuple(constraints.through(at, latest, letter)) for letter in excess}
    return Plan(
        top,
        {letter: foot[letter] - row for letter, row in top.items()},
        over,
        late,
        pushed,
        excess,
        through,
        0,
        {letter: stretches(constraints, at, feet, letter, shape) for letter, shape in needs.shapes.items()},
        wanting_lines(constraints, at, feet, needs.shapes),
    )


def _growing_bands(dummy: Dummy, needs: Needs) -> list[list[str]]:
    """Growing parts that are drawn on the same rows grow together, so that pictures side by side stay equal; those that
    fill do one by one.
    """
    filling = [[one] for one in dict.fromkeys(one for row in dummy.rows for one in row if one in needs.filling)]
    bands: list[list[str]] = []
    for row in dummy.rows:
        band = [letter for letter in dict.fromkeys(row) if letter in needs.growing and letter not in needs.filling]
        if band and not any(set(band) & set(known) for known in bands):
            bands.append(band)
    return [*bands, *filling] if needs.waiting else [*filling, *bands]


_Settled = tuple[list[int], dict[int, int]]


def _grown(constraints: Constraints, needs: Needs, rows: dict[str, int], band: list[str], before: _Settled) -> _Settled:
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
