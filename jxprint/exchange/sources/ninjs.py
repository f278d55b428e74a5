"""ninjs, the IPTC's news in JSON, of versions 1, 2 and 3: an item, a list of them, or one with others in it.

The versions differ in how names are written (versioncreated, versionCreated) and in where texts stand (body_main, a
list of bodies); what is read of them is checked by shape (IPTC ninjs-schema 1.8, 2.4, 3.1), and nothing else is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from jxprint.errors import DescriptionError, Finding, Place
from jxprint.exchange.json_text import escaped, line_of, loaded
from jxprint.exchange.rough import LeftOut
from jxprint.exchange.sources import Gathered
from jxprint.exchange.sources.ninjs_items import Item
from jxprint.exchange.sources.ninjs_shape import wrong_in
from jxprint.exchange.sources.plain import text_of
from jxprint.exchange.stories import exact_story, stories_of

# What of a picture is there to be read: a caption, a headline, who took it.
_SAID = re.compile(r"^/(?:by|byline|name|title|headline|headline_\w+|description_\w+|body_\w+|\w+/\d+/value)$", re.I)


def read(data: bytes, file: str, name: str) -> Gathered:
    """The stories of an item. Raises DescriptionError where it does not have the shape of one, or has no text."""
    gathered = Gathered()
    text = text_of(data, file, gathered.findings)
    value = loaded(text, file)
    wrong = wrong_in(value)
    if wrong:
        pointer, what = wrong[0]
        told = {"pointer": pointer or "/", "what": what, "more": len(wrong) - 1}
        key = "exchange.not_ninjs" if len(wrong) == 1 else "exchange.not_ninjs_more"
        raise DescriptionError(Finding(key, Place(file, line_of(text, pointer)), told))
    items = value if isinstance(value, list) else [value]
    for number, item in enumerate(items):
        pointer = f"/{number}" if isinstance(value, list) else ""
        _take(gathered, Item(item, pointer), name if number == 0 else f"{name}-{number + 1}", file)
    if not gathered.stories:
        raise DescriptionError(Finding("exchange.no_text", Place(file), {"story": name}))
    return gathered


def _take(gathered: Gathered, item: Item, name: str, file: str) -> None:
    """The story of an item, and those of the items in it; whatever is in no story is left out by name."""
    if item.has_body:
        head, body = item.head(), item.body(gathered)
        if item.is_own:
            gathered.stories.append(exact_story([*head, *body], name, file, item.data()))
        else:
            made = stories_of([*head, *body], name, file, gathered.debris, item.data(), one=True)
            gathered.stories += made
    gathered.left_out += item.notes()
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
    """Every text below a value that is not used yet, with its pointer."""
    if pointer in used:
        return []
    if isinstance(value, str):
        return [LeftOut("data", value, pointer)] if value.strip() else []
    if isinstance(value, Mapping):
        pairs = [(f"{pointer}/{escaped(str(key))}", one) for key, one in value.items()]
    elif isinstance(value, list):
        pairs = [(f"{pointer}/{number}", one) for number, one in enumerate(value)]
    else:
        return []
    return [found for at, one in pairs for found in _leaves(one, at, used)]
