"""What a page says of being a re-setting (重排): the table [resetting] of page.toml."""

from __future__ import annotations

from jxprint.description.tables import Table
from jxprint.model.resetting import Resetting

RESETTING_KEYS = ("of", "inferred", "lost", "visible")


def read_resetting(page: Table) -> Resetting | None:
    """The table, which is there; None where something is wrong, which is noted with the page's table."""
    read = page.table("resetting")
    if read is None:
        return None
    read.only(RESETTING_KEYS)
    of, inferred, lost = (read.words(key) for key in ("of", "inferred", "lost"))
    visible = read.boolean("visible")
    for key in ("inferred", "lost"):
        if key in read.values and read.values[key] == "":
            read.wrong("page.empty_value", key, key=key)
    if not read.needs("inferred", "lost") or inferred is None or lost is None:
        return None
    return Resetting(inferred, lost, of or "", visible is not False, read.place("inferred"))
