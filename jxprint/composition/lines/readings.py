"""Readings at the line (注音, ruby): pinyin or bopomofo above what it is read for, centred (CLREQ 3.3); beside vertical
lines by `beside`.

A reading wider than its base spreads the base out evenly; a base with its reading is never parted. A
word read by a syllable a character is as many bases, and a line may end between two of them. All amounts are
thousandths of an em of the line's size.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from msgspec import Struct

from jxprint.composition.lines.glyphs import Glyphs
from jxprint.composition.lines.pairs import HALF
from jxprint.composition.lines.reading_runs import READING_SCALE, ReadingPart
from jxprint.composition.lines.records import MissingGlyph
from jxprint.composition.lines.setting import Look
from jxprint.fonts import Face
from jxprint.fonts import Shaped as ShapedText
from jxprint.text.classes import (
    CENTRED,
    CLOSING,
    CONNECTOR,
    FINAL,
    HAN,
    INTERPUNCT,
    MINUS,
    OPENING,
    PAUSE,
    SOLIDUS,
    SPACE,
    STACKED,
)

# White between two readings side by side, in ems of their own size.
APART_EM = 0.25
_MARKS = (PAUSE, FINAL, OPENING, CLOSING, CENTRED)
_CENTRED = (INTERPUNCT, SOLIDUS, CONNECTOR, MINUS, STACKED, PAUSE, FINAL)


class Parts(Struct, frozen=True):
    """A reading's parts, how far they reach along the line, and the size of their letters as a share of the line's."""

    parts: tuple[ReadingPart, ...]
    width: float
    scale: float


class Shaped(Struct, frozen=True):
    """A reading as shaped. Its base starts with glyph `first`, and the reading, `width` wide, stands over the glyphs
    `over` [begin, end): white at the base's ends is not read. Its middle stands `aside` of theirs. `span` are the
    base's code points.
    """

    first: int
    over: tuple[int, int]
    aside: float
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


def annotate(glyphs: Glyphs, shape: Callable[[Look], Parts] = over) -> dict[int, Shaped]:
    """Give bases the room that their readings need wherever they stand in a line; the readings by their base's last
    glyph.

    A base whose marks may give their white keeps so much that its reading never stands over a neighbour or outside the
    measure: where the reading needs it, its marks give none (their class for spacing becomes HAN). Nor does it give a
    half that is two quarters: one of them would take the reading off its middle.
    """
    found: dict[int, Shaped] = {}
    if glyphs.looks is None or not any(look.reading for look in glyphs.looks):
        return found
    spacing = glyphs.spacing = list(glyphs.spacing)
    for first, last, look in _groups(glyphs.looks):
        reading = shape(look)
        begin, end = _read(glyphs, first, last + 1)
        needed, base = reading.width + APART_EM * 1000 * reading.scale, sum(glyphs.advance[begin:end])
        gives = sum(_gives(glyphs, k) for k in range(begin, end))
        for k in range(first, last + 1):
            if spacing[k] == CENTRED or (spacing[k] in _MARKS and needed > base - gives):
                spacing[k] = HAN
        # The copy's own spaces close as the line wants it.
        base -= sum(glyphs.advance[k] for k in range(begin, end) if spacing[k] == SPACE)
        each = max(0.0, needed - base) / (end - begin)
        aside = _beside_glyph(glyphs, begin) - _beside_glyph(glyphs, end - 1)
        for k in range(begin, end):
            glyphs.advance[k] += each
            glyphs.lead[k] -= each / 2
        found[last] = Shaped(first, (begin, end), aside, reading.parts, reading.width, look.reading_span)
    return found


def hold_together(bases: Iterable[tuple[int, Shaped]], prices: list[float | None]) -> None:
    """Take away the breaks within bases."""
    for last, shaped in bases:
        prices[shaped.first + 1 : last + 1] = [None] * (last - shaped.first)


def _read(glyphs: Glyphs, begin: int, end: int) -> tuple[int, int]:
    """Glyphs [begin, end) without the white at either end: a line's end swallows it, and nobody reads it."""
    inner = [k for k in range(begin, end) if glyphs.classes[k] != SPACE]
    return (inner[0], inner[-1] + 1) if inner else (begin, end)


def _beside_glyph(glyphs: Glyphs, k: int) -> float:
    """How far the middle of a base moves to its right where it starts with glyph `k`, a mark in the middle of a width
    that is not its glyph's: · is half an em wide, or an em, however the face draws it.

    Where its width is white at both ends, the eye takes the base to end with the glyph. Where the glyph reaches outside
    its width, only readers that see glyphs and no ink do so: then half of the way, a sixteenth of an em from either.
    """
    if glyphs.classes[k] not in _CENTRED:
        return 0.0
    early = glyphs.lead[k]
    return -early / (4 if early > 0 else 2)


def _gives(glyphs: Glyphs, k: int) -> float:
    """The most that a glyph of a base may give up."""
    if glyphs.spacing[k] == SPACE:
        return glyphs.advance[k]
    return HALF if glyphs.spacing[k] in _MARKS else 0.0


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
