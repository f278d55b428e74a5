"""Whether the places that a kept file tells hang together: characters in their lines, lines in their regions, these on
the page, and everything on its way.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from jxprint.checker.glyphs import Glyph, Oddity
from jxprint.checker.kept.seen import Box, KeptLine, KeptPage, KeptRegion
from jxprint.text.classes import CENTRED, CLASS_OF, CLOSING, FINAL, INTERPUNCT, OPENING, PAUSE, SOLIDUS

# What a box may be off for having been rounded (pixels), and how far back a line may go (of its depth): two lines of
# one region overlap where a reading, a note or a drop cap stands between them.
_ROUNDED_PX = 1.5
_BACK = 0.5
_SHOWN = 24
# How far a kept file and the PDF may be apart: what pixels round. A mark may have lost half of its em (of its size).
_PIXELS, _CUT_OFF, _PRESSED = 2.0, 0.6, 0.5
_CUT = (OPENING, CLOSING, PAUSE, FINAL, INTERPUNCT, SOLIDUS, CENTRED)


def misplaced(page: KeptPage, factor: float, bleed: float) -> Iterator[Oddity]:
    """What stands where it cannot; `factor` is points to the pixel. Each line and region is told once."""
    if page.size is None:
        return
    width, height = page.size
    whole = (0.0, 0.0, width, height)
    regions: dict[int, KeptRegion] = {}
    for region, line in page.lines():
        regions[id(region)] = region
        for told, box in _out_of_place(line, region):
            at = None if box is None else (box[0] * factor - bleed, box[1] * factor - bleed)
            yield Oddity("library.out_of_place", {"text": told[:_SHOWN], "name": line.name}, at)
    for region in regions.values():
        if region.box is not None and not _holds(whole, region.box):
            yield Oddity("library.off_page", {"name": region.name})
        yield from _turned_back(region, factor, bleed)


def _out_of_place(line: KeptLine, region: KeptRegion) -> Iterator[tuple[str, Box | None]]:
    """The first of a line's characters that stands outside it or goes back, or the line where it leaves its region."""
    text = "".join(sign.char for sign in line.signs)
    if line.box is not None and region.box is not None and not _holds(region.box, line.box):
        yield text, line.box
        return
    before: Box | None = None
    for at, sign in enumerate(line.signs):
        if sign.box is None:
            if sign.char.isspace():
                continue  # white between two words, which some formats give no place
            yield text[at:], line.box
            return
        if line.box is not None and not _holds(line.box, sign.box):
            yield text[at:], sign.box
            return
        if at in line.above:
            continue
        if before is not None and _goes_back(before, sign.box, line.down):
            yield text[at:], sign.box
            return
        before = sign.box


def _goes_back(before: Box, box: Box, down: bool) -> bool:
    """Whether a character stands before the one that it follows; figures side by side in a vertical line go right."""
    if down:
        beside = abs(box[1] - before[1]) <= _ROUNDED_PX and box[0] >= before[0] + before[2] - _ROUNDED_PX
        return not beside and box[1] < before[1] + before[3] - _slack(before[3])
    return box[0] < before[0] + before[2] - _slack(before[2])


def _slack(way: float) -> float:
    """How far two characters may overlap: a mark has no way of its own and stands in the box of its character."""
    return way + _ROUNDED_PX


def _turned_back(region: KeptRegion, factor: float, bleed: float) -> Iterator[Oddity]:
    """Lines that stand before the one that they follow: higher up, or of vertical ones further right."""
    for one, other in pairwise(line for line in region.lines if line.box is not None):
        if one.box is None or other.box is None or one.down != other.down:
            continue
        if one.down:
            is_back = other.box[0] > one.box[0] + _BACK * one.box[2]
        else:
            is_back = other.box[1] < one.box[1] - _BACK * one.box[3]
        if is_back:
            at = other.box[0] * factor - bleed, other.box[1] * factor - bleed
            text = "".join(sign.char for sign in other.signs)
            told = {"text": text[:_SHOWN], "name": other.name, "names": (other.name, one.name)}
            yield Oddity("library.out_of_place", told, at)


def apart_from(shown: Sequence[Glyph], kept: Sequence[Glyph], factor: float) -> Iterator[tuple[int, Oddity]]:
    """Characters that a kept file puts elsewhere than the PDF shows them, or says to be wider or narrower, told once a
    page with the number of the first; `factor` is points to its pixel. Where both say different texts, that is told
    elsewhere.
    """
    pens = [(glyph, char) for glyph in shown for char in glyph.text]
    if [char for _, char in pens] != [glyph.text for glyph in kept]:
        return
    both = enumerate(zip(pens, kept, strict=True))
    astray = [at for at, ((glyph, char), one) in both if _is_apart(glyph, one, char, factor)]
    if astray:
        text, first = "".join(kept[at].text for at in astray), kept[astray[0]]
        told = {"text": text[:_SHOWN], "count": len(text)}
        yield astray[0], Oddity("library.apart", told, (first.x, first.y))


def _is_apart(shown: Glyph, kept: Glyph, char: str, factor: float) -> bool:
    """Of a mark the pen may stand before its box, where its white half was cut off, and the box is as much narrower."""
    if len(shown.text) > 1:
        return False  # where the others of a glyph's characters stand is anybody's guess
    rounded = _PIXELS * factor
    cut = _CUT_OFF * shown.size if CLASS_OF.get(char) in _CUT else 0.0
    x, y = abs(shown.x - kept.x), abs(shown.y - kept.y)
    if char.isspace():  # nobody sees how white stands
        return max(x, y) > max(rounded, shown.size)
    if (kept.down, kept.is_turned) != (shown.down, shown.is_turned):
        return True
    along, across = (y, x) if shown.down else (x, y)
    # White behind a character, as between Han and Latin, is in its box, which is no wider than an em.
    # Figures that stand across a vertical line (纵中横) are pressed together into its em.
    narrowest, widest = min(shown.width, shown.size), max(shown.width, shown.size)
    narrowest *= _PRESSED if char.isascii() else 1.0
    is_wide = narrowest - cut - rounded <= kept.width <= widest + rounded
    return across > rounded or along > rounded + cut or not is_wide


def _holds(outer: Box, inner: Box) -> bool:
    return (
        inner[0] >= outer[0] - _ROUNDED_PX
        and inner[1] >= outer[1] - _ROUNDED_PX
        and inner[0] + inner[2] <= outer[0] + outer[2] + _ROUNDED_PX
        and inner[1] + inner[3] <= outer[1] + outer[3] + _ROUNDED_PX
    )
