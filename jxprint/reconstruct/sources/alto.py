"""ALTO XML, versions 2 to 4 (https://www.loc.gov/standards/alto/): pages of blocks of lines of strings with boxes."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from msgspec import Struct

from jxprint.errors import DescriptionError, Finding, Place
from jxprint.geometry import Rect
from jxprint.intake.xml_tree import Element, parsed
from jxprint.reconstruct.evidence import Asked, Evidence
from jxprint.reconstruct.sources.recognised import Printed, Recognised, Word, evidence_of, one_of

# Units to the inch by the name that MeasurementUnit gives; a pixel is as fine as the image was.
_UNITS = {"pixel": None, "mm10": 254.0, "inch1200": 1200.0}
_PICTURES = ("Illustration",)


class _Style(Struct, frozen=True):
    size: float | None = None
    face: str = ""


def read_alto(data: bytes, name: str, asked: Asked) -> Evidence:
    """The evidence of one page of an ALTO file."""
    root = parsed(data, name)
    if root.name != "alto":
        raise DescriptionError(
            Finding("sources.other_kind", Place(name, root.line), {"kind": "ALTO", "what": root.name})
        )
    unit = next((one.text.strip() for one in root.all("MeasurementUnit")), "pixel")
    if unit not in _UNITS:
        raise DescriptionError(Finding("sources.unknown_unit", Place(name), {"unit": unit}))
    styles = {
        one.attributes.get("ID", ""): _Style(
            one.number("FONTSIZE"), f"{one.attributes.get('FONTFAMILY', '')}{one.attributes.get('FONTSTYLE', '')}"
        )
        for one in root.all("TextStyle")
    }
    pages = list(root.all("Page"))
    number = one_of(name, len(pages), asked.page)
    page = pages[number]
    space = page.first("PrintSpace")
    found = Recognised(
        [],
        page.number("WIDTH") or (space.number("WIDTH") if space is not None else None) or 0.0,
        page.number("HEIGHT") or (space.number("HEIGHT") if space is not None else None) or 0.0,
        _UNITS[unit],
        [box for one in page.all(*_PICTURES) if (box := _box(one)) is not None],
    )
    for block in page.all("TextBlock"):
        for line in block.named("TextLine"):
            found.lines.append(_line(line, _style(block, styles, _Style()), styles))
    return evidence_of(found, data, name, "alto", number + 1 if len(pages) > 1 else None)


def _style(element: Element, styles: Mapping[str, _Style], inherited: _Style) -> _Style:
    for key in element.attributes.get("STYLEREFS", "").split():
        if key in styles:
            return styles[key]
    return inherited


def _box(element: Element) -> Rect | None:
    x, y, width, height = (element.number(key) for key in ("HPOS", "VPOS", "WIDTH", "HEIGHT"))
    if x is None or y is None or width is None or height is None:
        return None
    return Rect(x, y, max(0.0, width), max(0.0, height))


def _line(line: Element, inherited: _Style, styles: Mapping[str, _Style]) -> Printed:
    style = _style(line, styles, inherited)
    words: list[Word] = []
    strings: list[_Style] = []
    blank = False
    for one in line.named("String", "SP", "HYP"):
        if one.name == "SP":
            blank = True
            continue
        words.append(Word(one.attributes.get("CONTENT", ""), _box(one), blank))
        strings.append(_style(one, styles, style))
        blank = False
    if strings:
        style = max(strings, key=lambda own: sum(len(w.text) for w, s in zip(words, strings, strict=True) if s == own))
    box = _box(line)
    down = line.attributes.get("READINGDIRECTION", "") in ("ttb", "top-to-bottom") or _runs_down(words)
    return Printed(words, box, style.size, style.face, down)


def _runs_down(words: list[Word]) -> bool:
    """Whether words stand one below another."""
    boxes = [word.box for word in words if word.box is not None]
    return len(boxes) > 1 and all(
        other.y >= one.bottom - 0.5 * one.height and abs(other.x - one.x) < one.width for one, other in pairwise(boxes)
    )
