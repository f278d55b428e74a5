"""Objects of a PDF as the Arlington model looks at them: types by its names, values as plain Python, paths."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import pikepdf

_DATE = re.compile(rb"D:\d{4}(\d\d){0,5}([Z+-](\d\d'?(\d\d'?)?)?)?")
_STRINGS = frozenset({"string", "string-text", "string-byte"})
_DICTIONARIES = frozenset({"dictionary", "name-tree", "number-tree"})


def types_of(value: Any) -> frozenset[str]:
    """The model's names of types that a value fits."""
    if isinstance(value, bool):
        return frozenset({"boolean"})
    if isinstance(value, int):
        return frozenset({"integer", "number", "bitmask"})
    if isinstance(value, float | Decimal):
        return frozenset({"number"})
    if isinstance(value, pikepdf.Stream):
        return frozenset({"stream"})
    if isinstance(value, pikepdf.Dictionary):
        return _DICTIONARIES
    if isinstance(value, pikepdf.Array):
        return _array_types(value)
    if isinstance(value, pikepdf.Name):
        return frozenset({"name"})
    if isinstance(value, pikepdf.String):
        held = bytes(value)
        found = _STRINGS | ({"string-ascii"} if held.isascii() else set())
        return found | {"date"} if _DATE.fullmatch(held) else found
    return frozenset({"null"})


def _array_types(value: pikepdf.Array) -> frozenset[str]:
    found = {"array"}
    if len(value) in (4, 6) and all("number" in types_of(one) for one in value):
        found.add("rectangle" if len(value) == 4 else "matrix")
    return frozenset(found)


def plain(value: Any) -> Any:
    """A value to compare: names without slash and strings as text, numbers as they are."""
    if isinstance(value, pikepdf.Name):
        return str(value)[1:]
    if isinstance(value, pikepdf.String):
        return str(value)
    if isinstance(value, Decimal):
        return float(value)
    return value


@dataclass(frozen=True)
class Spot:
    """An object that holds others (dictionary, stream, array), the one that it was met in, and how it is told."""

    held: Any
    parent: Spot | None
    path: str

    def get(self, key: str) -> Any:
        """What stands under a key (without slash) or at a place; None where there is nothing."""
        held = self.held
        if isinstance(held, pikepdf.Array):
            return held[int(key)] if key.isdigit() and int(key) < len(held) else None
        if isinstance(held, pikepdf.Dictionary | pikepdf.Stream):
            return held.get(f"/{key}")
        return None


class NoPath(Exception):
    """A path that cannot be followed: it names any key, or more parents than there are."""


def follow(spot: Spot, path: str, trailer: Any) -> tuple[Spot, Any]:
    """The object that a path of the model names (`A::B`, `parent::A`, `trailer::Catalog::A`), and the one that it is
    in. None where there is nothing. Raises NoPath.
    """
    at = spot
    names = path.replace("@", "").split("::")
    value: Any = None
    for number, name in enumerate(names):
        last = number == len(names) - 1
        if name == "parent":
            if at.parent is None:
                raise NoPath
            at = at.parent
            while not last and isinstance(at.held, pikepdf.Array) and not names[number + 1].isdigit() and at.parent:
                # An array has no keys: what is meant is the dictionary around it.
                at = at.parent
            value = at.held
            continue
        if name == "trailer":
            at, value = Spot(trailer, None, "trailer"), trailer
            continue
        if "*" in name:
            raise NoPath
        value = at.get("Root" if name == "Catalog" and at.path == "trailer" else name)
        if not last:
            if value is None:
                return at, None
            at = Spot(value, at, f"{at.path}/{name}")
    return at, value


def tree_values(node: Any, leaves: str) -> Iterator[tuple[Any, Any]]:
    """Keys and values of a name tree (`/Names`) or number tree (`/Nums`); each node once."""
    waiting, met = [node], set()
    while waiting:
        one = waiting.pop()
        if one.is_indirect:
            if one.objgen in met:
                continue
            met.add(one.objgen)
        pairs = list(one.get(leaves, []))
        yield from zip(pairs[::2], pairs[1::2], strict=False)
        waiting += list(one.get("/Kids", []))
