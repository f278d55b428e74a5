"""A conditional random field fitted by stochastic gradients: weights of signs and of steps, on top of the grammar's own
prices (`jxprint/reconstruct/roles.py`). Needs NumPy, which jxprint does not; lessons are gone through in batches of
like length, whole pages at once.
"""

from __future__ import annotations

import importlib
import random
import sys
from collections import Counter
from collections.abc import Sequence
from typing import Any

from msgspec import Struct

from jxprint.reconstruct.roles import END, FOLLOWS, ROLES, START

_COUNT = len(ROLES)
# A sign that fewer pages have is left out, one that is a whole short line if half as many; what a step costs that the
# grammar does not know; how strongly weights are held near nothing, a page (those of steps half so strongly); how large
# a step is; and the share of signs left out by lot, so that none is leaned on alone.
_RARE, _UNKNOWN, _HELD, _STEP, _LEFT_OUT = 14, 8.0, 0.3, 0.08, 0.4
# What is added to the size of slopes that a step is divided by, so that rare signs do not go as far as common ones.
_DAMPED = 5e-3
# Lessons of a batch, how far their lengths may differ, and the share of rounds behind which weights are averaged.
_BATCH, _NEAR, _SETTLED = 24, 6.0, 0.6
_NEVER = 60.0
# Rows of the table that say less than this of every role (tenths) are left out: a third of them, and no story changes.
_TELLS = 4
# What no sum of shares is less than.
_LEAST = 1e-30


class Lesson(Struct):
    """A page told once: signs and steps of its units, and their true roles; `page` is the copy it tells."""

    page: int
    signs: list[list[str]]
    steps: list[tuple[str, str]]
    roles: list[int]


class _Pages(Struct):
    """A batch, padded: units' roles, gap and opening of the step before, which places are units; and for each sign of
    a unit its place among all and its number, summed by either.
    """

    roles: Any
    kinds: tuple[Any, Any]
    there: Any
    rows: Any
    columns: Any
    by_row: _Sums
    by_column: _Sums


class _Sums:
    """Rows summed by the place that each goes to; which go where is found out once."""

    def __init__(self, numpy: Any, places: Any) -> None:
        self._numpy = numpy
        self._order = numpy.argsort(places, kind="stable")
        ordered = places[self._order]
        self._starts = numpy.flatnonzero(numpy.concatenate([[True], ordered[1:] != ordered[:-1]]))
        self._places = ordered[self._starts]

    def of(self, rows: Any, count: int) -> Any:
        found = self._numpy.zeros((count, rows.shape[1]), dtype=rows.dtype)
        found[self._places] = self._numpy.add.reduceat(rows[self._order], self._starts, axis=0)
        return found


class Table:
    """Weights while they are fitted: gains, not prices; of signs by role, of two kinds of step by the roles around."""

    def __init__(self, lessons: Sequence[Lesson], seed: int) -> None:
        self.numpy = np = importlib.import_module("numpy")
        self._lot = np.random.default_rng(seed)
        self._chance = random.Random(seed)
        seen = Counter(sign for _, sign in {(one.page, sign) for one in lessons for own in one.signs for sign in own})
        often = (key for key, n in seen.items() if n >= (_RARE // 2 if key.startswith("is=") else _RARE))
        self.signs = {name: at for at, name in enumerate(sorted(often))}
        self.kinds = [
            {name: at for at, name in enumerate(sorted({step[k] for one in lessons for step in one.steps}))}
            for k in range(2)
        ]
        shapes = [(len(self.signs), _COUNT), *((len(one), _COUNT, _COUNT) for one in self.kinds)]
        self.values = [np.zeros(shape) for shape in shapes]
        self._grammar = np.full((_COUNT, _COUNT), -_UNKNOWN)
        for before, after in FOLLOWS.items():
            for here, price in after.items():
                self._grammar[before, here] = -price
        self._grammar[:, START] = self._grammar[END, :] = -_NEVER

    def fit(self, lessons: Sequence[Lesson], rounds: int) -> None:
        """Adam over so many rounds, with steps that grow shorter; the weights of the last rounds are averaged."""
        np = self.numpy
        moments = [(np.zeros_like(one), np.zeros_like(one)) for one in self.values]
        kept = [np.zeros_like(one) for one in self.values]
        batches = [self._padded(one) for one in self._batches(lessons)]
        times, averaged, whole = 0, 0, rounds * len(batches)
        pages = len({one.page for one in lessons})
        for done in range(rounds):
            self._chance.shuffle(batches)
            for batch in batches:
                times += 1
                slopes = self._slopes(batch)
                for k, (first, second) in enumerate(moments):
                    held = _HELD * self.values[k] * (0.5 if k else 1.0) / pages
                    slope = slopes[k] / len(batch.roles) + held
                    first *= 0.9
                    first += 0.1 * slope
                    second *= 0.99
                    second += 0.01 * slope * slope
                    way = first / (1 - 0.9**times) / (np.sqrt(second / (1 - 0.99**times)) + _DAMPED)
                    self.values[k] -= _STEP * (1 - times / (whole + whole // rounds)) * way
            if done >= _SETTLED * rounds:
                averaged += 1
                for sum_, value in zip(kept, self.values, strict=True):
                    sum_ += value
            print(f"round {done + 1} of {rounds}", file=sys.stderr)
        self.values = [one / averaged for one in kept]

    def _batches(self, lessons: Sequence[Lesson]) -> list[list[Lesson]]:
        order = sorted(lessons, key=lambda one: len(one.roles) + self._chance.random() * _NEAR)
        return [order[at : at + _BATCH] for at in range(0, len(order), _BATCH)]

    def _padded(self, batch: Sequence[Lesson]) -> _Pages:
        np = self.numpy
        size = len(batch), max(len(one.roles) for one in batch)
        roles, first, second = (np.zeros(size, dtype=int) for _ in range(3))
        there = np.zeros(size, dtype=bool)
        rows: list[int] = []
        columns: list[int] = []
        for k, one in enumerate(batch):
            count = len(one.roles)
            roles[k, :count], there[k, :count] = one.roles, True
            first[k, :count] = [self.kinds[0][step[0]] for step in one.steps]
            second[k, :count] = [self.kinds[1][step[1]] for step in one.steps]
            for at, signs in enumerate(one.signs):
                known = [self.signs[sign] for sign in signs if sign in self.signs]
                columns += known
                rows += [k * size[1] + at] * len(known)
        places, signs = np.array(rows, dtype=np.int32), np.array(columns, dtype=np.int32)
        return _Pages(roles, (first, second), there, places, signs, _Sums(np, places), _Sums(np, signs))

    def _slopes(self, pages: _Pages) -> list[Any]:
        """What a batch asks of each weight: how often its role was expected, less how often it was true."""
        np = self.numpy
        count, length = pages.roles.shape
        signs, *kinds = (one.astype(np.float32) for one in self.values)
        kept = (self._lot.random(len(pages.rows), dtype=np.float32) > _LEFT_OUT) / np.float32(1 - _LEFT_OUT)
        own = pages.by_row.of(signs[pages.columns] * kept[:, None], count * length)
        own = own.reshape(count, length, _COUNT)
        own[:, :, (START, END)] = -_NEVER
        gains = np.exp(own - own.max(2, keepdims=True))
        base = np.exp(self._grammar).astype(np.float32)
        both = np.exp(kinds[0])[:, None] * np.exp(kinds[1])[None] * base
        moves = both[pages.kinds]
        forward = self._forward(pages, gains, moves)
        steps = np.zeros((count, length, _COUNT, _COUNT), dtype=np.float32)
        expected = np.zeros_like(own)
        backward = np.repeat(base[:, END][None], count, 0)
        for at in range(length - 1, -1, -1):
            here = pages.there[:, at]
            ahead = gains[:, at] * backward
            pairs = forward[at][:, :, None] * moves[:, at] * ahead[:, None, :]
            pairs *= (here / np.maximum(pairs.sum((1, 2)), _LEAST))[:, None, None]
            expected[:, at], steps[:, at] = pairs.sum(1), pairs
            further = np.einsum("brs,bs->br", moves[:, at], ahead)
            further /= np.maximum(further.sum(1, keepdims=True), _LEAST)
            backward = np.where(here[:, None], further, backward)
        self._less_true(pages, expected, steps)
        found = [self._by_kind(pages.kinds[k], steps, len(self.kinds[k])) for k in range(2)]
        weighted = expected.reshape(-1, _COUNT)[pages.rows] * kept[:, None]
        return [pages.by_column.of(weighted, len(self.signs)), *found]

    def _forward(self, pages: _Pages, gains: Any, moves: Any) -> list[Any]:
        """How likely each role is at each unit by all before it; the first is the page's start."""
        np = self.numpy
        rows = [np.eye(_COUNT, dtype=np.float32)[[START] * len(pages.roles)]]
        for at in range(pages.roles.shape[1]):
            row = np.einsum("br,brs->bs", rows[-1], moves[:, at]) * gains[:, at]
            row /= np.maximum(row.sum(1, keepdims=True), _LEAST)
            rows.append(np.where(pages.there[:, at][:, None], row, rows[-1]))
        return rows

    def _less_true(self, pages: _Pages, expected: Any, steps: Any) -> None:
        np = self.numpy
        before = np.concatenate([np.full((len(pages.roles), 1), START), pages.roles[:, :-1]], 1)
        page, unit = np.nonzero(pages.there)
        expected[page, unit, pages.roles[page, unit]] -= 1
        steps[page, unit, before[page, unit], pages.roles[page, unit]] -= 1

    def _by_kind(self, kinds: Any, steps: Any, count: int) -> Any:
        """Steps summed by their kind; those of places that are no units are nothing."""
        np = self.numpy
        of_kind = (np.arange(count)[:, None] == kinds.reshape(1, -1)).astype(np.float32)
        return (of_kind @ steps.reshape(-1, _COUNT * _COUNT)).reshape(count, _COUNT, _COUNT)

    def written(self) -> str:
        """The table as jxprint reads it, in tenths, its rows in order."""
        lines = ["# Weights of signs and steps; see jxprint/reconstruct/weights.py. A figure a role, as in roles.py."]
        rows = [(name, self.values[0][at], set(range(_COUNT)) - {START, END}) for name, at in self.signs.items()]
        for k, kinds in enumerate(self.kinds):
            for name, at in kinds.items():
                rows += [
                    (f"{name}>{role}", self.values[k + 1][at][before], set(FOLLOWS.get(before, {})))
                    for before, role in enumerate(ROLES)
                ]
        for name, row, known in rows:
            figures = [round(10 * float(gain)) if role in known else 0 for role, gain in enumerate(row)]
            if max(map(abs, figures)) >= _TELLS:
                lines.append(" ".join([name, *map(str, figures)]))
        return "\n".join([lines[0], *sorted(lines[1:])]) + "\n"
