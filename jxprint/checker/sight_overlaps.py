"""Characters whose ink stands in that of others. Lines are compared first, by the edges of all that stands on them: on
most pages none reaches into another, and no character has to be asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from jxprint.checker.sight_pictures import Edges, Inked

# Ink of two characters that stand in each other: so much of the smaller box; those whose middles are near are compared,
# and what is larger than `_LARGE_PT` with all whose middles it covers.
_OVERLAP, _CELL_PT = 0.45, 4.0
_LARGE_PT = _CELL_PT / (1 - _OVERLAP)
# How many places are asked for that on one page: a broadsheet's heads ask for some thousands.
_LOOKS = 5_000_000
_ROW_OF_CELLS = 1 << 20
_AROUND = tuple(x * _ROW_OF_CELLS + y for x in (-1, 0, 1) for y in (-1, 0, 1))


# By so much (of the smaller one) ink of neighbours on a line may overlap, by so much (ems) it may be apart; how many
# pairs of lines are compared.
_BESIDE, _APART, _PAIRS = 0.3, 2.0, 200_000


class _Run(Struct, gc=False):
    """Characters of which each stands beside the one before, to its right (0) or under it (1), and the edges of them
    all.
    """

    first: int
    last: int
    way: int | None
    edges: Edges


def overlapping(inked: Sequence[Inked]) -> list[Inked]:
    """Characters whose ink stands in that of others."""
    runs = _runs(inked)
    meeting = _meeting(runs)
    if meeting is None:
        return _among(inked)
    return _among([one for k in sorted(meeting) for one in inked[runs[k].first : runs[k].last + 1]])


def _runs(inked: Sequence[Inked]) -> list[_Run]:
    """Lines, as far as characters follow each other on them: within one of these none stands in another."""
    found: list[_Run] = []
    run: _Run | None = None
    before: Edges = (0.0, 0.0, 0.0, 0.0)
    for k, one in enumerate(inked):
        edges = one.edges
        way = None if run is None else _way(before, edges, one.glyph.size)
        if run is not None and way is not None and run.way in (None, way):
            left, low, right, high = edges
            all_left, all_low, all_right, all_high = run.edges
            # Asked about every character: min and max would cost more than all the rest.
            run.edges = (
                left if left < all_left else all_left,
                low if low < all_low else all_low,
                right if right > all_right else all_right,
                high if high > all_high else all_high,
            )
            run.last, run.way = k, way
        else:
            run = _Run(k, k, None, edges)
            found.append(run)
        before = edges
    return found


def _way(before: Edges, edges: Edges, em: float) -> int | None:
    """Whether a character stands beside the one before to its right (0) or under it (1); None where it does neither."""
    left, low, right, high = edges
    left_before, low_before, right_before, high_before = before
    aside, down = left + right - left_before - right_before, low + high - low_before - high_before
    if -em < down < em and _follows(left - right_before, em, right - left, right_before - left_before):
        return 0
    if -em < aside < em and _follows(low_before - high, em, high - low, high_before - low_before):
        return 1
    return None


def _follows(gap: float, em: float, long: float, before: float) -> bool:
    """Whether ink begins near enough behind that before it, both so long."""
    return 0 <= gap < _APART * em or (gap < 0 and gap >= -_BESIDE * min(long, before))


def _meeting(runs: Sequence[_Run]) -> set[int] | None:
    """Which runs reach into another one; None where there are too many to say."""
    found: set[int] = set()
    pairs = 0
    near: list[int] = []
    for k in sorted(range(len(runs)), key=lambda at: runs[at].edges[1]):
        left, low, right, _ = runs[k].edges
        near = [one for one in near if runs[one].edges[3] > low]
        pairs += len(near)
        if pairs > _PAIRS:
            return None
        for one in near:
            other = runs[one].edges
            if other[0] < right and left < other[2]:
                found |= {k, one}
        near.append(k)
    return found


def _among(inked: Sequence[Inked]) -> list[Inked]:
    cells: dict[int, list[Inked]] = {}
    found: list[Inked] = []
    large: list[Inked] = []
    for one in inked:
        left, low, right, high = one.edges
        cell = int((left + right) / 2 / _CELL_PT) * _ROW_OF_CELLS + int((low + high) / 2 / _CELL_PT)
        near = [other for step in _AROUND if cell + step in cells for other in cells[cell + step]]
        # A code that says several characters shows one glyph for them.
        if near and any(other.edges != one.edges and _overlap(one.edges, other.edges) for other in near):
            found.append(one)
        elif right - left > _LARGE_PT or high - low > _LARGE_PT:
            large.append(one)
        cells.setdefault(cell, []).append(one)
    looks = _LOOKS
    for one in large:
        held, count = _under(one.edges, cells)
        looks -= count
        if looks < 0:
            break
        if any(other.edges != one.edges and _overlap(one.edges, other.edges) for near in held for other in near):
            found.append(one)
    return found


def _under(edges: Edges, cells: Mapping[int, list[Inked]]) -> tuple[Iterable[list[Inked]], int]:
    """Characters whose middles a large one may cover, by cell, and how many cells are asked for that."""
    left, low, right, high = edges
    x, y, across, down = (left + right) / 2, (low + high) / 2, right - left, high - low
    first, last = (int((x + way * (1 - _OVERLAP) * across) / _CELL_PT) for way in (-1, 1))
    foot, top = (int((y + way * (1 - _OVERLAP) * down) / _CELL_PT) for way in (-1, 1))
    count = (last - first + 1) * (top - foot + 1)
    if count > len(cells):
        return cells.values(), len(cells)
    named = (column * _ROW_OF_CELLS + row for column in range(first, last + 1) for row in range(foot, top + 1))
    return (cells[cell] for cell in named if cell in cells), count


def _overlap(one: Edges, two: Edges) -> bool:
    wide, tall = min(one[2], two[2]) - max(one[0], two[0]), min(one[3], two[3]) - max(one[1], two[1])
    if wide <= 0 or tall <= 0:
        return False
    return wide * tall > _OVERLAP * min(_area(one), _area(two))


def _area(edges: Edges) -> float:
    return (edges[2] - edges[0]) * (edges[3] - edges[1])
