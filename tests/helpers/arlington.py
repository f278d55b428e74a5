"""Every object of a PDF against the Arlington PDF Model: keys, types, values, versions.

What is told, as `kind` of a Fault:

missing      a key or place that is required has nothing
unknown      a key that the object cannot have, or one place too many
type         a value of none of the types that it may have
value        a value that is none of those that it may be
version      a key, type, value or kind of object of a later version
deprecated   a key, type or value that the file's version advises against
direct       an object that has to be indirect and is not, or the other way round
special      any other condition of the model's
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Dictionary

from arlington_model import Row, Table, model
from arlington_objects import Spot, plain, tree_values, types_of
from arlington_predicates import Asked, Context, parsed

_SEVERE = {"value": 9, "missing": 3, "type": 3}
_NEVER = 99.0
_CONTAINERS = (pikepdf.Dictionary, pikepdf.Stream, pikepdf.Array)


@dataclass(frozen=True)
class Fault:
    """What is wrong with one key of one object: the way to the object, its table in the model, and the key."""

    kind: str
    path: str
    table: str
    key: str
    said: str = ""

    def __str__(self) -> str:
        return f"{self.path} ({self.table}) /{self.key}: {self.kind} {self.said}".strip()


def faults(pdf: bytes, extensions: frozenset[str] = frozenset()) -> tuple[list[Fault], int]:
    """What the model objects to, in the order of the walk, and how many objects were looked at. `extensions` are those
    that the file's standard brings (the model's names: ISO_19005_3, PDF_X, WTPDF).
    """
    with pikepdf.open(BytesIO(pdf)) as document:
        trailer = document.trailer
        version = float(re.sub(r"[^\d.]", "", document.pdf_version))
        # Counted by the file's own word: qpdf mends pages when it is asked for them.
        tree: Any = document.Root.get("/Pages", Dictionary())
        count = tree.get("/Count", 0)
        context = Context(version, extensions, trailer, count if isinstance(count, int) else 0)
        walk = _Walk(context)
        walk.wait(trailer, ("XRefStream" if "/W" in trailer else "FileTrailer",), None, "trailer")
        return list(walk.through()), walk.count


@cache
def _since(said: str, extensions: frozenset[str]) -> float:
    """The first version that has something: a number, `fn:Extension(X[,1.7])`, or several of them with `||`."""
    versions = [_NEVER]
    for name, version in re.findall(r"fn:Extension\((\w+)(?:,([\d.]+))?\)", said):
        if name in extensions:
            versions.append(float(version or 0))
    plain_ones = re.findall(r"\d+\.\d+", re.sub(r"fn:Extension\([^)]*\)", "", said))
    return min([*versions, *map(float, plain_ones)])


class _Walk:
    """Objects that wait to be looked at, each with the tables that it may be of; none twice as the same."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._waiting: deque[tuple[Spot, tuple[str, ...]]] = deque()
        self._met: set[tuple[Any, tuple[str, ...]]] = set()
        self.count = 0

    def wait(self, held: Any, tables: tuple[str, ...], parent: Spot | None, path: str) -> None:
        """Put an object in the queue."""
        if held.is_indirect:
            if (held.objgen, tables) in self._met:
                return
            self._met.add((held.objgen, tables))
        self._waiting.append((Spot(held, parent, path), tables))

    def through(self) -> Iterator[Fault]:
        """Look at what waits until nothing does."""
        while self._waiting:
            spot, names = self._waiting.popleft()
            self.count += 1
            tables = [model()[name] for name in names]
            table = tables[0] if len(tables) == 1 else min(tables, key=lambda one: self._strangeness(spot, one))
            yield from self._own(spot, table)
            for key, value, row in self._entries(spot.held, table):
                if row is not None:
                    yield from self._inward(spot, table, row, str(key), value)

    def _strangeness(self, spot: Spot, table: Table) -> int:
        """How little an object looks like one of a table."""
        return sum(_SEVERE.get(fault.kind, 1) for fault in self._own(spot, table))

    def _own(self, spot: Spot, table: Table) -> Iterator[Fault]:
        """Faults of an object without what it holds."""
        for one in table.by_key.values():
            if one.required != "FALSE" and spot.get(one.key) is None and self._is_required(spot, table, one):
                yield Fault("missing", spot.path, table.name, one.key)
        row: Row | None = None
        for key, value, row in self._entries(spot.held, table):
            if row is None:
                yield Fault("unknown", spot.path, table.name, str(key))
            else:
                yield from self._entry(Asked(self._context, spot, table, row.key, value), row, str(key))
        if row is not None and row.repeats:
            for left in table.group[table.group.index(row) + 1 :]:
                if left.required == "TRUE":
                    yield Fault("missing", spot.path, table.name, left.key)

    def _entries(self, held: Any, table: Table) -> Iterator[tuple[str | int, Any, Row | None]]:
        """Keys without slash, or places, what stands there, and the row for it. Of places that repeat those that are
        not required may be left out.
        """
        if not isinstance(held, pikepdf.Array):
            for key, value in held.items():
                yield key[1:], value, table.row_of(key[1:])
            return
        skipped = 0
        for at, value in enumerate(held):
            row = table.row_of(at + skipped)
            if row is not None and row.repeats and row.required == "FALSE" and self._type_of(row, value)[0] is None:
                skipped += 1
                row = table.row_of(at + skipped)
            yield at, value, row

    def _is_required(self, spot: Spot, table: Table, row: Row) -> bool:
        if row.types == ["null"] or ("null" in row.types and isinstance(spot.held, pikepdf.Array)):
            # A place that holds null is there.
            return isinstance(spot.held, pikepdf.Array) and int(row.key) >= len(spot.held)
        if row.required != "TRUE" and Asked(self._context, spot, table, row.key).says(row.required) is not True:
            return False
        return row.inheritable != "TRUE" or not _inherits(spot, row.key)

    def _entry(self, asked: Asked, row: Row, key: str) -> Iterator[Fault]:
        """Faults of one value of an object."""
        context, value = self._context, asked.value

        def fault(kind: str, said: object = "") -> Fault:
            return Fault(kind, asked.spot.path, asked.table.name, key, str(said))

        if (since := _since(row.since, context.extensions)) > context.version:
            yield fault("version", since if since < _NEVER else row.since)
        if row.deprecated and context.version >= float(row.deprecated):
            yield fault("deprecated", row.deprecated)
        number, kind = self._type_of(row, value)
        if number is None:
            yield fault(kind, "/".join(sorted(types_of(value))))
            return
        if kind:
            yield fault(kind)
        if self._misplaced(asked, row, number):
            yield fault("direct")
        kind = self._value_is(asked, row.alternatives(row.values, number))
        if kind:
            yield fault(kind, plain(value) if not isinstance(value, _CONTAINERS) else "")
        special = row.of_type(row.special, number)
        if special and asked.says(special) is False:
            yield fault("special", special)

    def _type_of(self, row: Row, value: Any) -> tuple[int | None, str]:
        """Which of the row's types a value has, and what is wrong with its having it."""
        found, later = types_of(value), False
        for number, said in enumerate(row.types):
            name, state = _unwrapped(parsed(said), self._context)
            if name in found:
                if state in ("", "deprecated"):
                    return number, state
                later = True
        return None, "version" if later else "type"

    def _misplaced(self, asked: Asked, row: Row, number: int) -> bool:
        """Whether a dictionary or array is direct where it must not be, or indirect where it must not be. Of numbers,
        names and strings pikepdf does not tell.
        """
        if not isinstance(asked.value, _CONTAINERS):
            return False
        said = row.of_type(row.indirect, number)
        if said.startswith("fn:"):
            wanted = asked.says(said) if "()" not in said else True
            return wanted is True and asked.value.is_indirect == said.startswith("fn:MustBeDirect")
        return said == "TRUE" and not asked.value.is_indirect

    def _value_is(self, asked: Asked, allowed: list[str]) -> str:
        """What is wrong with a value: nothing where one of those that are allowed is its own, or cannot be decided."""
        if not allowed:
            return ""
        found = []
        for said in allowed:
            node = parsed(said)
            if isinstance(node, tuple) and node[0] == "RequiredValue":
                condition, wanted = node[1]
                same = asked.of(wanted) == plain(asked.value)
                if asked.of(condition) is True and not same:
                    return "value"
                found.append("" if same else "value")
            elif isinstance(node, tuple) and node[0] == "Eval":
                found.append("value" if asked.of(node) is False else "")
            else:
                found.append(self._is(asked, node))
        return min(found, key=["", "deprecated", "version", "value"].index)

    def _is(self, asked: Asked, node: Any) -> str:
        word, state = _unwrapped(node, self._context)
        if isinstance(asked.value, _CONTAINERS):
            return ""
        return state if word in ("*", str(plain(asked.value))) or asked.of(word) == plain(asked.value) else "value"

    def _inward(self, spot: Spot, table: Table, row: Row, key: str, value: Any) -> Iterator[Fault]:
        """What a value holds, and waits to be looked at."""
        if not isinstance(value, _CONTAINERS):
            return
        number, _ = self._type_of(row, value)
        if number is None:
            return
        name, _ = _unwrapped(parsed(row.types[number]), self._context)
        states = [_unwrapped(parsed(one), self._context) for one in row.alternatives(row.link, number)]
        # What may be anything is described nowhere: it is met elsewhere as what it is.
        tables = tuple(one for one, state in states if state in ("", "deprecated") and not one.startswith("_Universal"))
        path = f"{spot.path}/{key}"
        if name in ("name-tree", "number-tree"):
            yield from self._tree(spot, row, value, tables, path)
        elif tables:
            self.wait(value, tables, spot, path)
        elif all(state == "version" for _, state in states) and states:
            yield Fault("version", spot.path, table.name, key)

    def _tree(self, spot: Spot, row: Row, root: Any, tables: tuple[str, ...], path: str) -> Iterator[Fault]:
        """The values of a tree; its keys have to be strings or numbers."""
        leaves = "/Names" if "name-tree" in row.type else "/Nums"
        wanted = "string" if leaves == "/Names" else "integer"
        if leaves not in root and "/Kids" not in root:
            yield Fault("missing", path, row.type, leaves[1:])
        for key, value in tree_values(root, leaves):
            if wanted not in types_of(key):
                yield Fault("type", path, row.type, str(plain(key)))
            if isinstance(value, _CONTAINERS):
                self.wait(value, tables, spot, f"{path}/{plain(key)}")


def _inherits(spot: Spot, key: str) -> bool:
    at, levels = spot.get("Parent"), 0
    while isinstance(at, pikepdf.Dictionary) and levels < 64:
        if f"/{key}" in at:
            return True
        at, levels = at.get("/Parent"), levels + 1
    return False


def _unwrapped(node: Any, context: Context) -> tuple[str, str]:
    """A word that may stand in predicates of versions: the word, and whether a file of this version has it (empty),
    has it still (deprecated), or has not (version).
    """
    state = ""
    while not isinstance(node, str):
        name, given = node
        if name == "Extension":
            state = state or ("" if given[0] in context.extensions else "version")
        elif name == "Deprecated":
            state = state or ("deprecated" if context.version >= float(given[0]) else "")
        else:
            holds = Asked(context, Spot(None, None, ""), Table("", ()), "").of((name, given[:1]))
            state = state if holds is not False else "version"
        node = given[-1]
    return node, state
