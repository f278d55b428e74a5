"""Roles given to units: the cheapest way through the grammar of a page, and by how much it is cheaper than any other.

Long sources are read in stretches, each from where the last one is settled, so that time and memory stay in proportion.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import exp, inf

from msgspec import Struct

from jxprint.reconstruct.roles import END, FOLLOWS, ROLES, RUNNING, START, TEXT
from jxprint.reconstruct.weights import Steps, steps

_STRETCH, _SETTLED = 4000, 3700
# Roles dearer by this than a unit's cheapest are not looked at.
_FAR = 16.0
_NEVER = inf


class Label(Struct, frozen=True):
    """A unit's role, the best other one, and by how much that is dearer; `why` is the key of a reason that no sign of
    the unit's has (`structure.because.…`).
    """

    role: int
    other: int
    margin: float
    why: str = ""

    @property
    def sure(self) -> float:
        """How sure the role is (0 to 1), as far as the two likeliest ways through the page tell."""
        return 1.0 / (1.0 + exp(-self.margin))


Fixed = Sequence[frozenset[int] | None]


def labels(
    prices: Sequence[Sequence[float]],
    kinds: Sequence[tuple[str, str]],
    fixed: Fixed | None = None,
    gains: Sequence[float] | None = None,
) -> list[Label]:
    """The roles of a page's units, by the prices that their signs give each role (`weights.prices`) and the kinds of
    the steps between them; of a unit that is `fixed` it is one of those named. `gains` say by unit how much likelier
    it is running text than its signs say.
    """
    if gains is not None:
        prices = [_with_gain(own, gain) if gain else own for own, gain in zip(prices, gains, strict=True)]
    fixed = [None] * len(prices) if fixed is None else fixed
    found: list[Label] = []
    role = START
    while len(found) < len(prices):
        start = len(found)
        end = min(len(prices), start + _STRETCH)
        some = _stretch(prices[start:end], kinds[start:end], fixed[start:end], role, end == len(prices))
        found += some if end == len(prices) else some[:_SETTLED]
        role = found[-1].role
    return found


def _with_gain(prices: Sequence[float], gain: float) -> list[float]:
    return [price - gain if role in RUNNING else price for role, price in enumerate(prices)]


def _stretch(
    priced: Sequence[Sequence[float]], kinds: Sequence[tuple[str, str]], fixed: Fixed, role: int, last: bool
) -> list[Label]:
    """The roles of some units, after one of a role."""
    count = len(ROLES)
    own: list[list[tuple[int, float]]] = []
    forward: list[list[float]] = [[0.0 if one == role else _NEVER for one in range(count)]]
    backs: list[list[int]] = []
    tables = [steps(*kind) for kind in kinds]
    for here, table, named in zip(priced, tables, fixed, strict=True):
        if named is None:
            least = min(here) + _FAR
            own.append([(one, price) for one, price in enumerate(here) if price < least])
        else:
            own.append([(one, here[one]) for one in sorted(named)])
        row, back = _step(forward[-1], own[-1], table)
        forward.append(row)
        backs.append(back)
    backward = [FOLLOWS[one].get(END, _FAR) if last else 0.0 for one in range(count)]
    best = min(range(count), key=lambda one: forward[-1][one] + backward[one])
    found: list[Label] = []
    for at in range(len(own) - 1, -1, -1):
        found.append(_label(forward[at + 1], backward, best))
        backward = _step_back(backward, own[at], tables[at])
        best = backs[at][best]
    return found[::-1]


def _label(row: Sequence[float], backward: Sequence[float], best: int) -> Label:
    prices = [before + behind for before, behind in zip(row, backward, strict=True)]
    price, prices[best] = prices[best], inf
    dearer = min(prices)
    return Label(best, prices.index(dearer), max(0.0, min(99.0, dearer - price)))


def _step(row: Sequence[float], kept: Sequence[tuple[int, float]], table: Steps) -> tuple[list[float], list[int]]:
    """One unit further: the cheapest way to each role, and which role it came from."""
    found, back = [_NEVER] * len(row), [START] * len(row)
    for role, price in kept:
        best, came = _NEVER, START
        for one, step in table[role]:
            cost = row[one] + step
            if cost < best:
                best, came = cost, one
        found[role] = best + price
        back[role] = came
    if min(found) == _NEVER:  # nothing may follow: the unit is text, dearly, or what a person said it is
        came = min(range(len(row)), key=lambda one: row[one])
        said = [role for role, _ in sorted(kept, key=lambda one: one[1])]
        role = TEXT if TEXT in said else said[0]
        found[role], back[role] = row[came] + _FAR, came
    return found, back


def _step_back(backward: Sequence[float], kept: Sequence[tuple[int, float]], table: Steps) -> list[float]:
    """What the rest of the page costs from each role on, one unit earlier."""
    found = [_NEVER] * len(backward)
    for role, price in kept:
        rest = backward[role] + price
        for one, step in table[role]:
            cost = rest + step
            if cost < found[one]:
                found[one] = cost
    if min(found) == _NEVER:  # as when nothing may follow
        found = [min([backward[role] + price for role, price in kept]) + _FAR] * len(backward)
    return found
