"""How likely each piece of a story ends in a joint (断栏处), over all ways to take the pieces in legs that end behind
the lines of a reading: a reading (`legs`) is the likeliest way alone, and hides how near others come.

Weights of ways are summed up from the first piece on and from the last one back; a break's share is what passes
through it as a joint.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import exp

from jxprint.reconstruct.feet import WHITES, Feet, feet_of
from jxprint.reconstruct.legs import ASTRAY, CHANCE, SURE, WHITE, WHITE_HEAD, Legs, Piece, PieceLines
from jxprint.reconstruct.setting import Lines

# Ways of less weight than this, beside the likeliest so far, are left out.
_LEAST = 1e-6

# From where to where a piece takes a way, as the lines that it comes to, twice that and one more where the paragraph
# goes on, and by what weight.
_Step = tuple[int, int, float]


def joint_shares(pieces: Sequence[Piece], legs: Legs, indent: float) -> tuple[float, ...]:
    """For each piece the share (0 to 1) of the ways in which it ends in a joint."""
    piece_lines = PieceLines(pieces, legs.measure, indent)
    feet = feet_of(legs.legs, legs.lines, legs.longer) if legs.legs > 1 else feet_of(1, legs.total, 1)
    reached: list[dict[int, float]] = [{0: 1.0}]
    steps: list[list[_Step]] = []
    for at in range(len(pieces)):
        ways = reached[-1]
        found = list(_steps(pieces, at, piece_lines, ways, feet))
        further: dict[int, float] = {}
        for start, end, weight in found:
            further[end] = further.get(end, 0.0) + ways[start] * weight
        most = max(further.values(), default=0.0)
        if not most:
            return tuple(map(float, legs.joints))
        reached.append({key: one / most for key, one in further.items() if one > _LEAST * most})
        steps.append(found)
    return tuple(_shares(steps, reached))


def _shares(steps: Sequence[Sequence[_Step]], reached: Sequence[Mapping[int, float]]) -> list[float]:
    """Shares of joints, found from the last piece back; `reached` are the weights of the ways up to each."""
    behind = dict.fromkeys(reached[-1], 1.0)
    shares: list[float] = []
    for found, ways in zip(reversed(steps), reversed(reached[:-1]), strict=True):
        back: dict[int, float] = {}
        joint = whole = 0.0
        for start, end, weight in found:
            if rest := behind.get(end, 0.0) * weight:
                back[start] = back.get(start, 0.0) + rest
                whole += rest * ways[start]
                joint += rest * ways[start] if end & 1 else 0.0
        most = max(back.values())
        behind = {key: one / most for key, one in back.items()}
        shares.append(joint / whole)
    return shares[::-1]


def _steps(
    pieces: Sequence[Piece], at: int, piece_lines: PieceLines, ways: Mapping[int, float], feet: Feet
) -> Iterator[_Step]:
    """Every way that a piece may be taken from each of those so far; prices are those of a reading."""
    for key in ways:
        lines = piece_lines.going_on(at) if key & 1 else piece_lines.starting[at]
        yield from _from(pieces, at, lines, key, feet)


def _from(pieces: Sequence[Piece], at: int, lines: Lines, key: int, feet: Feet) -> Iterator[_Step]:
    piece, behind = pieces[at], pieces[at + 1] if at + 1 < len(pieces) else None
    row, may_stray = key >> 1, piece.end >= SURE
    passed = feet.uncut[row + 1]
    for count, cost in lines.ends.items():
        foot = row + count
        if foot > feet.most:
            continue
        ends_leg = behind is not None and foot in feet.ends
        price = piece.end + cost + feet.uncut[foot] - passed
        yield key, 2 * foot, exp(-price - (CHANCE if ends_leg else 0.0))
        if behind is not None and foot in feet.near:
            white = exp(-price - (WHITE_HEAD if behind.is_head else WHITE))
            yield from ((key, 2 * (foot + one), white) for one in WHITES if foot + one in feet.ends)
    for count, cost in lines.full.items() if behind is not None else ():
        foot = row + count
        if foot in feet.ends or (may_stray and foot <= feet.most):
            astray = 0.0 if foot in feet.ends else ASTRAY
            yield key, 2 * foot + 1, exp(-piece.joint - cost - (feet.uncut[foot] - passed) - astray)
