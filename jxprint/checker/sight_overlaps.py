"""Characters whose ink stands in that of others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from jxprint.checker.sight_pictures import Edges, Inked

# Ink of two characters that stand in each other: so much of the smaller box; those whose middles are near are compared,
# and what is larger than `_LARGE_PT` with all whose middles it covers.
_OVERLAP, _CELL_PT = 0.45, 4.0
_LARGE_PT = _CELL_PT / (1 - _OVERLAP)
# How many places are asked for that on one page: a broadsheet's heads ask for some thousands.
_LOOKS = 5_000_000
_ROW_OF_CELLS = 1 << 20
_AROUND = tuple(x * _ROW_OF_CELLS + y for x in (-1, 0, 1) for y in (-1, 0, 1))


def overlapping(inked: Sequence[Inked]) -> list[Inked]:
    """Characters whose ink stands in that of others."""
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
