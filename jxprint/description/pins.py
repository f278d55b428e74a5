"""What an editor pins of a part, in rows of the grid or in millimetres."""

from __future__ import annotations

from jxprint.description.tables import Measures, Table
from jxprint.geometry import LengthSyntaxError, parse_length
from jxprint.model import Grid

MOST_ROWS = 1000


def read_pins(table: Table, grid: Grid | None) -> tuple[int | None, int | None, int | None]:
    """`rows`, `min_rows` and `top`; a part that is pinned to fewer rows than its least is told."""
    rows, least = (pinned_rows(table, key, grid, least=1) for key in ("rows", "min_rows"))
    if rows is not None and least is not None and least > rows:
        table.wrong("page.pinned_under_least", "min_rows", rows=rows, least=least)
    return rows, least, pinned_rows(table, "top", grid, least=0)


def pinned_rows(table: Table, key: str, grid: Grid | None, least: int) -> int | None:
    """Whole rows: a number, `"14行"`, or a length such as `"60mm"`, which takes the nearest number of rows.

    A part so many rows deep ends with the type of its last row, so its depth lacks one line gap; where a part starts
    is a distance in whole rows.
    """
    value = table.values.get(key)
    if not isinstance(value, str):
        return table.count(key, MOST_ROWS, least)
    if value.strip().endswith("行"):
        rows = table.rows(key, MOST_ROWS)
        if rows is not None and (rows != int(rows) or rows < least):
            table.wrong("page.out_of_bounds", key, key=key, value=value, least=least, most=MOST_ROWS)
            return None
        return None if rows is None else int(rows)
    if value.strip().isdecimal():
        table.wrong("page.rows_in_quotes", key, key=key, value=int(value))
        return None
    length = table.length(key, Measures() if grid is None else Measures(grid.body_pt, grid.pitch_pt))
    if length is None or grid is None:
        return None
    gap = grid.pitch_pt - grid.body_pt if least else 0.0
    return max(least, round((length + gap) / grid.pitch_pt))


def body_ems(table: Table, key: str, least: float, most: float) -> float | None:
    """Ems of the page's body type, which a house style does not know yet: a number, or `"6字"`."""
    value = table.values.get(key)
    if not isinstance(value, str):
        return table.number(key, most, least)
    try:
        ems = parse_length(value, em=1.0) if value.strip().endswith("字") else None
    except LengthSyntaxError:
        ems = None
    if ems is None:
        table.wrong("page.wrong_type", key, key=key, wanted=f'"{least:g}字"', found=f'"{value}"')
    elif not least <= ems <= most:
        table.wrong("page.out_of_bounds", key, key=key, value=value, least=f"{least:g}字", most=f"{most:g}字")
        return None
    return ems
