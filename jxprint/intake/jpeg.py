"""The header of a JPEG, as far as embedding it unchanged needs it (ITU-T T.81, annex B; Adobe Technical Note 5116)."""

from __future__ import annotations

from msgspec import Struct

# Start-of-frame markers: C0 to CF without DHT (C4), JPG (C8) and DAC (CC).
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
# What DCTDecode reads (ISO 32000-1, 7.4.8): baseline, extended sequential and progressive Huffman.
_DECODABLE = frozenset((0xC0, 0xC1, 0xC2))
# Markers that stand alone: TEM, RST0 to RST7.
_ALONE = frozenset((0x01, *range(0xD0, 0xD8)))


class JpegHeader(Struct, frozen=True):
    """Pixels, components (1 grey, 3 RGB, 4 CMYK), bits a component; `adobe` when its application segment is there.

    Adobe's CMYK files are stored inverted. `frame` is where the frame header begins; what a camera adds (a small
    picture of its own among it) stands before.
    """

    width: int
    height: int
    components: int
    bits: int
    adobe: bool
    decodable: bool
    frame: int


def read_jpeg_header(data: bytes) -> JpegHeader | None:
    """The header of a JPEG file; None when the data is none or ends before its frame header."""
    if data[:2] != b"\xff\xd8":
        return None
    at, adobe = 2, False
    while at + 4 <= len(data):
        if data[at] != 0xFF:
            return None
        marker = data[at + 1]
        if marker == 0xFF:
            at += 1
            continue
        if marker in _ALONE:
            at += 2
            continue
        length = int.from_bytes(data[at + 2 : at + 4], "big")
        if marker == 0xEE and data[at + 4 : at + 9] == b"Adobe":
            adobe = True
        if marker in _FRAMES:
            if at + 10 > len(data):
                return None
            return JpegHeader(
                width=int.from_bytes(data[at + 7 : at + 9], "big"),
                height=int.from_bytes(data[at + 5 : at + 7], "big"),
                components=data[at + 9],
                bits=data[at + 4],
                adobe=adobe,
                decodable=marker in _DECODABLE,
                frame=at,
            )
        if length < 2:
            return None
        at += 2 + length
    return None
