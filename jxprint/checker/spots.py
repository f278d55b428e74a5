"""Where glyphs stand on their lines: along and across, whichever way the lines run."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import inf, nan

from msgspec import Struct

from jxprint.checker.glyphs import Glyph
from jxprint.checker.paint import MIDDLE_EM
from jxprint.text.classes import CLASS_OF, HALF_EMPTY, OPENING

# Less than anything on a page.
HAIR_PT = 0.01


class Spot(Struct, gc=False):
    """A glyph on its line: the extent of its visible part along the line, and its place across."""

    start: float
    end: float
    across: float
    size: float
    glyph: Glyph


def figure_spots(figure: Sequence[Glyph]) -> list[Spot]:
    """A figure side by side in a column: one place on the line, in its own order from left to right; it fills its em
    where it had to be set smaller to go into it.
    """
    size = max(figure[0].size, figure[-1].x + figure[-1].width - figure[0].x)
    across = _baseline((figure[0].x + figure[-1].x + figure[-1].width) / 2, size)
    middle = figure[0].y - MIDDLE_EM * figure[0].size
    return [
        Spot(middle - size / 2 + number * HAIR_PT, middle + size / 2, across, size, glyph)
        for number, glyph in enumerate(figure)
    ]


def spot_of(glyph: Glyph) -> Spot:
    """Where a glyph stands on its line."""
    size, mark, is_down = glyph.size, glyph.text[0], glyph.down
    start, across = (glyph.y, _baseline(glyph.x, size)) if is_down else (glyph.x, glyph.y)
    end = start + glyph.width
    if is_down and mark == " " and glyph.width > 0.8 * size:
        end = start  # a vertical font says an em of every glyph, and a space is narrower than that
    elif is_down and len(glyph.text) > 1 and mark == "—":
        # A dash of two ems hangs by its middle: half of what it is longer than an em stands above its em.
        longer = (len(glyph.text) - 1) * size / 2
        start, end = start - longer, end + longer
    elif mark in HALF_EMPTY and glyph.width > 0.8 * size:
        if CLASS_OF[mark] == OPENING:
            start += glyph.width / 2
        else:
            end -= glyph.width / 2
    return Spot(start, end, across, size, glyph)


def plain_lines(glyphs: Sequence[Glyph], apart_em: float) -> list[Glyph] | None:
    """Glyphs of one size on horizontal lines, line by line from left to right, as most frames hold them; None where
    they are of several sizes, stand otherwise, or on baselines that are no more than `apart_em` ems apart.
    """
    size = glyphs[0].size
    lines: dict[float, list[Glyph]] = {}
    out_of_order: set[float] = set()
    y, baseline, line, reached = nan, nan, list[Glyph](), 0.0
    for glyph in glyphs:
        if glyph.size != size or glyph.down:
            return None
        if glyph.y != y:
            y, baseline, reached = glyph.y, round(glyph.y, 3), -inf
            line = lines.setdefault(baseline, [])
            if line:
                out_of_order.add(baseline)
        # What is visible has its middle no nearer to either side than a fourth of the width.
        fourth = glyph.width / 4
        if glyph.x + fourth <= reached:
            out_of_order.add(baseline)
        reached = glyph.x + 3 * fourth
        line.append(glyph)
    baselines = sorted(lines)
    if any(below - above <= apart_em * size for above, below in pairwise(baselines)):
        return None
    for baseline in out_of_order:
        lines[baseline].sort(key=_middle)
    return [glyph for baseline in baselines for glyph in lines[baseline]]


def _middle(glyph: Glyph) -> float:
    """Twice the middle of what is visible of a glyph on a horizontal line."""
    if glyph.text[0] in HALF_EMPTY:
        spot = spot_of(glyph)
        return spot.start + spot.end
    return glyph.x + (glyph.x + glyph.width)


def _baseline(centre: float, size: float) -> float:
    """Where the baseline of what is centred on a vertical line would be, the axes turned: to the left is down."""
    return MIDDLE_EM * size - centre
