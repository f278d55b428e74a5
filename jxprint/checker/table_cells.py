"""What cells of a table say of themselves (ISO 32000-1, table 349): the tables of a page have one row of heads, over
their columns, and no cell in several rows or columns.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from jxprint.checker.glyphs import Oddity

_WANTED = {"ColSpan": "1", "RowSpan": "1", "Scope": "Column"}
_ENTRIES = (*_WANTED, "Headers")


def cell_oddities(element: Any) -> Iterator[Oddity]:
    """Entries of a cell (pikepdf's element) by which a reader takes the table for another one."""
    import pikepdf

    attributes = element.get("/A", ())
    for one in attributes if isinstance(attributes, pikepdf.Array) else [attributes]:
        for entry in _ENTRIES:
            if hasattr(one, "keys") and f"/{entry}" in one:
                said = one[f"/{entry}"]
                told = "…" if isinstance(said, pikepdf.Array) else str(said).lstrip("/")
                if told != _WANTED.get(entry):
                    yield Oddity("checks.table_cell", {"entry": entry, "said": told})
