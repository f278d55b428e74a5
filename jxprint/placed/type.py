"""Type as placed: glyph runs on lines in blocks, each with the copy that it sets."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from jxprint.geometry import Rect
from jxprint.ink import Ink
from jxprint.placed.rules import Rescue
from jxprint.placed.shapes import Shape

Orientation = Literal["horizontal", "vertical", "rotated"]
# `field` of a source reference: what of the part the text is.
Field = Literal[
    "text",
    "kicker",
    "headline",
    "deck",
    "byline",
    "dateline",
    "paragraph",
    "caption",
    "credit",
    "folio",
    "reading",
    "title",
    "line",
    "cell",
    "note",
    "mark",
    "item",
    "label",
    "jump",
]
# Role of a block of text; `subhead` and `body` are both the field `paragraph`.
Role = Literal[
    "masthead",
    "kicker",
    "headline",
    "deck",
    "standfirst",
    "byline",
    "dateline",
    "body",
    "subhead",
    "caption",
    "credit",
    "folio",
    "quote",
    "nameplate",
    "imprint",
    "ear",
    "table_header",
    "table_cell",
    "table_note",
    "list_item",
    "label",
    "jump",
]


class SourceRef(Struct, frozen=True):
    """Which copy a run sets: part (letter), field, index of the line or paragraph from 0, code points [start, end)."""

    part: str
    field: Field
    index: int
    start: int
    end: int


class GlyphRun(Struct, frozen=True):
    """Glyphs of one face, size and ink on one line, with the stored text that they show.

    `x`, `y` is the pen at the first glyph: on the baseline when horizontal; when vertical on the centre line at the
    top of the first em box; when rotated (clockwise) on the baseline of the turned text. The pen moves right when
    horizontal, down otherwise. `glyphs`, `advances` and `starts` run in parallel: glyph ids in the face's own
    numbering (never a subset's), the pen's way to the next glyph in points (justified, squeezed), and the index in
    `text` where the glyph's cluster starts. `offsets` is how far each glyph is drawn from the pen along its way
    (negative for an opening mark whose empty left half is cut off); an empty tuple means no glyph is shifted.
    `text` is the copy exactly, code point by code point; `shown` is what the reader sees where it differs
    (quotes turned to corner brackets in vertical setting), None where it does not. `link` is the address that the
    text leads to, `#2:K` for part K of page 2 and `#2` for page 2, empty where it leads nowhere. `inline` is "base" for
    what a reading (注音) stands over and "reading" for the reading itself, which follows it; "mark" is what a list puts
    before an item.
    """

    face: str
    size: float
    ink: Ink
    x: float
    y: float
    text: str
    glyphs: tuple[int, ...]
    advances: tuple[float, ...]
    starts: tuple[int, ...]
    source: SourceRef
    offsets: tuple[float, ...] = ()
    orientation: Orientation = "horizontal"
    language: str = "zh-CN"
    shown: str | None = None
    link: str = ""
    inline: Literal["", "base", "reading", "mark"] = ""


class TextLine(Struct, frozen=True):
    """One line: start (x, y of its baseline), the measure it was set to, the leg it stands in (from 0). Its measure
    begins `indent` before its start (points): an indent, what centring leaves, or the drop cap that it stands beside.

    `justified` lines fill the measure to 0.01 pt; the others (last lines, heads) are as long as they are.
    `adjustment` is what justification did, in points over the whole line: below 0 squeezed, above 0 opened. `hyphen` is
    the width of the hyphen behind the last glyph (points), which with other signs that are no text is `drawn`.
    `rescues` are the rules that it does not keep, for want of any other way.

    A vertical line runs down the page: x is its centre line, y its head, and `length` how far it reaches down (points);
    None for a horizontal one.
    """

    x: float
    y: float
    measure: float
    leg: int
    runs: tuple[GlyphRun, ...]
    justified: bool = False
    adjustment: float = 0.0
    hyphen: float = 0.0
    drawn: tuple[Shape, ...] = ()
    rescues: tuple[Rescue, ...] = ()
    length: float | None = None
    indent: float = 0.0

    @property
    def text(self) -> str:
        """The copy that it sets; a reading is said over it."""
        return "".join(run.text for run in self.runs if run.inline != "reading")


class Initial(Struct, frozen=True):
    """The drop cap (首字下沉) that a paragraph begins with: the first `runs` of its first line. It fills `frame`, the
    lines beside it (so many `lines`) `beside`, and those under these in the same leg `below`, None where there is none.
    """

    runs: int
    lines: int
    frame: Rect
    beside: Rect
    below: Rect | None


class TextBlock(Struct, frozen=True):
    """One paragraph, head line or caption: its lines in reading order, over as many legs as it runs.

    `field` and `index` name the copy as in SourceRef. `frames` are the boxes it fills, one a leg. `cell` is the row and
    column of a table that it stands in, from 0. `initial` is the drop cap that it begins with.
    """

    role: Role
    field: Field
    index: int
    lines: tuple[TextLine, ...]
    frames: tuple[Rect, ...]
    cell: tuple[int, int] | None = None
    initial: Initial | None = None
