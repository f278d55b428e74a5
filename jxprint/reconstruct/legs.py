"""The legs of one story: at a measure, how many legs of how many lines its pieces make, and which of their ends are
joints (断栏处), where a column ended in the middle of a paragraph.

All joints of a story are decided together. A leg ends after every so many lines; a dump that was taken column by column
is cut there, so each leg's end is an end of a piece. A piece that goes on in the next leg fills its last line; what
follows it has no indent. What the words say of each end comes as a price beforehand.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate

from msgspec import Struct

from jxprint.reconstruct.setting import Lines, Measured, lines_of

# Prices are natural logarithms of odds. An end of a leg within a piece was not cut by whoever took the dump; a joint
# within a leg has something else in its way, as a picture; an end of a leg where a paragraph ends is one in five.
_UNCUT, _ASTRAY, _CHANCE = 7.0, 7.0, 1.6
# The last leg is short by less than a line a leg; more is a hole.
_SHORT, _HOLE = 0.5, 2.5
# A leg that ends a line or two early, before a subhead or before other text.
_WHITE_HEAD, _WHITE = 1.0, 3.0
_WHITES = (1, 2)
_MOST_LEGS = 9
_LEAST_LINES = 1
# The lines of a story come out by so many more or fewer than its pieces come to one by one.
_LOOSE = 2
_KEPT = 14.0
# A reading that is dearer by this than another one of its story says nothing.
_FAR_DEARER = 20.0
# Ends that are dearer by this as a paragraph's than as a joint are joints, whatever else; and so many more legs than
# they ask for are looked at, for those that end where a paragraph does.
_SURE, _MORE_LEGS = 2.5, 3


class Piece(Struct, frozen=True):
    """A piece as the legs see it: its text measured (None for what stands on lines of its own, `lines` of them, as a
    subhead), and the price of its end being a paragraph's (`end`) and a joint (`joint`).
    """

    text: Measured | None
    end: float
    joint: float
    lines: int = 1
    is_head: bool = False


class Legs(Struct, frozen=True):
    """A reading of a story: its measure (ems), legs, lines a leg and in all, whether each piece ends in a joint, the
    lines of each, and its price; the lower the likelier.
    """

    measure: float
    legs: int
    lines: int
    total: int
    joints: tuple[bool, ...]
    counts: tuple[int, ...]
    price: float


# A way to take the pieces so far: its price, the way it goes on from, and the last piece's joint and lines.
_Way = tuple[float, "_Way | None", bool, int]


def readings(pieces: Sequence[Piece], measure: float, indent: float, only: int | None = None) -> Iterator[Legs]:
    """The best reading for each number of legs (or for that `only`) and of lines that may be, but for those that are
    far dearer than another one.
    """
    piece_lines = _PieceLines(pieces, measure, indent)
    natural = sum(_likeliest(piece_lines.starting(at).ends) for at in range(len(pieces)))
    sure = sum(piece.end - piece.joint > _SURE for piece in pieces[:-1])
    fewest = sure + 1 if sure else 1
    most = math.inf
    for legs in range(fewest, min(_MOST_LEGS, fewest + _MORE_LEGS) + 1):
        if only is not None and legs != only:
            continue
        for lines, longer in _depths(natural, legs):
            feet = [leg * lines - max(0, leg - longer) for leg in range(1, legs + 1)]
            found = _read(pieces, piece_lines, _Feet(feet if legs > 1 else [natural + _LOOSE]), most)
            if found is None:
                continue
            joints, counts, price = found
            total = sum(counts)
            short = feet[-1] - total if legs > 1 else 0
            if short and longer < legs:
                continue
            if 0 <= short < legs * max(1, lines // 2):
                price += _SHORT * min(short, legs - 1) + _HOLE * max(0, short - legs + 1)
                most = min(most, price + _FAR_DEARER)
                yield Legs(measure, legs, lines if legs > 1 else total, total, joints, counts, price)


def _depths(natural: int, legs: int) -> Iterator[tuple[int, int]]:
    """Lines of the longer legs, and how many are that long; the others have a line less. All legs are as long and the
    last one short of it, or what does not come out even is shared from the first leg on.
    """
    if legs == 1:
        yield natural, 1
        return
    level = math.ceil(natural / legs)
    for lines in (level - 1, level, level + 1):
        if lines >= _LEAST_LINES:
            yield lines, legs
    for total in range(natural - _LOOSE, natural + _LOOSE + 1):
        shorter, longer = divmod(total, legs)
        if longer and shorter >= _LEAST_LINES:
            yield shorter + 1, longer


class _PieceLines:
    """The lines of each piece at one measure, with an indent and going on without one, set when first asked for."""

    def __init__(self, pieces: Sequence[Piece], measure: float, indent: float) -> None:
        self._pieces, self._measure, self._indent = pieces, measure, indent
        self._starting: list[Lines | None] = [None] * len(pieces)
        self._going_on: list[Lines | None] = [None] * len(pieces)

    def starting(self, at: int) -> Lines:
        """As a paragraph's beginning."""
        found = self._starting[at]
        if found is None:
            found = self._starting[at] = _lines(self._pieces[at], self._measure, self._indent)
        return found

    def going_on(self, at: int) -> Lines:
        """As the rest of a paragraph that began before."""
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


class _Feet:
    """Where legs end (lines of the story up to each), asked for all pieces of a story."""

    def __init__(self, feet: Sequence[int]) -> None:
        self.most = feet[-1]
        self.ends = frozenset(feet[:-1])
        # Lines that may be left white before an end.
        self.early = frozenset(foot - white for foot in feet[:-1] for white in _WHITES)
        # How many legs have ended before each line.
        self.before = [0, *accumulate([row in self.ends for row in range(self.most + 1)])]


def _read(
    pieces: Sequence[Piece], piece_lines: _PieceLines, feet: _Feet, most: float
) -> tuple[tuple[bool, ...], tuple[int, ...], float] | None:
    """The cheapest way to take all pieces in legs that end behind so many lines; None where it costs more than `most`.
    Ways are kept by the lines that they come to, twice that and one more where the paragraph goes on.
    """
    ways: dict[int, _Way] = {0: (0.0, None, False, 0)}
    last = len(pieces) - 1
    for at, piece in enumerate(pieces):
        behind = pieces[at + 1] if at < last else None
        further: dict[int, _Way] = {}
        for key, way in ways.items():
            found = piece_lines.going_on(at) if key & 1 else piece_lines.starting(at)
            _complete(piece, behind, (key >> 1, found, way, feet), further)
            if behind is not None and found.full:
                _cut(piece, (key >> 1, found, way, feet), further)
        if not further:
            return None
        best = min([one[0] for one in further.values()])
        if best > most:
            return None
        dearest = best + _KEPT
        ways = {key: one for key, one in further.items() if one[0] < dearest} if len(further) > 1 else further
    price, _, way = min([(one[0], key >> 1, one) for key, one in ways.items()], key=lambda one: one[:2])
    return *_traced(way), price


_Step = tuple[int, Lines, _Way, _Feet]


def _complete(piece: Piece, behind: Piece | None, step: _Step, further: dict[int, _Way]) -> None:
    """The piece ends a paragraph."""
    row, found, way, feet = step
    before, most, ends = feet.before, feet.most, feet.ends
    base, passed = way[0] + piece.end, before[row + 1]
    for count, cost in found.ends.items():
        foot = row + count
        if foot > most:
            continue
        price = base + cost + _UNCUT * (before[foot] - passed)
        if foot in ends and behind is not None:
            price += _CHANCE
        known = further.get(2 * foot)
        if known is None or price < known[0]:
            further[2 * foot] = (price, way, False, count)
        if behind is None or foot not in feet.early:
            continue
        for white in _WHITES:  # what may not end a leg, a subhead above all, opens the next one
            if foot + white in ends:
                early = price + (_WHITE_HEAD if behind.is_head else _WHITE)
                known = further.get(2 * (foot + white))
                if known is None or early < known[0]:
                    further[2 * (foot + white)] = (early, way, False, count)


def _cut(piece: Piece, step: _Step, further: dict[int, _Way]) -> None:
    """The paragraph goes on behind the piece."""
    row, found, way, feet = step
    before, most, ends = feet.before, feet.most, feet.ends
    base, passed = way[0] + piece.joint, before[row + 1]
    may_stray = piece.end >= _SURE
    for count, cost in found.full.items():
        foot = row + count
        if foot not in ends and (foot > most or not may_stray):
            continue
        price = base + cost + _UNCUT * (before[foot] - passed)
        if foot not in ends:
            price += _ASTRAY
        known = further.get(2 * foot + 1)
        if known is None or price < known[0]:
            further[2 * foot + 1] = (price, way, True, count)


def _traced(way: _Way) -> tuple[tuple[bool, ...], tuple[int, ...]]:
    joints: list[bool] = []
    counts: list[int] = []
    while way[1] is not None:
        joints.append(way[2])
        counts.append(way[3])
        way = way[1]
    return tuple(reversed(joints)), tuple(reversed(counts))
