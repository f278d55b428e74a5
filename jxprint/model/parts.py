"""The parts of a page: masthead, headline, standfirst, pictures, advertisements, ornaments, stories."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeAlias

from msgspec import Struct, field

from jxprint.artwork import Artwork
from jxprint.errors import Place
from jxprint.geometry import Rect
from jxprint.model.copy import Paragraph, Passage
from jxprint.model.pictures import CaptionPlace, Shot

if TYPE_CHECKING:
    from jxprint.model.advertisements import Advertisement, Ornament
    from jxprint.model.furniture import DataTable, Ear, ItemList, Nameplate
    from jxprint.model.joints import Joint

# Which way lines run (排式): from left to right, or from top to bottom with columns from right to left (直排).
Writing = Literal["horizontal", "vertical"]
Side = Literal["left", "right"]
# Where a horizontal head stands to its text (盖文题, 横排边题, 串文题), and on which side of it.
HeadAt = Literal["over", "beside", "inside"]
HeadSide = Literal["left", "right", "middle"]


class Boxing(Struct, frozen=True):
    """A box round a part (围框): a rule of the house style drawn round it, or a panel of an ink at `tint` (0 to 1)
    under it, or both. `rows` of the grid stand between its edge and the part above and below, whole or half ones, and
    `side_em` ems of body type at the sides. `place` is where an editor asks for it.
    """

    rule: str | None = None
    tint: float | None = None
    ink: str = "black"
    rows: float = 1.0
    side_em: float = 1.0
    place: Place = Place()


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
    that is `within` a story is not drawn in the dummy. With a `box` the rows are the box's.
    """

    letter: str
    place: Place = Place()
    rows: int | None = None
    min_rows: int | None = None
    top: int | None = None
    within: Within | None = None
    rule_above: str | None = None
    rule_below: str | None = None
    box: Boxing | None = None


class Masthead(_Placeable, frozen=True, kw_only=True):
    """The section's own head (版头), such as 嘉兴 on the first page.

    `plate` reverses it out of a plate (反白) of black at that share (0 to 1). `line` is a second, small line: an
    English name, or who edits the page (责任编辑). `align` is where both stand.
    """

    text: Passage
    plate: float | None = None
    line: Passage | None = None
    align: Literal["start", "centre"] = "start"


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
    `across` says (all in one row without it). `keyline` names a rule of the house style around each picture. `byline`
    and `location` (who took it, and where) are told to other programs, and not printed.
    """

    file: Path | None = None
    pixels: tuple[int, int] | None = None
    orientation: int = 1
    artwork: Artwork | None = None
    alt: str | None = None
    caption: Passage | None = None
    credit: Passage | None = None
    byline: str | None = None
    location: str | None = None
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
            artwork=self.artwork,
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
    `place` is where an editor says so. `last` is the second number of a double truck (通版) that is named by both.
    """

    letter: str
    page: int | None = None
    place: Place = Place()
    last: int | None = None


class Story(_Placeable, frozen=True, kw_only=True):
    """A story (稿件): heads, byline, dateline and paragraphs; one passage a line of a head.

    `writing` is how its text runs, `head` how its head does: a vertical head of horizontal text is a side head (边题)
    on `head_side`, which takes `head_columns` whole columns of the part, or as much as it needs. A horizontal head of
    horizontal text stands over it, beside it, or inside it (`head_at`): over `head_columns` of its columns, at the top.

    A story with `jump_to` takes what its part holds and goes on there; the part that it goes on in has `jump_from`, and
    as paragraphs what was left over. `resumes`: the first of them is the rest of one that began before.
    `before` is how many paragraphs of the story stand wholly before it.

    `drop_cap`: the first character of its text stands so many lines deep (首字下沉). With `joints` it is set faithfully
    (忠实复排): each of them falls at the foot of a leg.
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
    head_at: HeadAt = "over"
    head_side: HeadSide = "left"
    head_columns: int | None = None
    jump_to: Jump | None = None
    jump_from: Jump | None = None
    resumes: bool = False
    before: int = 0
    drop_cap: int | None = None
    joints: tuple[Joint, ...] = ()

    @property
    def dateline_leads(self) -> int:
        """Index of the paragraph that the dateline runs into: the first that is no subhead."""
        bodies = (index for index, paragraph in enumerate(self.paragraphs) if paragraph.kind == "body")
        return next(bodies, 0)


# Words only: furniture is made of what stands above.
Part: TypeAlias = (
    "Masthead | Headline | Standfirst | Picture | PullQuote | Advertisement | Ornament | Story"
    " | Nameplate | Ear | DataTable | ItemList"
)
