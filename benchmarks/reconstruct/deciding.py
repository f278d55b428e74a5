"""What facts of a break say together, fitted: `python benchmarks/reconstruct/deciding.py [-o words/joints.txt]`.

Pages of the benchmark are set by the composer on grids drawn by lot and dumped; each is reconstructed as far as its
grid, and of each break of its stories is asked what `jxprint/reconstruct/deciding.py` asks. Boosted trees are fitted
on what was a column's end. With `--folds` each fold is fitted on the pages of the others and its own breaks are
counted. Needs NumPy and scikit-learn.
"""

from __future__ import annotations

import importlib
import random
import sys
from collections.abc import Iterator, Sequence
from multiprocessing import Pool
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from breaking import FOLDS, parser_of
from dumping import dumped, manner_of
from form import read_copy
from jxprint import Library
from jxprint.reconstruct import pieces_of, read_structure
from jxprint.reconstruct.deciding import FACTS, Row, breaks_of
from jxprint.reconstruct.dump import read_dump
from jxprint.reconstruct.found import FoundStory
from jxprint.reconstruct.grid import read_grid
from scoring import around_of, joints_there, place_among
from setting import grid_of, set_page

# How many trees of how many leaves, how far each one goes, how many breaks a leaf has at the least, and how strongly it
# is held near nothing. On pages never seen as good as more and smaller trees, of which each break asks more.
_TREES, _LEAVES, _STEP, _FEWEST, _HELD = 50, 48, 0.2, 40, 3.0
# How often a page's verse and rows are told as text, as a reader may take them.
_WRONG, _LINES = 0.25, ("verse", "table")
_libraries: dict[str, Library] = {}


class Break(Struct, frozen=True):
    """A break: its page, its facts, and whether a column ended there."""

    page: str
    facts: Row
    is_joint: bool


def breaks_on(asked: tuple[Path, int]) -> list[Break]:
    """The breaks of a page set once, by the lot of this number."""
    path, lot = asked
    return list(_breaks_on(path, lot))


def _breaks_on(path: Path, lot: int) -> Iterator[Break]:
    copy = read_copy(path)
    chance = random.Random(f"{copy.name} deciding {lot}")
    settings = set_page(copy, grid_of(chance), chance, _libraries)
    dump = dumped(copy, settings, manner_of(chance))
    there = joints_there(copy, settings)
    page, pieces, grid, measure = read_structure(read_dump(dump.encode("utf-8"), copy.name))
    stories = page.stories
    if chance.random() < _WRONG:
        stories = tuple(_as_text(one) for one in stories)
        pieces = pieces_of(stories)
        grid = read_grid(pieces)
        measure = grid.measure or measure
    for story, own, reading in zip(stories, pieces, grid.stories, strict=True):
        texts = [one.text.text for one in story.pieces]
        for at, (_, row) in enumerate(breaks_of(own, reading, measure)):
            if row:
                around = around_of(texts[at], texts[at + 1])
                yield Break(copy.name, row, place_among(around, there) is not None)


def _as_text(story: FoundStory) -> FoundStory:
    pieces = (replace(one, role="text") if one.role in _LINES else one for one in story.pieces)
    return replace(story, pieces=tuple(pieces))


class Fit:
    """Boosted trees over facts."""

    def __init__(self, breaks: Sequence[Break]) -> None:
        ensemble = importlib.import_module("sklearn.ensemble")
        facts, found = self._told(breaks)
        self._model = ensemble.HistGradientBoostingClassifier(
            max_iter=_TREES,
            max_leaf_nodes=_LEAVES,
            learning_rate=_STEP,
            min_samples_leaf=_FEWEST,
            l2_regularization=_HELD,
            early_stopping=False,
            random_state=0,
        ).fit(facts, found)

    @staticmethod
    def _told(breaks: Sequence[Break]) -> tuple[Any, Any]:
        np = importlib.import_module("numpy")
        return np.array([one.facts for one in breaks]), np.array([one.is_joint for one in breaks])

    def likelihoods(self, breaks: Sequence[Break]) -> list[float]:
        """How likely each break is a column's end."""
        return [float(one) for one in self._model.predict_proba(self._told(breaks)[0])[:, 1]]

    def written(self) -> str:
        """The table as jxprint reads it: what speaks for joints beforehand, and a tree a line; leaves in hundredths."""
        lines = ["# What facts of a break say together; see jxprint/reconstruct/deciding.py."]
        lines.append(str(round(100 * float(self._model._baseline_prediction.ravel()[0]))))
        lines += (" ".join(_words(one[0].nodes, 0)) for one in self._model._predictors)
        return "\n".join(lines) + "\n"


def _words(nodes: Any, at: int) -> Iterator[str]:
    node = nodes[at]
    if node["is_leaf"]:
        yield str(round(100 * float(node["value"])))
        return
    yield FACTS[node["feature_idx"]]
    yield f"{float(node['num_threshold']):.4f}"
    yield from _words(nodes, node["left"])
    yield from _words(nodes, node["right"])


def main() -> int:
    """Fit the table, or tell what breaks of pages never seen are taken for."""
    parser = parser_of("deciding.py", "What facts of breaks say together, fitted.", "joints.txt", times=5)
    parser.add_argument("--least", type=float, default=0.5, help="how likely a joint is at the least")
    options = parser.parse_args()
    asked = [(path, lot) for path in sorted(options.pages.glob("*.txt")) for lot in range(options.times)]
    with Pool() as pool:
        breaks = [one for page in pool.imap(breaks_on, asked, 8) for one in page]
    if not options.folds:
        options.output.write_text(Fit(breaks).written(), encoding="utf-8", newline="\n")
        return 0
    names = sorted({one.page for one in breaks})
    fold_of = {name: at % FOLDS for at, name in enumerate(random.Random(0).sample(names, len(names)))}
    missed, false = 0, 0
    for fold in range(FOLDS):
        fit = Fit([one for one in breaks if fold_of[one.page] != fold])
        own = [one for one in breaks if fold_of[one.page] == fold]
        for one, likely in zip(own, fit.likelihoods(own), strict=True):
            missed += one.is_joint and likely <= options.least
            false += not one.is_joint and likely > options.least
    joints = sum(one.is_joint for one in breaks)
    print(f"{missed} of {joints} ends of columns missed, {false} ends of paragraphs taken for one")
    return 0


if __name__ == "__main__":
    sys.exit(main())
