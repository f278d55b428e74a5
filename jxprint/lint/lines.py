"""A page as lines of copy, each with what it is on the page; and what a rule says of one of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

from msgspec import Struct, field
from msgspec.structs import replace

from jxprint.errors import Place
from jxprint.model import (
    Advertisement,
    DataTable,
    Ear,
    Headline,
    ItemList,
    Masthead,
    Nameplate,
    Ornament,
    Page,
    Paragraph,
    Part,
    Passage,
    Picture,
    PullQuote,
    Standfirst,
    Story,
)

Role = Literal[
    "masthead",
    "headline",
    "kicker",
    "deck",
    "standfirst",
    "byline",
    "dateline",
    "body",
    "subhead",
    "caption",
    "credit",
    "folio",
    "label",
]

# Running text; everything else is display or names.
RUNNING: frozenset[Role] = frozenset(("body", "standfirst"))
HEADS: frozenset[Role] = frozenset(("headline", "kicker", "deck", "subhead"))


class Repair(Struct, frozen=True):
    """What to write instead of `length` code points; `safe` where no reader could have meant what stands there."""

    length: int
    replacement: str
    safe: bool = True


class Fault(Struct, frozen=True):
    """What a rule says: the line by its number, the offset of the first code point, the sentence, the repair."""

    line: int
    start: int
    key: str
    repair: Repair | None = None
    args: Mapping[str, object] = field(default_factory=dict)


class Line(Struct, frozen=True):
    """One passage: its number in the copy, the part of the page it belongs to, and what it is there."""

    number: int
    part: int
    role: Role
    text: str
    place: Place = Place()
    columns: tuple[tuple[int, int], ...] = ()

    def at(self, offset: int) -> Place:
        """The place of one of its characters; markup before it has shifted it (see Passage)."""
        if self.place.column is None:
            return replace(self.place, offset=offset)
        return replace(Passage(self.text, self.place, (), self.columns).at(offset), offset=offset)

    def fault(self, start: int, key: str, repair: Repair | None = None, found: str = "", **args: object) -> Fault:
        """A fault of this line; what stands there and what should are arguments of its sentence."""
        if repair is not None:
            found = found or self.text[start : start + repair.length]
            args = {"put": repair.replacement, **args}
        return Fault(self.number, start, key, repair, {"found": found, **args})


Copy = tuple[Line, ...]


def copy_of(page: Page) -> Copy:
    """All words of a page in reading order, the folio first."""
    folio = (page.folio.left, page.folio.centre, page.folio.right)
    found: list[tuple[int, Role, Passage]] = [(0, "folio", piece) for piece in folio if piece is not None]
    for number, part in enumerate(page.parts, 1):
        found.extend((number, role, passage) for role, passage in _passages(part))
    return tuple(
        Line(at, number, role, passage.text, passage.place, passage.columns)
        for at, (number, role, passage) in enumerate(found)
    )


def _passages(part: Part) -> Iterator[tuple[Role, Passage]]:
    if isinstance(part, Masthead):
        yield "masthead", part.text
        if part.line is not None:
            yield "folio", part.line
    elif isinstance(part, Picture):
        if part.caption is not None:
            yield "caption", part.caption
        if part.credit is not None:
            yield "credit", part.credit
        yield from (("caption", shot.label) for shot in part.shots if shot.label is not None)
    elif isinstance(part, PullQuote):
        yield from (("standfirst", line) for line in part.lines)
        if part.credit is not None:
            yield "credit", part.credit
    elif isinstance(part, (Headline, Story)):
        yield from (("kicker", line) for line in part.kicker)
        yield from (("headline", line) for line in (part.lines if isinstance(part, Headline) else part.headline))
        yield from (("deck", line) for line in part.deck)
        if isinstance(part, Story):
            yield from (("byline", line) for line in part.byline)
            if part.dateline is not None:
                yield "dateline", part.dateline
            yield from _paragraphs(part.paragraphs, "body")
    elif isinstance(part, Advertisement):
        if part.label is not None:
            yield "label", part.label
    elif isinstance(part, Standfirst):
        yield from _paragraphs(part.paragraphs, "standfirst")
    elif not isinstance(part, Ornament):
        yield from _furniture(part)


def _furniture(part: Nameplate | Ear | DataTable | ItemList) -> Iterator[tuple[Role, Passage]]:
    """Short lines are read as a folio's are: nothing is asked of their ends. Items and notes are running text."""
    if isinstance(part, Nameplate):
        yield "masthead", part.text
        yield from (("folio", line) for line in part.lines)
        return
    yield from (("headline", line) for line in part.title)
    if isinstance(part, Ear):
        yield from (("folio", line) for line in part.lines)
    elif isinstance(part, ItemList):
        yield from (("body", line) for line in part.items)
    else:
        yield from (("folio", cell) for row in part.cells for cell in row)
        yield from (("standfirst", line) for line in part.note)


def _paragraphs(paragraphs: tuple[Paragraph, ...], running: Role) -> Iterator[tuple[Role, Passage]]:
    for paragraph in paragraphs:
        yield ("subhead" if paragraph.kind == "subhead" else running), paragraph.passage
