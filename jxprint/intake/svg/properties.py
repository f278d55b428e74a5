"""Properties of elements: attributes, the file's own style sheet, and `style` (SVG 1.1, 6), in this order of weight."""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec import Struct, field

from jxprint.intake.svg.faults import Faults
from jxprint.intake.svg.markup import Element

_INHERITED = (
    "fill", "fill-rule", "fill-opacity", "stroke", "stroke-width", "stroke-opacity", "stroke-linecap",
    "stroke-linejoin", "stroke-miterlimit", "stroke-dasharray", "stroke-dashoffset", "color", "visibility", "clip-rule",
    "paint-order",
)  # fmt: skip
_OWN = ("opacity", "display", "clip-path", "stop-color", "stop-opacity")
# Properties that would change what is seen and are not drawn, with the values under which nothing changes.
_UNDRAWN = {
    "mask": ("none",),
    "filter": ("none",),
    "mix-blend-mode": ("normal",),
    "vector-effect": ("none",),
    "marker": ("none",),
    "marker-start": ("none",),
    "marker-mid": ("none",),
    "marker-end": ("none",),
}
# What a style may do to the shape itself since SVG 2; here shapes and their places are attributes.
_SHAPING = frozenset((
    "transform", "transform-origin", "translate", "rotate", "scale", "d", "x", "y", "cx", "cy", "r", "rx", "ry",
    "width", "height", "mask-image", "clip", "offset-path",
))  # fmt: skip
_KNOWN = frozenset((*_INHERITED, *_OWN, *_UNDRAWN))
_COMMENT = re.compile(r"/\*.*?\*/", re.S)
# The one kind of selector that drawing programmes write: a class, an identifier or an element's name.
_SELECTOR = re.compile(r"([.#]?)([A-Za-z_][\w-]*)")

START: Mapping[str, str] = {
    "fill": "black", "fill-rule": "nonzero", "fill-opacity": "1", "stroke": "none", "stroke-width": "1",
    "stroke-opacity": "1", "stroke-linecap": "butt", "stroke-linejoin": "miter", "stroke-miterlimit": "4",
    "stroke-dasharray": "none", "stroke-dashoffset": "0", "color": "black", "visibility": "visible",
    "clip-rule": "nonzero", "opacity": "1", "display": "inline", "clip-path": "none", "stop-color": "black",
    "stop-opacity": "1", "paint-order": "normal",
}  # fmt: skip


class StyleSheet(Struct):
    """The rules of a file's style elements by what they are for: a kind of selector and a name. Each is a number, which
    tells what comes later in the file, and declarations.
    """

    rules: dict[tuple[str, str], list[tuple[int, dict[str, str]]]] = field(default_factory=dict)
    count: int = 0

    def read(self, text: str, line: int, faults: Faults) -> None:
        """Add the rules of one style element."""
        text = _COMMENT.sub("", text).replace("<!--", "").replace("-->", "")
        *rules, rest = text.split("}")
        for rule in rules:
            selectors, _, body = rule.partition("{")
            declared = declarations(body)
            for selector in selectors.split(","):
                found = _SELECTOR.fullmatch(selector.strip())
                if found is None or "{" in body:
                    faults.add("page.svg_undrawn", line, what=selector.strip() or "{…}")
                else:
                    self.count += 1
                    self.rules.setdefault((found[1], found[2]), []).append((self.count, declared))
        if rest.strip():
            faults.add("page.svg_undrawn", line, what=rest.strip())

    def of(self, element: Element) -> dict[str, str]:
        """What the rules say of an element: its name's, then its classes', then its identifier's."""
        given = element.attributes
        found: dict[str, str] = {}
        for kind, names in (("", [element.name]), (".", given.get("class", "").split()), ("#", [given.get("id", "")])):
            rules = [rule for name in dict.fromkeys(names) for rule in self.rules.get((kind, name), ())]
            for _, declared in sorted(rules, key=lambda rule: rule[0]):
                found |= declared
        return found


def declarations(text: str) -> dict[str, str]:
    """`name: value; …` as a table."""
    found: dict[str, str] = {}
    for one in text.split(";"):
        name, colon, value = one.partition(":")
        if colon:
            found[name.strip().lower()] = value.replace("!important", "").strip()
    return found


def properties(element: Element, outer: Mapping[str, str], sheet: StyleSheet, faults: Faults) -> dict[str, str]:
    """All properties of an element that stands in one with the properties `outer`."""
    given = {name: value for name, value in element.attributes.items() if name in _KNOWN}
    declared = sheet.of(element) | declarations(element.attributes.get("style", ""))
    given |= declared
    for name in () if element.name == "svg" else sorted(_SHAPING & declared.keys()):
        faults.add("page.svg_undrawn", element.line, what=f"style: {name}")
    if "transform-origin" in element.attributes:
        faults.add("page.svg_undrawn", element.line, what="transform-origin")
    found = dict(START)
    found.update((name, outer[name]) for name in _INHERITED)
    for name, value in given.items():
        if name in _UNDRAWN:
            if value not in _UNDRAWN[name]:
                faults.add("page.svg_undrawn", element.line, what=name)
        elif value == "inherit":
            found[name] = outer.get(name, found.get(name, ""))
        elif name in START:
            found[name] = value
    return found
