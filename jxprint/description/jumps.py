"""Jumps (转版): what a part says of where it goes on or comes from."""

from __future__ import annotations

import re

from msgspec import Struct

from jxprint.description.tables import Table
from jxprint.model import Jump

JUMP_KEYS = ("jump_to", "jump_from")
# Of a part that goes on from elsewhere and has no copy to say it.
CONTINUATION_KEYS = ("kicker", "headline")

# A double truck may be named by both its numbers, as the night desk does.
_JUMP = r"\s*(?:(?P<page>\d{1,4})(?:\s*[-–—－]\s*(?P<last>\d{1,4}))?\s*[:：]\s*)?(?P<letter>\w)\s*"
_UPRIGHT_KEYS = ("writing", "head")


class Jumps(Struct, frozen=True):
    """Where a part goes on, and where it comes from."""

    to: Jump | None = None
    from_: Jump | None = None


def read_jumps(table: Table) -> Jumps:
    """The jumps of a story's part. A story that jumps runs horizontally under its head: where a vertical one would be
    cut is no row of the grid.
    """
    found = Jumps(read_jump(table, "jump_to"), read_jump(table, "jump_from"))
    given = [key for key in JUMP_KEYS if key in table.values]
    for key in _UPRIGHT_KEYS:
        if given and table.values.get(key) == "vertical":
            table.wrong("page.jump_not_level", key, key=given[0])
            break
    if "jump_from" in table.values and "copy" in table.values:
        table.wrong("page.jump_with_copy", "copy")
    if "jump_from" not in table.values:
        for key in CONTINUATION_KEYS:
            if key in table.values:
                table.wrong("page.goes_with", key, key=key, other="jump_from")
    return found


def read_jump(table: Table, key: str) -> Jump | None:
    """One jump of a part."""
    value = table.text(key)
    if value is None:
        return None
    match = re.fullmatch(_JUMP, value)
    if match is None or not match["letter"].isalnum():
        table.wrong("page.bad_jump" if key == "jump_to" else "page.bad_jump_from", key, value=value)
        return None
    page, last = (None if number is None else int(number) for number in (match["page"], match["last"]))
    return Jump(match["letter"], page, table.place(key), last)


def page_of(value: object) -> int | None:
    """The page that a jump names, the first of two, None where it names none."""
    match = re.fullmatch(_JUMP, value) if isinstance(value, str) else None
    return None if match is None or match["page"] is None else int(match["page"])


def page_said(jump: Jump) -> str:
    """The number of the page that a jump names, or both of a double truck."""
    return f"{jump.page}" if jump.last is None else f"{jump.page}-{jump.last}"
