"""Which way a part's text and head run, and that what is said of it makes sense together."""

from __future__ import annotations

from typing import TypedDict

from jxprint.description.tables import Table
from jxprint.model import Dummy
from jxprint.model.parts import HeadAt, HeadSide, Writing

DIRECTION_KEYS = ("writing", "head", "head_at", "head_side", "head_columns")
_WRITINGS = ("horizontal", "vertical")
_SIDES = ("left", "right", "middle")
_PLACES = ("over", "beside", "inside")
# The columns that a head inside its text stands over where nobody says.
_USUAL_COLUMNS = 2
_MOST_COLUMNS = 60
# A deeper one takes half a column of a newspaper, and reads as an ornament.
_DEEPEST_CAP = 3


class Direction(TypedDict):
    """The fields of a Story that say how it runs."""

    writing: Writing
    head: Writing
    head_at: HeadAt
    head_side: HeadSide
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
    at = table.name("head_at", _PLACES, "page.unknown_value")
    side = table.name("head_side", _SIDES, "page.unknown_value")
    columns = table.count("head_columns", _MOST_COLUMNS)
    if at is None and head == "horizontal" and "head_at" not in table.values:
        at = "beside" if "head_columns" in table.values or "head_side" in table.values else None
    _check(table, writing, head, at)
    if at == "inside":
        columns = columns or _USUAL_COLUMNS
    return Direction(
        writing=writing,
        head=head or writing,
        head_at=at or "over",  # type: ignore[typeddict-item]  # one of the names asked for
        head_side=side or "left",  # type: ignore[typeddict-item]
        head_columns=columns,
    )


def read_drop_cap(table: Table) -> int | None:
    """How many lines deep the first character of a story's text stands; where it goes on there is no such character."""
    lines = table.count("drop_cap", _DEEPEST_CAP, least=2)
    for key, value in (("writing", "vertical"), ("jump_from", table.values.get("jump_from"))):
        if lines is not None and key in table.values and table.values[key] == value:
            other = 'writing = "vertical"' if key == "writing" else "jump_from"
            table.wrong("page.no_drop_cap", "drop_cap", other=other)
            return None
    return lines


def runs_under_head(story: Table) -> bool:
    """Whether a story's text runs across under its head: what has corners or holds another part can do no other."""
    given = story.values
    if "vertical" in (given.get("writing"), given.get("head")) or given.get("head_at") in ("beside", "inside"):
        return False
    return "head_at" in given or given.get("head") is None or not {"head_columns", "head_side"} & given.keys()


def _check(table: Table, writing: Writing, head: Writing | None, at: str | None) -> None:
    """Tell of what is said of a head and does not go together."""
    given = table.values
    if writing == "vertical":
        for key in ("head_at", "head_side", "head_columns"):
            if key in given:
                table.wrong("page.no_side_head", key, key=key)
        return
    if head == "vertical":
        if "head_at" in given and at is not None:
            table.wrong("page.goes_with", "head_at", key="head_at", other='head = "horizontal"')
    elif at in (None, "over") and given.get("head") in (None, "horizontal") and ("head_at" not in given or at):
        for key in ("head_side", "head_columns"):
            if key in given:
                table.wrong("page.goes_with", key, key=key, other='head = "vertical"')
    elif at == "beside" and "head_columns" not in given:
        table.wrong("page.head_needs_columns", "head_side" if "head_side" in given else "head_at")
    if given.get("head_side") == "middle" and at != "inside":
        table.wrong("page.goes_with", "head_side", key='head_side = "middle"', other='head_at = "inside"')


def check_side_heads(page: Table, dummy: Dummy) -> None:
    """A head beside or inside its text leaves that a column of those that the part is drawn on, and one that stands
    inside covers whole legs.
    """
    for table in page.tables("part") if isinstance(page.values.get("part"), list) else ():
        given = table.values
        if given.get("writing") == "vertical" or (given.get("head") == "vertical" and "head_at" in given):
            continue  # told by `read_direction`
        columns, letter = given.get("head_columns"), given.get("letter")
        inside = given.get("head_at") == "inside"
        if inside and columns is None:
            columns = _USUAL_COLUMNS
        span = max((row.count(letter) for row in dummy.rows), default=0) if isinstance(letter, str) else 0
        if not isinstance(columns, int) or isinstance(columns, bool) or not span or not 0 < columns <= _MOST_COLUMNS:
            continue
        key = "head_columns" if "head_columns" in given else "head_at"
        if span <= columns:
            table.wrong("page.head_takes_all", key, columns=columns, span=span)
            continue
        legs = given.get("legs", span)
        if inside and isinstance(legs, int) and legs > 0 and columns * legs % span:
            table.wrong("page.head_between_legs", key, columns=columns, span=span, legs=legs)
