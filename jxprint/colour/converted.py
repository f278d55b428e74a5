"""What is asked of a picture file, and what becomes of it: the value that a writer takes."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from msgspec import Struct

from jxprint.colour.amounts import InkAmounts
from jxprint.colour.profiles import OutputProfile
from jxprint.errors import Finding

Way = Literal["screen", "press", "archive"]
Space = Literal["DeviceGray", "DeviceRGB", "DeviceCMYK", "ICCBased"]


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
    file's own, byte for byte. `ink` is measured where four inks are laid on a press. `notes` are told and refuse
    nothing.
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
    ink: InkAmounts | None = None
    notes: tuple[Finding, ...] = ()
