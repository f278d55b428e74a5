"""Two pages side by side on one sheet (拼版), as one placed page.

What a double truck (通版) is too: one page as wide as two. Nothing else in the house has to know of sheets.
"""

from __future__ import annotations

from msgspec.structs import replace

from jxprint.errors import Finding, Place, ProfileError
from jxprint.geometry import PT_PER_MM, Rect, around
from jxprint.placed import Article, Block, GlyphRun, PlacedPage, TextBlock
from jxprint.press.clipping import within
from jxprint.press.moving import moved

# What stands between the names and titles of both pages.
BETWEEN = " / "
_SAME_PT = 0.1


def side_by_side(
    left: PlacedPage | None, right: PlacedPage | None, gap: float = 0.0, place: Place | None = None
) -> PlacedPage:
    """Both pages on one sheet, `gap` points between their trims; where one is None its half stays white. The left one's
    articles are read first. Their bleeds end in the middle of the gap: at the fold itself where there is none. What
    leads to a page or part of the edition leads nowhere: the page has no place of its own in the file.

    Raises ProfileError, at `place`, where the pages are of unequal size, ValueError where there is none.
    """
    there = [page for page in (left, right) if page is not None]
    if not there:
        raise ValueError("a sheet has one page at the least")
    first, last = there[0], there[-1]
    if _differ(first, last):
        args = {"left": _size(first), "right": _size(last), "name": first.name, "other": last.name}
        raise ProfileError(Finding("press.unequal_pages", place or Place(), args))
    inner = min(first.bleed, gap / 2)
    beyond = first.width + gap
    halves: list[PlacedPage] = []
    if left is not None:
        halves.append(within(left, _to(left.bled, right=left.width + inner)))
    if right is not None:
        halves.append(moved(within(right, _to(right.bled, left=-inner)), beyond))
    return _joined(halves, beyond + first.width)


def _joined(halves: list[PlacedPage], width: float) -> PlacedPage:
    """Pages that stand where they are to stand, as one."""
    first = halves[0]
    columns = tuple(x for page in halves for x in page.grid.column_xs)
    return replace(
        first,
        name="+".join(page.name for page in halves),
        title=BETWEEN.join(page.title for page in halves),
        width=width,
        print_space=around(page.print_space for page in halves),
        grid=replace(first.grid, column_xs=columns),
        under=tuple(shape for page in halves for shape in page.under),
        articles=tuple(_unled(article) for page in halves for article in page.articles),
        over=tuple(shape for page in halves for shape in page.over),
        cuts=tuple(cut for page in halves for cut in page.cuts),
        label="-".join(page.label for page in halves if page.label),
        ornaments=tuple(ornament for page in halves for ornament in page.ornaments),
        statement="\n".join(dict.fromkeys(page.statement for page in halves if page.statement)),
    )


def _unled(article: Article) -> Article:
    """An article without what leads within the edition."""
    if not any(run.link.startswith("#") for run in article.runs()):
        return article
    blocks: list[Block] = []
    for block in article.blocks:
        if isinstance(block, TextBlock):
            lines = [replace(line, runs=tuple(map(_outward, line.runs))) for line in block.lines]
            block = replace(block, lines=tuple(lines))
        blocks.append(block)
    return replace(article, blocks=tuple(blocks))


def _outward(run: GlyphRun) -> GlyphRun:
    return replace(run, link="") if run.link.startswith("#") else run


def _to(area: Rect, left: float | None = None, right: float | None = None) -> Rect:
    start, end = area.x if left is None else left, area.right if right is None else right
    return Rect(start, area.y, end - start, area.height)


def _differ(one: PlacedPage, other: PlacedPage) -> bool:
    pairs = (one.width, other.width), (one.height, other.height), (one.bleed, other.bleed)
    return any(abs(this - that) > _SAME_PT for this, that in pairs)


def _size(page: PlacedPage) -> str:
    bleed = f" + {page.bleed / PT_PER_MM:.1f}" if page.bleed else ""
    return f"{page.width / PT_PER_MM:.1f} × {page.height / PT_PER_MM:.1f}{bleed} mm"
