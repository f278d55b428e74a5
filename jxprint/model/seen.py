"""What stands on a page and where, as whoever compares two proofs sees it: made of a placed page, or of a file's tags.

The values stand here because both sides must know them and neither may know the other. Points from the top left corner
of the trim, y down; what a side cannot know is empty.
"""

from __future__ import annotations

from msgspec import Struct

from jxprint.geometry import Rect


class SeenLine(Struct, frozen=True):
    """A line: its text without readings, its leg (from 0), where its first glyph's pen stands, its largest type's size.
    `look` says how it is set beside that: faces, inks, links. `part` is the part of its story that it stands in, from
    0: beside the first where the story goes on elsewhere (转版).
    """

    text: str
    leg: int
    x: float
    y: float
    size: float
    look: str = ""
    part: int = 0


class SeenBlock(Struct, frozen=True):
    """A paragraph, head or caption. `role` is a placed block's, `tag` a file's (P, H1, …; Caption for what stands in
    one), `number` counts paragraphs as the copy does, or the blocks of an article as the file does. `readings` are the
    readings (注音) in it, `cell` the row and column of a table that it stands in (from 1). `is_head`: a file shows it
    before the running text of its article.
    """

    role: str
    tag: str
    number: int
    lines: tuple[SeenLine, ...]
    readings: str = ""
    cell: tuple[int, int] | None = None
    is_head: bool = False

    @property
    def text(self) -> str:
        """All its lines as one."""
        return "".join(line.text for line in self.lines)


class SeenPicture(Struct, frozen=True):
    """A picture: what its alternative text says, its frame, and how it looks (its file's sum and its crop)."""

    alt: str
    frame: Rect | None
    look: str = ""


class SeenOrnament(Struct, frozen=True):
    """An ornament in no article: its letter in the dummy, its file's name, its room on the page, and its file's sum."""

    letter: str
    name: str
    frame: Rect
    look: str = ""


class SeenArticle(Struct, frozen=True):
    """A part of the page: the title that the file gives it, its letter in the dummy, its frame and what is in it.
    `is_parted`: it goes on elsewhere (转版) and a paragraph is parted there; None where a side cannot know.
    """

    title: str
    letter: str
    frame: Rect | None
    blocks: tuple[SeenBlock, ...]
    pictures: tuple[SeenPicture, ...] = ()
    is_parted: bool | None = None

    @property
    def text(self) -> str:
        """All its text, in reading order."""
        return "".join(block.text for block in self.blocks)


class SeenGrid(Struct, frozen=True):
    """The grid that places are told by: the left edges and the width of base columns, the head of the first row, the
    pitch, the body's size.
    """

    xs: tuple[float, ...]
    width: float
    top: float
    pitch: float
    body: float


class SeenPage(Struct, frozen=True):
    """A page: its name, its articles in reading order, its grid, what is drawn under them (rules, tints), and its
    title. `ornaments` are those that are in no article, None where a side cannot know of them.
    """

    name: str
    articles: tuple[SeenArticle, ...]
    grid: SeenGrid | None = None
    drawn: str = ""
    title: str = ""
    ornaments: tuple[SeenOrnament, ...] | None = None
