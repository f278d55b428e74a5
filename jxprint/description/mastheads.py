"""The section's head (版头) from its table in page.toml."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jxprint.description.tables import Table
from jxprint.model import Masthead, Part

if TYPE_CHECKING:
    from jxprint.description.pieces import Common, Context

# White type has to stand out of its plate: half black at the least.
LIGHTEST_PLATE = 0.5


def read_masthead(table: Table, common: Common, context: Context) -> Part | None:
    """The head with what it stands on and beside; None where it has no words."""
    text = table.passage("text") if table.needs("text") else None
    plate, line = _plate(table), table.passage("line")
    align = table.name("align", ("start", "centre"), "page.unknown_value") or "start"
    if text is None:
        if table.values.get("text") == "":
            table.wrong("page.empty_value", "text", key="text")
        return None
    return Masthead(**common, text=text, plate=plate, line=line, align=align)  # type: ignore[arg-type]


def _plate(table: Table) -> float | None:
    """`true` is black; a number is a share of it."""
    value = table.values.get("plate")
    if isinstance(value, bool) or value is None:
        return 1.0 if value else None
    return table.number("plate", 1.0, LIGHTEST_PLATE)
