"""Readings over the line (注音, ruby): pinyin or bopomofo above what it is read for, centred (CLREQ 3.3).

A reading wider than its base spreads the base out evenly; a base with its reading is never parted. All
amounts are thousandths of an em of the line's size.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from jxprint.composition.lines.glyphs import Glyphs
from jxprint.composition.lines.records import MissingGlyph
from jxprint.composition.lines.setting import READING_SCALE, Look
from jxprint.fonts import Face
from jxprint.fonts import Shaped as ShapedText

# White between two readings side by side: a quarter of an em of their own size.
_APART = 125.0


class Shaped(Struct, frozen=True):
    """A reading as shaped, over the glyphs from `first` on; `span` are the code points that it stands over."""

    first: int
    text: str
    face: Face
    glyphs: tuple[int, ...]
    advances: tuple[float, ...]
    starts: tuple[int, ...]
    span: tuple[int, int]

    @property
    def width(self) -> float:
        """The reading's own width."""
        return sum(self.advances)


def annotate(glyphs: Glyphs, prices: list[float | None]) -> dict[int, Shaped]:
    """Give bases the room that their readings need and hold them together; the readings by their last glyph."""
    found: dict[int, Shaped] = {}
    if glyphs.looks is None:
        return found
    for first, last, look in _groups(glyphs.looks):
        face, shaped = _shaped(look)
        advances = tuple(advance * 1000 * READING_SCALE for advance in shaped.advances)
        base = sum(glyphs.advance[first : last + 1])
        extra = max(0.0, sum(advances) + _APART - base)
        each = extra / (last + 1 - first)
        for k in range(first, last + 1):
            glyphs.advance[k] += each
            glyphs.lead[k] -= each / 2
            if k > first:
                prices[k] = None
        span = look.reading_span
        found[last] = Shaped(first, look.reading, face, shaped.glyphs, advances, shaped.clusters, span)
    return found


def _groups(looks: list[Look]) -> Iterator[tuple[int, int, Look]]:
    """First and last glyph of each stretch under one reading."""
    first = 0
    for k in range(1, len(looks) + 1):
        if k == len(looks) or looks[k].reading_span != looks[first].reading_span:
            if looks[first].reading:
                yield first, k - 1, looks[first]
            first = k


def _shaped(look: Look) -> tuple[Face, ShapedText]:
    """The reading in the first face that has all of it: a word in two faces is no word."""
    chain = look.reading_chain
    assert chain is not None  # given with every reading
    for face in chain.faces:
        shaped = face.shape(look.reading, ("pwid",))
        if 0 not in shaped.glyphs:
            return face, shaped
    raise MissingGlyph(look.reading)
