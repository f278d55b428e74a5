"""ALTO 4 read back: its reading order, its strings and spaces, its glyphs with their boxes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jxprint.checker.glyphs import Oddity
from jxprint.checker.kept.seen import Box, Facts, KeptArticle, KeptLine, KeptPage, KeptRegion, KeptSign, note, spread
from jxprint.intake.xml_tree import Element

# By identifier: a tag's type and what it says.
Tags = Mapping[str, tuple[str, str]]
# A quarter turn clockwise, in degrees counterclockwise.
_CLOCKWISE = 270.0
_GROUPS = ("OrderedGroup", "UnorderedGroup")


def alto_pages(root: Element) -> Iterator[KeptPage]:
    """The pages of a file."""
    tags = {
        one.attributes.get("ID", ""): (one.attributes.get("TYPE", ""), one.attributes.get("LABEL", ""))
        for one in root.all("LayoutTag", "StructureTag", "RoleTag", "OtherTag")
    }
    order = root.first("ReadingOrder")
    looks = {one.attributes.get("ID", ""): one for one in root.all("TextStyle")}
    image = next((one.text for one in root.all("fileName")), "")
    for page in root.all("Page"):
        oddities: list[Oddity] = []
        blocks = {one.attributes.get("ID", ""): one for one in page.all("TextBlock", "ComposedBlock", "Illustration")}
        if order is None:
            articles = [_article([one], tags, oddities) for one in page.all("ComposedBlock")]
        else:
            articles = [_ordered(group, blocks, tags, oddities) for group in _articles(order, blocks)]
        number = page.number("PHYSICAL_IMG_NR")
        width, height = page.number("WIDTH"), page.number("HEIGHT")
        size = (width, height) if width and height else None
        facts = _facts(page, tags, looks)
        note(facts, "", "image", image)
        note(facts, "", "label", page.attributes.get("PRINTED_IMG_NR"))
        language = page.attributes.get("LANG", "")
        kept = KeptPage("alto", None if number is None else int(number), size, articles, oddities, language, facts)
        _say_sizes(kept, page, looks)
        yield kept


def _facts(page: Element, tags: Tags, looks: Mapping[str, Element]) -> Facts:
    """What the file says beside its words."""
    facts: Facts = {}
    for part in page.all("ComposedBlock"):
        name = part.attributes.get("ID", "")
        note(facts, name, "box", _box(part))
        for what in ("title", "article"):
            note(facts, name, "kind" if what == "article" else what, _label(part, tags, what))
    for figure in page.all("Illustration"):
        name = figure.attributes.get("ID", "")
        note(facts, name, "box", _box(figure))
        facts[name, "alt"] = _label(figure, tags, "description")
    for block in page.all("TextBlock"):
        note(facts, block.attributes.get("ID", ""), "role", _label(block, tags, "block"))
        for line in block.named("TextLine"):
            strings = list(line.named("String"))
            if strings:
                look = _look(max(strings, key=lambda one: len(one.attributes.get("CONTENT", ""))), block, looks)
                note(facts, line.attributes.get("ID", ""), "face", look.get("FONTFAMILY"))
                note(facts, line.attributes.get("ID", ""), "type_size", look.get("FONTSIZE"))
    return facts


def _say_sizes(kept: KeptPage, page: Element, looks: Mapping[str, Element]) -> None:
    """Give every character the size that its string's style, or its block's, says."""
    sizes: dict[str, list[float | None]] = {}
    for block in page.all("TextBlock"):
        for line in block.named("TextLine"):
            own = sizes[line.attributes.get("ID", "")] = list[float | None]()
            for one in line.named("String", "SP"):
                size = _size(one, block, looks) if one.name == "String" else None
                own += [size] * (len(one.attributes.get("CONTENT", "")) if one.name == "String" else 1)
    for _, said in kept.lines():
        for sign, size in zip(said.signs, sizes.get(said.name, ()), strict=False):
            sign.size = size


def _size(string: Element, block: Element, looks: Mapping[str, Element]) -> float | None:
    try:
        return float(_look(string, block, looks)["FONTSIZE"])
    except (KeyError, ValueError):
        return None


def _label(element: Element, tags: Tags, kind: str) -> str:
    """What an element's tag of some kind says; empty where it has none."""
    named = [tags[name] for name in element.attributes.get("TAGREFS", "").split() if name in tags]
    return next((label for of, label in named if of == kind), "")


def _look(string: Element, block: Element, looks: Mapping[str, Element]) -> Mapping[str, str]:
    """The attributes of a string's text style: its own, else its block's."""
    for one in (string, block):
        for name in one.attributes.get("STYLEREFS", "").split():
            if name in looks:
                return looks[name].attributes
    return {}


def _articles(order: Element, blocks: Mapping[str, Element]) -> Iterator[Element]:
    """Groups that are articles, in order: those that name a block of blocks, or that hold nothing but references."""
    for one in order.children:
        if one.name not in _GROUPS:
            continue
        named = blocks.get(one.attributes.get("REF", ""))
        inner = [child for child in one.children if child.name in _GROUPS]
        if named is not None or not inner:
            yield one
        else:
            yield from _articles(one, blocks)


def _ordered(group: Element, blocks: Mapping[str, Element], tags: Tags, oddities: list[Oddity]) -> KeptArticle:
    found: list[Element] = []
    for ref in group.all("ElementRef"):
        for name in ref.attributes.get("REF", "").split():
            if name in blocks:
                found.append(blocks[name])
            else:
                oddities.append(Oddity("library.no_such_block", {"name": name, "line": ref.line}))
    article = _article([one for one in found if one.name == "TextBlock"], tags, oddities)
    own = blocks.get(group.attributes.get("REF", ""))
    if own is not None:
        article.title = _title(own, tags)
        article.name = group.attributes["REF"]
    return article


def _article(elements: list[Element], tags: Tags, oddities: list[Oddity]) -> KeptArticle:
    regions: list[KeptRegion] = []
    title = ""
    for one in elements:
        inner = [one] if one.name == "TextBlock" else list(one.all("TextBlock"))
        title = title or _title(one, tags)
        regions += [_region(block, tags, oddities) for block in inner]
    return KeptArticle(title, regions)


def _title(element: Element, tags: Tags) -> str:
    return _label(element, tags, "title")


def _region(block: Element, tags: Tags, oddities: list[Oddity]) -> KeptRegion:
    turned = (block.number("ROTATION") or 0.0) % 360 == _CLOCKWISE
    down = turned or block.attributes.get("BASEDIRECTION") == "ttb"
    lines = [_line(line, down, tags, oddities) for line in block.named("TextLine")]
    for sign in (sign for line in lines for sign in line.signs):
        sign.turn = "rotated" if turned else sign.turn
    return KeptRegion(block.attributes.get("ID", ""), lines, _box(block))


def _line(line: Element, down: bool, tags: Tags, oddities: list[Oddity]) -> KeptLine:
    down = line.attributes.get("BASEDIRECTION", "ttb" if down else "") == "ttb"
    signs: list[KeptSign] = []
    above: set[int] = set()
    for one in line.named("String", "SP"):
        if one.name == "SP":
            signs.append(KeptSign(" ", _box(one)))
            continue
        own = _string(one, down, oddities)
        told = [tags[name] for name in one.attributes.get("TAGREFS", "").split() if name in tags]
        for sign in own:
            sign.turn = next((label for kind, label in told if kind == "turn"), "")
            sign.language = one.attributes.get("LANG", "")
        if any(label == "reading" for _, label in told):
            above.update(range(len(signs), len(signs) + len(own)))
        signs += own
    try:
        x1, y1, x2, y2 = (float(one) for one in line.attributes.get("BASELINE", "").replace(",", " ").split())
        baseline: Box | None = (x1, y1, x2, y2)
    except ValueError:
        baseline = None  # others say where it begins alone, or nothing
    return KeptLine(line.attributes.get("ID", ""), signs, _box(line), down, frozenset(above), baseline)


def _string(string: Element, down: bool, oddities: list[Oddity]) -> list[KeptSign]:
    content = string.attributes.get("CONTENT", "")
    glyphs = list(string.named("Glyph"))
    said = "".join(one.attributes.get("CONTENT", "") for one in glyphs)
    if not glyphs:
        return spread(content, _box(string), down)
    if said != content:
        oddities.append(Oddity("library.glyphs_differ", {"text": content, "glyphs": said, "line": string.line}))
        return spread(content, _box(string), down)
    boxes = [_box(one) for one in glyphs for _ in one.attributes.get("CONTENT", "")]
    return [KeptSign(char, box) for char, box in zip(content, boxes, strict=True)]


def _box(element: Element) -> Box | None:
    x, y, width, height = (element.number(key) for key in ("HPOS", "VPOS", "WIDTH", "HEIGHT"))
    if x is None or y is None or width is None or height is None:
        return None
    return x, y, width, height
