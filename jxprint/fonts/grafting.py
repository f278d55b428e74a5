"""A glyph put into a program that was cut before, and another taken out.

A page that is set again after an edit shows one glyph more and one less of seven hundred. HarfBuzz cuts the one in a
tenth of the time of all of them; it is put into the program of the last build. What comes of it is, byte for byte,
what HarfBuzz would have cut: tests hold it to that, and of a program that is not laid out as HarfBuzz lays out its own
(head, charset, FDSelect, FDArray, private dictionaries, charstrings) nothing is made.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from msgspec import Struct

from jxprint.fonts.cff import (
    CHAR_STRINGS,
    CHARSET,
    FD_ARRAY,
    FD_SELECT,
    FONT_NAME,
    LONG,
    PRIVATE,
    ROS,
    STANDARD_STRINGS,
    cids,
    index,
    operators,
    top_dictionary,
)

_TABLES = (CHARSET, FD_SELECT, FD_ARRAY, CHAR_STRINGS)
_RANGED = 3
_LEFT_MOST = 255  # what one byte holds


class Stock(Struct, frozen=True):
    """A CID-keyed program taken apart. `head` is all before the charset, `pointers` say where in it the offsets of the
    four tables stand. `block` is the FDArray and the private dictionaries, which stood at `at`; `inner` say where in it
    the offsets of the private dictionaries stand. `fonts` are the names of the font dictionaries. By glyph, in order:
    its number, its font dictionary, its charstring.
    """

    head: bytes
    pointers: tuple[int, ...]
    block: bytes
    at: int
    inner: tuple[int, ...]
    fonts: tuple[bytes, ...]
    cids: tuple[int, ...]
    chosen: tuple[int, ...]
    charstrings: tuple[bytes, ...]


def take_apart(program: bytes) -> Stock | None:
    """A program's parts, None where it is not laid out as expected."""
    try:
        return _parts(program)
    except (LookupError, struct.error, ValueError):
        return None


def graft(stock: Stock, scion: Stock, order: Sequence[tuple[bool, int]]) -> tuple[bytes, Stock] | None:
    """The program of some glyphs, and its parts. `order` are its glyphs: whether each comes from `scion`, and its place
    there. None where the font dictionaries would not be those of `stock`, or not all of them would be used.
    """
    known = {name: number for number, name in enumerate(stock.fonts)}
    if not known.keys() >= set(scion.fonts):
        return None
    fonts = [known[name] for name in scion.fonts]
    chosen = tuple([fonts[scion.chosen[place]] if new else stock.chosen[place] for new, place in order])
    if len(set(chosen)) != len(stock.fonts):
        return None
    numbers = tuple([(scion if new else stock).cids[place] for new, place in order])
    charstrings = tuple([(scion if new else stock).charstrings[place] for new, place in order])
    charset, select = _charset(numbers[1:]), _select(chosen)
    first = len(stock.head)
    at = first + len(charset) + len(select)
    head = _pointed(stock.head, stock.pointers, (first, first + len(charset), at, at + len(stock.block)))
    moved = [int.from_bytes(stock.block[place : place + 4], "big") + at - stock.at for place in stock.inner]
    block = _pointed(stock.block, stock.inner, moved)
    program = b"".join((head, charset, select, block, *_index(charstrings)))
    return program, Stock(head, stock.pointers, block, at, stock.inner, stock.fonts, numbers, chosen, charstrings)


def _parts(program: bytes) -> Stock | None:
    start, end = top_dictionary(program)
    strings, global_subroutines = index(program, end)
    top = {operator: (operand, stands) for operator, operand, stands in operators(program, start, end)}
    charset, select, block, last = (top[table][0] for table in _TABLES)
    pointers = [top[table][1] for table in _TABLES]
    starts, finish = index(program, last)
    laid_out = global_subroutines + 2 == charset < select < block < last and finish == len(program)
    if ROS not in top or not laid_out or any(program[stands] != LONG for stands in pointers):
        return None
    names: list[bytes] = []
    inner: list[int] = []
    dictionaries, _ = index(program, block)
    for at, behind in pairwise(dictionaries):
        entries = {operator: (operand, stands) for operator, operand, stands in operators(program, at, behind)}
        name = entries[FONT_NAME][0] - STANDARD_STRINGS
        names.append(program[strings[name] : strings[name + 1]])
        inner.append(entries[PRIVATE][1])
    if len(set(names)) != len(names) or any(program[stands] != LONG for stands in inner):
        return None
    return Stock(
        program[:charset],
        tuple(stands + 1 for stands in pointers),
        program[block:last],
        block,
        tuple(stands + 1 - block for stands in inner),
        tuple(names),
        cids(program)[0],
        _chosen(program, select),
        tuple([program[a:b] for a, b in pairwise(starts)]),
    )


def _chosen(program: bytes, at: int) -> tuple[int, ...]:
    """The font dictionary of each glyph from an FDSelect of ranges, the form that HarfBuzz writes for faces of ours.
    Raises ValueError at another.
    """
    if program[at] != _RANGED:
        raise ValueError(program[at])
    ranges: int = struct.unpack_from(">H", program, at + 1)[0]
    chosen: list[int] = []
    for place in range(at + 3, at + 3 + 3 * ranges, 3):
        start, font, end = struct.unpack_from(">HBH", program, place)
        chosen.extend([font] * (end - start))
    return tuple(chosen)


def _pointed(data: bytes, places: Sequence[int], values: Sequence[int]) -> bytes:
    """Data with other four-byte numbers at some places."""
    out = bytearray(data)
    for place, value in zip(places, values, strict=True):
        out[place : place + 4] = value.to_bytes(4, "big")
    return bytes(out)


def _charset(numbers: Sequence[int]) -> bytes:
    """The charset in the form that HarfBuzz takes: the shorter one, ranges where both are as long."""
    parted = sum(1 for one, next_ in pairwise(numbers) if next_ - one != 1) + bool(numbers)
    if 2 * len(numbers) < 3 * parted:  # so it is with a page's characters; ranges need not be looked at
        return struct.pack(f">B{len(numbers)}H", 0, *numbers)
    ranges = list(_ranges([number - place for place, number in enumerate(numbers)]))
    wide = any(count > _LEFT_MOST + 1 for _, count in ranges)
    if wide and 2 * len(numbers) < 4 * len(ranges):
        return struct.pack(f">B{len(numbers)}H", 0, *numbers)
    form = ">HH" if wide else ">HB"
    return bytes([2 if wide else 1]) + b"".join(
        [struct.pack(form, numbers[start], count - 1) for start, count in ranges]
    )


def _select(chosen: Sequence[int]) -> bytes:
    """The FDSelect, by ranges whatever their number, as HarfBuzz writes it."""
    ranges = list(_ranges(chosen))
    listed = b"".join([struct.pack(">HB", start, chosen[start]) for start, _ in ranges])
    return struct.pack(">BH", _RANGED, len(ranges)) + listed + struct.pack(">H", len(chosen))


def _ranges(values: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Where each run of equal values starts, and how long it is."""
    start = 0
    for at in range(1, len(values) + 1):
        if at == len(values) or values[at] != values[start]:
            yield start, at - start
            start = at


def _index(items: Sequence[bytes]) -> Iterator[bytes]:
    """An INDEX of some items, in pieces."""
    offsets = list(accumulate(map(len, items), initial=1))
    size = (offsets[-1].bit_length() + 7) // 8
    yield struct.pack(">HB", len(items), size)
    yield b"".join([offset.to_bytes(size, "big") for offset in offsets])
    yield from items
