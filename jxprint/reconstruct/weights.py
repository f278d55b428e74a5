"""The table of weights (`words/roles.txt`): what each sign of a unit, and each kind of step, says of each role.

Weights are tenths of natural logarithms of odds, fitted on pages of copy of many manners
(`benchmarks/reconstruct/teaching.py`) on top of the grammar's own prices (`roles`).
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from msgspec import Struct

from jxprint.reconstruct.roles import END, FOLLOWS, ROLES, START
from jxprint.resources import roles_file

_TENTHS = 10.0
# What is never: a unit that is the page's start or end.
_IMPOSSIBLE = 60.0

Steps = list[list[tuple[int, float]]]


class Weights(Struct, frozen=True):
    """Prices by sign and by kind of step: a row for each sign, and, for each kind, a row for each role before."""

    signs: dict[str, tuple[float, ...]]
    steps: dict[str, dict[int, tuple[float, ...]]]


@cache
def weights() -> Weights:
    """The table, read when first asked for."""
    signs: dict[str, tuple[float, ...]] = {}
    steps: dict[str, dict[int, tuple[float, ...]]] = {}
    for line in roles_file().read_text(encoding="utf-8").splitlines():
        if not line or line[0] == "#":
            continue
        name, *figures = line.split(" ")
        prices = tuple([-int(figure) / _TENTHS for figure in figures])
        step, arrow, role = name.partition(">")
        if arrow:
            steps.setdefault(step, {})[ROLES.index(role)] = prices
        else:
            signs[name] = prices
    return Weights(signs, steps)


def prices(signs: Iterable[str]) -> list[float]:
    """The price of each role for a unit of such signs; signs that the table does not know say nothing."""
    table = weights().signs
    found = [sum(column) for column in zip(*[table[sign] for sign in signs if sign in table], strict=True)]
    found = found or [0.0] * len(ROLES)
    found[START] = found[END] = _IMPOSSIBLE
    return found


@cache
def steps(gap: str, opened: str) -> Steps:
    """For each role those that may stand before it, with the price, over a step of two kinds."""
    table = weights().steps
    one, other = table.get(gap, {}), table.get(opened, {})
    found: Steps = [[] for _ in ROLES]
    for before, after in FOLLOWS.items():
        first, second = one.get(before), other.get(before)
        for here, price in after.items():
            price += (first[here] if first else 0.0) + (second[here] if second else 0.0)
            found[here].append((before, price))
    return found
