"""The parts of a page: masthead, headline, standfirst, pictures, advertisements, ornaments, stories."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Literal

from msgspec import Struct, field
from msgspec.structs import replace

from jxprint.artwork import Artwork
from jxprint.errors import Place

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


class _Placeable(Struct, frozen=True, kw_only=True):
    """What every part has: its letter in the dummy, its place in page.toml, and how it may be pinned.

    `rows` pins the part's depth in rows of the grid; `min_rows` only bounds it from below. `rule_above` and
    `rule_below` name rules of the house style.
    """

    letter: str
    place: Place = Place()
    rows: int | None = None
    min_rows: int | None = None
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
    """A picture (图片) with caption and credit; without a file it is drawn as an honest placeholder.

    `pixels` is the width and height of the file, read and checked by `description`; `aspect` (width over height)
    is what an editor asks for where there is no file or the picture is to be cropped, None for the file's own.
    `orientation` is EXIF's of a JPEG, whose samples are printed as they are (tag 274, 1 to 8; 1 is upright); `pixels`
    are those of the picture as seen. A file that stays vectors has no pixels, and `artwork` is what it draws.
    """

    file: Path | None = None
    pixels: tuple[int, int] | None = None
    orientation: int = 1
    alt: str | None = None
    caption: Passage | None = None
    credit: Passage | None = None
    aspect: float | None = None
    artwork: Artwork | None = None


LabelPlace = Literal["above", "corner"]


class Advertisement(_Placeable, frozen=True, kw_only=True):
    """An advertisement (广告): somebody else's artwork in a keyline, never cropped and never distorted.

    `label` is the word that says what it is, over its corner or within; None where the artwork says so itself. What
    `alt` does not tell is told by the label. `keyline` names a rule of the style, "none" for none at all; None is the
    house's. `file` and what follows it are as in a picture.
    """

    file: Path
    pixels: tuple[int, int] | None = None
    orientation: int = 1
    artwork: Artwork | None = None
    label: Passage | None = None
    label_at: LabelPlace = "above"
    alt: str | None = None
    keyline: str | None = None

    @property
    def told(self) -> str:
        """What stands for it where it cannot be seen."""
        return self.alt or (self.label.text if self.label else "")


class Ornament(_Placeable, frozen=True, kw_only=True):
    """Artwork that is decoration (题花、报花、尾花): an artifact, or with `alt` a figure that says something."""

    file: Path
    pixels: tuple[int, int] | None = None
    orientation: int = 1
    artwork: Artwork | None = None
    alt: str | None = None


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


Part = Masthead | Headline | Standfirst | Picture | Advertisement | Ornament | Story
