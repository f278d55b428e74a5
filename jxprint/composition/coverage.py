"""Before anything is set: is there a face for every character of the page?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from jxprint.composition.desk import Desk
from jxprint.errors import Finding
from jxprint.fonts import Chain
from jxprint.model import Headline, Masthead, Part, Passage, Picture, Standfirst, Story

# The characters that each chain of faces is known to have: no character is looked up twice.
_covered: dict[Chain, set[str]] = {}


def missing(desk: Desk, parts: Sequence[Part]) -> list[Finding]:
    """One finding for each character of some parts, or of the folio, that no face of its role has, with its place."""
    findings: list[Finding] = []
    for part in parts:
        for role, number, passage in passages(part):
            findings += _absent(part, number, passage, desk.chain(role))
    folio = desk.page.folio
    for piece in (folio.left, folio.centre, folio.right):
        if piece is not None:
            findings += _absent(None, 1, piece, desk.chain("folio"))
    return findings


def _absent(part: Part | None, number: int, passage: Passage, chain: Chain) -> list[Finding]:
    covered = _covered.setdefault(chain, set())
    unknown = set(passage.text) - covered
    if not unknown:
        return []
    absent = {char for char in unknown if chain.glyph(char) is None}
    covered |= unknown - absent
    tried = "、".join(face.id for face in chain.faces)
    return [
        _finding(part, number, passage, offset, tried)
        for offset, char in enumerate(passage.text)
        if char in absent
    ]


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


def _finding(part: Part | None, number: int, passage: Passage, offset: int, tried: str) -> Finding:
    char = passage.text[offset]
    place = replace(
        passage.place,
        column=(passage.place.column or 1) + offset,
        part=part_name(part),
        paragraph=number,
        offset=offset,
    )
    return Finding(
        "composition.no_face",
        place,
        {
            "char": char,
            "code": f"U+{ord(char):04X}",
            "part": part_name(part),
            "paragraph": number,
            "offset": offset,
            "faces": tried,
        },
    )
