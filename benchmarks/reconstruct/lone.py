"""What tells a headline from a story's only subhead, fitted: `python benchmarks/reconstruct/lone.py [--lots 4]`.

Pages of the benchmark are set on grids drawn by lot, dumped and read; of each subhead that stands alone in its story
is asked what `jxprint/reconstruct/lone_heads.py` asks, and whether it is a headline of the page. A logistic regression
is fitted by Newton's method, held near nothing. Printed are the weights, and how many of a quarter of the pages that
was left out come out right and wrong.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Sequence
from math import exp
from pathlib import Path

from dumping import dumped, manner_of
from form import read_copy
from jxprint import Library
from jxprint.reconstruct.dump import read_dump
from jxprint.reconstruct.lone_heads import FACTS, SURELY, lone_subheads
from jxprint.reconstruct.structure import look
from jxprint.text.width import fold
from setting import grid_of, set_page

_PAGES = Path(__file__).resolve().parent / "pages"
_FOLDS, _STEPS, _HELD = 4, 12, 1.0
_libraries: dict[str, Library] = {}

# A page, the facts of a lone subhead on it, and whether it is a headline.
_Case = tuple[int, tuple[float, ...], bool]


def main() -> int:
    """Read, fit, tell."""
    parser = argparse.ArgumentParser(prog="lone.py", description="Lone subheads, fitted.")
    parser.add_argument("--lots", type=int, default=4, help="grids drawn for each page")
    lots = parser.parse_args().lots
    cases = [case for number, path in enumerate(sorted(_PAGES.glob("*.txt"))) for case in _cases(number, path, lots)]
    right = wrong = there = 0
    for fold_ in range(_FOLDS):
        weights = fitted([case for case in cases if case[0] % _FOLDS != fold_])
        for _, facts, is_head in (case for case in cases if case[0] % _FOLDS == fold_):
            taken = odds_of(weights, facts) > SURELY
            right, wrong, there = right + (taken and is_head), wrong + (taken and not is_head), there + is_head
    print(f"{len(cases)} lone subheads, {there} of them headlines; of pages left out {right} found, {wrong} wrongly")
    for name, weight in zip(FACTS, fitted(cases), strict=True):
        print(f"{weight:7.3f}  {name}")
    return 0


def _cases(number: int, path: Path, lots: int) -> list[_Case]:
    copy = read_copy(path)
    heads = {_bare(line) for story in copy.stories for line in story.many("headline")}
    cases: list[_Case] = []
    for lot in range(lots):
        chance = random.Random(f"{path.stem} {lot}")
        dump = dumped(copy, set_page(copy, grid_of(chance), chance, _libraries), manner_of(chance))
        seen = look(read_dump(dump.encode("utf-8"), path.stem), lone=True)
        for at, facts in lone_subheads(seen.labels, seen.traits):
            cases.append((number, facts, _bare(seen.units[at].text) in heads))
    return cases


def _bare(text: str) -> str:
    return "".join(fold(text).split())


def odds_of(weights: Sequence[float], facts: Sequence[float]) -> float:
    """The odds (natural logarithm) that weights give."""
    return sum(weight * fact for weight, fact in zip(weights, facts, strict=True))


def fitted(cases: Sequence[_Case]) -> list[float]:
    """The likeliest weights, each held near nothing."""
    size = len(FACTS)
    weights = [0.0] * size
    for _ in range(_STEPS):
        slope = [-_HELD * weight for weight in weights]
        bend = [[_HELD if row == column else 0.0 for column in range(size)] for row in range(size)]
        for _, facts, is_head in cases:
            chance = 1 / (1 + exp(-max(-30.0, min(30.0, odds_of(weights, facts)))))
            for row, fact in enumerate(facts):
                slope[row] += (is_head - chance) * fact
                for column, other in enumerate(facts):
                    bend[row][column] += chance * (1 - chance) * fact * other
        step = _solved(bend, slope)
        weights = [weight + one for weight, one in zip(weights, step, strict=True)]
    return weights


def _solved(matrix: list[list[float]], right: list[float]) -> list[float]:
    """The solution of linear equations whose matrix is positive definite (Gauss)."""
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    for at, pivot in enumerate(rows):
        for row in rows[at + 1 :]:
            share = row[at] / pivot[at]
            for column in range(at, len(row)):
                row[column] -= share * pivot[column]
    found = [0.0] * len(rows)
    for at in range(len(rows) - 1, -1, -1):
        known = sum(one * other for one, other in zip(rows[at][at + 1 : -1], found[at + 1 :], strict=True))
        found[at] = (rows[at][-1] - known) / rows[at][at]
    return found


if __name__ == "__main__":
    sys.exit(main())
