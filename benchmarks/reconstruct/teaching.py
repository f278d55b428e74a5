"""The weights of roles fitted: `python benchmarks/reconstruct/teaching.py [--folds 4] [-o words/roles.txt]`.

Pages of the benchmark are told in many manners (`lessons`); on top of the grammar's prices, weights of signs and steps
are fitted so that the true roles are the likeliest way through each page (a conditional random field, by stochastic
gradients). With `--folds` each fold is fitted on the pages of the others and its own stories are counted: what a page
may hope for whose manner was never seen. Needs NumPy, which jxprint does not.
"""

from __future__ import annotations

import argparse
import importlib
import random
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct

from form import Copy, read_copy
from jxprint.reconstruct import weights
from jxprint.reconstruct.gathering import gathered
from jxprint.reconstruct.labels import Label, labels
from jxprint.reconstruct.roles import END, FOLLOWS, ROLES, START
from jxprint.reconstruct.signs import signs_of, steps_of
from jxprint.reconstruct.traits import Traits, traits_of
from jxprint.reconstruct.units import Unit, taken_apart, unit_of
from jxprint.reconstruct.wrapping import paragraphs
from lessons import lesson, manner_of

_HERE = Path(__file__).resolve().parent
_COUNT = len(ROLES)
# A sign that fewer units have is left out; what a step costs that the grammar does not know; how strongly weights are
# held near nothing; how large a step is; and how many signs of a lesson are left out by lot.
_RARE, _UNKNOWN, _HELD, _STEP, _LEFT_OUT = 8, 8.0, 3.0, 0.15, 0.1
_BATCH, _FAR = 24, 60.0


class Lesson(Struct):
    """A page told once: its units with their signs, steps and true roles."""

    page: int
    units: list[Unit]
    traits: list[Traits]
    signs: list[list[str]]
    steps: list[tuple[str, str]]
    roles: list[int]


def lessons_of(copies: Sequence[Copy], page: int, times: int) -> list[Lesson]:
    """A page told several times; those in which printed lines of two roles were joined teach nothing."""
    found: list[Lesson] = []
    for k in range(times):
        chance = random.Random(f"{copies[page].name} {k}")
        others = chance.sample([one for at, one in enumerate(copies) if at % 4 == page % 4 and at != page], 3)
        told = lesson(copies[page], others, manner_of(chance, plain=k % 2 == 0), chance)
        truth = {line.number: role for line, role in told}
        units = taken_apart(unit_of(one) for one in paragraphs([line for line, _ in told]))
        if any(len({truth[line] for _, line, _, _ in unit.places}) > 1 for unit in units):
            continue
        traits = traits_of(units)
        roles = [ROLES.index(truth[unit.places[0][1]]) for unit in units]
        found.append(Lesson(page, units, traits, signs_of(traits), steps_of(traits), roles))
    return found


class Table:
    """Weights while they are fitted: of signs, and of steps by kind; gains of roles, not prices."""

    def __init__(self, lessons: Sequence[Lesson], numpy: Any) -> None:
        self.numpy = numpy
        seen = Counter(sign for one in lessons for signs in one.signs for sign in signs)
        kinds = {kind for one in lessons for step in one.steps for kind in step}
        self.signs = {name: at for at, name in enumerate(sorted(key for key, n in seen.items() if n >= _RARE))}
        self.kinds = {name: at for at, name in enumerate(sorted(kinds))}
        self.values = [numpy.zeros((len(self.signs), _COUNT)), numpy.zeros((len(self.kinds), _COUNT, _COUNT))]
        self.grammar = numpy.full((_COUNT, _COUNT), -_UNKNOWN)
        for before, after in FOLLOWS.items():
            for here, price in after.items():
                self.grammar[before, here] = -price

    def slopes(self, one: Lesson, chance: random.Random, into: list[Any]) -> None:
        """What the lesson asks of each weight: how often its role was expected, less how often it was true."""
        np, last = self.numpy, len(one.roles) - 1
        known = [
            np.array([self.signs[s] for s in signs if s in self.signs and chance.random() >= _LEFT_OUT], dtype=int)
            for signs in one.signs
        ]
        own = np.array([self.values[0][at].sum(0) for at in known])
        own[:, (START, END)] = -_FAR
        kinds = [[self.kinds[kind] for kind in step] for step in one.steps]
        moves = [np.exp(self.grammar + self.values[1][kind].sum(0)) for kind in kinds]
        gains = np.exp(own - own.max(1, keepdims=True))
        forward = [np.eye(_COUNT)[START]]
        for gain, move in zip(gains, moves, strict=True):
            row = (forward[-1] @ move) * gain
            forward.append(row / row.sum())
        backward = np.exp(self.grammar[:, END])
        for at in range(last, -1, -1):
            pairs = forward[at][:, None] * moves[at] * (gains[at] * backward)[None, :]
            pairs /= pairs.sum()
            expected = pairs.sum(0)
            before, role = one.roles[at - 1] if at else START, one.roles[at]
            expected[role] -= 1.0
            pairs[before, role] -= 1.0
            into[0][known[at]] += expected
            for kind in kinds[at]:
                into[1][kind] += pairs
            backward = moves[at] @ (gains[at] * backward)
            backward /= backward.sum()

    def written(self) -> str:
        """The table as jxprint reads it, in tenths."""
        lines = ["# Weights of signs and steps; see jxprint/reconstruct/weights.py. A figure a role, as in roles.py."]
        rows = [(name, self.values[0][at]) for name, at in self.signs.items()]
        for name, at in self.kinds.items():
            rows += [(f"{name}>{role}", self.values[1][at][k]) for k, role in enumerate(ROLES)]
        for name, row in rows:
            figures = [0 if k in (START, END) and ">" not in name else round(10 * float(w)) for k, w in enumerate(row)]
            if any(figures):
                lines.append(" ".join([name, *map(str, figures)]))
        return "\n".join(lines) + "\n"


def fitted(lessons: Sequence[Lesson], rounds: int, numpy: Any) -> Table:
    """Weights fitted by Adam; those of the last rounds are averaged."""
    table, chance = Table(lessons, numpy), random.Random(1)
    moments = [[numpy.zeros_like(one), numpy.zeros_like(one)] for one in table.values]
    kept = [numpy.zeros_like(one) for one in table.values]
    order, times, averaged = list(lessons), 0, 0
    whole = rounds * (len(order) // _BATCH + 1)
    for done in range(rounds):
        chance.shuffle(order)
        for at in range(0, len(order), _BATCH):
            batch = order[at : at + _BATCH]
            slopes = [numpy.zeros_like(one) for one in table.values]
            for one in batch:
                table.slopes(one, chance, slopes)
            times += 1
            for value, slope, moment in zip(table.values, slopes, moments, strict=True):
                slope = slope / len(batch) + _HELD * value / len(order)
                moment[0] = 0.9 * moment[0] + 0.1 * slope
                moment[1] = 0.99 * moment[1] + 0.01 * slope * slope
                way = moment[0] / (1 - 0.9**times) / (numpy.sqrt(moment[1] / (1 - 0.99**times)) + 1e-3)
                value -= _STEP * (1 - times / (whole + 1)) * way
        if done + 1 >= 0.6 * rounds:
            averaged += 1
            for sum_, value in zip(kept, table.values, strict=True):
                sum_ += value
        print(f"round {done + 1} of {rounds}", file=sys.stderr)
    table.values = [one / averaged for one in kept]
    return table


def counted(lessons: Sequence[Lesson]) -> tuple[int, int]:
    """Stories of lessons, and how many were found with headline and byline exact."""
    there = found = 0
    for one in lessons:
        truth = gathered(one.units, one.traits, [Label(role, role, 9.0) for role in one.roles])
        read = gathered(one.units, one.traits, labels(one.signs, one.steps))
        heads = [Counter((story.headline, story.byline) for story in page.stories) for page in (truth, read)]
        there += sum(heads[0].values())
        found += sum((heads[0] & heads[1]).values())
    return there, found


def main() -> int:
    """Fit the table, or tell what pages of manners never seen may hope for."""
    parser = argparse.ArgumentParser(prog="teaching.py", description="The weights of roles, fitted.")
    parser.add_argument("--folds", type=int, default=0, help="fit on all folds but one and count in that one")
    parser.add_argument("--times", type=int, default=24, help="how often each page is told")
    parser.add_argument("--rounds", type=int, default=8, help="how often all lessons are gone through")
    parser.add_argument("--pages", type=Path, default=_HERE / "pages", help="where the pages of copy stand")
    parser.add_argument("-o", "--output", type=Path, default=_HERE.parents[1] / "words" / "roles.txt")
    options = parser.parse_args()
    numpy = importlib.import_module("numpy")
    copies = [read_copy(path) for path in sorted(options.pages.glob("*.txt"))]
    lessons = [one for page in range(len(copies)) for one in lessons_of(copies, page, options.times)]
    there = found = 0
    for fold in range(options.folds):
        table = fitted([one for one in lessons if one.page % options.folds != fold], options.rounds, numpy)
        _use(table.written(), options.output.with_suffix(".fold"))
        more = counted([one for one in lessons if one.page % options.folds == fold])
        there, found = there + more[0], found + more[1]
        print(f"fold {fold}: {more[1]} of {more[0]} stories")
    if options.folds:
        options.output.with_suffix(".fold").unlink()
        print(f"unseen: {found} of {there} stories, {100 * found / max(1, there):.1f} %")
        return 0
    options.output.write_text(fitted(lessons, options.rounds, numpy).written(), encoding="utf-8")
    return 0


def _use(table: str, path: Path) -> None:
    """Read roles by another table."""
    path.write_text(table, encoding="utf-8")
    vars(weights)["roles_file"] = lambda: path
    weights.weights.cache_clear()
    weights.steps.cache_clear()


if __name__ == "__main__":
    sys.exit(main())
