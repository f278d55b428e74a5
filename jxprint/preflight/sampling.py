"""How much ink a picture in four inks lays down, by a sample of its pixels."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

from jxprint.preflight.colours import read_space
from jxprint.preflight.survey import filters_of
from jxprint.preflight.values import is_true

if TYPE_CHECKING:
    from PIL.Image import Image

# Pixels to a side of the sample, and the share of them that may be above what is told: grain is no area.
_SIDE, _GRAIN = 160, 0.005
# Pixels that are decoded for it at most; a broadsheet at 600 ppi has 118 million.
_PIXELS = 150_000_000


def most_ink(image: Any) -> float | None:
    """The ink in per cent that all but a few pixels stay under; None where the picture is not in four inks, or is in a
    form that is not looked into.
    """
    if is_true(image.get("/ImageMask")) or image.get("/BitsPerComponent", 8) != 8:
        return None
    space = read_space(image.get("/ColorSpace"), None)
    if space.components != 4 or space.family not in ("/DeviceCMYK", "/ICCBased"):
        return None
    picture = _opened(image)
    if picture is None:
        return None
    from PIL import Image as Pillow

    side = min(_SIDE, picture.width), min(_SIDE, picture.height)
    sample = picture.resize(side, Pillow.Resampling.NEAREST).tobytes()
    plates = [sample[at::4] for at in range(4)]
    totals = sorted(map(sum, zip(*plates, strict=True)))
    highest: int = totals[max(0, len(totals) - 1 - int(len(totals) * _GRAIN))]
    return highest / 2.55


def _opened(image: Any) -> Image | None:
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
            # Pillow turns over what Photoshop wrote the other way round; PDF takes samples as they stand.
            inverted ^= "adobe" in picture.info
            picture.draft("CMYK", (_SIDE * 4, _SIDE * 4))
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
