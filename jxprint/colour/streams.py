"""Strips of a picture as one stream: deflated, or one JPEG. A strip is gone as soon as it is in.

A strip is packed by itself (`packed`, which keeps nothing and may run in any thread) and put behind those before it
(`add`).
"""

from __future__ import annotations

import os
import zlib
from io import BytesIO
from typing import IO, TYPE_CHECKING, Protocol

from msgspec import Struct

from jxprint.colour.converted import TURNED_OVER

if TYPE_CHECKING:
    from PIL.Image import Image

# How many samples a strip has, about: large enough that what begins anew with every one (a restart interval, a window
# of 32 KiB) costs nothing, and small enough that several at once are nothing beside the picture.
_SAMPLES = 1 << 20
_LEVEL, _RAW = 6, -15
# RFC 1950: deflate with a window of 32 KiB, at zlib's usual level; RFC 1951: a last block that holds nothing.
_HEAD, _LAST = b"\x78\x9c", b"\x03\x00"
_ADLER = 65521
# So much out of the middle of a strip tells by which strategy it packs better: two rows of a large photograph.
_TRIED = 32768
# ITU-T T.81: samples of a block side; a restart interval has 16 bits, and so has a side of the picture, of which
# libjpeg takes no more than 65500.
_BLOCK, _MOST_UNITS, MOST_JPEG = 8, 65535, 65500
_SOF0, _RST0, _SOS, _EOI = 0xC0, 0xD0, 0xDA, b"\xff\xd9"


class Packed(Struct, frozen=True):
    """A strip as it goes into a stream. Deflated it has beside it how many bytes it was, and their Adler-32."""

    data: bytes
    length: int = 0
    adler: int = 1


class Stream(Protocol):
    """Takes strips from the top; `rows` is how many rows each has, but for the last."""

    rows: int

    def packed(self, strip: Image) -> Packed:
        """A strip by itself; nothing is kept of it."""

    def add(self, packed: Packed) -> None:
        """One strip more."""

    def finish(self) -> tuple[bytes, bytes]:
        """Entries of the image dictionary, and the data."""


class Deflated:
    """Samples as they are. The difference from the pixel on the left (TIFF's predictor 2) makes photographs smaller."""

    def __init__(self, width: int, components: int, bits: int) -> None:
        self.rows = max(1, _SAMPLES // (width * components))
        self._predicted = bits == 8 and width > 1
        self._parameters = b"/Predictor 2/Colors %d/BitsPerComponent 8/Columns %d" % (components, width)
        self._adler = 1
        self._made = BytesIO()  # gives its bytes away without a copy
        self._made.write(_HEAD)

    def packed(self, strip: Image) -> Packed:
        """Deflated blocks that end with a whole byte (RFC 1951), so that others can stand behind them."""
        data = (_from_left(strip) if self._predicted else strip).tobytes()
        packing = zlib.compressobj(_LEVEL, wbits=_RAW, strategy=_strategy(data))
        made = packing.compress(data) + packing.flush(zlib.Z_SYNC_FLUSH)
        return Packed(made, len(data), zlib.adler32(data))

    def add(self, packed: Packed) -> None:
        """One strip more."""
        self._made.write(packed.data)
        self._adler = _joined(self._adler, packed.adler, packed.length)

    def finish(self) -> tuple[bytes, bytes]:
        """Entries of the image dictionary, and the data."""
        self._made.write(_LAST + self._adler.to_bytes(4, "big"))
        parameters = b"/DecodeParms<<%b>>" % self._parameters if self._predicted else b""
        return b"/Filter/FlateDecode" + parameters, self._made.getvalue()


def _strategy(data: bytes) -> int:
    """How zlib had better look at a strip. Between the grains of a photograph nothing is found twice: who does not look
    for it is done in a third of the time, and with less.
    """
    begin = max(0, len(data) - _TRIED) // 2
    tried = data[begin : begin + _TRIED]
    lengths = []
    for strategy in (zlib.Z_DEFAULT_STRATEGY, zlib.Z_RLE):
        packing = zlib.compressobj(_LEVEL, wbits=_RAW, strategy=strategy)
        lengths.append(len(packing.compress(tried) + packing.flush()))
    return zlib.Z_RLE if lengths[1] < lengths[0] else zlib.Z_DEFAULT_STRATEGY


def _joined(first: int, second: int, length: int) -> int:
    """The Adler-32 (RFC 1950, 8.2) of bytes and of `length` more that follow, from that of each."""
    low = (first & 0xFFFF) + (second & 0xFFFF) - 1
    high = (first >> 16) + (second >> 16) + length * ((first & 0xFFFF) - 1)
    return high % _ADLER << 16 | low % _ADLER


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
        down = max(1, _SAMPLES // (size[0] * components * side))
        self._units = min(down, _MOST_UNITS // across) * across
        self.rows = self._units // across * side
        self._height = size[1]
        self._decode = TURNED_OVER if components == 4 else b""
        self._quality = quality
        self._made = BytesIO()
        self._intervals = 0

    def packed(self, strip: Image) -> Packed:
        """A JPEG of its own."""
        with _scratch() as out:
            strip.save(out, "JPEG", quality=self._quality, subsampling=2 if strip.mode == "RGB" else 0)
            out.seek(0)
            return Packed(out.read())

    def add(self, packed: Packed) -> None:
        """One strip more: what stands behind its head."""
        begin = _stands(packed.data, _SOS)
        begin += 2 + int.from_bytes(packed.data[begin + 2 : begin + 4], "big")
        if self._intervals:
            self._made.write(bytes((0xFF, _RST0 + (self._intervals - 1) % 8)))
        else:
            self._made.write(self._head(packed.data[:begin]))
        self._made.write(packed.data[begin:].removesuffix(_EOI))
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


def _scratch() -> IO[bytes]:
    """A file for one strip. Pillow encodes without the interpreter's lock into what the system knows as a file, and
    with it into anything else; Linux has files that are memory alone.
    """
    try:
        return open(os.memfd_create("strip"), "w+b")
    except (AttributeError, OSError):
        return BytesIO()


def _stands(jpeg: bytes, marker: int) -> int:
    """Where a segment of a JPEG begins that libjpeg has written, one after another."""
    at = 2
    while jpeg[at + 1] != marker:
        at += 2 + int.from_bytes(jpeg[at + 2 : at + 4], "big")
    return at
