"""What line composition is asked for and what it answers."""

from __future__ import annotations

from msgspec import Struct

from jxprint.composition.lines.outlines import outlined
from jxprint.composition.lines.reading_runs import READING_UP_EM, Reading, Source, reading_runs
from jxprint.composition.lines.signs import signs_of
from jxprint.fonts import Chain, Face
from jxprint.ink import BLACK, Ink
from jxprint.model import Justification, PunctuationStyle
from jxprint.model.style import Align
from jxprint.placed import Field, GlyphRun, Shape, TextLine
from jxprint.placed.rules import Rescue


class Look(Struct, frozen=True):
    """How marked glyphs differ from the rest of their paragraph: `scale` of the size, `rise_em` of the baseline (up is
    positive, ems of the paragraph's size; in a vertical line up is right), an address that they lead to, dots under
    each character (着重号) or a line under a name (专名号: the name's code points), and the reading over them (注音)
    with the code points that it stands over and the faces that set it. `script` is the part of `scale` that a sub- or
    superscript has for being one: the text that it belongs to has the rest. `ink` is the paragraph's where it is None,
    `language` where it is empty.
    """

    scale: float = 1.0
    rise_em: float = 0.0
    link: str = ""
    dots: bool = False
    name_line: tuple[int, int] | None = None
    reading: str = ""
    reading_span: tuple[int, int] = (0, 0)
    reading_chain: Chain | None = None
    script: float = 1.0
    ink: Ink | None = None
    language: str = ""


class Span(Struct, frozen=True):
    """Code points [start, end) that are set from another chain (None: the paragraph's own) or look otherwise."""

    start: int
    end: int
    chain: Chain | None = None
    look: Look = Look()


class DropCap(Struct, frozen=True):
    """A drop cap (首字下沉): the first `length` code points stand `lines` lines deep, set by a setting of their own.

    Points: its baseline stands `drop_pt` under that of the first line, it is `width_pt` wide, and the lines beside it
    begin `reserve_pt` behind the edge that it stands at. `link` is the address that it leads to, `language` what it
    is in where that is not the paragraph's.
    """

    length: int
    lines: int
    setting: Setting
    drop_pt: float
    width_pt: float
    reserve_pt: float
    link: str = ""
    language: str = ""


class SetCap(Struct, frozen=True):
    """The drop cap that a set line begins with: the line's first `segments`. The rest as in DropCap."""

    segments: int
    lines: int
    width_pt: float
    reserve_pt: float


class Hyphen(Struct, frozen=True):
    """The hyphen that a broken word is shown with. Advance in thousandths of an em."""

    face: Face
    glyph: int
    advance: float


class Setting(Struct, frozen=True, cache_hash=True):
    """How to set a paragraph. Lengths in points, or in ems of `size_pt` where the name says so.

    The first `lead_length` code points (a dateline that runs in) are set from `lead_chain`. `spans` are what the copy
    marks, in order and apart. `tracking_em` is added to every gap that may open (heads alone; below 0 it closes them).
    """

    chain: Chain
    size_pt: float
    measure_pt: float
    indent_em: float = 0.0
    align: Align = "justify"
    autospace_em: float = 0.0
    half_marks: bool = False
    half_digits: bool = False
    name_em: float | None = None
    punctuation: PunctuationStyle = PunctuationStyle()
    justification: Justification = Justification()
    ink: Ink = BLACK
    language: str = "zh-CN"
    lead_length: int = 0
    lead_chain: Chain | None = None
    spans: tuple[Span, ...] = ()
    tracking_em: float = 0.0
    drop_cap: DropCap | None = None


class Segment(Struct, frozen=True):
    """Glyphs of one face and look on a set line; parallel tuples as in GlyphRun, `x` in points from the line's start.

    `start` and `end` are code points of the paragraph.
    """

    face: Face
    x: float
    start: int
    end: int
    text: str
    glyphs: tuple[int, ...]
    advances: tuple[float, ...]
    starts: tuple[int, ...]
    offsets: tuple[float, ...]
    look: Look | None = None
    reading: Reading | None = None


_PLAIN = Look()


class SetLine(Struct, frozen=True):
    """One line, justified but not yet placed: code points [start, end) of the paragraph, its width as set.

    `x` is where the line's first pen stands within the measure (indent, centring, ranging right). `hyphen` is shown
    behind the line's last glyph and is no text. `rescued`: the line ends where no rule lets it, for want
    of any other way; `rescues` says of this line all that was let through. `cap` is the drop cap that it begins with;
    the lines beside that are indented.
    """

    start: int
    end: int
    x: float
    width: float
    measure: float
    justified: bool
    adjustment: float
    size_pt: float
    ink: Ink
    language: str
    segments: tuple[Segment, ...]
    lead_length: int = 0
    hyphen: Hyphen | None = None
    rescued: bool = False
    rescues: tuple[Rescue, ...] = ()
    cap: SetCap | None = None

    def at(self, x: float, y: float, *, part: str, field: Field, index: int, leg: int = 0) -> TextLine:
        """The line on the page, its measure starting at `x`, its baseline at `y` (points of the page).

        `part`, `field` and `index` name the copy that the paragraph is, as in SourceRef.
        A dateline that runs in is named as its own field, and the paragraph counts from behind it.
        """
        left = x + self.x
        source = Source(part, field, index, self.lead_length)
        runs: list[GlyphRun] = []
        for segment in self.segments:
            runs.append(self._run(segment, left, y, source))
            if segment.reading is not None:
                start = left + segment.x + segment.reading.x, y - READING_UP_EM * self.size_pt
                of, link = source.of(*segment.reading.base), segment.look.link if segment.look is not None else ""
                runs += reading_runs(segment.reading, start, self.size_pt, self.ink, self.language, of, link)
        hyphen, drawn = self._hyphen(left, y)
        signs = tuple(
            sign for segment in self.segments for sign in signs_of(segment, segment.x + left, y, self.size_pt, self.ink)
        )
        drawn += signs
        return TextLine(
            left, y, self.measure, leg, tuple(runs), self.justified, self.adjustment, hyphen, drawn, self.rescues,
            indent=self.x,
        )  # fmt: skip

    def _run(self, segment: Segment, left: float, y: float, source: Source) -> GlyphRun:
        look = segment.look or _PLAIN
        return GlyphRun(
            segment.face.id,
            self.size_pt * look.scale,
            look.ink or self.ink,
            left + segment.x,
            y - look.rise_em * self.size_pt,
            segment.text,
            segment.glyphs,
            segment.advances,
            segment.starts,
            source.of(segment.start, segment.end),
            segment.offsets,
            "horizontal",
            look.language or self.language,
            link=look.link,
            inline="base" if look.reading else "",
        )

    def _hyphen(self, left: float, y: float) -> tuple[float, tuple[Shape, ...]]:
        """Width and outline of the hyphen: a drawing, so that no reader takes it for text."""
        if self.hyphen is None:
            return 0.0, ()
        last = self.segments[-1]
        x = left + last.x + sum(last.advances)
        drawn = outlined(self.hyphen.face, ((self.hyphen.glyph, x),), y, self.size_pt, self.ink)
        return self.hyphen.advance * self.size_pt / 1000, drawn
