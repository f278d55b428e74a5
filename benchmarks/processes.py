"""Whole processes measured from outside: wall time and peak memory.

The process that measures must be small itself: a child that is started by vfork is charged with its parent's memory
at that moment (Linux, exec_mmap). So nothing large is imported by the modules that import this one.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

# getrusage(2): kilobytes on Linux, bytes on macOS.
_MAXRSS_UNIT = 1 if sys.platform == "darwin" else 1024
_SAMPLE_EVERY_S = 0.005


class ProcessFailed(Exception):
    """A measured command did not end as it was to; its standard error is the message."""


@dataclass(frozen=True, slots=True)
class Measured:
    """One run: seconds from start to end, and the peak resident memory of its largest single process, in bytes."""

    seconds: float
    largest_bytes: int


def measured(command: Sequence[str], errors: Path, code: int = 0) -> Measured:
    """Run a command to its end, which is to be with exit code `code`; `errors` is where its standard error goes
    meanwhile.
    """
    with errors.open("wb") as told:
        started = time.perf_counter()
        child = _start(command, told.fileno())
        _, status, used = os.wait4(child.pid, 0)
        seconds = time.perf_counter() - started
    child.returncode = os.waitstatus_to_exitcode(status)
    _refuse_failure(command, child.returncode, errors, code)
    return Measured(seconds, used.ru_maxrss * _MAXRSS_UNIT)


def tree_bytes(command: Sequence[str], errors: Path) -> int | None:
    """The largest sum, over a command and all processes under it, of proportional set sizes: memory that processes
    share is counted once. Sampled every 5 ms, so a peak between two samples is missed; None where there is no /proc.
    """
    if not Path("/proc/self/smaps_rollup").exists():
        return None
    with errors.open("wb") as told:
        child = _start(command, told.fileno())
        largest = 0
        done = threading.Event()

        def watch() -> None:
            nonlocal largest
            while not done.wait(_SAMPLE_EVERY_S):
                largest = max(largest, sum(_proportional_bytes(one) for one in _tree(child.pid)))

        watcher = threading.Thread(target=watch)
        watcher.start()
        child.wait()
        done.set()
        watcher.join()
    _refuse_failure(command, child.returncode, errors)
    return largest


def _start(command: Sequence[str], errors: int) -> subprocess.Popen[bytes]:
    return subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=errors)


def _refuse_failure(command: Sequence[str], code: int, errors: Path, wanted: int = 0) -> None:
    if code != wanted:
        raise ProcessFailed(f"{' '.join(command[:4])} ended with {code}:\n{errors.read_text(errors='replace')}")


def _tree(root: int) -> list[int]:
    found = [root]
    for process in found:
        try:
            for task in Path(f"/proc/{process}/task").iterdir():
                found += [int(child) for child in (task / "children").read_text().split()]
        except OSError:
            continue  # it ended while it was looked at
    return found


def _proportional_bytes(process: int) -> int:
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0  # it ended while it was looked at
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:")), 0)
