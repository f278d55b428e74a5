"""How finely a placed picture is printed: pixels of its file to an inch of paper."""

from __future__ import annotations

from jxprint.geometry import Rect
from jxprint.placed import PlacedPicture

_WHOLE = Rect(0.0, 0.0, 1.0, 1.0)
_INCH_PT = 72.0


def printed_ppi(picture: PlacedPicture) -> float | None:
    """Pixels per inch as printed, of what is shown after the crop; None for what has no file or no pixels of its own.

    Across and down are the same but for rounding, because nothing is squeezed; where a page was made up by others the
    lower counts, which is what shows.
    """
    if picture.file is None or picture.pixels is None:
        return None
    shown, frame = picture.crop or _WHOLE, picture.frame
    if frame.width <= 0 or frame.height <= 0:
        return None
    across = shown.width * picture.pixels[0] / frame.width
    down = shown.height * picture.pixels[1] / frame.height
    return min(across, down) * _INCH_PT
