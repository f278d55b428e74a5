"""DOCX as a source of a reconstruction: paragraphs with their styles and sizes, rows of tables; it has no positions.

How the file is opened and walked is `jxprint.exchange.word`'s affair: changes count as accepted, notes are not read.
"""

from __future__ import annotations

from jxprint.errors import DescriptionError, Finding, Place
from jxprint.exchange.word.archive import STYLES, Archive
from jxprint.exchange.word.formatting import Formatting
from jxprint.exchange.word.walking import Walk
from jxprint.intake.xml_tree import Element
from jxprint.reconstruct.doubts import UNSEEN
from jxprint.reconstruct.evidence import Asked, Evidence, Line
from jxprint.reconstruct.sources.recognised import one_of


def read_docx(data: bytes, name: str, asked: Asked) -> Evidence:
    """The evidence of a DOCX file, which is one page."""
    one_of(name, 1, asked.page)
    archive = Archive(data, name)
    document = archive.part(archive.document)
    if document is None:
        raise DescriptionError(Finding("sources.other_kind", Place(name), {"kind": "DOCX", "what": "ZIP"}))
    styles = archive.part(STYLES)
    sizes = _sizes(styles) if styles is not None else {}
    lines: list[Line] = []
    gap = number = 0
    for paragraph in Walk(formatting=Formatting(styles)).paragraphs(document):
        usual = sizes.get(paragraph.style) or sizes.get("")
        size = None if paragraph.is_row else paragraph.size_pt or usual or None
        for text in paragraph.text.split("\n"):
            number += 1
            shown = UNSEEN.sub("", text)
            if not shown.strip():
                gap += 1
                continue
            lines.append(Line(shown, number, gap, size=size, face=paragraph.style))
            gap = 0
    if not lines:
        raise DescriptionError(Finding("sources.no_text", Place(name)))
    return Evidence(name, "docx", tuple(lines), data, "DOCX")


def _sizes(root: Element) -> dict[str, float]:
    """The sizes of styles in points; of "" that of text without one."""
    found: dict[str, float] = {}
    for one in root.all("rPrDefault"):
        found[""] = _size(one) or found.get("", 0.0)
    for one in root.named("style"):
        size = _size(one)
        if size:
            found[one.attributes.get("styleId", "")] = size
    return found


def _size(element: Element) -> float | None:
    """The first size that is said in an element, in points (they are said in halves)."""
    halves = next((one.number("val") for one in element.all("sz")), None)
    return halves / 2 if halves else None
