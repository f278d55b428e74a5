"""Moves told whole: what a move left behind at its edges, because the next text begins like it, is given back to it.

Where a block was taken out, the text behind it moves up; if both begin with the same character, nobody can say which of
the two is gone. An alignment that keeps the wrong one tells a character missing here, another extra there, and a move
that lacks its first letter. Here the other one is kept wherever that makes the move longer.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec.structs import replace

from jxprint.checker.alignment import Hunk, paired

_GONE, _AWAY = -1, -2
# Edges of so many moves are looked at; a page with more is another page.
_MOST = 200
# So many characters between two blocks that moved together are a slip in one of them.
_SLIP = 8


class _Side:
    """One of the two texts: of each character the place of its like in the other, or that it has none or has moved."""

    def __init__(self, text: str, like: list[int]) -> None:
        self.text, self.like = text, like

    def state(self, at: int) -> int | None:
        """Of a character; None beyond both ends."""
        return self.like[at] if 0 <= at < len(self.like) else None

    def gives(self, at: int, step: int, other: _Side) -> bool:
        """Whether the character at `at` can be had for a move that lies beside it, to the other side of `step`: nobody
        has it, or the one that has it can do with its twin at the far end of what lies between.
        """
        state = self.state(at)
        if state is None or state == _AWAY:
            return False
        if state == _GONE:
            return True
        far = at - step
        while (between := self.state(far)) is not None and between < 0:
            far -= step
        far += step
        if self.state(far) != _GONE or self.text[far] != self.text[at]:
            return False
        self.like[far], self.like[at] = state, _GONE
        other.like[state] = far
        return True


def tidied(copy: str, read: str, hunks: Sequence[Hunk]) -> list[Hunk]:
    """The same differences, moves as long as they can be and neighbours that moved together as one."""
    moves = sorted((one.start, one.read_start, one.end - one.start) for one in hunks if one.kind == "moved")
    if not moves or len(moves) > _MOST:
        return list(hunks)
    here, there = _sides(copy, read, hunks)
    grown: list[tuple[int, int, int]] = []
    for start, to, length in moves:
        if grown and grown[-1][0] + grown[-1][2] == start and grown[-1][1] + grown[-1][2] == to:
            start, to, length = grown[-1][0], grown[-1][1], grown[-1][2] + length
            grown.pop()
        grown.append(_grown(here, there, start, to, length))
    told = [Hunk("moved", start, start + length, to, to + length) for start, to, length in grown]
    slips = [slip for one, two in pairwise(told) for slip in _slips(here, there, one, two)]
    return sorted([*told, *slips, *_others(here, there)], key=lambda one: (one.start, one.read_start))


def whole_moves(hunks: Sequence[Hunk]) -> Iterator[Hunk]:
    """Differences as they are told: a text that moved with a slip in it is one move, which covers the slip, and the
    slip. Such a move is not the same text here and there.
    """
    moves = sorted((one for one in hunks if one.kind == "moved"), key=lambda one: one.start)
    whole: list[Hunk] = []
    for one in moves:
        last = whole[-1] if whole else None
        if last is not None and _beside(last, one):
            whole[-1] = replace(last, end=one.end, read_end=one.read_end)
        else:
            whole.append(one)
    others = [one for one in hunks if one.kind != "moved"]
    yield from sorted([*whole, *others], key=lambda one: (one.start, one.read_start))


def counterparts(copy: str, read: str, hunks: Sequence[Hunk]) -> list[int]:
    """Of each character read its place in the copy, moved or altered as it is; below 0 where it has none."""
    there = _sides(copy, read, hunks)[1].like
    for one in hunks:
        if one.kind in ("moved", "altered") and one.end - one.start == one.read_end - one.read_start:
            there[one.read_start : one.read_end] = range(one.start, one.end)
    return there


def _beside(one: Hunk, two: Hunk) -> bool:
    """Whether what lies between two moved blocks is a slip, in both texts."""
    return 0 <= two.start - one.end <= _SLIP and 0 <= two.read_start - one.read_end <= _SLIP


def _slips(here: _Side, there: _Side, one: Hunk, two: Hunk) -> Iterator[Hunk]:
    """What lies between two blocks that moved together, if nobody else has it."""
    gap, read_gap = (one.end, two.start), (one.read_end, two.read_start)
    if not _beside(one, two) or any(like != _GONE for like in (*here.like[slice(*gap)], *there.like[slice(*read_gap)])):
        return
    here.like[slice(*gap)] = [_AWAY] * (gap[1] - gap[0])
    there.like[slice(*read_gap)] = [_AWAY] * (read_gap[1] - read_gap[0])
    spans = [gap] if gap[0] < gap[1] else [], [read_gap] if read_gap[0] < read_gap[1] else []
    yield from paired(*spans, gap[0], read_gap[0])


def _sides(copy: str, read: str, hunks: Sequence[Hunk]) -> tuple[_Side, _Side]:
    here, there = [0] * len(copy), [0] * len(read)
    for one in hunks:
        mark = _AWAY if one.kind == "moved" else _GONE
        here[one.start : one.end] = [mark] * (one.end - one.start)
        there[one.read_start : one.read_end] = [mark] * (one.read_end - one.read_start)
    alike = zip(
        [at for at, mark in enumerate(here) if not mark], [to for to, mark in enumerate(there) if not mark], strict=True
    )
    for at, to in alike:
        here[at], there[to] = to, at
    return _Side(copy, here), _Side(read, there)


def _grown(here: _Side, there: _Side, start: int, to: int, length: int) -> tuple[int, int, int]:
    for step in (-1, 1):
        while True:
            at, target = (start - 1, to - 1) if step < 0 else (start + length, to + length)
            if here.state(at) is None or there.state(target) is None or here.text[at] != there.text[target]:
                break
            if _GONE not in (here.state(at), there.state(target)):
                break  # nothing is told of either
            if not (here.gives(at, step, there) and there.gives(target, step, here)):
                break
            here.like[at] = there.like[target] = _AWAY
            start, to, length = (at, target, length + 1) if step < 0 else (start, to, length + 1)
    return start, to, length


def _others(here: _Side, there: _Side) -> Iterator[Hunk]:
    """What is told beside moves, gap by gap between what is alike."""
    at = to = 0
    for end in (*(place for place, like in enumerate(here.like) if like >= 0), len(here.like)):
        stop = here.like[end] if end < len(here.like) else len(there.like)
        if end > at or stop > to:
            yield from paired(list(_gone(here, at, end)), list(_gone(there, to, stop)), at, to)
        at, to = end + 1, stop + 1


def _gone(side: _Side, start: int, end: int) -> Iterator[tuple[int, int]]:
    begun = None
    for at in range(start, end):
        if side.like[at] == _GONE and begun is None:
            begun = at
        elif side.like[at] != _GONE and begun is not None:
            yield begun, at
            begun = None
    if begun is not None:
        yield begun, end
