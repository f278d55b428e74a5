"""The PDF Association's Arlington PDF Model (tests/data/arlington.tar.xz) as tables of rows.

A table describes a dictionary, stream or array; a row one of its keys or places. Fields of several types are written
`[..];[..]`, one a type; every other field counts for all types.
"""

from __future__ import annotations

import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

ARCHIVE = Path(__file__).resolve().parents[1] / "data" / "arlington.tar.xz"
LICENCE = "LICENSE"


def split(text: str, mark: str) -> list[str]:
    """The pieces of a field between marks that stand in no bracket."""
    pieces, depth, start = [], 0, 0
    for at, char in enumerate(text):
        if char in "[(":
            depth += 1
        elif char in "])":
            depth -= 1
        elif char == mark and depth == 0:
            pieces.append(text[start:at])
            start = at + 1
    return [piece.strip() for piece in [*pieces, text[start:]]]


@dataclass(frozen=True)
class Row:
    """One line of a table, its fields as they are written."""

    key: str
    type: str
    since: str
    deprecated: str
    required: str
    indirect: str
    inheritable: str
    default: str
    values: str
    special: str
    link: str

    @cached_property
    def types(self) -> list[str]:
        """The types that the value may have, each perhaps in a predicate."""
        return split(self.type, ";")

    @cached_property
    def repeats(self) -> bool:
        """Whether it is one of a group of places that repeats."""
        return len(self.key) > 1 and self.key[:-1].isdigit() and self.key.endswith("*")

    def of_type(self, field: str, number: int) -> str:
        """What a field says for one of the types, without its brackets."""
        pieces = split(field, ";")
        piece = pieces[number] if number < len(pieces) else pieces[0]
        return piece[1:-1] if piece.startswith("[") and piece.endswith("]") else piece

    def alternatives(self, field: str, number: int) -> list[str]:
        """What may stand there for one of the types."""
        said = self.of_type(field, number)
        return split(said, ",") if said else []


@dataclass(frozen=True)
class Table:
    """A kind of object."""

    name: str
    rows: tuple[Row, ...]

    @cached_property
    def by_key(self) -> dict[str, Row]:
        """The rows of named keys and of numbered places."""
        return {row.key: row for row in self.rows if row.key != "*" and not row.repeats}

    @cached_property
    def any_key(self) -> Row | None:
        """The row of all other keys or places."""
        return next((row for row in self.rows if row.key == "*"), None)

    @cached_property
    def group(self) -> list[Row]:
        """The places that repeat."""
        return [row for row in self.rows if row.repeats]

    def row_of(self, key: str | int) -> Row | None:
        """The row of a key (without slash) or of a place in an array."""
        row = self.by_key.get(str(key))
        if row is None and isinstance(key, int) and self.group:
            first = int(self.group[0].key[:-1])
            if key >= first:
                row = self.group[(key - first) % len(self.group)]
        return row or self.any_key


def _rows(lines: list[str]) -> Iterator[Row]:
    for line in lines[1:]:
        fields = line.split("\t")
        yield Row(*(field.strip() for field in fields[:11]))


@lru_cache(maxsize=1)
def model() -> dict[str, Table]:
    """All tables by name."""
    tables = {}
    with tarfile.open(ARCHIVE) as archive:
        for member in archive:
            if member.name.endswith(".tsv"):
                file = archive.extractfile(member)
                assert file is not None
                name = Path(member.name).stem
                tables[name] = Table(name, tuple(_rows(file.read().decode().splitlines())))
    return tables
