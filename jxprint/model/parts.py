"""The parts of a page: masthead, headline, standfirst, pictures, stories."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Literal

from msgspec import Struct, field
from msgspec.structs import replace

from jxprint.errors import Place
from jxprint.geometry import Rect
from jxprint.model.pictures import CaptionPlace, Shot

MarkupKind = Literal["strong", "kai", "dots", "name", "note", "sub", "sup", "link", "ruby"]


class Markup(Struct, frozen=True):
    """What a stretch of copy is marked as: code points [start, end) of the text, and a link's address or a ruby's
    reading as `value`. Stretches are nested or apart, never crossed.
    """

    kind: MarkupKind
    start: int
    end: int
    value: str = ""


def readings(text: str, markup: Sequence[Markup]) -> Iterator[tuple[int, int, str]]:
    """What ruby says over which code points [start, end), in order: a syllable a character where there are as many of
    them (marks and white are not read), else the whole reading over the whole word (CLREQ 3.3.1).
    """
    for one in sorted((one for one in markup if one.kind == "ruby"), key=lambda one: one.start):
        syllables = one.value.split()
        read = [offset for offset in range(one.start, one.end) if unicodedata.category(text[offset])[0] not in "PZ"]
        if len(syllables) != len(read):
            yield one.start, one.end, " ".join(syllables)
            continue
        for offset, syllable in zip(read, syllables, strict=True):
            yield offset, offset + 1, syllable


class Passage(Struct, frozen=True):
    """A piece of copy on one line of its file: the exact text without its markup, and where its first character
    stands. `columns` are the offsets from which on a character stands further right than its offset tells, and by how
    much.
    """

    text: str
    place: Place = Place()
    markup: tuple[Markup, ...] = ()
    columns: tuple[tuple[int, int], ...] = ()

    def at(self, offset: int) -> Place:
        """The place of one of its characters."""
        shift = 0
        for start, further in self.columns:
            if start > offset:
                break
            shift = further
        return replace(self.place, column=(self.place.column or 1) + offset + shift)


ParagraphKind = Literal["body", "subhead"]


class Paragraph(Struct, frozen=True):
    """One paragraph of a story or standfirst; first-line indents are style and never stand in the text."""

    passage: Passage
    kind: ParagraphKind = "body"

    @property
    def text(self) -> str:
        """The exact copy."""
        return self.passage.text


# Which way lines run (排式): from left to right, or from top to bottom with columns from right to left (直排).
Writing = Literal["horizontal", "vertical"]
Side = Literal["left", "right"]


Beside = Literal["left", "middle", "right"]


class Within(Struct, frozen=True):
    """Where a part stands in a story whose text runs round it (文包图, 串文): the story's letter, its width in points
    (None: a leg's), which side of the story it stands on, and how many lines of text stand over it (None: it stands in
    the middle of the depth).
    """

    letter: str
    width_pt: float | None = None
    side: Beside = "middle"
    down: int | None = None


class _Placeable(Struct, frozen=True, kw_only=True):
    """What every part has: its letter in the dummy, its place in page.toml, and how it may be pinned.

    `rows` pins the part's depth in rows of the grid; `min_rows` only bounds it from below. `top` pins the row that it
    starts in, from 0 at the head of the type area. `rule_above` and `rule_below` name rules of the house style. A part
    that is `within` a story is not drawn in the dummy.
    """

    letter: str
    place: Place = Place()
    rows: int | None = None
    min_rows: int | None = None
    top: int | None = None
    within: Within | None = None
    rule_above: str | None = None
    rule_below: str | None = None


class Masthead(_Placeable, frozen=True, kw_only=True):
    """The section's own head (版头), such as 嘉兴 on the first page."""

    text: Passage


class Headline(_Placeable, frozen=True, kw_only=True):
    """The page's main head (主题) with its kicker (引题) above and deck (副题) below; one passage a line.

    A vertical one (竖题) has its kicker to the right and its deck to the left.
    """

    lines: tuple[Passage, ...]
    kicker: tuple[Passage, ...] = ()
    deck: tuple[Passage, ...] = ()
    writing: Writing = "horizontal"


class Standfirst(_Placeable, frozen=True, kw_only=True):
    """The summary under the main head (提要), set in `legs` level legs over the columns it stands on."""

    paragraphs: tuple[Paragraph, ...]
    legs: int | None = None


class Picture(_Placeable, frozen=True, kw_only=True):
    """A picture (图片) with caption and credit, or a group of them (组图) that share both; without a file it is drawn
    as an honest placeholder.

    What one picture says of itself is told in `Shot`. A `group` has its own; it stands in rows of as many pictures as
    `across` says (all in one row without it). `keyline` names a rule of the house style around each picture.
    """

    file: Path | None = None
    pixels: tuple[int, int] | None = None
    orientation: int = 1
    alt: str | None = None
    caption: Passage | None = None
    credit: Passage | None = None
    aspect: float | None = None
    focus: tuple[float, float] | None = None
    crop: Rect | None = None
    group: tuple[Shot, ...] = ()
    across: tuple[int, ...] = ()
    keyline: str | None = None
    caption_place: CaptionPlace = CaptionPlace()

    @property
    def shots(self) -> tuple[Shot, ...]:
        """Its pictures: those of the group, or the one that it is."""
        alone = Shot(
            file=self.file,
            pixels=self.pixels,
            orientation=self.orientation,
            alt=self.alt,
            aspect=self.aspect,
            focus=self.focus,
            crop=self.crop,
            place=self.place,
        )
        return self.group or (alone,)

    @property
    def shot_rows(self) -> tuple[tuple[Shot, ...], ...]:
        """Its pictures as they stand side by side, row under row."""
        shots, rows = list(self.shots), []
        for count in self.across:
            rows.append(tuple(shots[:count]))
            shots = shots[count:]
        return (*rows, tuple(shots)) if shots else tuple(rows)


class PullQuote(_Placeable, frozen=True, kw_only=True):
    """A sentence taken out of a story and set large in the middle of it (引语), with who said it."""

    lines: tuple[Passage, ...]
    credit: Passage | None = None


# What becomes of the ems that odd legs leave over (破栏, typography.md 3.2): legs as wide as they come out; whole ems
# and wider gaps; whole ems, some legs an em wider; half ems.
Remainder = Literal["free", "absolute", "relative", "auto"]


class Jump(Struct, frozen=True):
    """Where a story goes on or comes from (转版): the letter of the part and the page's number, None for the same page.
    `place` is where an editor says so.
    """

    letter: str
    page: int | None = None
    place: Place = Place()


class Story(_Placeable, frozen=True, kw_only=True):
    """A story (稿件): heads, byline, dateline and paragraphs; one passage a line of a head.

    `writing` is how its text runs, `head` how its head does: a vertical head of horizontal text is a side head (边题)
    on `head_side`, which takes `head_columns` whole columns of the part, or as much as it needs.

    A story with `jump_to` takes what its part holds and goes on there; the part that it goes on in has `jump_from`, and
    as paragraphs what was left over. `resumes`: the first of them is the rest of one that began before.
    """

    name: str
    headline: tuple[Passage, ...]
    kicker: tuple[Passage, ...] = ()
    deck: tuple[Passage, ...] = ()
    byline: tuple[Passage, ...] = ()
    dateline: Passage | None = None
    paragraphs: tuple[Paragraph, ...] = field(default=())
    legs: int | None = None
    remainder: Remainder = "free"
    writing: Writing = "horizontal"
    head: Writing = "horizontal"
    head_side: Side = "left"
    head_columns: int | None = None
    jump_to: Jump | None = None
    jump_from: Jump | None = None
    resumes: bool = False

    @property
    def dateline_leads(self) -> int:
        """Index of the paragraph that the dateline runs into: the first that is no subhead."""
        bodies = (index for index, paragraph in enumerate(self.paragraphs) if paragraph.kind == "body")
        return next(bodies, 0)


Part = Masthead | Headline | Standfirst | Picture | PullQuote | Story
