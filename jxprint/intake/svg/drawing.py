"""The tree of an SVG file drawn: every shape as a path with its paints, in the drawing's own points."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from jxprint.artwork import IDENTITY, Clip, Drawing, Group, Matrix, Path, times
from jxprint.errors import Phrase
from jxprint.intake.svg.bodies import cut
from jxprint.intake.svg.boxes import is_within
from jxprint.intake.svg.clips import SHAPES, SILENT, Clips
from jxprint.intake.svg.context import Context, Item
from jxprint.intake.svg.faults import Faults
from jxprint.intake.svg.markup import FOREIGN, REFUSED, Element
from jxprint.intake.svg.numbers import TooManyError, length, share, transform
from jxprint.intake.svg.paints import colour
from jxprint.intake.svg.properties import START, background, properties, tell_undrawn
from jxprint.intake.svg.shapes import Shapes
from jxprint.intake.svg.sheets import StyleSheet
from jxprint.intake.svg.viewport import Viewport, nested, viewport

_GROUPS = ("g", "a", "svg", "use", "switch")
_TEXT = ("text", "tspan", "textPath", "tref", "altGlyph")


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
    items = tuple(_Walk(Context(named, sheet, faults, view.view)).whole(root, view))
    if not faults.found and not any(is_within(item, view.width, view.height) for item in items):
        faults.add("page.svg_empty", root.line)
    return Drawing(view.width, view.height, Group(items))


def _all(element: Element) -> Iterator[Element]:
    yield element
    for child in element.children:
        yield from _all(child)


class _Walk:
    def __init__(self, context: Context) -> None:
        self._context = context
        self._faults = context.faults
        self._shapes = Shapes(context)
        self._clips = Clips(context)
        context.inside = self._inside

    def whole(self, root: Element, view: Viewport) -> Iterator[Item]:
        """What the file draws, on its background."""
        try:
            given = properties(root, START, self._context.sheet)
            behind = background(root, self._context.sheet).removesuffix("repeat").strip()
            ground, opacity = (None, 0.0) if behind in ("none", "", "initial") else colour(behind)
            matrix = times(transform(root.attributes.get("transform", "")), view.matrix)
            if given["display"] == "none" or share(given["opacity"]) == 0:
                return
            items: tuple[Item, ...] = tuple(self._inside(root, given, matrix, 0))
            if ground is not None and opacity:
                right, foot = view.width, view.height
                edge = (("M", 0.0, 0.0), ("L", right, 0.0), ("L", right, foot), ("L", 0.0, foot), ("Z",))
                items = (Path(edge, IDENTITY, ground, False, opacity), *items)
            yield from self._finished(root, given, matrix, items)
        except TooManyError as wrong:
            self._too_large(root, wrong.most)
        except ValueError as wrong:
            self._faults.add("page.svg_no_value", root.line, what=str(wrong))

    def _inside(self, element: Element, outer: Mapping[str, str], matrix: Matrix, depth: int) -> Iterator[Item]:
        """What the children of an element draw."""
        for child in element.children:
            if child.name not in SILENT and child.name not in REFUSED:  # these were told when they were read
                yield from self._element(child, outer, matrix, depth + 1)

    def _element(self, element: Element, outer: Mapping[str, str], matrix: Matrix, depth: int) -> Iterator[Item]:
        try:
            self._context.bounds.element(element, depth)
            given = properties(element, outer, self._context.sheet)
            # What nobody sees is not judged.
            if given["display"] == "none" or share(given["opacity"]) == 0:
                return
            if element.name not in (*SHAPES, *_GROUPS, "symbol"):
                self._refuse(element, given)
                return
            matrix = times(transform(element.attributes.get("transform", "")), matrix)
            items = tuple(self._content(element, given, matrix, depth))
            yield from self._finished(element, given, matrix, items)
        except TooManyError as wrong:
            self._too_large(element, wrong.most)
        except ValueError as wrong:
            self._faults.add("page.svg_no_value", element.line, what=str(wrong))

    def _finished(
        self, element: Element, given: Mapping[str, str], matrix: Matrix, items: Sequence[Item]
    ) -> Iterator[Item]:
        """Items as the element around them has them: clipped, masked, let through."""
        if not items:
            return
        tell_undrawn(element, given, self._context.sheet, self._faults)
        clips = list(self._clips.clips(given["clip-path"], matrix, element.line, items))
        if given["mask"] != "none":
            clips += cut(self._context, element, given["mask"], matrix, items)
        opacity = share(given["opacity"])
        if opacity == 1 and not clips:
            yield from items
            return
        group = Group(tuple(items), opacity, clips[0] if clips else None)
        for clip in clips[1:]:
            group = Group((group,), 1.0, clip)
        yield group

    def _refuse(self, element: Element, given: Mapping[str, str]) -> None:
        """What is no shape and no group."""
        name, href = element.name, element.attributes.get("href", "")
        if given["visibility"] != "visible" or (name in _TEXT and not _says(element)):
            return
        if name in _TEXT:
            self._faults.add("page.svg_text", element.line)
        elif name == "image" and href.strip() and not href.strip().lower().startswith("data:"):
            self._faults.add("page.svg_link", element.line, what=href.strip())
        elif name in FOREIGN:
            self._faults.add(FOREIGN[name], element.line)
        else:
            self._faults.add("page.svg_undrawn", element.line, what=f"<{name}>")

    def _too_large(self, element: Element, most: int) -> None:
        what = Phrase("page.svg_counts", {"most": f"{most}"})
        self._faults.add("page.svg_too_large", element.line, what=what, most=f"{most}")

    def _content(self, element: Element, given: Mapping[str, str], matrix: Matrix, depth: int) -> Iterator[Item]:
        if element.name == "use":
            yield from self._use(element, given, matrix, depth)
        elif element.name == "switch":
            choices = (one for one in element.children if one.name not in SILENT and not _asks(one))
            for chosen in (*choices,)[:1]:
                yield from self._element(chosen, given, matrix, depth + 1)
        elif element.name == "svg" or (element.name == "symbol" and "viewBox" in element.attributes):
            yield from self._nested(element, given, matrix, depth)
        elif element.name not in SHAPES:
            yield from self._inside(element, given, matrix, depth)
        elif given["visibility"] == "visible":
            yield from self._shapes.shape(element, given, matrix)

    def _nested(self, element: Element, given: Mapping[str, str], matrix: Matrix, depth: int) -> Iterator[Item]:
        """A drawing within the drawing."""
        placed = nested(element, self._context.view)
        if placed is None:
            return
        kept, self._context.view = self._context.view, placed.view
        items = tuple(self._inside(element, given, times(placed.matrix, matrix), depth))
        self._context.view = kept
        if given["overflow"] in ("visible", "auto"):
            yield from items
        elif items:
            yield Group(items, 1.0, Clip(((matrix, placed.outline),), False))

    def _use(self, element: Element, given: Mapping[str, str], matrix: Matrix, depth: int) -> Iterator[Item]:
        """What stands elsewhere, drawn here."""
        href = element.attributes.get("href", "#")
        if not href:  # out of the file, which has been told
            return
        name = href[1:]
        named = self._context.named.get(name)
        if not name or named is None:
            self._faults.add("page.svg_nothing_named", element.line, what=name)
            return
        if named.name in SILENT and named.name != "symbol":
            self._faults.add("page.svg_undrawn", element.line, what=f"<use> <{named.name}>")
            return
        view = self._context.view
        x, y = (length(element.attributes.get(key, "0"), of) for key, of in zip("xy", view, strict=True))
        shown = named
        if named.name in ("svg", "symbol"):  # as large as it is used
            sides = {key: element.attributes[key] for key in ("width", "height") if key in element.attributes}
            shown = replace(named, attributes=named.attributes | sides)
        with self._context.drawing(named, element.line) as is_new:
            if is_new:
                yield from self._element(shown, given, times((1.0, 0.0, 0.0, 1.0, x, y), matrix), depth + 1)


def _says(element: Element) -> bool:
    """Whether text has any characters; editors leave empty lines where one was begun."""
    own = element.name == "tref" or bool(element.text.strip())
    return own or any(_says(child) for child in element.children if child.name not in SILENT)


def _asks(element: Element) -> bool:
    """Whether an element of a switch is for readers that can do more (SVG 1.1, 5.8), or for another language."""
    languages = element.attributes.get("systemLanguage")
    is_other = languages is not None and not any(one.strip().startswith("zh") for one in languages.split(","))
    return is_other or element.name == "foreignObject" or bool(element.attributes.get("requiredExtensions", "").strip())
