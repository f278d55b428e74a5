"""Every way to spoil one thing in a kept file: each value changed, put in another's place, or taken out, one at a time.

The digests and sizes that METS and PREMIS have of a spoiled file are made right again, so that only whoever reads the
file itself can tell.
"""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from hashlib import sha256
from typing import Any
from urllib.parse import quote

import pytest
from msgspec import Struct

from jxprint.checker.kept import archive, gathering, wrapping
from jxprint.checker.kept.seen import KeptPage

Files = dict[str, bytes]

_TAG = re.compile(r"<(/?)([\w:]+)((?:\s+[\w:-]+=\"[^\"]*\")*)\s*(/?)>")
_ATTRIBUTE = re.compile(r"\s+([\w:-]+)=\"([^\"]*)\"")
_OUT = object()
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
# Records of files: how each looks, how it says its path and its size.
_RECORDS = {
    "premis.xml": (
        re.compile(rb"<premis:object .*?</premis:object>", re.DOTALL),
        "<premis:objectIdentifierValue>{}<",
        "<premis:size>{}<",
    ),
    "mets.xml": (re.compile(rb"<file .*?</file>|<mdRef[^>]*>", re.DOTALL), 'xlink:href="{}"', 'SIZE="{}"'),
}
_DIGEST, _SIZE = re.compile(rb"\b[0-9a-f]{64}\b"), re.compile(rb'<premis:size>\d*<|SIZE="\d*"')
# What has several properties in one attribute, each by its name.
_PROPERTIES = {
    "title": re.compile(r"(?:^|;\s*)([\w-]+)\s+([^;]+(?:;[^;]*&quot;)?)"),
    "custom": re.compile(r"(\w+) \{\w+:(\w+);\}"),
}


# Answers of a reader that are remembered: those about a whole archive, and as many again.
_REMEMBERED = 64


class Spoil(Struct, frozen=True):
    """A file with one thing in it changed: what (`label`: the way to it, without numbers), how, which of its kind it
    is, and how the file's new bytes are made.
    """

    file: str
    label: str
    how: str
    at: int
    made: Callable[[], bytes]

    @property
    def name(self) -> str:
        """How a person names it."""
        return f"{self.file} {self.label} {self.how} {self.at}"


class _Value(Struct, frozen=True):
    """A value in a text: its label, its span, and the span that goes with it when it is taken out."""

    label: str
    start: int
    end: int
    out: tuple[int, int]


def spoils_of(name: str, data: bytes) -> Iterator[Spoil]:
    """All of a file's."""
    if name.endswith((".xml", ".html")):
        yield from _of_markup(name, data.decode())
    elif name.endswith(".json"):
        yield from _of_json(name, json.loads(data))
    elif name.endswith(".txt"):
        yield from _of_text(name, data.decode())


def _of_text(name: str, text: str) -> Iterator[Spoil]:
    for at, char in enumerate(text):
        yield Spoil(name, "text", "other", at, partial(_cut, text, (at, at + 1), "\n" if char != "\n" else "甲"))
        yield Spoil(name, "text", "out", at, partial(_cut, text, (at, at + 1), ""))


def _cut(text: str, span: tuple[int, int], value: str) -> bytes:
    """A text with another piece in some place."""
    return (text[: span[0]] + value + text[span[1] :]).encode()


def _of_markup(name: str, text: str) -> Iterator[Spoil]:
    values = list(_values(text))
    known: dict[str, list[str]] = {}
    for one in values:
        known.setdefault(one.label, []).append(text[one.start : one.end])
    counts: dict[str, int] = {}
    for one in values:
        at = counts[one.label] = counts.get(one.label, -1) + 1
        said = text[one.start : one.end]
        told = {"other": other(said, at)}
        neighbours = [value for value in dict.fromkeys(known[one.label]) if value != said]
        if neighbours:
            told["neighbour"] = neighbours[at % len(neighbours)]
        for how, value in told.items():
            yield Spoil(name, one.label, how, at, partial(_cut, text, (one.start, one.end), value))
        if one.out[0] < one.out[1]:
            yield Spoil(name, one.label, "out", at, partial(_cut, text, one.out, ""))


def _values(text: str) -> Iterator[_Value]:
    """Attributes, texts and whole elements of markup that is well-formed."""
    way: list[tuple[str, int]] = []
    end = 0
    for tag in _TAG.finditer(text):
        label = "/".join(one for one, _ in way)
        if way and text[end : tag.start()].strip():
            yield _Value(f"{label} text", end, tag.start(), (end, tag.start()))
        end = tag.end()
        if tag[1]:
            local, start = way.pop()
            if way:
                yield _Value(f"{label} element", end, end, (start, end))
            continue
        local = tag[2]
        way.append((local, tag.start()))
        label = "/".join(one for one, _ in way)
        for found in _ATTRIBUTE.finditer(tag[3]):
            start = tag.start(3) + found.start(2)
            yield from _parted(f"{label}@{found[1]}", found, tag.start(3), start)
        if tag[4]:
            way.pop()
            if way:
                yield _Value(f"{label} element", end, end, (tag.start(), end))


def _parted(label: str, found: re.Match[str], base: int, start: int) -> Iterator[_Value]:
    """An attribute, or each of its properties."""
    whole = base + found.start(), base + found.end()
    parts = list(_PROPERTIES[found[1]].finditer(found[2])) if found[1] in _PROPERTIES else []
    for part in parts:
        yield _Value(
            f"{label}:{part[1]}", start + part.start(2), start + part.end(2), (start + part.start(), start + part.end())
        )
    if not parts:
        yield _Value(label, start, start + len(found[2]), whole)


def other(value: str, at: int = 0) -> str:
    """Another value of the same kind: one of its numbers is 37 more, else one of its signs is another."""
    numbers = list(_NUMBER.finditer(value))
    if re.fullmatch("[0-9a-f]{64}", value):
        return ("0" if value[0] != "0" else "1") + value[1:]
    if numbers and re.fullmatch(r"[-\d.,\s]+", value):
        one = numbers[at % len(numbers)]
        changed = f"{float(one[0]) + 37:g}" if "." in one[0] else str(int(one[0]) + 37)
        return value[: one.start()] + changed + value[one.end() :]
    for index in range(len(value) - 1, -1, -1):
        if value[index].isalnum():
            sign = "7" if value[index].isdigit() and value[index] != "7" else "甲" if value[index] != "甲" else "乙"
            return value[:index] + sign + value[index + 1 :]
    return value + "甲"


def _of_json(name: str, whole: Any) -> Iterator[Spoil]:
    counts: dict[str, int] = {}
    known: dict[str, list[Any]] = {}
    ways = list(_ways(whole, ()))
    for way, value in ways:
        if not isinstance(value, list | dict):
            known.setdefault(_label(way), []).append(value)
    for way, value in ways:
        label = _label(way)
        at = counts[label] = counts.get(label, -1) + 1
        if not isinstance(value, list | dict):
            yield Spoil(name, label, "other", at, partial(_with, whole, way, _other(value, at)))
            others = [one for one in dict.fromkeys(known[label]) if one != value]
            if others:
                yield Spoil(name, label, "neighbour", at, partial(_with, whole, way, others[at % len(others)]))
        if way:
            yield Spoil(name, label, "out", at, partial(_with, whole, way, _OUT))


def _with(whole: Any, way: Sequence[str | int], value: Any) -> bytes:
    """A JSON file with another value at the end of a way, or without it."""
    spoiled = copy.deepcopy(whole)
    inner = spoiled
    for key in way[:-1]:
        inner = inner[key]
    if value is _OUT:
        del inner[way[-1]]
    else:
        inner[way[-1]] = value
    return (json.dumps(spoiled, ensure_ascii=False) + "\n").encode()


def _ways(value: Any, way: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    yield way, value
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, one in inner:
        yield from _ways(one, (*way, key))


def _label(way: Sequence[str | int]) -> str:
    return "/".join("*" if isinstance(one, int) else one for one in way)


def _other(value: Any, at: int) -> Any:
    if isinstance(value, bool):
        return not value
    return value + 37 if isinstance(value, int | float) else other(str(value), at)


def spoiled(files: Files, spoil: Spoil) -> Files:
    """An archive with one file spoiled."""
    found = dict(files)
    found[spoil.file] = spoil.made()
    relisted(found, spoil.file)
    return found


def relisted(files: Files, path: str) -> None:
    """Digest and size of a changed file made right in its own record in PREMIS, and those of that in METS; of no other
    file, though that be the same.
    """
    for wrap, (record, named, size) in _RECORDS.items():
        before = files.get(wrap, b"")
        if path in (wrap, "mets.xml") or not before:
            continue
        own = named.format(quote(path) if wrap == "mets.xml" else path).encode()
        told = sha256(files[path]).hexdigest().encode(), size.format(len(files[path])).encode()
        files[wrap] = record.sub(partial(_renewed, own, told), before)
        if wrap == "premis.xml" and files[wrap] != before:
            relisted(files, wrap)


def _renewed(own: bytes, told: tuple[bytes, bytes], record: re.Match[bytes]) -> bytes:
    """A record with another digest and size where it is the one that says `own`."""
    if own not in record[0]:
        return record[0]
    return _SIZE.sub(told[1], _DIGEST.sub(told[0], record[0], count=1), count=1)


def remember_readings(patch: pytest.MonkeyPatch) -> None:
    """Read once what was not spoiled: a reader's answer depends on the bytes and nothing else."""
    for name in ("check", "read_pages", "read_and_compared", "images_apart"):
        patch.setattr(archive, name, _once(getattr(archive, name)))
    patch.setattr(wrapping, "wrapped", _once(wrapping.wrapped))
    patch.setattr(gathering, "_of_page", _once(gathering._of_page))


def _once(function: Callable[..., Any]) -> Callable[..., Any]:
    """What was asked last is known; of a spoiled file, which comes once, nothing stays for long."""
    known: dict[object, tuple[Any, object]] = {}

    def again(*args: Any, **options: Any) -> Any:
        key = tuple(_key(one) for one in args)
        if key in known:
            known[key] = known.pop(key)
            return known[key][0]
        found = function(*args, **options)
        # What was asked is held too: while it is, no other value has its place in memory.
        known[key] = list(found) if isinstance(found, Iterator) else found, args
        if len(known) > _REMEMBERED:
            del known[next(iter(known))]
        return known[key][0]

    return again


def _key(one: Any) -> object:
    if isinstance(one, bytes | str):
        return one
    if isinstance(one, KeptPage):
        return id(one)
    return tuple(sorted(one.items())) if isinstance(one, dict) and one else type(one).__name__
