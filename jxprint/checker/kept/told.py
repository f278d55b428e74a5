"""What JSON and text files say, or why they cannot be read; and how many things alike are told at once."""

from __future__ import annotations

import json
import re
from typing import NoReturn, TypeVar

from msgspec import ValidationError, convert

from jxprint.errors import DescriptionError, Finding, Phrase, Place
from jxprint.intake.xml_tree import MOST_BYTES

_Record = TypeVar("_Record")
# Escapes of JSON: a whole character of two halves, a half by itself, any other.
_ESCAPED = re.compile(r"\\u[dD][89abAB]..\\u[dD][c-fC-F]..|(?P<half>\\u[dD][89a-fA-F]..)|\\.", re.DOTALL)


def decoded(data: bytes, name: str) -> str:
    """A file's text; lines may end as Windows ends them. Raises DescriptionError where it is none, or too large."""
    if len(data) > MOST_BYTES:
        raise DescriptionError(Finding("sources.too_large", Place(name), {"what": f"> {MOST_BYTES >> 20} MiB"}))
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        _refuse(name, f"UTF-8: {error.reason}", data.count(b"\n", 0, error.start) + 1)


def record(data: bytes, name: str, kind: type[_Record]) -> _Record:
    """What a JSON file says, as a record of some kind. Raises DescriptionError where it is none, or where an escape
    stands for half of a character alone (RFC 8259, 8.2): no text has that.
    """
    text = decoded(data, name)
    half = next((one for one in _ESCAPED.finditer(text) if one["half"]), None) if "\\" in text else None
    if half is not None:
        start = half.start()
        place = Place(name, text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start))
        raise DescriptionError(Finding("library.half_character", place, {"escape": half[0]}))
    try:
        return convert(json.loads(text, parse_constant=_no_number), kind, strict=True)
    except json.JSONDecodeError as error:
        _refuse(name, error.msg, error.lineno, error.colno)
    except (ValueError, RecursionError, ValidationError) as error:
        _refuse(name, str(error))


def _no_number(said: str) -> NoReturn:
    """NaN and Infinity are none of JSON's (RFC 8259, 6)."""
    raise ValueError(said)


def refuse_form(name: str, found: tuple[str, int], known: tuple[str, int]) -> None:
    """Raise DescriptionError where a file is of another format, or of another version, than is known."""
    if found != known:
        told = {"what": f"{found[0][:40]} {found[1]}"}
        raise DescriptionError(Finding("library.unknown_kind", Place(name), told))


def beside(count: int, key: str = "kept.more_alike") -> Phrase | str:
    """How many there are beside the one that is told, as it stands at the end of the sentence."""
    return Phrase(key, {"count": count}) if count else ""


def _refuse(name: str, reason: str, line: int | None = None, column: int | None = None) -> NoReturn:
    raise DescriptionError(Finding("sources.damaged", Place(name, line, column), {"reason": reason}))
