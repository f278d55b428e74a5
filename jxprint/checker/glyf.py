"""TrueType programs: how their glyphs are drawn. What is kept in another way is fontTools' to read (Unread)."""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator

from jxprint.checker.charstrings import Points
from jxprint.checker.programs import Ambiguous, Glyphs, Unread, tables

# A glyph begins with the number of its contours, less than none for one that is made of others, and its box.
_HEADER, _OF_OTHERS = 10, 0x80
# A point's flags: its way across and down has one byte each, or two, or none where it is said to be that of the last.
_ACROSS, _DOWN = (2, 16), (4, 32)
_WAY = [sum(1 if flag & short else 0 if flag & same else 2 for short, same in (_ACROSS, _DOWN)) for flag in range(256)]


def true_type(data: bytes) -> tuple[Glyphs, int]:
    """A TrueType font (OpenType, glyf): its glyphs by their places, and its units in an em. Raises
    Unread.
    """
    try:
        found = tables(data)
        units, is_long = (struct.unpack_from(">H", found[b"head"], at)[0] for at in (18, 50))
        loca, glyf = found[b"loca"], found[b"glyf"]
        step, kind, unit = (4, ">I", 1) if is_long else (2, ">H", 2)
        ends = [unit * one for (one,) in struct.iter_unpack(kind, loca[: len(loca) // step * step])]
        bearing = _bearings(found[b"hmtx"], struct.unpack_from(">H", found[b"hhea"], 34)[0])
    except (KeyError, IndexError, struct.error) as damage:
        raise Unread from damage
    if is_long > 1:
        raise Ambiguous("places are told in an unknown way")

    def draw(place: int) -> Points | None:
        if not 0 <= place < len(ends) - 1:
            return None
        outline = glyf[ends[place] : ends[place + 1]]
        try:
            return _contours(outline, bearing(place) - struct.unpack_from(">h", outline, 2)[0]) if outline else ()
        except (IndexError, struct.error) as damage:
            raise Unread from damage

    def code(place: int) -> bytes | None:
        outline = glyf[ends[place] : ends[place + 1]] if 0 <= place < len(ends) - 1 else b""
        if len(outline) < _HEADER or outline[0] & _OF_OTHERS:
            return None
        try:
            flags, at = _flags(outline)
        except (IndexError, struct.error):
            return None
        aside = bearing(place) - struct.unpack_from(">h", outline, 2)[0]
        # What follows the coordinates fills up the record.
        return struct.pack(">Hi", units, aside) + outline[: at + sum(map(_WAY.__getitem__, flags))]

    if not units:
        raise Unread
    return Glyphs(draw, code), units


def _bearings(hmtx: bytes, count: int) -> Callable[[int], int]:
    """Left side bearings (OpenType, hmtx), by the places of glyphs; `count` is that of the whole records. Renderers
    move a glyph until its box begins there, wherever its points are.
    """

    def bearing(place: int) -> int:
        at = 4 * place + 2 if place < count else 2 * (place + count)
        return int.from_bytes(hmtx[at : at + 2], "big", signed=True)

    return bearing


def _contours(data: bytes, aside: int) -> Points:
    """A simple glyph's path, moved `aside` as a whole, as fontTools tells it: lines, and curves with all their points
    up to the next on the curve.
    """
    count = struct.unpack_from(">h", data)[0]
    if count < 0:
        raise Unread  # made of others
    last = struct.unpack_from(f">{count}H", data, _HEADER)
    flags, at = _flags(data)
    xs, at = _coordinates(data, at, flags, _ACROSS, aside)
    ys, _ = _coordinates(data, at, flags, _DOWN, 0)
    way: list[tuple[float, ...]] = []
    start = 0
    for end in last:
        way += _contour([(flags[k] & 1, float(xs[k]), float(ys[k])) for k in range(start, end + 1)])
        start = end + 1
    return tuple(way)


def _flags(data: bytes) -> tuple[list[int], int]:
    """The flags of a simple glyph's points, and where its coordinates begin."""
    count = struct.unpack_from(">h", data)[0]
    at = _HEADER + 2 * count
    total = struct.unpack_from(">H", data, at - 2)[0] + 1 if count else 0
    at += 2 + struct.unpack_from(">H", data, at)[0]
    flags: list[int] = []
    while len(flags) < total:
        flag, at = data[at], at + 1
        again = 1
        if flag & 8:
            again, at = data[at] + 1, at + 1
        flags += [flag] * again
    return flags, at


def _coordinates(data: bytes, at: int, flags: list[int], bits: tuple[int, int], here: int) -> tuple[list[int], int]:
    (short, same), found = bits, list[int]()
    for flag in flags:
        if flag & short:
            here += data[at] if flag & same else -data[at]
            at += 1
        elif not flag & same:
            here += struct.unpack_from(">h", data, at)[0]
            at += 2
        found.append(here)
    return found, at


def _contour(points: list[tuple[int, float, float]]) -> Iterator[tuple[float, ...]]:
    """One contour from its first point on the curve, closed by what leads back to that; all its points where none is
    on the curve.
    """
    first = next((at for at, (on, _, _) in enumerate(points) if on), None)
    if first is None:
        yield tuple([part for _, x, y in points for part in (x, y)])
        return
    points = points[first + 1 :] + points[: first + 1]
    here: tuple[float, ...] = points[-1][1:]
    yield here
    off: tuple[float, ...] = ()
    for number, (on, x, y) in enumerate(points, 1):
        if not on:
            off += (x, y)
        elif off or number < len(points):
            yield (*here, *off, x, y)
            here, off = (x, y), ()
