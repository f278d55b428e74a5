"""The figures: each is a value for each side, the median of interleaved runs, and the goal it is held to."""

from __future__ import annotations

import shutil
import statistics
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from typing import Literal, TypeVar

from processes import Measured, ProcessFailed, measured, tree_bytes
from sides import HERE, Side, Work

Unit = Literal["s", "ms", "MiB", "KiB", "pages/s"]
SCALE: dict[Unit, float] = {"s": 1.0, "pages/s": 1.0, "ms": 1000.0, "MiB": 1 / 2**20, "KiB": 1 / 2**10}
Taken = TypeVar("Taken")
_WARM_UPS = 3
_LENGTHS = (1_000, 10_000, 100_000, 1_000_000)
_AGAIN_RUNS = 20
# The first stand on the page already; the others do not, so that their face has to be cut anew.
COMMON, NEW = "人才大市年", "镍咖啡猫鲸蕊橘狮骑锅"


@dataclass(frozen=True, slots=True)
class Figure:
    """One row: values in seconds, bytes or pages a second by side (None: not to be had here), and the most that ours
    may be of Typst's (None: there is nothing to compare); `most` is the goal of ours where that is a value.
    """

    name: str
    unit: Unit
    values: dict[Side, float | None]
    goal: float | None
    runs: int = 1
    most: float | None = None

    def ratio(self, side: Side) -> float | None:
        """Ours over theirs."""
        ours, theirs = self.values["ours"], self.values.get(side)
        return ours / theirs if ours is not None and theirs else None


def whole_processes(work: Work, pages: int, runs: int) -> Iterator[Figure]:
    """Wall time and memory of whole processes, sides taking turns, and the size of what they wrote."""
    taken: dict[Side, list[Measured]] = {side: [] for side in work.sides}
    for turn in range(runs + 1):
        for side in work.sides:
            one = measured(work.cold(side, pages), work.errors)
            if turn:  # the first turn fills the disk's cache
                taken[side].append(one)
    many = "1 page" if pages == 1 else f"{pages} pages"
    yield Figure(f"{many}, cold", "s", _medians(taken, lambda one: one.seconds), 1.0, runs)
    yield Figure(f"{many}, memory, largest process", "MiB", _medians(taken, lambda one: one.largest_bytes), 1.0, runs)
    trees: dict[Side, float | None] = {side: tree_bytes(work.cold(side, pages), work.errors) for side in work.sides}
    yield Figure(f"{many}, memory, all processes", "MiB", trees, 1.0)
    sizes: dict[Side, float | None] = {side: float(work.output(side, pages).stat().st_size) for side in work.sides}
    yield Figure(f"{many}, PDF without pictures", "KiB", sizes, 1.0)


def after_edits(work: Work, runs: int = _AGAIN_RUNS) -> Iterator[Figure]:
    """One page again in one process: after a character that the page has, and after one that is new to it."""
    _copies_to_edit(work)
    with ExitStack() as stack:
        servers = {side: stack.enter_context(_server(work.again(side))) for side in work.sides}
        for name, chars in (("one page again, a character changed", COMMON), ("… to one new on the page", NEW)):
            taken: dict[Side, list[float]] = {side: [] for side in work.sides}
            for turn in range(runs + _WARM_UPS):
                for side in work.sides:
                    seconds = _asked(servers[side], chars[turn % len(chars)])
                    if turn >= _WARM_UPS:
                        taken[side].append(seconds)
            yield Figure(name, "ms", _medians(taken, lambda one: one), 1.0, runs)


def long_paragraphs(work: Work) -> Iterator[Figure]:
    """Composition alone: total fit of the page, and of one paragraph that grows a thousandfold, in milliseconds a
    thousand characters. The goals are 8 ms and that it stays linear, so Typst is not asked.
    """
    command = [sys.executable, str(HERE / "linear.py"), str(work.folder / "ours" / "0000"), *map(str, _LENGTHS)]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    yield Figure("total fit of one page, warm", "ms", {"ours": float(told[0])}, None, most=0.008)
    for length, seconds in zip(_LENGTHS, told[1:], strict=True):
        yield Figure(f"1,000 characters of a paragraph of {length:,}", "ms", {"ours": float(seconds)}, None)


def make_up(work: Work) -> Iterator[Figure]:
    """Composition alone: the make-up of a page of thirty parts, warm. The goal is 3 ms; nobody else makes pages up."""
    command = [sys.executable, str(HERE / "makeup.py"), str(work.folder / "ours" / "0000")]
    solved, placed, parts = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    yield Figure(f"make-up of {parts} parts, warm", "ms", {"ours": float(solved)}, None, most=0.003)
    yield Figure(f"make-up of {parts} parts and their places, warm", "ms", {"ours": float(placed)}, None)


def separation(work: Work) -> Iterator[Figure]:
    """Colour alone: a photograph of 12 megapixels into the inks of a press. The goals are 0.5 s, and memory that is the
    decoded picture's and a few strips'.
    """
    command = [sys.executable, str(HERE / "photograph.py"), str(work.folder)]
    seconds, grown = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    yield Figure("a photograph of 12 megapixels into ink", "s", {"ours": float(seconds)}, None, most=0.5)
    yield Figure("… memory", "MiB", {"ours": float(grown)}, None)


def _medians(taken: dict[Side, list[Taken]], value: Callable[[Taken], float]) -> dict[Side, float | None]:
    return {side: statistics.median(value(one) for one in many) for side, many in taken.items()}


def _copies_to_edit(work: Work) -> None:
    for side in work.sides:
        copy = work.edited(side)
        if side != "ours":
            shutil.copytree(work.sources(side, 1), copy)
            continue
        shutil.copytree(work.folder / "ours" / "0000", copy / "page")
        if (work.folder / "ours" / "styles").is_dir():
            shutil.copytree(work.folder / "ours" / "styles", copy / "styles")


def _server(command: Sequence[str]) -> subprocess.Popen[str]:
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8")


def _asked(server: subprocess.Popen[str], char: str) -> float:
    assert server.stdin is not None
    assert server.stdout is not None
    server.stdin.write(char + "\n")
    server.stdin.flush()
    answer = server.stdout.readline()
    if not answer:
        raise ProcessFailed("a process that builds pages again ended; its complaint stands above")
    return float(answer)
