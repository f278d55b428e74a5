"""Trials in processes of their own, which may die or hang without taking the run with them."""

from __future__ import annotations

import multiprocessing
import resource
import signal
import time
from collections.abc import Iterator, Sequence
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess

from msgspec import Struct

from .goods import Good
from .trial import DIED, HUNG, Trial, tried

_LOOKS_S = 0.25
_MEBIBYTE = 1 << 20
_FORKED = multiprocessing.get_context("fork")


class Limits(Struct, frozen=True):
    """What one check may take: seconds, and mebibytes beside what its process has at the start."""

    seconds: float
    mebibytes: int


class _Worker(Struct):
    """A process, the numbers that it still has to tell, and when it last told one (s)."""

    process: BaseProcess
    told: Connection
    numbers: range
    since: float


def trials(made: Sequence[Good], numbers: range, processes: int, limits: Limits) -> Iterator[Trial]:
    """Every number's trial, in whatever order they end."""
    workers = [_started(made, numbers[at::processes], limits) for at in range(processes)]
    while workers:
        ready = wait([one.told for one in workers], _LOOKS_S)
        for at, worker in enumerate(workers):
            ended = ""
            if worker.told in ready:
                try:
                    trial = worker.told.recv()
                except EOFError:
                    ended = DIED
                else:
                    worker.numbers, worker.since = worker.numbers[1:], time.monotonic()
                    yield trial
            elif time.monotonic() - worker.since > limits.seconds:
                ended = HUNG
            if ended:
                worker.process.kill()
                worker.process.join()
                if worker.numbers:
                    yield Trial(worker.numbers[0], "?", ended, _why(worker.process), limits.seconds)
                    workers[at] = _started(made, worker.numbers[1:], limits)
        workers = [one for one in workers if one.numbers or one.process.is_alive()]


def _why(process: BaseProcess) -> str:
    code = process.exitcode or 0
    return signal.Signals(-code).name if code < 0 else f"exit code {code}"


def _started(made: Sequence[Good], numbers: range, limits: Limits) -> _Worker:
    told, tells = _FORKED.Pipe(duplex=False)
    process = _FORKED.Process(target=_work, args=(made, numbers, limits, tells), daemon=True)
    process.start()
    tells.close()
    return _Worker(process, told, numbers, time.monotonic())


def _work(made: Sequence[Good], numbers: range, limits: Limits, tells: Connection) -> None:
    most = _own_bytes() + limits.mebibytes * _MEBIBYTE
    resource.setrlimit(resource.RLIMIT_AS, (most, most))
    for number in numbers:
        tells.send(tried(made, number))
    tells.close()


def _own_bytes() -> int:
    """The address space that this process has."""
    with open("/proc/self/statm", encoding="ascii") as statm:
        return int(statm.read().split()[0]) * resource.getpagesize()
