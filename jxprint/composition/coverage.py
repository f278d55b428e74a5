"""Before anything is set: is there a face for every character of the page, and for every role of its style?"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from jxprint.composition.desk import Desk
from jxprint.composition.marked import stretches
from jxprint.errors import Finding, FontError, Phrase, Place
from jxprint.fonts import Chain
from jxprint.model import (
    Advertisement,
    Headline,
    Masthead,
    Ornament,
    Paragraph,
    Part,
    Passage,
    Picture,
    PullQuote,
    Standfirst,
    Story,
    readings,
)
from jxprint.text.clusters import clusters, stands_alone

STAND_IN = "〓"
# What is told of a sub- or superscript of Unicode's, by its decomposition.
_SCRIPTS = {"<sub>": "composition.no_face_for_sub", "<super>": "composition.no_face_for_sup"}


class Where(NamedTuple):
    """A piece of copy: its part (None where it is no part's, but the page's or the style's, which `owner` names), the
    role it is set in, its number from 1 in that field.
    """

    part: Part | None
    role: str
    number: int
    passage: Passage
    owner: str = ""


# The characters that each chain of faces is known to have: no character is looked up twice. Those among them that a
# face of another kind or weight sets, by that face's id.
_covered: dict[Chain, set[str]] = {}
set_otherwise: dict[Chain, dict[str, str]] = {}


def missing(desk: Desk, parts: Sequence[Part]) -> list[Finding]:
    """One finding for each character of some parts, of the folio or of the label of placeholders, that no face of its
    role has, with its place.
    """
    findings: list[Finding] = []
    for where in copy_of(desk, parts):
        for stretch in stretches(desk, where.role, where.passage):
            findings += _absent(where, stretch)
        if where.passage.markup:
            findings += _unread(desk, where)
    return findings


def copy_of(desk: Desk, parts: Sequence[Part]) -> Iterator[Where]:
    """Every piece of copy of some parts, of the folio and of the label of placeholders."""
    for part in parts:
        for role, number, passage in passages(part):
            yield Where(part, role, number, passage)
        if isinstance(part, Story):
            yield from _jump_lines(desk, part)
            if part.drop_cap is not None and desk.chain("drop_cap") is not desk.chain("body"):
                from jxprint.composition.drop_caps import cap_passage  # few stories have one

                yield Where(part, "drop_cap", *cap_passage(part))
    for number, piece in enumerate(desk.page.folio.pieces, 1):
        if piece is not None:
            yield Where(None, "folio", number, piece, desk.page.name)
    resetting, language = desk.page.resetting, desk.page.language
    if resetting is not None and (notice := resetting.notice(language)) is not None:
        yield Where(None, "resetting", 1, notice, desk.page.name)
    label = Passage(desk.style.placeholder_label, desk.style.placeholder_place)
    shots = [shot for part in parts if isinstance(part, Picture) for shot in part.shots]
    if label.text and any(shot.file is None for shot in shots):
        yield Where(None, "label", 1, label, desk.style.name)


def _jump_lines(desk: Desk, part: Story) -> Iterator[Where]:
    """What is set where a story jumps and where it goes on; the style's words."""
    words = desk.style.jump
    if part.jump_from is not None:
        yield Where(part, "jump", 1, Passage(words.from_line(part.jump_from.page), words.place))
    if part.jump_to is not None:
        yield Where(part, "jump", 1, Passage(words.to_line(part.jump_to.page), words.place))


def faceless(desk: Desk) -> list[Finding]:
    """Roles of the page's style for which there is no face at all, where the style names it."""
    findings: list[Finding] = []
    for style in desk.style.roles.values():
        try:
            desk.library.chain(style.face, style.weight)
        except FontError as refusal:
            findings += [replace(one, place=style.place) for one in refusal.findings]
    return findings


def stood_in(part: Part, absent: Sequence[Finding]) -> Part:
    """A part whose characters without a face are 〓, as compositors set for a sort that is wanting: it can be measured,
    and whatever else is wrong with it be told in the same breath.
    """
    missed = {str(one.args["char"]) for one in absent if one.place.part == part_name(part)}
    if not missed:
        return part

    def mended(value: object) -> object:
        if isinstance(value, Passage):
            text = value.text
            for piece in missed:
                text = text.replace(piece, STAND_IN * len(piece))
            # A mark that stood with another character may not stand with 〓: no face has that either.
            text = "".join(STAND_IN * len(piece) if piece[0] == STAND_IN else piece for piece in clusters(text))
            return replace(value, text=text, markup=tuple(one for one in value.markup if one.kind != "ruby"))
        if isinstance(value, Paragraph):
            return replace(value, passage=mended(value.passage))
        return tuple(map(mended, value)) if isinstance(value, tuple) else value

    return replace(part, **{name: mended(getattr(part, name)) for name in part.__struct_fields__})


def _unread(desk: Desk, where: Where) -> list[Finding]:
    """Readings that no face of their role has as a whole."""
    chain = desk.chain("reading")
    return [
        _finding(where, start, reading, chain)
        for start, _, reading in readings(where.passage.text, where.passage.markup)
        if all(0 in face.shape(reading).glyphs for face in chain.faces)
    ]


def _absent(where: Where, stretch: tuple[int, int, Chain]) -> list[Finding]:
    """What the chain of a stretch [start, end) of the passage does not have."""
    start, end, chain = stretch
    covered = _covered.setdefault(chain, set())
    text = where.passage.text[start:end]
    if covered.issuperset(text):
        return []
    cut = clusters(text)
    unknown = set(cut) - covered
    if not unknown:
        return []
    absent: set[str] = set()
    for piece in unknown:
        found = chain.glyph(piece) if len(piece) == 1 else chain.cluster(piece)
        if found is None:
            absent.add(piece)
        elif chain.is_strange(found[0], piece):
            set_otherwise.setdefault(chain, {})[piece] = found[0].id
    # A mark that belongs to a character and has none would stand on its neighbour.
    absent |= {piece for piece in unknown if stands_alone(piece)}
    covered |= unknown - absent
    findings: list[Finding] = []
    offset = start
    for piece in cut:
        if piece in absent:
            findings.append(_finding(where, offset, piece, chain))
        offset += len(piece)
    return findings


def passages(part: Part) -> Iterator[tuple[str, int, Passage]]:
    """Every piece of copy of a part in reading order: (role, number from 1, passage)."""
    if isinstance(part, Masthead):
        yield "masthead", 1, part.text
        if part.line is not None:
            yield "masthead_line", 1, part.line
    elif isinstance(part, Headline):
        for role, lines in (("kicker", part.kicker), ("headline", part.lines), ("deck", part.deck)):
            yield from ((role, number, line) for number, line in enumerate(lines, 1))
    elif isinstance(part, Standfirst):
        yield from (("standfirst", number, one.passage) for number, one in enumerate(part.paragraphs, 1))
    elif isinstance(part, Picture):
        for role, passage in (("caption", part.caption), ("credit", part.credit)):
            if passage is not None:
                yield role, 1, passage
        for number, shot in enumerate(part.shots, 1):
            if shot.label is not None:
                yield "caption", number, shot.label
    elif isinstance(part, PullQuote):
        yield from (("pull_quote", number, line) for number, line in enumerate(part.lines, 1))
        if part.credit is not None:
            yield "credit", 1, part.credit
    elif isinstance(part, Advertisement):
        if part.label is not None:
            yield "label", 1, part.label
    elif isinstance(part, Story):
        yield from _story_passages(part)
    elif not isinstance(part, Ornament):
        from jxprint.composition.furniture_copy import furniture_passages  # many pages have none

        yield from furniture_passages(part)


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


def told_at(where: Where, offset: int) -> tuple[Place, dict[str, object]]:
    """The place of a character, and how a sentence names it; sentences count from 1."""
    name = part_name(where.part)
    room = "composition.field" if where.part is None else "checks.role"
    field = Phrase(f"{room}.{where.role.removeprefix('story_').removeprefix('pull_')}", {"number": where.number})
    place = replace(where.passage.at(offset), part=name, paragraph=where.number, offset=offset)
    return place, {"part": where.owner or name, "field": field, "character": offset + 1}


def _finding(where: Where, offset: int, piece: str, chain: Chain) -> Finding:
    """What no face of a chain has."""
    place, args = told_at(where, offset)
    code = " ".join(f"U+{ord(char):04X}" for char in piece)
    faces = tuple(face.id for face in chain.faces)
    args |= {"char": piece, "code": code, "faces": faces}
    script, _, plain = unicodedata.decomposition(piece[0]).partition(" ")
    if script not in _SCRIPTS or len(piece) > 1:
        return Finding("composition.no_face", place, args)
    # ₂ and ⁶ are what markup makes of plain digits, in any face.
    return Finding(_SCRIPTS[script], place, {**args, "plain": "".join(chr(int(one, 16)) for one in plain.split())})
