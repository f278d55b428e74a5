"""The press sheet (印刷版面): a placed page with the paper round it, what the press needs to see there, and two pages
side by side (拼版).

Made from placed pages alone, as values: nothing is composed again, and no writer knows of marks more than that there is
paper beyond the bleed. `dressing.dressed` puts the marks of `asked` on a page, `imposing.side_by_side` two pages on a
sheet, and `plan.plan` says which.
"""

from __future__ import annotations

from jxprint.press.asked import MARKS, UNDRESSED, Impose, Mark, Press, marks_named

__all__ = ["MARKS", "UNDRESSED", "Impose", "Mark", "Press", "marks_named"]
