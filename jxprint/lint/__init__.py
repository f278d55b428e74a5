"""The proof-reader (校对): what stands in the copy that should not, and how it is put right.

Rules look at copy alone, never at how it will be set. They take a page of the model as lines of copy and return
slips; nothing here reads or writes a file.
"""

from __future__ import annotations

from jxprint.lint.lines import Copy, Line, Repair, copy_of
from jxprint.lint.mending import Mended, mend
from jxprint.lint.rules import RULES, Rule, Slip, proofread

__all__ = ["RULES", "Copy", "Line", "Mended", "Repair", "Rule", "Slip", "copy_of", "mend", "proofread"]
