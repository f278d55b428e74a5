"""An edition by article (JSON) read back: its articles with their parts on every page, and the places of those."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct, field

from jxprint.checker.glyphs import Oddity
from jxprint.checker.kept.facts import things_of
from jxprint.checker.kept.kinds import library_kind
from jxprint.checker.kept.lengths import Twice, other_lengths
from jxprint.checker.kept.seen import Box, Facts, KeptArticle, KeptPage, plain_region, worded
from jxprint.checker.kept.told import record, refuse_form
from jxprint.checker.kept.wraps import Wrap, WrappedStory, box_ground, ground_facts

Point = tuple[float, float]
FORMAT, FORM = "jxprint edition", 1


class _Item(Struct):
    boxes: list[Box]
    boxes_mm: list[Box]
    text: str = ""
    id: str = ""
    role: str = ""
    alt: str = ""
    field: str = ""
    number: int = 0
    cell: tuple[int, int] | None = None
    file: str = ""


class _Part(Struct):
    page: int
    order: int
    id: str
    box: Box
    box_mm: Box
    tiles: list[Box]
    tiles_mm: list[Box]
    items: list[_Item]
    edge: list[list[Point]] = field(default_factory=list)
    edge_mm: list[list[Point]] = field(default_factory=list)
    part: str = ""
    label: str = ""


class _Article(Struct):
    heading: str
    parts: list[_Part]
    kind: str = ""
    id: str = ""


class _Page(Struct):
    number: int
    width: float
    height: float
    dpi: float
    trim: Box
    label: str = ""
    title: str = ""
    language: str = ""
    image: str = ""
    name: str = ""
    trim_mm: Box | None = None


class _Whole(Struct):
    format: str
    version: int
    pages: list[_Page] = field(default_factory=list)
    articles: list[_Article] = field(default_factory=list)
    title: str = ""
    language: str = ""
    paper: str = ""
    date: str = ""
    issue: str = ""
    name: str = ""
    software: str = ""
    created: str = ""


def articles_wrap(data: bytes, name: str) -> Wrap:
    """What the file says. Raises DescriptionError where it is none."""
    whole = record(data, name, _Whole)
    refuse_form(name, (whole.format, whole.version), (FORMAT, FORM))
    stories: list[WrappedStory] = []
    for article in whole.articles:
        story = WrappedStory(article.heading)
        stories.append(story)
        for part in article.parts:
            story.parts.append((part.page, part.id))
            story.grounds.setdefault(part.page, []).extend(box_ground(*tile) for tile in part.tiles)
    pages = []
    facts = list(_facts(whole, stories))
    for page in whole.pages:
        both = [(part, _kept(article.heading, part)) for article in whole.articles for part in article.parts
                if part.page == page.number]  # fmt: skip
        # An article that jumps goes ahead of the order in which its second page is read.
        both.sort(key=lambda one: one[0].order)
        own, articles = [part for part, _ in both], [kept for _, kept in both]
        oddities = [*_counted(own), *_millimetres(page, own)]
        pages.append(KeptPage("articles", page.number, None, articles, oddities))
        own_facts: Facts = {("", "worded"): worded((one.name, [one.text]) for one in articles)}
        for part in own:
            own_facts |= _said_of(part)
        facts.append((page.number, things_of(own_facts, "articles")))
    sizes = {page.number: (page.width, page.height) for page in whole.pages}
    return Wrap("articles", stories, pages, sizes, facts)


def _facts(whole: _Whole, stories: list[WrappedStory]) -> Iterator[tuple[int, Facts]]:
    """What the file says of the edition, of its pages and of what stands on them."""
    told: Facts = {
        ("", what): getattr(whole, what) for what in ("title", "language", "paper", "date", "issue", "software")
    }
    told["", "page_count"] = len(whole.pages)
    yield 0, told | {("", "edition_name"): whole.name, ("", "made"): whole.created}
    for at, page in enumerate(whole.pages, 1):
        facts: Facts = {("", "size"): (page.width, page.height), ("", "number"): float(page.number)}
        facts |= {("", what): getattr(page, what) for what in ("label", "title", "language", "image", "dpi", "trim")}
        facts["", "page_name"] = page.name
        facts["", "trim_mm"] = page.trim_mm
        yield at, facts
    for article, story in zip(whole.articles, stories, strict=True):
        outlines = WrappedStory(article.heading, story.parts)
        for part in article.parts:
            loops = [part.edge] if len(part.edge) == 1 else [box_ground(*tile) for tile in part.tiles]
            outlines.grounds.setdefault(part.page, []).extend(loops)
            yield part.page, _said_of(part)
        yield from _chained(article)
        yield from (*ground_facts(story, "tiles"), *ground_facts(outlines, "outline"))
        for part in article.parts[:1]:
            said = {"title": article.heading, "kind": article.kind, "genre": library_kind(article.kind)}
            yield part.page, {(part.id, what): value for what, value in said.items()}


def _chained(article: _Article) -> Iterator[tuple[int, Facts]]:
    """What each part comes from and goes on in, by its page and its own name."""
    names = [f"{part.page}{part.id}" for part in article.parts]
    for at, part in enumerate(article.parts):
        facts: Facts = {(part.id, "follows"): names[at - 1] if at else ""}
        yield part.page, facts | {(part.id, "continues"): names[at + 1] if at + 1 < len(names) else ""}
    for part in article.parts[:1]:
        yield part.page, {(part.id, "whole"): names[0]}
        yield part.page, {(part.id, "whole"): article.id}


def _said_of(part: _Part) -> Facts:
    facts: Facts = {
        (part.id, "items"): tuple(item.id for item in part.items),
        (part.id, "box"): part.box,
        (part.id, "letter"): part.part,
        (part.id, "called"): part.label,
    }
    if part.edge:
        facts[part.id, "edge"] = tuple(map(tuple, part.edge))
    for item in part.items:
        # A block in several legs is called by its name and the leg's number.
        names = [item.id] if len(item.boxes) == 1 else [f"{item.id}.{at}" for at in range(1, len(item.boxes) + 1)]
        for name, box in zip(names, item.boxes, strict=True):
            facts[name, "box"] = box
            if item.role != "figure":
                facts[name, "role"] = item.role
        if item.role == "figure":
            facts[item.id, "alt"], facts[item.id, "file"] = item.alt, item.file
        else:
            told = {"field": item.field, "paragraph": item.number, "cell": item.cell}
            facts |= {(item.id, what): value for what, value in told.items()}
    return facts


def _kept(heading: str, part: _Part) -> KeptArticle:
    return KeptArticle(heading, [plain_region(item.text, item.id) for item in part.items], part.id)


def _counted(parts: list[_Part]) -> Iterator[Oddity]:
    """Parts whose place in the order of their page is not the next."""
    for at, part in enumerate(parts, 1):
        if part.order != at:
            told = {"what": "order", "said": part.order, "wanted": at, "line": None, "name": part.id}
            yield Oddity("library.contradicts", told)
            return


def _millimetres(page: _Page, parts: list[_Part]) -> Iterator[Oddity]:
    """Places whose millimetres are not those of their pixels; one a part."""
    places: list[Twice] = []
    for part in parts:
        pixels = [part.box, *part.tiles, *(box for item in part.items for box in item.boxes)]
        lengths = [part.box_mm, *part.tiles_mm, *(box for item in part.items for box in item.boxes_mm)]
        pixels += [(x, y, 0.0, 0.0) for loop in part.edge for x, y in loop]
        lengths += [(x, y, 0.0, 0.0) for loop in part.edge_mm for x, y in loop]
        places.append((part.id, pixels, lengths))
    for name in other_lengths(places, page.trim, page.dpi):
        yield Oddity("library.other_length", {"name": name})
