"""Colours of drawings (sRGB) in the inks of a press."""

from __future__ import annotations

from functools import lru_cache

from jxprint.artwork import Colour

_BYTE = 255


def press_inks(colour: Colour, icc: bytes) -> tuple[float, ...]:
    """Cyan, magenta, yellow and black from 0 to 1 by the press's output profile. A grey is black ink alone: four inks
    on newsprint would not stand on one another.
    """
    if colour.is_grey:
        return 0.0, 0.0, 0.0, 1 - colour.red
    red, green, blue = (round(_BYTE * amount) for amount in (colour.red, colour.green, colour.blue))
    return _inks(red, green, blue, icc)


@lru_cache(maxsize=4096)
def _inks(red: int, green: int, blue: int, icc: bytes) -> tuple[float, ...]:
    from PIL import Image

    from jxprint.colour import srgb
    from jxprint.colour.transforms import transform

    pixel = Image.new("RGB", (1, 1), (red, green, blue))
    inks = transform(srgb().data, icc, ("RGB", "CMYK")).apply(pixel).tobytes()
    return tuple([round(ink / _BYTE, 3) for ink in inks])
