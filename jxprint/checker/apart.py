"""Where both readers see a text: they reckon places from the same numbers, each in its own way. A number that one reads
as another, a metric that only one heeds, sets type elsewhere on paper though every text is right.
"""

from __future__ import annotations

from collections.abc import Iterator

from jxprint.checker.glyphs import Glyph, Oddity, ReadPage, by_character

# How far both may be apart (of the type's size, and in points): what either of them rounds.
_OF_SIZE, _AT_LEAST_PT = 0.3, 0.5
_SHOWN = 24


def places_apart(first: ReadPage, again: ReadPage) -> Iterator[Oddity]:
    """Text that the readers see in different places, told once a page. Where they read different texts, that is told
    elsewhere.
    """
    if "".join([glyph.text for glyph in first.stream]) != "".join([glyph.text for glyph in again.stream]):
        return
    apart = [
        glyph
        for glyph, other in zip(by_character(first.stream), by_character(again.stream), strict=True)
        if (abs(glyph.x - other.x) > _AT_LEAST_PT or abs(glyph.y - other.y) > _AT_LEAST_PT)
        and _stands_apart(glyph, other)
    ]
    if apart:
        text = "".join(glyph.text for glyph in apart)
        yield Oddity("checks.apart", {"text": text[:_SHOWN], "count": len(text)}, (apart[0].x, apart[0].y))


def _stands_apart(glyph: Glyph, other: Glyph) -> bool:
    if len(glyph.text) > 1 or len(other.text) > 1:  # where a glyph's other characters stand is anybody's guess
        return False
    most = max(_OF_SIZE * glyph.size, _AT_LEAST_PT)
    return abs(glyph.x - other.x) > most or abs(glyph.y - other.y) > most
