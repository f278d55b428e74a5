"""The proof-reader (校对): what stands in the copy that should not, and how it is put right.

Rules look at copy alone, never at how it will be set. They take a page of the model as lines of copy and return
slips; nothing here reads or writes a file. What is named here is loaded when it is used: who wants a page's lines of
copy alone loads no rule.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jxprint.lint.lines import Copy, Line, Repair, copy_of
    from jxprint.lint.mending import Mended, mend
    from jxprint.lint.rules import RULES, Rule, Slip, proofread

__all__ = ["RULES", "Copy", "Line", "Mended", "Repair", "Rule", "Slip", "copy_of", "mend", "proofread"]

_MODULES = {
    **dict.fromkeys(("Copy", "Line", "Repair", "copy_of"), "jxprint.lint.lines"),
    **dict.fromkeys(("Mended", "mend"), "jxprint.lint.mending"),
    **dict.fromkeys(("RULES", "Rule", "Slip", "proofread"), "jxprint.lint.rules"),
}


def __getattr__(name: str) -> Any:
    """One of the names above, by its module."""
    if name not in _MODULES:
        raise AttributeError(name)
    value = globals()[name] = getattr(import_module(_MODULES[name]), name)
    return value
