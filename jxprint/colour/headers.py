"""What the first bytes of an ICC profile say (ICC.1:2010, 7.2 and 7.3): nothing is decoded for it."""

from __future__ import annotations

import struct

from msgspec import Struct

_HEAD, _ENTRY = 128, 12
_MOST_TAGS = 200
_SIGNATURE = b"acsp"
# ICC.1:2010, 9.2.14: what a profile made from registered measurements says of them.
_REGISTERED = b"ICCHDAT "

# ICC.1:2004-10, 8.2, with the types of 9.2: name, rights, the white of the paper.
_REQUIRED = {b"desc": (b"desc", b"mluc"), b"cprt": (b"text", b"mluc"), b"wtpt": (b"XYZ ",)}


class Header(Struct, frozen=True):
    """Bytes of the profile, its device class and colour space as their signatures say them without spaces (`prtr`,
    `CMYK`), its version, and its tags: offset and length by signature.
    """

    size: int
    kind: str
    space: str
    version: tuple[int, int]
    tags: dict[bytes, tuple[int, int]]


def read_header(data: bytes) -> Header | None:
    """The header of a profile; None where the data is none, or ends before the profile does."""
    if len(data) < _HEAD + 4 or data[36:40] != _SIGNATURE:
        return None
    size, count = struct.unpack_from(">I", data, 0)[0], struct.unpack_from(">I", data, _HEAD)[0]
    if not _HEAD + 4 + _ENTRY * count <= size <= len(data) or not 0 < count <= _MOST_TAGS:
        return None
    tags = {}
    for at in range(count):
        name, begin, length = struct.unpack_from(">4sII", data, _HEAD + 4 + _ENTRY * at)
        if begin + length > size:
            return None
        tags[name] = (begin, length)
    return Header(size, _signature(data[12:16]), _signature(data[16:20]), (data[8], data[9] >> 4), tags)


def lacking(data: bytes, header: Header) -> tuple[str, ...]:
    """Which of the tags that every profile has (ICC.1:2004-10, 8.2) are not there, or hold nothing."""
    found = []
    for tag, kinds in _REQUIRED.items():
        begin, length = header.tags.get(tag, (0, 0))
        held = data[begin : begin + length]
        if held[:4] not in kinds or not any(held[8:]):
            found.append(tag.decode("ascii"))
    return tuple(found)


def description(data: bytes, header: Header) -> str:
    """The profile's own name: of version 2 in ASCII, of version 4 the first language's (10.15)."""
    begin, length = header.tags.get(b"desc", (0, 0))
    tag = data[begin : begin + length]
    if tag[:4] == b"desc" and len(tag) >= 12:
        return tag[12 : 12 + struct.unpack_from(">I", tag, 8)[0]].split(b"\0")[0].decode("ascii", "replace").strip()
    if tag[:4] == b"mluc" and len(tag) >= 28:
        size, offset = struct.unpack_from(">II", tag, 20)
        return tag[offset : offset + size].decode("utf-16-be", "replace").strip("\0 ")
    return ""


def registered(data: bytes, header: Header) -> str:
    """The name by which the ICC's registry knows the measurements that a profile is made from; empty where it does not
    say so.
    """
    begin, length = header.tags.get(b"targ", (0, 0))
    tag = data[begin : begin + length]
    if tag[:4] != b"text" or not tag[8:].startswith(_REGISTERED):
        return ""
    return tag[8 + len(_REGISTERED) :].split(b"\0")[0].decode("ascii", "replace").strip()


def _signature(four: bytes) -> str:
    return four.decode("ascii", "replace").strip()
