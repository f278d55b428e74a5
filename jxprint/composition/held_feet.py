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
# Feet that are held up win no more rows than these for a stack.
_WON = 12
# Rows by which text that is too short goes down under a story that has room for its own further up.
_LOWERED = 4
# Rows of a leg that is a scrap: no leg has fewer.
_SCRAP = 3

_Score = tuple[int, int, int]


class Way(Struct, frozen=True):
    """A way to make up a page: with some feet held up (edges), and with text that is too short under a head that opens
    (letters), or no higher than some row.
    """

    held: frozenset[int] = frozenset()
    opened: frozenset[str] = frozenset()
    lowered: frozenset[tuple[str, int]] = frozenset()


AS_DRAWN = Way()


def is_troubled(plan: Plan, shapes: Collection[str]) -> bool:
    """Whether a shape does not fit, or stands in a stack that does not."""
    if plan.short or plan.cramped:
        return True
    return any(not set(plan.pushed.get(one, ())).isdisjoint(shapes) for one in (*plan.over, *plan.late))


def has_scraps(plan: Plan, letter: str) -> bool:
    """Whether legs of a shape have the fewest rows that there may be."""
    return any(one.rows <= _SCRAP for one in plan.stretches.get(letter, ()))


def without_scraps(planned: Callable[[Way], Plan], plan: Plan, drawing: Drawing, letters: Collection[str]) -> Plan:
    """The plan with what stands over some of these shapes held up, where that leaves them more than scraps."""
    tops = {top for letter in letters for top in drawing.tops[letter]}
    feet = {foot for foot, below in drawing.under if below in tops}
    held = frozenset(foot for foot in feet if len(drawing.feet[drawing.edges[foot].letter]) > 1)
    if not held:
        return plan
    found = planned(Way(held))
    if any(_score(found)) or any(has_scraps(found, letter) for letter in letters):
        return planned(AS_DRAWN)
    return found


def _is_far(plan: Plan) -> bool:
    """Whether no stack, or no pinned shape, could win what is wanting."""
    if any(rows > _WON for rows in (*plan.over.values(), *plan.late.values())):
        return True
    return any(lines > _WON * len(plan.stretches[letter]) for letter, lines in plan.cramped.items())


def best_way(planned: Callable[[Way], Plan], plan: Plan, drawing: Drawing, shapes: Collection[str]) -> Plan:
    """The first plan that fits, or the one that lacks least; `plan` is the one as drawn, which stays where it is too
    far from a fit.
    """
    best = made = AS_DRAWN
    if _is_far(plan):
        return plan
    for held in islice(_feet(drawing, shapes), _TRIES):
        if not any(_score(plan)):
            break
        made = Way(held)
        if _score(found := planned(made)) < _score(plan):
            best, plan = made, found
    for rows in range(_LOWERED + 1):
        if not plan.short:
            break
        made = Way(best.held, frozenset(plan.short), frozenset(_lower(drawing, plan, shapes, rows)))
        if _score(found := planned(made)) < _score(plan):
            best, plan = made, found
        elif rows:
            break
    # Drafts know the plan that was made last.
    return plan if made == best else planned(best)


def _lower(drawing: Drawing, plan: Plan, shapes: Collection[str], rows: int) -> Iterator[tuple[str, int]]:
    """The rows in which text that is too short begins when it goes down by some: what stands over it goes down as well,
    as long as that is stories with corners alone.
    """
    for letter in plan.short if rows else ():
        top = drawing.tops[letter][0]
        over = [drawing.edges[foot].letter for foot, below in drawing.under if below == top]
        if over and set(over) <= set(shapes):
            yield letter, plan.top[letter] + 1


def _score(plan: Plan) -> _Score:
    return sum(plan.over.values()) + sum(plan.late.values()), sum(plan.short.values()), sum(plan.cramped.values())


def _feet(drawing: Drawing, shapes: Collection[str]) -> Iterator[frozenset[int]]:
    """The feet of shapes that others of the same go past, under which something begins, one by one and two by two."""
    above = {foot for foot, _ in drawing.under}
    feet = [foot for letter in shapes for foot in drawing.feet[letter] if len(drawing.feet[letter]) > 1]
    feet = [foot for foot in feet if foot in above]
    for count in (1, 2):
        yield from map(frozenset, combinations(feet, count))
