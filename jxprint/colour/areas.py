"""How much ink (总墨量) lies on areas of a picture: the one measure for files before and behind the press profiles.

Ink that does not dry is an area and no pixel: squares of a few pixels are measured by their mean. So the noise of a
JPEG, which is above and below what was meant, adds nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from jxprint.colour.pixels import FORMATS, opened
from jxprint.errors import OutputError
from jxprint.intake.jpeg import read_jpeg_header

if TYPE_CHECKING:
    from PIL.Image import Image

# Pixels to a side of an area, and rows that are looked at together: a whole number of areas.
_SIDE, _ROWS = 8, 512
# All but one area in so many lie at or under what is told.
_ONE_IN = 1000
# Per cent: means and the numbers of a JPEG are rounded on each of four plates.
_WITHIN = 1.5
_INKS = 4


class Look(Struct, frozen=True):
    """What a press asks of a picture's file: whether it is line art (线条稿: two tones), and how much ink it lays on
    any area, in per cent; None where it is not in four inks, or cannot be read, which is told where it is written.
    """

    line_art: bool = False
    ink: float | None = None


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
    for top in range(0, picture.height, _ROWS):
        yield picture.crop((0, top, picture.width, min(top + _ROWS, picture.height)))


def look_at(path: Path) -> Look:
    """A picture's file, looked at; what was seen of it is kept as long as the file stays what it is."""
    try:
        about = path.stat()
    except (OSError, ValueError):
        return Look()
    return _seen(path, about.st_mtime_ns, about.st_size)


@lru_cache(maxsize=64)
def _seen(path: Path, changed: int, size: int) -> Look:
    from PIL import Image as Pillow

    limit, Pillow.MAX_IMAGE_PIXELS = Pillow.MAX_IMAGE_PIXELS, None  # bounded when the page was read
    try:
        with Pillow.open(path, formats=FORMATS) as picture:
            mode = picture.mode
    except (OSError, SyntaxError, ValueError, EOFError):
        return Look()
    finally:
        Pillow.MAX_IMAGE_PIXELS = limit
    if mode != "CMYK":
        return Look(line_art=mode == "1")
    try:
        with path.open("rb") as file:
            header = read_jpeg_header(file.read())
        plain = header is not None and not header.adobe  # Pillow reads every JPEG in CMYK as Adobe writes it
        with opened(path, upright=False, uninverted=plain) as pixels:
            return Look(ink=most_ink(pixels.strips(_ROWS)))
    except (OSError, ValueError, OutputError):
        return Look()
