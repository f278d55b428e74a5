"""Broken columns (破栏): a story set in another number of legs than the columns it stands on, and what becomes of the
ems that do not come out even (typography.md 3.2).
"""

from __future__ import annotations

import math

from jxprint.model.parts import Remainder


def odd_legs(
    measure: float, legs: int, gap: float, remainder: Remainder, em: float = 1.0
) -> tuple[tuple[float, ...], float]:
    """The measures of `legs` legs over a long measure and the gap between them, in the unit of both; `em` is the body
    type's in that unit.

    `free` shares the measure evenly to the last part of an em. `absolute` sets all legs in the same whole number of
    ems, `auto` in half ems, and widens the gaps by what is left. `relative` keeps the gap and gives the ems that are
    left to the last legs, one each; what is less than an em widens the gaps.
    """
    if legs == 1:
        return (measure,), gap
    room = measure - (legs - 1) * gap
    if remainder == "free":
        return (room / legs,) * legs, gap
    step = em / 2 if remainder == "auto" else em
    each = math.floor(room / legs / step + 1e-9) * step
    wider = math.floor((room - each * legs) / em + 1e-9) if remainder == "relative" else 0
    measures = tuple(each + em * (leg >= legs - wider) for leg in range(legs))
    return measures, (measure - sum(measures)) / (legs - 1)
