"""Texts of a part that the walk did not come to: nothing of a document is passed over without a word."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from jxprint.exchange.word.elements import given_of
from jxprint.intake.xml_tree import Element

# What holds text (ISO/IEC 29500-1, 17.3.3 and 17.16): of runs, of what was deleted, of codes of fields.
TEXTS = ("t", "delText", "instrText", "delInstrText")


def unmet_of(element: Element, met: Collection[int]) -> Iterator[str]:
    """Each such text. What is given twice, for programs of different age, is not told again where it says the same."""
    if element.name in TEXTS and id(element) not in met and element.text.strip():
        yield element.text.strip()
    if element.name != "AlternateContent":
        for one in element.children:
            yield from unmet_of(one, met)
        return
    given = given_of(element)
    yield from unmet_of(given, met) if given is not None else ()
    said = _text(given) if given is not None else ""
    for one in element.children:
        text = _text(one)
        if one is not given and text.strip() and text != said and any(id(each) not in met for each in _texts(one)):
            yield text.strip()


def _texts(element: Element) -> Iterator[Element]:
    if element.name in TEXTS:
        yield element
    yield from element.all(*TEXTS)


def _text(element: Element) -> str:
    return "".join(one.text for one in _texts(element))
