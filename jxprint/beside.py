"""Work done in a process beside this one, where the system forks at once and has a processor left.

A forked process has everything loaded already. It is safe as long as no other thread holds a lock: where there is one,
and on systems that start processes slowly, there is nobody beside, and who asks does the work himself.
"""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable, Iterator
from typing import Any, BinaryIO, Generic, Self, TypeVar

_T = TypeVar("_T")
# What is told to the process beside, waited for there.
Heard = Callable[[], Any]


def forks() -> bool:
    """Whether a process may be forked: it has everything loaded already, and no other thread holds a lock."""
    return sys.platform == "linux" and threading.active_count() == 1


def can_fork() -> bool:
    """Whether a process can be had that costs a few milliseconds and takes nobody's time."""
    return forks() and len(os.sched_getaffinity(0)) > 1


class Beside(Generic[_T]):
    """A process that does `work` and hands on what that yields, in order; a context manager, at whose end it ends,
    whatever it is doing. Where it cannot be had or is not worth it, where it comes to nothing or runs out of `memory`
    (bytes beside what this process has; None: as much as there is), `next` has nothing, and never raises what went
    wrong there.
    """

    def __init__(
        self, work: Callable[[Heard], Iterator[_T]], memory: int | None = None, *, is_worth_it: bool = True
    ) -> None:
        self._work, self._memory, self._is_worth_it = work, memory, is_worth_it
        self.process = 0
        self._telling: BinaryIO | None = None
        self._told: BinaryIO | None = None

    def __enter__(self) -> Self:
        """Start it, if that can be."""
        if not self._is_worth_it or not can_fork():
            return self
        heard, telling = os.pipe()
        told, answering = os.pipe()
        own = os.getpid()
        try:
            self.process = os.fork()
            if not self.process:
                os.close(telling)
                os.close(told)
                _serve(self._work, heard, answering, self._memory)
        except OSError:  # no more processes
            for end in (heard, telling, told, answering):
                os.close(end)
            return self
        finally:
            if os.getpid() != own:  # interrupted before it could begin
                os._exit(1)
        os.close(heard)
        os.close(answering)
        self._telling, self._told = open(telling, "wb"), open(told, "rb")
        return self

    def __exit__(self, *problem: object) -> None:
        """End it."""
        for line in (self._telling, self._told):
            if line is not None:
                line.close()
        if self.process:
            import signal

            os.kill(self.process, signal.SIGKILL)
            os.waitpid(self.process, 0)

    def tell(self, what: object) -> None:
        """What the work waits to hear; told once."""
        import pickle

        if self._telling is not None:
            try:
                with self._telling:
                    pickle.dump(what, self._telling)
            except OSError:  # it has come to nothing
                pass
            self._telling = None

    def next(self) -> _T | None:
        """What comes next, waited for; None where nothing does."""
        import pickle

        if self._told is None:
            return None
        try:
            found: _T = pickle.load(self._told)  # of our own making
        except (EOFError, OSError, pickle.UnpicklingError):
            return None
        return found


def _serve(work: Callable[[Heard], Iterator[Any]], heard: int, answering: int, memory: int | None) -> None:
    """The process beside: it ends without a word whatever happens."""
    code = 1
    try:
        import gc
        import pickle

        gc.disable()
        if memory is not None:
            _bound(memory)

        def hear() -> Any:
            with open(heard, "rb") as line:
                return pickle.load(line)

        with open(answering, "wb") as answers:
            for found in work(hear):
                pickle.dump(found, answers, protocol=pickle.HIGHEST_PROTOCOL)
                answers.flush()
        code = 0
    finally:
        os._exit(code)


def _bound(memory: int) -> None:
    """Let this process take so much more memory and no more, whatever is asked of it."""
    import resource

    with open("/proc/self/statm", encoding="ascii") as sizes:
        wanted = int(sizes.read().split()[0]) * resource.getpagesize() + memory
    most = resource.getrlimit(resource.RLIMIT_AS)[1]
    resource.setrlimit(resource.RLIMIT_AS, (wanted if most == resource.RLIM_INFINITY else min(wanted, most), most))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
