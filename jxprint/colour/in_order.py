"""Strips worked on several at a time, and had back in their order.

Little CMS, zlib and libjpeg work without the interpreter's lock, so two threads take half the time where there are two
processors. What comes out depends on the strips alone, never on which thread was first.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from queue import SimpleQueue

_Given = TypeVar("_Given")
_Made = TypeVar("_Made")

# More threads would want more strips in memory at once, and decoding a picture, which is the rest, has one.
_MOST_LANES = 4
# Beside the one that is worked on a strip waits for each lane: it never stands idle, and no more than these are held.
_FOR_EACH = 2


def in_order(work: Callable[[_Given], _Made], given: Iterable[_Given], *, lanes: int = 0) -> Iterator[_Made]:
    """`work` of everything that is given, in order. What `work` raises is raised here, at its place. `lanes` is how
    many threads there are, 0 as many as there are processors, of two to four.

    Lanes take turns: what came n-th is with lane n, so that asking them in turn is asking in order.
    """
    most = lanes or min(max(2, _processors()), _MOST_LANES)
    made: list[_Lane[_Given, _Made]] = []
    sent = taken = 0
    try:
        for one in given:
            if sent - taken == _FOR_EACH * most:
                yield made[taken % most].take()
                taken += 1
            if sent < most:
                made.append(_Lane(work))
            made[sent % most].give(one)
            sent += 1
        for turn in range(taken, sent):
            yield made[turn % most].take()
    finally:
        for lane in made:
            lane.end()


def _processors() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class _Lane(Generic[_Given, _Made]):
    """One thread, what it has to do, and what it has done."""

    def __init__(self, work: Callable[[_Given], _Made]) -> None:
        from queue import SimpleQueue
        from threading import Thread

        self._todo: SimpleQueue[tuple[_Given] | None] = SimpleQueue()
        self._done: SimpleQueue[Callable[[], _Made]] = SimpleQueue()
        self._work = work
        # A traceback may keep the generator of one who failed from being closed: nobody waits for its lanes then.
        self._thread = Thread(target=self._run, daemon=True)
        self._thread.start()

    def give(self, one: _Given) -> None:
        self._todo.put((one,))

    def take(self) -> _Made:
        return self._done.get()()

    def end(self) -> None:
        self._todo.put(None)
        self._thread.join()

    def _run(self) -> None:
        while (one := self._todo.get()) is not None:
            self._done.put(self._answer(*one))

    def _answer(self, one: _Given) -> Callable[[], _Made]:
        """What says the outcome in the thread that asks for it: a value, or what was raised."""
        try:
            made = self._work(one)
        except BaseException as error:  # raised again where it is asked for
            raised = error

            def refuse() -> _Made:
                raise raised

            return refuse
        return lambda: made
