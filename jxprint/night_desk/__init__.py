"""The night desk (夜班): what stands on a finished page that should not, and where.

Rules look at the placed page beside its model, never at how it was made: a page that was made up by others is looked at
the same way. They return marks; `inspect` settles them with what the page accepts and gives findings.
"""

from __future__ import annotations

from jxprint.night_desk.accepting import Inspection, inspect, inspect_across
from jxprint.night_desk.marks import Mark
from jxprint.night_desk.rules import RULES, Rule, marks_of

__all__ = ["RULES", "Inspection", "Mark", "Rule", "inspect", "inspect_across", "marks_of"]
