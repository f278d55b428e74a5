"""What an XML source says outside its story: every text and every attribute, with the way to it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from jxprint.exchange.markup.blocks import Blocks
from jxprint.exchange.rough import Kind, LeftOut
from jxprint.intake.xml_tree import Aside, Element

_ASIDES: dict[str, Kind] = {"doctype": "doctype", "include": "outside", "comment": "code", "instruction": "code"}
# What of an element's attributes `Blocks` asks for.
_SAID = ("href", "class", "src", "alt", "title")


def leaves(element: Element, way: str, used: Collection[int], kind: Kind = "data") -> Iterator[LeftOut]:
    """Texts and attributes below an element; `used` are those elements (by id) that are in a story or told already."""
    if id(element) in used:
        return
    here = f"{way}/{element.name}"
    for key, value in element.attributes.items():
        if value.strip():
            yield LeftOut(kind, value, f"{here}/@{key}", element.line)
    for one in element.inner or ():
        if isinstance(one, Element):
            yield from leaves(one, here, used, kind)
        elif one.strip():
            yield LeftOut(kind, one.strip(), here, element.line)


def beside(asides: Iterable[Aside]) -> Iterator[LeftOut]:
    """What a file says that is no element, by what becomes of it: nothing."""
    for one in asides:
        yield LeftOut(_ASIDES[one.kind], one.text, one.kind, one.line)


def words(element: Element | None) -> str:
    """All text of an element on one line."""
    if element is None:
        return ""
    return " ".join("".join(one if isinstance(one, str) else f" {words(one)} " for one in element.inner or ()).split())


def feed(blocks: Blocks, element: Element, beside: Collection[str] = ()) -> Iterator[Element]:
    """Report what stands in an element; gives those within it whose names are `beside`, which are not reported."""
    for one in element.inner or ():
        if isinstance(one, str):
            blocks.line = element.line
            blocks.data(one)
        elif one.name in beside:
            yield one
        else:
            blocks.line = one.line
            if one.name == "frac-sep" and not one.text.strip():  # NITF: the bar of a fraction
                blocks.data("/")
            blocks.start(one.name, {key: value for key, value in one.attributes.items() if key in _SAID})
            yield from feed(blocks, one, beside)
            blocks.end(one.name)
