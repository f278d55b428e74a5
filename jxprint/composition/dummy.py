"""The dummy solved: which rows of the grid each part takes.

The drawing says which parts stand on which columns and which part stands over which; depths come from the copy.
`top[below] >= top[above] + rows[above] + gap` for every such pair is a system of difference constraints, and the
longest path from the head of the page gives the earliest rows. What is left over goes to the pictures first, then to
the white between parts.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from msgspec import Struct

from jxprint.model import Dummy


class Area(Struct, frozen=True):
    """The columns that a part stands on: the first (from 0) and how many."""

    column: int
    span: int


class Plan(Struct, frozen=True):
    """Rows of each part: its top (from 0) and depth; `over` tells by how many rows a part passes the foot."""

    top: Mapping[str, int]
    rows: Mapping[str, int]
    over: Mapping[str, int]


def areas(dummy: Dummy) -> dict[str, Area]:
    """Where each letter stands across the page; the drawing is known to hold rectangles."""
    found: dict[str, tuple[int, int]] = {}
    for row in dummy.rows:
        for column, letter in enumerate(row):
            first, last = found.get(letter, (column, column))
            found[letter] = (min(first, column), max(last, column))
    return {letter: Area(first, last - first + 1) for letter, (first, last) in found.items()}


def neighbours(dummy: Dummy) -> set[tuple[str, str]]:
    """Pairs (above, below) of letters that touch in some column."""
    return {
        (above, below)
        for upper, lower in zip(dummy.rows, dummy.rows[1:], strict=False)
        for above, below in zip(upper, lower, strict=True)
        if above != below
    }


def solve(
    dummy: Dummy, needed: Mapping[str, int], growing: Mapping[str, int], gaps: Mapping[tuple[str, str], int], depth: int
) -> Plan:
    """Rows for every part of a page `depth` rows deep.

    `needed` is each part's least depth; `growing` the parts that take up slack, with the most rows each may add;
    `gaps` the white under `above` before `below`.
    """
    order = _from_the_head(dummy)
    edges = neighbours(dummy)
    rows = dict(needed)
    top = _earliest(order, edges, rows, gaps, {})
    over = {letter: top[letter] + rows[letter] - depth for letter in order if top[letter] + rows[letter] > depth}
    if over:
        return Plan(top, rows, over)
    for band in _growing_bands(dummy, growing):
        latest = _latest(order, edges, rows, gaps, depth)
        slack = min(min(latest[letter] - top[letter], growing[letter]) for letter in band)
        for letter in band:
            rows[letter] += slack
        top = _earliest(order, edges, rows, gaps, {})
    return Plan(_spread(order, edges, rows, gaps, depth), rows, {})


def opened_heads(plan: Plan, dummy: Dummy, gap: int, heads: Collection[str]) -> Plan:
    """The plan with a row of the white over `heads` given to them where more than `gap` rows stand there: a head opens
    by it above and within, which shows less than a gap that is a row wider than all others.
    """
    top, rows = dict(plan.top), dict(plan.rows)
    edges = neighbours(dummy)
    for letter in heads:
        feet = [plan.top[above] + plan.rows[above] for above, below in edges if below == letter]
        if feet and plan.top[letter] - max(feet) > gap:
            top[letter] -= 1
            rows[letter] += 1
    return Plan(top, rows, plan.over)


def _from_the_head(dummy: Dummy) -> list[str]:
    """Letters in an order in which no part comes before one that stands above it (rectangles cannot form a ring)."""
    order: list[str] = []
    seen: set[str] = set()
    waiting = {letter: {above for above, below in neighbours(dummy) if below == letter} for letter in areas(dummy)}
    while waiting:
        ready = [letter for letter, above in waiting.items() if above <= seen]
        order.extend(ready)
        seen.update(ready)
        for letter in ready:
            del waiting[letter]
    return order


def _earliest(
    order: list[str],
    edges: set[tuple[str, str]],
    rows: Mapping[str, int],
    gaps: Mapping[tuple[str, str], int],
    at_least: Mapping[str, int],
) -> dict[str, int]:
    top: dict[str, int] = {}
    for letter in order:
        below_others = [top[a] + rows[a] + gaps[a, b] for a, b in edges if b == letter]
        top[letter] = max([at_least.get(letter, 0), *below_others])
    return top


def _latest(
    order: list[str],
    edges: set[tuple[str, str]],
    rows: Mapping[str, int],
    gaps: Mapping[tuple[str, str], int],
    depth: int,
) -> dict[str, int]:
    top: dict[str, int] = {}
    for letter in reversed(order):
        above_others = [top[b] - gaps[a, b] for a, b in edges if a == letter]
        top[letter] = min([depth, *above_others]) - rows[letter]
    return top


def _growing_bands(dummy: Dummy, growing: Mapping[str, int]) -> list[list[str]]:
    """Growing parts that are drawn on the same rows grow together, so that pictures side by side stay equal."""
    bands: list[list[str]] = []
    for row in dummy.rows:
        band = [letter for letter in dict.fromkeys(row) if letter in growing]
        if band and not any(set(band) & set(known) for known in bands):
            bands.append(band)
    return bands


def _spread(
    order: list[str],
    edges: set[tuple[str, str]],
    rows: Mapping[str, int],
    gaps: Mapping[tuple[str, str], int],
    depth: int,
) -> dict[str, int]:
    """Share what white is left evenly over the gaps between parts, so that every stack ends at the foot.

    Parts that stand side by side under one other part keep starting together: no white goes there.
    """
    under: dict[str, int] = dict.fromkeys(order, 0)
    for a, _ in edges:
        under[a] += 1
    earliest = _earliest(order, edges, rows, gaps, {})
    latest = _latest(order, edges, rows, gaps, depth)
    slack = {letter: latest[letter] - earliest[letter] for letter in order}

    def white(a: str, b: str) -> int:
        return int(under[a] == 1 and slack[a] >= slack[b])

    above, below = dict.fromkeys(order, 0), dict.fromkeys(order, 0)
    for letter in order:
        counted = [above[a] * (slack[a] >= slack[letter]) + white(a, letter) for a, b in edges if b == letter]
        above[letter] = max(counted, default=0)
    for letter in reversed(order):
        below[letter] = max((below[b] + white(letter, b) for a, b in edges if a == letter), default=0)
    wanted: dict[str, int] = {}
    for letter in order:
        chain = above[letter] + below[letter]
        wanted[letter] = earliest[letter] + (slack[letter] * above[letter] // chain if chain else 0)
    return _earliest(order, edges, rows, gaps, wanted)
