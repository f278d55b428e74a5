"""Files of a page with some passages changed and everything else byte for byte: encoding, line ends, comments."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from pathlib import Path

from msgspec import Struct

from jxprint.description.encodings import decode
from jxprint.description.markup import LINE_BREAK
from jxprint.errors import DescriptionError, Finding, Place

_BLANKS = " \t\u3000"


class Change(Struct, frozen=True):
    """A passage by its place, the text that was read there, and the text that is to stand there."""

    place: Place
    old: str
    new: str


class Revision(Struct, frozen=True):
    """The file's bytes after the changes, and the changes that were not made because it was not certain where."""

    data: bytes
    left: tuple[Change, ...] = ()
    notes: tuple[Finding, ...] = ()


def revise(path: Path, changes: Sequence[Change]) -> Revision:
    """Read a file again and change it in memory; nothing is written. Raises DescriptionError, and OSError."""
    data = path.read_bytes()
    findings: list[Finding] = []
    decoded = decode(data, Place(str(path), 1, 1), findings)
    if decoded is None:
        raise DescriptionError(*findings)
    # What these encodings decode they encode to the same bytes again (tests/test_description_revision.py).
    text, encoding = decoded
    left: list[Change] = []
    # From the end to the beginning, so that places hold.
    for change in sorted(changes, key=lambda change: (change.place.line or 0, change.place.column or 0), reverse=True):
        changed = _changed(text, change)
        if changed is None or (path.suffix == ".toml" and not _says_so(text, changed, change)):
            left.append(change)
        else:
            text = changed
    notes = tuple(Finding("copy.left_spelling", change.place, severity="note") for change in reversed(left))
    return Revision(text.encode(encoding), tuple(left), notes)


def _changed(text: str, change: Change) -> str | None:
    """The text with one change, or None where the old words do not stand at its place."""
    at = 1 if text.startswith("\ufeff") else 0
    for _ in range((change.place.line or 1) - 1):
        at = text.find("\n", at) + 1
        if not at:
            return None
    at += (change.place.column or 1) - 1
    if not text.startswith(change.old, at):
        return None
    return text[:at] + change.new + text[at + len(change.old) :]


def _says_so(before: str, after: str, change: Change) -> bool:
    """Whether the TOML reads as it did but for this one string; tomllib is the judge, not our own scanner."""
    try:
        old = dict(_leaves(tomllib.loads(before.removeprefix("\ufeff"))))
        new = dict(_leaves(tomllib.loads(after.removeprefix("\ufeff"))))
    except tomllib.TOMLDecodeError:
        return False
    if list(old) != list(new):
        return False
    changed = [(str(value), str(new[path])) for path, value in old.items() if repr(value) != repr(new[path])]
    asked = [(change.old, change.new.strip(_BLANKS))]
    if [(was.strip(_BLANKS), now.strip(_BLANKS)) for was, now in changed] == asked:
        return True
    # One of the lines of a head that stand in one string.
    lines = [pair for was, now in changed for pair in zip_longest(_lines(was), _lines(now))]
    return [(one, other) for one, other in lines if one != other] == asked


def _lines(value: str) -> list[str]:
    return [line.strip(_BLANKS) for line in re.split(LINE_BREAK, value)]


def _leaves(value: object, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], object]]:
    """Every value that is no table and no list, by its path."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _leaves(inner, (*path, key))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _leaves(inner, (*path, number))
    else:
        yield path, value
