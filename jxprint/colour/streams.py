"""Strips of a picture as one stream: deflated, or one JPEG. A strip is gone as soon as it is in."""

from __future__ import annotations

import zlib
from io import BytesIO
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from PIL.Image import Image

_LEVEL = 6
_ROWS = 128
# ITU-T T.81: samples of a block side; a restart interval has 16 bits, and so has a side of the picture, of which
# libjpeg takes no more than 65500.
_BLOCK, _MOST_UNITS, MOST_JPEG = 8, 65535, 65500
_SOF0, _RST0, _SOS, _EOI = 0xC0, 0xD0, 0xDA, b"\xff\xd9"


class Stream(Protocol):
    """Takes strips from the top; `rows` is how many rows each has, but for the last."""

    rows: int

    def add(self, strip: Image) -> None:
        """One strip more."""

    def finish(self) -> tuple[bytes, bytes]:
        """Entries of the image dictionary, and the data."""


class Deflated:
    """Samples as they are. The difference from the pixel on the left (TIFF's predictor 2) makes photographs smaller."""

    def __init__(self, width: int, components: int, bits: int) -> None:
        self.rows = _ROWS
        self._predicted = bits == 8 and width > 1
        self._parameters = b"/Predictor 2/Colors %d/BitsPerComponent 8/Columns %d" % (components, width)
        self._packing = zlib.compressobj(_LEVEL)
        self._made = BytesIO()  # gives its bytes away without a copy

    def add(self, strip: Image) -> None:
        """One strip more."""
        self._made.write(self._packing.compress((_from_left(strip) if self._predicted else strip).tobytes()))

    def finish(self) -> tuple[bytes, bytes]:
        """Entries of the image dictionary, and the data."""
        self._made.write(self._packing.flush())
        parameters = b"/DecodeParms<<%b>>" % self._parameters if self._predicted else b""
        return b"/Filter/FlateDecode" + parameters, self._made.getvalue()


def _from_left(strip: Image) -> Image:
    """Every pixel less its left neighbour, modulo 256; the first of a row as it is."""
    from PIL import Image, ImageChops

    shifted = Image.new(strip.mode, strip.size, 0)
    shifted.paste(strip, (1, 0))
    return ImageChops.subtract_modulo(strip, shifted)


class Jpeg:
    """One baseline JPEG out of strips: each is encoded by itself, with the same tables, and becomes a restart interval
    (ITU-T T.81, E.1.4), where every decoder begins anew.
    """

    def __init__(self, size: tuple[int, int], components: int, quality: int) -> None:
        # Colours of the screen at half resolution each way; inks and greys have a block of their own each.
        side = 2 * _BLOCK if components == 3 else _BLOCK
        across = -(-size[0] // side)
        self._units = min(_ROWS // side, _MOST_UNITS // across) * across
        self.rows = self._units // across * side
        self._height = size[1]
        self._decode = b"/Decode[1 0 1 0 1 0 1 0]" if components == 4 else b""
        self._quality = quality
        self._made = BytesIO()
        self._intervals = 0

    def add(self, strip: Image) -> None:
        """One strip more."""
        out = BytesIO()
        strip.save(out, "JPEG", quality=self._quality, subsampling=2 if strip.mode == "RGB" else 0)
        made = out.getvalue()
        begin = _stands(made, _SOS)
        begin += 2 + int.from_bytes(made[begin + 2 : begin + 4], "big")
        if self._intervals:
            self._made.write(bytes((0xFF, _RST0 + (self._intervals - 1) % 8)))
        else:
            self._made.write(self._head(made[:begin]))
        self._made.write(made[begin:].removesuffix(_EOI))
        self._intervals += 1

    def finish(self) -> tuple[bytes, bytes]:
        """Entries of the image dictionary, and the data. Inks stand in it turned over, as Adobe has them."""
        self._made.write(_EOI)
        return b"/Filter/DCTDecode" + self._decode, self._made.getvalue()

    def _head(self, first: bytes) -> bytes:
        """The first strip's segments, with the whole picture's height and the length of an interval."""
        frame, scan = _stands(first, _SOF0), _stands(first, _SOS)
        interval = b"\xff\xdd\x00\x04" + self._units.to_bytes(2, "big")
        return first[: frame + 5] + self._height.to_bytes(2, "big") + first[frame + 7 : scan] + interval + first[scan:]


def _stands(jpeg: bytes, marker: int) -> int:
    """Where a segment of a JPEG begins that libjpeg has written, one after another."""
    at = 2
    while jpeg[at + 1] != marker:
        at += 2 + int.from_bytes(jpeg[at + 2 : at + 4], "big")
    return at
