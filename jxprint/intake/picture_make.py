"""How a picture file keeps its pixels, as far as a page cannot keep them so; read before they are decoded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from jxprint.intake.turned import UPRIGHT, orientation_of

if TYPE_CHECKING:
    from PIL.Image import Image

# TIFF 6.0: bits of each sample, and what they are (3: IEEE floating point).
_BITS, _SAMPLES, _FLOATING = 258, 339, 3
_USUAL_BITS = 8
# A page shows whole numbers, and what is more than 16 bits of one has no white that the file names.
_MOST_BITS = 16


class Make(Struct, frozen=True):
    """Bits of a sample (of an index, where there is a palette) and whether they are `floating` numbers; whether colours
    stand in a `palette`, are Lab, or are inks that stand `turned_over` (a JPEG in CMYK with Adobe's marker);
    `orientation` as EXIF says it (tag 274); the colour space that Pillow names `mode`, and the ICC profile within.
    """

    bits: int = _USUAL_BITS
    floating: bool = False
    palette: bool = False
    lab: bool = False
    turned_over: bool = False
    orientation: int = UPRIGHT
    mode: str = ""
    icc: bytes = b""

    @property
    def has_no_white(self) -> bool:
        """Whether nobody can say which of its numbers is white."""
        return self.floating or self.bits > _MOST_BITS


def make_of(picture: Image) -> Make:
    """Of a picture that is open and not loaded: Pillow turns a TIFF while it loads it, and forgets what was there."""
    tags = getattr(picture, "tag_v2", {})
    inks = picture.mode == "CMYK" and picture.format in ("JPEG", "MPO")
    return Make(
        bits=_bits(picture, tags),
        floating=picture.mode == "F" or _FLOATING in (tags.get(_SAMPLES) or ()),
        palette=picture.mode in ("P", "PA"),
        lab=picture.mode == "LAB",
        turned_over=inks and "adobe" in picture.info,
        orientation=orientation_of(picture),
        mode=picture.mode,
        icc=picture.info.get("icc_profile") or b"",
    )


def _bits(picture: Image, tags: object) -> int:
    """What the header of a TIFF says; of a PNG Pillow tells it in the name that it has for the packing of samples."""
    said = getattr(tags, "get", dict[int, tuple[int, ...]]().get)(_BITS)
    if said:
        return max(said)
    if picture.mode == "1":
        return 1
    packing = str(picture.tile[0].args) if getattr(picture, "tile", None) else ""  # type: ignore[attr-defined]
    return 2 * _USUAL_BITS if ";16" in packing else _USUAL_BITS
