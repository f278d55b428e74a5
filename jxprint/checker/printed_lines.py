"""The lines of a finished file, read back for a late correction: page, article, paragraph, line and leg.

The structure tree says what belongs together (an Art's P and H elements, a Span for each leg with its BBox), the
content stream where lines end: a pen that goes back along its line, or across it by most of an em, starts another one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from jxprint.checker.content import ContentWalk
from jxprint.checker.glyphs import Glyph, by_mcid
from jxprint.checker.graphics import Fonts
from jxprint.checker.shown_lines import Box, shown_legs
from jxprint.checker.structure import bounding_box
from jxprint.intake.opening import MALFORMED, opened, plain, refuse
from jxprint.model import PrintedArticle, PrintedBlock, PrintedLine, PrintedPage

_DEPTH = 64
_ELEMENTS = 2_000_000
_CELLS = frozenset(("/TH", "/TD"))
_BLOCKS = frozenset(("/P", "/H", "/LI", "/TOCI", *(f"/H{level}" for level in range(1, 7))))
# A reading stands over text and is none of its line.
_READING = "/RT"
# Points: a file gives boxes to a hundredth, and legs of one story differ by half an em at the least.
_SAME = 0.5


class _Piece(Struct, frozen=True):
    """Marked content of a block: its page, its identifier, and the box of the leg that it stands in."""

    page: int
    mcid: int
    box: Box


class _Tagged(Struct, frozen=True):
    title: str
    blocks: list[list[_Piece]]


def read_printed(pdf: Path | bytes, name: str) -> list[PrintedPage]:
    """The pages of a file that jxprint wrote, in order. Raises PdfError where it is damaged, encrypted or too large, or
    has no articles to read.
    """
    import pikepdf

    with opened(pdf, name) as document:
        walk = _Walk({page.obj.objgen: index for index, page in enumerate(document.pages)})
        try:
            root = document.Root.get("/StructTreeRoot")
            if root is not None:
                walk.find_articles(root, 0)
            # Page by page: an edition's glyphs are never in memory at once.
            shown = glyphs_of_pages(document, name) if walk.articles else ()
            pages = [PrintedPage(tuple(_articles(walk.articles, *page))) for page in enumerate(shown)]
        except (pikepdf.PdfError, *MALFORMED) as problem:
            refuse("checks.damaged", name, reason=plain(problem))
    if not any(page.articles for page in pages):
        refuse("checks.nothing_to_hold", name)
    return pages


def glyphs_of_pages(document: Any, name: str) -> Iterator[Mapping[int, list[Glyph]]]:
    """The glyphs of each page by marked content."""
    fonts = Fonts(name)
    for page in document.pages:
        left, low, right, high = (float(edge) for edge in page.trimbox)
        yield by_mcid(ContentWalk(page.obj, fonts, (min(left, right), max(low, high))).glyphs)


class _Walk:
    """Finds articles with a title, and in them blocks with the marked content of each."""

    def __init__(self, pages: Mapping[tuple[int, int], int]) -> None:
        self.articles: list[_Tagged] = []
        self._pages = pages
        self._left = _ELEMENTS

    def find_articles(self, element: Any, depth: int) -> None:
        """Every Art under an element."""
        for kid in self._kids(element, depth):
            if not hasattr(kid, "keys"):
                continue
            if str(kid.get("/S", "")) == "/Art" and "/T" in kid:
                self.articles.append(_Tagged(str(kid["/T"]), []))
                self._find_blocks(kid, depth + 1)
            else:
                self.find_articles(kid, depth + 1)

    def _find_blocks(self, element: Any, depth: int) -> None:
        for kid in self._kids(element, depth):
            if not hasattr(kid, "keys"):
                continue
            tag = str(kid.get("/S", ""))
            if tag in _BLOCKS or tag in _CELLS:
                pieces = self._pieces(kid, None, None, depth + 1)
                # Columns of a table are no legs.
                self.articles[-1].blocks.append([_unboxed(one) if tag in _CELLS else one for one in pieces])
            else:
                self._find_blocks(kid, depth + 1)

    def _pieces(self, element: Any, page: int | None, box: Box, depth: int) -> Iterator[_Piece]:
        if "/Pg" in element:
            page = self._pages.get(element["/Pg"].objgen, page)
        if said := bounding_box(element):
            left, low, right, high = said
            box = left, low, right, high
        for kid in self._kids(element, depth):
            if isinstance(kid, int):
                if page is not None:
                    yield _Piece(page, kid, box)
            elif hasattr(kid, "keys") and "/S" in kid and str(kid["/S"]) != _READING:
                yield from self._pieces(kid, page, box, depth + 1)

    def _kids(self, element: Any, depth: int) -> Iterator[Any]:
        import pikepdf

        kids = element.get("/K", ())
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            self._left -= 1
            if depth > _DEPTH or self._left < 0:
                raise ValueError("structure tree too deep or too large")
            yield kid


def _unboxed(piece: _Piece) -> _Piece:
    return replace(piece, box=None)


def _articles(tagged: list[_Tagged], page: int, glyphs: Mapping[int, list[Glyph]]) -> Iterator[PrintedArticle]:
    """The articles of one page, those without text left out."""
    for article in tagged:
        legs = Legs()
        blocks = [_block(pieces, glyphs, legs) for pieces in article.blocks if pieces and pieces[0].page == page]
        kept = tuple(block for block in blocks if block.lines)
        if kept:
            yield PrintedArticle(article.title, kept)


class Legs:
    """Numbers the legs of an article in reading order: boxes of one measure that start at different places."""

    def __init__(self) -> None:
        self._starts: list[tuple[float, list[float]]] = []

    def number(self, box: Box, down: bool) -> tuple[int, float]:
        """The number of a leg, from 0, and its measure."""
        if box is None:
            return 0, 0.0
        left, low, right, high = box
        start, measure = (-high, high - low) if down else (left, right - left)
        starts = next((known for width, known in self._starts if abs(width - measure) < _SAME), None)
        if starts is None:
            starts = []
            self._starts.append((measure, starts))
        number = next((at for at, known in enumerate(starts) if abs(known - start) < _SAME), len(starts))
        if number == len(starts):
            starts.append(start)
        return number, measure


def _block(pieces: list[_Piece], glyphs: Mapping[int, list[Glyph]], legs: Legs) -> PrintedBlock:
    lines: list[PrintedLine] = []
    measure = 0.0
    groups = [
        (box, [glyph for piece in group for glyph in glyphs.get(piece.mcid, ())])
        for box, group in groupby(pieces, key=lambda piece: piece.box)
    ]
    for shown in shown_legs(groups):
        leg, measure = legs.number(shown.box, shown.down)
        lines += [PrintedLine("".join(glyph.text for glyph in line), leg) for line in shown.lines]
    return PrintedBlock(tuple(lines), round(measure, 3))
