"""Two texts side by side: what is missing, extra, altered or moved, in time that grows with their length.

Equal ends are cut off, rare pieces that both texts share become anchors (the longest rising chain of them), and only
the short stretches between anchors are aligned character by character. A stretch too long for that and without an
anchor is told whole: nothing in it agrees.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import Literal

from msgspec import Struct

Kind = Literal["missing", "extra", "altered", "moved"]

# Lengths of anchoring pieces, tried in turn where the longer ones found nothing.
_PIECES = (12, 4)
# Above this many cells (expected times read) a stretch is not aligned character by character.
_CELLS = 40_000
# The shortest piece that is told as moved rather than as missing here and extra there.
_MOVED = 4


class Hunk(Struct, frozen=True):
    """A difference: the stretch [start, end) of the copy against [read_start, read_end) of what was read.

    Of a moved piece both stretches are the piece, here and there.
    """

    kind: Kind
    start: int
    end: int
    read_start: int
    read_end: int


def align(expected: str, read: str, anchors: Sequence[tuple[int, int, int]] = ()) -> tuple[Hunk, ...]:
    """The differences in the order of the copy; none where the texts are equal.

    `anchors` are pieces known to be alike and in order: (start in the copy, start in the text read, length).
    """
    if expected == read:
        return ()
    rough: list[Stretch] = []
    e0 = r0 = 0
    for e1, r1, length in [*anchors, (len(expected), len(read), 0)]:
        rough += _differences(expected, e0, e1, read, r0, r1, 0)
        e0, r0 = e1 + length, r1 + length
    return tuple(sorted(_with_moves(expected, read, _joined(rough)), key=lambda hunk: (hunk.start, hunk.read_start)))


# Start and end in the copy, start and end in what was read.
Stretch = tuple[int, int, int, int]


def differing(expected: str, read: str) -> list[Stretch]:
    """The stretches that differ, in order; between them both are alike."""
    return _joined(list(_differences(expected, 0, len(expected), read, 0, len(read), 0)))


def told_apart(expected: str, read: str, stretches: list[Stretch]) -> list[Hunk]:
    """What each stretch is: missing, extra, altered, or moved to another one."""
    return sorted(_with_moves(expected, read, stretches), key=lambda hunk: (hunk.start, hunk.read_start))


def _differences(e: str, e0: int, e1: int, r: str, r0: int, r1: int, level: int) -> Iterator[Stretch]:
    """Stretches that differ within e[e0:e1] and r[r0:r1]."""
    ahead = _common_start(e, e0, e1, r, r0, r1)
    e0, r0 = e0 + ahead, r0 + ahead
    behind = _common_end(e, e0, e1, r, r0, r1)
    e1, r1 = e1 - behind, r1 - behind
    if e0 == e1 or r0 == r1:
        if e0 != e1 or r0 != r1:
            yield e0, e1, r0, r1
        return
    if (e1 - e0) * (r1 - r0) <= _CELLS:
        for kind, a, b, c, d in SequenceMatcher(None, e[e0:e1], r[r0:r1], False).get_opcodes():
            if kind != "equal":
                yield e0 + a, e0 + b, r0 + c, r0 + d
        return
    if level >= len(_PIECES):
        yield e0, e1, r0, r1
        return
    anchors = _anchors(e, e0, e1, r, r0, r1, _PIECES[level])
    for a, b in [*anchors, (e1, r1)]:
        if a < e0 or b < r0:
            continue  # overlaps what the anchor before it has taken up
        yield from _differences(e, e0, a, r, r0, b, level + 1)
        more = _common_start(e, a, e1, r, b, r1)
        e0, r0 = a + more, b + more


def _anchors(e: str, e0: int, e1: int, r: str, r0: int, r1: int, size: int) -> list[tuple[int, int]]:
    """Where pieces of `size` that occur once in each text stand in both: the longest chain that rises in both."""
    here = _once(e, e0, e1, size)
    there = _once(r, r0, r1, size)
    return rising((at, there[piece]) for piece, at in here.items() if piece in there)


def rising(pairs: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest chain of pairs that rises in both members."""
    ordered = sorted(pairs)
    tails: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for index, (_, target) in enumerate(ordered):
        rank = bisect_left(tails, target)
        before.append(last[rank - 1] if rank else -1)
        if rank == len(tails):
            tails.append(target)
            last.append(index)
        else:
            tails[rank], last[rank] = target, index
    chain: list[tuple[int, int]] = []
    index = last[-1] if last else -1
    while index >= 0:
        chain.append(ordered[index])
        index = before[index]
    return chain[::-1]


def _once(text: str, start: int, end: int, size: int) -> dict[str, int]:
    counts = Counter(text[at : at + size] for at in range(start, end - size + 1))
    return {piece: at for at in range(start, end - size + 1) if counts[piece := text[at : at + size]] == 1}


def _common_start(e: str, e0: int, e1: int, r: str, r0: int, r1: int) -> int:
    count, most = 0, min(e1 - e0, r1 - r0)
    step = 1
    # Strides that double: a long equal run is compared by slices, not character by character.
    while count < most:
        step = min(step, most - count)
        if e[e0 + count : e0 + count + step] == r[r0 + count : r0 + count + step]:
            count += step
            step *= 2
        elif step == 1:
            break
        else:
            step = max(1, step // 4)
    return count


def _common_end(e: str, e0: int, e1: int, r: str, r0: int, r1: int) -> int:
    count, most = 0, min(e1 - e0, r1 - r0)
    while count < most and e[e1 - count - 1] == r[r1 - count - 1]:
        count += 1
    return count


def _joined(stretches: list[Stretch]) -> list[Stretch]:
    """Stretches that touch in both texts made one."""
    joined: list[Stretch] = []
    for stretch in stretches:
        if joined and joined[-1][1] == stretch[0] and joined[-1][3] == stretch[2]:
            joined[-1] = joined[-1][0], stretch[1], joined[-1][2], stretch[3]
        else:
            joined.append(stretch)
    return joined


def _with_moves(e: str, r: str, stretches: list[Stretch]) -> Iterator[Hunk]:
    """Pieces that are missing here and extra there are told as moved, once; what is left keeps its kind."""
    found: dict[str, tuple[int, int]] = {}
    for _, _, c, d in stretches:
        for at in range(c, d - _MOVED + 1):
            found.setdefault(r[at : at + _MOVED], (at, d))
    # A piece too short to be looked for inside others may still be all that is missing here and extra there.
    short = {r[c:d]: c for a, b, c, d in stretches if a == b and 1 < d - c < _MOVED}
    taken = bytearray(len(r) + 1)
    missing: list[list[tuple[int, int]]] = []
    for a, b, c, d in stretches:
        if c == d and e[a:b] in short:
            there = short.pop(e[a:b])
            taken[there : there + b - a] = b"\1" * (b - a)
            missing.append([])
            yield Hunk("moved", a, b, there, there + b - a)
            continue
        left: list[tuple[int, int]] = []
        at = start = a
        while at < b:
            there, end = found.get(e[at : at + _MOVED], (-1, -1)) if at <= b - _MOVED else (-1, -1)
            size = _free(e, at, b, r, there, end, taken) if there >= 0 else 0
            if size < _MOVED:
                at += 1
                continue
            if start < at:
                left.append((start, at))
            taken[there : there + size] = b"\1" * size
            yield Hunk("moved", at, at + size, there, there + size)
            at = start = at + size
        if start < b:
            left.append((start, b))
        missing.append(left)
    for (a, _, c, d), left in zip(stretches, missing, strict=True):
        yield from paired(left, list(untaken(taken, c, d)), a, c)


def _free(e: str, e0: int, e1: int, r: str, r0: int, r1: int, taken: bytearray) -> int:
    """How far both texts run alike before what a move has already taken."""
    blocked = taken.find(1, r0, r1)
    return _common_start(e, e0, e1, r, r0, r1 if blocked < 0 else blocked)


def untaken(taken: bytearray, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches of [start, end) that are not marked."""
    at = taken.find(0, start, end)
    while at >= 0:
        stop = taken.find(1, at, end)
        yield at, end if stop < 0 else stop
        at = -1 if stop < 0 else taken.find(0, stop, end)


def paired(left: list[tuple[int, int]], right: list[tuple[int, int]], here: int, there: int) -> Iterator[Hunk]:
    """What one stretch has left after its moved pieces: altered where both sides have something, pairwise.

    `here` and `there` say where an empty side stands.
    """
    for index in range(max(len(left), len(right))):
        if index < len(left) and index < len(right):
            yield Hunk("altered", *left[index], *right[index])
            here, there = left[index][1], right[index][1]
        elif index < len(left):
            yield Hunk("missing", *left[index], there, there)
        else:
            yield Hunk("extra", here, here, *right[index])
