"""A placed page as whoever compares it sees it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from jxprint.geometry import around
from jxprint.model import SeenArticle, SeenBlock, SeenGrid, SeenLine, SeenOrnament, SeenPage, SeenPicture
from jxprint.placed import Article, PlacedGrid, PlacedOrnament, PlacedPage, PlacedPicture, TextBlock, TextLine

# From the head of a row to its baseline, in ems of the body.
_ABOVE_EM = 0.88


def seen_page(page: PlacedPage) -> SeenPage:
    """The page with its articles, lines and pictures."""
    drawn = hashlib.sha256(repr(page.under).encode()).hexdigest()
    ornaments = tuple(map(_ornament, page.ornaments))
    parted = {cut.part: bool(cut.offset) for cut in page.cuts}
    articles = tuple(_article(one, parted.get(one.part)) for one in page.articles)
    return SeenPage(page.name, articles, _grid(page.grid), drawn, page.title, ornaments)


def _ornament(one: PlacedOrnament) -> SeenOrnament:
    return SeenOrnament(one.part, one.file.name if one.file is not None else "", one.room or one.frame, _sum(one.file))


def _grid(grid: PlacedGrid) -> SeenGrid:
    top = grid.first_baseline - _ABOVE_EM * grid.body_pt
    return SeenGrid(grid.column_xs, grid.column_width, top, grid.pitch, grid.body_pt)


def _article(article: Article, is_parted: bool | None) -> SeenArticle:
    blocks = tuple(block for group in _groups(article) for block in _block(group))
    runs = groupby(article.blocks, key=lambda block: isinstance(block, PlacedPicture))
    groups = (tuple(block for block in run if isinstance(block, PlacedPicture)) for _, run in runs)
    pictures = tuple(_picture(group) for group in groups if group)
    return SeenArticle(article.label, article.part, article.frame, blocks, pictures, is_parted)


def _groups(article: Article) -> Iterator[list[TextBlock]]:
    """Blocks as a file tags them: the lines of a headline together are one heading."""
    numbered = enumerate(article.text_blocks())
    for _, group in groupby(numbered, key=lambda one: -1 if one[1].role == "headline" else one[0]):
        yield [block for _, block in group]


def _block(blocks: Sequence[TextBlock]) -> Iterator[SeenBlock]:
    lines = tuple(_line(line) for block in blocks for line in block.lines if line.runs)
    readings = "".join(
        run.text for block in blocks for line in block.lines for run in line.runs if run.inline == "reading"
    )
    if lines:
        cell = blocks[0].cell
        its = None if cell is None else (cell[0] + 1, cell[1] + 1)
        yield SeenBlock(blocks[0].role, "", blocks[0].index + 1, lines, readings, its)


def _line(line: TextLine) -> SeenLine:
    runs = [run for run in line.runs if run.inline != "reading"]
    first = runs[0]
    shift = first.offsets[0] if first.offsets else 0.0
    x, y = (first.x + shift, first.y) if first.orientation == "horizontal" else (first.x, first.y + shift)
    # Where all is turned, a file's glyphs stand about the middle of the line.
    turned = line.x if any(run.orientation == "rotated" for run in runs) else x
    x = next((run.x for run in runs if run.orientation == "vertical"), turned)
    look = " ".join(f"{run.face} {run.size:.2f} {run.ink.cmyk} {run.link}" for run in runs)
    return SeenLine("".join(run.text for run in runs), line.leg, x, y, max(run.size for run in runs), look)


def _picture(group: Sequence[PlacedPicture]) -> SeenPicture:
    """A picture; pictures side by side with one caption are one, as a file tags them."""
    alt = "；".join(one.alt for one in group if one.alt)
    looks = [f"{_sum(one.file)} {one.crop} {one.frame if group[1:] else ''}" for one in group]
    return SeenPicture(alt, around(one.frame for one in group), " ".join(looks))


def _sum(file: Path | None) -> str:
    """The sum of a picture's bytes; its name where it cannot be read, which is the writers' affair."""
    try:
        return hashlib.sha256(file.read_bytes()).hexdigest() if file is not None else ""
    except OSError:
        return str(file)
