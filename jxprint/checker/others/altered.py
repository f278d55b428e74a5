"""A paragraph that a text does not have word for word: where it stands all the same, and what differs there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct, field

from jxprint.checker.alignment import Hunk, Stretch, differing, told_apart
from jxprint.checker.others.seen import NEW_LINE

_GRAM = 4
# Places of one piece that are looked at; a stop and a name have hundreds.
_PLACES = 12
# A missing stretch this long is looked for elsewhere; and text this long between two lines of a paragraph, on lines of
# its own, stands in its way and is no part of it.
_PIECE, _BETWEEN = 6, 8
# How far around its pieces a paragraph is looked for.
_SLACK = 24
_DEPTH = 6
_STRAY = 2


class Found(Struct):
    """A paragraph by its number (from 0) and where the text has it: `pieces` (offset in the paragraph, in the text,
    length) are alike once folded, `hunks` differ. `is_whole` says that it stands there in one.
    """

    number: int
    pieces: list[tuple[int, int, int]] = field(default_factory=list)
    hunks: list[Hunk] = field(default_factory=list)
    is_whole: bool = False

    @property
    def start(self) -> int:
        """Where it begins in the text; -1 where it is missing."""
        return self.pieces[0][1] if self.pieces else -1


class Rest:
    """What no paragraph has claimed of a text, closed up. `find` may be asked for one paragraph after another: what one
    has claimed the next does not get.
    """

    def __init__(self, text: str, joints: bytes, taken: bytearray) -> None:
        self._free = [at for at, mark in enumerate(taken) if not mark]
        self._whole, self._joints = text, joints
        self._rest = "".join([text[at] for at in self._free])
        self._used = bytearray(len(self._rest))
        self._index: dict[str, list[int]] = {}
        for at in range(len(self._rest) - _GRAM + 1):
            places = self._index.setdefault(self._rest[at : at + _GRAM], [])
            if len(places) < _PLACES:
                places.append(at)

    def find(self, number: int, text: str) -> Found:
        """Where a paragraph stands; without pieces where it is missing."""
        found = Found(number)
        self._find(found, text, 0, len(text), 0)
        found.pieces.sort()
        found.hunks.sort(key=lambda hunk: hunk.start)
        return found

    def _find(self, found: Found, whole: str, first: int, last: int, depth: int) -> None:
        """The best place for a stretch of a paragraph, then those for what is missing from it there."""
        text = whole[first:last]
        window = self._window(text) if depth < _DEPTH else None
        if window is None:
            at = self._behind(found, first)
            found.hunks.append(Hunk("missing", first, last, at, at))
            return
        start, end = window
        stretches = self._own(differing(text, self._rest[start:end]), start, end - start, len(text))
        lacking: list[tuple[int, int]] = []
        for hunk in told_apart(text, self._rest[start:end], stretches):
            if hunk.kind == "missing" and hunk.end - hunk.start >= _PIECE:
                lacking.append((first + hunk.start, first + hunk.end))
            elif not self._is_between(hunk, start):
                found.hunks.append(self._placed(hunk, first, start))
                self._use(start + hunk.read_start, start + hunk.read_end)
        for at, there, size in alike(stretches, len(text)):
            self._keep(found, first + at, start + there, size)
        for begin, stop in lacking:
            self._find(found, whole, begin, stop, depth + 1)

    def _own(self, stretches: list[Stretch], start: int, size: int, length: int) -> list[Stretch]:
        """Differences without what stands before and behind the paragraph in its window, which is not its own."""
        stretches = _without_strays(stretches, length, size)
        own: list[Stretch] = []
        for first, last, there, end in stretches:
            if first == 0 and there == 0:
                there = self._line_start(start, max(end - last, 0), end)
            if last == length and end == size:
                end = self._line_end(start, there, min(there + last - first, size))
            own.append((first, last, there, end))
        # A paragraph that begins with its window has a piece before its first difference.
        return own if stretches and stretches[0][0] == 0 else [(0, 0, 0, 0), *own]

    def _line_start(self, start: int, first: int, last: int) -> int:
        """The last beginning of a line between two offsets of a window; `first` where there is none."""
        lines = (at for at in range(last, first, -1) if start + at < len(self._free) and self._begins(start + at))
        return next(lines, first)

    def _line_end(self, start: int, first: int, last: int) -> int:
        lines = (at for at in range(first, last) if self._begins(start + at))
        return next(lines, last)

    def _begins(self, at: int) -> bool:
        return self._joints[self._free[at]] == NEW_LINE

    def _behind(self, found: Found, offset: int) -> int:
        """Where in the text a missing stretch would stand: behind what stands before it."""
        before = [at + length for start, at, length in sorted(found.pieces) if start < offset]
        return before[-1] if before else max(found.start, 0)

    def _keep(self, found: Found, at: int, there: int, size: int) -> None:
        """A piece that is alike, cut where something that was claimed stands between."""
        start = 0
        for end in range(1, size + 1):
            if end == size or self._free[there + end] != self._free[there + end - 1] + 1:
                found.pieces.append((at + start, self._free[there + start], end - start))
                start = end
        self._use(there, there + max(size, 0))

    def _use(self, start: int, end: int) -> None:
        self._used[start:end] = b"\1" * (end - start)

    def _placed(self, hunk: Hunk, first: int, start: int) -> Hunk:
        """A difference by where it stands in the paragraph and in the whole text."""
        begin, end = start + hunk.read_start, start + hunk.read_end
        there = self._free[begin] if begin < len(self._free) else len(self._whole)
        stop = self._free[end - 1] + 1 if end > begin else there
        return Hunk(hunk.kind, first + hunk.start, first + hunk.end, there, stop)

    def _is_between(self, hunk: Hunk, start: int) -> bool:
        """Whether what is extra stands on lines of its own."""
        begin, end = start + hunk.read_start, start + hunk.read_end
        if hunk.kind != "extra" or end - begin < _BETWEEN or not self._begins(begin):
            return False
        return end == len(self._free) or self._begins(end) or self._free[end] != self._free[end - 1] + 1

    def _window(self, text: str) -> tuple[int, int] | None:
        """The stretch that shares most pieces with a text, about where the text would begin and end."""
        votes: dict[int, list[int]] = {}
        for at in range(len(text) - _GRAM + 1):
            for there in self._index.get(text[at : at + _GRAM], ()):
                if not self._used[there]:
                    votes.setdefault((there - at) // _SLACK, []).append(there - at)
        if not votes:
            return None
        best = max(votes, key=lambda one: len(votes[one]) + len(votes.get(one + 1, ())))
        shifts = votes[best] + votes.get(best + 1, [])
        slack = max(_SLACK, len(text) // 8)
        start = max(0, min(shifts) - slack)
        end = min(len(self._rest), max(shifts) + len(text) + slack)
        middle = min(max((min(shifts) + max(shifts) + len(text)) // 2, start), end - 1)
        # What another paragraph has claimed is not asked again.
        before, behind = self._used.rfind(1, start, middle), self._used.find(1, middle, end)
        return max(start, before + 1), end if behind < 0 else behind


def alike(stretches: Sequence[Stretch], length: int) -> Iterator[tuple[int, int, int]]:
    """The pieces between stretches that differ: offset in the paragraph, in its window, length."""
    for (_, at, _, there), (end, _, _, _) in pairwise([*stretches, (length, length, 0, 0)]):
        if end > at:
            yield at, there, end - at


def _without_strays(stretches: list[Stretch], length: int, size: int) -> list[Stretch]:
    """Differences at the ends that a stray character of what stands beside the paragraph cuts in two made one."""
    kept = list(stretches)
    while len(kept) > 1 and kept[0][0] == 0 and _is_stray(kept[0], kept[1], kept[1]):
        kept[:2] = [(kept[0][0], kept[1][1], kept[0][2], kept[1][3])]
    while len(kept) > 1 and kept[-1][1] == length and _is_stray(kept[-2], kept[-1], kept[-2]):
        kept[-2:] = [(kept[-2][0], kept[-1][1], kept[-2][2], kept[-1][3])]
    return kept


def _is_stray(one: Stretch, two: Stretch, inner: Stretch) -> bool:
    """Whether what is alike between two differences is too short to count, and far from the rest."""
    return two[0] - one[1] <= _STRAY and (inner[3] - inner[2]) - (inner[1] - inner[0]) > _STRAY
