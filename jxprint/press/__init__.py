"""The press sheet (印刷版面): a placed page with the paper round it, what the press needs to see there, and two pages
side by side (拼版).

Made from placed pages alone, as values: nothing is composed again, and no writer knows of marks more than that there is
paper beyond the bleed.
"""

from __future__ import annotations

from jxprint.press.asked import MARKS, UNDRESSED, Impose, Mark, Press, marks_named
from jxprint.press.dressing import dressed
from jxprint.press.imposing import side_by_side
from jxprint.press.plan import Side, plan, sides_of
from jxprint.press.slug import Slug, slug_of

__all__ = [
    "MARKS",
    "UNDRESSED",
    "Impose",
    "Mark",
    "Press",
    "Side",
    "Slug",
    "dressed",
    "marks_named",
    "plan",
    "side_by_side",
    "sides_of",
    "slug_of",
]
