"""Tables on a terminal, in which a Han character is two columns wide."""

from __future__ import annotations

from collections.abc import Sequence


def table_lines(rows: Sequence[Sequence[str]]) -> list[str]:
    """A line a row: the first cell ranged left, the others right, and the last as it is."""
    widths = [max(_width(row[k]) for row in rows) for k in range(len(rows[0]) - 1)]
    return [_padded(row, widths) for row in rows]


def _width(said: str) -> int:
    """Columns of a terminal: Han are two wide."""
    from unicodedata import east_asian_width

    return sum(2 if east_asian_width(char) in "WF" else 1 for char in said)


def _padded(cells: Sequence[str], widths: Sequence[int]) -> str:
    first, *rest = cells
    padded = [first + " " * (widths[0] - _width(first))]
    padded += [" " * (width - _width(cell)) + cell for cell, width in zip(rest, widths[1:], strict=False)]
    return "  ".join([*padded, cells[-1]])
