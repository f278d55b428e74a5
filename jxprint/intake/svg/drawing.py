"""The tree of an SVG file drawn: every shape as a path with its paints, in the drawing's own points."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jxprint.artwork import Clip, Commands, Drawing, Group, Matrix, Path, Stroke, times
from jxprint.intake.svg.faults import Faults
from jxprint.intake.svg.markup import REFUSED, Element
from jxprint.intake.svg.numbers import MOST_COMMANDS, TooManyError, bounded, length, number, share, transform
from jxprint.intake.svg.outlines import shape_of
from jxprint.intake.svg.paints import LOCAL, Box, Paints
from jxprint.intake.svg.properties import START, StyleSheet, properties
from jxprint.intake.svg.viewport import Viewport, viewport

_SHAPES = ("path", "rect", "circle", "ellipse", "line", "polyline", "polygon")
_GROUPS = ("g", "a", "svg", "use")
# What is drawn only where something names it, and what is never drawn.
_SILENT = (
    "defs", "title", "desc", "metadata", "style", "linearGradient", "radialGradient", "clipPath", "pattern", "mask",
    "filter", "marker", "symbol", "view",
)  # fmt: skip
_TEXT = ("text", "tspan", "textPath", "tref", "altGlyph")
_CAPS = {"butt": 0, "round": 1, "square": 2}
_JOINS = {"miter": 0, "round": 1, "bevel": 2}
MOST_SHAPES = 50_000
_DEEPEST = 96
# What is scaled to nothing is not drawn (SVG 1.1, 7.4).
_FLAT = 1e-12

_Item = Path | Group


def drawn(root: Element, faults: Faults) -> Drawing | None:
    """The drawing; what is wrong is among the faults."""
    view = viewport(root, faults)
    if view is None:
        return None
    named: dict[str, Element] = {}
    sheet = StyleSheet()
    for element in _all(root):
        named.setdefault(element.attributes.get("id", ""), element)
        if element.name == "style":
            sheet.read(element.text, element.line, faults)
    walk = _Walk(named, sheet, faults, view)
    outer = properties(root, START, sheet, faults)
    items = tuple(walk.inside(root, outer, view.matrix, 0))
    if not items and not faults.found:
        faults.add("page.svg_empty", root.line)
    return Drawing(view.width, view.height, Group(items, walk.opacity(root, outer)))


def _all(element: Element) -> Iterator[Element]:
    yield element
    for child in element.children:
        yield from _all(child)


class _Walk:
    def __init__(self, named: Mapping[str, Element], sheet: StyleSheet, faults: Faults, view: Viewport) -> None:
        self._named = named
        self._sheet = sheet
        self._faults = faults
        self._view = view.view
        self._paints = Paints(named, sheet, faults)
        # Elements as often as they are drawn, so that what uses what uses what has an end.
        self._shapes = 0
        self._commands = 0
        self._used: list[str] = []

    def inside(self, element: Element, outer: Mapping[str, str], matrix: Matrix, depth: int) -> Iterator[_Item]:
        """What the children of an element draw."""
        for child in element.children:
            yield from self._element(child, outer, matrix, depth + 1)

    def _element(self, element: Element, outer: Mapping[str, str], matrix: Matrix, depth: int) -> Iterator[_Item]:
        name = element.name
        self._shapes += 1
        if name in _SILENT or name in REFUSED:  # what is refused was told when the file was read
            return
        if name in _TEXT:
            self._faults.add("page.svg_text", element.line)
            return
        if name not in _SHAPES and (name not in _GROUPS or name == "svg"):
            self._faults.add("page.svg_undrawn", element.line, what=f"<{name}>")
            return
        for count, most in ((depth, _DEEPEST), (self._shapes, MOST_SHAPES), (self._commands, MOST_COMMANDS)):
            if count > most:
                self._too_large(element, most)
                return
        given = properties(element, outer, self._sheet, self._faults)
        if given["display"] == "none":
            return
        try:
            matrix = times(transform(element.attributes.get("transform", "")), matrix)
            clip = self._clip(given["clip-path"], matrix, element.line)
            items = tuple(self._content(element, given, matrix, depth))
            opacity = self.opacity(element, given)
        except TooManyError:
            self._too_large(element, MOST_COMMANDS)
            return
        except ValueError as wrong:
            self._faults.add("page.svg_no_value", element.line, what=str(wrong))
            return
        if not items or opacity == 0:
            return
        if opacity == 1 and clip is None:
            yield from items
        else:
            yield Group(items, opacity, clip)

    def _too_large(self, element: Element, most: int) -> None:
        self._faults.add("page.svg_too_large", element.line, what=f"> {most}", most=f"{most}")

    def _content(self, element: Element, given: Mapping[str, str], matrix: Matrix, depth: int) -> Iterator[_Item]:
        if element.name == "use":
            yield from self._use(element, given, matrix, depth)
        elif element.name in _GROUPS:
            yield from self.inside(element, given, matrix, depth)
        elif given["visibility"] == "visible":
            yield from self._shape(element, given, matrix)

    def _use(self, element: Element, given: Mapping[str, str], matrix: Matrix, depth: int) -> Iterator[_Item]:
        """What stands elsewhere, drawn here."""
        href = element.attributes.get("href", "#")
        if not href:  # out of the file, which has been told
            return
        name = href[1:]
        named = self._named.get(name)
        if not name or named is None or name in self._used:
            self._faults.add("page.svg_nothing_named", element.line, what=name)
            return
        if named.name not in (*_SHAPES, "g", "a", "use"):
            self._faults.add("page.svg_undrawn", element.line, what=f"<use> <{named.name}>")
            return
        x, y = (length(element.attributes.get(key, "0"), of) for key, of in zip("xy", self._view, strict=True))
        self._used.append(name)
        yield from self._element(named, given, times((1.0, 0.0, 0.0, 1.0, x, y), matrix), depth + 1)
        self._used.pop()

    def _shape(self, element: Element, given: Mapping[str, str], matrix: Matrix) -> Iterator[Path]:
        commands = shape_of(element.name, element.attributes, self._view)
        self._commands += len(commands)
        for value in matrix:
            bounded(value)
        if not commands or abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]) < _FLAT:
            return
        box = _box(commands)
        fill, seen = self._paints.paint(given["fill"], given, box, element.line)
        opacity = seen * share(given["fill-opacity"])
        stroke = self._stroke(given, box, element.line)
        if element.name == "line" or opacity == 0:
            fill = None
        if fill is not None or stroke is not None:
            yield Path(commands, matrix, fill, given["fill-rule"] == "evenodd", opacity, stroke)

    def _stroke(self, given: Mapping[str, str], box: Box, line: int) -> Stroke | None:
        width = length(given["stroke-width"], (self._view[0] ** 2 / 2 + self._view[1] ** 2 / 2) ** 0.5)
        paint, seen = self._paints.paint(given["stroke"], given, box, line)
        opacity = seen * share(given["stroke-opacity"])
        if paint is None or width <= 0 or opacity == 0:
            return None
        dash = given["stroke-dasharray"].strip()
        lengths = [] if dash == "none" else [length(one) for one in dash.replace(",", " ").split()]
        if any(one < 0 for one in lengths):
            raise ValueError(dash)
        lengths = [] if not any(lengths) else lengths if len(lengths) % 2 == 0 else 2 * lengths
        caps, joins = given["stroke-linecap"], given["stroke-linejoin"]
        if caps not in _CAPS or joins not in _JOINS:
            raise ValueError(joins if caps in _CAPS else caps)
        miter, start = max(1.0, number(given["stroke-miterlimit"])), length(given["stroke-dashoffset"])
        return Stroke(paint, width, _CAPS[caps], _JOINS[joins], miter, tuple(lengths), start, opacity)

    def _clip(self, text: str, matrix: Matrix, line: int) -> Clip | None:
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
            if shown.name not in _SHAPES:
                if shown.name not in _SILENT:
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

    def opacity(self, element: Element, given: Mapping[str, str]) -> float:
        """The opacity of an element as a whole."""
        try:
            return share(given["opacity"])
        except ValueError as wrong:
            self._faults.add("page.svg_no_value", element.line, what=str(wrong))
            return 1.0


def _box(commands: Commands) -> Box:
    """The box around an outline's points, control points as well: gradients that fit a curve's box differ by little."""
    values = [float(value) for command in commands for value in command[1:]]
    xs, ys = values[::2], values[1::2]
    return min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)
