"""What every part of the reader of drawings has to know: the elements by name, their style, and how much there is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

from msgspec import Struct, field

from jxprint.artwork import Group, Matrix, Path
from jxprint.intake.svg.bounds import Bounds
from jxprint.intake.svg.faults import Faults
from jxprint.intake.svg.markup import Element
from jxprint.intake.svg.numbers import LOCAL
from jxprint.intake.svg.sheets import StyleSheet

Item = Path | Group
# What the children of an element draw, given the properties around them, their matrix and how deep they stand.
Inside = Callable[[Element, Mapping[str, str], Matrix, int], Iterator[Item]]


def _nothing(_: Element, __: Mapping[str, str], ___: Matrix, ____: int) -> Iterator[Item]:
    return iter(())


class Context(Struct):
    """`view` is the width and height, in user units, that percentages are of where the walk is now."""

    named: Mapping[str, Element]
    sheet: StyleSheet
    faults: Faults
    view: tuple[float, float]
    bounds: Bounds = field(default_factory=Bounds)
    inside: Inside = _nothing
    # What is drawn now because something names it, and what fill and stroke are to markers.
    opened: list[Element] = field(default_factory=list)
    around: dict[str, str] = field(default_factory=dict)

    def find(self, text: str, kind: str, line: int) -> Element | None:
        """The element that url(#…) names; told where it is none of that kind."""
        match = LOCAL.fullmatch(text.strip())
        element = self.named.get(match[1]) if match else None
        if element is None or element.name != kind:
            self.faults.add("page.svg_nothing_named" if match else "page.svg_undrawn", line, what=text)
            return None
        return element

    @contextmanager
    def drawing(self, element: Element, line: int) -> Iterator[bool]:
        """Draw something that is named; False, and told, where it is being drawn already."""
        again = next((at for at, one in enumerate(self.opened) if one is element), None)
        if again is not None:
            names = [one.attributes.get("id", "") for one in self.opened[again:]]
            first = names.index(min(names))  # one circle is one fault, wherever it was entered
            names = names[first:] + names[:first]
            self.faults.add("page.svg_round", line, what=" → ".join((*names, names[0])))
            yield False
            return
        self.opened.append(element)
        try:
            yield True
        finally:
            self.opened.pop()
