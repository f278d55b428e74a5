"""The finished page: no decision left to make. Immutable, in reading order, read by every writer.

Coordinates are points from the top left corner of the trim box, x to the right, y down. Three layers are painted in
this order: `under` (artifacts: tints, rules), `articles` (content, in reading order: the order of the content stream
is the order of the text) and `over` (artifacts: marks). Names follow ALTO where ALTO has one.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from msgspec import Struct

from jxprint.geometry import Rect
from jxprint.ink import Ink
from jxprint.placed.rules import Prohibition, Rescue

Orientation = Literal["horizontal", "vertical", "rotated"]
# `field` of a source reference: what of the part the text is.
Field = Literal[
    "text", "kicker", "headline", "deck", "byline", "dateline", "paragraph", "caption", "credit", "folio",
    "reading",
]
# Role of a block of text; `subhead` and `body` are both the field `paragraph`.
Role = Literal[
    "masthead", "kicker", "headline", "deck", "standfirst", "byline", "dateline", "body", "subhead", "caption",
    "credit", "folio",
]
ArticleKind = Literal["masthead", "headline", "standfirst", "picture", "story", "folio"]


class SourceRef(Struct, frozen=True):
    """Which copy a run sets: part (letter), field, index of the line or paragraph from 0, code points [start, end)."""

    part: str
    field: Field
    index: int
    start: int
    end: int


class GlyphRun(Struct, frozen=True):
    """Glyphs of one face, size and ink on one line, with the stored text that they show.

    `x`, `y` is the pen at the first glyph: on the baseline when horizontal; when vertical on the centre line at the
    top of the first em box; when rotated (clockwise) on the baseline of the turned text. The pen moves right when
    horizontal, down otherwise. `glyphs`, `advances` and `starts` run in parallel: glyph ids in the face's own
    numbering (never a subset's), the pen's way to the next glyph in points (justified, squeezed), and the index in
    `text` where the glyph's cluster starts. `offsets` is how far each glyph is drawn from the pen along its way
    (negative for an opening mark whose empty left half is cut off); an empty tuple means no glyph is shifted.
    `text` is the copy exactly, code point by code point; `shown` is what the reader sees where it differs
    (quotes turned to corner brackets in vertical setting), None where it does not. `link` is the address that the
    text leads to, empty where it leads nowhere. `inline` is "base" for what a reading (注音) stands over and "reading"
    for the reading itself, which follows it.
    """

    face: str
    size: float
    ink: Ink
    x: float
    y: float
    text: str
    glyphs: tuple[int, ...]
    advances: tuple[float, ...]
    starts: tuple[int, ...]
    source: SourceRef
    offsets: tuple[float, ...] = ()
    orientation: Orientation = "horizontal"
    language: str = "zh-CN"
    shown: str | None = None
    link: str = ""
    inline: Literal["", "base", "reading"] = ""


class TextLine(Struct, frozen=True):
    """One line: start (x, y of its baseline), the measure it was set to, the leg it stands in (from 0).

    `justified` lines fill the measure to 0.01 pt; the others (last lines, heads) are as long as they are.
    `adjustment` is what justification did, in points over the whole line: below 0 squeezed, above 0 opened. `hyphen` is
    the width of the hyphen behind the last glyph (points), which with other signs that are no text is `drawn`.
    `rescues` are the rules that it does not keep, for want of any other way.

    A vertical line runs down the page: x is its centre line, y its head, and `length` how far it reaches down (points);
    None for a horizontal one.
    """

    x: float
    y: float
    measure: float
    leg: int
    runs: tuple[GlyphRun, ...]
    justified: bool = False
    adjustment: float = 0.0
    hyphen: float = 0.0
    drawn: tuple[Shape, ...] = ()
    rescues: tuple[Rescue, ...] = ()
    length: float | None = None

    @property
    def text(self) -> str:
        """The copy that it sets; a reading is said over it."""
        return "".join(run.text for run in self.runs if run.inline != "reading")


class TextBlock(Struct, frozen=True):
    """One paragraph, head line or caption: its lines in reading order, over as many legs as it runs.

    `field` and `index` name the copy as in SourceRef. `frames` are the boxes it fills, one a leg.
    """

    role: Role
    field: Field
    index: int
    lines: tuple[TextLine, ...]
    frames: tuple[Rect, ...]


class PlacedPicture(Struct, frozen=True):
    """A picture in its frame: content, tagged as a Figure with `alt`. `file` None: only `shapes` (the honest
    placeholder's tint, keyline and label) are drawn. `crop` is the part of the file shown, as shares (0 to 1) of
    its width and height, as seen. `pixels` is the file's width and height, as seen; `orientation` tells how its samples
    stand to that, where they are printed as they are (EXIF tag 274).
    """

    frame: Rect
    alt: str
    file: Path | None = None
    pixels: tuple[int, int] | None = None
    crop: Rect | None = None
    shapes: tuple[Shape, ...] = ()
    orientation: int = 1


class Box(Struct, frozen=True):
    """A filled or stroked rectangle; the stroke is centred on the edge."""

    frame: Rect
    fill: Ink | None = None
    stroke: Ink | None = None
    stroke_pt: float = 0.0


class Rule(Struct, frozen=True):
    """A straight stroke from (x1, y1) to (x2, y2)."""

    x1: float
    y1: float
    x2: float
    y2: float
    width_pt: float
    ink: Ink


class Outline(Struct, frozen=True):
    """A filled path, non-zero winding.

    Commands are `("M", x, y)`, `("L", x, y)`, `("C", x1, y1, x2, y2, x, y)` and `("Z",)`.
    """

    commands: tuple[tuple[str | float, ...], ...]
    fill: Ink


Shape = Box | Rule | Outline
Block = TextBlock | PlacedPicture


class Article(Struct, frozen=True):
    """One part of the page as placed: its letter, kind, a label for outlines and messages, its frame and blocks."""

    part: str
    kind: ArticleKind
    label: str
    frame: Rect
    blocks: tuple[Block, ...]

    @property
    def heading(self) -> str:
        """What a table of contents calls it: the words of its head, else its first line, else its label."""
        blocks = list(self.text_blocks())
        heads = [block for block in blocks if block.role in ("masthead", "headline")]
        if heads:
            return "".join(line.text for block in heads for line in block.lines)
        if blocks and blocks[0].lines:
            whole = len(blocks) == 1 and len(blocks[0].lines) == 1
            return blocks[0].lines[0].text + ("" if whole or blocks[0].role == "caption" else "…")
        return self.label

    def text_blocks(self) -> Iterator[TextBlock]:
        """Its blocks of text, in reading order."""
        for block in self.blocks:
            if isinstance(block, TextBlock):
                yield block

    def drawn(self) -> Iterator[Shape]:
        """What is drawn beside its lines and is no text."""
        for block in self.text_blocks():
            for line in block.lines:
                if line.drawn:
                    yield from line.drawn

    def runs(self) -> Iterator[GlyphRun]:
        """Its glyph runs, in reading order."""
        for block in self.text_blocks():
            for line in block.lines:
                yield from line.runs


class PlacedGrid(Struct, frozen=True):
    """The baseline grid as placed: the first baseline's y, the pitch, and the x of each base column, all in points."""

    first_baseline: float
    pitch: float
    column_xs: tuple[float, ...]
    column_width: float
    body_pt: float


class Cut(Struct, frozen=True):
    """Where a story that goes on elsewhere was cut: the part, the paragraph and the code point that come next."""

    part: str
    paragraph: int
    offset: int


class PlacedPage(Struct, frozen=True):
    """A page ready to be written. `print_space` is the type area (ALTO's PrintSpace); its text was set by
    `prohibition`. `cuts` tells of each story with a jump what is left over for where it goes on.
    """

    name: str
    title: str
    language: str
    width: float
    height: float
    bleed: float
    print_space: Rect
    grid: PlacedGrid
    under: tuple[Shape, ...]
    articles: tuple[Article, ...]
    over: tuple[Shape, ...] = ()
    prohibition: Prohibition = Prohibition()
    cuts: tuple[Cut, ...] = ()

    def text_blocks(self) -> Iterator[TextBlock]:
        """Every block of text, in reading order."""
        for article in self.articles:
            yield from article.text_blocks()

    def runs(self) -> Iterator[GlyphRun]:
        """Every glyph run, in reading order."""
        for article in self.articles:
            yield from article.runs()
