"""Tables (ISO 14289-1, 7.2 and 7.5): as many columns in each row, and headings that say what they head."""

from __future__ import annotations

from jxprint.preflight.structure import Element, attribute
from jxprint.preflight.subject import Subject

_SCOPES = ("/Row", "/Column", "/Both")
# Columns and rows that a cell may reach over.
_MOST = 1000


def ask_table(subject: Subject, table: Element, page: int) -> None:
    """One table."""
    rows = [row for group in (table, *table.children) for row in group.children if row.type == "TR"]
    cells = [cell for row in rows for cell in row.children]
    headed = any("/ID" in cell.source for cell in cells if cell.type == "TH") and any(
        attribute(cell, "Headers") is not None for cell in cells
    )
    has_data = any(cell.type == "TD" for cell in cells)
    if has_data and not headed:
        for cell in cells:
            if cell.type == "TH" and str(attribute(cell, "Scope")) not in _SCOPES:
                subject.told.tell("preflight.tags.no_scope", page)
        if not any(cell.type == "TH" for cell in cells):
            subject.told.tell("preflight.tags.no_header", page)
    widths = _widths(rows)
    if len(set(widths)) > 1:
        subject.told.tell("preflight.tags.table_uneven", page, columns=tuple(dict.fromkeys(widths)))


def _widths(rows: list[Element]) -> list[int]:
    """How many columns each row fills, cells from above included."""
    hanging: dict[int, int] = {}
    widths: list[int] = []
    for row in rows:
        width = sum(1 for left in hanging.values() if left > 0)
        hanging = {at: left - 1 for at, left in hanging.items() if left > 1}
        at = 0
        for cell in row.children:
            across, down = _span(cell, "ColSpan"), _span(cell, "RowSpan")
            width += across
            for column in range(across):
                if down > 1:
                    hanging[10_000 * len(widths) + at + column] = down - 1
            at += across
        widths.append(width)
    return widths


def _span(cell: Element, name: str) -> int:
    value = attribute(cell, name)
    return min(max(int(value), 1), _MOST) if isinstance(value, int) else 1
