"""The tree of an SVG file drawn: every shape as a path with its paints, in the drawing's own points."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from jxprint.artwork import Clip, Commands, Drawing, Group, Matrix, Path, Stroke, times
from jxprint.intake.svg.clips import SHAPES, SILENT, Clips
from jxprint.intake.svg.faults import Faults
from jxprint.intake.svg.markup import FOREIGN, REFUSED, Element
from jxprint.intake.svg.numbers import MOST_COMMANDS, TooManyError, bounded, length, number, share, transform
from jxprint.intake.svg.outlines import shape_of
from jxprint.intake.svg.paints import Box, Paints
from jxprint.intake.svg.properties import START, StyleSheet, properties
from jxprint.intake.svg.viewport import Viewport, nested, viewport

_GROUPS = ("g", "a", "svg", "use", "symbol", "switch")
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
    if not faults.found and not any(_is_within(item, view) for item in items):
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
        self._clips = Clips(named, sheet, faults, view.view)
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
        if (name in SILENT and not (name == "symbol" and self._used)) or name in REFUSED:  # told when read
            return
        if name not in (*SHAPES, *_GROUPS) and not self._is_hidden(element):
            self._refuse(element)
            return
        for count, most in ((depth, _DEEPEST), (self._shapes, MOST_SHAPES), (self._commands, MOST_COMMANDS)):
            if count > most:
                self._too_large(element, most)
                return
        given = properties(element, outer, self._sheet, self._faults)
        if given["display"] == "none" or name not in (*SHAPES, *_GROUPS):
            return
        try:
            matrix = times(transform(element.attributes.get("transform", "")), matrix)
            clip = self._clips.clip(given["clip-path"], matrix, element.line)
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

    def _is_hidden(self, element: Element) -> bool:
        return properties(element, START, self._sheet, Faults())["display"] == "none"

    def _refuse(self, element: Element) -> None:
        """What is no shape and no group."""
        name, href = element.name, element.attributes.get("href", "")
        if name in _TEXT:
            self._faults.add("page.svg_text", element.line)
        elif name == "image" and href.strip() and not href.strip().lower().startswith("data:"):
            self._faults.add("page.svg_link", element.line, what=href.strip())
        elif name in FOREIGN:
            self._faults.add(FOREIGN[name], element.line)
        else:
            self._faults.add("page.svg_undrawn", element.line, what=f"<{name}>")

    def _too_large(self, element: Element, most: int) -> None:
        self._faults.add("page.svg_too_large", element.line, what=f"> {most}", most=f"{most}")

    def _content(self, element: Element, given: Mapping[str, str], matrix: Matrix, depth: int) -> Iterator[_Item]:
        if element.name == "use":
            yield from self._use(element, given, matrix, depth)
        elif element.name == "switch":
            chosen = next((child for child in element.children if not _asks(child)), None)
            if chosen is not None:
                yield from self._element(chosen, given, matrix, depth + 1)
        elif element.name == "svg" or (element.name == "symbol" and "viewBox" in element.attributes):
            placed = nested(element, self._view)
            items = tuple(self.inside(element, given, times(placed.matrix, matrix), depth))
            if items:
                yield Group(items, 1.0, Clip(((matrix, placed.outline),), False))
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
        if name in self._used or (named is not None and element in named.children):
            self._faults.add("page.svg_round", element.line, what=" → ".join([*self._used, name]))
            return
        if not name or named is None:
            self._faults.add("page.svg_nothing_named", element.line, what=name)
            return
        if named.name not in (*SHAPES, *_GROUPS):
            self._faults.add("page.svg_undrawn", element.line, what=f"<use> <{named.name}>")
            return
        x, y = (length(element.attributes.get(key, "0"), of) for key, of in zip("xy", self._view, strict=True))
        self._used.append(name)
        if named.name in ("svg", "symbol"):  # as large as it is used
            sides = {key: element.attributes[key] for key in ("width", "height") if key in element.attributes}
            named = replace(named, attributes=named.attributes | sides)
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
        even_odd = given["fill-rule"] == "evenodd"
        if fill is not None and stroke is not None and _is_stroked_first(given["paint-order"]):
            yield Path(commands, matrix, None, even_odd, 1.0, stroke)
            yield Path(commands, matrix, fill, even_odd, opacity)
        elif fill is not None or stroke is not None:
            yield Path(commands, matrix, fill, even_odd, opacity, stroke)

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

    def opacity(self, element: Element, given: Mapping[str, str]) -> float:
        """The opacity of an element as a whole."""
        try:
            return share(given["opacity"])
        except ValueError as wrong:
            self._faults.add("page.svg_no_value", element.line, what=str(wrong))
            return 1.0


def _is_within(item: _Item, view: Viewport) -> bool:
    """Whether a shape's box reaches into the drawing; one beside it is never seen."""
    if isinstance(item, Group):
        return any(_is_within(one, view) for one in item.items)
    x, y, width, height = _box(item.commands)
    corners = [(x + dx, y + dy) for dx in (0.0, width) for dy in (0.0, height)]
    a, b, c, d, e, f = item.matrix
    xs, ys = zip(*((a * x + c * y + e, b * x + d * y + f) for x, y in corners), strict=True)
    wide = item.stroke.width * (abs(a) + abs(b) + abs(c) + abs(d)) if item.stroke is not None else 0.0
    across = max(xs) + wide > 0 and min(xs) - wide < view.width
    return bool(across and max(ys) + wide > 0 and min(ys) - wide < view.height)


def _asks(element: Element) -> bool:
    """Whether an element of a switch is for readers that can do more (SVG 1.1, 5.8), or for another language."""
    languages = element.attributes.get("systemLanguage")
    is_other = languages is not None and not any(one.strip().startswith("zh") for one in languages.split(","))
    return is_other or bool(element.attributes.get("requiredExtensions", "").strip())


def _is_stroked_first(order: str) -> bool:
    words = order.split()
    return "stroke" in words and ("fill" not in words or words.index("stroke") < words.index("fill"))


def _box(commands: Commands) -> Box:
    """The box around an outline's points, control points as well: gradients that fit a curve's box differ by little."""
    values = [float(value) for command in commands for value in command[1:]]
    xs, ys = values[::2], values[1::2]
    return min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)
