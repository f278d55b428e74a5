"""A page that was set, told as a dump tells it: cut where legs ended, folded to half width, credits glued."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator, Sequence

from msgspec import Struct

from form import Copy, Section
from setting import Setting

_FOLD = str.maketrans("，：；（）！？", ",:;()!?")


class Manner(Struct, frozen=True):
    """How a dump tells a page: whether marks are folded, credits glued to the caption after them, lines of a head
    parted by blank ones, and a byline at the end glued to the last paragraph.
    """

    folded: bool
    glued: bool
    parted: bool
    closing: bool


def manner_of(chance: random.Random) -> Manner:
    """A manner such as dumps have; the source page's folds and glues."""
    return Manner(chance.random() < 0.85, chance.random() < 0.6, chance.random() < 0.2, chance.random() < 0.3)


def dumped(copy: Copy, settings: Sequence[Setting], manner: Manner) -> str:
    """The text of the dump, groups of lines with blank lines between."""
    groups = list(_groups(copy, settings, manner))
    text = "\n\n".join("\n".join(group) for group in groups if group) + "\n"
    return text.translate(_FOLD) if manner.folded else text


def _groups(copy: Copy, settings: Sequence[Setting], manner: Manner) -> Iterator[list[str]]:
    head = copy.head
    if masthead := head.one("masthead"):
        yield [masthead]
    for folio in head.many("folio"):
        yield [folio]
    yield from _head(head, manner)
    yield from ([one.text] for one in head.paragraphs)
    yield _pictures(copy.pictures, manner)
    for story, setting in zip(copy.stories, settings, strict=True):
        yield from _story(story, setting, manner)


def _head(section: Section, manner: Manner) -> Iterator[list[str]]:
    kicker, headline, deck = section.many("kicker"), section.many("headline"), section.many("deck")
    if manner.parted:
        yield from (kicker, headline, deck)
    else:
        yield [*kicker, *headline, *deck]


def _pictures(pictures: Sequence[Section], manner: Manner) -> list[str]:
    """Captions and credits; a glued credit has the caption after it on its line."""
    lines: list[str] = []
    glue = False
    for picture in pictures:
        caption, credit = picture.one("caption") or "", picture.one("credit")
        if glue:
            lines[-1] += caption
        else:
            lines.append(caption)
        glue = manner.glued and credit is not None
        if credit is not None:
            lines.append(credit)
    return lines


def _story(story: Section, setting: Setting, manner: Manner) -> Iterator[list[str]]:
    place = story.one("byline_at")
    at_end = place == "end"
    if place == "before":  # over the headline
        yield story.many("byline")
    yield from _head(story, manner)
    yield story.many("from")
    if place is None:
        yield story.many("byline")
    cuts: dict[int, list[int]] = {}
    for at, offset in setting.joints:
        cuts.setdefault(at, []).append(offset)
    closing = "".join(story.many("byline")) if at_end and manner.closing else ""
    for k, paragraph in enumerate(story.paragraphs):
        ends = [0, *cuts.get(k, []), len(paragraph.text)]
        pieces = [paragraph.text[start:end] for start, end in itertools.pairwise(ends)]
        if k == 0:
            pieces[0] = (story.one("dateline") or "") + pieces[0]
        if k == len(story.paragraphs) - 1:
            pieces[-1] += closing
        yield from ([piece] for piece in pieces)
    if at_end and not closing:
        yield story.many("byline")
    yield story.many("jump")
