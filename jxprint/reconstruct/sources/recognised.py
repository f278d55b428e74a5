"""Lines of a source that a recogniser wrote (ALTO, PAGE XML, hOCR) made evidence: words put together, boxes in points,
sizes where the source says none.
"""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from msgspec import Struct, field
from msgspec.structs import replace

from jxprint.errors import DescriptionError, Finding, Place
from jxprint.geometry import Rect, around
from jxprint.reconstruct.evidence import Evidence, Line, Paper
from jxprint.reconstruct.sources.glyphs import TURNED
from jxprint.reconstruct.units import ems
from jxprint.reconstruct.widths import folds_stops, widened

# Recognisers write a blank between any two words; on paper it is one from this width on (ems), or between Latin words.
_BLANK = 0.7
# What an image is taken for that does not say how fine it is, and what scanners have (dots to the inch).
USUAL_DPI = 300
_SCANNED = (72, 96, 100, 150, 200, 240, 300, 400, 600, 1200)
# Lines of fewer ems tell nothing of their size.
_TELLING = 4
# An em is no further from a line's depth than this many times; marks that are closed up make a line so much shorter.
_MOST_DEPTH, _ASTRAY = 1.6, 0.25
_LONGEST_PT = 14_400.0


class Word(Struct, frozen=True):
    """A word, its box in the source's own unit, and whether a blank stands before it."""

    text: str
    box: Rect | None
    blank: bool = False


class Printed(Struct):
    """A line as it was recognised; size in points where the source says it."""

    words: list[Word]
    box: Rect | None
    size: float | None = None
    face: str = ""
    down: bool = False


class Recognised(Struct):
    """A page as it was recognised: its sides and boxes in a unit of which `dpi` go to the inch (None: unknown)."""

    lines: list[Printed]
    width: float
    height: float
    dpi: float | None
    pictures: list[Rect] = field(default_factory=list)


def one_of(name: str, count: int, page: int | None) -> int:
    """The page to read, from 0. Raises DescriptionError where several are there and none is asked for."""
    if count == 0:
        raise DescriptionError(Finding("sources.no_text", Place(name)))
    if page is None and count > 1:
        raise DescriptionError(Finding("sources.several_pages", Place(name), {"count": count}))
    if page is not None and not 1 <= page <= count:
        raise DescriptionError(Finding("sources.no_such_page", Place(name), {"page": page, "count": count}))
    return (page or 1) - 1


def evidence_of(found: Recognised, data: bytes, name: str, kind: str, page: int | None) -> Evidence:
    """The evidence of a recognised page. Raises DescriptionError where no line has a place."""
    findings: list[Finding] = []
    dpi = found.dpi or _resolution(found.lines)
    if dpi is None:
        dpi = USUAL_DPI
        findings.append(Finding("sources.no_resolution", Place(name), {}, "note"))
    scale = 72 / dpi
    depth = _em_of_depth(found.lines)
    lines: list[Line] = []
    boxless: list[str] = []
    for one in found.lines:
        line = _line(one, scale, depth, len(lines) + 1)
        if not line.text.strip():
            continue
        if line.face == TURNED:
            boxless.append(line.text)
        lines.append(line)
    if not lines:
        raise DescriptionError(Finding("sources.no_text", Place(name)))
    if len(boxless) == len(lines):
        raise DescriptionError(Finding("sources.all_boxless", Place(name)))
    if boxless:
        told = {"count": len(boxless), "text": boxless[0][:24]}
        findings.append(Finding("sources.no_box", Place(name), told, "warning"))
    exact = found.dpi is not None and all(one.size is not None for one in found.lines if one.box is not None)
    if not exact:  # a page as it was made says itself which marks it has
        lines, count = _at_full_width(lines)
        findings += [Finding("sources.widened", Place(name), {"count": count}, "note")] if count else []
    paper = _paper(found, lines, scale, exact)
    return Evidence(name, kind, tuple(lines), data, kind, tuple(findings), paper, page)


def _at_full_width(lines: Sequence[Line]) -> tuple[list[Line], int]:
    """Lines with the marks that a recogniser took for ASCII as they were printed, and how many there are. The fold is
    the one that dumps have, and so are its exceptions: numbers, times, Latin words, addresses.
    """
    stops = folds_stops("\n".join(line.text for line in lines))
    wide = [widened(line.text, stops=stops) for line in lines]
    count = sum(
        one != other for line, text in zip(lines, wide, strict=True) for one, other in zip(line.text, text, strict=True)
    )
    return [replace(line, text=text) for line, text in zip(lines, wide, strict=True)], count


def _paper(found: Recognised, lines: Sequence[Line], scale: float, exact: bool) -> Paper:
    boxes = [line.box for line in lines if line.box is not None]
    width = found.width * scale or max(box.right for box in boxes)
    height = found.height * scale or max(box.bottom for box in boxes)
    pictures = tuple(_scaled(one, scale) for one in found.pictures if one.width > 0 and one.height > 0)
    return Paper(min(width, _LONGEST_PT), min(height, _LONGEST_PT), pictures, exact)


def _scaled(box: Rect, scale: float) -> Rect:
    return Rect(box.x * scale, box.y * scale, box.width * scale, box.height * scale)


def _line(one: Printed, scale: float, depth: float, number: int) -> Line:
    own = [word.box for word in one.words if word.box is not None and word.box.width > 0 and word.box.height > 0]
    box = one.box if one.box is not None and one.box.width > 0 and one.box.height > 0 else None
    if own:
        across = around(own)
        box = across if box is None else replace(box, x=across.x, width=across.width)
    if box is None:
        return Line(_text(one.words, 0.0), number, box=Rect(0, 0, 0, 0), size=1.0, face=TURNED)
    em = (one.size or 0.0) / scale or _em(one, box, depth)
    placed = _scaled(box, scale)
    size = one.size or em * scale
    if one.down:
        return Line(_text(one.words, em), number, box=placed, size=size, face=one.face, down=True)
    return Line(_text(one.words, em), number, box=placed, size=size, face=one.face)


def _em_of_depth(lines: Sequence[Printed]) -> float:
    """How many times as deep as its box a line's em is, on this page: a recogniser's boxes hold the ink alone."""
    told = [
        one.box.width / count / one.box.height
        for one in lines
        if one.box is not None and one.box.height > 0 and not one.down and (count := _count(one)) >= _TELLING
    ]
    return min(_MOST_DEPTH, max(1 / _MOST_DEPTH, median(told))) if told else 1.0


def _count(one: Printed) -> float:
    return ems("".join(word.text for word in one.words))


def _em(one: Printed, box: Rect, depth: float) -> float:
    """About an em of a line in the source's unit: by the depth of its box, unless its characters would not have had
    the room. (A line may be spread over more.)
    """
    count = _count(one)
    length, deep = (box.height, box.width) if one.down else (box.width, box.height)
    by_length = length / count if count >= _TELLING else deep * depth
    return deep * depth if by_length > deep * depth * (1 - _ASTRAY) else by_length


def _text(words: Sequence[Word], em: float) -> str:
    text, before = "", None
    for word in words:
        if text and word.blank and _is_blank(text, word, before, em):
            text += " "
        text += word.text
        before = word.box
    return text


def _is_blank(text: str, word: Word, before: Rect | None, em: float) -> bool:
    if text[-1:].isascii() and word.text[:1].isascii():
        return True
    if before is None or word.box is None:
        return False
    return max(word.box.x - before.right, word.box.y - before.bottom) > _BLANK * em


def _resolution(lines: Sequence[Printed]) -> float | None:
    """How fine the image was, if sizes are said in points: what a scanner has nearest to it."""
    told = [
        _em(one, one.box, 1.0) / one.size * 72
        for one in lines
        if one.size and one.box is not None and one.box.height > 0 and _count(one) >= _TELLING
    ]
    if not told:
        return None
    middle = median(told)
    return min(_SCANNED, key=lambda dpi: abs(dpi - middle))
