"""Many pages: one folder a source, made in as many processes as there are processors.

A page stands whole in its folder or is not there, and its record says which source it was made from: so a run that was
broken off goes on where it was, by running it again. One page that cannot be made never stops the rest, not even where
its process dies.
"""

from __future__ import annotations

import gc
import os
import signal
from collections import deque
from collections.abc import Generator, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from pathlib import Path
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from jxprint.beside import forks
from jxprint.composition.lines import forget
from jxprint.errors import Finding, JxprintError, Place
from jxprint.intake.source_bytes import source_bytes
from jxprint.interrupts import ends_within
from jxprint.reconstruct.evidence import Asked
from jxprint.reconstruct.making import REVIEW_FILE, Wanted, make
from jxprint.reconstruct.record import Figures, made_from, sum_of
from jxprint.reconstruct.sources import kind_of, read_source

State = Literal["made", "renewed", "before", "failed", "parted"]
# Pages under way for each process: one that it works on and one that waits. Sending one takes a thousandth of the time
# that it takes to make it, so they are sent one by one, and a run that is broken off ends within a page's time.
_UNDER_WAY = 2
_DEFECT = 70
# A page leaves a third of a megabyte in cycles, and its paragraphs in case that they come again. All that is given back
# after so many pages.
_TIDIED = 40
_pages = 0


class Job(Struct, frozen=True):
    """A source and the folder that its page goes to; what is asked of the source (the encoding is that of dumps), and
    what it is read as; `again`: even where it is done.
    """

    source: str
    folder: str
    wanted: Wanted
    encoding: str | None = None
    page: int | None = None
    kind: str | None = None
    again: bool = False


class Outcome(Struct, frozen=True):
    """What became of a page: made, renewed round what a person changed (`kept`), done before, or failed with an exit
    code; its figures, and what is to be told. A file of several `pages` is parted: each of them follows by itself, with
    its number in `page`.
    """

    source: str
    folder: str
    state: State
    figures: Figures | None = None
    kept: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    exit_code: int = 0
    page: int | None = None
    pages: int = 1


def sources_in(folder: Path) -> list[Path]:
    """The sources in a folder by name: its files, but for hidden ones. Folders in it are not looked into."""
    return sorted(file for file in folder.iterdir() if file.is_file() and not file.name.startswith("."))


def folders_of(sources: Sequence[Path], output: Path) -> list[Path]:
    """The folder of each source's page: its name without what it ends with, unless another source has the same."""
    stems = [source.stem.casefold() for source in sources]
    return [
        output / (source.stem if stems.count(stem) == 1 else source.name)
        for source, stem in zip(sources, stems, strict=True)
    ]


def processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def many(jobs: Sequence[Job], processes: int | None = None) -> Generator[Outcome, None, None]:
    """Make pages; each is told when it is done, in any order, and those of a file that has several behind that file.
    The processes are started before the first is asked for. Broken off, it ends when the pages under way are done.
    """
    processes = min(processes or processors(), len(jobs))
    if processes < 2:
        return _one_by_one(jobs)
    pool = _Pool(jobs, processes)
    pool.fill()
    return pool.outcomes()


def _one_by_one(jobs: Sequence[Job]) -> Generator[Outcome, None, None]:
    waiting = deque(jobs)
    while waiting:
        job = waiting.popleft()
        outcome = _made_by_many(job)
        waiting.extendleft(reversed(_of_pages(job, outcome)))
        yield outcome


def _of_pages(job: Job, outcome: Outcome) -> list[Job]:
    """What is left to do of a file that was parted into its pages."""
    if outcome.state != "parted":
        return []
    pages = range(1, outcome.pages + 1)
    return [replace(job, page=page, folder=f"{job.folder}-{page:0{len(str(outcome.pages))}}") for page in pages]


class _Pool:
    """Jobs shared between processes."""

    def __init__(self, jobs: Sequence[Job], processes: int) -> None:
        self._waiting = deque(jobs)
        self._processes = processes
        self._most = processes * _UNDER_WAY
        self._executor = _executor(processes)
        self._under_way: dict[Future[Outcome], Job] = {}
        self._is_broken = False

    def fill(self) -> None:
        """Give the processes as much as they may have."""
        while self._waiting and len(self._under_way) < self._most:
            job = self._waiting.popleft()
            try:
                self._under_way[self._executor.submit(_made_apart, job)] = job
            except BrokenProcessPool:
                self._waiting.appendleft(job)
                self._is_broken = True
                break

    def outcomes(self) -> Generator[Outcome, None, None]:
        """What became of each page."""
        try:
            while self._under_way or self._waiting:
                self.fill()
                done, _ = wait(self._under_way, return_when=FIRST_COMPLETED)
                suspects = [self._under_way[one] for one in done if isinstance(one.exception(), BrokenProcessPool)]
                for one in done:
                    job = self._under_way.pop(one)
                    if job in suspects:
                        continue
                    outcome = one.result()
                    self._waiting.extendleft(reversed(_of_pages(job, outcome)))
                    yield outcome
                if suspects or (self._is_broken and not self._under_way):
                    yield from self._apart([*suspects, *self._under_way.values()])
        finally:
            self._executor.shutdown(wait=True, cancel_futures=True)

    def _apart(self, suspects: Sequence[Job]) -> Iterator[Outcome]:
        """A process died: each page that was under way is made in one of its own, so that it is known which it was."""
        self._executor.shutdown(wait=True, cancel_futures=True)
        self._under_way.clear()
        for job in suspects:
            with _executor(1) as alone:
                try:
                    yield alone.submit(_made_apart, job).result()
                except BrokenProcessPool:
                    finding = Finding("review.died", Place(job.source))
                    yield Outcome(job.source, job.folder, "failed", findings=(finding,), exit_code=_DEFECT)
        self._executor = _executor(self._processes)
        self._is_broken = False


def _executor(processes: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(processes, get_context("fork" if forks() else "spawn"), _ready)


def _ready() -> None:
    """A process begins: an interrupt is the other's affair, who lets this one finish its page."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.freeze()
    gc.disable()


def _made_by_many(job: Job) -> Outcome:
    """Make one page of many, and now and then give back what pages leave behind them."""
    global _pages  # of this process alone
    _pages += 1
    if _pages % _TIDIED == 0:
        forget()
        gc.collect()
    return made(job)


def _made_apart(job: Job) -> Outcome:
    """The same in a process of the pool."""
    return ends_within(lambda: _made_by_many(job))


def made(job: Job) -> Outcome:
    """Make one page, or say why it cannot be made."""
    try:
        return _made(job)
    except JxprintError as refusal:
        several = next((one for one in refusal.findings if one.key == "sources.several_pages"), None)
        if several is not None:
            return Outcome(job.source, job.folder, "parted", pages=int(str(several.args["count"])))
        findings, code = refusal.findings, refusal.exit_code
    except Exception as defect:  # one page never stops the rest
        told = f"{type(defect).__name__}: {defect}"
        findings, code = (Finding("review.defect", Place(job.source), {"defect": told}),), _DEFECT
    return Outcome(job.source, job.folder, "failed", findings=findings, exit_code=code, page=job.page)


def _made(job: Job) -> Outcome:
    folder = Path(job.folder)
    data = source_bytes(Path(job.source))
    before = made_from(folder)
    is_there = not job.wanted.review or (folder / REVIEW_FILE).exists()
    if before is not None and is_there and not job.again and before.source == sum_of(data):
        return Outcome(job.source, job.folder, "before", before.figures, page=job.page)
    kind = job.kind or kind_of(data)
    asked = Asked(job.encoding if kind == "dump" else None, job.page if kind != "dump" else None)
    page = make(read_source(data, job.source, asked, kind), Path(job.source).name, folder, job.wanted)
    findings = (*page.found.evidence.findings, *page.findings)
    state: State = "made" if before is None else "renewed"
    return Outcome(job.source, job.folder, state, page.figures, page.kept, findings, page=job.page)
