"""What is asked of a picture file, and what becomes of it: the value that a writer takes."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from msgspec import Struct

from jxprint.colour.profiles import OutputProfile, srgb
from jxprint.errors import Finding

Way = Literal["screen", "press", "archive"]
Space = Literal["DeviceGray", "DeviceRGB", "DeviceCMYK", "ICCBased"]


class Kind(Struct, frozen=True):
    """What a mode of Pillow's is called elsewhere: how many colorants it has, its device space in a PDF, and the
    signature of ICC profiles that can go with it (ICC.1:2010, 7.2.6).
    """

    components: int
    space: Space
    signature: str


KINDS = {
    "1": Kind(1, "DeviceGray", "GRAY"),
    "L": Kind(1, "DeviceGray", "GRAY"),
    "RGB": Kind(3, "DeviceRGB", "RGB"),
    "CMYK": Kind(4, "DeviceCMYK", "CMYK"),
}
# Adobe's JPEGs have inks turned over (Adobe Technical Note 5116); this turns them back (ISO 32000-1, 8.9.5.2).
TURNED_OVER = b"/Decode[1 0 1 0 1 0 1 0]"


class Order(Struct, frozen=True):
    """The picture in `path`, on one of three ways, for the press of `output`, with `limit` per cent of ink at most in
    one place (0: no limit).
    """

    path: Path
    way: Way
    output: OutputProfile
    limit: int


class Converted(Struct, frozen=True):
    """Samples as an image XObject holds them (ISO 32000-1, 8.9.5), as they stand in the file: a JPEG that is to be seen
    turned (EXIF) is not turned, every other format is.

    `space` is the colour space; of ICCBased `icc` is the profile, of `components` colorants, else empty. `entries` are
    those of the image dictionary that go with `data`: Filter, DecodeParms, Decode. `untouched` says that `data` is the
    file's own, byte for byte. `notes` are told and refuse nothing.
    """

    width: int
    height: int
    bits: int
    space: Space
    components: int
    icc: bytes
    entries: bytes
    data: bytes
    untouched: bool
    notes: tuple[Finding, ...] = ()


def meant(order: Order, mode: str, own: bytes) -> tuple[Space, bytes]:
    """The colour space of a picture in a mode, and the profile of an ICCBased one: RGB in an archive says what it
    means, by the profile of its file or as sRGB.
    """
    if order.way == "archive" and mode == "RGB":
        return "ICCBased", own or srgb().data
    return KINDS[mode].space, b""
