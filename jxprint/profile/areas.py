"""How much ink (总墨量) lies on areas of a picture: the one measure for pages and finished files.

Ink that does not dry is an area and no pixel: squares of a few pixels are measured by their mean. So the noise of a
JPEG, which is above and below what was meant, adds nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

# Pixels to a side of an area, and rows that are looked at together: a whole number of areas.
_SIDE, ROWS = 8, 512
# All but one area in so many lie at or under what is told.
_ONE_IN = 1000
# Per cent: means and the numbers of a JPEG are rounded on each of four plates.
_WITHIN = 1.5
_INKS = 4


def is_over(ink: float, limit: int) -> bool:
    """Whether what lies on areas is certainly more than a limit (per cent; 0: there is none)."""
    return bool(limit) and ink - _WITHIN > limit


def most_ink(strips: Iterable[Image]) -> float:
    """What all but one in a thousand areas of a picture stay within, in per cent; strips in CMYK (255 is full) from the
    top, each but the last of whole areas.
    """
    totals = [0] * (_INKS * 255 + 1)
    for strip in strips:
        means = strip.reduce(_SIDE).tobytes()
        for total in map(sum, zip(*(means[plate::_INKS] for plate in range(_INKS)), strict=True)):
            totals[total] += 1
    left = sum(totals) // _ONE_IN
    for total in range(len(totals) - 1, 0, -1):
        left -= totals[total]
        if left < 0:
            return total / 2.55
    return 0.0


def strips_of(picture: Image) -> Iterator[Image]:
    """A decoded picture in strips that `most_ink` takes."""
    for top in range(0, picture.height, ROWS):
        yield picture.crop((0, top, picture.width, min(top + ROWS, picture.height)))
