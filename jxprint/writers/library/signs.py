"""Where every character of a glyph run stands, in pixels.

Boxes are em boxes (字身框), not ink: as wide as the pen's way, no wider than an em a character, and as deep as the em
square of Chinese type, whose foot is 0.12 em under the baseline.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate
from unicodedata import category

from msgspec import Struct

from jxprint.placed import GlyphRun

# Left, top, width, height in pixels of the page's image.
Box = tuple[int, int, int, int]
# A code point and its box.
Sign = tuple[str, Box]
ABOVE_EM, BELOW_EM = 0.88, 0.12


class Scale(Struct, frozen=True):
    """From points of the trim to pixels of the media box: the bleed (points) and the pixels to a point."""

    bleed: float
    factor: float

    def at(self, value: float) -> int:
        """A coordinate; what stands beyond the paper's edge is told to stand at it."""
        return max(0, round((value + self.bleed) * self.factor))

    def all(self, values: Sequence[float]) -> list[int]:
        """Several coordinates."""
        bleed, factor = self.bleed, self.factor
        told = [round((value + bleed) * factor) for value in values]
        return told if min(told) >= 0 else [max(0, one) for one in told]

    def box(self, left: float, top: float, right: float, foot: float) -> Box:
        """A box by its edges, each rounded, so that boxes that touch go on touching."""
        x, y = self.at(left), self.at(top)
        return x, y, self.at(right) - x, self.at(foot) - y

    def points(self, box: Box) -> tuple[float, float, float, float]:
        """A box of pixels in points: left, top, width, height."""
        x, y, width, height = box
        return x / self.factor - self.bleed, y / self.factor - self.bleed, width / self.factor, height / self.factor


def corners(box: Box) -> Box:
    """The left and top edge of a box, and the right and bottom one."""
    x, y, width, height = box
    return x, y, x + width, y + height


def around(boxes: list[Box]) -> Box:
    """The least box about some; at least one."""
    left, top = min(one[0] for one in boxes), min(one[1] for one in boxes)
    right, foot = max(one[0] + one[2] for one in boxes), max(one[1] + one[3] for one in boxes)
    return left, top, right - left, foot - top


def signs_of(run: GlyphRun, scale: Scale) -> list[Sign]:
    """Every code point of a run's text in order, with its box."""
    text, count = run.text, len(run.text)
    if run.orientation == "horizontal":
        start, across = run.x, (run.y - ABOVE_EM * run.size, run.y + BELOW_EM * run.size)
    elif run.orientation == "vertical":
        start, across = run.y, (run.x - run.size / 2, run.x + run.size / 2)
    else:  # turned clockwise: what is above the baseline stands to the right
        start, across = run.y, (run.x - BELOW_EM * run.size, run.x + ABOVE_EM * run.size)
    pens = list(accumulate(run.advances, initial=start))
    if len(run.glyphs) == count and run.starts == tuple(range(count)):
        edges, em = scale.all(pens), round(run.size * scale.factor)
        starts = edges
        if run.offsets and max(run.offsets) > 0:
            # Drawn within more room than they take. Where a mark's white half was cut off, it begins at its pen.
            moved = zip(pens, (*run.offsets, 0.0), strict=True)
            starts = scale.all([pen + max(0.0, offset) for pen, offset in moved])
        ways = [(one, max(0, min(end - one, em))) for one, end in zip(starts, edges[1:], strict=False)]
    else:
        ways = [(one, end - one) for one, end in map(scale.all, _by_cluster(run, pens))]
    low, foot = scale.all(across)
    if run.orientation == "horizontal":
        return [(char, (one, low, way, foot - low)) for char, (one, way) in zip(text, ways, strict=True)]
    return [(char, (low, one, foot - low, way)) for char, (one, way) in zip(text, ways, strict=True)]


def _by_cluster(run: GlyphRun, pens: list[float]) -> Iterator[tuple[float, float]]:
    """The way of each code point where a glyph shows several or several show one: a cluster's way is shared evenly by
    its characters; marks and selectors stand where their character does.
    """
    edges: dict[int, tuple[float, float]] = {}
    for start, pen, end in zip(run.starts, pens, pens[1:], strict=False):
        known = edges.get(start, (pen, end))
        edges[start] = min(known[0], pen), max(known[1], end)
    starts = sorted(edges) or [0]
    edges.setdefault(starts[0], (pens[0], pens[-1]))
    if starts[0] != 0:  # text before the first glyph's has no way of its own
        starts.insert(0, 0)
        edges[0] = (pens[0], pens[0])
    for start, following in zip(starts, [*starts[1:], len(run.text)], strict=True):
        pen, end = edges[start]
        own = [at for at in range(start, following) if at == start or not _joins(run.text[at])]
        share = min(end - pen, run.size * len(own)) / max(1, len(own))
        at = -1
        for index in range(start, following):
            at += index in own
            yield pen + share * at, pen + share * (at + 1)


def _joins(char: str) -> bool:
    """Whether a character belongs to the one before it: a mark, a selector, a joiner."""
    return category(char) in ("Mn", "Mc", "Me", "Cf")
