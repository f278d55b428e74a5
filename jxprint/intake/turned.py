"""How a picture file says that it is to be turned (EXIF 2.32, tag 274)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

_TAG = 274
UPRIGHT = 1


def orientation_of(picture: Image) -> int:
    """From 1 (upright) to 8; a camera may write nonsense, and that is upright.

    Raises what Pillow raises of a PNG that is damaged.
    """
    if picture.format == "PNG":
        # EXIF may stand behind the samples, so Pillow reads those first: what is wrong with them is no matter of EXIF.
        picture.load()
    try:
        found = picture.getexif().get(_TAG, UPRIGHT)
    except Exception:  # readers of EXIF raise what they like; a picture is no worse for it
        return UPRIGHT
    return int(found) if found in range(UPRIGHT, 9) else UPRIGHT
