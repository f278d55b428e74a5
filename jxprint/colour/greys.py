"""Pictures whose file has three colours and whose pixels show none: black ink alone prints them.

Four inks that make a grey on newsprint stand out of register with one another, and a little more of one of them tints
the whole picture.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from jxprint.colour.profiles import srgb
from jxprint.colour.transforms import same_colours, transform

if TYPE_CHECKING:
    from PIL.Image import Image

    from jxprint.colour.pixels import Pixels

# How far red, green and blue of a grey may stand apart, of 255. A grey scan saved as a JPEG in colour has Cb and Cr of
# 128, and rounding or a profile on the way leaves them a step off: by ITU-T T.871 that is 3 at most (G less by 0.344 Cb
# and 0.714 Cr, R more by 1.402 Cr, B by 1.772 Cb). As a tint it is less than two registers of one press differ by; the
# faintest sepia has three times as much.
_SPREAD = 3
# Rows that are looked at at once: one strip with a colour in it is enough to stop.
_ROWS = 64
# Steps of ink that are looked up in the press's profile; between them its curve is straight enough (255 = 17 steps).
_STEP = 15


def is_grey(pixels: Pixels, own: bytes) -> bool:
    """Whether no pixel of a picture in RGB shows a colour. `own` is its profile, empty where it has none; one that
    gives equal numbers a colour (of a scanner, say) makes the picture one in colour.
    """
    if not _shows_none(pixels.few()) or not all(_shows_none(strip) for strip in pixels.strips(_ROWS)):
        return False
    return not own or _shows_none(transform(own, srgb().data, ("RGB", "RGB")).apply(_ramp()))


class BlackAlone:
    """Turns such a picture in RGB into one in grey, whose numbers are the black ink that they want of 255."""

    def __init__(self, own: bytes, press: bytes) -> None:
        foreign = own and not same_colours(own, srgb().data)
        self._first = transform(own, srgb().data, ("RGB", "RGB")) if foreign else None
        self._tones = tones(press)

    def apply(self, picture: Image) -> Image:
        """A new picture of the same size."""
        plain = picture if self._first is None else self._first.apply(picture)
        return plain.convert("L").point(self._tones)


@lru_cache(maxsize=8)
def tones(press: bytes) -> list[int]:
    """What a printed grey has to be called for each of 256 greys of sRGB to look on paper what it is on a screen.

    Relative colorimetric with black point compensation, as colours are (ISO 18619): white is the paper, black is all
    the black ink there is, and luminance between them keeps its place.
    """
    from PIL import Image

    inks = Image.frombytes("CMYK", (256 // _STEP + 1, 1), b"".join(bytes((0, 0, 0, k)) for k in range(0, 256, _STEP)))
    lights = [one / 2.55 for one in transform(press, b"", ("CMYK", "LAB")).apply(inks).getchannel("L").tobytes()]
    darkest = _luminance(lights[-1])
    wanted = (_lightness(darkest + (1 - darkest) * _linear(grey / 255)) for grey in range(256))
    return [255 - _ink(light, lights) for light in wanted]


def _ink(wanted: float, lights: list[float]) -> int:
    """How much black (of 255) has a lightness; `lights` are those of every step of it, the lightest first."""
    for at, (lighter, darker) in enumerate(pairwise(lights)):
        if wanted >= darker:
            return max(0, round(_STEP * (at + (lighter - wanted) / max(lighter - darker, 1e-6))))
    return 255


def _linear(value: float) -> float:
    """IEC 61966-2-1, 5.2: light of a number of sRGB, both from 0 to 1."""
    return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)


def _lightness(luminance: float) -> float:
    """CIE 15, 8.2.1: L* of a luminance from 0 to 1."""
    return 116 * luminance ** (1 / 3) - 16 if luminance > (6 / 29) ** 3 else luminance * (29 / 3) ** 3


def _luminance(lightness: float) -> float:
    """The other way."""
    return ((lightness + 16) / 116) ** 3 if lightness > 8 else lightness / (29 / 3) ** 3


def _ramp() -> Image:
    from PIL import Image

    return Image.frombytes("RGB", (256 // _STEP + 1, 1), bytes(v for v in range(0, 256, _STEP) for _ in range(3)))


def _shows_none(strip: Image) -> bool:
    """Whether red, green and blue are near enough in every pixel of a strip in RGB."""
    from PIL import ImageChops

    red, green, blue = strip.split()
    most = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    least = ImageChops.darker(ImageChops.darker(red, green), blue)
    apart = ImageChops.subtract(most, least).histogram()
    return not any(apart[_SPREAD + 1 :])
