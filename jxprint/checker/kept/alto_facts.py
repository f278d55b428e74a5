"""What ALTO says beside its words: titles, kinds and roles by its tags, type by its styles, what follows what."""

from __future__ import annotations

import re
from collections.abc import Mapping

from jxprint.checker.kept.seen import Box, Facts, note, number
from jxprint.intake.xml_tree import Element

# By identifier: a tag's type and what it says; styles.
Tags = Mapping[str, tuple[str, str]]
Looks = Mapping[str, Element]
_ZONES = ("TopMargin", "LeftMargin", "RightMargin", "BottomMargin", "PrintSpace")
_RESOLUTION = re.compile(r"([\d.]+) to the inch")


def noted(root: Element, page: Element, tags: Tags, looks: Looks) -> tuple[Facts, Facts]:
    """All that a file says of a page beside its words, and what of that it says once more."""
    facts, again = _of_file(root), Facts()
    note(facts, "", "number", page.number("PHYSICAL_IMG_NR"))
    facts["", "label"] = page.attributes.get("PRINTED_IMG_NR", "")
    head, foot = (box_of(zone) for name in ("TopMargin", "BottomMargin") for zone in [page.first(name)])
    if head is not None and foot is not None:
        facts["", "trim"] = head[0], head[1], head[2], foot[1] + foot[3] - head[1]
    for zone in page.named(*_ZONES):
        note(facts, zone.name, "box", box_of(zone))
        for part in zone.all("ComposedBlock"):
            facts[part.attributes.get("ID", ""), "zone"] = zone.name
    for part in page.all("ComposedBlock"):
        name = part.attributes.get("ID", "")
        note(facts, name, "box", box_of(part))
        facts[name, "title"] = label_of(part, tags, "title")
        facts[name, "kind"] = label_of(part, tags, "article")
        shape = next(part.all("Polygon"), None)
        facts[name, "shape"] = shape is not None
        if shape is not None:
            numbers = [float(one) for one in re.findall(r"-?\d+", shape.attributes.get("POINTS", ""))]
            facts[name, "outline"] = ((tuple(zip(numbers[::2], numbers[1::2], strict=False)),),)
    for figure in page.all("Illustration"):
        name = figure.attributes.get("ID", "")
        note(facts, name, "box", box_of(figure))
        facts[name, "alt"] = label_of(figure, tags, "description")
    for rule in page.all("GraphicalElement"):
        note(facts, rule.attributes.get("ID", ""), "box", box_of(rule))
    for block in page.all("TextBlock"):
        _of_block(block, tags, looks, facts)
    return facts, again


def _of_file(root: Element) -> Facts:
    """What a file says of itself."""
    told = {name: next((one.text for one in root.all(name)), "")
            for name in ("fileName", "softwareName", "softwareVersion", "processingDateTime")}  # fmt: skip
    facts: Facts = {("", "image"): told["fileName"], ("", "made"): told["processingDateTime"]}
    facts["", "software"] = f"{told['softwareName']} {told['softwareVersion']}".strip()
    found = _RESOLUTION.search(next((one.text for one in root.all("processingStepDescription")), ""))
    note(facts, "", "dpi", float(found[1]) if found is not None else None)
    return facts


def _of_block(block: Element, tags: Tags, looks: Looks, facts: Facts) -> None:
    name = block.attributes.get("ID", "")
    facts[name, "role"] = label_of(block, tags, "block")
    parts = {label for kind, label in _named(block, tags) if kind == "part"}
    facts[name, "drop_cap"], facts[name, "continued"] = "drop_cap" in parts, "continued" in parts
    facts[name, "next"] = block.attributes.get("IDNEXT", "")
    paragraph = next((one for one in _styles(block, looks) if one.name == "ParagraphStyle"), None)
    if paragraph is not None:
        facts[name, "align"] = paragraph.attributes.get("ALIGN", "").lower()
        facts[name, "leading"] = paragraph.number("LINESPACE") or 0.0
        facts[name, "indent"] = indent = paragraph.number("FIRSTLINE") or 0.0
        facts[name, "indented"] = indent > 0
    for line in block.named("TextLine"):
        strings = list(line.named("String"))
        if strings:
            longest = max(strings, key=lambda one: len(one.attributes.get("CONTENT", "")))
            note_look(facts, line.attributes.get("ID", ""), said_look(look_of(longest, block, looks)))


def note_look(facts: Facts, name: str, look: tuple[object, ...]) -> None:
    """Note how a line is set: face, size, colour, whether it is bold, the kind of its type."""
    for what, value in zip(("face", "type_size", "colour", "bold", "serif"), look, strict=True):
        facts[name, what] = value


def said_look(style: Mapping[str, str]) -> tuple[object, ...]:
    """A text style as all formats can say it."""
    size = number(style.get("FONTSIZE", ""))
    return (
        style.get("FONTFAMILY", ""),
        size,
        style.get("FONTCOLOR", ""),
        "bold" in style.get("FONTSTYLE", ""),
        style.get("FONTTYPE", ""),
    )


def label_of(element: Element, tags: Tags, kind: str) -> str:
    """What an element's tag of some kind says; empty where it has none."""
    return next((label for of, label in _named(element, tags) if of == kind), "")


def _named(element: Element, tags: Tags) -> list[tuple[str, str]]:
    return [tags[name] for name in element.attributes.get("TAGREFS", "").split() if name in tags]


def _styles(element: Element, looks: Looks) -> list[Element]:
    return [looks[name] for name in element.attributes.get("STYLEREFS", "").split() if name in looks]


def look_of(string: Element, block: Element, looks: Looks) -> Mapping[str, str]:
    """The attributes of a string's text style: its own, else its block's."""
    for one in (string, block):
        for style in _styles(one, looks):
            if style.name == "TextStyle":
                return style.attributes
    return {}


def box_of(element: Element | None) -> Box | None:
    """An element's box, where it has one."""
    if element is None:
        return None
    x, y, width, height = (element.number(key) for key in ("HPOS", "VPOS", "WIDTH", "HEIGHT"))
    if x is None or y is None or width is None or height is None:
        return None
    return x, y, width, height
