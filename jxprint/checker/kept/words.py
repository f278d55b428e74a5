"""Plain text and JSON by article, read back."""

from __future__ import annotations

from msgspec import Struct, field

from jxprint.checker.glyphs import Oddity
from jxprint.checker.kept.seen import (
    Box,
    Facts,
    KeptArticle,
    KeptLine,
    KeptPage,
    KeptRegion,
    KeptSign,
    note,
    plain_region,
    spread,
)
from jxprint.checker.kept.told import decoded, record, refuse_form

FORMAT, FORM = "jxprint articles", 1


def text_page(data: bytes, name: str) -> KeptPage:
    """A page as plain text: lines are regions without a place, blank lines part articles."""
    articles: list[KeptArticle] = []
    for piece in decoded(data, name).split("\n\n"):
        lines = [line for line in piece.split("\n") if line]
        regions = [plain_region(line) for line in lines]
        if regions:
            articles.append(KeptArticle("", regions))
    return KeptPage("text", None, None, articles, [])


class _Line(Struct):
    id: str
    text: str
    box: Box
    characters: list[Box]
    down: bool = False
    readings: list[int] = field(default_factory=list)
    rotated: list[int] = field(default_factory=list)
    across: list[int] = field(default_factory=list)


class _Region(Struct):
    id: str
    box: Box
    lines: list[_Line]


class _Item(Struct):
    id: str = ""
    role: str = ""
    text: str = ""
    alt: str = ""
    box: Box | None = None
    regions: list[_Region] = field(default_factory=list)


class _Article(Struct):
    heading: str
    items: list[_Item]
    id: str = ""
    kind: str = ""
    box: Box | None = None


class _Page(Struct):
    number: int
    width: float
    height: float
    label: str = ""
    title: str = ""
    language: str = ""
    dpi: float = 0.0
    image: str = ""


class _Whole(Struct):
    format: str
    version: int
    page: _Page
    articles: list[_Article]


def json_page(data: bytes, name: str) -> KeptPage:
    """A page as JSON by article."""
    whole = record(data, name, _Whole)
    refuse_form(name, (whole.format, whole.version), (FORMAT, FORM))
    oddities: list[Oddity] = []
    articles = [
        KeptArticle(one.heading, [_region(region, oddities) for item in one.items for region in item.regions], one.id)
        for one in whole.articles
    ]
    for one in whole.articles:
        for item in one.items:
            said = "".join(line.text for region in item.regions for line in region.lines)
            if said != item.text:
                oddities.append(Oddity("library.lines_differ", {"text": item.text[:24], "lines": said[:24]}))
    page = whole.page
    facts: Facts = {}
    for what, value in (("image", page.image), ("label", page.label), ("title", page.title), ("dpi", page.dpi)):
        note(facts, "", what, value)
    for one in whole.articles:
        for what, told in (("title", one.heading), ("kind", one.kind), ("box", one.box)):
            note(facts, one.id, what, told)
        for item in one.items:
            if item.role == "figure":
                note(facts, item.id, "box", item.box)
                facts[item.id, "alt"] = item.alt
            for region in item.regions:
                note(facts, region.id, "role", item.role)
    return KeptPage("json", page.number, (page.width, page.height), articles, oddities, page.language, facts)


def _region(region: _Region, oddities: list[Oddity]) -> KeptRegion:
    lines: list[KeptLine] = []
    for line in region.lines:
        if len(line.characters) == len(line.text):
            signs = [KeptSign(char, box) for char, box in zip(line.text, line.characters, strict=True)]
        else:
            boxes = {"text": line.text[:24], "glyphs": f"× {len(line.characters)}", "line": 1}
            oddities.append(Oddity("library.glyphs_differ", boxes))
            signs = spread(line.text, line.box, line.down)
        for turn, numbers in (("rotated", line.rotated), ("across", line.across)):
            for sign in (signs[at] for at in numbers if 0 <= at < len(signs)):
                sign.turn = turn
        lines.append(KeptLine(line.id, signs, line.box, line.down, frozenset(line.readings)))
    return KeptRegion(region.id, lines, region.box)
