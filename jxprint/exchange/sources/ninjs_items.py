"""One ninjs item: its head, its body and what is known of it, whatever its version."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from jxprint.exchange.json_text import escaped
from jxprint.exchange.markup.html import read_html
from jxprint.exchange.ninjs_names import PROFILE
from jxprint.exchange.rough import Kind, LeftOut, Piece, Role, Rough
from jxprint.exchange.sources import Gathered
from jxprint.exchange.wire import says_of_version

# Roles of headlines, which are free words in ninjs. One without a role, or with main, is the headline.
_HEADS: dict[str, Role] = {
    **dict.fromkeys(("", "main", "headline", "title", "主题", "标题"), "headline"),
    **dict.fromkeys(("kicker", "overline", "eyebrow", "引题"), "kicker"),
    **dict.fromkeys(("deck", "subtitle", "subheadline", "subhead", "副题"), "deck"),
}
_HTML = ("text/html", "application/xhtml+xml", "text/xhtml", "html", "xhtml")
# What is read of an entry of a list.
_TEXT = ("value", "role", "contenttype")
_DATA = (
    "uri", "name", "type", "language", "version", "versioncreated", "firstcreated", "contentcreated", "pubstatus",
    "located", "slugline", "profile",
)  # fmt: skip


class Item:
    """An item that has the shape of one. `used` are pointers to what is in its story, or told already."""

    def __init__(self, value: dict[str, Any], pointer: str) -> None:
        # What is null is not there; how that is told stands in `ninjs_shape`.
        self.value, self.pointer = {key: one for key, one in value.items() if one is not None}, pointer
        self.used: set[str] = set()
        self.beside: list[LeftOut] = []  # what its head has of markup that is no copy
        self._keys: dict[str, list[str]] = {}  # of an entry that has a text: pointers to what is read of it
        self._named = {key.lower(): key for key in self.value}
        self._bodies = list(self._texts("bodies", "body"))

    @property
    def has_body(self) -> bool:
        """Whether it has a text of its own."""
        return any(text.strip() for _, _, text, _ in self._bodies)

    @property
    def has_associations(self) -> bool:
        """Whether there are items in it."""
        return bool(self.value.get(self._named.get("associations", ""), ()))

    @property
    def is_seen_or_heard(self) -> bool:
        """Whether it is a picture, a film or a sound, whose text is a caption."""
        return self._text("type").lower() in ("picture", "graphic", "video", "audio")

    @property
    def is_own(self) -> bool:
        """Whether it was written here, so that its text is clean and says what it is."""
        return self._text("profile") == PROFILE

    @property
    def name(self) -> str:
        """What its surroundings call it."""
        return self._text("name")

    def _text(self, name: str) -> str:
        value = self.value.get(self._named.get(name, ""), "")
        return value if isinstance(value, str) else ""

    def _at(self, name: str) -> str:
        return f"{self.pointer}/{escaped(self._named[name])}"

    def _texts(self, plural: str, singular: str) -> Iterator[tuple[str, str, str, str]]:
        """Role, media type, text and pointer of what stands in a list (there the pointer is that of the whole entry),
        or under names that begin alike (version 1).
        """
        listed = self.value.get(self._named.get(plural, ""), ())
        for number, one in enumerate(listed):
            said = {key.lower(): key for key in one if one[key] is not None}
            text, role, kind = (str(one.get(said.get(key, ""), "")) for key in _TEXT)
            at = f"{self._at(plural)}/{number}"
            self._keys[at] = [at] if self.is_own else [f"{at}/{escaped(said[key])}" for key in _TEXT if key in said]
            yield role.lower(), kind.lower().partition(";")[0].strip(), text, at
        for name, key in self._named.items():
            if name == singular or name.startswith(f"{singular}_"):
                role = name.removeprefix(singular).removeprefix("_")
                kind = role if role in _HTML or role == "richtext" else ""
                yield role, "html" if kind else "", str(self.value[key]), self._at(name)

    def _use(self, at: str) -> None:
        self.used.update(self._keys.get(at, (at,)))

    def data(self) -> dict[str, str]:
        """What is known of it."""
        found = {key: self._text(key) for key in _DATA if self._text(key)}
        self.used.update(map(self._at, found))
        until = self._text("embargoeduntil") or self._text("embargoed")
        return {**found, "embargoed_until": until} if until else found

    def notes(self) -> Iterator[LeftOut]:
        """What an editor has to see before the text is used: an embargo, a note."""
        for name in ("embargoed", "embargoeduntil", "ednote"):
            if text := self._text(name):
                self.used.add(self._at(name))
                note: Kind = "version" if says_of_version(text) else "comment"
                yield LeftOut(note if name == "ednote" else "embargo", text, self._at(name))

    def head(self) -> list[Rough]:
        """Lines of its head, in the order of a story file."""
        found: list[Rough] = []
        for role, kind, text, at in self._texts("headlines", "headline"):
            key = _HEADS.get(role)
            if key is not None and text.strip():
                self._use(at)
                found += self._lines(text, kind, key)
        for name in ("by", "byline"):
            text = self._text(name)
            if text.strip() and not any(one.role == "byline" for one in found):
                self.used.add(self._at(name))
                if self.is_own:  # its lines stand in the body
                    continue
                found += self._lines(text, "", "byline")
        return sorted(found, key=lambda one: ("kicker", "headline", "deck", "byline").index(one.role))

    def _lines(self, text: str, kind: str, role: Role) -> list[Rough]:
        if kind in _HTML:
            blocks = read_html(text, is_exact=self.is_own)
            self.beside += blocks.left_out
            return [Rough(one.pieces, role, is_exact=self.is_own) for one in blocks.roughs]
        return [Rough((Piece(line),), role, is_exact=self.is_own) for line in text.split("\n") if line.strip()]

    def body(self, gathered: Gathered) -> list[Rough]:
        """Its paragraphs: of its bodies the first with markup, else the first; others that say the same are no more."""
        full = [one for one in self._bodies if one[2].strip()]
        _, kind, text, at = min(full, key=lambda one: (not _is_html(one[1], one[2]), one[0] not in ("", "main")))
        self._use(at)
        found = self._paragraphs(kind, text, gathered)
        shown = "".join("".join(one.text for one in found).split())
        for _, other_kind, other, there in full:
            if there != at:
                if self.is_own:  # the same without its head
                    self._use(there)
                    continue
                same = "".join("".join(one.text for one in self._paragraphs(other_kind, other, Gathered())).split())
                self._use(there)
                if same != shown:
                    gathered.left_out.append(LeftOut("body", other, there))
        return found

    def _paragraphs(self, kind: str, text: str, gathered: Gathered) -> list[Rough]:
        if not _is_html(kind, text):
            return [Rough((Piece(line),)) for line in text.split("\n")]
        blocks = read_html(text, is_exact=self.is_own)
        gathered.left_out += blocks.left_out
        gathered.counts.update(blocks.counts)
        return [self._rough(one) for one in blocks.roughs]

    def _rough(self, one: Rough) -> Rough:
        """A paragraph of the body with its role; our own items say which are a dateline or names."""
        role: Role = one.role
        if one.level:
            role = "subhead"
        elif self.is_own:
            role = role or "body"
        return Rough(one.pieces, role, 0, one.line, one.is_exact)

    def associations(self) -> Iterator[tuple[str, str, object]]:
        """Items in it: their names, pointers and values."""
        if "associations" not in self._named:
            return
        at, value = self._at("associations"), self.value[self._named["associations"]]
        self.used.add(at)
        pairs = value.items() if isinstance(value, dict) else ((str(number), one) for number, one in enumerate(value))
        for key, one in pairs:
            yield (key if isinstance(value, dict) else ""), f"{at}/{escaped(key)}", one


def _is_html(kind: str, text: str) -> bool:
    return kind in _HTML or (not kind and text.lstrip().startswith("<") and "</" in text)
