"""Pictures as PNG: read within bounds, written as small as they can be without a pixel lost."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from jxprint.errors import Finding, PdfError, Place
from jxprint.intake.kinds import no_file
from jxprint.intake.refusals import reason

if TYPE_CHECKING:
    from PIL import Image

SIGNATURE = b"\x89PNG\r\n\x1a\n"
# Two pictures and what they differ by are held at once, four bytes a pixel at most: under a gibibyte.
PIXEL_LIMIT = 80_000_000
_FILE_BYTES = 512 << 20
_COLOURS = 256
_METRES_PER_INCH = 0.0254


def read_png(given: Path | bytes, name: str) -> tuple[Image.Image, float | None]:
    """A picture, decoded whole, and its resolution in dots per inch where it says one. Raises PdfError: no PNG,
    truncated, more pixels than PIXEL_LIMIT, several frames, or samples of 16 bits, which Pillow would cut to 8.
    """
    data = given if isinstance(given, bytes) else _bytes(given, name)
    if not data.startswith(SIGNATURE) or len(data) < 29:
        _refuse("golden.no_png", name)
    width, height, depth = struct.unpack(">IIB", data[16:25])
    if width * height > PIXEL_LIMIT:
        told = {"width": f"{width:,}", "height": f"{height:,}", "limit": PIXEL_LIMIT // 1_000_000}
        _refuse("golden.too_many_pixels", name, **told)
    if depth > 8:
        _refuse("golden.too_deep", name, bits=depth)
    from PIL import Image, UnidentifiedImageError

    try:
        picture = Image.open(BytesIO(data), formats=("PNG",))
        if getattr(picture, "n_frames", 1) > 1:
            _refuse("golden.animated", name)
        picture.load()
    except UnidentifiedImageError:
        _refuse("golden.no_png", name)
    except (OSError, SyntaxError, ValueError, struct.error, zlib.error, Image.DecompressionBombError) as problem:
        _refuse("golden.broken_png", name, reason=reason(problem))
    dots = picture.info.get("dpi")
    return picture, round(float(dots[0]), 2) if dots and dots[0] > 1 else None


def _bytes(path: Path, name: str) -> bytes:
    if kind := no_file(path):
        _refuse("golden.unreadable", name, reason=kind)
    try:
        with path.open("rb") as file:
            data = file.read(_FILE_BYTES + 1)
    except (OSError, ValueError) as problem:
        _refuse("golden.unreadable", name, reason=reason(problem))
    if len(data) > _FILE_BYTES:
        _refuse("checks.too_large", name, what=f"{len(data) >> 20} MiB", limit=f"{_FILE_BYTES >> 20} MiB")
    return data


def _refuse(key: str, name: str, **args: object) -> NoReturn:
    raise PdfError(Finding(key, Place(file=name), {"file": name, **args}))


def small(picture: Image.Image, *, palette: bool = True) -> Image.Image:
    """The same pixels in the smallest mode that has them all: grey, a `palette` if one is wanted, or as they are."""
    if picture.mode in ("1", "L", "P"):
        return picture
    if picture.mode == "RGB":
        from PIL import Image, ImageChops

        red, green, blue = picture.split()
        if not any(ImageChops.difference(red, other).getbbox() for other in (green, blue)):
            return red
        if palette and picture.getcolors(_COLOURS) is not None:
            # With no more colours than a palette has, the closest one is the very colour.
            mapped = picture.convert("P", palette=Image.Palette.ADAPTIVE, colors=_COLOURS)
            if not ImageChops.difference(mapped.convert("RGB"), picture).getbbox():
                return mapped
    return picture


def encoded(
    picture: Image.Image, *, dpi: float | None = None, fast: bool = False, texts: dict[str, str] | None = None
) -> bytes:
    """The picture as PNG. Rows are not filtered (ISO 15948, 9.2: type 0): set text is flat white with glyphs that come
    again, which deflate finds by itself; a broadsheet takes a third less than with the filters that Pillow chooses.
    Where it is to be `fast`, it is a tenth larger than the best, or two thirds where a palette would do.
    """
    least = small(picture, palette=not fast)
    if least.mode not in ("L", "P", "RGB"):
        least = least.convert("RGBA")
    width, height = least.size
    bands = len(least.getbands())
    pixels = memoryview(least.tobytes())
    stride = width * bands
    rows = b"".join(part for at in range(0, len(pixels), stride) for part in (b"\0", pixels[at : at + stride]))
    kind = {"L": 0, "P": 3, "RGB": 2, "RGBA": 6}[least.mode]
    chunks = [_chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, kind, 0, 0, 0))]
    if dpi is not None:
        metre = round(dpi / _METRES_PER_INCH)
        chunks.append(_chunk(b"pHYs", struct.pack(">IIB", metre, metre, 1)))
    for word, told in (texts or {}).items():
        chunks.append(_chunk(b"tEXt", word.encode("latin-1") + b"\0" + told.encode("latin-1", "replace")))
    if least.mode == "P":
        chunks.append(_chunk(b"PLTE", bytes(least.getpalette("RGB") or ())))
    chunks.append(_chunk(b"IDAT", zlib.compress(rows, 1 if fast else 9)))
    return SIGNATURE + b"".join(chunks) + _chunk(b"IEND", b"")


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
