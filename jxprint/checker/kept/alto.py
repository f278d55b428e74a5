"""ALTO 4 read back: its reading order, its strings and spaces, its glyphs with their boxes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jxprint.checker.glyphs import Oddity
from jxprint.checker.kept.seen import Box, KeptArticle, KeptLine, KeptPage, KeptRegion, KeptSign, spread
from jxprint.intake.xml_tree import Element

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
        yield KeptPage("alto", None if number is None else int(number), size, articles, oddities)


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


def _ordered(
    group: Element, blocks: Mapping[str, Element], tags: Mapping[str, tuple[str, str]], oddities: list[Oddity]
) -> KeptArticle:
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


def _article(elements: list[Element], tags: Mapping[str, tuple[str, str]], oddities: list[Oddity]) -> KeptArticle:
    regions: list[KeptRegion] = []
    title = ""
    for one in elements:
        inner = [one] if one.name == "TextBlock" else list(one.all("TextBlock"))
        title = title or _title(one, tags)
        regions += [_region(block, tags, oddities) for block in inner]
    return KeptArticle(title, regions)


def _title(element: Element, tags: Mapping[str, tuple[str, str]]) -> str:
    named = [tags[name] for name in element.attributes.get("TAGREFS", "").split() if name in tags]
    return next((label for kind, label in named if kind == "title"), "")


def _region(block: Element, tags: Mapping[str, tuple[str, str]], oddities: list[Oddity]) -> KeptRegion:
    turned = (block.number("ROTATION") or 0.0) % 360 == _CLOCKWISE
    down = turned or block.attributes.get("BASEDIRECTION") == "ttb"
    lines = [_line(line, down, tags, oddities) for line in block.named("TextLine")]
    for sign in (sign for line in lines for sign in line.signs):
        sign.turn = "rotated" if turned else sign.turn
    return KeptRegion(block.attributes.get("ID", ""), lines, _box(block))


def _line(line: Element, down: bool, tags: Mapping[str, tuple[str, str]], oddities: list[Oddity]) -> KeptLine:
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
        if any(label == "reading" for _, label in told):
            above.update(range(len(signs), len(signs) + len(own)))
        signs += own
    return KeptLine(line.attributes.get("ID", ""), signs, _box(line), down, frozenset(above))


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
