"""A file's objects laid out: object streams and a cross-reference stream (ISO 32000-1, 7.5.7 and 7.5.8).

A tagged page has a hundred small objects; written one by one they are half of a large edition. reportlab knows
neither kind of stream.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Callable, Sequence
from itertools import accumulate

from msgspec import Struct

from jxprint.writers.pdf.deflate import Pending

_LEVEL = 6
# Readers unpack a whole stream to get at one object in it: a page's worth of objects, or two.
_TOGETHER = 200
# Objects deflated as one piece: an article has about as many, and those of the others stay as they were.
_PIECE = 16
# The second byte of the comment line is above 127, so that transfer programs take the file for binary (7.5.2).
_HEAD = b"%%PDF-%d.%d\n%%\xe5\x98\x89\xe5\x85\xb4\n"
_IN_FILE, _IN_STREAM = 1, 2

# Compresses pieces as one stream, perhaps meanwhile.
Deflate = Callable[..., Pending]


class Packed(Struct, frozen=True):
    """An object by its number; `stream` tells whether it is one, which cannot stand in another stream."""

    number: int
    data: bytes
    stream: bool


def stream_object(entries: bytes, data: bytes) -> bytes:
    """A stream: its dictionary's entries without Length, and its data; 7.3.8.1 wants an end of line behind both."""
    return b"<<%b/Length %d>>\nstream\n%b\nendstream" % (entries, len(data), data)


class Layout(Struct, frozen=True):
    """The version of the header; whether small objects stand `packed` in streams, which PDF 1.4 does not know;
    `comment` are lines behind the header.
    """

    version: tuple[int, int] = (1, 7)
    packed: bool = True
    comment: bytes = b""


USUAL = Layout()


def lay_out(objects: Sequence[Packed], root: int, info: int | None, deflate: Deflate, layout: Layout = USUAL) -> bytes:
    """The whole file. Its identifier is a hash over all that stands in it. `deflate` makes one stream of pieces;
    without `info` nothing is said of the document but by its catalog.
    """
    body = _Body(max([one.number for one in objects]), deflate, _HEAD % layout.version + layout.comment)
    entries = b"/Root %d 0 R" % root + (b"" if info is None else b"/Info %d 0 R" % info)
    if not layout.packed:
        for one in objects:
            body.write(one.number, one.data)
        return body.finish_plain(entries)
    small = [one for one in objects if not one.stream]
    for one in objects:
        if one.stream:
            body.write(one.number, one.data)
    groups = [small[start : start + _TOGETHER] for start in range(0, len(small), _TOGETHER)]
    for group, together in list(zip(groups, map(body.together, groups), strict=True)):
        body.write_together(group, *together)
    return body.finish(entries)


class _Body:
    """Writes objects one behind the other and notes where each of them is."""

    def __init__(self, last: int, deflate: Deflate, head: bytes) -> None:
        self._deflate = deflate
        self._parts = [head]
        self._length = len(head)
        self._next = last + 1
        # By object: kind, offset or number of its stream, index in the stream. Object 0 heads the free list.
        self._entries: dict[int, tuple[int, int, int]] = {0: (0, 0, 0xFFFF)}

    def write(self, number: int, data: bytes) -> None:
        self._entries[number] = _IN_FILE, self._length, 0
        self._append(b"%d 0 obj\n%b\nendobj\n" % (number, data))

    def together(self, objects: Sequence[Packed]) -> tuple[bytes, Pending]:
        """An object stream in the making: the entries of its dictionary, and its data."""
        datas = [one.data + b"\n" for one in objects]
        offsets = accumulate(map(len, datas), initial=0)
        head = b" ".join([b"%d %d" % (one.number, at) for one, at in zip(objects, offsets, strict=False)]) + b"\n"
        pieces = [b"".join(datas[at : at + _PIECE]) for at in range(0, len(datas), _PIECE)]
        entries = b"/Type/ObjStm/N %d/First %d/Filter/FlateDecode" % (len(objects), len(head))
        return entries, self._deflate(head, *pieces)

    def write_together(self, objects: Sequence[Packed], entries: bytes, data: Pending) -> None:
        for index, one in enumerate(objects):
            self._entries[one.number] = _IN_STREAM, self._next, index
        self.write(self._next, stream_object(entries, data.result()))
        self._next += 1

    def finish(self, trailer: bytes) -> bytes:
        """Close the file with a cross-reference stream."""
        start, number = self._length, self._next
        self._entries[number] = _IN_FILE, start, 0
        rows = [self._entries[one] for one in range(number + 1)]
        wide = (max(start, number).bit_length() + 7) // 8
        # A row's three numbers stand one behind another, the last in two bytes.
        table = b"".join([
            ((kind << 8 * wide | where) << 16 | index).to_bytes(wide + 3, "big") for kind, where, index in rows
        ])  # fmt: skip
        entries = b"/Type/XRef/Size %d/W[1 %d 2]%b%b/Filter/FlateDecode" % (
            (number + 1, wide, trailer, self._identifier())
        )
        self._append(b"%d 0 obj\n%b\nendobj\n" % (number, stream_object(entries, zlib.compress(table, _LEVEL))))
        return self._closed(start)

    def finish_plain(self, trailer: bytes) -> bytes:
        """Close the file with a cross-reference table (7.5.4): twenty bytes an object."""
        start, count = self._length, self._next
        said = self._identifier()
        rows = [b"0000000000 65535 f \n"]
        rows += [b"%010d 00000 n \n" % self._entries[one][1] for one in range(1, count)]
        self._append(b"xref\n0 %d\n%btrailer\n<</Size %d%b%b>>\n" % (count, b"".join(rows), count, trailer, said))
        return self._closed(start)

    def _identifier(self) -> bytes:
        digest = hashlib.sha256()
        for part in self._parts:
            digest.update(part)
        identifier = digest.hexdigest()[:32].upper().encode("ascii")
        return b"/ID[<%b><%b>]" % (identifier, identifier)

    def _closed(self, start: int) -> bytes:
        self._append(b"startxref\n%d\n%%%%EOF\n" % start)
        return b"".join(self._parts)

    def _append(self, data: bytes) -> None:
        self._parts.append(data)
        self._length += len(data)
