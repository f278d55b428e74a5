"""The shape of a ninjs item as far as it is read: what is not as the schemas of 1.8, 2.4 and 3.1 have it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime

from jxprint.exchange.json_text import escaped

# What the schemas list, of all versions together; without regard to capitals, as programs write them.
_LISTED = {
    "pubstatus": ("usable", "withheld", "canceled"),
    "type": ("text", "audio", "video", "picture", "graphic", "composite", "component", "event", "planning"),
    "representationtype": ("complete", "incomplete", "full", "partial"),
}
_TIMES = ("versioncreated", "firstcreated", "contentcreated", "embargoed", "embargoeduntil", "expires")
# RFC 3339, 5.6, whose zone and seconds some leave out.
_TIME = re.compile(r"\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:[Zz]|[+-]\d\d:?\d\d)?")
_MOST_URGENT, _LEAST_URGENT = 1, 9
# Names without capitals, as they are in all versions.
_STRINGS = frozenset((
    "uri", "type", "profile", "version", "versioncreated", "firstcreated", "contentcreated", "embargoed",
    "embargoeduntil", "pubstatus", "language", "title", "by", "byline", "slugline", "located", "headline", "ednote",
    "copyrightnotice", "copyrightholder", "usageterms",
))  # fmt: skip
_LISTS = frozenset((
    "headlines", "bodies", "descriptions", "people", "places", "organisations", "subjects", "infosources", "altids",
))  # fmt: skip
_TEXTS = ("headlines", "bodies", "descriptions")
# Version 1 has a name behind these, as body_main; 2 and 3 have lists.
PREFIXES = ("body_", "headline_", "description_")
_DEEPEST = 20


def wrong_in(value: object, pointer: str = "") -> list[tuple[str, str]]:
    """What is wrong with an item or a list of items: pointers, and what should stand there."""
    if isinstance(value, list) and not pointer:
        found = [one for number, item in enumerate(value) for one in _item(item, f"/{number}", 0)]
        return found if value else [("", "{…}")]
    return list(_item(value, pointer, 0))


def _item(value: object, pointer: str, depth: int) -> Iterator[tuple[str, str]]:
    if not isinstance(value, dict) or depth > _DEEPEST:
        yield pointer, "{…}"
        return
    folded = {key.lower(): key for key in value}
    if "uri" not in folded:
        yield pointer, '"uri": "…"'
    for key, one in value.items():
        at, name = f"{pointer}/{escaped(key)}", key.lower()
        if (name in _STRINGS or name.startswith(PREFIXES)) and not isinstance(one, str):
            yield at, '"…"'
        elif name in _LISTED and str(one).lower() not in _LISTED[name]:
            yield at, " | ".join(f'"{word}"' for word in _LISTED[name])
        elif name in _TIMES and not _is_time(one):
            yield at, '"2026-01-02T10:00:00+08:00"'
        elif name == "uri" and not str(one).strip():
            yield at, '"…"'
        elif name == "urgency" and not (type(one) is int and _MOST_URGENT <= one <= _LEAST_URGENT):
            yield at, f"{_MOST_URGENT}–{_LEAST_URGENT}"
        elif name in _LISTS:
            yield from _list(one, at, name)
        elif name == "associations":
            yield from _associations(one, at, depth)


def _is_time(value: object) -> bool:
    """Whether a value is a time that there is."""
    if not isinstance(value, str) or _TIME.fullmatch(value.strip()) is None:
        return False
    try:
        datetime.fromisoformat(value.strip().upper())
    except ValueError:
        return False
    return True


def _list(value: object, pointer: str, name: str) -> Iterator[tuple[str, str]]:
    if name == "altids" and isinstance(value, dict):  # version 1
        return
    if not isinstance(value, list):
        yield pointer, "[…]"
        return
    for number, one in enumerate(value):
        if not isinstance(one, dict):
            yield f"{pointer}/{number}", "{…}"
        elif name in _TEXTS:
            found = {key.lower(): (key, text) for key, text in one.items()}
            for key in ("value", "role", "contenttype"):
                if key in found and not isinstance(found[key][1], str):
                    yield f"{pointer}/{number}/{escaped(found[key][0])}", '"…"'
            if "value" not in found:
                yield f"{pointer}/{number}", '"value": "…"'


def _associations(value: object, pointer: str, depth: int) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):  # version 1
        pairs = [(f"{pointer}/{escaped(key)}", one) for key, one in value.items()]
    elif isinstance(value, list):
        pairs = [(f"{pointer}/{number}", one) for number, one in enumerate(value)]
    else:
        yield pointer, "[…]"
        return
    for at, one in pairs:
        yield from _item(one, at, depth + 1)
