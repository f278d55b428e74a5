"""Safe repairs made in copy, until none is left: one may uncover another (`，，` behind a blank taken out)."""

from __future__ import annotations

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
        # From each line's end to its beginning, so that offsets hold.
        for slip in reversed(chosen):
            span = working.put(slip)
            spans.append((slip.line, *span))
            place = replace(slip.finding.place, column=_column(copy, slip.line, span[0]), offset=span[0])
            done.append(replace(slip, start=span[0], finding=replace(slip.finding, place=place)))
    raise RuntimeError("repairs undo each other: " + ", ".join(sorted({slip.rule for slip in chosen})))


def _column(copy: Copy, line: int, start: int) -> int | None:
    column = copy[line].place.column
    return None if column is None else column + start


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

    def put(self, slip: Slip) -> tuple[int, int]:
        """Make one repair; the span of the original that it replaces."""
        assert slip.repair is not None
        line, origins = self._lines[slip.line], self._origins[slip.line]
        end = slip.start + slip.repair.length
        span = (origins[slip.start][0], origins[end - 1][1])
        put = slip.repair.replacement
        self._lines[slip.line] = replace(line, text=line.text[: slip.start] + put + line.text[end:])
        origins[slip.start : end] = [span] * len(put)
        return span
