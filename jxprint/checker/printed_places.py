"""What stands where on the pages of a finished file, by its tags: articles with frames, blocks, lines and pictures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import groupby
from pathlib import Path
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

from jxprint.checker.declared import title_of
from jxprint.checker.glyphs import Glyph
from jxprint.checker.printed_lines import Legs, glyphs_of_pages
from jxprint.checker.shown_lines import Box, ShownLeg, shown_legs
from jxprint.geometry import Rect
from jxprint.intake.opening import MALFORMED, opened, plain, refuse
from jxprint.model import SeenArticle, SeenBlock, SeenLine, SeenPage, SeenPicture

_DEPTH, _ELEMENTS = 64, 2_000_000
_HEADS = frozenset(("H", *(f"H{level}" for level in range(1, 7))))
_CELLS = frozenset(("TH", "TD"))
_BLOCKS = _HEADS | _CELLS | {"P", "LI", "TOCI"}
_READING = "RT"
# What starts further in than this is centred; no house indents by more.
_INDENT_EM = 3.0

_Cell = tuple[int, int]


class _Piece(Struct, frozen=True):
    """Marked content: its page, its identifier, the box of its leg, and whether it is a reading."""

    page: int
    mcid: int
    box: Box
    reading: bool


class _Tagged(Struct):
    """An article of the tree; `pieces` of all in it, blocks by tag with a cell's row and column, pictures with alt and
    box; `cell` is the last cell that was found.
    """

    title: str
    box: Box
    pieces: list[_Piece] = field(default_factory=list)
    blocks: list[tuple[str, list[_Piece], _Cell | None]] = field(default_factory=list)
    pictures: list[tuple[str, Box]] = field(default_factory=list)
    cell: _Cell = (0, 0)


def read_places(pdf: Path | bytes, name: str) -> list[SeenPage]:
    """The pages of a tagged file, in order. Raises PdfError where it is damaged, encrypted, too large or not tagged."""
    import pikepdf

    with opened(pdf, name) as document:
        walk = _Walk({page.obj.objgen: index for index, page in enumerate(document.pages)})
        try:
            root = document.Root.get("/StructTreeRoot")
            if root is not None:
                walk.find_articles(root, 0)
            shown = glyphs_of_pages(document, name) if walk.articles else ()
            trims = [[float(edge) for edge in page.trimbox] for page in document.pages]
            title = title_of(document, name)
            pages = [
                # A file has one title, which is its first page's.
                SeenPage(
                    str(index + 1),
                    tuple(_articles(walk.articles, index, glyphs, trims[index])),
                    title="" if index else title,
                )
                for index, glyphs in enumerate(shown)
            ]
        except (pikepdf.PdfError, *MALFORMED) as problem:
            refuse("checks.damaged", name, reason=plain(problem))
    if not any(page.articles for page in pages):
        refuse("checks.diff.untagged", name)
    return pages


class _Walk:
    """Finds articles with a title and what is in them, in the tree's order."""

    def __init__(self, pages: Mapping[tuple[int, int], int]) -> None:
        self.articles: list[_Tagged] = []
        self._pages = pages
        self._left = _ELEMENTS

    def find_articles(self, element: Any, depth: int) -> None:
        """Every Art under an element."""
        for kid in self._elements(element, depth):
            if str(kid.get("/S", "")) == "/Art" and "/T" in kid:
                self.articles.append(_Tagged(str(kid["/T"]), _box(kid)))
                self._find_blocks(kid, "", depth + 1)
            else:
                self.find_articles(kid, depth + 1)

    def _find_blocks(self, element: Any, within: str, depth: int) -> None:
        article = self.articles[-1]
        for kid in self._elements(element, depth):
            tag = str(kid.get("/S", ""))[1:]
            if tag in _BLOCKS:
                pieces = list(self._pieces(kid, None, None, tag == _READING, depth + 1))
                if tag in _CELLS:
                    article.cell = article.cell[0], article.cell[1] + 1
                article.blocks.append((within or tag, pieces, article.cell if tag in _CELLS else None))
                article.pieces += pieces
            else:
                if tag == "TR":
                    article.cell = article.cell[0] + 1, 0
                if tag == "Figure":
                    article.pictures.append((str(kid.get("/Alt", "")), _box(kid)))
                    article.pieces += self._own(kid)
                self._find_blocks(kid, "Caption" if tag == "Caption" else within, depth + 1)

    def _own(self, element: Any) -> Iterator[_Piece]:
        """The marked content of an element itself."""
        page = self._pages.get(element["/Pg"].objgen) if "/Pg" in element else None
        for kid in _kids(element):
            if isinstance(kid, int) and page is not None:
                yield _Piece(page, kid, None, False)

    def _pieces(self, element: Any, page: int | None, box: Box, reading: bool, depth: int) -> Iterator[_Piece]:
        if "/Pg" in element:
            page = self._pages.get(element["/Pg"].objgen, page)
        box = _box(element) or box
        for kid in _kids(element):
            self._count(depth)
            if isinstance(kid, int):
                if page is not None:
                    yield _Piece(page, kid, box, reading)
            elif hasattr(kid, "keys") and "/S" in kid:
                its = reading or str(kid["/S"]) == f"/{_READING}"
                yield from self._pieces(kid, page, box, its, depth + 1)

    def _elements(self, element: Any, depth: int) -> Iterator[Any]:
        for kid in _kids(element):
            self._count(depth)
            if hasattr(kid, "keys"):
                yield kid

    def _count(self, depth: int) -> None:
        self._left -= 1
        if depth > _DEPTH or self._left < 0:
            raise ValueError("structure tree too deep or too large")


def _kids(element: Any) -> Iterator[Any]:
    import pikepdf

    kids = element.get("/K", ())
    yield from kids if isinstance(kids, pikepdf.Array) else [kids]


def _box(element: Any) -> Box:
    """The BBox that an element gives for itself."""
    import pikepdf

    attributes = element.get("/A")
    # One dictionary, or several, one an owner (ISO 32000-1, 14.7.5).
    for one in attributes if isinstance(attributes, pikepdf.Array) else [attributes]:
        if isinstance(one, pikepdf.Dictionary) and "/BBox" in one:
            left, low, right, high = (float(edge) for edge in one["/BBox"])
            return left, low, right, high
    return None


def _articles(
    tagged: list[_Tagged], page: int, glyphs: Mapping[int, list[Glyph]], trim: list[float]
) -> Iterator[SeenArticle]:
    """The articles of one page."""
    for article in tagged:
        if not article.pieces or article.pieces[0].page != page:
            continue
        legs = Legs()
        shown = [_shown(pieces, glyphs) for _, pieces, _ in article.blocks]
        blocks = [
            replace(_block(tag, pieces, glyphs, one, legs), cell=cell)
            for (tag, pieces, cell), one in zip(article.blocks, shown, strict=True)
        ]
        boxes = [one[0].box for one in shown if one]
        blocks = _numbered([block for block in blocks if block.lines], boxes)
        pictures = tuple(SeenPicture(alt, _rect(box, trim)) for alt, box in article.pictures)
        yield SeenArticle(article.title, "", _rect(article.box, trim), tuple(blocks), pictures)


def _numbered(blocks: list[SeenBlock], boxes: list[Box]) -> list[SeenBlock]:
    """Blocks with the numbers of paragraphs. What stands before the running text, in another measure or far in from its
    leg's edge (kicker, deck, byline), is none; heads within it are. The text's measure is that of most characters; a
    paragraph beside a picture is narrower, one over it wider, in the same type.
    """
    measures: Counter[float] = Counter()
    sizes: Counter[float] = Counter()
    for block, box in zip(blocks, boxes, strict=False):
        measures[round(_measure(box))] += sum(len(line.text) for line in block.lines)
        sizes[block.lines[0].size] += sum(len(line.text) for line in block.lines)
    measure, size = (one.most_common(1)[0][0] if one else 0.0 for one in (measures, sizes))
    number = 0
    numbered: list[SeenBlock] = []
    for block, box in zip(blocks, boxes, strict=False):
        far_in = box is not None and block.lines[0].x - box[0] > _INDENT_EM * block.lines[0].size
        is_text = abs(_measure(box) - measure) <= 1.5 or (len(block.lines) > 1 and block.lines[0].size == size)
        is_running = is_text and not far_in and block.tag not in _HEADS
        number += bool(number) or is_running
        numbered.append(replace(block, number=max(number, 1), is_head=not number))
    return numbered


def _measure(box: Box) -> float:
    return box[2] - box[0] if box is not None else 0.0


def _shown(pieces: list[_Piece], glyphs: Mapping[int, list[Glyph]]) -> list[ShownLeg]:
    """The lines of a block, leg by leg, without readings."""
    said = (piece for piece in pieces if not piece.reading)
    return shown_legs(
        [
            (box, [glyph for piece in group for glyph in glyphs.get(piece.mcid, ())])
            for box, group in groupby(said, key=lambda piece: piece.box)
        ]
    )


def _block(
    tag: str, pieces: list[_Piece], glyphs: Mapping[int, list[Glyph]], shown: list[ShownLeg], legs: Legs
) -> SeenBlock:
    lines: list[SeenLine] = []
    for one in shown:
        # Cells side by side are as wide as each other and no legs.
        leg = 0 if tag in _CELLS else legs.number(one.box, one.down)[0]
        lines += [_line(line, leg) for line in one.lines]
    read = "".join(glyph.text for piece in pieces if piece.reading for glyph in glyphs.get(piece.mcid, ()))
    return SeenBlock("", tag, 1, tuple(lines), read)


def _line(glyphs: list[Glyph], leg: int) -> SeenLine:
    # Side by side in a vertical line, glyphs stand about its middle wherever it takes them.
    x = next((glyph.x for glyph in glyphs if glyph.down), glyphs[0].x)
    return SeenLine("".join(glyph.text for glyph in glyphs), leg, x, glyphs[0].y, max(one.size for one in glyphs))


def _rect(box: Box, trim: list[float]) -> Rect | None:
    """A box as a rectangle of the page."""
    if box is None:
        return None
    left, top = min(trim[0], trim[2]), max(trim[1], trim[3])
    return Rect(box[0] - left, top - box[3], box[2] - box[0], box[3] - box[1])
