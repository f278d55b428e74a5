"""What PAGE XML says beside its words: kinds and roles in its `custom` attributes, type, directions, languages."""

from __future__ import annotations

import re

from jxprint.checker.kept.seen import Box, Facts, note, number
from jxprint.intake.xml_tree import Element

_POINT = re.compile(r"(-?\d+),(-?\d+)")
_GROUPS = ("OrderedGroup", "OrderedGroupIndexed")
# What stands where nobody gave a time, for the format will not do without one.
_UNDATED = "1980-01-01T00:00:00Z"
# Languages by their first subtag, as the format names them (LanguageSimpleType); others it is not told of.
_TONGUES = {
    "zh": "Chinese", "en": "English", "ja": "Japanese", "ko": "Korean", "fr": "French", "de": "German", "es": "Spanish",
    "it": "Italian", "pt": "Portuguese", "ru": "Russian", "la": "Latin",
}  # fmt: skip
_ALIGNED = {"centre": "center", "justify": "block"}


def tongue_of(language: str) -> str:
    """A language as the format names it, empty where it has no name."""
    return _TONGUES.get(language.partition("-")[0].lower(), "")


def custom(element: Element, what: str, key: str = "type") -> str:
    """What an element's own attribute says of something; empty where it says nothing."""
    found = re.search(rf"{what} \{{{key}:(\w+);\}}", element.attributes.get("custom", ""))
    return "" if found is None else found[1]


def noted(root: Element, page: Element) -> tuple[Facts, Facts]:
    """All that a file says of a page beside its words, and what of that it says once more."""
    facts, again = Facts(), Facts()
    told = {name: next((one.text for one in root.all(name)), "") for name in ("Creator", "Created", "LastChange")}
    facts["", "software"] = told["Creator"]
    for some, name in ((facts, "Created"), (again, "LastChange")):
        some["", "made"] = "" if told[name] == _UNDATED else told[name]
    facts["", "image"] = page.attributes.get("imageFilename", "")
    note(facts, "", "dpi", page.number("imageXResolution"))
    kept = custom(page, "number", "value")
    note(facts, "", "number", float(kept) if kept.isdecimal() else kept)
    facts["", "tongue"] = page.attributes.get("primaryLanguage", "")
    space = page.first("PrintSpace")
    note(facts, "PrintSpace", "box", None if space is None else box_of(space))
    for group in page.all(*_GROUPS):
        if group.attributes.get("type") == "article":
            name = group.attributes.get("id", "").rpartition("-")[2]
            facts[name, "title"] = group.attributes.get("caption", "")
            facts[name, "kind"] = custom(group, "structure")
    for region in page.all("TextRegion"):
        _of_region(region, facts)
    for figure in page.all("ImageRegion", "SeparatorRegion"):
        name = figure.attributes.get("id", "")
        note(facts, name, "box", box_of(figure))
        if figure.name == "ImageRegion":
            facts[name, "alt"] = figure.attributes.get("comments", "")
    return facts, again


def _of_region(region: Element, facts: Facts) -> None:
    name, said = region.attributes.get("id", ""), region.attributes
    facts[name, "role"] = custom(region, "structure")
    facts[name, "drop_cap"] = said.get("type") == "drop-capital"
    facts[name, "continued"] = said.get("continuation") == "true"
    facts[name, "align"] = _ALIGNED.get(said.get("align", ""), said.get("align", ""))
    facts[name, "leading"] = region.number("leading") or 0.0
    facts[name, "indented"] = said.get("indented") == "true"
    for line in region.named("TextLine"):
        style = line.first("TextStyle")
        if style is None:
            continue
        own, style_of = line.attributes.get("id", ""), style.attributes
        facts[own, "face"] = style_of.get("fontFamily", "")
        facts[own, "type_size"] = number(style_of.get("fontSize", ""))
        facts[own, "bold"] = style_of.get("bold") == "true"
        facts[own, "serif"] = {"true": "serif", "false": "sans-serif"}.get(style_of.get("serif", ""), "")
        colour = style.number("textColourRgb")
        if colour is not None:  # red is its lowest byte
            facts[own, "colour"] = int(colour).to_bytes(4, "little", signed=True)[:3].hex().upper()


def box_of(element: Element) -> Box | None:
    """The box about an element's outline, where it has one."""
    coords = element.first("Coords")
    points = [] if coords is None else _POINT.findall(coords.attributes.get("points", ""))
    if not points:
        return None
    xs, ys = [float(x) for x, _ in points], [float(y) for _, y in points]
    return min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)
