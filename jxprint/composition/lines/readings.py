"""Readings at the line (注音, ruby): pinyin or bopomofo above what it is read for, centred (CLREQ 3.3); beside vertical
lines by `beside`.

A reading wider than its base spreads the base out evenly; a base with its reading is never parted. All
amounts are thousandths of an em of the line's size.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec import Struct

from jxprint.composition.lines.glyphs import Glyphs
from jxprint.composition.lines.reading_runs import READING_SCALE, ReadingPart
from jxprint.composition.lines.records import MissingGlyph
from jxprint.composition.lines.setting import Look
from jxprint.fonts import Face
from jxprint.fonts import Shaped as ShapedText

# White between two readings side by side, in ems of their own size.
APART_EM = 0.25


class Parts(Struct, frozen=True):
    """A reading's parts, how far they reach along the line, and the size of their letters as a share of the line's."""

    parts: tuple[ReadingPart, ...]
    width: float
    scale: float


class Shaped(Struct, frozen=True):
    """A reading as shaped, over the glyphs from `first` on; `span` are the code points that it stands over, `width` is
    its own.
    """

    first: int
    parts: tuple[ReadingPart, ...]
    width: float
    span: tuple[int, int]


def over(look: Look) -> Parts:
    """The reading over a stretch of a horizontal line. Raises MissingGlyph."""
    face, shaped = shaped_whole(look)
    scale = 1000 * READING_SCALE
    advances = tuple([advance * scale for advance in shaped.advances])
    part = ReadingPart(face, look.reading, shaped.glyphs, advances, shaped.clusters)
    return Parts((part,), sum(advances), READING_SCALE)


def annotate(
    glyphs: Glyphs, prices: list[float | None], shape: Callable[[Look], Parts] = over
) -> dict[int, Shaped]:
    """Give bases the room that their readings need and hold them together; the readings by their last glyph."""
    found: dict[int, Shaped] = {}
    if glyphs.looks is None:
        return found
    for first, last, look in _groups(glyphs.looks):
        reading = shape(look)
        base = sum(glyphs.advance[first : last + 1])
        extra = max(0.0, reading.width + APART_EM * 1000 * reading.scale - base)
        each = extra / (last + 1 - first)
        for k in range(first, last + 1):
            glyphs.advance[k] += each
            glyphs.lead[k] -= each / 2
            if k > first:
                prices[k] = None
        found[last] = Shaped(first, reading.parts, reading.width, look.reading_span)
    return found


def _groups(looks: list[Look]) -> Iterator[tuple[int, int, Look]]:
    """First and last glyph of each stretch under one reading."""
    first = 0
    for k in range(1, len(looks) + 1):
        if k == len(looks) or looks[k].reading_span != looks[first].reading_span:
            if looks[first].reading:
                yield first, k - 1, looks[first]
            first = k


def shaped_whole(look: Look) -> tuple[Face, ShapedText]:
    """A reading in the first face that has all of it: a word in two faces is no word. Raises MissingGlyph."""
    chain = look.reading_chain
    assert chain is not None  # given with every reading
    for face in chain.faces:
        shaped = face.shape(look.reading, ("pwid",))
        if 0 not in shaped.glyphs:
            return face, shaped
    raise MissingGlyph(look.reading)
