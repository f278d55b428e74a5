"""Clip paths (SVG 1.1, 14.3): areas inside shapes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jxprint.artwork import Clip, Commands, Group, Matrix, Path, times
from jxprint.intake.svg.boxes import around
from jxprint.intake.svg.context import Context
from jxprint.intake.svg.markup import Element
from jxprint.intake.svg.numbers import length, transform
from jxprint.intake.svg.outlines import shape_of
from jxprint.intake.svg.properties import properties, standing

SHAPES = ("path", "rect", "circle", "ellipse", "line", "polyline", "polygon")
# What is drawn only where something names it, and what is never drawn.
SILENT = (
    "defs", "title", "desc", "metadata", "style", "linearGradient", "radialGradient", "clipPath", "pattern", "mask",
    "filter", "marker", "symbol", "view", "font", "font-face", "cursor", "color-profile",
)  # fmt: skip
# Clip paths that clip clip paths.
_DEEPEST = 8


class Clips:
    """Reads clip paths."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def clips(self, text: str, matrix: Matrix, line: int, items: Sequence[Path | Group]) -> Iterator[Clip]:
        """The clip path of items, and those that clip it; several shapes are one area, by the rule of the first."""
        depth = 0
        while text.strip() != "none":
            element = self._context.find(text, "clipPath", line)
            if element is None:
                return
            depth += 1
            if depth > _DEEPEST:
                self._context.faults.add("page.svg_round", element.line, what=text)
                return
            space = self._space(element, matrix, items)
            if space is not None:
                yield self._clip(element, times(transform(element.attributes.get("transform", "")), space))
            text, line = standing(element, self._context.sheet)["clip-path"], element.line

    def _space(self, element: Element, matrix: Matrix, items: Sequence[Path | Group]) -> Matrix | None:
        if element.attributes.get("clipPathUnits", "userSpaceOnUse") == "userSpaceOnUse":
            return matrix
        box = around(items, matrix)
        return None if box is None else times((box[2], 0.0, 0.0, box[3], box[0], box[1]), matrix)

    def _clip(self, element: Element, matrix: Matrix) -> Clip:
        outlines: list[tuple[Matrix, Commands]] = []
        rules: list[str] = []
        outer = standing(element, self._context.sheet)
        for child in element.children:
            given = properties(child, outer, self._context.sheet)
            if given["display"] == "none" or child.name in SILENT:
                continue
            own = times(transform(child.attributes.get("transform", "")), matrix)
            shown = child
            if child.name == "use":
                shown = self._context.named.get(child.attributes.get("href", "#")[1:], child)
                view = self._context.view
                x, y = (length(child.attributes.get(key, "0"), of) for key, of in zip("xy", view, strict=True))
                own = times((1.0, 0.0, 0.0, 1.0, x, y), own)
                own = times(transform(shown.attributes.get("transform", "")), own) if shown is not child else own
                given = properties(shown, given, self._context.sheet)
            if shown.name not in SHAPES:
                self._context.faults.add("page.svg_undrawn", child.line, what=f"<clipPath> <{shown.name}>")
            elif given["clip-path"] != "none":
                self._context.faults.add("page.svg_undrawn", child.line, what="<clipPath> clip-path")
            elif given["visibility"] == "visible" and given["display"] != "none":
                self._context.bounds.element(shown, 0)
                outlines.append((own, shape_of(shown.name, shown.attributes, self._context.view)))
                self._context.bounds.outline(len(outlines[-1][1]))
                rules.append(given["clip-rule"])
        return Clip(tuple(outlines), "evenodd" in rules[:1])
