"""Colours and gradients (SVG 1.1, 11 and 13)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from colorsys import hls_to_rgb
from functools import lru_cache

from msgspec.structs import replace

from jxprint.artwork import Colour, Paint
from jxprint.intake.svg.bodies import tiles
from jxprint.intake.svg.boxes import Box
from jxprint.intake.svg.context import Context
from jxprint.intake.svg.gradients import Stop, lay
from jxprint.intake.svg.markup import Element
from jxprint.intake.svg.numbers import LOCAL, TooManyError, numbers, share
from jxprint.intake.svg.properties import standing

_HEX = re.compile(r"#([0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})")
_HSL = re.compile(r"hsla?\(([^()]*)\)", re.I)
_RGB = re.compile(r"rgba?\(([^()]*)\)", re.I)
# The same colour for a press, behind the one that is seen (SVG 1.1, 11.2).
_PRINTED = re.compile(r"(?:icc-color|device-cmyk)\([^()]*\)$")
# Gradients borrow from gradients that borrow.
_BORROWED = 8
_MOST_STOPS = 256
_WORDS = ("title", "desc", "metadata")


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    """The colours that have names (SVG 1.1, 4.4): Pillow's list is the same. It keeps numbers in it for the names that
    somebody drew with.
    """
    from PIL.ImageColor import colormap

    told = ((name, value if isinstance(value, str) else bytes(value[:3]).hex()) for name, value in colormap.items())
    return {name: f"#{value.lstrip('#')}" for name, value in told}


def colour(text: str) -> tuple[Colour, float]:
    """A colour and its opacity. Raises ValueError where it is none."""
    text = _PRINTED.sub("", text.strip().lower()).strip()
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
    """Reads paints."""

    def __init__(self, context: Context) -> None:
        self._context = context
        # By what names them: gradients are used again and again.
        self._known: dict[int, tuple[Element, list[Stop]]] = {}

    def paint(self, text: str, given: Mapping[str, str], box: Box, line: int) -> tuple[Paint | None, float]:
        """A paint in the space of the shape, whose box is `box`, and its opacity; None where nothing is painted."""
        text = text.strip()
        if text in ("none", ""):
            return None, 1.0
        match = LOCAL.fullmatch(text)
        if match is None:
            return self._colour(given["color"] if text.lower() == "currentcolor" else text, line)
        element = self._context.named.get(match[1])
        if element is None:
            if match[2].strip() and not LOCAL.match(match[2].strip()):
                return self.paint(match[2], given, box, line)
            self._context.faults.add("page.svg_nothing_named", line, what=match[1])
            return None, 1.0
        try:
            if element.name == "pattern":
                return tiles(self._context, element, self._lent(element), box), 1.0
            if element.name in ("linearGradient", "radialGradient"):
                return self._gradient(element, box)
        except TooManyError:
            raise
        except ValueError as wrong:
            self._context.faults.add("page.svg_no_value", element.line, what=str(wrong))
            return None, 1.0
        self._context.faults.add("page.svg_undrawn", element.line, what=f"<{element.name}>")
        return None, 1.0

    def _colour(self, text: str, line: int) -> tuple[Paint | None, float]:
        try:
            return colour(text)
        except ValueError:
            self._context.faults.add("page.svg_no_value", line, what=text)
            return None, 1.0

    def _gradient(self, element: Element, box: Box) -> tuple[Paint | None, float]:
        """A gradient; none at all without stops."""
        if id(element) not in self._known:
            lender = self._lent(element)
            self._known[id(element)] = lender, self._stops(lender)
        lender, stops = self._known[id(element)]
        self._context.bounds.outline(len(stops))
        return lay(element.name, lender.attributes, stops, box, self._context.view) if stops else (None, 1.0)

    def _lent(self, element: Element) -> Element:
        """A gradient or pattern with what it borrows from another, and that from another."""
        self._context.bounds.element(element, 0)
        found = [element]
        while len(found) <= _BORROWED and (href := found[-1].attributes.get("href")):
            lender = self._context.named.get(href[1:])
            if lender is None or lender in found:
                self._context.faults.add("page.svg_nothing_named", found[-1].line, what=href[1:])
                break
            found.append(lender)
        given: dict[str, str] = {}
        for one in reversed(found):
            given |= {name: value for name, value in one.attributes.items() if name not in ("href", "id")}
        full = next((one for one in found if any(child.name not in _WORDS for child in one.children)), element)
        return replace(element, attributes=given, children=full.children)

    def _stops(self, element: Element) -> list[Stop]:
        stops: list[Stop] = []
        for one in element.children[:_MOST_STOPS]:
            if one.name != "stop":
                continue
            given = standing(one, self._context.sheet)
            text = given["color"] if given["stop-color"].lower() == "currentcolor" else given["stop-color"]
            stop, opacity = colour(text)
            offset = share(one.attributes.get("offset", "0"))
            stops.append((max(offset, stops[-1][0] if stops else 0.0), stop, opacity * share(given["stop-opacity"])))
        return stops
