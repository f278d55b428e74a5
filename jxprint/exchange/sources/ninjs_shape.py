"""Whether an item is as the schema of its version has it: every place where it is not, and what should stand there.

A fault is grave where a value cannot be read for what it has to be. One that is not is told, and the item is read:
properties that nobody knows, addresses that are none, times and words that differ in how they are written, nulls.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Literal

from msgspec import Struct

from jxprint.exchange.json_text import escaped
from jxprint.exchange.sources.ninjs_facts import EITHER, LATER, OLDER, ONE_OF, OPEN, PREFIXES, SHAPES

# RFC 3339, 5.6: the time that a format asks for, and the one that can still be read without its zone or its seconds.
_STRICT = re.compile(r"\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(?:\.\d+)?(?:[Zz]|[+-]\d\d:\d\d)", re.ASCII)
_LOOSE = re.compile(r"\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:[Zz]|[+-]\d\d:?\d\d)?", re.ASCII)
# The pattern of a truncated time, as the schema has it in words: a year, a month, a day, or a time.
_WHEN = re.compile(
    r"-?(?:[1-9]\d*)?\d{4}(?:-(?:1[0-2]|0[1-9])(?:-(?:3[01]|0[1-9]|[12]\d)"
    r"(?:T(?:2[0-3]|[01]\d):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|[+-](?:2[0-3]|[01]\d):[0-5]\d)?)?)?)?",
    re.ASCII,
)
# RFC 3986, appendix A: a scheme, and behind it the characters that an address may have, each `%` with its two digits.
_URI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:(?:[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=]|%[0-9A-Fa-f]{2})*")
_RANGE = re.compile(r"(\d+)\.\.(\d+)")
_SHOWN_TIME, _SHOWN_URI = '"2026-01-02T10:00:00+08:00"', '"https://…"'
_LONGEST_SHOWN, DEEPEST = 36, 20

What = Literal["value", "missing", "unknown", "both", "deep"]


class Fault(Struct, frozen=True):
    """Where something is wrong (RFC 6901), in what way, what stands there and what should, as JSON writes it."""

    pointer: str
    what: What
    found: str = ""
    wanted: str = ""
    is_grave: bool = True


class Version(Struct, frozen=True):
    """By what an item is judged: the shapes of a version, or, `folded`, those of all versions together, whose names are
    the same but for capitals.
    """

    name: str
    shapes: Mapping[str, str]
    folded: bool = False


def version_of(value: object) -> Version:
    """The version that an item says it is; where it says none, or an older one, what all of them have."""
    first = value[0] if isinstance(value, list) and value else value
    standard = first.get("standard") if isinstance(first, dict) else None
    said = standard.get("version") if isinstance(standard, dict) else None
    match = re.fullmatch(r"3(?:\.(\d{1,3}))?(?:\..*)?", said.strip()) if isinstance(said, str) else None
    if match is None:
        return Version(said if isinstance(said, str) and said in ("1", "2") else "1–3", OLDER, folded=True)
    return Version(match[0], SHAPES if int(match[1] or 0) < 2 else LATER)


def faults_of(value: object, version: Version) -> list[Fault]:
    """All that is wrong with an item, or with a list of items."""
    judge = _Judge(version)
    if isinstance(value, list):
        found = [one for number, item in enumerate(value) for one in judge.shape(item, f"/{number}", "item", 0)]
        return found if value else [Fault("", "value", "[]", "{…}")]
    return list(judge.shape(value, "", "item", 0))


class _Judge:
    def __init__(self, version: Version) -> None:
        self._version = version
        self._shapes: dict[str, tuple[dict[str, str], list[str]]] = {}

    def _properties(self, shape: str) -> tuple[dict[str, str], list[str]]:
        """Kinds by names, and the names that have to be there."""
        if shape not in self._shapes:
            pairs = [one.partition(":") for one in self._version.shapes[shape].split()]
            kinds = {self._name(name.rstrip("!")): kind or "text" for name, _, kind in pairs}
            self._shapes[shape] = kinds, [self._name(name[:-1]) for name, *_ in pairs if name.endswith("!")]
        return self._shapes[shape]

    def _name(self, name: str) -> str:
        return name.lower() if self._version.folded else name

    def shape(self, value: object, pointer: str, shape: str, depth: int) -> Iterator[Fault]:
        """What is wrong with an object."""
        if not isinstance(value, dict):
            yield _wrong(pointer, value, "{…}")
            return
        if depth > DEEPEST:
            yield Fault(pointer, "deep", wanted=str(DEEPEST))
            return
        kinds, needed = self._properties(shape)
        named = {self._name(key) for key in value}
        is_open = self._version.folded and shape in OPEN
        yield from (Fault(pointer, "missing", wanted=f'"{name}"') for name in needed if name not in named)
        for key, one in value.items():
            at, name = f"{pointer}/{escaped(key)}", self._name(key)
            kind = kinds.get(name) or ("text" if self._is_of_version_1(name, shape) else None)
            if kind is None:
                if not is_open:
                    yield Fault(at, "unknown", _shown(one), _like(name, list(kinds)), is_grave=False)
            elif one is None and name not in needed and kind != "any":
                yield _wrong(at, one, _wanted(kind), is_grave=False)
            else:
                yield from self._value(one, at, kind, depth)
        if not self._version.folded:
            yield from _chosen(value, pointer, shape)

    def _is_of_version_1(self, name: str, shape: str) -> bool:
        return self._version.folded and shape in ("item", "associated") and name.startswith(PREFIXES)

    def _value(self, value: object, pointer: str, kind: str, depth: int) -> Iterator[Fault]:
        if kind.startswith("[]"):
            if isinstance(value, list):
                for number, one in enumerate(value):
                    yield from self._value(one, f"{pointer}/{number}", kind[2:] or "text", depth)
            elif self._version.folded and kind == "[]@associated" and isinstance(value, dict):
                for key, one in value.items():
                    yield from self._value(one, f"{pointer}/{escaped(key)}", kind[2:], depth)
            else:
                yield _wrong(pointer, value, "[…]")
        elif kind.startswith("@"):
            yield from self.shape(value, pointer, kind[1:], depth + 1)
        elif (fault := self._plain(value, pointer, kind)) is not None:
            yield fault

    def _plain(self, value: object, pointer: str, kind: str) -> Fault | None:
        """What is wrong with a text or a number."""
        wanted, is_folded = _wanted(kind), self._version.folded
        if kind == "any" or _is_number(value, kind):
            return None
        if wanted[:1] != '"' or not isinstance(value, str):
            return _wrong(pointer, value, wanted)
        if kind == "time":
            if _is_time(value, _STRICT) or (is_folded and _is_time(value.strip(), _LOOSE)):
                return None
            return _wrong(pointer, value, wanted, is_grave=not _is_time(value.strip(), _LOOSE))
        if kind == "uri":
            is_right = bool(value.strip()) if is_folded else _URI.fullmatch(value) is not None
            return None if is_right else _wrong(pointer, value, wanted, is_grave=not value.strip())
        if kind == "when":
            return None if _WHEN.fullmatch(value) else _wrong(pointer, value, wanted)
        if "|" in kind:
            words = kind.split("|")
            is_like = value.strip().lower() in words
            return None if value in words or (is_like and is_folded) else _wrong(pointer, value, wanted, not is_like)
        return None


def _wrong(pointer: str, value: object, wanted: str, is_grave: bool = True) -> Fault:
    return Fault(pointer, "value", _shown(value), wanted, is_grave)


def _shown(value: object) -> str:
    """A value as JSON writes it, as much as shows what it is."""
    if isinstance(value, dict | list) and value:
        return "{…}" if isinstance(value, dict) else "[…]"
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}…"


def _wanted(kind: str) -> str:
    if kind.startswith(("[]", "@")):
        return "[…]" if kind.startswith("[]") else "{…}"
    if "|" in kind:
        return " | ".join(f'"{word}"' for word in kind.split("|"))
    shown = {"time": _SHOWN_TIME, "uri": _SHOWN_URI, "when": '"2026-01"', "int": "1", "number": "1.5"}
    return shown.get(kind, kind.replace("..", "–") if _RANGE.fullmatch(kind) else '"…"')


def _is_number(value: object, kind: str) -> bool:
    """Whether it is the number that is asked for; JSON's 3.0 is a whole one."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    match = _RANGE.fullmatch(kind)
    if match is not None:
        return value % 1 == 0 and int(match[1]) <= value <= int(match[2])
    return kind == "number" or (kind == "int" and value % 1 == 0)


def _is_time(value: str, form: re.Pattern[str]) -> bool:
    """Whether a text is a time that there is."""
    if form.fullmatch(value) is None:
        return False
    try:
        datetime.fromisoformat(value.upper())
    except ValueError:
        return False
    return True


def _chosen(value: Mapping[str, object], pointer: str, shape: str) -> Iterator[Fault]:
    """Properties of which one has to be there, and not both."""
    for pair in ONE_OF.get(shape, ()):
        if sum(name in value for name in pair) != 1:
            yield _pair(value, pointer, pair)
    pairs = EITHER.get(shape, ())
    if pairs and all(sum(name in value for name in pair) != 1 for pair in pairs):
        yield _pair(value, pointer, pairs[0])


def _pair(value: Mapping[str, object], pointer: str, pair: tuple[str, str]) -> Fault:
    wanted = " | ".join(f'"{name}"' for name in pair)
    return Fault(pointer, "both" if all(name in value for name in pair) else "missing", wanted=wanted)


def _like(name: str, names: list[str]) -> str:
    """The name that may be meant; "" where none is like it."""
    from difflib import get_close_matches  # only where something is wrong

    folded = {one.lower(): one for one in names}
    found = get_close_matches(name.lower(), folded, 1, 0.75)
    return folded[found[0]] if found else ""
