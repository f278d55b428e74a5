"""The table of weights (`words/roles.txt`): what each sign of a unit, and each kind of step, says of each role.

Weights are tenths of natural logarithms of odds, fitted on pages of copy of many manners
(`benchmarks/reconstruct/teaching.py`) on top of the grammar's own prices (`roles`).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cache

from msgspec import Struct, field

from jxprint.reconstruct.roles import END, FOLIO, FOLLOWS, MASTHEAD, PAGE_HEAD, PAGE_KICKER, ROLES, START
from jxprint.resources import roles_file

_TENTHS = 10.0
# By how much a page's own headline (专版) is cheaper under its masthead or folio line than the fit has it, which would
# rather miss one: with such pages counted three times, as the fit counts them, more pages it never saw come out right.
_OWN_HEAD = 2.5
_TOP, _OWN = frozenset((FOLIO, MASTHEAD)), frozenset((PAGE_KICKER, PAGE_HEAD))
# What is never: a unit that is the page's start or end.
_IMPOSSIBLE = 60.0

Steps = list[list[tuple[int, float]]]


class _Prices(dict[bytes, float]):
    """Prices by how they are spelled: there are some hundred."""

    def __missing__(self, figure: bytes) -> float:
        price = self[figure] = -int(figure) / _TENTHS
        return price


_PRICES = _Prices()


class _Rows(dict[str, tuple[float, ...]]):
    """Rows of the table by name, each looked up and read when it is first asked for: a page has one in fifteen, and the
    table stays the lines of its file, which stand in order. A row that the table does not have is empty.
    """

    def __init__(self, lines: Sequence[bytes]) -> None:
        self._lines = lines

    def __missing__(self, name: str) -> tuple[float, ...]:
        spelled = name.encode("utf-8", "surrogatepass") + b" "
        at = bisect_left(self._lines, spelled)
        line = self._lines[at] if at < len(self._lines) else b""
        figures = line[len(spelled) :].split(b" ") if line.startswith(spelled) else ()
        row = self[name] = tuple([_PRICES[figure] for figure in figures])
        return row


class Weights(Struct, frozen=True):
    """Prices by sign and by kind of step: a row for each sign, and, for each kind, a row for each role before."""

    signs: _Rows
    stepped: dict[str, dict[int, tuple[float, ...]]] = field(default_factory=dict)

    def step(self, kind: str) -> dict[int, tuple[float, ...]]:
        """The prices of a kind of step, by the role before it; of one that the table does not know there are none."""
        rows = self.stepped.get(kind)
        if rows is None:
            rows = {at: row for at, role in enumerate(ROLES) if (row := self.signs[f"{kind}>{role}"])}
            self.stepped[kind] = rows
        return rows


@cache
def weights() -> Weights:
    """The table, read when first asked for."""
    return Weights(_Rows(roles_file().read_bytes().rstrip(b"\n").split(b"\n")))


def prices(signs: Iterable[str]) -> list[float]:
    """The price of each role for a unit of such signs; signs that the table does not know say nothing."""
    known = weights().signs
    rows = [row for sign in signs if (row := known[sign])]
    found = [sum(column) for column in zip(*rows, strict=True)]
    found = found or [0.0] * len(ROLES)
    found[START] = found[END] = _IMPOSSIBLE
    return found


@cache
def steps(gap: str, opened: str) -> Steps:
    """For each role those that may stand before it, with the price, over a step of two kinds."""
    one, other = weights().step(gap), weights().step(opened)
    found: Steps = [[] for _ in ROLES]
    for before, after in FOLLOWS.items():
        first, second = one.get(before), other.get(before)
        for here, price in after.items():
            price += (first[here] if first else 0.0) + (second[here] if second else 0.0)
            if before in _TOP and here in _OWN:
                price -= _OWN_HEAD
            found[here].append((before, price))
    return found
