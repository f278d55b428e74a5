"""Flate compression on a second thread: zlib works without the interpreter's lock while the next page is written."""

from __future__ import annotations

import sys
import zlib
from collections.abc import Callable
from queue import SimpleQueue
from threading import Event, Thread

_SMALL = 4096
# A page's content stream; a face's program is several times as large.
_MIDDLING = 65536
_SWITCH_S = 0.0002


class Pending:
    """Compressed data that may still be in the making."""

    def __init__(self, data: bytes, level: int) -> None:
        self._data = data
        self._level = level
        self._done = Event()

    def work(self) -> None:
        """Compress; called once."""
        self._data = zlib.compress(self._data, self._level)
        self._done.set()

    @property
    def done(self) -> bool:
        """Whether `result` would answer at once."""
        return self._done.is_set()

    def result(self) -> bytes:
        """The compressed data, waited for if need be."""
        self._done.wait()
        return self._data


class Deflater:
    """Compresses what it is given, in order, on one thread; a context manager that ends the thread."""

    def __init__(self) -> None:
        self._interval = sys.getswitchinterval()
        self._jobs: SimpleQueue[Callable[[], None] | None] = SimpleQueue()
        self._thread: Thread | None = None
        self._last: Pending | None = None

    def __enter__(self) -> Deflater:
        return self

    def __exit__(self, *_: object) -> None:
        sys.setswitchinterval(self._interval)
        if self._thread is not None:
            self._jobs.put(None)
            self._thread.join()

    def submit(self, data: bytes, level: int) -> Pending:
        """Start compressing; small data is done at once, and so is what would wait behind other work."""
        pending = Pending(data, level)
        if len(data) < (_SMALL if self._idle() else _MIDDLING):
            pending.work()
            return pending
        if self._thread is None:
            self._thread = Thread(target=self._run, name="deflate", daemon=True)
            self._thread.start()
            # A job that is done waits for the interpreter's lock for as long as this; five milliseconds, the
            # default, is longer than most jobs take.
            sys.setswitchinterval(_SWITCH_S)
        self._jobs.put(pending.work)
        self._last = pending
        return pending

    def _idle(self) -> bool:
        return self._last is None or self._last.done

    def _run(self) -> None:
        while (job := self._jobs.get()) is not None:
            job()
