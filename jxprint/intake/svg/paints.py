"""Colours and gradients (SVG 1.1, 11 and 13)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from colorsys import hls_to_rgb
from functools import lru_cache

from jxprint.artwork import Colour, Gradient, Matrix, Paint, times
from jxprint.intake.svg.faults import Faults
from jxprint.intake.svg.markup import Element
from jxprint.intake.svg.numbers import length, numbers, share, transform
from jxprint.intake.svg.properties import START, StyleSheet, properties

_HEX = re.compile(r"#([0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})")
_HSL = re.compile(r"hsla?\(([^()]*)\)", re.I)
_RGB = re.compile(r"rgba?\(([^()]*)\)", re.I)
LOCAL = re.compile(r"url\(\s*['\"]?#([^'\")]+)['\"]?\s*\)(.*)", re.S)
# Gradients borrow from gradients that borrow.
_BORROWED = 8
_MOST_STOPS = 256

# Left, top, width and height.
Box = tuple[float, float, float, float]


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    """The colours that have names (SVG 1.1, 4.4): Pillow's list is the same."""
    from PIL.ImageColor import colormap

    return {name: value for name, value in colormap.items() if isinstance(value, str)}


def colour(text: str) -> tuple[Colour, float]:
    """A colour and its opacity. Raises ValueError where it is none."""
    text = text.strip().lower()
    if text == "transparent":
        return Colour(0.0, 0.0, 0.0), 0.0
    match = _HEX.fullmatch(_names().get(text, text))
    if match:
        digits = match[1] if len(match[1]) > 4 else "".join(2 * digit for digit in match[1])
        red, green, blue, *rest = (int(digits[at : at + 2], 16) / 255 for at in range(0, len(digits), 2))
        return Colour(red, green, blue), rest[0] if rest else 1.0
    match = _RGB.fullmatch(text) or _HSL.fullmatch(text)
    amounts = match[1].replace("/", ",").replace(",", " ").split() if match is not None else []
    if len(amounts) not in (3, 4):
        raise ValueError(text)
    if text.startswith("hsl"):
        hue = numbers(amounts[0].removesuffix("deg"))[0] / 360 % 1
        return Colour(*hls_to_rgb(hue, share(amounts[2]), share(amounts[1]))), share((*amounts[3:], "1")[0])
    red, green, blue = (
        share(one) if one.endswith("%") else min(1.0, max(0.0, numbers(one)[0] / 255)) for one in amounts[:3]
    )
    return Colour(red, green, blue), share(amounts[3]) if len(amounts) == 4 else 1.0


class Paints:
    """Reads paints; `named` are the file's elements by their identifiers."""

    def __init__(self, named: Mapping[str, Element], sheet: StyleSheet, faults: Faults) -> None:
        self._named = named
        self._sheet = sheet
        self._faults = faults

    def paint(self, text: str, given: Mapping[str, str], box: Box, line: int) -> tuple[Paint | None, float]:
        """A paint in the space of the shape, whose box is `box`, and its opacity; None where nothing is painted."""
        text = text.strip()
        if text in ("none", ""):
            return None, 1.0
        match = LOCAL.fullmatch(text)
        if match is None:
            return self._colour(given["color"] if text.lower() == "currentcolor" else text, line)
        element = self._named.get(match[1])
        if element is None:
            if match[2].strip() and not LOCAL.match(match[2].strip()):
                return self.paint(match[2], given, box, line)
            self._faults.add("page.svg_nothing_named", line, what=match[1])
            return None, 1.0
        if element.name not in ("linearGradient", "radialGradient"):
            self._faults.add("page.svg_undrawn", element.line, what=f"<{element.name}>")
            return None, 1.0
        try:
            return self._gradient(element, box), 1.0
        except ValueError as wrong:
            self._faults.add("page.svg_no_value", element.line, what=str(wrong))
            return None, 1.0

    def _colour(self, text: str, line: int) -> tuple[Paint | None, float]:
        try:
            return colour(text)
        except ValueError:
            self._faults.add("page.svg_no_value", line, what=text)
            return None, 1.0

    def _gradient(self, element: Element, box: Box) -> Paint | None:
        """A gradient; of one colour where it is one, and none at all without stops or over a box without sides."""
        lenders = self._lenders(element)
        given: dict[str, str] = {}
        for lender in reversed(lenders):
            given |= {name: value for name, value in lender.attributes.items() if name not in ("href", "id")}
        stops = next((found for lender in lenders if (found := self._stops(lender))), ())
        if given.get("spreadMethod", "pad") != "pad":
            self._faults.add("page.svg_undrawn", element.line, what="spreadMethod")
        matrix = transform(given.get("gradientTransform", ""))
        fits_box = given.get("gradientUnits", "objectBoundingBox") == "objectBoundingBox"
        if not stops or (fits_box and not (box[2] and box[3])):
            return None
        if fits_box:
            onto: Matrix = (box[2], 0.0, 0.0, box[3], box[0], box[1])
            matrix = times(matrix, onto)
        points = self._points(element, given, fits_box)
        if len(stops) == 1 or points is None:
            return stops[-1][1]
        return Gradient("linear" if element.name == "linearGradient" else "radial", points, matrix, stops)

    def _points(self, element: Element, given: Mapping[str, str], fits_box: bool) -> tuple[float, ...] | None:
        """Axis or circles, None where they have no extent."""

        def of(name: str, usual: str) -> float:
            text = given.get(name, usual)
            return length(text, 1.0) if fits_box or not text.strip().endswith("%") else length(text)

        if element.name == "linearGradient":
            axis = of("x1", "0%" if fits_box else "0"), of("y1", "0"), of("x2", "1" if fits_box else ""), of("y2", "0")
            return axis if axis[:2] != axis[2:] else None
        usual = "0.5" if fits_box else ""
        cx, cy, r = of("cx", usual), of("cy", usual), of("r", usual)
        if r < 0:
            raise ValueError("r")
        return (of("fx", f"{cx!r}"), of("fy", f"{cy!r}"), 0.0, cx, cy, r) if r else None

    def _lenders(self, element: Element) -> list[Element]:
        """The gradient and those that it borrows from, one from another."""
        found = [element]
        while len(found) <= _BORROWED and (href := found[-1].attributes.get("href")):
            lender = self._named.get(href[1:])
            if lender is None or lender in found:
                self._faults.add("page.svg_nothing_named", found[-1].line, what=href[1:])
                break
            found.append(lender)
        return found

    def _stops(self, element: Element) -> tuple[tuple[float, Colour], ...]:
        stops: list[tuple[float, Colour]] = []
        for one in element.children[:_MOST_STOPS]:
            if one.name != "stop":
                continue
            given = properties(one, START, self._sheet, self._faults)
            text = given["color"] if given["stop-color"].lower() == "currentcolor" else given["stop-color"]
            stop, opacity = colour(text)
            if opacity * share(given["stop-opacity"]) < 1:
                self._faults.add("page.svg_undrawn", one.line, what="stop-opacity")
            offset = share(one.attributes.get("offset", "0"))
            stops.append((max(offset, stops[-1][0] if stops else 0.0), stop))
        return tuple(stops)
