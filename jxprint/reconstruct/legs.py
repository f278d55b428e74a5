"""The legs of one story: at a measure, how many legs of how many lines its pieces make, and which of their ends are
joints (断栏处), where a column ended in the middle of a paragraph.

All joints of a story are decided together. A leg ends after every so many lines; a dump that was taken column by column
is cut there, so each leg's end is an end of a piece. A piece that goes on in the next leg fills its last line; what
follows it has no indent. What the words say of each end comes as a price beforehand.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from jxprint.reconstruct.setting import Lines, Measured, lines_of

# Prices are natural logarithms of odds. An end of a leg within a piece was not cut by whoever took the dump; a joint
# within a leg has something else in its way, as a picture; an end of a leg where a paragraph ends is one in five.
_UNCUT, _ASTRAY, _CHANCE = 7.0, 7.0, 1.6
# The last leg is short by less than a line a leg; more is a hole.
_SHORT, _HOLE = 0.5, 2.5
# A leg that ends a line or two early, before a subhead or before other text.
_WHITE_HEAD, _WHITE = 1.0, 3.0
_MOST_LEGS = 9
_LEAST_LINES = 3
# The lines of a story come out by so many more or fewer than its pieces come to one by one.
_LOOSE = 2
_KEPT = 14.0
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


class _State(Struct):
    price: float
    before: _State | None
    joint: bool
    count: int


def readings(pieces: Sequence[Piece], measure: float, indent: float) -> Iterator[Legs]:
    """The best reading for each number of legs and of lines that may be."""
    piece_lines = _PieceLines(pieces, measure, indent)
    natural = sum(_likeliest(piece_lines.starting(at).ends) for at in range(len(pieces)))
    sure = sum(piece.end - piece.joint > _SURE for piece in pieces[:-1])
    fewest = sure + 1 if sure else 1
    for legs in range(fewest, min(_MOST_LEGS, fewest + _MORE_LEGS) + 1):
        for lines, longer in _depths(natural, legs):
            feet = [leg * lines - max(0, leg - longer) for leg in range(1, legs + 1)]
            found = _read(pieces, piece_lines, _Feet(feet if legs > 1 else [natural + _LOOSE]))
            if found is None:
                continue
            joints, counts, price = found
            total = sum(counts)
            short = feet[-1] - total if legs > 1 else 0
            if short and longer < legs:
                continue
            if 0 <= short < legs * max(1, lines // 2):
                price += _SHORT * min(short, legs - 1) + _HOLE * max(0, short - legs + 1)
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
        self._before = [0]  # how many legs have ended before each line
        for row in range(self.most + 1):
            self._before.append(self._before[row] + (row in self.ends))

    def within(self, row: int, foot: int) -> int:
        """How many legs end between two lines."""
        return self._before[foot] - self._before[row + 1]


def _read(
    pieces: Sequence[Piece], piece_lines: _PieceLines, feet: _Feet
) -> tuple[tuple[bool, ...], tuple[int, ...], float] | None:
    """The cheapest way to take all pieces in legs that end behind so many lines."""
    states: dict[tuple[int, bool], _State] = {(0, False): _State(0.0, None, False, 0)}
    for at in range(len(pieces)):
        further: dict[tuple[int, bool], _State] = {}
        for (row, joined), state in states.items():
            found = piece_lines.going_on(at) if joined else piece_lines.starting(at)
            _complete(pieces, at, row, (found, state, feet), further)
            if at + 1 < len(pieces):
                _cut(pieces[at], row, (found, state, feet), further)
        if not further:
            return None
        best = min([one.price for one in further.values()])
        states = {key: one for key, one in further.items() if one.price < best + _KEPT}
    price, _, state = min([(one.price, key[0], one) for key, one in states.items()], key=lambda one: one[:2])
    return *_traced(state), price


_Step = tuple[Lines, _State, _Feet]


def _complete(
    pieces: Sequence[Piece], at: int, row: int, step: _Step, further: dict[tuple[int, bool], _State]
) -> None:
    """The piece ends a paragraph."""
    found, state, feet = step
    is_last = at + 1 == len(pieces)
    for count, cost in found.ends.items():
        foot = row + count
        if foot > feet.most:
            continue
        price = state.price + cost + pieces[at].end + _UNCUT * feet.within(row, foot)
        if foot in feet.ends and not is_last:
            price += _CHANCE
        _keep(further, (foot, False), price, state, False, count)
        for white in (1, 2):  # what may not end a leg, a subhead above all, opens the next one
            if not is_last and foot + white in feet.ends:
                early = price + (_WHITE_HEAD if pieces[at + 1].is_head else _WHITE)
                _keep(further, (foot + white, False), early, state, False, count)


def _cut(piece: Piece, row: int, step: _Step, further: dict[tuple[int, bool], _State]) -> None:
    """The paragraph goes on behind the piece."""
    found, state, feet = step
    for count, cost in found.full.items():
        foot = row + count
        if foot > feet.most:
            continue
        price = state.price + cost + piece.joint + _UNCUT * feet.within(row, foot)
        if foot not in feet.ends:
            if piece.end < _SURE:
                continue
            price += _ASTRAY
        _keep(further, (foot, True), price, state, True, count)


def _traced(state: _State) -> tuple[tuple[bool, ...], tuple[int, ...]]:
    joints: list[bool] = []
    counts: list[int] = []
    step: _State | None = state
    while step is not None and step.before is not None:
        joints.append(step.joint)
        counts.append(step.count)
        step = step.before
    return tuple(reversed(joints)), tuple(reversed(counts))


def _keep(
    states: dict[tuple[int, bool], _State],
    key: tuple[int, bool],
    price: float,
    before: _State,
    joint: bool,
    count: int,
) -> None:
    known = states.get(key)
    if known is None or price < known.price:
        states[key] = _State(price, before, joint, count)
