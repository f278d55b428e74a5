"""TOML files opened: decoded, parsed, scanned for positions, and their `format` looked at."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from pathlib import Path

from jxprint.description.encodings import read_text
from jxprint.description.positions import Positions, scan
from jxprint.description.tables import Table
from jxprint.errors import Finding, Place

FORMAT = 1

_AT = r"\s*\((?:at line (?P<line>\d+), column (?P<column>\d+)|at end of document)\)$"

# Far more digits than any number of a page has, and fewer than Python makes a number of (4300) or says again.
_LONG = r"(?:0[xob])?[0-9A-Fa-f_]{1000,}"

# The printable characters of ASCII as input methods make them (U+FF01 to U+FF5E).
_FULL_WIDTH = r"[！-～]+"


def open_toml(path: Path, shown: str, findings: list[Finding]) -> Table | None:
    """The whole file as a table, or None with the reason in `findings`; `shown` names the file there."""
    text = read_text(path, shown, findings)
    if text is None:
        return None
    try:
        values, positions = _parsed(text)
    except RecursionError:
        findings.append(Finding("page.not_toml", Place(shown, 1, 1), {"reason": "nested too deeply"}))
        return None
    except ValueError as error:  # TOMLDecodeError, and numbers too long for int()
        findings.append(_not_toml(str(error), text, shown))
        return None
    table = Table(values, (), shown, positions, findings)
    return table if _known_format(table) else None


@lru_cache(maxsize=8)
def _parsed(text: str) -> tuple[dict[str, object], Positions]:
    """Values and positions of a text; a page is built many times while its copy changes and its plan does not.

    The values are shared between readings: nobody writes on them.
    """
    values = tomllib.loads(text)
    if re.search(_LONG, text):
        str(values)  # raises of what was written in sixteens as int() does in tens: no finding could say such a number
    return values, scan(text)


def _not_toml(message: str, text: str, shown: str) -> Finding:
    match = re.search(_AT, message)
    line, column = text.count("\n") + 1, len(text) - text.rfind("\n")
    if match is not None and match["line"] is not None:
        line, column = int(match["line"]), int(match["column"])
    elif match is None and (long := re.search(_LONG, text)):
        line, column = text.count("\n", 0, long.start()) + 1, long.start() - text.rfind("\n", 0, long.start())
    reason = message[: match.start()] if match else message
    place = Place(shown, line, column)
    found = re.match(_FULL_WIDTH, (text + "\n").split("\n")[line - 1][column - 1 :])
    if found is not None:
        put = "".join(chr(ord(char) - 0xFEE0) for char in found[0])
        return Finding("page.full_width", place, {"found": found[0], "put": put})
    if reason == "Invalid date or datetime":
        return Finding("page.no_such_date", place)
    return Finding("page.not_toml", place, {"reason": reason})


def _known_format(table: Table) -> bool:
    """Whether the file says `format = 1`; a file of a later format is not read any further."""
    if not table.needs("format"):
        return True
    number = table.count("format", 10**6)
    if number is not None and number > FORMAT:
        table.wrong("page.newer_format", "format", value=number, known=FORMAT)
        return False
    return True
