"""NITF, the IPTC's News Industry Text Format (3.x): head lines, byline, dateline and paragraphs.

Its files name a document type, which is not fetched; one with declarations of its own is refused, and so is an entity
that is not XML's (`jxprint.intake.xml_tree`).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

from jxprint.errors import DescriptionError, Finding, Place
from jxprint.exchange.markup.blocks import Blocks
from jxprint.exchange.rough import Kind, LeftOut, Piece, Role, Rough
from jxprint.exchange.sources import Gathered
from jxprint.exchange.wire import says_of_version
from jxprint.exchange.xml_leaves import beside, feed, leaves, words
from jxprint.intake.xml_tree import Aside, Element, parsed

_HEAD: dict[str, Role] = {"hl1": "headline", "hl2": "deck"}
_MEDIA = ("media",)
# What docdata says that an editor has to know, by element and attribute.
_DATA = {
    ("doc-id", "id-string"): "uri",
    ("date.issue", "norm"): "versioncreated",
    ("date.release", "norm"): "released",
    ("date.expire", "norm"): "expires",
    ("du-key", "version"): "version",
    ("docdata", "management-status"): "status",
}


def read(data: bytes, file: str, name: str) -> Gathered:
    """The story of a NITF file. Raises DescriptionError where it is damaged or has no body."""
    asides: list[Aside] = []
    root = parsed(data, file, mixed=True, named_type=True, asides=asides)
    body = root.first("body")
    content = body.first("body.content") if body is not None else None
    if root.name != "nitf" or body is None or content is None:
        raise DescriptionError(Finding("exchange.not_nitf", Place(file, root.line), {"root": root.name}))
    gathered = Gathered()
    used: set[int] = {id(content)}
    for head in body.named("body.head"):
        gathered.roughs += _head(head, used)
    blocks = Blocks()
    for media in feed(blocks, content, _MEDIA):
        gathered.left_out.append(LeftOut("picture", words(media), "media", media.line))
        gathered.left_out += (one for one in leaves(media, "", ()) if "/@" in one.where)
    blocks.finish()
    for one in blocks.roughs:
        role: Role = "subhead" if one.level else one.role
        gathered.roughs.append(Rough(one.pieces, role, 0, one.line))
    gathered.left_out += blocks.left_out
    gathered.counts.update(blocks.counts)
    _take_data(gathered, root, used, Place(file, root.line))
    gathered.left_out += [*leaves(root, "", used), *beside(asides)]
    return gathered


def _head(head: Element, used: set[int]) -> Iterator[Rough]:
    for block in head.named("hedline"):
        for line in block.named(*_HEAD):
            used.add(id(line))
            yield from _lines(line, _HEAD[line.name])
    for line in head.named("byline"):
        used.add(id(line))
        yield Rough((Piece(words(line)),), "byline", line=line.line)
    for line in head.named("dateline"):
        used.add(id(line))
        yield Rough((Piece(words(line)),), "dateline", line=line.line)


def _lines(element: Element, role: Role) -> Iterator[Rough]:
    blocks = Blocks()
    for _ in feed(blocks, element):
        pass
    blocks.finish()
    yield from (Rough(one.pieces, role, line=element.line) for one in blocks.roughs)


def _take_data(gathered: Gathered, root: Element, used: set[int], place: Place) -> None:
    """What is known of the story; an editorial message (ed-msg) is for whoever edits."""
    for one in root.all("docdata", "doc-id", "date.issue", "date.release", "date.expire", "du-key"):
        for (name, key), what in _DATA.items():
            if one.name == name and one.attributes.get(key):
                gathered.data[what] = one.attributes[key]
    for one in root.all("ed-msg"):
        text = " ".join(part for part in (one.attributes.get("info", ""), words(one)) if part)
        if text:
            used.add(id(one))
            kind: Kind = "version" if says_of_version(text) else "comment"
            gathered.left_out.append(LeftOut(kind, text, "ed-msg", one.line))
    for one in root.all("correction"):
        used.add(id(one))
        text = " ".join(value for key, value in one.attributes.items() if value.strip()) or one.name
        gathered.left_out.append(LeftOut("version", text, "correction", one.line))
    _hold(gathered, place)


def _hold(gathered: Gathered, place: Place) -> None:
    """Tell of a story that is released later than it was issued, or than now, or at a time that cannot be read."""
    release, issue = (_time(gathered.data.get(key, "")) for key in ("released", "versioncreated"))
    is_unclear = release is None and bool(gathered.data.get("released", "").strip())
    if is_unclear or (release is not None and (release > datetime.now(UTC) or (issue is not None and release > issue))):
        told = {"shown": (gathered.data["released"],), "count": 1}
        gathered.findings.append(Finding("exchange.embargo", place, told, "warning"))
        gathered.data["embargoed_until"] = gathered.data["released"]


def _time(text: str) -> datetime | None:
    """A time of ISO 8601, of the world's zone where it names none; None where it is none."""
    try:
        found = datetime.fromisoformat(text.strip())
    except ValueError:
        return None
    return found if found.tzinfo is not None else found.replace(tzinfo=UTC)
