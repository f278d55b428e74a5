"""Picture files as image XObjects: a JPEG as it is, every other format as deflated pixels."""

from __future__ import annotations

import zlib
from pathlib import Path
from typing import Any

from msgspec import Struct

from jxprint.errors import Finding, OutputError, Place
from jxprint.intake.jpeg import JpegHeader, read_jpeg_header
from jxprint.intake.refusals import reason

_SPACES = {1: b"/DeviceGray", 3: b"/DeviceRGB", 4: b"/DeviceCMYK"}
_LEVEL = 6


class Image(Struct, frozen=True):
    """Entries of an image dictionary (without Length) and its data."""

    entries: bytes
    data: bytes


def read_image(path: Path) -> Image:
    """Read a picture for embedding. Raises OutputError where it cannot be read."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise _unreadable(path, reason(error)) from error
    header = read_jpeg_header(data)
    if header is not None and header.decodable and header.bits == 8 and header.components in _SPACES:
        return _jpeg(header, data)
    return _pixels(path, upright=header is None)


def _jpeg(header: JpegHeader, data: bytes) -> Image:
    decode = b"/Decode[1 0 1 0 1 0 1 0]" if header.components == 4 and header.adobe else b""
    entries = entries_of(header.width, header.height, _SPACES[header.components]) + decode
    return Image(entries + b"/Filter/DCTDecode", data)


def entries_of(width: int, height: int, space: bytes, bits: int = 8) -> bytes:
    """What an image dictionary says of its samples (ISO 32000-1, table 89), filters left out."""
    return b"/Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace%b/BitsPerComponent %d" % (
        (width, height, space, bits)
    )


def _pixels(path: Path, *, upright: bool) -> Image:
    """Decoded pixels; `upright` turns them as EXIF says (the page turns those of a JPEG)."""
    from PIL import Image as Pillow
    from PIL import ImageOps

    # Pixels were bounded when the page's description was read, by the page's own limit.
    limit, Pillow.MAX_IMAGE_PIXELS = Pillow.MAX_IMAGE_PIXELS, None
    try:
        with Pillow.open(path) as opened:
            if opened.format == "TIFF":  # what is wrong with it was told when the page was read
                from jxprint.intake.overheard import overheard  # most pictures are no TIFF

                with overheard():
                    opened.load()
            picture = _flattened(ImageOps.exif_transpose(opened) if upright else opened)
            data = picture.tobytes()
    except (OSError, SyntaxError, ValueError, EOFError) as error:
        raise _unreadable(path, str(error)) from error
    finally:
        Pillow.MAX_IMAGE_PIXELS = limit
    entries = entries_of(picture.width, picture.height, _SPACES[len(picture.getbands())])
    return Image(entries + b"/Filter/FlateDecode", zlib.compress(data, _LEVEL))


def _flattened(picture: Any) -> Any:
    """Grey, RGB or CMYK at 8 bits; transparent parts show the paper: white."""
    if picture.mode in ("L", "RGB", "CMYK"):
        picture.load()
        return picture
    if picture.mode == "1":
        return picture.convert("L")
    if picture.mode.startswith("I;16") or picture.mode == "I":
        return picture.point(lambda value: value / 256).convert("L")
    if picture.has_transparency_data:
        from PIL import Image as Pillow

        over = picture.convert("RGBA")
        paper = Pillow.new("RGBA", over.size, "white")
        return Pillow.alpha_composite(paper, over).convert("L" if picture.mode == "LA" else "RGB")
    return picture.convert("RGB")


def _unreadable(path: Path, reason: str) -> OutputError:
    return OutputError(Finding("output.picture_unreadable", Place(file=str(path)), {"reason": reason}))
