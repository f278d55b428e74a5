"""How a file is spoiled: its bytes, its tokens, a stream's contents, its objects."""

from __future__ import annotations

import random
import re
import zlib
from collections.abc import Callable, Sequence
from io import BytesIO
from typing import Any

import pikepdf

from .goods import Good

_NUMBER = re.compile(rb"(?<![\w.])-?\d+(?:\.\d+)?(?![\w.])")
_REFERENCE = re.compile(rb"\d+ 0 R")
_NAME = re.compile(rb"/[A-Za-z]\w*")
# Numbers that readers stumble over.
_NUMBERS = (
    b"0", b"-1", b"1", b"255", b"256", b"65535", b"65536", b"2147483647", b"-2147483648", b"4294967296",
    b"99999999999999999999", b"1e38", b"0.0000001", b"-0", b"NaN",
)  # fmt: skip
_MOST_BYTES = 64

Mutation = Callable[[Good, Good, random.Random], bytes]


def flipped(good: Good, other: Good, chance: random.Random) -> bytes:
    """Single bits turned."""
    data = bytearray(good.data)
    for _ in range(chance.choice((1, 1, 2, 8, 64))):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    return bytes(data)


def overwritten(good: Good, other: Good, chance: random.Random) -> bytes:
    """A run of bytes replaced by others, by one byte, by nothing, by itself twice."""
    data = chance.choice((good.data, good.spelt))
    at, count = chance.randrange(len(data)), chance.randint(1, _MOST_BYTES)
    run = data[at : at + count]
    new = chance.choice((chance.randbytes(count), bytes([chance.randrange(256)]) * count, b"", run * 2, run[::-1]))
    return data[:at] + new + data[at + count :]


def moved(good: Good, other: Good, chance: random.Random) -> bytes:
    """Two stretches exchanged."""
    data = chance.choice((good.data, good.spelt))
    one, two, three = sorted(chance.randrange(len(data)) for _ in range(3))
    return data[:one] + data[two:three] + data[one:two] + data[three:]


def truncated(good: Good, other: Good, chance: random.Random) -> bytes:
    """Cut off at an end, or within."""
    data = chance.choice((good.data, good.spelt))
    at = chance.randrange(len(data))
    return chance.choice((data[:at], data[at:], data[:at] + data[at + chance.randrange(4096) :]))


def spliced(good: Good, other: Good, chance: random.Random) -> bytes:
    """The beginning of one file and the end of another, or one behind the other as an update is."""
    if chance.random() < 0.3:
        return good.data + other.data
    data, behind = chance.choice(((good.data, other.data), (good.spelt, other.spelt)))
    return data[: chance.randrange(len(data))] + behind[chance.randrange(len(behind)) :]


def retold(good: Good, other: Good, chance: random.Random) -> bytes:
    """Numbers, references and names of the file spelt out replaced by others of theirs."""
    data = good.spelt
    for _ in range(chance.choice((1, 1, 1, 3, 10))):
        pattern, others = chance.choice(((_NUMBER, _NUMBERS), (_REFERENCE, None), (_NAME, None)))
        start = chance.randrange(len(data))
        found = pattern.search(data, start) or pattern.search(data)
        if found is None:
            continue
        if others is None:
            mate = pattern.search(data, chance.randrange(len(data))) or found
            new = mate.group()
        else:
            new = chance.choice(others)
        data = data[: found.start()] + new + data[found.end() :]
    return data


def restreamed(good: Good, other: Good, chance: random.Random) -> bytes:
    """What a stream unfolds to, spoiled and folded again; or the stream of another object or file."""

    def change(document: pikepdf.Pdf) -> None:
        streams = [one for one in document.objects if isinstance(one, pikepdf.Stream)]
        stream = chance.choice(streams)
        try:
            data = bytearray(stream.read_bytes())
        except pikepdf.PdfError:
            return
        kind = chance.randrange(4)
        if kind == 0 or not data:
            stream.write(chance.choice(streams).read_raw_bytes(), filter=pikepdf.Name.FlateDecode)
            return
        for _ in range(chance.choice((1, 2, 8))):
            at = chance.randrange(len(data))
            if kind == 1:
                data[at] = chance.randrange(256)
            elif kind == 2:
                data[at : at + chance.randint(1, 16)] = b""
            else:
                data[at:at] = chance.choice(_NUMBERS) + b" "
            if not data:
                break
        stream.write(zlib.compress(bytes(data), 1), filter=pikepdf.Name.FlateDecode)

    return _changed(good, change)


def reordered(good: Good, other: Good, chance: random.Random) -> bytes:
    """Entries of dictionaries and arrays lost, exchanged, or made to point at any object, themselves too."""

    def change(document: pikepdf.Pdf) -> None:
        objects: list[Any] = [
            one for one in document.objects if isinstance(one, pikepdf.Dictionary | pikepdf.Array | pikepdf.Stream)
        ]
        for _ in range(chance.choice((1, 1, 2, 5))):
            _spoil(_somewhere_in(chance.choice(objects), chance), objects, chance)

    return _changed(good, change)


def _somewhere_in(found: Any, chance: random.Random) -> Any:
    """An object, or one that stands within it."""
    for _ in range(chance.randrange(4)):
        inner = [one for one in _values(found) if isinstance(one, pikepdf.Dictionary | pikepdf.Array)]
        if not inner:
            break
        found = chance.choice(inner)
    return found


def _values(found: Any) -> list[Any]:
    return list(found) if isinstance(found, pikepdf.Array) else [found[key] for key in sorted(found.keys())]


def _spoil(found: Any, objects: list[Any], chance: random.Random) -> None:
    keys: list[Any] = list(range(len(found))) if isinstance(found, pikepdf.Array) else sorted(found.keys())
    if not keys:
        return
    key, kind = chance.choice(keys), chance.randrange(5)
    if kind == 0:
        del found[key]
    elif kind == 1:
        found[key] = chance.choice(objects)
    elif kind == 2:
        found[key] = pikepdf.Object.parse(chance.choice(_NUMBERS[:-1]))
    elif kind == 3:
        found[key] = found[chance.choice(keys)]
    else:
        found[key] = chance.choice(
            (pikepdf.Name("/X"), pikepdf.String("x"), pikepdf.Array([]), pikepdf.Dictionary({}), True, None)
        )


def _changed(good: Good, change: Callable[[pikepdf.Pdf], None]) -> bytes:
    """A file with a change to its objects; the file as it was where it cannot be written after it."""
    sink = BytesIO()
    with pikepdf.Pdf.open(BytesIO(good.data)) as document:
        try:
            change(document)
            document.save(sink, compress_streams=False, deterministic_id=True)
        except (pikepdf.PdfError, ValueError, TypeError, KeyError, RuntimeError):
            return good.data
    return sink.getvalue()


MUTATIONS: tuple[Mutation, ...] = (
    flipped, overwritten, moved, truncated, spliced, retold, retold, restreamed, restreamed, reordered, reordered,
)  # fmt: skip


def spoiled(goods: Sequence[Good], number: int) -> tuple[Good, str, bytes]:
    """The file of a number: what it was made of, how, and its bytes; the same for the same number."""
    chance = random.Random(f"spoiled {number}")
    # the smallest one three times in four: it is read fastest
    good = goods[0] if chance.random() < 0.75 else chance.choice(goods)
    how = chance.choice(MUTATIONS)
    return good, how.__name__, how(good, chance.choice(goods), chance)
