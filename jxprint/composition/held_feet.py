"""Stories with corners that do not find their fit when all feet go down alike: some are held up, and others go down.

Each foot of a shape goes down where that costs the page least; but what begins under one of them may have no use for
depth that another could have taken. Nobody can tell beforehand which one is to stay up, so each is tried, and each two.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from itertools import combinations, islice

from msgspec import Struct

from jxprint.composition.drawing import Drawing
from jxprint.composition.dummy import Plan

# Plans that are made at the most: all pairs of eight feet.
_TRIES = 36

_Score = tuple[int, int, int]


class Way(Struct, frozen=True):
    """A way to make up a page: with some feet held up (edges), and with heads opened over text too short (letters)."""

    held: frozenset[int] = frozenset()
    opened: frozenset[str] = frozenset()


AS_DRAWN = Way()


def is_troubled(plan: Plan, shapes: Collection[str]) -> bool:
    """Whether a shape does not fit, or stands in a stack that does not."""
    if plan.short or plan.cramped:
        return True
    return any(not set(plan.pushed.get(one, ())).isdisjoint(shapes) for one in (*plan.over, *plan.late))


def best_way(planned: Callable[[Way], Plan], plan: Plan, drawing: Drawing, shapes: Collection[str]) -> Plan:
    """The first plan that fits, or the one that lacks least; `plan` is the one as drawn."""
    best = made = AS_DRAWN
    for held in islice(_feet(drawing, shapes), _TRIES):
        if not any(_score(plan)):
            break
        made = Way(held)
        if _score(found := planned(made)) < _score(plan):
            best, plan = made, found
    if plan.short:
        made = Way(best.held, frozenset(plan.short))
        if _score(found := planned(made)) < _score(plan):
            best, plan = made, found
    # Drafts know the plan that was made last.
    return plan if made == best else planned(best)


def _score(plan: Plan) -> _Score:
    return sum(plan.over.values()) + sum(plan.late.values()), sum(plan.short.values()), sum(plan.cramped.values())


def _feet(drawing: Drawing, shapes: Collection[str]) -> Iterator[frozenset[int]]:
    """The feet of shapes that others of the same go past, under which something begins, one by one and two by two."""
    above = {foot for foot, _ in drawing.under}
    feet = [foot for letter in shapes for foot in drawing.feet[letter] if len(drawing.feet[letter]) > 1]
    feet = [foot for foot in feet if foot in above]
    for count in (1, 2):
        yield from map(frozenset, combinations(feet, count))
