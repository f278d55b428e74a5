"""Plain text and JSON by article, read back."""

from __future__ import annotations

from msgspec import Struct, field

from jxprint.checker.glyphs import Oddity
from jxprint.checker.kept.kinds import free_by_kinds, library_kind
from jxprint.checker.kept.margins import margins
from jxprint.checker.kept.seen import (
    Box,
    Facts,
    KeptArticle,
    KeptLine,
    KeptPage,
    KeptRegion,
    KeptSign,
    free_groups,
    plain_region,
    spread,
    worded,
)
from jxprint.checker.kept.told import decoded, record, refuse_form

FORMAT, FORM = "jxprint articles", 1


def text_page(data: bytes, name: str) -> KeptPage:
    """A page as plain text: lines are regions without a place, blank lines part articles."""
    articles: list[KeptArticle] = []
    row = 1
    for piece in decoded(data, name).split("\n\n"):
        regions = [plain_region(line, row=at) for at, line in enumerate(piece.split("\n"), row) if line]
        row += piece.count("\n") + 2
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
    shown: str | None = None
    hyphen: Box | None = None


class _Region(Struct):
    id: str
    box: Box
    lines: list[_Line]
    drop_cap: bool = False


class _Item(Struct):
    id: str = ""
    role: str = ""
    text: str = ""
    alt: str = ""
    box: Box | None = None
    regions: list[_Region] = field(default_factory=list)
    field: str = ""
    number: int = 0
    cell: tuple[int, int] | None = None
    align: str = ""
    indent: float = 0.0
    leading: float = 0.0
    file: str = ""


class _Article(Struct):
    heading: str
    items: list[_Item]
    id: str = ""
    kind: str = ""
    box: Box | None = None
    part: str = ""
    label: str = ""
    edge: list[list[tuple[float, float]]] = field(default_factory=list)
    continued_from: str = ""
    continues: str = ""


class _Page(Struct):
    number: int
    width: float
    height: float
    label: str = ""
    title: str = ""
    language: str = ""
    dpi: float = 0.0
    image: str = ""
    name: str = ""
    trim: Box | None = None
    print_space: Box | None = None
    statement: str = ""


class _Whole(Struct):
    format: str
    version: int
    page: _Page
    articles: list[_Article]
    software: str = ""
    created: str = ""


def json_page(data: bytes, name: str) -> KeptPage:
    """A page as JSON by article."""
    whole = record(data, name, _Whole)
    refuse_form(name, (whole.format, whole.version), (FORMAT, FORM))
    oddities: list[Oddity] = []
    articles = [
        KeptArticle(
            one.heading,
            [_region(region, oddities) for item in one.items for region in item.regions],
            one.id,
            [name for item in one.items for name in ([item.id] if item.role == "figure" else _names(item.regions))],
        )
        for one in whole.articles
    ]
    for one in whole.articles:
        for item in one.items:
            said = "".join(line.text for region in item.regions for line in region.lines)
            if said != item.text:
                told = {"text": item.text[:24], "lines": said[:24], "name": item.id}
                oddities.append(Oddity("library.lines_differ", told))
    page = whole.page
    kept = KeptPage("json", page.number, (page.width, page.height), articles, oddities, page.language)
    kept.facts = _noted(whole)
    return kept


def _noted(whole: _Whole) -> Facts:
    """All that a file says beside its words."""
    page = whole.page
    facts: Facts = {("", "software"): whole.software, ("", "made"): whole.created, ("", "number"): float(page.number)}
    for what in ("image", "label", "title", "dpi", "statement", "trim"):
        facts["", what] = getattr(page, what)
    facts["", "page_name"] = page.name
    # hOCR knows whole resolutions alone.
    facts["", "scan_res"] = page.dpi if page.dpi == round(page.dpi) else ""
    if page.trim is not None and page.print_space is not None:
        facts |= {(name, "box"): box for name, box in margins(page.trim, page.print_space).items()}
    facts["", "free"] = free_groups(free_by_kinds([(one.id, one.kind) for one in whole.articles if one.items]))
    facts["", "worded"] = worded((one.id, [item.text for item in one.items]) for one in whole.articles)
    for one in whole.articles:
        told: dict[str, object] = {
            "title": one.heading,
            "kind": one.kind,
            "box": one.box,
            "letter": one.part,
            "called": one.label,
        }
        told |= {
            "items": tuple(item.id for item in one.items),
            "follows": one.continued_from,
            "continues": one.continues,
            "genre": library_kind(one.kind),
        }
        facts |= {(one.id, what): value for what, value in told.items()}
        facts[one.id, "shape"] = len(one.edge) == 1
        if one.edge:
            facts[one.id, "edge"] = tuple(map(tuple, one.edge))
        if len(one.edge) == 1:
            facts[one.id, "outline"] = (facts[one.id, "edge"],)
        for item in one.items:
            facts |= _of_item(item)
    return facts


def _names(regions: list[_Region]) -> list[str]:
    return [region.id for region in regions]


def _of_item(item: _Item) -> Facts:
    if item.role == "figure":
        return {(item.id, "box"): item.box, (item.id, "alt"): item.alt, (item.id, "file"): item.file}
    facts: Facts = {(item.id, "field"): item.field, (item.id, "paragraph"): item.number, (item.id, "cell"): item.cell}
    for at, region in enumerate(item.regions):
        told = {"role": item.role, "align": item.align, "indent": item.indent, "leading": item.leading}
        told |= {"indented": item.indent > 0, "drop_cap": region.drop_cap, "continued": at > 0}
        told["next"] = item.regions[at + 1].id if at + 1 < len(item.regions) else ""
        facts |= {(region.id, what): value for what, value in told.items()}
    return facts


def _region(region: _Region, oddities: list[Oddity]) -> KeptRegion:
    lines: list[KeptLine] = []
    for line in region.lines:
        if len(line.characters) == len(line.text):
            signs = [KeptSign(char, box) for char, box in zip(line.text, line.characters, strict=True)]
        else:
            boxes = {"text": line.text[:24], "glyphs": f"× {len(line.characters)}", "name": line.id}
            oddities.append(Oddity("library.glyphs_differ", boxes))
            signs = spread(line.text, line.box, line.down)
        for turn, numbers in (("rotated", line.rotated), ("across", line.across)):
            for sign in (signs[at] for at in numbers if 0 <= at < len(signs)):
                sign.turn = turn
        white = tuple(sign.box for sign in signs if sign.char == " ")
        shown = line.text if line.shown is None else line.shown
        told = KeptLine(line.id, signs, line.box, line.down, frozenset(line.readings), white=white, shown=shown)
        told.hyphen = line.hyphen or ()
        lines.append(told)
    return KeptRegion(region.id, lines, region.box)
