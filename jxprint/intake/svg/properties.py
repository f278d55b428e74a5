"""Properties of elements: attributes, the file's own style sheet, and `style` (SVG 1.1, 6), in this order of weight."""

from __future__ import annotations

from collections.abc import Mapping

from jxprint.intake.svg.faults import Faults
from jxprint.intake.svg.markup import Element
from jxprint.intake.svg.sheets import StyleSheet, declarations

_MARKERS = ("marker-start", "marker-mid", "marker-end")
_INHERITED = (
    "fill", "fill-rule", "fill-opacity", "stroke", "stroke-width", "stroke-opacity", "stroke-linecap",
    "stroke-linejoin", "stroke-miterlimit", "stroke-dasharray", "stroke-dashoffset", "color", "visibility", "clip-rule",
    "paint-order", *_MARKERS,
)  # fmt: skip
# Properties that would change what is seen and are not drawn, with the value under which nothing changes.
_UNDRAWN = {"filter": "none", "mix-blend-mode": "normal"}
# What a style may do to the shape itself since SVG 2; here shapes and their places are attributes.
_SHAPING = frozenset((
    "transform", "transform-origin", "translate", "rotate", "scale", "d", "x", "y", "cx", "cy", "r", "rx", "ry",
    "width", "height", "mask-image", "clip", "offset-path",
))  # fmt: skip
_NOTHING = ("none", "auto", "initial", "unset")

START: Mapping[str, str] = {
    "fill": "black", "fill-rule": "nonzero", "fill-opacity": "1", "stroke": "none", "stroke-width": "1",
    "stroke-opacity": "1", "stroke-linecap": "butt", "stroke-linejoin": "miter", "stroke-miterlimit": "4",
    "stroke-dasharray": "none", "stroke-dashoffset": "0", "color": "black", "visibility": "visible",
    "clip-rule": "nonzero", "opacity": "1", "display": "inline", "clip-path": "none", "stop-color": "black",
    "stop-opacity": "1", "paint-order": "normal", "overflow": "", "mask": "none", "mask-type": "luminance",
    "vector-effect": "none", **dict.fromkeys(_MARKERS, "none"), **_UNDRAWN,
}  # fmt: skip
_KNOWN = frozenset((*START, *_SHAPING, "marker", "background", "background-color"))


def properties(element: Element, outer: Mapping[str, str], sheet: StyleSheet) -> dict[str, str]:
    """All properties of an element that stands in one with the properties `outer`."""
    given = {name: value for name, value in element.attributes.items() if name in START}
    given |= _declared(element, sheet)
    if "marker" in given:
        given = dict.fromkeys(_MARKERS, given["marker"]) | given
    found = dict(START)
    found.update((name, outer[name]) for name in _INHERITED)
    for name, value in given.items():
        # A drawing program for browsers writes null where it has nothing to say.
        if name not in START or value in ("", "null", "unset"):
            continue
        if value == "inherit":
            value = outer.get(name, START[name])
        found[name] = START[name] if value == "initial" else value
    return found


def standing(element: Element, sheet: StyleSheet) -> dict[str, str]:
    """The properties of an element where it stands in the file, whoever names it."""
    if element.standing is None:
        outer = START if element.parent is None else standing(element.parent, sheet)
        element.standing = properties(element, outer, sheet)
    return element.standing


def tell_undrawn(element: Element, given: Mapping[str, str], sheet: StyleSheet, faults: Faults) -> None:
    """Tell of properties that would change what is seen, and of places that a style gives."""
    for name, usual in _UNDRAWN.items():
        if given[name] != usual:
            faults.add("page.svg_undrawn", element.line, what=name)
    declared = _declared(element, sheet)
    for name in () if element.name == "svg" else sorted(_SHAPING & declared.keys()):
        if declared[name] not in _NOTHING:
            faults.add("page.svg_undrawn", element.line, what=f"style: {name}")
    if "transform-origin" in element.attributes and "transform" in element.attributes:
        faults.add("page.svg_undrawn", element.line, what="transform-origin")


def background(root: Element, sheet: StyleSheet) -> str:
    """The colour behind a whole drawing, which is a style of its outermost element alone."""
    declared = _declared(root, sheet)
    return declared.get("background-color", declared.get("background", "none"))


def _declared(element: Element, sheet: StyleSheet) -> dict[str, str]:
    """What style sheets and its own style say of an element, looked up once: it may be drawn a thousand times."""
    if element.declared is None:
        ruled, important = sheet.of(element)
        own, own_important = declarations(element.attributes.get("style", ""))
        found = ruled | own | important | own_important
        element.declared = {name: value for name, value in found.items() if name in _KNOWN}
    return element.declared
