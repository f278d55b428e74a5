"""Which way a part's text and head run, and that what is said of it makes sense together."""

from __future__ import annotations

from typing import TypedDict

from jxprint.description.tables import Table
from jxprint.model import Dummy
from jxprint.model.parts import Side, Writing

DIRECTION_KEYS = ("writing", "head", "head_side", "head_columns")
_WRITINGS = ("horizontal", "vertical")
_SIDES = ("left", "right")
_MOST_COLUMNS = 60


class Direction(TypedDict):
    """The fields of a Story that say how it runs."""

    writing: Writing
    head: Writing
    head_side: Side
    head_columns: int | None


def read_writing(table: Table, key: str) -> Writing | None:
    """`"horizontal"` or `"vertical"`."""
    return table.name(key, _WRITINGS, "page.unknown_value")  # type: ignore[return-value]  # one of the names asked for


def read_direction(table: Table) -> Direction:
    """How a story runs. Vertical text has a vertical head unless it says otherwise.

    A side head stands on the left of horizontal text unless it says otherwise. Newspapers put it on either side (王敏:
    出版物多行竖题排序之管见, 2024); that the left is usual is a confession: there the eye meets it before the text.
    """
    writing = read_writing(table, "writing") or "horizontal"
    head = read_writing(table, "head")
    side = table.name("head_side", _SIDES, "page.unknown_value")
    columns = table.count("head_columns", _MOST_COLUMNS)
    for key in ("head_side", "head_columns"):
        if key not in table.values:
            continue
        if writing == "vertical":
            table.wrong("page.no_side_head", key, key=key)
        elif head != "vertical" and table.values.get("head") in (None, "horizontal"):
            table.wrong("page.goes_with", key, key=key, other='head = "vertical"')
    return Direction(
        writing=writing,
        head=head or writing,
        head_side=side or "left",  # type: ignore[typeddict-item]  # one of the names asked for
        head_columns=columns,
    )


def check_side_heads(page: Table, dummy: Dummy) -> None:
    """A side head leaves the text a column of those that the part is drawn on."""
    for table in page.tables("part") if isinstance(page.values.get("part"), list) else ():
        columns, letter = table.values.get("head_columns"), table.values.get("letter")
        span = max((row.count(letter) for row in dummy.rows), default=0) if isinstance(letter, str) else 0
        if isinstance(columns, int) and not isinstance(columns, bool) and 0 < span <= columns <= _MOST_COLUMNS:
            table.wrong("page.head_takes_all", "head_columns", columns=columns, span=span)
