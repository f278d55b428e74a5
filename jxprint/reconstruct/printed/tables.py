"""Tables of a page: rows of short lines side by side, one row below another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from jxprint.geometry import Rect, around
from jxprint.reconstruct.evidence import Line
from jxprint.reconstruct.printed.body import box_of, middle, over, size_of

# On one baseline: ems by which lines may differ.
_LEVEL = 0.3
# Cells of a table are at most so wide (ems), and a table has so many rows and cells in a row at the least.
_CELL, _ROWS, _CELLS, _FAR_CELLS = 8.0, 3, 3, 12.0


def baselines(lines: Iterable[Line]) -> Iterator[list[Line]]:
    """Lines side by side, from left to right."""
    row: list[Line] = []
    for line in sorted(lines, key=lambda line: box_of(line).bottom):
        if row and box_of(line).bottom - box_of(row[-1]).bottom > _LEVEL * min(size_of(line), size_of(row[-1])):
            yield sorted(row, key=lambda one: box_of(one).x)
            row = []
        row.append(line)
    if row:
        yield sorted(row, key=lambda one: box_of(one).x)


def tables_of(lines: Sequence[Line]) -> tuple[list[list[Line]], list[Line]]:
    """Tables as their rows, each a line, and the lines that are in none."""
    open_: list[list[list[Line]]] = []
    closed: list[list[list[Line]]] = []
    for row in baselines(lines):
        for cells in _cells(row):
            box = around([box_of(one) for one in cells])
            above = next((one for one in open_ if _continues(one[-1], box, size_of(cells[0]))), None)
            if above is not None:
                above.append(cells)
            else:
                open_.append([cells])
    closed = [one for one in open_ if len(one) >= _ROWS]
    closed = [_within(rows) for rows in closed]
    used = {line.number for rows in closed for row in rows for line in row}
    tables = [[_row(row) for row in rows] for rows in closed]
    return tables, [line for line in lines if line.number not in used]


def _within(rows: Sequence[list[Line]]) -> list[list[Line]]:
    """The rows without what stands beside the table and no row but one has."""
    left = middle([box_of(row[0]).x for row in rows])
    right = middle([box_of(row[-1]).right for row in rows])
    return [[one for one in row if box_of(one).right > left and box_of(one).x < right] for row in rows]


def _cells(row: Sequence[Line]) -> Iterator[list[Line]]:
    cells: list[Line] = []
    for line in row:
        short = box_of(line).width <= _CELL * size_of(line)
        if cells and (not short or box_of(line).x - box_of(cells[-1]).right > _FAR_CELLS * size_of(line)):
            yield from [cells] if len(cells) >= _CELLS else []
            cells = []
        if short:
            cells.append(line)
    if len(cells) >= _CELLS:
        yield cells


def _continues(above: Sequence[Line], box: Rect, size: float) -> bool:
    before = around([box_of(one) for one in above])
    return over(before, box) > 0.7 and 0.8 * size < box.bottom - before.bottom < 3 * size


def _row(cells: Sequence[Line]) -> Line:
    return replace(cells[0], text="  ".join(one.text for one in cells), box=around([box_of(one) for one in cells]))
