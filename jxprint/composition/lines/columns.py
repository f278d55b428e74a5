"""Set vertical lines (直行): one column from top to bottom, justified but not yet placed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import get_args

from msgspec import Struct

from jxprint.composition.lines.downcells import Cell, Downwards
from jxprint.composition.lines.justified import set_one_line
from jxprint.composition.lines.oriented import Way
from jxprint.composition.lines.outlines import outlined
from jxprint.composition.lines.setting import Hyphen, Setting
from jxprint.fonts import Face
from jxprint.ink import Ink
from jxprint.placed import Field, GlyphRun, Orientation, Outline, SourceRef, TextLine

_ORIENTATION: dict[Way, Orientation] = dict(zip(get_args(Way), ("vertical", "rotated", "horizontal"), strict=True))


class ColumnSegment(Struct, frozen=True):
    """Glyphs of one face that stand alike on a vertical line; parallel tuples as in GlyphRun.

    `across` and `along` lead from the line's centre and head to the first pen, in points (right and down); `size` is
    smaller than the line's where a figure had to be. `start` and `end` are code points of the paragraph.
    """

    face: Face
    way: Way
    across: float
    along: float
    size: float
    start: int
    end: int
    text: str
    shown: str
    glyphs: tuple[int, ...]
    advances: tuple[float, ...]
    starts: tuple[int, ...]
    offsets: tuple[float, ...]


class ColumnLine(Struct, frozen=True):
    """One vertical line: code points [start, end) of the paragraph. Lengths in points, down the page.

    `y` is where its first pen stands below the head of the measure (indent, centring), `width` how far it reaches down
    from there; the other fields are those of SetLine.
    """

    start: int
    end: int
    y: float
    width: float
    measure: float
    justified: bool
    adjustment: float
    size_pt: float
    ink: Ink
    language: str
    segments: tuple[ColumnSegment, ...]
    lead_length: int = 0
    hyphen: Hyphen | None = None
    rescued: bool = False

    def at(self, x: float, y: float, *, part: str, field: Field, index: int, leg: int = 0) -> TextLine:
        """The line on the page, its centre at `x`, the head of its measure at `y`; see SetLine.at."""
        head, lead = y + self.y, self.lead_length
        runs = tuple(
            GlyphRun(
                segment.face.id,
                segment.size,
                self.ink,
                x + segment.across,
                head + segment.along,
                segment.text,
                segment.glyphs,
                segment.advances,
                segment.starts,
                SourceRef(part, field, index, segment.start - lead, segment.end - lead)
                if segment.start >= lead
                else SourceRef(part, "dateline", 0, segment.start, segment.end),
                segment.offsets,
                _ORIENTATION[segment.way],
                self.language,
                segment.shown if segment.shown != segment.text else None,
            )
            for segment in self.segments
        )
        hyphen, drawn = self._hyphen(x, head)
        return TextLine(
            x, head, self.measure, leg, runs, self.justified, self.adjustment, hyphen, drawn, self.rescued, self.width
        )

    def _hyphen(self, x: float, head: float) -> tuple[float, tuple[Outline, ...]]:
        """Width and outline of the hyphen behind a broken word, which lies turned."""
        if self.hyphen is None:
            return 0.0, ()
        last = self.segments[-1]
        along = head + last.along + sum(last.advances)
        flat = outlined(self.hyphen.face, ((self.hyphen.glyph, 0.0),), 0.0, last.size, self.ink)
        drawn = tuple(_turned(outline, x + last.across, along) for outline in flat)
        return self.hyphen.advance * self.size_pt / 1000, drawn


def _turned(outline: Outline, x: float, y: float) -> Outline:
    """An outline about the origin turned clockwise and moved: right becomes down, up becomes right."""
    commands: list[tuple[str | float, ...]] = []
    for name, *numbers in outline.commands:
        values = [float(number) for number in numbers]
        points = [(x - down, y + right) for right, down in zip(values[::2], values[1::2], strict=True)]
        commands.append((name, *(number for point in points for number in point)))
    return Outline(tuple(commands), outline.fill)


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
    offsets = [
        offset for segment in line.segments for offset in segment.offsets or (0.0,) * len(segment.glyphs)
    ]
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
        tuple(_segments(down, stretch.begin, (advances, offsets), setting)),
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
            segments += _figure(down, first, along, setting)
        else:
            segments.append(_segment(down, (first, k), along, (way, offsets[first - begin : k - begin]), setting))
        along += sum(way)
        first = k
    return segments


def _alike(down: Downwards, one: int, other: int) -> bool:
    cells, faces = down.cells, down.measured.faces
    return (
        cells[one].way != "stood"
        and cells[one].way == cells[other].way
        and cells[one].across == cells[other].across
        and faces[one] is faces[other]
    )


def _segment(
    down: Downwards,
    cells: tuple[int, int],
    along: float,
    ways: tuple[Sequence[float], Sequence[float]],
    setting: Setting,
) -> ColumnSegment:
    (begin, end), (advances, offsets) = cells, ways
    measured, size = down.measured, setting.size_pt
    first = measured.starts[begin]
    stop = measured.starts[end] if end < len(measured) else len(measured.text)
    across = down.cells[begin].across * size / 1000
    return ColumnSegment(
        measured.faces[begin],
        down.cells[begin].way,
        # A turned baseline stands to the left of the centre: what was up is right now.
        -across if down.cells[begin].way == "rotated" else across,
        along,
        size,
        first,
        stop,
        measured.text[first:stop],
        "".join(cell.shown for cell in down.cells[begin:end]),
        tuple(measured.glyphs[begin:end]),
        tuple(advances),
        tuple(start - first for start in measured.starts[begin:end]),
        tuple(offsets) if any(offsets) else (),
    )


def _figure(down: Downwards, k: int, along: float, setting: Setting) -> list[ColumnSegment]:
    """A figure side by side, centred on the line and in its em, made smaller where it is wider than that."""
    measured, figure = down.measured, down.cells[k].figure
    stop = measured.starts[k + 1] if k + 1 < len(measured) else len(measured.text)
    total = sum(glyph.advance for glyph in figure)
    scale = min(1.0, 1000 / total) if total else 1.0
    size = setting.size_pt * scale
    across = -total * size / 2000
    segments: list[ColumnSegment] = []
    for at, glyph in enumerate(figure):
        end = figure[at + 1].start if at + 1 < len(figure) else stop
        # The em box stands in the middle of the cell: its centre is the cell's, whatever the size.
        centre = (glyph.face.ascent_em + glyph.face.descent_em) / 2
        text = measured.text[glyph.start : end]
        advance = glyph.advance * size / 1000
        segments.append(
            ColumnSegment(
                glyph.face, "stood", across, along + setting.size_pt / 2 + centre * size, size, glyph.start, end,
                text, text, (glyph.glyph,), (advance,), (0,), (),
            )
        )  # fmt: skip
        across += advance
    return _joined(segments)


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
            (*last.starts, segment.start - last.start), (),
        )  # fmt: skip
    return joined
