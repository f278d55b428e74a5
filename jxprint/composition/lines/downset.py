"""One vertical line out of chosen cells: the budget spent as in horizontal setting, each cell placed on its way."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from msgspec import Struct
from msgspec.structs import replace

from jxprint.composition.lines.columns import ColumnLine, ColumnSegment
from jxprint.composition.lines.downcells import Cell, Downwards, FigureGlyph
from jxprint.composition.lines.justified import set_one_line
from jxprint.composition.lines.setting import Look, Setting
from jxprint.fonts import Face

# White between the inks of a figure that was closed up, in ems: Song's 3.0 goes into one em with so much.
_BETWEEN = 0.03


class Stretch(Struct, frozen=True):
    """Which cells a line takes, and how: the paragraph's indent (thousandths of an em), filled or not, rescued."""

    begin: int
    end: int
    indent: float = 0.0
    fill: bool = False
    rescued: bool = False


def set_column(down: Downwards, stretch: Stretch, setting: Setting) -> ColumnLine:
    """Cells as a line: the budget is spent as in horizontal setting, and every cell placed on its way down."""
    line = set_one_line(
        down.measured, stretch.begin, stretch.end, setting, stretch.indent, fill=stretch.fill, rescued=stretch.rescued
    )
    advances = [advance for segment in line.segments for advance in segment.advances]
    offsets = [offset for segment in line.segments for offset in segment.offsets or (0.0,) * len(segment.glyphs)]
    readings = {
        segment.end: replace(segment.reading, x=segment.x + segment.reading.x)
        for segment in line.segments
        if segment.reading is not None
    }
    segments = _segments(down, stretch.begin, (advances, offsets), setting)
    return ColumnLine(
        line.start,
        line.end,
        line.x,
        line.width,
        line.measure,
        line.justified,
        line.adjustment,
        line.size_pt,
        line.ink,
        line.language,
        tuple([replace(one, reading=readings[one.end]) if one.end in readings else one for one in segments])
        if readings
        else tuple(segments),
        line.lead_length,
        line.hyphen,
        line.rescued,
    )


def _segments(
    down: Downwards, begin: int, ways: tuple[list[float], list[float]], setting: Setting
) -> list[ColumnSegment]:
    """Cut the line where face or way of standing changes, and behind a dateline that runs in."""
    advances, offsets = ways
    cells, measured = down.cells, down.measured
    end = begin + len(advances)
    segments: list[ColumnSegment] = []
    along, first = 0.0, begin
    for k in range(begin + 1, end + 1):
        behind_lead = k < end and measured.starts[first] < setting.lead_length <= measured.starts[k]
        if k < end and not behind_lead and _alike(down, first, k):
            continue
        way = advances[first - begin : k - begin]
        if cells[first].way == "stood":
            segments += _figure(down, first, along + offsets[first - begin], setting)
        else:
            segments.append(_segment(down, (first, k), along, (way, offsets[first - begin : k - begin]), setting))
        along += sum(way)
        first = k
    return segments


def _alike(down: Downwards, one: int, other: int) -> bool:
    cells, faces, looks = down.cells, down.measured.faces, down.measured.looks
    return (
        cells[one].way != "stood"
        and cells[one].way == cells[other].way
        and cells[one].across == cells[other].across
        and faces[one] is faces[other]
        and (looks is None or looks[one] is looks[other])
    )


def _segment(
    down: Downwards,
    cells: tuple[int, int],
    along: float,
    ways: tuple[Sequence[float], Sequence[float]],
    setting: Setting,
) -> ColumnSegment:
    (begin, end), (advances, offsets) = cells, ways
    measured = down.measured
    look = measured.looks[begin] if measured.looks is not None else None
    first = measured.starts[begin]
    stop = measured.starts[end] if end < len(measured) else len(measured.text)
    return ColumnSegment(
        measured.faces[begin],
        down.cells[begin].way,
        _across(down.cells[begin], look, measured.faces[begin]) * setting.size_pt,
        along,
        setting.size_pt * (look.scale if look is not None else 1.0),
        first,
        stop,
        measured.text[first:stop],
        "".join(cell.shown for cell in down.cells[begin:end]),
        tuple(measured.glyphs[begin:end]),
        tuple(advances),
        tuple(start - first for start in measured.starts[begin:end]),
        tuple(offsets) if any(offsets) else (),
        look,
    )


def _across(cell: Cell, look: Look | None, face: Face) -> float:
    """How far the pens of a stretch stand to the right of the line's centre, in ems of the line.

    What is smaller stands in the middle of the line (CLREQ and JLREQ centre sizes on a vertical line). A sub- or
    superscript keeps its distance from the baseline of what it belongs to; up is right in a vertical line, turned or
    upright (CSS Writing Modes 4, 6.3: the over side of vertical-rl).
    """
    across = cell.across / 1000
    if look is None:
        return -across if cell.way == "rotated" else across
    base = look.scale / look.script
    if cell.way == "rotated":
        # A turned baseline stands to the left of the centre: what was up is right now.
        return look.rise_em - across * base
    return across * look.scale + look.rise_em + _middle(face) * (look.scale - base)


def _middle(face: Face) -> float:
    """How far the middle of the em box is over the baseline, in ems."""
    return (face.ascent_em + face.descent_em) / 2


def _figure(down: Downwards, k: int, along: float, setting: Setting) -> list[ColumnSegment]:
    """A figure side by side, centred on the line and in its em."""
    measured, figure = down.measured, down.cells[k].figure
    stop = measured.starts[k + 1] if k + 1 < len(measured) else len(measured.text)
    look = measured.looks[k] if measured.looks is not None else None
    scale = look.scale if look is not None else 1.0
    pens, fit = _closed_up(figure, 1000 * scale, "." in down.cells[k].shown)
    size, em = setting.size_pt * scale * fit, setting.size_pt * scale
    unit = fit * setting.size_pt / 1000
    middle = _across(down.cells[k], look, figure[0].face) * setting.size_pt
    segments: list[ColumnSegment] = []
    for at, glyph in enumerate(figure):
        end = figure[at + 1].start if at + 1 < len(figure) else stop
        # The em box stands in the middle of the cell: its centre is the cell's, whatever the size.
        text = measured.text[glyph.start : end]
        segments.append(
            ColumnSegment(
                glyph.face, "stood", middle + pens[at] * unit, along + em / 2 + _middle(glyph.face) * size, size,
                glyph.start, end, text, text, (glyph.glyph,), ((pens[at + 1] - pens[at]) * unit,), (0,), (), look,
            )
        )  # fmt: skip
    return _joined(segments)


def _closed_up(figure: Sequence[FigureGlyph], em: float, is_decimal: bool) -> tuple[list[float], float]:
    """The pens of a figure's glyphs and where it ends, about its middle, in thousandths of an em of the line; and how
    much smaller it is set.

    Two digits of half an em go in as they are. What is wider gives up the white beside its ink first: 3.0 goes in by
    that. Three digits are in one em by the standard (VT2: two or three stand side by side), and no face that comes
    along has digits a third of an em wide: closed up they are three quarters of the size, where their full widths would
    make them two thirds. A decimal is never smaller, for its point would be lost: in Kai and in bold faces, whose
    digits are broad, it reaches up to a tenth of an em over the column's edge.
    """
    widths = [glyph.advance for glyph in figure]
    pens = list(accumulate(widths, initial=0.0))
    if pens[-1] > em:
        inks = [[edge * em for edge in glyph.face.ink(glyph.glyph)] for glyph in figure]
        tight = [0.0]
        for left, right in inks:
            tight.append(tight[-1] + right - left + _BETWEEN * em)
        ends = tight[-1] - _BETWEEN * em
        tight = [*(pen - left for pen, (left, _) in zip(tight, inks, strict=False)), ends]
        share = min(1.0, (pens[-1] - em) / (pens[-1] - ends)) if ends < pens[-1] else 0.0
        pens = [wide + share * (close - wide) for wide, close in zip(pens, tight, strict=True)]
    width = pens[-1]
    fit = 1.0 if is_decimal or width <= em else em / width
    return [pen - width / 2 for pen in pens], fit


def _joined(segments: list[ColumnSegment]) -> list[ColumnSegment]:
    """Neighbours of one face made one segment."""
    joined = segments[:1]
    for segment in segments[1:]:
        last = joined[-1]
        if segment.face is not last.face:
            joined.append(segment)
            continue
        joined[-1] = ColumnSegment(
            last.face, "stood", last.across, last.along, last.size, last.start, segment.end, last.text + segment.text,
            last.shown + segment.shown, last.glyphs + segment.glyphs, last.advances + segment.advances,
            (*last.starts, segment.start - last.start), (), last.look,
        )  # fmt: skip
    return joined
