"""Set vertical lines (直行): one column from top to bottom, justified but not yet placed."""

from __future__ import annotations

from typing import get_args

from msgspec import Struct

from jxprint.composition.lines.oriented import Way
from jxprint.composition.lines.outlines import outlined
from jxprint.composition.lines.reading_runs import Reading, Source, reading_runs
from jxprint.composition.lines.setting import Hyphen, Look
from jxprint.composition.lines.signs import signs_beside
from jxprint.fonts import Face
from jxprint.ink import Ink
from jxprint.placed import Field, GlyphRun, Orientation, Outline, Shape, TextLine
from jxprint.placed.rules import Rescue

_ORIENTATION: dict[Way, Orientation] = dict(zip(get_args(Way), ("vertical", "rotated", "horizontal"), strict=True))
_PLAIN = Look()


class ColumnSegment(Struct, frozen=True):
    """Glyphs of one face that stand alike on a vertical line; parallel tuples as in GlyphRun.

    `across` and `along` lead from the line's centre and head to the first pen, in points (right and down); `size` is
    smaller than the line's where a figure had to be. `start` and `end` are code points of the paragraph. The reading
    beside what ends here starts from the line's head.
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
    look: Look | None = None
    reading: Reading | None = None


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
    rescues: tuple[Rescue, ...] = ()

    def at(self, x: float, y: float, *, part: str, field: Field, index: int, leg: int = 0) -> TextLine:
        """The line on the page, its centre at `x`, the head of its measure at `y`; see SetLine.at."""
        head, source = y + self.y, Source(part, field, index, self.lead_length)
        runs: list[GlyphRun] = []
        for segment in self.segments:
            runs.append(self._run(segment, x, head, source))
            reading = segment.reading
            if reading is not None:
                link = segment.look.link if segment.look is not None else ""
                start, of = (x, head + reading.x), source.of(*reading.base)
                runs += reading_runs(reading, start, self.size_pt, self.ink, self.language, of, link)
        hyphen, drawn = self._hyphen(x, head)
        drawn += tuple(
            sign for segment in self.segments for sign in signs_beside(segment, x, head, self.size_pt, self.ink)
        )
        return TextLine(
            x, head, self.measure, leg, tuple(runs), self.justified, self.adjustment, hyphen, drawn, self.rescues,
            self.width, self.y,
        )  # fmt: skip

    def _run(self, segment: ColumnSegment, x: float, head: float, source: Source) -> GlyphRun:
        look = segment.look or _PLAIN
        return GlyphRun(
            segment.face.id,
            segment.size,
            self.ink,
            x + segment.across,
            head + segment.along,
            segment.text,
            segment.glyphs,
            segment.advances,
            segment.starts,
            source.of(segment.start, segment.end),
            segment.offsets,
            _ORIENTATION[segment.way],
            look.language or self.language,
            segment.shown if segment.shown != segment.text else None,
            look.link,
            "base" if look.reading else "",
        )

    def _hyphen(self, x: float, head: float) -> tuple[float, tuple[Shape, ...]]:
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
