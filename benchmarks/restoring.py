"""Whole processes of `jxprint reconstruct`: one dump, and a thousand on all processors.

The one is the first page's own source; the thousand are the benchmark's pages of copy (`benchmarks/reconstruct`), set
by the composer and told as dumps are, each as often as it takes. Nobody else does this, so there is nothing to compare.
The goals are 150 ms a page and a thousand in 60 s on two processors, memory level.
"""

from __future__ import annotations

import itertools
import shutil
import statistics
import subprocess
import sys
import sysconfig
from collections.abc import Iterator
from pathlib import Path

from figures import Figure
from processes import measured
from sides import HERE, Work

_MANY = 1000
_SOURCE = HERE.parent / "layout" / "jiaxing" / "source.txt"


def restored(work: Work, runs: int) -> Iterator[Figure]:
    """Wall time of one dump and of many, pages a second, and the largest process of many."""
    taken: list[float] = []
    for turn in range(runs + 1):
        one = measured(_command(_SOURCE, work.folder / f"restored-{turn}"), work.errors)
        if turn:  # the first turn fills the disk's cache
            taken.append(one.seconds)
    yield Figure("1 dump restored, cold", "s", {"ours": statistics.median(taken)}, None, runs, most=0.15)
    many = measured(_command(_dumps(work.folder), work.folder / "restored"), work.errors)
    yield Figure(f"{_MANY:,} dumps restored, cold", "s", {"ours": many.seconds}, None, most=60.0)
    yield Figure("… a second", "pages/s", {"ours": _MANY / many.seconds}, None)
    yield Figure("… memory, largest process", "MiB", {"ours": many.largest_bytes}, None)


def _command(source: Path, folder: Path) -> list[str]:
    return [str(Path(sysconfig.get_path("scripts")) / "jxprint"), "reconstruct", str(source), "-o", str(folder)]


def _dumps(folder: Path) -> Path:
    """A folder of many dumps."""
    few, many = folder / "dumps", folder / "many-dumps"
    measure = [sys.executable, str(HERE / "reconstruct" / "measure.py"), "--dumps", str(few)]
    subprocess.run(measure, check=True, capture_output=True)
    many.mkdir()
    for number, dump in zip(range(_MANY), itertools.cycle(sorted(few.iterdir())), strict=False):
        shutil.copy(dump, many / f"{number:04}.txt")
    return many
