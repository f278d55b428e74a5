"""ninjs, the IPTC's news in JSON, of versions 1, 2 and 3: an item, a list of them, or one with others in it.

The versions differ in how names are written (versioncreated, versionCreated) and in where texts stand (body_main, a
list of bodies). An item that says it is of version 3 is held to its whole schema, another one to what is read of it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from jxprint.errors import DescriptionError, Finding, Phrase, Place
from jxprint.exchange.json_text import escaped, lines_of, loaded
from jxprint.exchange.rough import LeftOut
from jxprint.exchange.sources import Gathered
from jxprint.exchange.sources.ninjs_items import Item
from jxprint.exchange.sources.ninjs_shape import Fault, Version, faults_of, version_of
from jxprint.exchange.sources.plain import text_of
from jxprint.exchange.stories import Origin, exact_story, stories_of

# So many faults are said in words; the pointers of all of them are in the finding.
_MOST_SHOWN = 24
_PHRASES = {
    "value": "exchange.fault_value",
    "missing": "exchange.fault_missing",
    "both": "exchange.fault_both",
    "unknown": "exchange.fault_unknown",
    "like": "exchange.fault_like",
    "deep": "exchange.fault_deep",
}
# What of a picture is there to be read: a caption, a headline, who took it.
_SAID = re.compile(r"^/(?:by|byline|name|title|headline|headline_\w+|description_\w+|body_\w+|\w+/\d+/value)$", re.I)


def read(data: bytes, file: str, name: str) -> Gathered:
    """The stories of an item. Raises DescriptionError where it does not have the shape of one, or has no text."""
    gathered = Gathered()
    text = text_of(data, file, gathered.findings)
    value = loaded(text, file)
    version = version_of(value)
    faults = faults_of(value, version)
    if any(one.is_grave for one in faults):
        raise DescriptionError(_told("exchange.not_ninjs", faults, version, text, file))
    if faults:
        gathered.findings.append(replace(_told("exchange.odd_ninjs", faults, version, text, file), severity="warning"))
    items = value if isinstance(value, list) else [value]
    for number, item in enumerate(items):
        pointer = f"/{number}" if isinstance(value, list) else ""
        _take(gathered, Item(item, pointer), name if number == 0 else f"{name}-{number + 1}", file)
    if not gathered.stories:
        raise DescriptionError(Finding("exchange.no_text", Place(file), {"story": name}))
    return gathered


def _told(key: str, faults: Sequence[Fault], version: Version, text: str, file: str) -> Finding:
    """One finding that says all faults of a file, each with its line."""
    lines = lines_of(text, {one.pointer for one in faults[:_MOST_SHOWN]})
    shown = [_phrase(one, lines.get(one.pointer, 1)) for one in faults[:_MOST_SHOWN]]
    told = {
        "version": version.name,
        "count": len(faults),
        "faults": (*shown, *(("…",) if len(faults) > _MOST_SHOWN else ())),
        "pointers": tuple(one.pointer or "/" for one in faults),
    }
    return Finding(key, Place(file, lines.get(faults[0].pointer)), told)


def _phrase(fault: Fault, line: int) -> Phrase:
    what = "like" if fault.what == "unknown" and fault.wanted else fault.what
    told = {"pointer": fault.pointer or "/", "line": line, "found": fault.found, "wanted": fault.wanted}
    return Phrase(_PHRASES[what], told)


def _take(gathered: Gathered, item: Item, name: str, file: str) -> None:
    """The story of an item, and those of the items in it; whatever is in no story is left out by name."""
    if item.has_body:
        head, body = item.head(), item.body(gathered)
        if item.is_own:
            gathered.stories.append(exact_story([*head, *body], Origin(name, file, item.data())))
        else:
            origin = Origin(name, file, item.data())
            gathered.stories += stories_of([*head, *body], origin, gathered.debris, one=True)
    gathered.left_out += [*item.beside, *item.notes()]
    for key, pointer, within in item.associations():
        if isinstance(within, dict):
            one = Item(within, pointer)
            if (one.has_body and not one.is_seen_or_heard) or one.has_associations:
                _take(gathered, one, one.name or key or name, file)
            else:
                gathered.left_out += _picture(within, pointer)
    gathered.left_out += _leaves(item.value, item.pointer, item.used)


def _picture(value: dict[str, object], pointer: str) -> list[LeftOut]:
    """A picture among the items: what it says in one, and whatever else is known of it."""
    found = _leaves(value, pointer, set())
    said = [one for one in found if _SAID.search(one.where.removeprefix(pointer))]
    whole = LeftOut("picture", " ".join(one.text for one in said), pointer)
    return [whole, *(one for one in found if one not in said)]


def _leaves(value: object, pointer: str, used: set[str]) -> list[LeftOut]:
    """Every text and number below a value that is not used yet, with its pointer."""
    if pointer in used:
        return []
    if isinstance(value, str):
        return [LeftOut("data", value, pointer)] if value.strip() else []
    if isinstance(value, bool | int | float):
        return [LeftOut("data", json.dumps(value), pointer)]
    if isinstance(value, Mapping):
        pairs = [(f"{pointer}/{escaped(str(key))}", one) for key, one in value.items()]
    elif isinstance(value, list):
        pairs = [(f"{pointer}/{number}", one) for number, one in enumerate(value)]
    else:
        return []
    return [found for at, one in pairs for found in _leaves(one, at, used)]
