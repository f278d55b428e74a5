"""Where both readers see a text: they reckon places from the same numbers, each in its own way. A number that one reads
as another, a metric that only one heeds, sets type elsewhere on paper though every text is right.
"""

from __future__ import annotations

from collections.abc import Iterator

from jxprint.checker.glyphs import Glyph, Oddity, ReadPage

# How far both may be apart (of the type's size, and in points): what either of them rounds.
_OF_SIZE, _AT_LEAST_PT = 0.3, 0.5
_SHOWN = 24


def places_apart(first: ReadPage, again: ReadPage) -> Iterator[Oddity]:
    """Text that the readers see in different places, told once a page. Where they read different texts, that is told
    elsewhere.
    """
    places: dict[int, Glyph] = {}
    count = 0
    for glyph in again.stream:
        places[count] = glyph
        count += len(glyph.text)
    own = 0
    apart: list[Glyph] = []
    for glyph in first.stream:
        other = places.get(own)
        own += len(glyph.text)
        if other is None or len(glyph.text) > 1:  # where the others of a glyph's characters stand is anybody's guess
            continue
        if other.text[:1] != glyph.text[:1]:
            return
        most = max(_OF_SIZE * glyph.size, _AT_LEAST_PT)
        if abs(glyph.x - other.x) > most or abs(glyph.y - other.y) > most:
            apart.append(glyph)
    if apart and own == count:
        text = "".join(glyph.text for glyph in apart)
        yield Oddity("checks.apart", {"text": text[:_SHOWN], "count": len(text)}, (apart[0].x, apart[0].y))
