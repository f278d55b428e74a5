"""How XML is written here: text and attributes escaped, and nothing let through that XML cannot say."""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec.structs import replace

from jxprint.errors import Finding, OutputError, Place

# XML 1.0 (2.2, Char) has no way to say these. A line's end is none of a paragraph's characters in any of the formats,
# so copy may not have one either.
UNSAYABLE = re.compile("[\0-\x08\n\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
_ESCAPED = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;"}
_TABLE = str.maketrans(_ESCAPED)
_SPECIAL = re.compile('[&<>"\t]')


def document(lines: Iterable[str]) -> bytes:
    """A file of some lines of XML, behind the declaration that all have."""
    return "\n".join(('<?xml version="1.0" encoding="UTF-8"?>', *lines, "")).encode("utf-8")


def said(text: str) -> str:
    """Text that may stand in an element or between double quotes. Raises OutputError for what XML cannot say."""
    if UNSAYABLE.search(text):
        refuse(text, Place())
    return text.translate(_TABLE) if _SPECIAL.search(text) else text


def refuse(text: str, place: Place) -> None:
    """Raise OutputError where a text has what XML cannot say; `place` is that of its first code point."""
    found = UNSAYABLE.search(text)
    if found is not None:
        offset = (place.offset or 0) + found.start()
        args = {"code": f"U+{ord(found[0]):04X}", "part": place.part or "—", "offset": offset}
        raise OutputError(Finding("library.unsayable", replace(place, offset=offset), args))
