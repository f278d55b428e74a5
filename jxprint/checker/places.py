"""Where on a page what was read stands: boxes that a report marks, and places in the copy of what was seen alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from jxprint.checker.alignment import Hunk
from jxprint.checker.expected import ExpectedText
from jxprint.checker.glyphs import Glyph, Oddity, Reading
from jxprint.checker.tidying import counterparts
from jxprint.errors import Finding
from jxprint.geometry import PT_PER_MM

# Left, top, width and height; points from the top left corner of the trim box, y down. No width: between two glyphs.
Box = tuple[float, float, float, float]

# A glyph's em stands this much over its baseline.
_OVER_EM = 0.86
# Boxes that one finding has; a story in many legs has a dozen.
_BOXES = 48
# What stands no further apart (ems) is one line, or lines of one leg.
_APART_EM, _LEADING_EM, _INDENT_EM = 1.6, 1.2, 2.6
_PEN_PT = 0.02
# So much of a text is looked for in the copy by itself.
_TOLD = 6


def boxes_of(reading: Reading, start: int, end: int) -> tuple[Box, ...]:
    """Boxes about the characters [start, end) of a reading; where there are none, the place between two."""
    if start >= end:
        return tuple(_between(reading, start))
    glyphs: dict[int, Glyph] = {}
    for at in range(start, end):
        glyph = reading.glyph(at)
        if glyph is not None:
            glyphs[id(glyph)] = glyph
    return tuple(_gathered(_lines(glyphs.values())))[:_BOXES]


def millimetres(boxes: Iterable[Box]) -> tuple[Box, ...]:
    """Boxes in millimetres, to a tenth."""
    return tuple(
        (round(x / PT_PER_MM, 1), round(y / PT_PER_MM, 1), round(w / PT_PER_MM, 1), round(h / PT_PER_MM, 1))
        for x, y, w, h in boxes
    )


def _between(reading: Reading, at: int) -> Iterator[Box]:
    glyph = reading.glyph(at)
    if glyph is None:
        return
    x, y, wide, high = _box(glyph)
    is_behind = at >= len(reading.text)
    if glyph.down:
        yield x, y + (high if is_behind else 0.0), wide, 0.0
    else:
        yield x + (wide if is_behind else 0.0), y, 0.0, high


def _box(glyph: Glyph) -> Box:
    if glyph.down:
        return glyph.x - glyph.size / 2, glyph.y, glyph.size, glyph.width
    return glyph.x, glyph.y - _OVER_EM * glyph.size, glyph.width, glyph.size


def _lines(glyphs: Iterable[Glyph]) -> Iterator[tuple[Box, Glyph]]:
    """Glyphs beside one another on a line as one box, with the line's first glyph."""
    box: Box | None = None
    first = last = None
    for glyph in glyphs:
        if box is not None and first is not None and last is not None and _goes_on(last, glyph):
            box = _around(box, _box(glyph))
        else:
            if box is not None and first is not None:
                yield box, first
            box, first = _box(glyph), glyph
        last = glyph
    if box is not None and first is not None:
        yield box, first


def _goes_on(last: Glyph, glyph: Glyph) -> bool:
    if last.down != glyph.down:
        return False
    along, across = (glyph.y - last.y, glyph.x - last.x) if glyph.down else (glyph.x - last.x, glyph.y - last.y)
    return abs(across) < glyph.size / 2 and -glyph.size < along - last.width < _APART_EM * glyph.size


def _gathered(lines: Iterable[tuple[Box, Glyph]]) -> Iterator[Box]:
    """Lines of one leg below one another as one box."""
    whole: Box | None = None
    for box, first in lines:
        if whole is not None and _is_under(whole, box, first):
            whole = _around(whole, box)
            continue
        if whole is not None:
            yield whole
        whole = box
    if whole is not None:
        yield whole


def _is_under(whole: Box, box: Box, first: Glyph) -> bool:
    em = first.size
    if first.down:
        gap, apart = whole[0] - box[0] - box[2], box[1] - whole[1]
    else:
        gap, apart = box[1] - whole[1] - whole[3], box[0] - whole[0]
    return -em / 2 < gap < _LEADING_EM * em and abs(apart) < _INDENT_EM * em


def _around(one: Box, two: Box) -> Box:
    left, top = min(one[0], two[0]), min(one[1], two[1])
    right, foot = max(one[0] + one[2], two[0] + two[2]), max(one[1] + one[3], two[1] + two[3])
    return left, top, right - left, foot - top


def located(
    findings: Sequence[tuple[Finding, Oddity]], copy: ExpectedText, reading: Reading, hunks: Sequence[Hunk]
) -> Iterator[Finding]:
    """Findings about what was seen with its place in the copy as well, and its boxes, where its first glyph is found;
    `hunks` are the differences of the reading from the copy.
    """
    pens: dict[tuple[int, int], list[int]] | None = None
    like: list[int] = []
    for finding, oddity in findings:
        said = str(oddity.args.get("text", ""))
        if oddity.at is None or not said:
            yield finding
            continue
        if pens is None:
            pens, like = _pens(reading), counterparts(copy.text, reading.text, hunks)
        yield _with_place(finding, oddity.at, said, copy, reading, pens, like)


def _pens(reading: Reading) -> dict[tuple[int, int], list[int]]:
    """The characters of a reading by where their pens stand."""
    pens: dict[tuple[int, int], list[int]] = {}
    at = 0
    for glyph in reading.glyphs:
        pens.setdefault(_cell(glyph.x, glyph.y), []).append(at)
        at += len(glyph.text)
    return pens


def _cell(x: float, y: float) -> tuple[int, int]:
    return round(x / _PEN_PT), round(y / _PEN_PT)


def _with_place(
    finding: Finding,
    pen: tuple[float, float],
    said: str,
    copy: ExpectedText,
    reading: Reading,
    pens: dict[tuple[int, int], list[int]],
    like: Sequence[int],
) -> Finding:
    for at in pens.get(_cell(*pen), ()):
        if not reading.text.startswith(said[0], at):
            continue
        end = at + 1
        while end - at < len(said) and reading.text[end : end + 1] == said[end - at]:
            end += 1
        args = {**finding.args, "boxes_mm": millimetres(boxes_of(reading, at, end))}
        return _in_copy(replace(finding, args=args), copy, like[at])
    # What nobody sees is in no reading; the copy may say it once all the same.
    said = said.rstrip("…")
    return _in_copy(finding, copy, copy.text.find(said) if len(said) >= _TOLD and copy.text.count(said) == 1 else -1)


def _in_copy(finding: Finding, copy: ExpectedText, at: int) -> Finding:
    found = copy.locate(at) if at >= 0 else None
    if found is None:
        return finding
    passage, offset = found
    return replace(finding, place=passage.at(offset), args={**finding.args, "role": passage.role})
