"""What the signs of a break say, fitted: `python benchmarks/reconstruct/breaking.py [-o words/breaks.txt]`.

Pages of the benchmark are set by the composer on grids drawn by lot; each break between two pieces is a column's end or
a paragraph's, and its signs (`jxprint/reconstruct/breaks.py`) are weighed by logistic regression, both kinds alike.
With `--folds` each fold is fitted on the pages of the others and its own breaks are counted. Needs NumPy.
"""

from __future__ import annotations

import argparse
import importlib
import itertools
import random
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct

from form import Copy, Section, read_copy
from jxprint import Library
from jxprint.reconstruct.breaks import Told, signs_of_break
from setting import grid_of, set_page

_HERE = Path(__file__).resolve().parent
_RUNNING = frozenset(("text", "item", "note"))
# A sign that fewer breaks have is left out; how strongly weights are held near nothing; steps of how many rounds; and
# how many roles are told wrongly, as a reader may take an item for text.
_RARE, _HELD, _ROUNDS, _STEP, _WRONG = 25, 2.0, 400, 0.1, 0.3
FOLDS = 4


class Break(Struct, frozen=True):
    """A break: its page, its signs, whether a column ended there and whether the piece before ends a sentence."""

    page: int
    signs: frozenset[str]
    is_joint: bool
    is_finished: bool


def breaks_of(copies: Sequence[Copy], times: int) -> Iterator[Break]:
    """The breaks of all pages, each set so many times."""
    libraries: dict[str, Library] = {}
    for page, copy in enumerate(copies):
        for time in range(times):
            chance = random.Random(f"{copy.name} breaks {time}")
            for story, setting in zip(copy.stories, set_page(copy, grid_of(chance), chance, libraries), strict=True):
                yield from _of_story(page, story, setting.joints, chance)


def _of_story(page: int, story: Section, joints: Sequence[tuple[int, int]], chance: random.Random) -> Iterator[Break]:
    pieces: list[tuple[Told, bool]] = []
    for at, paragraph in enumerate(story.paragraphs):
        text = paragraph.text
        places = [0, *sorted(offset for one, offset in joints if one == at and 0 < offset < len(text)), len(text)]
        role = "text" if paragraph.role == "item" and chance.random() < _WRONG else paragraph.role
        for start, end in itertools.pairwise(places):
            if piece := text[start:end].strip():
                pieces.append(((piece, role), end < len(text)))
    for run in _runs(pieces):
        told = [one for one, _ in run]
        for at, (_, is_joint) in enumerate(run[:-1]):
            signs = frozenset(signs_of_break(told, at))
            yield Break(page, signs, is_joint, "e-stop" in signs)


def _runs(pieces: Sequence[tuple[Told, bool]]) -> Iterator[list[tuple[Told, bool]]]:
    """Pieces of running text between what is none, as subheads."""
    for running, run in itertools.groupby(pieces, key=lambda one: one[0][1] in _RUNNING):
        if running:
            yield list(run)


class Fit:
    """A logistic regression over signs that so many breaks have at the least; classes weigh alike."""

    def __init__(self, breaks: Sequence[Break], rare: int = _RARE) -> None:
        self._numpy = np = importlib.import_module("numpy")
        seen = Counter(sign for one in breaks for sign in one.signs)
        self.names = ["", *sorted(sign for sign, count in seen.items() if count >= rare)]
        numbers = {name: at for at, name in enumerate(self.names)}
        known = [[0, *sorted(numbers[sign] for sign in one.signs if sign in numbers)] for one in breaks]
        self._rows = np.repeat(np.arange(len(known)), [len(one) for one in known])
        self._columns = np.concatenate([np.array(one) for one in known])
        self._true = np.array([1.0 if one.is_joint else 0.0 for one in breaks])
        self.weights = self._fitted()

    def _fitted(self) -> Any:
        np, share = self._numpy, self._true.mean()
        weights, first, second = (np.zeros(len(self.names)) for _ in range(3))
        shares = np.where(self._true > 0, 0.5 / share, 0.5 / (1 - share))
        for done in range(_ROUNDS):
            odds = np.bincount(self._rows, weights[self._columns], len(self._true))
            error = (1 / (1 + np.exp(-odds)) - self._true) * shares
            slope = np.bincount(self._columns, error[self._rows], len(weights)) + _HELD * weights
            first = 0.9 * first + 0.1 * slope
            second = 0.99 * second + 0.01 * slope * slope
            way = first / (1 - 0.9 ** (done + 1)) / (np.sqrt(second / (1 - 0.99 ** (done + 1))) + 1e-6)
            weights = weights - _STEP * (1 - done / (1.05 * _ROUNDS)) * way
        return weights

    def odds(self, one: Break) -> float:
        """Of a break's being a column's end (natural logarithm)."""
        known = dict(zip(self.names, self.weights, strict=True))
        return float(known[""] + sum(known.get(sign, 0.0) for sign in one.signs))

    def written(self, told: str) -> str:
        """The table as jxprint reads it, in tenths; its first line tells what it is."""
        figures = ((name, round(10 * float(weight))) for name, weight in zip(self.names, self.weights, strict=True))
        return "\n".join([told, *(f"{name} {figure}" for name, figure in figures if figure or not name)]) + "\n"


def main() -> int:
    """Fit the table, or tell what breaks of pages never seen are taken for."""
    options = parser_of("breaking.py", "What signs of breaks say, fitted.", "breaks.txt", times=2).parse_args()
    copies = [read_copy(path) for path in sorted(options.pages.glob("*.txt"))]
    breaks = list(breaks_of(copies, options.times))
    if not options.folds:
        told = "# What signs of a break say of a column's end; see jxprint/reconstruct/breaks.py."
        options.output.write_text(Fit(breaks).written(told), encoding="utf-8", newline="\n")
        return 0
    counts: Counter[str] = Counter()
    for fold in range(FOLDS):
        fit = Fit([one for one in breaks if one.page % FOLDS != fold])
        for one in breaks:
            if one.page % FOLDS == fold and not one.is_finished:
                counts["joints" if one.is_joint else "ends"] += 1
                counts["missed" if one.is_joint else "false"] += (fit.odds(one) > 0) != one.is_joint
    print(f"without an end mark: {counts['missed']} of {counts['joints']} ends of columns missed,", end=" ")
    print(f"{counts['false']} of {counts['ends']} ends of paragraphs taken for them")
    return 0


def parser_of(name: str, told: str, table: str, times: int = 0) -> argparse.ArgumentParser:
    """What programs that fit one of the tables in `words/` are asked with."""
    parser = argparse.ArgumentParser(prog=name, description=told)
    parser.add_argument("--folds", action="store_true", help="fit without each fold, and count in it")
    if times:
        parser.add_argument("--times", type=int, default=times, help="how often each page is set")
    parser.add_argument("--pages", type=Path, default=_HERE / "pages", help="where the pages of copy stand")
    parser.add_argument("-o", "--output", type=Path, default=_HERE.parents[1] / "words" / table)
    return parser


if __name__ == "__main__":
    sys.exit(main())
