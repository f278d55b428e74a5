"""The legs of one story: at a measure, how many legs of how many lines its pieces make, and which of their ends are
joints (断栏处), where a column ended in the middle of a paragraph.

All joints of a story are decided together. A leg ends after every so many lines; a dump that was taken column by column
is cut there, so each leg's end is an end of a piece. A piece that goes on in the next leg fills its last line; what
follows it has no indent. What the words say of each end comes as a price beforehand.
"""

from __future__ import annotations

import math
from collections.abc import Container, Iterator, Mapping, Sequence

from msgspec import Struct

from jxprint.reconstruct.feet import WHITES, Feet, feet_of
from jxprint.reconstruct.setting import Lines, Measured, lines_of

# Prices are natural logarithms of odds. A joint within a leg has something else in its way, as a picture; an end of a
# leg where a paragraph ends is one in five.
ASTRAY, CHANCE = 7.0, 1.6
# The last leg is short by less than a line a leg; more is a hole.
_SHORT, _HOLE = 0.5, 2.5
# A leg that ends a line or two early, before a subhead or before other text.
WHITE_HEAD, WHITE = 1.0, 3.0
_MOST_LEGS = 9
_LEAST_LINES = 1
# The lines of a story come out by so many more or fewer than its pieces come to one by one.
_LOOSE, _TOTALS = 2, (0, 1, -1, 2, -2)
_KEPT = 10.0
_ROUNDED = 1e-9
# A reading that is dearer by this than another one of its story says nothing.
FAR_DEARER = 10.0
# Ends that are dearer by this as a paragraph's than as a joint are joints, whatever else; and so many more legs than
# they ask for are looked at, for those that end where a paragraph does.
SURE, _MORE_LEGS = 2.0, 3


class Piece(Struct, frozen=True):
    """A piece as the legs see it: its text measured (None for what stands on lines of its own, `lines` of them, as a
    subhead), and the price of its end being a paragraph's (`end`) and a joint (`joint`). `said` is what the sentences
    at its end say of its paragraph's going on (natural logarithm of odds; 0 where it does not end one).
    """

    text: Measured | None
    end: float
    joint: float
    lines: int = 1
    is_head: bool = False
    said: float = 0.0


class Legs(Struct, frozen=True):
    """A reading of a story: its measure (ems), legs, lines a leg and in all, whether each piece ends in a joint, the
    lines of each, its price (the lower the likelier), and how many legs are that long: the others have a line less.
    """

    measure: float
    legs: int
    lines: int
    total: int
    joints: tuple[bool, ...]
    counts: tuple[int, ...]
    price: float
    longer: int = 0


# A way to take the pieces so far: its price, the way it goes on from, and the last piece's joint and lines.
_Way = tuple[float, "_Way | None", bool, int]


def readings(
    pieces: Sequence[Piece],
    measure: float,
    indent: float,
    only: int | None = None,
    far: float = FAR_DEARER,
    most: float = math.inf,
) -> Iterator[Legs]:
    """The best reading for each number of legs (or for that `only`) and of lines that may be, but for those that are
    dearer than another one by more than `far`, or than `most`.
    """
    piece_lines = PieceLines(pieces, measure, indent)
    natural = _natural(pieces, piece_lines)
    sure = sum(piece.end - piece.joint > SURE for piece in pieces[:-1])
    fewest = sure + 1 if sure else 1
    for legs in range(fewest, min(_MOST_LEGS, fewest + _MORE_LEGS) + 1):
        if only is not None and legs != only:
            continue
        for lines, longer in _depths(natural, legs):
            feet = feet_of(legs, lines, longer) if legs > 1 else feet_of(1, natural + _LOOSE, 1)
            found = _read(pieces, piece_lines, feet, most)
            if found is None:
                continue
            joints, counts, price = found
            total = sum(counts)
            short = feet.most - total if legs > 1 else 0
            if short and longer < legs:
                continue
            if 0 <= short < legs * max(1, lines // 2):
                price += _SHORT * min(short, legs - 1) + _HOLE * max(0, short - legs + 1)
                most = min(most, price + far)
                yield Legs(measure, legs, lines if legs > 1 else total, total, joints, counts, price, longer)


def _depths(natural: int, legs: int) -> Iterator[tuple[int, int]]:
    """Lines of the longer legs, and how many are that long; the others have a line less. All legs are as long and the
    last one short of it, or what does not come out even is shared from the first leg on.
    """
    if legs == 1:
        yield natural, 1
        return
    level = math.ceil(natural / legs)
    yield level, legs
    for more in _TOTALS:
        shorter, longer = divmod(natural + more, legs)
        if longer and shorter >= _LEAST_LINES:
            yield shorter + 1, longer
    for lines in (level - 1, level + 1):
        if lines >= _LEAST_LINES:
            yield lines, legs


def _natural(pieces: Sequence[Piece], piece_lines: PieceLines) -> int:
    """The lines that a story's pieces come to one by one, those that end likelier in a joint in full ones, and those
    behind them without an indent.
    """
    total, goes_on = 0, False
    for at, piece in enumerate(pieces):
        lines = piece_lines.going_on(at) if goes_on else piece_lines.starting[at]
        goes_on = piece.end > piece.joint and bool(lines.full)
        total += _likeliest(lines.full if goes_on else lines.ends)
    return total


class PieceLines:
    """The lines of each piece at one measure, with an indent and going on without one, the latter set when first asked
    for.
    """

    def __init__(self, pieces: Sequence[Piece], measure: float, indent: float) -> None:
        self.starting = [_lines(piece, measure, indent) for piece in pieces]
        self._pieces, self._measure = pieces, measure
        self._going_on: list[Lines | None] = [None] * len(pieces)

    def going_on(self, at: int) -> Lines:
        """A piece as the rest of a paragraph that began before."""
        found = self._going_on[at]
        if found is None:
            found = self._going_on[at] = _lines(self._pieces[at], self._measure, 0.0)
        return found


def _lines(piece: Piece, measure: float, indent: float) -> Lines:
    if piece.text is None:
        return Lines({piece.lines: 0.0}, {})
    return lines_of(piece.text, measure, indent)


def _likeliest(costs: Mapping[int, float]) -> int:
    return min(costs, key=lambda count: (costs[count], count)) if costs else 1


def _read(
    pieces: Sequence[Piece], piece_lines: PieceLines, feet: Feet, most: float
) -> tuple[tuple[bool, ...], tuple[int, ...], float] | None:
    """The cheapest way to take all pieces in legs that end behind so many lines; None where it costs more than `most`.
    Ways are kept by the lines that they come to, twice that and one more where the paragraph goes on.
    """
    ways: dict[int, _Way] = {0: (0.0, None, False, 0)}
    for at in range(len(pieces)):
        further = _further(pieces, at, piece_lines, ways, feet)
        if not further:
            return None
        best = min([one[0] for one in further.values()])
        if best > most:
            return None
        dearest = min(best + _KEPT, most + _ROUNDED)
        ways = {key: one for key, one in further.items() if one[0] < dearest} if len(further) > 1 else further
    price, _, way = min([(one[0], key >> 1, one) for key, one in ways.items()], key=lambda one: one[:2])
    return *_traced(way), price


def _further(
    pieces: Sequence[Piece], at: int, piece_lines: PieceLines, ways: Mapping[int, _Way], feet: Feet
) -> dict[int, _Way]:
    """Each way taken on over a piece: it ends a paragraph, or is cut and the paragraph goes on behind it."""
    piece, behind = pieces[at], pieces[at + 1] if at + 1 < len(pieces) else None
    end, joint, may_stray = piece.end, piece.joint, piece.end >= SURE
    most, ends, uncut = feet.most, feet.ends, feet.uncut
    near, white = ((), 0.0) if behind is None else (feet.near, WHITE_HEAD if behind.is_head else WHITE)
    starting, further = piece_lines.starting[at], dict[int, _Way]()
    known = further.get
    for key, way in ways.items():
        lines = piece_lines.going_on(at) if key & 1 else starting
        row = key >> 1
        base, passed = way[0] + end, uncut[row + 1]
        for count, cost in lines.ends.items():
            foot = row + count
            if foot > most:
                continue
            price = base + cost + (uncut[foot] - passed)
            if foot in near and foot in ends:
                price += CHANCE
            one = known(2 * foot)
            if one is None or price < one[0]:
                further[2 * foot] = (price, way, False, count)
            if foot in near:
                _leave_white(white, (price, way, False, count), foot, ends, further)
        base = way[0] + joint
        for count, cost in lines.full.items() if behind is not None else ():
            foot = row + count
            if foot in ends:
                price = base + cost + (uncut[foot] - passed)
            elif may_stray and foot <= most:
                price = base + cost + (uncut[foot] - passed) + ASTRAY
            else:
                continue
            one = known(2 * foot + 1)
            if one is None or price < one[0]:
                further[2 * foot + 1] = (price, way, True, count)
    return further


def _leave_white(price: float, way: _Way, foot: int, ends: Container[int], further: dict[int, _Way]) -> None:
    """A leg that ends early: what may not end it, a subhead above all, opens the next one."""
    early = way[0] + price
    for white in WHITES:
        if foot + white in ends:
            known = further.get(2 * (foot + white))
            if known is None or early < known[0]:
                further[2 * (foot + white)] = (early, *way[1:])


def _traced(way: _Way) -> tuple[tuple[bool, ...], tuple[int, ...]]:
    joints: list[bool] = []
    counts: list[int] = []
    while way[1] is not None:
        joints.append(way[2])
        counts.append(way[3])
        way = way[1]
    return tuple(reversed(joints)), tuple(reversed(counts))
