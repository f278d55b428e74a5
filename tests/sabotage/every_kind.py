"""The sabotage of the checker: every_kind.py [--seeds N] [--first N] [--kinds WORD] [--good N] [--write FILE].

Every kind of fault in so many places, each a file of its own; then so many good pages. Prints who noticed what, and
ends with 1 where a fault was not found, not named for what it is, or a good page was refused.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import jxprint
from good_pages import FAMILIES, good_page
from matrix import Row, rows_of, table
from spoiling import KINDS
from trials import Trial, try_kind


def _seed(seed: int, names: Sequence[str]) -> tuple[list[Trial], list[str]]:
    """All kinds with one seed: the trials, and the kinds that found no place."""
    trials = [(name, try_kind(name, seed)) for name in names]
    return [trial for _, trial in trials if trial is not None], [name for name, trial in trials if trial is None]


def _good(number: int) -> tuple[str, list[str]]:
    """A good page and what the checker says against it."""
    family = list(FAMILIES)[number % len(FAMILIES)]
    good = good_page(family, 100_000 + number)
    report = jxprint.check(good.pdf, good.page)
    return f"{family} {100_000 + number}", [] if report.ok else report.lines("en")[1:4]


def main(arguments: Sequence[str]) -> int:
    """Run it; the exit code."""
    parser = argparse.ArgumentParser(prog="sabotage", description=__doc__)
    parser.add_argument("--seeds", type=int, default=50)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--kinds", default="")
    parser.add_argument("--good", type=int, default=0)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--write", type=Path)
    given = parser.parse_args(arguments)
    names = [name for name in KINDS if given.kinds in name]
    began = time.perf_counter()
    with ProcessPoolExecutor(given.jobs) as pool:
        seeds = range(given.first, given.first + given.seeds)
        done = list(pool.map(_seed, seeds, [names] * len(seeds)))
        rows = rows_of(names, [trial for trials, _ in done for trial in trials])
        print(f"{sum(row.files for row in rows)} files, {len(rows)} kinds: {time.perf_counter() - began:.0f} s")
        began = time.perf_counter()
        alarms = [(name, told) for name, told in pool.map(_good, range(given.good), chunksize=4) if told]
    print(table(rows))
    if given.good:
        print(f"\n{given.good} good pages, {len(alarms)} refused: {time.perf_counter() - began:.0f} s")
    for name, told in alarms:
        print(name, *told, sep="\n  ")
    if given.write is not None:
        _write(given.write, rows)
    return int(bool(alarms) or not all(row.is_sound for row in rows))


def _write(path: Path, rows: Sequence[Row]) -> None:
    """Put the table into a document, between its marks."""
    text = path.read_text(encoding="utf-8")
    head, mark, rest = text.partition("<!-- matrix -->\n")
    tail = rest.partition("<!-- end of matrix -->")[2]
    path.write_text(f"{head}{mark}{table(rows)}\n<!-- end of matrix -->{tail}", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
