"""How large numbers, strings and names may be (ISO 32000-1, annex C, as ISO 19005-2 takes it, 6.1.13)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from jxprint.preflight.subject import Subject
from jxprint.preflight.values import is_utf8

# What an object's text has where one of its values may be beyond a bound; looked at only there.
_SUSPECT = re.compile(rb"\d{10}|0\.0{30}|/[^\s/<>\[\](){}%]{120}|#[89A-Fa-f]")
_STRING, _NAME = 32767, 127
_LEAST_INTEGER, _MOST_INTEGER = -(2**31), 2**31 - 1
_LEAST_REAL, _MOST_REAL = Decimal("1.175e-38"), Decimal("3.403e38")
_DEPTH = 100
# Names that people read: of fonts, of colorants, of elements (6.1.8).
_READ = frozenset(("/BaseFont", "/FontName", "/S"))
_INKS = ("/Separation", "/DeviceN")


def ask_bounds(subject: Subject, entries: Any, text: bytes) -> None:
    """The values of an object that are no objects of their own; `text` is the object as it stands."""
    if len(text) <= _STRING and not _SUSPECT.search(text):
        return
    for key, value in _values("", entries, 0):
        ask_number(subject, value)
        _ask_text(subject, key, value)


def ask_number(subject: Subject, value: Any, page: int = 0) -> None:
    """A number of an object, or of a page's content."""
    if isinstance(value, bool):
        return
    if isinstance(value, int) and not _LEAST_INTEGER <= value <= _MOST_INTEGER:
        subject.told.tell("preflight.file.integer", page, number=str(value)[:40])
    elif isinstance(value, Decimal) and value and not _LEAST_REAL <= abs(value) <= _MOST_REAL:
        subject.told.tell("preflight.file.real", page, number=f"{value:.3E}")


def is_suspect(content: bytes) -> bool:
    """Whether content may have a number beyond a bound."""
    return _SUSPECT.search(content) is not None


def _ask_text(subject: Subject, key: str, value: Any) -> None:
    import pikepdf

    told = subject.told
    if isinstance(value, pikepdf.String) and len(bytes(value)) > _STRING:
        told.tell("preflight.file.string", bytes=len(bytes(value)), most=_STRING)
    elif isinstance(value, pikepdf.Name):
        name = bytes(value)
        if len(name) - 1 > _NAME:
            told.tell("preflight.file.name", bytes=len(name) - 1, most=_NAME, name=name[1:25].decode("latin-1"))
        if key in _READ and not is_utf8(value):
            told.tell("preflight.file.name_bytes", name=value.unparse().decode("latin-1").lstrip("/"))


def _values(key: str, value: Any, depth: int) -> Iterator[tuple[str, Any]]:
    """Scalars of an object, each with the key it stands under; colorants with that of an element."""
    import pikepdf

    if depth > _DEPTH:
        return
    if isinstance(value, pikepdf.Dictionary):
        inner = list(value.items())
        yield from (("", pikepdf.Name(name)) for name, _ in inner if len(name) > _NAME and name.isprintable())
    elif isinstance(value, pikepdf.Array):
        is_ink = len(value) > 1 and isinstance(value[0], pikepdf.Name) and str(value[0]) in _INKS
        inner = [("/S" if is_ink else key, one) for one in value]
    else:
        yield key, value
        return
    for name, one in inner:
        if not getattr(one, "is_indirect", False):
            yield from _values(name, one, depth + 1)
