"""What a reader hands on: shown glyphs in the order it met them, and oddities that no comparison of text would show."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct, field
from msgspec.structs import force_setattr

# What stands for a code whose text the file does not say; copy never holds it.
NO_TEXT = "\ufffd"
# What writers let a glyph without a character of its own say; ActualText beside it tells the exact text.
NO_CHARACTER = "\u200b"
# Of a frame that holds one vertical column, in ems of its glyphs; a line that runs to the right is an em high.
_NARROW_EM, _HIGH_EM = 3.2, 1.05
_ROUNDED_PT = 0.05
# Of one that holds a horizontal line: its height in ems, and its width beside that.
_LOW_EM, _LONG = 1.6, 1.5


class Glyph(Struct, gc=False):
    """One shown glyph: its text, where its pen stands, and what owns it.

    `x`, `y` are points from the top left corner of the trim box, y down, `width` the way that the glyph takes along
    its line; `down` is true where that way leads down the page. `mcid` is its marked content's identifier;
    `behind_gap` says that the reader put a space or line break of its own before it; `is_spot` that its
    whole string is white on one spot, or in one vertical line: it has no width on the page; `is_turned` that it lies on
    its side, a quarter turn clockwise.
    """

    text: str
    x: float
    y: float
    size: float
    width: float
    mcid: int | None
    down: bool = False
    behind_gap: bool = False
    is_spot: bool = False
    is_turned: bool = False


class Oddity(Struct, frozen=True):
    """Something to tell beside the comparison: a message's key and arguments, and where on the page (points)."""

    key: str
    args: Mapping[str, object] = field(default_factory=dict)
    at: tuple[float, float] | None = None


class Reading(Struct, frozen=True):
    """The text of some glyphs in some order, and the glyph that each code point comes from."""

    glyphs: Sequence[Glyph]
    text: str = ""
    _owners: list[int] | None = None

    def __post_init__(self) -> None:
        texts = [glyph.text for glyph in self.glyphs]
        text = "".join(texts)
        force_setattr(self, "text", text)
        owners: list[int] | None = None
        if len(text) != len(texts) or "" in texts:
            owners = [index for index, glyph in enumerate(self.glyphs) for _ in glyph.text]
        force_setattr(self, "_owners", owners)

    def glyph(self, offset: int) -> Glyph | None:
        """The glyph of a code point; behind the end the last one; None where there is none."""
        if not self.text:
            return None
        return self.glyphs[self.index(min(offset, len(self.text) - 1))]

    def index(self, offset: int) -> int:
        """The number of the glyph that a code point comes from (both from 0)."""
        return offset if self._owners is None else self._owners[offset]


class Frame(Struct, frozen=True, gc=False):
    """A rectangle on the page; points from the top left corner of the trim box, y down. `row` is that of the row of a
    table whose cell it is.
    """

    left: float
    top: float
    right: float
    bottom: float
    row: Frame | None = None

    def is_column(self, em: float) -> bool:
        """Whether it can only hold a vertical column, of glyphs of `em` points: too narrow for a line that runs to the
        right (a newspaper's leg has five ems at the least; a figure of three letters is set as small as it takes to go
        into its column), and higher than one such line.
        """
        width, height = self.right - self.left, self.bottom - self.top
        return width <= _NARROW_EM * em and height >= max(width - _ROUNDED_PT, _HIGH_EM * em)

    def is_line(self, em: float) -> bool:
        """Whether it can only hold a horizontal line of glyphs of `em` points, readings over it and all."""
        width, height = self.right - self.left, self.bottom - self.top
        return height <= _LOW_EM * em and width > _LONG * height

    def turned(self) -> Frame:
        """The frame as vertical text sees it: from the head of a column to its foot, from the right to the left."""
        return Frame(self.top, -self.right, self.bottom, -self.left)


class TaggedArticle(Struct, frozen=True):
    """An article of the structure tree: its title and the identifiers of its marked content, in order."""

    title: str
    mcids: tuple[int, ...]


class Ruby(Struct, frozen=True):
    """What the tree says is read over what: identifiers of the marked content of a base (RB) and its reading (RT)."""

    base: tuple[int, ...]
    reading: tuple[int, ...]


class Enclosed(Struct, frozen=True):
    """A picture or form that a Figure shows: its marked content, the text within (none in a picture), where it stands
    and how much higher than wide it is made, as far as the reader tells, and how many of the page's glyphs were shown
    before it.
    """

    mcid: int
    is_form: bool
    text: str = ""
    frame: Frame | None = None
    before: int = 0
    stretch: float = 1.0


def mark_spot(shown: Sequence[Glyph]) -> None:
    """Mark a string that is white on one spot, or in one vertical line."""
    if shown and all(one.text.isspace() and one.x == shown[0].x and (one.down or one.y == shown[0].y) for one in shown):
        for one in shown:
            one.is_spot = True


class ReadPage(Struct, frozen=True):
    """A page as one reader sees it: glyphs in the content stream's order, the tree's articles, and oddities.

    `frames` are where the tree says that marked content stands (BBox attributes, by identifier): claims, to be
    verified by where its glyphs stand, and so are `rubies`. `alternatives` are the Alt of its figures, in the tree's
    order; `enclosed` is what figures show, whose text is not the page's. `tags` lead from an article to marked content,
    `languages` are those that elements name, `spoken` those of marked content; `language` is the file's. `out_of_line`
    are strings above their line (1) and below it (-1).
    """

    reader: str
    stream: tuple[Glyph, ...]
    articles: tuple[TaggedArticle, ...]
    oddities: tuple[Oddity, ...] = ()
    frames: Mapping[int, Frame] = field(default_factory=dict)
    alternatives: tuple[str, ...] = ()
    rubies: tuple[Ruby, ...] = ()
    enclosed: tuple[Enclosed, ...] = ()
    tags: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    languages: frozenset[str] = frozenset()
    spoken: Mapping[int, str] = field(default_factory=dict)
    language: str = ""
    out_of_line: tuple[tuple[Glyph, str, int], ...] = ()


def frame_of(box: Sequence[float], origin: tuple[float, float], row: Sequence[float] = ()) -> Frame | None:
    """A PDF rectangle as a frame, in a table within that of its row; None where it is none."""
    if len(box) != 4:
        return None
    left, top = origin
    one, two, three, four = box
    edges = min(one, three) - left, top - max(two, four), max(one, three) - left, top - min(two, four)
    return Frame(*edges, frame_of(row, origin))


def frames_of(
    boxes: Mapping[int, Sequence[float]], rows: Mapping[int, Sequence[float]], origin: tuple[float, float]
) -> dict[int, Frame]:
    """The frames of marked content, by identifier."""
    found = ((mcid, frame_of(box, origin, rows.get(mcid, ()))) for mcid, box in boxes.items())
    return {mcid: frame for mcid, frame in found if frame is not None}


def by_character(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """The glyph that each code point of their text comes from."""
    return [glyph for glyph in glyphs for _ in glyph.text]


def by_mcid(glyphs: Iterable[Glyph]) -> dict[int, list[Glyph]]:
    """Glyphs by marked content, in the order in which they were shown."""
    owned: dict[int, list[Glyph]] = {}
    mcid, its = None, list[Glyph]()
    for glyph in glyphs:
        if glyph.mcid != mcid:
            mcid = glyph.mcid
            its = [] if mcid is None else owned.setdefault(mcid, [])
        its.append(glyph)
    return owned
