"""Pages of copy told in many manners, each stretch with its role: what the weights of roles are fitted on (`teaching`).

A manner says how bylines are written, what a page leaves out, how often paragraphs are cut and headlines stand in lines
of a narrow column; `laying` makes lines of it.
"""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator, Sequence

from msgspec import Struct

from cutting import Legs, cut, in_lines
from form import Copy, Paragraph, Section
from naming import bylines, closing, credit, dateline, jump

_SHOWN = ("图为", "图为", "上图：", "▲", "右图为", "图①：", "资料图：", "下图为")
_OF_PAGE = {"kicker": "page-kicker", "headline": "page-head", "deck": "page-deck"}

# A stretch of text and its role; where a story was cut: paragraph and offset.
Told = tuple[str, str]
Joints = Sequence[tuple[int, int]]


class Manner(Struct, frozen=True):
    """A manner of telling a page; shares are of stories, pictures or paragraphs. Stories are cut after every `depth`
    lines of `measure` characters, or, where `depth` is 0, a share `cut` of paragraphs anywhere.
    """

    cut: float
    measure: int
    depth: int
    no_kicker: float
    no_deck: float
    other_names: float
    form: int
    from_first: bool
    dateline_alone: bool
    closing_glued: bool
    cells: str
    bullet: str
    mixed: bool
    bare: bool
    shown: float
    broken: float


def manner_of(chance: random.Random, *, plain: bool) -> Manner:
    """A manner by lot; a plain one leaves the copy as it is."""
    return Manner(
        chance.choice((0.0, 0.1, 0.25, 0.4)),
        chance.randint(11, 20),
        chance.randint(4, 22) if chance.random() < 0.5 else 0,
        0.0 if plain else chance.choice((0.0, 0.0, 0.4, 1.0)),
        0.0 if plain else chance.choice((0.0, 0.0, 0.4, 1.0)),
        0.0 if plain else chance.choice((0.0, 0.0, 0.5, 1.0)),
        chance.choice((0, 0, 0, 1, 1, 2, 3, 4)),
        chance.random() < 0.5,
        not plain and chance.random() < 0.03,
        chance.random() < 0.5,
        chance.choice((" ", " ", "  ", "\t", "　")),
        chance.choice(("", "", "●", "- ", "■", "· ", "1.")),
        not plain and chance.random() < 0.5,
        not plain and chance.random() < 0.3,
        0.0 if plain else 0.2,
        0.0 if plain else chance.choice((0.0, 0.0, 0.0, 0.0, 0.3, 0.6)),
    )


def told(
    copy: Copy, others: Sequence[Copy], manner: Manner, chance: random.Random, joints: Sequence[Joints] = ()
) -> list[Told]:
    """The page in a manner; `others` lend it stories and pictures where it is mixed. `joints` are those of its stories
    as the composer sets them; without them, they are cut as the manner has it.
    """
    stories, pictures = list(copy.stories), list(copy.pictures)
    if manner.mixed and others:
        stories, pictures = _mixed(stories, pictures, others, chance)
    headless = not stories[0].many("headline")
    page: list[Told] = list(_top(copy.head, manner, chance, headless=headless))
    slots: list[list[Told]] = [[] for _ in stories]
    all_first = headless or chance.random() < 0.33
    for picture in pictures:
        found = list(_picture(picture, manner, chance))
        if all_first:
            page += found
        else:
            chance.choice(slots).extend(found)
    if headless:  # the page's headline is its first story's
        page = list(_as_story(page)) if page and page[-1][0] in _OF_PAGE.values() else page
    for k, (story, slot) in enumerate(zip(stories, slots, strict=True)):
        page += _story(story, manner, chance, joints[k] if joints else None)
        page += slot
    if chance.random() < 0.1:
        page += [("folio", one) for one in copy.head.many("folio")]
    return page


def _mixed(
    stories: list[Section], pictures: list[Section], others: Sequence[Copy], chance: random.Random
) -> tuple[list[Section], list[Section]]:
    more = [one for other in others for one in other.stories if one.many("headline")]
    kept = stories[: chance.randint(1, len(stories))]
    kept += chance.sample(more, min(len(more), chance.randint(1, 4)))
    rest = [one for one in kept[1:] if one.many("headline")]
    chance.shuffle(rest)
    lent = [one for other in others[:3] for one in other.pictures]
    return [kept[0], *rest], pictures + chance.sample(lent, min(len(lent), chance.randrange(3)))


def _top(head: Section, manner: Manner, chance: random.Random, *, headless: bool) -> Iterator[Told]:
    mastheads = [("masthead", one) for one in head.many("masthead") if chance.random() < 0.9]
    folios = [("folio", one) for one in head.many("folio") if chance.random() < 0.75]
    yield from (*folios, *mastheads) if chance.random() < 0.3 else (*mastheads, *folios)
    if headless or not manner.bare:
        for key, role in _OF_PAGE.items():
            yield from ((role, one) for one in head.many(key))
        for one in head.paragraphs:
            if one.role != "note":
                yield from (("standfirst", piece) for piece in cut(one.text, manner.cut * 0.7, chance))


def _as_story(page: Sequence[Told]) -> Iterator[Told]:
    """The page's own headline as that of its first story."""
    had = False
    for role, text in page:
        if role == "page-head":
            yield ("head-line" if had else "head"), text
            had = True
        else:
            yield role.removeprefix("page-") if role in _OF_PAGE.values() else role, text


def _picture(picture: Section, manner: Manner, chance: random.Random) -> Iterator[Told]:
    shown = chance.choice(_SHOWN) if chance.random() < manner.shown else ""
    yield from (("caption", shown + one) for one in picture.many("caption"))
    for one in picture.many("credit"):
        yield "credit", credit(chance) if chance.random() < 0.15 else one


def _story(story: Section, manner: Manner, chance: random.Random, joints: Joints | None) -> Iterator[Told]:
    own, opening, at_end = story.many("byline"), story.one("dateline") or "", story.one("byline_at") == "end"
    heads = story.many("headline")
    if heads and chance.random() < manner.other_names:
        own, opening, at_end = _names(manner.form if chance.random() < 0.8 else chance.randrange(5), chance)
    if manner.from_first:
        yield from (("from", one) for one in story.many("from"))
    if not heads or chance.random() >= manner.no_kicker:
        yield from (("kicker", one) for one in story.many("kicker"))
    if len(heads) > 1 and chance.random() < 0.05:
        heads = [" ".join(heads)]
    elif len(heads) == 1 and chance.random() < manner.broken:
        heads = in_lines(heads[0], chance)
    for k, one in enumerate(heads):
        yield ("head-line" if k else "head"), one
    if chance.random() >= manner.no_deck:
        yield from (("deck", one) for one in story.many("deck"))
    if not manner.from_first:
        yield from (("from", one) for one in story.many("from"))
    if not at_end:
        yield from (("byline", one) for one in own)
    yield from _body(story, opening, (bool(own) and not at_end, own[:1] if at_end else []), (manner, chance), joints)
    jumps = story.many("jump")
    if jumps or chance.random() < 0.04:
        yield "jump", jumps[0] if jumps and chance.random() < 0.5 else jump(chance)


def _names(form: int, chance: random.Random) -> tuple[list[str], str, bool]:
    """Bylines, a dateline, and whether the byline stands at the end."""
    if form == 1:
        return [], dateline(chance), False
    if form == 2:
        return [closing(chance)], "", True
    if form == 3:
        return [], "", False
    return bylines(chance), dateline(chance) if form == 4 and chance.random() < 0.3 else "", False


def _body(
    story: Section,
    opening: str,
    names: tuple[bool, list[str]],
    given: tuple[Manner, random.Random],
    joints: Joints | None,
) -> Iterator[Told]:
    (named, ending), (manner, chance) = names, given
    first = "lead" if named else "lead-bare"
    opened = False
    last = max((k for k, one in enumerate(story.paragraphs) if one.role != "note"), default=-1)
    legs = Legs(manner, chance)
    for k, paragraph in enumerate(story.paragraphs):
        role, text = _paragraph(paragraph, manner)
        if role == "note":
            yield from ((role, piece) for piece in legs.pieces(text, role))
            continue
        if opening and not opened and manner.dateline_alone:
            yield first, opening
            opened = True
        elif opening and not opened:
            text = opening + ("" if opening[-1] in "）】：〕" else chance.choice("　 ")) + text
        glued = k == last and ending and role == "text" and manner.closing_glued
        text += ending[0] if glued else ""
        pieces = legs.pieces(text, role) if joints is None else _set_pieces(text, paragraph.text, joints, k)
        for piece in pieces:
            yield (first if role == "text" and not opened else role), piece
            opened = True
        if k == last and ending and not glued:
            yield "end-byline", ending[0]


def _set_pieces(text: str, own: str, joints: Joints, paragraph: int) -> list[str]:
    """The pieces of a paragraph, which has more before and behind it than its own text, by the story's joints."""
    lead = text.find(own)
    ends = [0, *(lead + offset for at, offset in joints if at == paragraph and offset > 0), len(text)]
    return [text[start:end] for start, end in itertools.pairwise(ends) if start < end]


def _paragraph(paragraph: Paragraph, manner: Manner) -> Told:
    if paragraph.role == "table":
        return "row", manner.cells.join(paragraph.text.split())
    return paragraph.role, (manner.bullet if paragraph.role == "item" else "") + paragraph.text
