"""Safe repairs made in copy, until none is left: one may uncover another (`，，` behind a blank taken out)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from jxprint.lint.lines import Copy
from jxprint.lint.rules import Slip, proofread

# Every repair takes characters out or makes one ordinary for good, so that rounds end by themselves; a line of copy
# needs three at most, and a rule that undid another's work would be found here.
_MOST_ROUNDS = 100


class Mended(Struct, frozen=True):
    """The copy after the repairs, and the slips that they put right, at the places where these stood before.

    `spans` are the lines' numbers and the offsets in the copy as it was that each repair replaced.
    """

    copy: Copy
    done: tuple[Slip, ...]
    spans: tuple[tuple[int, int, int], ...]


def mend(copy: Copy) -> Mended:
    """Make every safe repair. Raises RuntimeError where two rules undo each other, which is a defect."""
    working = _Working(copy)
    done: list[Slip] = []
    spans: list[tuple[int, int, int]] = []
    for _ in range(_MOST_ROUNDS):
        chosen = _apart([slip for slip in proofread(working.copy) if slip.safe])
        if not chosen:
            return Mended(working.copy, tuple(done), tuple(spans))
        for number, slips in groupby(chosen, key=lambda slip: slip.line):
            for slip, span in working.put(number, list(slips)):
                spans.append((number, *span))
                place = copy[number].at(span[0])
                done.append(replace(slip, start=span[0], finding=replace(slip.finding, place=place)))
    raise RuntimeError("repairs undo each other: " + ", ".join(sorted({slip.rule for slip in chosen})))


def _apart(slips: list[Slip]) -> list[Slip]:
    """Repairs that do not touch the same characters; the others have their turn in the next round."""
    chosen: list[Slip] = []
    ends: dict[int, int] = {}
    for slip in sorted(slips, key=lambda slip: (slip.line, slip.start)):
        if slip.repair is not None and slip.start >= ends.get(slip.line, 0):
            chosen.append(slip)
            ends[slip.line] = slip.start + slip.repair.length
    return chosen


class _Working:
    """The copy while it is mended; of every character it is known where it came from."""

    def __init__(self, copy: Copy) -> None:
        self._lines = list(copy)
        self._origins = [[(at, at + 1) for at in range(len(line.text))] for line in copy]

    @property
    def copy(self) -> Copy:
        """The lines as they are now."""
        return tuple(self._lines)

    def put(self, number: int, slips: list[Slip]) -> Iterator[tuple[Slip, tuple[int, int]]]:
        """Make the repairs of one line, each with the span of the original that it replaces."""
        text, origins = self._lines[number].text, self._origins[number]
        pieces: list[str] = []
        came: list[tuple[int, int]] = []
        at = 0
        for slip in slips:
            assert slip.repair is not None
            end = slip.start + slip.repair.length
            span = (origins[slip.start][0], origins[end - 1][1])
            pieces.extend((text[at : slip.start], slip.repair.replacement))
            came.extend((*origins[at : slip.start], *[span] * len(slip.repair.replacement)))
            at = end
            yield slip, span
        self._lines[number] = replace(self._lines[number], text="".join((*pieces, text[at:])))
        self._origins[number] = [*came, *origins[at:]]
