"""What a press asks of a picture's file before it is written."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from msgspec import Struct

from jxprint.colour.pixels import FORMATS, opened
from jxprint.errors import OutputError
from jxprint.intake.jpeg import read_jpeg_header
from jxprint.intake.picture_make import Make, make_of
from jxprint.profile.areas import ROWS, most_ink


class Look(Struct, frozen=True):
    """What a press asks of a picture's file: its bytes, how it keeps its pixels, and how much ink it lays on any area,
    in per cent; None where it is not in four inks, or cannot be read, which is told where it is written.
    """

    stored: int = 0
    make: Make = Make()
    ink: float | None = None

    @property
    def line_art(self) -> bool:
        """Whether it has two tones (线条稿)."""
        return self.make.mode == "1"


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
            make = make_of(picture)
    except (OSError, SyntaxError, ValueError, EOFError):
        return Look(size)
    finally:
        Pillow.MAX_IMAGE_PIXELS = limit
    if make.mode != "CMYK":
        return Look(size, make)
    try:
        with path.open("rb") as file:
            header = read_jpeg_header(file.read())
        plain = header is not None and not header.adobe  # Pillow reads every JPEG in CMYK as Adobe writes it
        with opened(path, upright=False, uninverted=plain) as pixels:
            return Look(size, make, most_ink(pixels.strips(ROWS)))
    except (OSError, ValueError, OutputError):
        return Look(size, make)
