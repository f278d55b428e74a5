"""The header of an ICC profile (ICC.1:2004-10, 7.2): 128 bytes."""

from __future__ import annotations

from msgspec import Struct

_HEADER = 128
_COMPONENTS = {"GRAY": 1, "RGB": 3, "Lab": 3, "CMYK": 4}

# What every profile has (ICC.1:2004-10, 8.2), and of which types it may be (9.2).
_REQUIRED = {b"desc": (b"desc", b"mluc"), b"cprt": (b"text", b"mluc"), b"wtpt": (b"XYZ ",)}
_ENTRY, _MOST_TAGS = 12, 1000
NEWEST = 4


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


def lacking(data: bytes) -> tuple[str, ...]:
    """The tags that a profile has to have and has not, or that hold nothing but zeros."""
    count = min(int.from_bytes(data[_HEADER : _HEADER + 4], "big"), _MOST_TAGS)
    held: dict[bytes, bytes] = {}
    for row in range(count):
        at = _HEADER + 4 + _ENTRY * row
        begin, length = (int.from_bytes(data[at + part : at + part + 4], "big") for part in (4, 8))
        held[data[at : at + 4]] = data[begin : begin + length]
    return tuple(
        tag.decode("ascii")
        for tag, kinds in _REQUIRED.items()
        if held.get(tag, b"")[:4] not in kinds or not any(held[tag][8:])
    )
