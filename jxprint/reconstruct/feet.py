"""Where the legs of a story end: its feet, as lines of the story up to each."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

# An end of a leg within a piece was not cut by whoever took the dump (natural logarithm of odds).
_UNCUT = 7.0
# By how many lines a leg may end early.
WHITES = (1, 2)


class Feet:
    """Where legs end (lines of the story up to each), asked for all pieces of a story."""

    def __init__(self, feet: Sequence[int]) -> None:
        self.most = feet[-1]
        self.ends = frozenset(feet[:-1])
        # Ends, and lines that may be left white before one.
        self.near = frozenset([foot - white for foot in feet[:-1] for white in (0, *WHITES)])
        # By line what the legs cost that have ended before it, were they all uncut.
        self.uncut = [0.0] * (feet[0] + 1)
        for ended, (foot, after) in enumerate(pairwise([*feet, feet[-1] + 1]), 1):
            self.uncut += [_UNCUT * ended] * (after - foot)


@lru_cache(maxsize=4096)
def feet_of(legs: int, lines: int, longer: int) -> Feet:
    """The feet of so many legs, of which the first ones are so many lines long and the others a line less."""
    return Feet([leg * lines - max(0, leg - longer) for leg in range(1, legs + 1)])
