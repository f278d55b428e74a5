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

from jxprint.artwork import Artwork
from jxprint.geometry import Rect
from jxprint.placed.rules import Prohibition
from jxprint.placed.shapes import Box, Outline, Rule, Shape
from jxprint.placed.type import Field, GlyphRun, Initial, Orientation, Role, SourceRef, TextBlock, TextLine
from jxprint.text.classes import CLASS_OF, FINAL, PAUSE

__all__ = [
    "Article",
    "ArticleKind",
    "Block",
    "Box",
    "Cut",
    "Field",
    "GlyphRun",
    "Initial",
    "Orientation",
    "Outline",
    "PlacedGrid",
    "PlacedOrnament",
    "PlacedPage",
    "PlacedPicture",
    "Role",
    "Rule",
    "Shape",
    "SourceRef",
    "TextBlock",
    "TextLine",
]

ArticleKind = Literal[
    "masthead",
    "headline",
    "standfirst",
    "picture",
    "story",
    "folio",
    "quote",
    "nameplate",
    "ear",
    "table",
    "list",
    "contents",
    "advertisement",
    "ornament",
]


class PlacedPicture(Struct, frozen=True):
    """A picture in its frame: content, tagged as a Figure with `alt`. `file` None: only `shapes` (the honest
    placeholder's tint, keyline and label) are drawn. `crop` is the part of the file shown, as shares (0 to 1) of
    its width and height, as seen. `pixels` is the file's width and height, as seen; `orientation` tells how its samples
    stand to that, where they are printed as they are (EXIF tag 274). `artwork` is what a file draws that stays vectors.
    `described`: somebody said in words of its own what it shows; else `alt` is the best that there was, its caption or
    its label, which stand beside it as well.
    """

    frame: Rect
    alt: str
    file: Path | None = None
    pixels: tuple[int, int] | None = None
    crop: Rect | None = None
    shapes: tuple[Shape, ...] = ()
    orientation: int = 1
    artwork: Artwork | None = None
    described: bool = True


class PlacedOrnament(PlacedPicture, frozen=True):
    """A picture that is an artifact and in no article: the letter of its part in the dummy, and the room (points) in
    whose middle it stands.
    """

    part: str = ""
    room: Rect | None = None


Block = TextBlock | PlacedPicture


def _clause(line: str) -> str:
    """The beginning of a line up to its last pause or stop; all of it where it has none."""
    ends = [at for at, char in enumerate(line) if at and CLASS_OF.get(char) in (PAUSE, FINAL)]
    return line[: ends[-1]] if ends else line


class Article(Struct, frozen=True):
    """One part of the page as placed: its letter, kind, a label for outlines and messages, its frame and blocks; of one
    with corners the loops of its edge as well, points of the page with what is within on their right hand.
    """

    part: str
    kind: ArticleKind
    label: str
    frame: Rect
    blocks: tuple[Block, ...]
    edge: tuple[tuple[tuple[float, float], ...], ...] = ()

    @property
    def heading(self) -> str:
        """What a table of contents calls it: the words of its head, else its first line, else its label. Nothing is put
        to them: where a line is cut out of a passage, it ends before its last mark.
        """
        blocks = [block for block in self.text_blocks() if block.role != "jump"]
        heads = [block for block in blocks if block.role in ("masthead", "headline")]
        if heads:
            return "".join(line.text for block in heads for line in block.lines)
        if blocks and blocks[0].lines:
            first = blocks[0].lines[0].text
            return first if len(blocks[0].lines) == 1 or blocks[0].role == "caption" else _clause(first)
        return self.label

    def text_blocks(self) -> Iterator[TextBlock]:
        """Its blocks of text, in reading order."""
        return iter([block for block in self.blocks if isinstance(block, TextBlock)])

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
    `label` is the page's number as readers of a PDF show it ("4", "4-5"), empty where it has none. `ornaments` are
    artifacts as well, painted on what is under the articles. `statement` is what the file says of it beside its title:
    that it is a re-setting. `slug` is how far the paper (the media box) goes beyond the bleed on every side, and
    `marks` are what the press has there for itself: artifacts, over everything.
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
    label: str = ""
    ornaments: tuple[PlacedOrnament, ...] = ()
    statement: str = ""
    slug: float = 0.0
    marks: tuple[Shape, ...] = ()

    @property
    def bled(self) -> Rect:
        """The trim with the bleed about it."""
        return _about(self, self.bleed)

    @property
    def media(self) -> Rect:
        """The whole paper: trim, bleed and slug."""
        return _about(self, self.bleed + self.slug)

    @property
    def frames(self) -> dict[str, Rect]:
        """The frames of its articles by the letters of their parts, and that of `folio`."""
        return {article.part: article.frame for article in self.articles}

    def text_blocks(self) -> Iterator[TextBlock]:
        """Every block of text, in reading order."""
        for article in self.articles:
            yield from article.text_blocks()

    def runs(self) -> Iterator[GlyphRun]:
        """Every glyph run, in reading order."""
        for article in self.articles:
            yield from article.runs()


def _about(page: PlacedPage, margin: float) -> Rect:
    return Rect(-margin, -margin, page.width + 2 * margin, page.height + 2 * margin)
