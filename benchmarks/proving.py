"""The checker and golden images: whole processes, and a check again in a process that is warm.

Nobody else does this, so there is nothing to compare; goals are seconds.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import sysconfig
from collections.abc import Iterator, Sequence
from pathlib import Path

from figures import Figure
from processes import measured
from sides import HERE, Work

_JXPRINT = str(Path(sysconfig.get_path("scripts")) / "jxprint")


def checked(work: Work, runs: int) -> Iterator[Figure]:
    """A check of the first page, cold and warm, and of all pages in one file."""
    first, folder = work.output("ours", 1), work.folder / "ours" / "0000"
    cold = _median(work, [_JXPRINT, "check", str(first), str(folder)], runs)
    yield Figure("check of 1 page, cold", "s", {"ours": cold}, None, runs, most=0.5)
    command = [sys.executable, str(HERE / "checked_again.py"), str(first), str(folder)]
    without, whole = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    yield Figure("… warm, glyphs not held against faces", "ms", {"ours": float(without)}, None, most=0.12)
    yield Figure("… warm", "ms", {"ours": float(whole)}, None, most=0.4)
    if work.count > 1:
        folders = [str(work.folder / "ours" / f"{number:04d}") for number in range(work.count)]
        many = measured([_JXPRINT, "check", str(work.output("ours", work.count)), *folders], work.errors)
        yield Figure(f"check of {work.count} pages, cold", "s", {"ours": many.seconds}, None)
        yield Figure("… memory, largest process", "MiB", {"ours": many.largest_bytes}, None)


def golden(work: Work, runs: int) -> Iterator[Figure]:
    """The first page held against its baseline; and another page against the same, with a report."""
    kept = work.folder / "golden"
    check = [_JXPRINT, "golden", "check", "--baselines", str(kept)]
    first = _built(work, 0)
    measured([*check, "--update-golden", first], work.errors)
    alike = _median(work, [*check, first], runs)
    yield Figure("golden image of an equal page, cold", "ms", {"ours": alike}, None, runs, most=0.2)
    if work.count > 1:
        told = [*check, "--report", str(work.folder / "golden.html"), _built(work, 1)]
        different = _median(work, told, runs, code=1)
        yield Figure("… of one with other text, and a report", "s", {"ours": different}, None, runs, most=1.0)


def _built(work: Work, number: int) -> str:
    """A PDF of one page; all are called alike, for a baseline goes by its file's name."""
    folder = work.folder / f"golden-{number}"
    folder.mkdir()
    page = work.folder / "ours" / f"{number:04d}"
    measured([_JXPRINT, "build", str(page), "-o", str(folder / "page.pdf")], work.errors)
    return str(folder / "page.pdf")


def _median(work: Work, command: Sequence[str], runs: int, code: int = 0) -> float:
    taken = [measured(command, work.errors, code) for _ in range(runs + 1)]
    return statistics.median(one.seconds for one in taken[1:])  # the first fills the disk's cache
