"""The weights of roles fitted: `python benchmarks/reconstruct/teaching.py [--folds 4] [-o words/roles.txt]`.

Pages of the benchmark are told in many manners (`lessons`, `laying`); weights of signs and steps are fitted so that the
true roles are the likeliest way through each page (`fitting`). The table is the mean of a few fits that differ by lot:
together they err less than any alone. Pages are told, and fits made, on all processors. With `--folds` each fold is
fitted on the pages of the others and its own stories are counted as `measure.py` counts them: what a page may hope for
whose manner was never seen.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from multiprocessing import Pool
from pathlib import Path
from typing import Any

from msgspec import to_builtins

import dumping
from dumping import dumped
from fitting import Lesson, Table
from form import Copy, read_copy
from jxprint import Library
from jxprint.reconstruct import reconstruct, weights
from jxprint.reconstruct.dump import read_dump
from jxprint.reconstruct.roles import ROLES
from jxprint.reconstruct.signs import signs_of, steps_of
from jxprint.reconstruct.traits import traits_of
from jxprint.reconstruct.units import Unit, taken_apart, unit_of
from jxprint.reconstruct.wrapping import paragraphs
from jxprint.text.simplified import simplified
from laying import laid, looks_of
from lessons import Joints, manner_of, told
from scoring import score
from setting import grid_of, set_page

_HERE = Path(__file__).resolve().parent
# Pages that lend each other stories; a fold holds whole groups, so that nothing of a page is seen before it is counted.
_GROUPS, _LENDERS = 4, 6
_OWN_HEAD = 3
# How many pages have a short line's words somewhere, at the least, to be told from others by them; twice as many where
# they are two characters of it.
_PAGES_OF_WORDS = 4
_LIBRARIES: dict[str, Library] = {}


def units_of(
    copies: Sequence[Copy], page: int, lot: str, joints: Sequence[Joints] = (), *, plain: bool
) -> tuple[list[Unit], list[int]] | None:
    """A page told once: its units and their roles; None where printed lines of two roles were joined."""
    chance = random.Random(lot)
    mates = [one for at, one in enumerate(copies) if at % _GROUPS == page % _GROUPS and at != page]
    others = chance.sample(mates, min(len(mates), _LENDERS))
    page_told = told(copies[page], others, manner_of(chance, plain=plain), chance, joints)
    lines = [one for one in laid(page_told, looks_of(chance, plain=plain), chance) if one[0].text.strip()]
    truth = {line.number: roles for line, roles in lines}
    units = taken_apart(unit_of(one) for one in paragraphs([line for line, _ in lines]))
    roles = [{_role_at(truth[line], start) for _, line, start, _ in unit.places} for unit in units]
    if any(len(one) > 1 for one in roles):
        return None
    return units, [ROLES.index(one.pop()) for one in roles]


def _set_joints(copy: Copy, chance: random.Random) -> list[Joints]:
    return [one.joints for one in set_page(copy, grid_of(chance), chance, _LIBRARIES)]


def _role_at(roles: Sequence[tuple[int, str]], start: int) -> str:
    return [role for begin, role in roles if begin <= start + 1][-1]


def lessons_of(copies: Sequence[Copy], page: int, times: int) -> Iterator[Lesson]:
    """A page told several times, every other time as it is and as the composer sets it; one with a headline of its own
    (专版), as many papers print and few of these pages are, so much oftener.
    """
    for k in range(times * (_OWN_HEAD if copies[page].head.many("headline") else 1)):
        lot = f"{copies[page].name} {k}"
        joints = _set_joints(copies[page], random.Random(f"{lot} set")) if k % 2 == 0 else ()
        found = units_of(copies, page, lot, joints, plain=k % 2 == 0)
        if found is not None:
            units, roles = found
            traits = traits_of(units)
            yield Lesson(page, signs_of(traits), steps_of(traits), roles)


@cache
def _copies(pages: Path) -> list[Copy]:
    return [read_copy(path) for path in sorted(pages.glob("*.txt"))]


def _told(asked: tuple[Path, int, int]) -> list[Lesson]:
    pages, page, times = asked
    return list(lessons_of(_copies(pages), page, times))


def counted(copies: Sequence[Copy], pages: Sequence[int]) -> Counter[str]:
    """What `measure.py` counts, on these pages."""
    counts: Counter[str] = Counter()
    for copy in (copies[page] for page in pages):
        chance = random.Random(f"{copy.name} 0")
        settings = set_page(copy, grid_of(chance), chance, _LIBRARIES)
        dump = dumped(copy, settings, dumping.manner_of(chance))
        found = reconstruct(read_dump(dump.encode("utf-8"), copy.name))
        counts += score(copy, settings, to_builtins(found.proposal))[0]
    return counts


def texts_of(copies: Sequence[Copy], pages: Path) -> list[str]:
    """All that each page says, without blanks, as signs have it."""
    return [simplified("".join((pages / f"{one.name}.txt").read_text(encoding="utf-8").split())) for one in copies]


def without_titles(table: str, texts: Sequence[str]) -> str:
    """A table without rows for words that few pages have: lent stories bring the words of one page to many."""
    kept = []
    for line in table.splitlines(keepends=True):
        kind, is_word, words = line.split(" ", 1)[0].partition("=")
        least = _PAGES_OF_WORDS if kind == "is" else 2 * _PAGES_OF_WORDS
        if not is_word or len(words) < 2 or sum(words in text for text in texts) >= least:
            kept.append(line)
    return "".join(kept)


def main() -> int:
    """Fit the table, or tell what pages of manners never seen may hope for."""
    options = _options()
    copies = _copies(options.pages)
    with Pool() as pool:
        waiting = [(options.pages, page, options.times) for page in range(len(copies))]
        lessons = [one for page in pool.imap(_told, waiting, 4) for one in page]
    counts: Counter[str] = Counter()
    for fold in range(options.folds):
        taught = [one for one in lessons if one.page % _GROUPS % options.folds != fold]
        table = _fitted(taught, fold, options)
        there = [one for page, one in enumerate(copies) if page % _GROUPS % options.folds != fold]
        _use(without_titles(table.written(), texts_of(there, options.pages)), options.output.with_suffix(".fold"))
        asked = [page for page in range(len(copies)) if page % _GROUPS % options.folds == fold]
        more = counted(copies, asked)
        counts += more
        print(f"fold {fold}: {more['stories found']} of {more['stories']} stories", flush=True)
    if options.folds:
        options.output.with_suffix(".fold").unlink()
        share = 100 * counts["stories found"] / max(1, counts["stories"])
        print(f"unseen: {counts['stories found']} of {counts['stories']} stories, {share:.1f} %")
        return 0
    table = _fitted(lessons, 9, options)
    options.output.write_text(without_titles(table.written(), texts_of(copies, options.pages)), encoding="utf-8")
    return 0


def _fitted(lessons: Sequence[Lesson], seed: int, options: argparse.Namespace) -> Table:
    """The mean of a few fits."""
    table = Table(lessons, seed)
    with Pool(min(options.fits, os.cpu_count() or 1)) as pool:
        asked = [(lessons, seed + 10 * k, options.rounds) for k in range(options.fits)]
        fits = pool.map(_fit, asked, 1)
    table.values = [sum(same) / len(fits) for same in zip(*fits, strict=True)]
    return table


def _fit(asked: tuple[Sequence[Lesson], int, int]) -> list[Any]:
    lessons, seed, rounds = asked
    table = Table(lessons, seed)
    table.fit(lessons, rounds)
    return table.values


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="teaching.py", description="The weights of roles, fitted.")
    parser.add_argument(
        "--folds", type=int, default=0, choices=(0, 2, 4), help="fit without each fold, and count in it"
    )
    parser.add_argument("--times", type=int, default=8, help="how often each page is told")
    parser.add_argument("--fits", type=int, default=2, help="how many fits the table is the mean of")
    parser.add_argument("--rounds", type=int, default=8, help="how often all lessons are gone through")
    parser.add_argument("--pages", type=Path, default=_HERE / "pages", help="where the pages of copy stand")
    parser.add_argument("-o", "--output", type=Path, default=_HERE.parents[1] / "words" / "roles.txt")
    return parser.parse_args()


def _use(table: str, path: Path) -> None:
    """Read roles by another table."""
    path.write_text(table, encoding="utf-8")
    vars(weights)["roles_file"] = lambda: path
    weights.weights.cache_clear()
    weights.steps.cache_clear()


if __name__ == "__main__":
    sys.exit(main())
