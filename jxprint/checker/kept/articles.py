"""An edition by article (JSON) read back: its articles with their parts on every page, and the places of those."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct, field

from jxprint.checker.glyphs import Oddity
from jxprint.checker.kept.seen import Box, KeptArticle, KeptPage, plain_region
from jxprint.checker.kept.told import record, refuse_form
from jxprint.checker.kept.wraps import Wrap, WrappedStory, box_ground

FORMAT, FORM = "jxprint edition", 1
# A place in millimetres may be so many pixels off one in pixels.
_ROUNDED_PX = 1.0
_MM_PER_INCH = 25.4


class _Item(Struct):
    boxes: list[Box]
    boxes_mm: list[Box]
    text: str = ""


class _Part(Struct):
    page: int
    order: int
    id: str
    box: Box
    box_mm: Box
    tiles: list[Box]
    tiles_mm: list[Box]
    items: list[_Item]


class _Article(Struct):
    heading: str
    parts: list[_Part]


class _Page(Struct):
    number: int
    width: float
    height: float
    dpi: float
    trim: Box


class _Whole(Struct):
    format: str
    version: int
    pages: list[_Page] = field(default_factory=list)
    articles: list[_Article] = field(default_factory=list)


def articles_wrap(data: bytes, name: str) -> Wrap:
    """What the file says. Raises DescriptionError where it is none."""
    whole = record(data, name, _Whole)
    refuse_form(name, (whole.format, whole.version), (FORMAT, FORM))
    stories: list[WrappedStory] = []
    said: dict[int, dict[str, KeptArticle]] = {page.number: {} for page in whole.pages}
    for article in whole.articles:
        story = WrappedStory(article.heading)
        stories.append(story)
        for part in article.parts:
            story.parts.append((part.page, part.id))
            story.grounds.setdefault(part.page, []).extend(box_ground(*tile) for tile in part.tiles)
            said.setdefault(part.page, {})[part.id] = _kept(article.heading, part)
    pages = []
    for page in whole.pages:
        own = [part for article in whole.articles for part in article.parts if part.page == page.number]
        # An article that jumps goes ahead of the order in which its second page is read.
        articles = [said[page.number][part.id] for part in sorted(own, key=lambda part: part.order)]
        pages.append(KeptPage("articles", page.number, None, articles, list(_millimetres(page, own))))
    return Wrap("articles", stories, pages, {page.number: (page.width, page.height) for page in whole.pages})


def _kept(heading: str, part: _Part) -> KeptArticle:
    return KeptArticle(heading, [plain_region(item.text) for item in part.items], part.id)


def _millimetres(page: _Page, parts: list[_Part]) -> Iterator[Oddity]:
    """Places whose millimetres are not those of their pixels; one a part."""
    factor = page.dpi / _MM_PER_INCH
    left, top = page.trim[:2]
    for part in parts:
        pixels = [part.box, *part.tiles, *(box for item in part.items for box in item.boxes)]
        lengths = [part.box_mm, *part.tiles_mm, *(box for item in part.items for box in item.boxes_mm)]
        if len(pixels) != len(lengths) or any(
            abs(one - (other * factor + shift)) > _ROUNDED_PX
            for box, mm in zip(pixels, lengths, strict=True)
            for one, other, shift in zip(box, mm, (left, top, 0, 0), strict=True)
        ):
            yield Oddity("library.other_length", {"name": part.id})
