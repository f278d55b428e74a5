"""Before anything is set: is there a face for every character of the page?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from jxprint.composition.desk import Desk
from jxprint.composition.marked import stretches
from jxprint.errors import Finding
from jxprint.fonts import Chain
from jxprint.model import Headline, Masthead, Part, Passage, Picture, Standfirst, Story, readings
from jxprint.text.clusters import clusters, stands_alone

# The characters that each chain of faces is known to have: no character is looked up twice.
_covered: dict[Chain, set[str]] = {}


def missing(desk: Desk, parts: Sequence[Part]) -> list[Finding]:
    """One finding for each character of some parts, or of the folio, that no face of its role has, with its place."""
    findings: list[Finding] = []
    for part in parts:
        for role, number, passage in passages(part):
            if not passage.markup:
                findings += _absent(part, number, passage, (0, len(passage.text), desk.chain(role)))
                continue
            for stretch in stretches(desk, role, passage):
                findings += _absent(part, number, passage, stretch)
            findings += _unread(desk, part, number, passage)
    folio = desk.page.folio
    for piece in (folio.left, folio.centre, folio.right):
        if piece is not None:
            findings += _absent(None, 1, piece, (0, len(piece.text), desk.chain("folio")))
    return findings


def _unread(desk: Desk, part: Part, number: int, passage: Passage) -> list[Finding]:
    """Readings that no face of their role has as a whole."""
    chain = desk.chain("reading")
    tried = "、".join(face.id for face in chain.faces)
    return [
        _finding(part, number, passage, (start, reading), tried)
        for start, _, reading in readings(passage.text, passage.markup)
        if all(0 in face.shape(reading).glyphs for face in chain.faces)
    ]


def _absent(part: Part | None, number: int, passage: Passage, stretch: tuple[int, int, Chain]) -> list[Finding]:
    """What the chain of a stretch [start, end) of the passage does not have."""
    start, end, chain = stretch
    covered = _covered.setdefault(chain, set())
    pieces = clusters(passage.text[start:end])
    unknown = set(pieces) - covered
    if not unknown:
        return []
    absent = {piece for piece in unknown if (chain.glyph(piece) if len(piece) == 1 else chain.cluster(piece)) is None}
    # A mark that belongs to a character and has none would stand on its neighbour.
    absent |= {piece for piece in unknown if stands_alone(piece)}
    covered |= unknown - absent
    tried = "、".join(face.id for face in chain.faces)
    findings: list[Finding] = []
    offset = start
    for piece in pieces:
        if piece in absent:
            findings.append(_finding(part, number, passage, (offset, piece), tried))
        offset += len(piece)
    return findings


def passages(part: Part) -> Iterator[tuple[str, int, Passage]]:
    """Every piece of copy of a part in reading order: (role, number from 1, passage)."""
    if isinstance(part, Masthead):
        yield "masthead", 1, part.text
    elif isinstance(part, Headline):
        for role, lines in (("kicker", part.kicker), ("headline", part.lines), ("deck", part.deck)):
            yield from ((role, number, line) for number, line in enumerate(lines, 1))
    elif isinstance(part, Standfirst):
        yield from (("standfirst", number, one.passage) for number, one in enumerate(part.paragraphs, 1))
    elif isinstance(part, Picture):
        for role, passage in (("caption", part.caption), ("credit", part.credit)):
            if passage is not None:
                yield role, 1, passage
    else:
        yield from _story_passages(part)


def _story_passages(story: Story) -> Iterator[tuple[str, int, Passage]]:
    for role, lines in (
        ("story_kicker", story.kicker),
        ("story_headline", story.headline),
        ("story_deck", story.deck),
        ("byline", story.byline),
    ):
        yield from ((role, number, line) for number, line in enumerate(lines, 1))
    if story.dateline is not None:
        yield "dateline", 1, story.dateline
    for number, paragraph in enumerate(story.paragraphs, 1):
        yield paragraph.kind, number, paragraph.passage


def part_name(part: Part | None) -> str:
    """How messages name a part: a story by its name, others by their letter."""
    if part is None:
        return "folio"
    return part.name if isinstance(part, Story) else part.letter


def _finding(
    part: Part | None, number: int, passage: Passage, missed: tuple[int, str], tried: str
) -> Finding:
    offset, piece = missed
    return Finding(
        "composition.no_face",
        replace(passage.at(offset), part=part_name(part), paragraph=number, offset=offset),
        {
            "char": piece,
            "code": " ".join(f"U+{ord(char):04X}" for char in piece),
            "part": part_name(part),
            "paragraph": number,
            "offset": offset,
            "faces": tried,
        },
    )
