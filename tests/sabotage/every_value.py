"""The sabotage of what a library keeps: every_value.py [--kinds WORD] [--jobs N].

Every value of every file of a small archive changed, put in another's place or taken out, one at a time. Prints by
file how many there are and how often each was told, then those that were not told, or of another file; ends with 1
where there are any.
"""

from __future__ import annotations

import argparse
import gc
import multiprocessing
import sys
import time
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from msgspec import Struct, field

from kept_law import Looked, archive_kept, fault_of, spoils, told_of
from kept_spoils import Files, Spoil

# So many spoils are one piece of work: a process has its next one while the other is at its last.
_PIECE = 100
_HEADS = ("file", "spoils", "same bytes", "told once", "twice", "more", "not read", "wrong")


class Counted(Struct):
    """What became of the spoils of one file: how many say the same bytes, how many are told once, twice, more often,
    not at all since nobody can know, and the names of those of which that is a fault, with it.
    """

    counts: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)

    def add(self, other: Counted) -> None:
        """Put another's with these."""
        self.counts += other.counts
        self.faults += other.faults


class _Work(Struct):
    """What every process has from the one that it was forked from."""

    kept: Files
    spoils: list[Spoil]
    looked: Looked


_WORK: list[_Work] = []


def _piece(first: int) -> dict[str, Counted]:
    """A piece of all spoils, by file."""
    [work] = _WORK
    found: dict[str, Counted] = {}
    for spoil in work.spoils[first : first + _PIECE]:
        own = found.setdefault(spoil.file, Counted())
        told = told_of(work.kept, spoil, work.looked)
        own.counts["spoils"] += 1
        if told is None:
            own.counts["same bytes"] += 1
            continue
        fault = fault_of(spoil, told)
        own.counts["wrong" if fault else ("not read", "told once", "twice", "more")[min(len(told), 3)]] += 1
        own.faults += [f"{spoil.name}: {fault}"] if fault else []
    return found


def main(arguments: Sequence[str]) -> int:
    """Run it; the exit code."""
    parser = argparse.ArgumentParser(prog="kept", description=__doc__)
    parser.add_argument("--kinds", default="", help="a word that a spoil's name has")
    parser.add_argument("--jobs", type=int, default=2)
    given = parser.parse_args(arguments)
    began = time.perf_counter()
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        kept = archive_kept(Path(folder) / "kept")
        looked = Looked(patch)
        assert looked(dict(kept)) == []  # what was read now is read for all
        chosen = [one for one in spoils(kept) if given.kinds in one.name]
        _WORK[:] = [_Work(kept, chosen, looked)]
        gc.freeze()
        # Forked, and not begun anew: the spoils are functions, and what was read stays read.
        with ProcessPoolExecutor(given.jobs, mp_context=multiprocessing.get_context("fork")) as pool:
            total: dict[str, Counted] = {}
            firsts = range(0, len(chosen), _PIECE)
            for first, found in zip(firsts, pool.map(_piece, firsts), strict=True):
                for file, counted in found.items():
                    total.setdefault(file, Counted()).add(counted)
                _show(min(first + _PIECE, len(chosen)), len(chosen), total)
    print(table(total))
    minutes = (time.perf_counter() - began) / 60
    faults = [fault for file in total.values() for fault in file.faults]
    print(f"{len(chosen)} spoils, {len(faults)} not told, or of another file: {minutes:.1f} min", *faults, sep="\n  ")
    return int(bool(faults))


def _show(done: int, of: int, total: dict[str, Counted]) -> None:
    """How far it is, for who waits at a terminal, or reads a log: a line for every tenth of all."""
    faults = sum(len(file.faults) for file in total.values())
    if done * 10 // of > max(done - _PIECE, 0) * 10 // of:
        print(f"{done} of {of}, {faults} wrong", file=sys.stderr, flush=True)


def table(total: dict[str, Counted]) -> str:
    """All files with their numbers, and the sums."""
    whole = Counted()
    for counted in total.values():
        whole.add(counted)
    rows = [_HEADS, *((file, *_numbers(one)) for file, one in total.items()), ("all", *_numbers(whole))]
    return "\n".join(f"{row[0]:15}" + "".join(f"{cell:>11}" for cell in row[1:]) for row in rows)


def _numbers(counted: Counted) -> tuple[str, ...]:
    return tuple(str(counted.counts[head]) for head in _HEADS[1:])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
