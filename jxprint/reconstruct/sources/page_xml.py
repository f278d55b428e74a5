"""PAGE XML of PRImA, 2013 and 2019 (https://github.com/PRImA-Research-Lab/PAGE-XML): regions of lines with outlines, in
pixels of the image.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from jxprint.errors import DescriptionError, Finding, Place
from jxprint.geometry import Rect
from jxprint.intake.xml_tree import Element, parsed
from jxprint.reconstruct.evidence import Asked, Evidence
from jxprint.reconstruct.sources.recognised import Printed, Recognised, Word, evidence_of, one_of

_POINT = re.compile(r"(-?\d+(?:\.\d+)?),(-?\d+(?:\.\d+)?)")
_PICTURES = ("ImageRegion", "GraphicRegion", "LineDrawingRegion")
_CM_PER_INCH = 2.54


def read_page_xml(data: bytes, name: str, asked: Asked) -> Evidence:
    """The evidence of a page; a file has one."""
    root = parsed(data, name)
    if root.name != "PcGts":
        what = {"kind": "PAGE XML", "what": root.name}
        raise DescriptionError(Finding("sources.other_kind", Place(name, root.line), what))
    pages = list(root.named("Page"))
    page = pages[one_of(name, len(pages), asked.page)]
    found = Recognised(
        [],
        page.number("imageWidth") or 0.0,
        page.number("imageHeight") or 0.0,
        _resolution(page),
        [box for one in page.all(*_PICTURES) if (box := _outline(one)) is not None],
    )
    for region in page.all("TextRegion"):
        lines = [_line(line, region) for line in region.named("TextLine")]
        found.lines += lines or _unlined(region)
    return evidence_of(found, data, name, "page", None)


def _resolution(page: Element) -> float | None:
    fine = page.number("imageXResolution")
    if not fine:
        return None
    unit = page.attributes.get("imageResolutionUnit", "PPI")
    return fine * _CM_PER_INCH if unit == "PPCM" else fine if unit == "PPI" else None


def _outline(element: Element) -> Rect | None:
    coords = element.first("Coords")
    if coords is None:
        return None
    said = coords.attributes.get("points", "")
    points = [(float(x), float(y)) for x, y in _POINT.findall(said)]
    points += [(one.number("x") or 0.0, one.number("y") or 0.0) for one in coords.named("Point")]
    if not points:
        return None
    left, top = min(x for x, _ in points), min(y for _, y in points)
    return Rect(left, top, max(x for x, _ in points) - left, max(y for _, y in points) - top)


def _said(element: Element) -> str:
    """The text that an element says itself, the likeliest reading of several."""
    readings = sorted(element.named("TextEquiv"), key=lambda one: one.number("index") or 0)
    for one in readings:
        text = one.first("Unicode") or one.first("PlainText")
        if text is not None:
            return text.text
    return ""


def _style(*elements: Element) -> tuple[float | None, str]:
    for element in elements:
        style = element.first("TextStyle")
        if style is not None and style.number("fontSize"):
            bold = "bold" if style.attributes.get("bold") == "true" else ""
            return style.number("fontSize"), style.attributes.get("fontFamily", "") + bold
    return None, ""


def _line(line: Element, region: Element) -> Printed:
    text, box = " ".join(_said(line).split("\n")), _outline(line)
    words = list(_words(line))
    size, face = _style(line, region, *(word for word in line.named("Word")))
    direction = line.attributes.get("readingDirection") or region.attributes.get("readingDirection", "")
    if text.strip():
        words = [Word(text.strip(), box)]
    return Printed(words, box, size, face, direction == "top-to-bottom")


def _words(line: Element) -> Iterator[Word]:
    for number, word in enumerate(line.named("Word")):
        text = _said(word) or "".join(_said(glyph) for glyph in word.named("Glyph"))
        yield Word(text, _outline(word), number > 0)


def _unlined(region: Element) -> list[Printed]:
    """A region that has text and no lines: each line of its text, without a box of its own."""
    return [Printed([Word(row, None)], None) for row in _said(region).split("\n") if row.strip()]
