"""Tables on a terminal, in which a Han character is two columns wide."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Protocol

# Columns of a terminal that the last cell may have.
_BROADEST = 100


def table_lines(rows: Sequence[Sequence[str]]) -> list[str]:
    """A line a row: the first cell ranged left, the others right, and the last as it is; where that is long it goes on
    below, each line broken behind a mark.
    """
    widths = [max(_width(row[k]) for row in rows) for k in range(len(rows[0]) - 1)]
    below = "\n" + " " * (sum(widths) + len("  ") * len(widths))
    return [line for row in rows for line in _padded([*row[:-1], below.join(_folded(row[-1]))], widths).split("\n")]


def _folded(said: str) -> list[str]:
    """Lines of a long cell: no word is parted, and no item of a list."""
    lines = [""]
    for piece in re.findall(r".+?(?:[,;:] |[，；：、]|$)", said):
        if lines[-1] and _width(lines[-1] + piece.rstrip()) > _BROADEST:
            lines.append("")
        lines[-1] += piece
    return [line.rstrip() for line in lines]


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
