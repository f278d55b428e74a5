"""Elements of a document: which of them are shown, and what they say of themselves."""

from __future__ import annotations

from collections.abc import Iterator

from jxprint.intake.xml_tree import Element

_OFF = ("0", "false", "off", "none")


def shown(element: Element) -> Iterator[Element]:
    """What stands in an element; of drawings and their like that are given twice, what newer programs read."""
    for one in element.children:
        if one.name == "AlternateContent":
            given = given_of(one)
            yield from shown(given) if given is not None else ()
        else:
            yield one


def given_of(alternatives: Element) -> Element | None:
    """Of what is given twice that which is read: the first that has something."""
    return next((one for one in alternatives.named("Choice", "Fallback") if one.children), None)


def all_shown(element: Element) -> Iterator[Element]:
    """All that is shown below an element; what a text box holds is its own affair."""
    for one in shown(element):
        yield one
        if one.name != "txbxContent":
            yield from all_shown(one)


def is_on(said: Element, name: str) -> bool:
    """Whether a property is said and not switched off."""
    one = said.first(name)
    return one is not None and one.attributes.get("val", "1") not in _OFF


def is_joined(paragraph: Element) -> bool:
    """Whether a paragraph goes on in the next: its own end was deleted, or it is a drop cap (17.3.1.11)."""
    said = paragraph.first("pPr")
    frame = said.first("framePr") if said is not None else None
    if frame is not None and frame.attributes.get("dropCap", "none") != "none":
        return True
    run = said.first("rPr") if said is not None else None
    return run is not None and (run.first("del") is not None or run.first("moveFrom") is not None)
