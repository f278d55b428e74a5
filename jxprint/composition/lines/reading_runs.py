"""Readings (注音) on their lines: the parts that one is set in, and what of the copy a line's runs show."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from jxprint.fonts import Face
from jxprint.ink import Ink
from jxprint.placed import Field, GlyphRun, Orientation, SourceRef

# A reading is half as large as what it stands over, its em box upon the line's (CLREQ 3.3.2): half an em of white holds
# it. 0.88 and 0.12 are where baselines stand in an em box.
READING_SCALE = 0.5
READING_UP_EM = 0.88 + 0.12 * READING_SCALE


class ReadingPart(Struct, frozen=True):
    """Glyphs of a reading that stand alike; parallel tuples as in GlyphRun. Thousandths of an em of the line's size.

    `scale` is its size as a share of the line's. `along` and `across` lead from the reading's start on the line (its
    baseline, or the centre of a vertical one) to the first pen: `along` the line, and to its right where it is
    vertical. Over a horizontal line all readings stand at one height.
    """

    face: Face
    text: str
    glyphs: tuple[int, ...]
    advances: tuple[float, ...]
    starts: tuple[int, ...]
    offsets: tuple[float, ...] = ()
    scale: float = READING_SCALE
    along: float = 0.0
    across: float = 0.0
    orientation: Orientation = "horizontal"


class Reading(Struct, frozen=True):
    """A reading as shaped, over the glyphs of one stretch; `x` is where it starts from the stretch's pen, in points,
    `base` the stretch's code points.
    """

    parts: tuple[ReadingPart, ...]
    x: float
    base: tuple[int, int]


class Source(Struct, frozen=True):
    """Which copy a line sets, as in SourceRef; a dateline that runs in is `lead` code points long."""

    part: str
    field: Field
    index: int
    lead: int

    def of(self, start: int, end: int) -> SourceRef:
        """The reference of some code points of the paragraph."""
        if start >= self.lead:
            return SourceRef(self.part, self.field, self.index, start - self.lead, end - self.lead)
        return SourceRef(self.part, "dateline", 0, start, end)


def reading_runs(
    reading: Reading, start: tuple[float, float], size_pt: float, ink: Ink, language: str, source: SourceRef, link: str
) -> Iterator[GlyphRun]:
    """A reading on the page. `start` is where it starts on its line (on the centre of a vertical one), in points of the
    page; `size_pt` is the line's; `source` names its base.
    """
    source = replace(source, field="reading")
    em = size_pt / 1000
    x, y = start
    spoken = _spoken("".join(part.text for part in reading.parts), language)
    for part in reading.parts:
        down = part.orientation != "horizontal"
        yield GlyphRun(
            part.face.id,
            size_pt * part.scale,
            ink,
            x + (part.across if down else part.along) * em,
            y + (part.along if down else 0.0) * em,
            part.text,
            part.glyphs,
            tuple([advance * em for advance in part.advances]),
            part.starts,
            source,
            tuple([offset * em for offset in part.offsets]) if any(part.offsets) else (),
            part.orientation,
            spoken,
            link=link,
            inline="reading",
        )


def _spoken(text: str, language: str) -> str:
    """What a reading of Chinese is written in (BCP 47): pinyin and bopomofo are no Han."""
    if not language.startswith("zh"):
        return language
    if any("\u3105" <= char <= "\u312f" for char in text):
        return "zh-Bopo"
    if any("\u3040" <= char <= "\u30ff" for char in text):
        return "ja"
    return "zh-Latn-pinyin" if text.isprintable() and all(char < "\u2e80" for char in text) else language
