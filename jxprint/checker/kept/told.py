"""What JSON and text files say, or why they cannot be read; and how many things alike are told at once."""

from __future__ import annotations

import json
from typing import NoReturn, TypeVar

from msgspec import ValidationError, convert

from jxprint.errors import DescriptionError, Finding, Place
from jxprint.intake.xml_tree import MOST_BYTES

_Record = TypeVar("_Record")


def decoded(data: bytes, name: str) -> str:
    """A file's text. Raises DescriptionError where it is none, or too large."""
    if len(data) > MOST_BYTES:
        raise DescriptionError(Finding("sources.too_large", Place(name), {"what": f"> {MOST_BYTES >> 20} MiB"}))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        _refuse(name, f"UTF-8: {error.reason}")


def record(data: bytes, name: str, kind: type[_Record]) -> _Record:
    """What a JSON file says, as a record of some kind. Raises DescriptionError where it is none."""
    try:
        return convert(json.loads(decoded(data, name), parse_constant=_no_number), kind, strict=True)
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


def beside(count: int) -> str:
    """How many there are beside the one that is told, as it stands behind that."""
    return f" (+{count})" if count else ""


def _refuse(name: str, reason: str) -> NoReturn:
    raise DescriptionError(Finding("sources.damaged", Place(name), {"reason": reason}))
