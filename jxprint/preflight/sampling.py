"""How much ink a picture in four inks lays down, by all its pixels."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

from jxprint.preflight.colours import read_space
from jxprint.preflight.survey import filters_of
from jxprint.preflight.values import is_true
from jxprint.profile import areas

if TYPE_CHECKING:
    from PIL.Image import Image

# Pixels that are decoded for it at most; a broadsheet at 600 ppi has 118 million.
_PIXELS = 150_000_000


def most_ink(image: Any) -> float | None:
    """The ink in per cent that all but a few areas stay within (`jxprint.profile.areas`); None where the picture is not
    in four inks, or is in a form that is not looked into.
    """
    if is_true(image.get("/ImageMask")) or image.get("/BitsPerComponent", 8) != 8:
        return None
    space = read_space(image.get("/ColorSpace"), None)
    if space.components != 4 or space.family not in ("/DeviceCMYK", "/ICCBased"):
        return None
    picture = opened(image)
    return None if picture is None else areas.most_ink(areas.strips_of(picture))


def opened(image: Any) -> Image | None:
    """The picture's inks, 255 being full."""
    from PIL import Image as Pillow
    from PIL import ImageChops

    width, height = int(image.get("/Width", 0)), int(image.get("/Height", 0))
    if not 0 < width * height <= _PIXELS:
        return None
    filters = filters_of(image)
    inverted = [float(one) for one in image.get("/Decode", ())][:1] == [1.0]
    try:
        if filters == ["/DCTDecode"]:
            picture: Image = Pillow.open(BytesIO(image.read_raw_bytes()))
            if picture.mode != "CMYK" or picture.size[0] * picture.size[1] > _PIXELS:
                return None
            # Pillow turns every JPEG in CMYK over, as Photoshop writes them; PDF takes samples as they stand.
            inverted = not inverted
            picture.load()
        elif set(filters) <= {"/FlateDecode"}:
            data = image.read_bytes()
            if len(data) < width * height * 4:
                return None
            picture = Pillow.frombuffer("CMYK", (width, height), data, "raw", "CMYK", 0, 1)
        else:
            return None
    except (OSError, ValueError, RuntimeError, Pillow.DecompressionBombError):
        return None
    return ImageChops.invert(picture) if inverted else picture
