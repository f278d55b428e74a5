"""Clip paths (SVG 1.1, 14.3): areas inside shapes."""

from __future__ import annotations

from collections.abc import Mapping

from jxprint.artwork import Clip, Commands, Matrix, times
from jxprint.intake.svg.faults import Faults
from jxprint.intake.svg.markup import Element
from jxprint.intake.svg.numbers import length, transform
from jxprint.intake.svg.outlines import shape_of
from jxprint.intake.svg.paints import LOCAL
from jxprint.intake.svg.properties import START, StyleSheet, properties

SHAPES = ("path", "rect", "circle", "ellipse", "line", "polyline", "polygon")
# What is drawn only where something names it, and what is never drawn.
SILENT = (
    "defs", "title", "desc", "metadata", "style", "linearGradient", "radialGradient", "clipPath", "pattern", "mask",
    "filter", "marker", "symbol", "view",
)  # fmt: skip


class Clips:
    """Reads clip paths; `named` are the file's elements by their identifiers, `view` what percentages are of."""

    def __init__(
        self, named: Mapping[str, Element], sheet: StyleSheet, faults: Faults, view: tuple[float, float]
    ) -> None:
        self._named = named
        self._sheet = sheet
        self._faults = faults
        self._view = view

    def clip(self, text: str, matrix: Matrix, line: int) -> Clip | None:
        """A clip path; several shapes are one area, by the rule of the first."""
        if text.strip() == "none":
            return None
        match = LOCAL.fullmatch(text.strip())
        element = self._named.get(match[1]) if match else None
        if element is None or element.name != "clipPath":
            self._faults.add("page.svg_nothing_named" if match else "page.svg_undrawn", line, what=text)
            return None
        if element.attributes.get("clipPathUnits", "userSpaceOnUse") != "userSpaceOnUse":
            self._faults.add("page.svg_undrawn", element.line, what="clipPathUnits")
        matrix = times(transform(element.attributes.get("transform", "")), matrix)
        outlines: list[tuple[Matrix, Commands]] = []
        rules: list[str] = []
        if any("clip-path" in one.attributes for one in (element, *element.children)):
            self._faults.add("page.svg_undrawn", element.line, what="<clipPath> clip-path")
        for child in element.children:
            shown = self._named.get(child.attributes.get("href", "#")[1:], child) if child.name == "use" else child
            if shown.name not in SHAPES:
                if shown.name not in SILENT:
                    self._faults.add("page.svg_undrawn", child.line, what=f"<clipPath> <{child.name}>")
                continue
            own = times(transform(shown.attributes.get("transform", "")), matrix)
            if shown is not child:
                own = times(transform(shown.attributes.get("transform", "")), self._moved(child, matrix))
            outlines.append((own, shape_of(shown.name, shown.attributes, self._view)))
            rules.append(properties(shown, START, self._sheet, self._faults)["clip-rule"])
        return Clip(tuple(outlines), "evenodd" in rules[:1])

    def _moved(self, use: Element, matrix: Matrix) -> Matrix:
        x, y = (length(use.attributes.get(key, "0"), of) for key, of in zip("xy", self._view, strict=True))
        own = times((1.0, 0.0, 0.0, 1.0, x, y), transform(use.attributes.get("transform", "")))
        return times(own, matrix)
