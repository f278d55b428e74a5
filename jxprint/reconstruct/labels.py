"""Roles given to units: the cheapest way through the grammar of a page, and by how much it is cheaper than any other.

Long sources are read in stretches, each from where the last one is settled, so that time and memory stay in proportion.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from jxprint.reconstruct.manner import Manner, learned, steps, usual
from jxprint.reconstruct.prices import prices
from jxprint.reconstruct.roles import END, ROLES, RUNNING, START, STANDFIRST, TEXT
from jxprint.reconstruct.traits import Traits

_STRETCH, _SETTLED = 4000, 3700
_READINGS = 3
_FAR = 24.0
_NEVER = 1e9
# A paragraph that ends without an end mark and is complete all the same; a word parted there speaks against it.
_UNENDED, _PARTED, _MOST_PARTED = 1.3, 0.7, 7.0
# Text that goes on after names in brackets or a jump line have closed it.
_CLOSED = 3.2

Steps = list[list[list[tuple[int, float]]]]


class Label(Struct, frozen=True):
    """A unit's role, the best other one, and by how much that is dearer."""

    role: int
    other: int
    margin: float


def labels(traits: Sequence[Traits]) -> tuple[list[Label], Manner]:
    """The roles of a page's units, read again until its manner stays."""
    manner = usual(traits)
    found = _read(traits, manner)
    for _ in range(_READINGS - 1):
        manner = learned(traits, [one.role for one in found], manner)
        again = _read(traits, manner)
        same = [one.role for one in again] == [one.role for one in found]
        found = again
        if same:
            break
    return found, manner


def _read(traits: Sequence[Traits], manner: Manner) -> list[Label]:
    table = steps(manner)
    found: list[Label] = []
    role = START
    while len(found) < len(traits):
        start = len(found)
        stretch = traits[start : start + _STRETCH]
        last = start + len(stretch) == len(traits)
        some = _stretch(traits, start, start + len(stretch), role, (table, manner))
        found += some if last else some[:_SETTLED]
        role = found[-1].role
    return found


def _stretch(
    traits: Sequence[Traits], start: int, end: int, role: int, given: tuple[Steps, Manner]
) -> list[Label]:
    """The roles of units from `start` to `end`, after one of a role."""
    table, manner = given
    count = len(ROLES)
    own: list[list[tuple[int, float]]] = []
    forward: list[list[float]] = [[0.0 if one == role else _NEVER for one in range(count)]]
    backs: list[list[int]] = []
    for at in range(start, end):
        here = prices(traits, at, manner)
        least = min(here) + _FAR
        kept = [(one, price) for one, price in enumerate(here) if price < least]
        own.append(kept)
        row, back = _step(forward[-1], kept, table[traits[at].gap], _before(traits, at))
        forward.append(row)
        backs.append(back)
    ends = dict(table[1][END]) if end == len(traits) else dict.fromkeys(range(count), 0.0)
    backward = [ends.get(one, _FAR) for one in range(count)]
    best = min(range(count), key=lambda one: forward[-1][one] + backward[one])
    found: list[Label] = []
    for at in range(end - 1, start - 1, -1):
        row = forward[at - start + 1]
        found.append(_label(row, backward, best))
        backward = _step_back(backward, own[at - start], table[traits[at].gap], _before(traits, at))
        best = backs[at - start][best]
    return found[::-1]


def _label(row: Sequence[float], backward: Sequence[float], best: int) -> Label:
    price = row[best] + backward[best]
    others = [(row[one] + backward[one], one) for one in range(len(row)) if one != best]
    dearer, other = min(others)
    return Label(best, other, max(0.0, min(99.0, dearer - price)))


def _before(traits: Sequence[Traits], at: int) -> tuple[float, float]:
    """What leaving a running text before a unit costs, and what going on with it does."""
    if not at:
        return 0.0, 0.0
    before, here = traits[at - 1], traits[at]
    leaving = _UNENDED + _PARTED * min(_MOST_PARTED, here.joint) if here.open else 0.0
    closed = before.ends_named > 0 or before.jump_to > 0
    return (0.0 if closed else leaving), (_CLOSED if closed else 0.0)


def _step(
    row: Sequence[float], kept: Sequence[tuple[int, float]], table: list[list[tuple[int, float]]], before: tuple[float, float]
) -> tuple[list[float], list[int]]:
    """One unit further: the cheapest way to each role, and which role it came from."""
    leaving, going = before
    further = list(row)
    staying = list(row)
    for one in RUNNING:
        further[one] += leaving
        staying[one] += going
    found, back = [_NEVER] * len(row), [START] * len(row)
    for role, price in kept:
        rows = staying if role in (TEXT, STANDFIRST) else further
        best, came = _NEVER, START
        for one, step in table[role]:
            cost = rows[one] + step
            if cost < best:
                best, came = cost, one
        found[role] = best + price
        back[role] = came
    if min(found) >= _NEVER:  # nothing may follow: the unit is text, dearly
        came = min(range(len(row)), key=lambda one: row[one])
        found[TEXT], back[TEXT] = row[came] + _FAR, came
    return found, back


def _step_back(
    backward: Sequence[float], kept: Sequence[tuple[int, float]], table: list[list[tuple[int, float]]], before: tuple[float, float]
) -> list[float]:
    """What the rest of the page costs from each role on, one unit earlier."""
    leaving, going = before
    found = [_NEVER] * len(backward)
    for role, price in kept:
        rest = backward[role] + price
        extra = going if role in (TEXT, STANDFIRST) else leaving
        for one, step in table[role]:
            cost = rest + step + (extra if one in RUNNING else 0.0)
            if cost < found[one]:
                found[one] = cost
    return found
