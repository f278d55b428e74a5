"""The character error rate of a page (字符错误率): the fewest changes that make one text of the other, over the copy.

A change is a character put in, left out or exchanged (Levenshtein). What moved as a whole is put back first: it is told
as moved, and its characters are no errors. The rate is exact, by the bit-parallel algorithm of Myers in Hyyrö's form
on integers as long as the text, and is measured under each fold of `jxprint.text.folds` as well.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct, field

from jxprint.checker.alignment import Hunk
from jxprint.text.folds import FOLDS

# Characters of one text times those of the other: two pages of 50 000 take a second. What is larger is no page, and all
# of it is told as wrong.
_MOST = 2_500_000_000

# Errors by fold.
Errors = dict[str, int]


def distance(one: str, two: str) -> int:
    """The fewest characters put in, left out or exchanged that make `two` of `one`."""
    start, most = 0, min(len(one), len(two))
    while start < most and one[start] == two[start]:
        start += 1
    end = 0
    while end < most - start and one[-1 - end] == two[-1 - end]:
        end += 1
    one, two = one[start : len(one) - end], two[start : len(two) - end]
    if not one or not two or len(one) * len(two) > _MOST:
        return max(len(one), len(two))
    where: dict[str, int] = {}
    for at, char in enumerate(one):
        where[char] = where.get(char, 0) | 1 << at
    last = 1 << (len(one) - 1)
    every = (last << 1) - 1
    above, below, score = every, 0, len(one)
    for char in two:
        equal = where.get(char, 0)
        column = equal | below
        row = ((equal & above) + above ^ above) | equal
        more, fewer = below | ~(row | above) & every, above & row
        score += (more & last > 0) - (fewer & last > 0)
        more, fewer = more << 1 | 1, fewer << 1
        above, below = (fewer | ~(column | more)) & every, more & column
    return score


class Ledger(Struct):
    """Errors of a file by reading (`reader:order`) and fold, page after page."""

    by_reading: dict[str, Errors] = field(default_factory=dict)
    _known: dict[tuple[str, str], Errors] = field(default_factory=dict)

    def add(self, reading: str, copy: str, read: str, hunks: Sequence[Hunk]) -> None:
        """What one text was read as; `hunks` are the differences, moves as wholes (see tidying)."""
        total = self.by_reading.setdefault(reading, dict.fromkeys(FOLDS, 0))
        if not hunks:
            return
        moved = [one for one in hunks if one.kind == "moved"]
        # A text that moved with a slip in it is compared with itself.
        blocks = [(copy[one.start : one.end], read[one.read_start : one.read_end]) for one in moved]
        rest = (
            _without(copy, [(one.start, one.end) for one in moved]),
            _without(read, [(one.read_start, one.read_end) for one in moved]),
        )
        for texts in (rest, *(block for block in blocks if block[0] != block[1])):
            if texts not in self._known:
                self._known[texts] = _errors(*texts)
            for fold, count in self._known[texts].items():
                total[fold] += count

    def turn(self) -> None:
        """The next page: what was measured on this one is of no more use."""
        self._known.clear()

    def lost(self, characters: int) -> None:
        """Copy of pages that the file does not have."""
        for total in self.by_reading.values():
            for fold in total:
                total[fold] += characters

    @property
    def worst(self) -> tuple[tuple[str, int], ...]:
        """Errors by fold of the reading that has most."""
        most = max(self.by_reading.values(), key=lambda errors: tuple(errors.values()), default={})
        return tuple(most.items())


def _errors(copy: str, read: str) -> Errors:
    found: Errors = {}
    known: dict[tuple[str, str], int] = {}
    for name, fold in FOLDS.items():
        texts = fold(copy), fold(read)
        if texts not in known:
            known[texts] = distance(*texts)
        found[name] = known[texts]
    return found


def _without(text: str, spans: Sequence[tuple[int, int]]) -> str:
    pieces: list[str] = []
    at = 0
    for start, end in sorted(spans):
        pieces.append(text[at:start])
        at = max(at, end)
    return "".join([*pieces, text[at:]])
