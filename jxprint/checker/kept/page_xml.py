"""PAGE XML read back: groups of its reading order, regions, lines, and the boxes of glyphs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from jxprint.checker.glyphs import Oddity
from jxprint.checker.kept.seen import Box, Facts, KeptArticle, KeptLine, KeptPage, KeptRegion, KeptSign, around, note
from jxprint.intake.xml_tree import Element

_GROUPS = ("OrderedGroup", "OrderedGroupIndexed", "UnorderedGroup", "UnorderedGroupIndexed")
_REFS = ("RegionRef", "RegionRefIndexed")
_POINT = re.compile(r"(\d+),(\d+)")
_TYPE = re.compile(r"structure \{type:(\w+);\}")
_TURN = re.compile(r"turn \{type:(\w+);\}")
# By how much what lies on its side is turned clockwise to stand upright.
_CLOCKWISE = -90.0
_NUMBER = re.compile(r"number \{value:(\d+);\}")


def page_xml_pages(root: Element) -> Iterator[KeptPage]:
    """The pages of a file, which has one."""
    for page in root.named("Page"):
        oddities: list[Oddity] = []
        regions = {one.attributes.get("id", ""): one for one in page.all("TextRegion")}
        others = {one.attributes.get("id", "") for one in page.all("ImageRegion", "GraphicRegion", "AdvertRegion")}
        order = page.first("ReadingOrder")
        if order is None:
            articles = [KeptArticle("", [_region(one, oddities) for one in regions.values()])]
        else:
            articles = [_article(group, regions, others, oddities) for group in _articles(order)]
        width, height = page.number("imageWidth"), page.number("imageHeight")
        size = (width, height) if width and height else None
        number = _NUMBER.search(page.attributes.get("custom", ""))
        facts = _facts(page, order)
        yield KeptPage("page", int(number[1]) if number else None, size, articles, oddities, "", facts)


def _facts(page: Element, order: Element | None) -> Facts:
    """What the file says beside its words."""
    facts: Facts = {}
    note(facts, "", "image", page.attributes.get("imageFilename"))
    note(facts, "", "dpi", page.number("imageXResolution"))
    for group in () if order is None else order.all(*_GROUPS):
        if group.attributes.get("type") == "article":
            # An article's group is called by its name, behind what all groups begin with.
            name = group.attributes.get("id", "").rpartition("-")[2]
            note(facts, name, "title", group.attributes.get("caption"))
            note(facts, name, "kind", _type(group))
    for region in page.all("TextRegion"):
        note(facts, region.attributes.get("id", ""), "role", _type(region))
        for line in region.named("TextLine"):
            style = line.first("TextStyle")
            if style is not None:
                note(facts, line.attributes.get("id", ""), "face", style.attributes.get("fontFamily"))
                note(facts, line.attributes.get("id", ""), "type_size", style.attributes.get("fontSize"))
    for figure in page.all("ImageRegion"):
        name = figure.attributes.get("id", "")
        note(facts, name, "box", _box(figure))
        facts[name, "alt"] = figure.attributes.get("comments", "")
    return facts


def _type(element: Element) -> str:
    found = _TYPE.search(element.attributes.get("custom", ""))
    return "" if found is None else found[1]


def _articles(order: Element) -> Iterator[Element]:
    """Groups that are articles, in order; others that hold groups are looked into."""
    for one in sorted((one for one in order.children if one.name in _GROUPS), key=_index):
        inner = [child for child in one.children if child.name in _GROUPS]
        if one.attributes.get("type") == "article" or not inner:
            yield one
        else:
            yield from _articles(one)


def _index(element: Element) -> float:
    return element.number("index") or 0.0


def _article(group: Element, regions: Mapping[str, Element], others: set[str], oddities: list[Oddity]) -> KeptArticle:
    found: list[KeptRegion] = []
    for ref in _refs(group):
        name = ref.attributes.get("regionRef", "")
        if name in regions:
            found.append(_region(regions[name], oddities))
        elif name not in others:
            oddities.append(Oddity("library.no_such_block", {"name": name, "line": ref.line}))
    return KeptArticle(group.attributes.get("caption", ""), found)


def _refs(group: Element) -> Iterator[Element]:
    for one in sorted((one for one in group.children if one.name in (*_GROUPS, *_REFS)), key=_index):
        if one.name in _REFS:
            yield one
        else:
            yield from _refs(one)


def _region(region: Element, oddities: list[Oddity]) -> KeptRegion:
    turned = region.number("readingOrientation") == _CLOCKWISE
    down = turned or region.attributes.get("readingDirection") == "top-to-bottom"
    lines = [_line(line, down, oddities) for line in region.named("TextLine")]
    for sign in (sign for line in lines for sign in line.signs):
        sign.turn = "rotated" if turned else sign.turn
    return KeptRegion(region.attributes.get("id", ""), lines, _box(region))


def _said(element: Element) -> str:
    readings = [one for one in element.named("TextEquiv") if not one.number("index")]
    text = readings[0].first("Unicode") if readings else None
    return "" if text is None else text.text


def _line(line: Element, down: bool, oddities: list[Oddity]) -> KeptLine:
    """A line: its own text, with the boxes of the glyphs of its words, which stand in it in order."""
    text = _said(line)
    signs = [KeptSign(char, None) for char in text]
    above: set[int] = set()
    at = 0
    for word in line.named("Word"):
        own, glyphs = _said(word), list(word.named("Glyph"))
        said = "".join(_said(glyph) for glyph in glyphs)
        start = text.find(own, at)
        if said != own or start < 0 or text[at:start].strip():
            oddities.append(Oddity("library.glyphs_differ", {"text": text, "glyphs": said or own, "line": word.line}))
            break
        boxes = [_box(glyph) for glyph in glyphs for _ in _said(glyph)]
        turn = _TURN.search(word.attributes.get("custom", ""))
        for index, box in enumerate(boxes, start):
            signs[index].box = box
            signs[index].turn = turn[1] if turn else ""
        at = start + len(own)
        if "type:reading" in word.attributes.get("custom", ""):
            above.update(range(start, at))
    else:
        if text[at:].strip():
            told = {"text": text, "glyphs": text[:at], "line": line.line}
            oddities.append(Oddity("library.glyphs_differ", told))
    own_down = line.attributes.get("readingDirection", "top-to-bottom" if down else "") == "top-to-bottom"
    base = line.first("Baseline")
    box = _box(line) or around([sign.box for sign in signs])
    points = [float(one) for one in re.findall(r"\d+", base.attributes.get("points", ""))] if base is not None else []
    baseline = (points[0], points[1], points[2], points[3]) if len(points) == 4 else None
    return KeptLine(line.attributes.get("id", ""), signs, box, own_down, frozenset(above), baseline)


def _box(element: Element) -> Box | None:
    coords = element.first("Coords")
    points = [] if coords is None else _POINT.findall(coords.attributes.get("points", ""))
    if not points:
        return None
    xs, ys = [float(x) for x, _ in points], [float(y) for _, y in points]
    return min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)
