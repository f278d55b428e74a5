"""A picture file's pixels, strip by strip: upright, without transparency, in one of few modes.

A strip is cut out of the decoded picture, turned and flattened by itself, so that no second picture of full size is
ever made.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from jxprint.errors import Finding, OutputError, Place
from jxprint.intake.turned import orientation_of

if TYPE_CHECKING:
    from PIL.Image import Image

FORMATS = ("JPEG", "PNG", "TIFF")
# EXIF 2.3, 4.6.4: the turns that bring a picture upright, as Pillow names them; and whether the rows of the upright
# picture are columns of the file's, and count from its far end.
_TURNS = {
    2: ("FLIP_LEFT_RIGHT", False, False),
    3: ("ROTATE_180", False, True),
    4: ("FLIP_TOP_BOTTOM", False, True),
    5: ("TRANSPOSE", True, False),
    6: ("ROTATE_270", True, False),
    7: ("TRANSVERSE", True, True),
    8: ("ROTATE_90", True, True),
}
_SIXTEEN_BITS = ("I", "I;16", "I;16B", "I;16L", "I;16N")
_PLAIN = ("1", "L", "RGB", "CMYK", "LAB")
# Pixels each way of a first look: what has colours mostly shows some.
_FEW = 48


class Pixels:
    """An opened picture. `mode` is that of its strips: `1`, `L`, `RGB`, `CMYK` or `LAB`; `size` that of the upright
    picture. `profile` is the ICC profile that the file carries, as it stands there, and `uninverted` says that CMYK is
    to be turned over (a JPEG without Adobe's marker, which Pillow reads as one with it). `flattened` is true as soon as
    a strip had something to see through.
    """

    def __init__(self, picture: Image, *, upright: bool, uninverted: bool) -> None:
        self._picture = picture
        self._turn = _TURNS.get(orientation_of(picture)) if upright else None
        self._uninverted = uninverted
        self._clear = picture.mode not in _SIXTEEN_BITS and picture.has_transparency_data
        self.mode = _mode(picture)
        self.profile: bytes = picture.info.get("icc_profile") or b""
        self.flattened = False

    @property
    def size(self) -> tuple[int, int]:
        """Width and height of the upright picture."""
        width, height = self._picture.size
        return (height, width) if self._turn is not None and self._turn[1] else (width, height)

    @property
    def few_colours(self) -> bool:
        """Whether the file has a palette or two tones: a drawing, which JPEG would blur."""
        return self._picture.mode in ("1", "P", "PA")

    def scaled(self, size: tuple[int, int]) -> None:
        """Bring the picture to a size, which is that of the file's samples before they are turned upright."""
        from PIL import Image

        # Tones in between need a mode that has them.
        whole = self._strip(self._picture)
        self._clear = self._uninverted = False
        self._picture = whole.convert("L") if whole.mode == "1" else whole
        self.mode = self._picture.mode
        # LAB has no filter in Pillow; its neighbours are as near as a picture that small needs.
        way = Image.Resampling.NEAREST if self.mode == "LAB" else Image.Resampling.LANCZOS
        self._picture = self._picture.resize(size, way, reducing_gap=None if self.mode == "LAB" else 2.0)

    def few(self) -> Image:
        """A few pixels from all over the picture, for a first look."""
        from PIL import Image

        return self._strip(self._picture.resize((_FEW, _FEW), Image.Resampling.NEAREST))

    def strips(self, rows: int) -> Iterator[Image]:
        """The upright picture from the top in pieces of so many rows; the last may have fewer."""
        height = self.size[1]
        for top in range(0, height, rows):
            yield self._cut(top, min(top + rows, height))

    def _cut(self, top: int, bottom: int) -> Image:
        from PIL.Image import Transpose

        width, height = self._picture.size
        name, across, far = self._turn or ("", False, False)
        if far:
            whole = width if across else height
            top, bottom = whole - bottom, whole - top
        box = (top, 0, bottom, height) if across else (0, top, width, bottom)
        strip = self._strip(self._picture.crop(box))
        return strip.transpose(Transpose[name]) if name else strip

    def _strip(self, strip: Image) -> Image:
        """A piece of the picture in the mode that all of it is told to be in."""
        from PIL import Image, ImageChops

        if self._clear:
            over = strip.convert("RGBA")
            self.flattened |= over.getchannel("A").histogram()[255] < over.width * over.height
            paper = Image.new("RGBA", over.size, "white")
            return Image.alpha_composite(paper, over).convert(self.mode)
        if strip.mode in _SIXTEEN_BITS:
            # The upper byte, as every program shows it.
            return strip.convert("I").point(lambda value: value / 256).convert("L")
        if self._uninverted and strip.mode == "CMYK":
            return ImageChops.invert(strip)
        return strip if strip.mode == self.mode else strip.convert(self.mode)


@contextmanager
def opened(path: Path, *, share: float = 1.0, upright: bool, uninverted: bool) -> Iterator[Pixels]:
    """The picture in a file, decoded, at `share` (over 0, to 1) of its width and height.

    Raises OutputError where it cannot be read.
    """
    from PIL import Image as Pillow

    # Pixels were bounded when the page's description was read, by the page's own limit.
    limit, Pillow.MAX_IMAGE_PIXELS = Pillow.MAX_IMAGE_PIXELS, None
    picture = None
    try:
        picture = Pillow.open(path, formats=FORMATS)
        width, height = (max(1, round(one * share)) for one in picture.size)
        if share < 1 and picture.format in ("JPEG", "MPO"):
            picture.draft(None, (width, height))  # decoded at a half, a quarter or an eighth, and never below
        _load(picture)
    except (OSError, SyntaxError, ValueError, EOFError) as error:
        if picture is not None:
            picture.close()
        raise unreadable(path, str(error)) from error
    finally:
        Pillow.MAX_IMAGE_PIXELS = limit
    with picture:
        pixels = Pixels(picture, upright=upright, uninverted=uninverted)
        if share < 1:
            pixels.scaled((width, height))
        yield pixels


def unreadable(path: Path, reason: str) -> OutputError:
    """A picture that was sound when the page was read, and is not now."""
    return OutputError(Finding("output.picture_unreadable", Place(file=str(path)), {"reason": reason}))


def _load(picture: Image) -> None:
    if picture.format != "TIFF":
        picture.load()
        return
    from jxprint.intake.overheard import overheard  # most pictures are no TIFF

    with overheard() as said:
        picture.load()
    if any(line.strip() for line in said):
        raise ValueError("decoder error")


def _mode(picture: Image) -> str:
    """The plainest mode that holds a picture's colours: grey stays grey, also with an alpha or a palette of greys."""
    if picture.mode in _SIXTEEN_BITS or picture.mode in ("LA", "La", "F"):
        return "L"
    if picture.mode in ("P", "PA"):
        return "L" if _is_grey(picture.getpalette("RGB") or []) else "RGB"
    return picture.mode if picture.mode in _PLAIN else "RGB"


def _is_grey(palette: list[int]) -> bool:
    return palette[::3] == palette[1::3] == palette[2::3]
