"""What was made from a value, found again as long as it is that very value.

Composition hands on the articles that did not change since the page was last made up (see composition/standing). To
compare two articles costs as much as to write one; whether they are one object costs nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

Of = TypeVar("Of")
Made = TypeVar("Made")

# The articles of some ten pages. Each keeps its value alive, so that no other can come to stand at its address.
_KEPT = 128


class Remembered(Generic[Of, Made]):
    """Made values by the identity of what they were made of."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[Of, Made]] = {}

    def get(self, of: Of, make: Callable[[], Made]) -> Made:
        """What was made of `of`, or what `make` makes now."""
        known = self._known.get(id(of))
        if known is not None:
            return known[1]
        made = make()
        if len(self._known) >= _KEPT:
            self._known.clear()
        self._known[id(of)] = of, made
        return made
