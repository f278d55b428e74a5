"""Tables on a terminal, in which a Han character is two columns wide."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol


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


class _InLegs(Protocol):
    @property
    def legs(self) -> int: ...
    @property
    def measure(self) -> float: ...
    @property
    def measures(self) -> tuple[float, ...]: ...


def legs_and_measure(story: _InLegs) -> str:
    """Legs and their measure in ems, of unequal legs the narrowest and the widest: `3×24–25`."""
    ends = sorted({min(story.measures), max(story.measures)}) if story.measures else [story.measure]
    return f"{story.legs}×{'–'.join(f'{one:.4g}' for one in ends)}"
