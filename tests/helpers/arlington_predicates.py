"""Predicates of the Arlington model: what they say of an object, as far as it can be said.

A value is True, False, UNKNOWN, or what a path or a word stands for. UNKNOWN is what a predicate has no say in (its
version is another's) and what cannot be decided here; by Kleene's logic it neither makes nor hides a finding.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeAlias

import pikepdf

from arlington_model import Table
from arlington_objects import NoPath, Spot, follow, plain, tree_values


class _Unknown:
    def __repr__(self) -> str:
        return "UNKNOWN"


UNKNOWN = _Unknown()
# A word (a path, a number, a name), or an operator or function with what it is of.
Node: TypeAlias = "str | tuple[str, tuple[Node, ...]]"

_TOKEN = re.compile(r"\s*(fn:\w+|&&|\|\||==|!=|>=|<=|[()<>,+]|'[^']*'|-(?=\s)|[^\s()<>,+=!&|]+)")
_LOGIC, _COMPARED, _ARITHMETIC = ("&&", "||"), ("==", "!=", ">=", "<=", "<", ">"), ("+", "-", "mod", "*")
_SIGNS: Mapping[str, Callable[[Any, Any], Any]] = {
    "==": operator.eq, "!=": operator.ne, ">=": operator.ge, "<=": operator.le, "<": operator.lt, ">": operator.gt,
    "+": operator.add, "-": operator.sub, "mod": operator.mod, "*": operator.mul,
}  # fmt: skip
STANDARD_14 = re.compile(r"(Times|Helvetica|Courier)(-\w+)?|Symbol|ZapfDingbats")


@cache
def parsed(text: str) -> Node:
    """An expression as a tree; ValueError where it is none."""
    tokens = [one[1] for one in _TOKEN.finditer(text)]
    node, end = _expression(tokens, 0)
    if end != len(tokens) or "".join(tokens) != re.sub(r"\s+", "", text):
        raise ValueError(text)
    return node


def _expression(tokens: list[str], at: int) -> tuple[Node, int]:
    """Operators of one level bind alike; the model brackets whatever could be read otherwise."""
    left, at = _operand(tokens, at)
    while at < len(tokens) and tokens[at] in (*_LOGIC, *_COMPARED, *_ARITHMETIC):
        sign = tokens[at]
        right, at = _operand(tokens, at + 1)
        left = (sign, (left, right))
    return left, at


def _operand(tokens: list[str], at: int) -> tuple[Node, int]:
    token = tokens[at]
    if token == "(":
        node, at = _expression(tokens, at + 1)
        return node, at + 1
    if not token.startswith("fn:"):
        return token, at + 1
    given: list[Node] = []
    at += 1
    if at < len(tokens) and tokens[at] == "(":
        at += 1
        while tokens[at] != ")":
            node, at = _expression(tokens, at)
            given.append(node)
            at += tokens[at] == ","
        at += 1
    return (token[3:], tuple(given)), at


@dataclass(frozen=True)
class Context:
    """The file that is looked at: its version, the extensions that its standard brings, its trailer and pages."""

    version: float
    extensions: frozenset[str] = frozenset()
    trailer: Any = None
    pages: int = 0


@dataclass(frozen=True)
class Asked:
    """A value under a key in an object, about which a predicate says something; `table` knows the defaults."""

    context: Context
    spot: Spot
    table: Table
    key: str = ""
    value: Any = None

    def says(self, text: str) -> Any:
        """What an expression comes to."""
        return self.of(parsed(text))

    def of(self, node: Node) -> Any:
        """What a parsed expression comes to."""
        if isinstance(node, str):
            return self._word(node)
        name, given = node
        if name in _LOGIC:
            return _logic(name, [self.of(one) for one in given])
        if name in _SIGNS:
            return _compared(name, *(self.of(one) for one in given))
        function = _FUNCTIONS.get(name)
        return UNKNOWN if function is None else function(self, given)

    def present(self, path: str) -> Any:
        """Whether anything stands at a path."""
        try:
            return follow(self.spot, path, self.context.trailer)[1] is not None
        except NoPath:
            return UNKNOWN

    def at(self, path: str) -> Any:
        """The object at a path, the model's default where there is none; UNKNOWN where the path cannot be followed."""
        names = path.replace("@", "")
        if names == self.key or names.rstrip("*") in ("", self.key.rstrip("*")):
            return self.value
        try:
            _, value = follow(self.spot, path, self.context.trailer)
        except NoPath:
            return UNKNOWN
        if value is None and "::" not in path:
            row = self.table.by_key.get(names)
            if row is not None and row.default and not set(row.default) & set("[@:"):
                return _literal(row.default)
        return value

    def _word(self, word: str) -> Any:
        if "@" not in word:
            return _literal(word)
        found = self.at(word)
        return found if found is UNKNOWN else plain(found)


def _literal(word: str) -> Any:
    if word in ("true", "false"):
        return word == "true"
    if re.fullmatch(r"[+-]?\d+(\.\d+)?", word):
        return float(word)
    return word.strip("'")


def _logic(name: str, given: list[Any]) -> Any:
    decides = name == "||"
    if any(one is decides for one in given):
        return decides
    return UNKNOWN if any(one is UNKNOWN for one in given) else not decides


def _compared(name: str, left: Any, right: Any) -> Any:
    if left is UNKNOWN or right is UNKNOWN:
        return UNKNOWN
    if name not in ("==", "!=") and not all(isinstance(one, int | float) for one in (left, right)):
        return UNKNOWN
    return _SIGNS[name](left, right)


def _in_version(holds: Callable[[float, float], bool]) -> Callable[[Asked, tuple[Node, ...]], Any]:
    """Of a version alone whether it is so; of what a version brings, what that says, if the version is such."""

    def function(asked: Asked, given: tuple[Node, ...]) -> Any:
        version = float(str(given[0]))
        if len(given) == 1:
            return holds(asked.context.version, version)
        return asked.of(given[1]) if holds(asked.context.version, version) else UNKNOWN

    return function


def _extension(asked: Asked, given: tuple[Node, ...]) -> Any:
    is_on = given[0] in asked.context.extensions
    return is_on if len(given) == 1 else asked.of(given[1]) if is_on else UNKNOWN


def _present(asked: Asked, given: tuple[Node, ...]) -> Any:
    [one, *more] = given
    found = asked.present(one) if isinstance(one, str) else asked.of(one)
    if not more:
        return found
    return asked.of(more[0]) if found is True else UNKNOWN


def _not(asked: Asked, given: tuple[Node, ...]) -> Any:
    found = asked.of(given[0])
    return not found if isinstance(found, bool) else UNKNOWN


def _contains(asked: Asked, given: tuple[Node, ...]) -> Any:
    found = asked.at(str(given[0]))
    if found is UNKNOWN:
        return UNKNOWN
    wanted = asked.of(given[1])
    held = [plain(one) for one in found] if isinstance(found, pikepdf.Array) else [plain(found)]
    return wanted in held


def _length(asked: Asked, given: tuple[Node, ...]) -> Any:
    found = asked.at(str(given[0]))
    if isinstance(found, pikepdf.Array):
        return len(found)
    return len(bytes(found)) if isinstance(found, pikepdf.String) else UNKNOWN


def _side(first: int) -> Callable[[Asked, tuple[Node, ...]], Any]:
    def function(asked: Asked, given: tuple[Node, ...]) -> Any:
        found = asked.at(str(given[0]))
        if not isinstance(found, pikepdf.Array) or len(found) != 4:
            return UNKNOWN
        return abs(float(found[first + 2]) - float(found[first]))

    return function


def _bits(wanted: bool) -> Callable[[Asked, tuple[Node, ...]], Any]:
    """Bits are counted from 1, the lowest."""

    def function(asked: Asked, given: tuple[Node, ...]) -> Any:
        if not isinstance(asked.value, int):
            return UNKNOWN
        first, last = int(str(given[0])), int(str(given[-1]))
        return all(bool(asked.value >> (bit - 1) & 1) == wanted for bit in range(first, last + 1))

    return function


def _in_keys(asked: Asked, given: tuple[Node, ...]) -> Any:
    found = asked.at(str(given[0]))
    return f"/{plain(asked.value)}" in found if isinstance(found, pikepdf.Dictionary) else False


def _in_names(asked: Asked, given: tuple[Node, ...]) -> Any:
    if not isinstance(asked.value, pikepdf.String):
        return UNKNOWN
    found = asked.at(str(given[0]))
    if not isinstance(found, pikepdf.Dictionary):
        return False
    return any(bytes(name) == bytes(asked.value) for name, _ in tree_values(found, "/Names"))


def _not_standard(asked: Asked, given: tuple[Node, ...]) -> Any:
    return STANDARD_14.fullmatch(str(plain(asked.at("BaseFont")))) is None


def _itself(asked: Asked, given: tuple[Node, ...]) -> Any:
    return asked.of(given[0]) if given else True


_FUNCTIONS: Mapping[str, Callable[[Asked, tuple[Node, ...]], Any]] = {
    "Eval": _itself,
    "IsRequired": _itself,
    "MustBeDirect": _itself,
    "MustBeIndirect": _itself,
    "SinceVersion": _in_version(operator.ge),
    "BeforeVersion": _in_version(operator.lt),
    "IsPDFVersion": _in_version(operator.eq),
    "Extension": _extension,
    "IsPresent": _present,
    "Not": _not,
    "Contains": _contains,
    "ArrayLength": _length,
    "StringLength": _length,
    "RectWidth": _side(0),
    "RectHeight": _side(1),
    "BitClear": _bits(False),
    "BitsClear": _bits(False),
    "BitSet": _bits(True),
    "BitsSet": _bits(True),
    "InKeyMap": _in_keys,
    "InNameTree": _in_names,
    "NotStandard14Font": _not_standard,
    "NumberOfPages": lambda asked, given: asked.context.pages,
}
