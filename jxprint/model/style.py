"""A house style (版式规范): type styles by role, punctuation, rules and inks, shared by the pages of a paper."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct, field
from msgspec.structs import replace

from jxprint.errors import Place
from jxprint.ink import BLACK, Ink
from jxprint.model.makeup import MakeupStyle

Align = Literal["justify", "start", "centre", "end"]
Level = Literal["none", "basic", "gb", "strict", "house"]
PunctuationWidth = Literal["full_width", "line_end_half", "mixed_width", "half_width", "plain"]
Loners = Literal["report", "avoid"]
Region = Literal["CN", "TW", "HK"]


# What stands for the page's number in words that a house writes.
PAGE_FIELD = "{page}"


class TypeStyle(Struct, frozen=True):
    """How one role of text is set.

    `face` is a font role (`song`, `hei`, `kai`, …), `weight` one of `regular`, `bold`, `black`. `size_by_span` gives
    other sizes for parts over that many base columns. `steps_pt` are smaller sizes that a head may fall back to, in
    order. `pitch_pt` is the line pitch where the role does not stand on the grid line by line. `rows` are the rows
    of the grid that a head's first line takes; `autospace_em` is the space between Han and Latin or digits.
    `half_marks` sets colons, quotes and brackets of a head half width, `half_marks_at_need` does where a line finds no
    room else. `tracking_em` is how far the gaps of a head may close, and the tracking that it has where there is room;
    body type has none. `of_body` is the size in ems of the page's body type where the style says it so. `max_lines`:
    into so many lines a line of a head is broken that is too long at every size, None for what is usual. `name_em`
    opens two-character names to this width (bylines), None leaves them. `half_digits` sets digits exactly half an em
    wide (GB/T 15835). `place` is where the style names the face.
    """

    face: str
    size_pt: float
    weight: str = "regular"
    size_by_span: Mapping[int, float] = field(default_factory=dict)
    steps_pt: tuple[float, ...] = ()
    pitch_pt: float | None = None
    rows: int | None = None
    align: Align = "start"
    indent_em: float = 0.0
    autospace_em: float = 0.0
    half_marks: bool = False
    half_marks_at_need: bool = False
    tracking_em: tuple[float, float] = (0.0, 0.0)
    max_lines: int | None = None
    half_digits: bool = False
    name_em: float | None = None
    ink: str = "black"
    of_body: float | None = None
    place: Place = Place()

    def size_over(self, span: int) -> float:
        """The size in points for a part over `span` base columns."""
        return self.size_by_span.get(span, self.size_pt)

    def at_body(self, body_pt: float) -> TypeStyle:
        """The role on a page whose body type has this size."""
        if self.of_body is None or (size := self.of_body * body_pt) == self.size_pt:
            return self
        pitch = self.pitch_pt * size / self.size_pt if self.pitch_pt is not None else None
        return replace(self, size_pt=size, pitch_pt=pitch)


class PunctuationStyle(Struct, frozen=True):
    """Line-break prohibition level (避头尾, CLREQ 3.1.4) and punctuation width style (CLREQ 3.1.6) of a page.

    `hanging` lets a stop stand outside the measure at a line's end (标点悬挂, CLREQ 3.1.8); it goes with widths that
    leave a line's end untrimmed. Taiwan's and Hong Kong's 、，。 hang in vertical text alone. `region` says whose marks
    are set, None: the page's language tells. `starts` and `ends` are characters that a house lets neither start nor end
    a line beside those of the level. `vertical_quotes`: vertical text shows “”‘’ as 『』「」 (GB/T 15834, 5.2); the
    copy keeps them.
    """

    level: Level = "gb"
    width: PunctuationWidth = "line_end_half"
    hanging: bool = False
    region: Region | None = None
    starts: str = ""
    ends: str = ""
    vertical_quotes: bool = True

    def region_for(self, language: str) -> Region:
        """Whose marks are set in a language (BCP 47)."""
        if self.region is not None:
            return self.region
        parts = language.lower().split("-")
        if "hk" in parts or "mo" in parts:
            return "HK"
        return "TW" if "tw" in parts or "hant" in parts else "CN"


class Justification(Struct, frozen=True):
    """How far a line may be opened and squeezed to fill its measure (齐行, CLREQ 3.2), in ems.

    `widest_em`: no gap between two Han wider than this where any breaking of the paragraph allows it. `after_mark_em`:
    the most that a gap opens behind a mark, whose white half is there already, and before a stop, which hangs on to
    what it follows. The space between Han and Latin or digits runs from `autospace_least_em` to `autospace_most_em`, a
    word space from `word_space_least_em` to `word_space_most_em`. `squeeze_stops`: whether 。？！ within a line may
    give up their white half, last of all.
    `hyphenate`: whether Latin words break at their syllables. `faithful_widest_em`: how wide a gap may be where lines
    are known to have ended at certain places (忠实复排); a quarter of an em is the thinnest space of metal type (四分
    空).
    """

    widest_em: float = 0.13
    after_mark_em: float = 0.095
    autospace_least_em: float = 0.125
    autospace_most_em: float = 0.25
    word_space_least_em: float = 0.2
    word_space_most_em: float = 0.5
    squeeze_stops: bool = True
    hyphenate: bool = True
    faithful_widest_em: float = 0.25


class ParagraphEnds(Struct, frozen=True):
    """What a house does about a paragraph's lines that stand alone at the end of a leg (孤行, CLREQ): its last at the
    next one's head (widow line), its first at the foot (orphan line). They are counted among a page's figures always.
    """

    widow_lines: Loners = "report"
    orphan_lines: Loners = "report"


class RuleStyle(Struct, frozen=True):
    """A rule (线): one stroke a width, in points, from the outside in; `gap_pt` stands between two strokes. A dotted
    one (点线) has round dots as large as its width.
    """

    widths_pt: tuple[float, ...]
    gap_pt: float = 0.0
    ink: str = "black"
    pattern: Literal["solid", "dotted"] = "solid"

    @property
    def depth_pt(self) -> float:
        """From edge to edge."""
        return sum(self.widths_pt) + self.gap_pt * (len(self.widths_pt) - 1)


class TableRules(Struct, frozen=True):
    """The rules of a table by name: above it, under its head, under it, and those of a grid; None draws none."""

    top: str | None = None
    header: str | None = None
    bottom: str | None = None
    grid: str | None = None


class Spacing(Struct, frozen=True):
    """White between parts, in rows of the grid unless the name says otherwise. Text that runs round something keeps
    `runaround_gap_em` from it, and lines no shorter than `runaround_least_em` (ems of the body type).
    `picture_gap_pt` stands between the pictures of a group, None: half the white between two columns. `head_white`: a
    head takes so many rows above, below and between its lines at the least (the trade's reckoning); None leaves it to
    the other two.
    """

    between_parts: float = 2.0
    head_white: float | None = None
    head_to_byline: float = 0.5
    byline_to_text: float = 0.5
    picture_to_caption_pt: float = 4.0
    picture_gap_pt: float | None = None
    stack_rule: str | None = None
    runaround_gap_em: float = 1.0
    runaround_least_em: float = 6.0


class JumpWords(Struct, frozen=True):
    """What a jumped story (转版) says at its cut and where it goes on; `{page}` is the number of the other page. `here`
    are the words within one page.
    """

    to: str = "（下转第{page}版）"
    from_: str = "（上接第{page}版）"
    to_here: str = "（下转本版）"
    from_here: str = "（上接本版）"
    place: Place = Place()

    def to_line(self, page: int | None) -> str:
        """The line under the first part."""
        return self.to_here if page is None else self.to.replace(PAGE_FIELD, str(page))

    def from_line(self, page: int | None) -> str:
        """The line over the continuation."""
        return self.from_here if page is None else self.from_.replace(PAGE_FIELD, str(page))


FittingStep = Literal["marks", "head", "picture", "pitch"]


class Fitting(Struct, frozen=True):
    """What may be done so that a page fits (拼文量), in which order: tighten marks within their limits (a story gives
    lines), set heads a step smaller, crop pictures, narrow the page's one pitch. The pitch changes for the whole page
    or not at all, between `pitch_least_pt` and `pitch_most_pt`; without them it stays. White that is over goes to
    pictures first, then over heads, `head_rows` at the most over each, then into the pitch.
    """

    order: tuple[FittingStep, ...] = ("picture",)
    pitch_least_pt: float | None = None
    pitch_most_pt: float | None = None
    head_rows: int = 1


class HouseStyle(Struct, frozen=True):
    """Everything that pages of one paper share. `roles` has at least `body`; see layout/README.md for the others.

    `fonts` names a newsroom's own faces: the key is a font role, with a weight after a full stop where it is not
    the regular one (`song`, `song.bold`); the values are files or family names in order of preference. They come
    before the faces that jxprint carries. `font_places` says where each key of `fonts` has its value, and
    `placeholder_place` where the label of placeholders stands; `file` is what it was read from.
    """

    name: str
    roles: Mapping[str, TypeStyle]
    fonts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    font_places: Mapping[str, Place] = field(default_factory=dict)
    punctuation: PunctuationStyle = PunctuationStyle()
    justification: Justification = Justification()
    paragraph_ends: ParagraphEnds = ParagraphEnds()
    rules: Mapping[str, RuleStyle] = field(default_factory=dict)
    table: TableRules = TableRules()
    spacing: Spacing = Spacing()
    fitting: Fitting = Fitting()
    makeup: MakeupStyle = field(default_factory=MakeupStyle)
    inks: Mapping[str, Ink] = field(default_factory=lambda: {"black": BLACK})
    placeholder_tint: float = 0.08
    placeholder_label: str = ""
    placeholder_place: Place = Place()
    jump: JumpWords = JumpWords()
    file: str = ""
