"""Two pictures, pixel by pixel, and where they differ. Pillow does the counting; nothing here goes over pixels one by
one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import reduce

from msgspec import Struct
from PIL import Image, ImageChops

# Differences that stand nearer than this are told as one: lines of text are closer, parts stand further apart.
NEAR_PT = 5.0
# So many places are told, the largest first.
MOST_REGIONS = 40
# How many pixels become one at a time; a single one among so many is still more than nothing.
_FACTOR = 8
_MARKED = re.compile(rb"[^\0]+")

Box = tuple[int, int, int, int]


class Region(Struct, frozen=True):
    """A place where pictures differ: its box (left, top, right, bottom) and how many pixels differ in it."""

    box: Box
    pixels: int


class Difference(Struct, frozen=True):
    """What differs where both pictures are: the greatest difference of a channel, the number of pixels, and each
    pixel's greatest difference as a grey picture (None where there is none).
    """

    most: int = 0
    total: int = 0
    mask: Image.Image | None = None


def difference(expected: Image.Image, actual: Image.Image) -> Difference:
    """Compare decoded pixels, from the top left corner, as far as both pictures reach."""
    alpha = any("A" in one.getbands() or "transparency" in one.info for one in (expected, actual))
    mode = "RGBA" if alpha else "RGB"
    both = [one if one.mode == mode else one.convert(mode) for one in (expected, actual)]
    if both[0].size != both[1].size:
        common = min(both[0].width, both[1].width), min(both[0].height, both[1].height)
        both = [one.crop((0, 0, *common)) for one in both]
    differs = ImageChops.difference(*both)
    if differs.getbbox(alpha_only=False) is None:
        return Difference()
    mask = reduce(ImageChops.lighter, differs.split())
    counts = mask.histogram()
    most = max(level for level, count in enumerate(counts) if count)
    return Difference(most, sum(counts[1:]), mask)


def regions(mask: Image.Image, scale: float, floor: int = 0) -> tuple[tuple[Region, ...], int]:
    """The places where a mask is over `floor`, the largest MOST_REGIONS in the order of reading, and how many there
    are in all. `scale`: pixels to the point.
    """
    marked = mask.point([0] * (floor + 1) + [255] * (255 - floor))
    cell, cells = 1, marked
    while cell * 2 <= NEAR_PT * scale:
        factor = min(_FACTOR, int(NEAR_PT * scale) // cell)
        cells = cells.reduce(factor).point([0] + [255] * 255)
        cell *= factor
    boxes = sorted(_connected(cells), key=lambda box: (box[0] - box[2]) * (box[3] - box[1]))
    found = [_region(marked, box, cell) for box in boxes[:MOST_REGIONS]]
    return tuple(sorted(found, key=lambda one: (one.box[1], one.box[0]))), len(boxes)


def _region(marked: Image.Image, box: Box, cell: int) -> Region:
    left, top, right, bottom = (edge * cell for edge in box)
    part = marked.crop((left, top, min(right, marked.width), min(bottom, marked.height)))
    inner = part.getbbox() or (0, 0, *part.size)
    its = left + inner[0], top + inner[1], left + inner[2], top + inner[3]
    return Region(its, part.histogram()[255])


def _connected(cells: Image.Image) -> Iterator[Box]:
    """Boxes of cells that touch, be it at a corner; found by runs of cells, row by row."""
    width, data = cells.width, cells.tobytes()
    runs: list[Box] = []
    parent: list[int] = []
    above: Sequence[int] = ()
    for row in range(cells.height):
        here: list[int] = []
        for match in _MARKED.finditer(data, row * width, (row + 1) * width):
            at = len(runs)
            left, right = match.start() - row * width, match.end() - row * width
            runs.append((left, row, right, row + 1))
            parent.append(at)
            here.append(at)
        _join(runs, parent, above, here)
        above = here
    groups: dict[int, list[Box]] = {}
    for at, run in enumerate(runs):
        groups.setdefault(_root(parent, at), []).append(run)
    for its in groups.values():
        lefts, tops, rights, bottoms = zip(*its, strict=True)
        yield min(lefts), min(tops), max(rights), max(bottoms)


def _join(runs: Sequence[Box], parent: list[int], above: Sequence[int], here: Sequence[int]) -> None:
    """Runs of a row belong to what they touch in the row above; both rows go from left to right."""
    at = 0
    for one in here:
        while at < len(above) and runs[above[at]][2] < runs[one][0]:
            at += 1
        for other in above[at:]:
            if runs[other][0] > runs[one][2]:
                break
            parent[_root(parent, one)] = _root(parent, other)


def _root(parent: list[int], at: int) -> int:
    while parent[at] != at:
        parent[at] = parent[parent[at]]
        at = parent[at]
    return at


def shown_difference(expected: Image.Image, actual: Image.Image, mask: Image.Image | None) -> Image.Image:
    """What differs, for people: the page pale; ink that came orange, ink that went blue, and pink where as dark a
    colour is another. The colours are told apart by all kinds of colour vision (Okabe and Ito).
    """
    if mask is None:
        mask = Image.new("L", (min(expected.width, actual.width), min(expected.height, actual.height)))
    size = mask.size
    before, after = (_grey(one).crop((0, 0, *size)) for one in (expected, actual))
    shown = Image.merge("RGB", (_pale(after),) * 3)
    went, came = ImageChops.subtract(after, before), ImageChops.subtract(before, after)
    other = ImageChops.subtract(mask, ImageChops.lighter(went, came)).point([0] * 8 + [255] * 248)
    for colour, where in (("#CC79A7", other), ("#0072B2", went), ("#D55E00", came)):
        if (box := where.getbbox()) is not None:
            shown.paste(colour, box, where.crop(box).point(_strong))
    whole = max(expected.width, actual.width), max(expected.height, actual.height)
    if whole == size:
        return shown
    full = Image.new("RGB", whole, "#999")
    full.paste(shown)
    return full


def _grey(picture: Image.Image) -> Image.Image:
    return (picture if picture.mode in ("RGB", "L") else picture.convert("RGB")).convert("L")


def _pale(picture: Image.Image) -> Image.Image:
    return picture.point([255 - (255 - level) * 3 // 10 for level in range(256)])


def _strong(level: int) -> int:
    # A difference of one level is as much of one; it has to be seen.
    return 0 if level == 0 else min(255, 96 + level)
