"""The header of an ICC profile (ICC.1:2004-10, 7.2): 128 bytes."""

from __future__ import annotations

from msgspec import Struct

_HEADER = 128
_COMPONENTS = {"GRAY": 1, "RGB": 3, "Lab": 3, "CMYK": 4}


class Header(Struct, frozen=True):
    """`kind` is the device class (`prtr` of a press), `space` the colour space, without blanks."""

    kind: str
    space: str
    major: int
    size: int

    @property
    def components(self) -> int:
        """How many numbers a colour has; 0 where the space is none of PDF's."""
        return _COMPONENTS.get(self.space, 0)


def read_header(data: bytes) -> Header | None:
    """The header; None where the bytes are no profile or are not as many as they say."""
    if len(data) < _HEADER or data[36:40] != b"acsp" or int.from_bytes(data[:4], "big") != len(data):
        return None
    kind, space = (data[at : at + 4].decode("latin-1").strip() for at in (12, 16))
    return Header(kind, space, data[8], len(data))
