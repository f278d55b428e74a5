"""How the pictures of a group share its frame: rows of equal height, a small gap between them, nothing squeezed."""

from __future__ import annotations

from collections.abc import Sequence

from jxprint.composition.cropping import shapes_of, shared
from jxprint.geometry import Rect
from jxprint.model import Shot

ShotRows = Sequence[Sequence[Shot]]


def depths(rows: ShotRows, width: float, gap: float) -> tuple[float, float, float]:
    """The least depth of all rows over a width, the one that crops nothing, and the most (points)."""
    white = (len(rows) - 1) * gap
    least, wanted, most = (sum(of_rows) + white for of_rows in zip(*_row_depths(rows, width, gap), strict=True))
    return least, wanted, most


def frames(rows: ShotRows, area: Rect, gap: float) -> tuple[tuple[Rect, ...], ...]:
    """Where each picture stands in the area, which they fill; in a row all are as deep as each other, and rows are as
    far as their pictures may be cropped to it.
    """
    least, wanted, most = zip(*_row_depths(rows, area.width, gap), strict=True)
    free = area.height - (len(rows) - 1) * gap
    heights = shared(least, [sum(wanted) / len(wanted)] * len(rows), most, free) if len(rows) > 1 else (free,)
    found: list[tuple[Rect, ...]] = []
    y = area.y
    for row, height in zip(rows, heights, strict=True):
        found.append(_row(row, Rect(area.x, y, area.width, height), gap))
        y += height + gap
    return tuple(found)


def _row_depths(rows: ShotRows, width: float, gap: float) -> list[tuple[float, float, float]]:
    """Of each row: the least depth, the one that crops nothing, the most."""
    found: list[tuple[float, float, float]] = []
    for row in rows:
        free = width - (len(row) - 1) * gap
        widest, own, squarest = (sum(shapes) for shapes in zip(*map(shapes_of, row), strict=True))
        found.append((free / widest, free / own, free / squarest))
    return found


def _row(row: Sequence[Shot], area: Rect, gap: float) -> tuple[Rect, ...]:
    if len(row) == 1:
        return (area,)
    widest, own, squarest = zip(*map(shapes_of, row), strict=True)
    free = area.width - (len(row) - 1) * gap
    found: list[Rect] = []
    x = area.x
    for shape in shared(squarest, own, widest, free / area.height):
        found.append(Rect(x, area.y, shape * area.height, area.height))
        x += shape * area.height + gap
    return tuple(found)
