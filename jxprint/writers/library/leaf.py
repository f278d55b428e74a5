"""A page as a library sees it (叶): articles, blocks, lines, words and characters as boxes of pixels, in reading order.

The image is the media box, trim and bleed, at some resolution; its top left corner is (0, 0). Names are those of
ALTO's elements: identifiers as well, which all formats share (article `A2`, its third block `A2B3`, what of that stands
in the second leg `A2B3.2`, a line `A2B3.2L4`).
"""

from __future__ import annotations

from itertools import groupby
from typing import Literal

from msgspec import Struct

from jxprint.placed import ArticleKind, Field, Role
from jxprint.writers.library.signs import Box, Sign

# In which of ALTO's areas of a page an article stands.
Zone = Literal["TopMargin", "LeftMargin", "RightMargin", "BottomMargin", "PrintSpace"]

# How lines stand in their measure, in ALTO's words: Block fills it.
Align = Literal["Left", "Right", "Center", "Block"]
# Left, top, width, height in points of the trimmed page, as the page has them.
Frame = tuple[float, float, float, float]
NOWHERE: Frame = (0.0, 0.0, 0.0, 0.0)
# Parts between which a page has no order when they stand one behind another: advertisements; what furnishes the page;
# pictures, tables, lists and quotations that stand by themselves. Stories are read in the order of the page.
_FREE: dict[ArticleKind, str] = {
    "advertisement": "advertisement",
    "nameplate": "furniture",
    "masthead": "furniture",
    "ear": "furniture",
    "folio": "furniture",
    "picture": "aside",
    "table": "aside",
    "list": "aside",
    "contents": "aside",
    "quote": "aside",
}

# How type of a vertical line stands that does not stand upright.
Turn = Literal["", "rotated", "across"]


class Look(Struct, frozen=True):
    """Type as it is set: the face's id, the size in points, the colour as a screen has it (six hexadecimal digits)."""

    face: str
    size: float
    colour: str


class Word(Struct, frozen=True):
    """What of a line has one look and no space within: its text, its box, and every code point's. A space is a word of
    its own (`is_blank`). `shown` is what the reader sees where it is not the text, `inline` as a run's. In a
    vertical line `turn` is "rotated" for what lies on its side (a quarter turn clockwise) and "across" for what runs
    across the line (纵中横).
    """

    text: str
    box: Box
    signs: tuple[Sign, ...]
    look: Look
    language: str
    inline: Literal["", "base", "reading", "mark"] = ""
    shown: str | None = None
    turn: Turn = ""

    @property
    def is_blank(self) -> bool:
        """Whether it is a space (U+0020)."""
        return self.text == " "


class Row(Struct, frozen=True):
    """A line. `baseline` is two points: of a vertical line its centre line. `hyphen` is the box of the hyphen that is
    shown behind it and is no text.
    """

    id: str
    words: tuple[Word, ...]
    box: Box
    baseline: tuple[int, int, int, int]
    down: bool = False
    hyphen: Box | None = None

    @property
    def text(self) -> str:
        """All that it says, readings behind what they stand over."""
        return "".join(word.text for word in self.words)

    @property
    def is_rotated(self) -> bool:
        """Whether all of it lies on its side."""
        return bool(self.words) and all(word.turn == "rotated" for word in self.words)


class Region(Struct, frozen=True):
    """What of a block stands in one leg; `is_cap`: its drop cap."""

    id: str
    box: Box
    rows: tuple[Row, ...]
    is_cap: bool = False
    frame: Frame = NOWHERE

    @property
    def is_rotated(self) -> bool:
        """Whether all of it lies on its side."""
        return bool(self.rows) and all(row.is_rotated for row in self.rows)

    @property
    def is_down(self) -> bool:
        """Whether it has vertical lines."""
        return any(row.down for row in self.rows)


class Block(Struct, frozen=True):
    """A paragraph, a line of a head, a caption, a cell: as many regions as it has legs. `number` counts from 1 as the
    copy does, `cell` is row and column of a table from 0. `indent` and `leading` are of its lines, in pixels, `align`
    is how they stand in their measure.
    """

    id: str
    role: Role
    field: Field
    number: int
    regions: tuple[Region, ...]
    cell: tuple[int, int] | None = None
    align: Align = "Left"
    indent: int = 0
    leading: int = 0

    @property
    def text(self) -> str:
        """All that it says."""
        return "".join(row.text for region in self.regions for row in region.rows)


class Figure(Struct, frozen=True):
    """A picture: its frame, what it shows, the name of its file (empty where it has none)."""

    id: str
    box: Box
    alt: str
    file: str
    frame: Frame = NOWHERE


class Part(Struct, frozen=True):
    """An article, or what of one stands on this page: its letter in the dummy, its kind, its label, what a table of
    contents calls it, and its box. `tiles` are boxes that together are its own room, without what of others stands
    within its box; where that is no box, `edge` has the loops of its outline as points. `onward` is the
    address of the part that a story that jumps (转版) goes on in (as GlyphRun.link); once all leaves are known,
    `precedes` names that part and `follows` the one that it comes from, by the number of the leaf and its own. `frame`,
    `frames` and `outline` are box, tiles and edge in points.
    """

    id: str
    letter: str
    kind: ArticleKind
    label: str
    heading: str
    box: Box
    items: tuple[Block | Figure, ...]
    zone: Zone = "PrintSpace"
    tiles: tuple[Box, ...] = ()
    edge: tuple[tuple[tuple[int, int], ...], ...] = ()
    onward: str = ""
    follows: str = ""
    precedes: str = ""
    frame: Frame = NOWHERE
    frames: tuple[Frame, ...] = ()
    outline: tuple[tuple[tuple[float, float], ...], ...] = ()

    @property
    def text(self) -> str:
        """Its words, a block a line."""
        return "\n".join(item.text for item in self.items if isinstance(item, Block) and item.text)

    @property
    def polygon(self) -> tuple[tuple[int, int], ...]:
        """Its outline where that is one loop with corners, else nothing."""
        return self.edge[0] if len(self.edge) == 1 else ()


class Leaf(Struct, frozen=True):
    """A page: its place among the pages that are kept (from 1), its own number as a reader sees it, its image's size
    in pixels and resolution, trim and type area, and what parts its articles (`rules`: boxes of strokes); `size` is
    that of the trimmed page in points.
    """

    number: int
    label: str
    name: str
    title: str
    language: str
    width: int
    height: int
    dpi: float
    trim: Box
    print_space: Box
    parts: tuple[Part, ...]
    rules: tuple[Box, ...] = ()
    statement: str = ""
    size: tuple[float, float] = (0.0, 0.0)

    @property
    def turns(self) -> list[tuple[Part, ...]]:
        """Its articles in the order in which they are read; those of one turn are read in any order."""
        found: list[tuple[Part, ...]] = []
        for is_free, group in groupby(self.parts, key=lambda part: _FREE.get(part.kind, "")):
            together = tuple(group)
            found += [together] if is_free else [(part,) for part in together]
        return found

    @property
    def blocks(self) -> list[Block]:
        """Every block of text, in reading order."""
        return [item for part in self.parts for item in part.items if isinstance(item, Block)]
