"""Which way pdfium's characters run: it tells their places and no directions."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from itertools import groupby, pairwise
from operator import itemgetter

from jxprint.checker.glyphs import Frame, Glyph

# Neighbours this level, of which one begins where the other ends (ems), stand side by side; in a figure that was closed
# up it begins within the white that the font says behind the other.
_LEVEL_EM = 0.05
_TOUCHING_EM, _CLOSED_UP_EM = 0.15, 0.3
# The next glyph of a vertical line stands no further aside, and so far below (ems): lines of a glyph each stand further
# apart.
_ASIDE_EM = 0.6
_BELOW_EM = 0.2
_STEP_EM = 1.3
# A figure of a vertical line is an object of this width at most (ems).
_FIGURE_EM = 1.3

# The middle of a glyph's box across the page, its head and its height.
_Box = tuple[float, float, float]
# A glyph with the place of its text object in the content stream, and its box.
Found = tuple[int, Glyph, _Box]


def find_vertical(found: Sequence[Found], legs: Mapping[int, Frame], said: Container[int]) -> None:
    """The writing direction, which pdfium does not tell, leg by leg (`legs` are the frames that the tree gives for
    marked content), else by marked content: a base of one character tells nothing by itself. What stands side by side
    within an em of a vertical line is a figure and runs to the right; a reading (`said`) stands beside its base and is
    none.
    """

    def leg(one: Found) -> object:
        mcid = one[1].mcid
        return mcid if mcid is None else legs.get(mcid, mcid)

    for key, group in groupby(found, leg):
        owned = list(group)
        text = [one for one in owned if one[1].mcid not in said]
        frame = key if isinstance(key, Frame) else None
        if not _runs_down(text or owned, frame):
            continue
        for _, glyph, _ in owned:
            glyph.down = True
        for one, two in pairwise(text):
            if _side_by_side(one[1], two[1]):
                one[1].down = two[1].down = False
        for _, glyph, (centre, head, height) in owned:
            if glyph.down:
                # Pens as the first reader has them: on the centre line, at the head of the glyph's box. pdfium's box of
                # white reaches too far to the left; its right edge is the em's.
                if glyph.text.isspace() and glyph.width > glyph.size:
                    centre += (glyph.width - glyph.size) / 2
                glyph.x, glyph.y, glyph.width = centre, head, height


def _runs_down(owned: Sequence[Found], frame: Frame | None) -> bool:
    """Whether a text object of more than one glyph runs down; where none does and none is wider than a figure, whether
    one glyph stands below the other. A figure may be set smaller than its column to go into it.
    """
    down = flat = 0
    column = max(glyph.size for _, glyph, _ in owned)
    if frame is not None and (frame.is_column(column) or frame.is_line(column)):
        return frame.is_column(column)
    for _, group in groupby(owned, itemgetter(0)):
        (_, one, first), *rest = group
        if rest:
            _, two, last = rest[-1]
            is_below = abs(last[0] - first[0]) < _ASIDE_EM * one.size and last[1] - first[1] > _BELOW_EM * one.size
            down += is_below
            flat += not is_below and two.x + two.width - one.x > _FIGURE_EM * column
    if down or flat:
        return down > flat
    pairs = [pair for pair in pairwise(owned) if not _side_by_side(pair[0][1], pair[1][1])]
    below = sum(
        abs(two[2][0] - one[2][0]) < _ASIDE_EM * one[1].size
        and _BELOW_EM * one[1].size < two[2][1] - one[2][1] < _STEP_EM * one[1].size
        for one, two in pairs
    )
    return below * 2 > len(pairs)


def _side_by_side(one: Glyph, two: Glyph) -> bool:
    level, apart = abs(two.y - one.y), two.x - one.x - one.width
    return level < _LEVEL_EM * one.size and -_CLOSED_UP_EM * one.size < apart < _TOUCHING_EM * one.size
