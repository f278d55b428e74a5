"""The paper round a page: how far out each thing stands, in points from the edge of the bleed.

Marks are lines of 0.25 pt, 5 mm long, 3 mm off what is printed: printers' sheets publish 5 to 7 mm at that distance and
11 to 13 mm of paper at the least, the Ghent Workgroup lines of 6 mm. Where a fold mark stands in the middle of a side,
the register mark of that side stands outside it: with room for both the paper goes 15 mm beyond the bleed.
"""

from __future__ import annotations

from msgspec import Struct

from jxprint.geometry import PT_PER_MM
from jxprint.placed import PlacedPage

LINE_PT = 0.25
STAND_OFF_PT, LENGTH_PT = 3 * PT_PER_MM, 5 * PT_PER_MM
SLUG_PT = 15 * PT_PER_MM
# The middle of a register mark: level with the other marks, and outside a fold mark.
REGISTER_PT, BEYOND_FOLD_PT = 5.5 * PT_PER_MM, 11.5 * PT_PER_MM
# What stands along a side keeps so far from the corners' marks and from the mark in its middle.
CORNER_PT, MIDDLE_PT = 10 * PT_PER_MM, 5 * PT_PER_MM
# No side of a page has more units (ISO 32000-1, annex C).
LARGEST_PT = 14_400.0
# A side with less room has its marks on top of each other; a house choice.
SMALLEST_PT = 40 * PT_PER_MM
# A sheet this high is folded across before it is delivered (对折): broadsheets and Berliners, no tabloids. A house
# choice between their heights (390 mm, 470 mm).
_FOLDED_PT = 420 * PT_PER_MM


class Folds(Struct, frozen=True):
    """Where a sheet is folded: `upright` is the x of its fold between two pages, `across` the y of the one over its
    middle; None where it has none.
    """

    upright: float | None
    across: float | None


def folds_of(page: PlacedPage, halves: int) -> Folds:
    """The folds of a sheet as wide as one page or as two (`halves`): a double truck is as wide as two."""
    upright = page.width / 2 if halves > 1 else None
    return Folds(upright, page.height / 2 if page.height > _FOLDED_PT else None)
