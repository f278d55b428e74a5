"""Sources of copy (来稿): what a file is, told by its first bytes, and how it is read; Markdown is told by its name.

A reader takes bytes and gives paragraphs as they came, or whole stories; each is loaded when a file of its kind is met.
"""

from __future__ import annotations

from collections import Counter
from importlib import import_module
from pathlib import PurePath

from msgspec import Struct, field
from msgspec.structs import replace

from jxprint.errors import DescriptionError, Finding, Place, UsageError
from jxprint.exchange.cleaning import Debris
from jxprint.exchange.rough import LeftOut, Rough
from jxprint.exchange.stories import Incoming, Origin, stories_of
from jxprint.exchange.told import by_weight, findings_of, looks_told

# By kind: the module whose `read` it is.
_READERS = {
    "docx": "jxprint.exchange.sources.word",
    "text": "jxprint.exchange.sources.plain",
    "markdown": "jxprint.exchange.sources.markdown",
    "ninjs": "jxprint.exchange.sources.ninjs",
    "nitf": "jxprint.exchange.sources.nitf",
    "cnml": "jxprint.exchange.sources.cnml",
}
KINDS = tuple(_READERS)
_BYTE_ORDER_MARKS = b"\xef\xbb\xbf\xff\xfe"
# What a source is called that came without a name of its own, as from standard input.
_NAMELESS = "story"


class Gathered(Struct):
    """What a reader found in a source: paragraphs of copy, or stories that are whole already; what is known of the
    source as data; its text that is no copy; what was counted; copy by how it looked; and findings of its own.
    """

    roughs: list[Rough] = field(default_factory=list)
    stories: list[Incoming] = field(default_factory=list)
    data: dict[str, str] = field(default_factory=dict)
    left_out: list[LeftOut] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    looks: dict[str, list[str]] = field(default_factory=dict)
    debris: Debris = field(default_factory=Debris)
    findings: list[Finding] = field(default_factory=list)


class Asked(Struct, frozen=True):
    """How a source is to be read: as what kind, if its content is not to tell, and as `one` story."""

    kind: str | None = None
    one: bool = False


AS_IT_IS = Asked()


class Read(Struct, frozen=True):
    """A source that was read: its kind, its stories, the text of it that is in no story, and what is to be told."""

    file: str
    kind: str
    stories: tuple[Incoming, ...]
    left_out: tuple[LeftOut, ...]
    findings: tuple[Finding, ...]


def read_source(data: bytes, file: str, asked: Asked = AS_IT_IS) -> Read:
    """The stories of a source. Raises DescriptionError where it cannot be read, or has no text."""
    if asked.kind is not None and asked.kind not in _READERS:
        raise UsageError(Finding("exchange.unknown_kind", Place(file), {"kind": asked.kind, "known": KINDS}))
    if not data.lstrip(_BYTE_ORDER_MARKS).strip():
        raise DescriptionError(Finding("exchange.blank", Place(file)))
    name = PurePath(file).stem.strip("-") or _NAMELESS
    kind = asked.kind
    if kind is None:
        from jxprint.exchange.sources.kinds import kind_of

        kind = kind_of(data, file)
    try:
        gathered: Gathered = import_module(_READERS[kind]).read(data, file, name)
    except DescriptionError as error:
        found = (replace(one, place=replace(one.place, file=one.place.file or file)) for one in error.findings)
        raise DescriptionError(*found) from error
    stories = gathered.stories
    if gathered.roughs or not stories:
        made = stories_of(gathered.roughs, Origin(name, file, gathered.data), gathered.debris, one=asked.one)
        stories = [*made, *stories]
    links = (LeftOut("link", one) for one in gathered.debris.links)
    left_out = (*gathered.left_out, *links)
    told = findings_of(file, stories, left_out, gathered.debris, gathered.counts)
    told += looks_told(file, gathered.looks)
    return Read(file, kind, tuple(stories), left_out, (*gathered.findings, *by_weight(told)))
