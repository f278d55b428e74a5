"""Sheets by name (开本), and how they lie in an edition: which margin is at the fold, and pages twice as wide.

The trims and their type areas are those of typography.md 3.1: 对开 with 350 × 490 mm of type, 四开 with 235 × 330 (the
advertising cards of 右江日报 and 茂名晚报). Berliner's trim is that of its name; its margins are a confession, those of
the other two.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from jxprint.description.tables import Table
from jxprint.model import Grid, Sheet

_MARGINS = {"head": "31mm", "foot": "29mm", "left": "20mm", "right": "20mm"}
FORMATS: dict[str, dict[str, object]] = {
    "broadsheet": {"width": "390mm", "height": "550mm", **_MARGINS},
    "tabloid": {"width": "275mm", "height": "390mm", **_MARGINS, "left": "18.5mm", "right": "18.5mm"},
    "berliner": {"width": "315mm", "height": "470mm", **_MARGINS},
}

# How a page lies: a right-hand page (单数版, and one that faces none), a left-hand one, or both of them together.
Lie = Literal["right", "left", "double"]
# The margin at the fold (订口) and the one outside (切口), by where they stand.
_SIDES: dict[str, dict[Lie, str]] = {
    "left": {"right": "inner", "left": "outer", "double": "outer"},
    "right": {"right": "outer", "left": "inner", "double": "outer"},
}


class Lying(Struct, frozen=True):
    """How a page lies in its edition; `facing` lets left-hand pages mirror right-hand ones."""

    lie: Lie = "right"
    facing: bool = False

    def margin(self, key: str) -> tuple[str, str]:
        """The keys that may say how wide the margin `key` ("left" or "right") is: by fold and edge, and by side.

        Sides are those of a right-hand page; where pages face each other a left-hand one has them mirrored.
        """
        by_fold = _SIDES[key][self.lie]
        mirrored = {"left": "right", "right": "left"}
        if not self.facing or self.lie == "right":
            return by_fold, key
        if self.lie == "left":
            return by_fold, mirrored[key]
        return by_fold, "right"


RIGHT = Lying()


def with_formats(tables: Sequence[Table]) -> list[Table]:
    """Sheet tables with what a format that one of them names stands for behind it."""
    found: list[Table] = []
    for table in tables:
        found.append(table)
        if "format" in table.values:
            name = table.name("format", tuple(FORMATS), "page.unknown_value")
            if name is not None:
                found.append(replace(table, values=FORMATS[name]))
    return found


def double_grid(grid: Grid, room_pt: float) -> Grid:
    """The grid of a double truck (通版) over `room_pt` between its outer margins: twice the columns, each wider by half
    ems as far as the white at the fold goes, and what is left over in the gaps.
    """
    columns = 2 * grid.columns
    room = room_pt / grid.body_pt
    measure = math.floor(2 * (room - (columns - 1) * grid.gap_em) / columns + 1e-9) / 2
    if measure < grid.measure_em:
        return replace(grid, columns=columns)
    return replace(grid, columns=columns, measure_em=measure, gap_em=(room - columns * measure) / (columns - 1))


def doubled(sheet: Sheet) -> Sheet:
    """The sheet of a double truck: two pages side by side, without margins at the fold."""
    return replace(sheet, width_pt=2 * sheet.width_pt)
