"""A page read in a process of its own, while this one loads what makes a folder of it: reading asks for none of that,
and loading takes as long.
"""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jxprint.reconstruct import Reconstruction
    from jxprint.reconstruct.evidence import Evidence


class Aside:
    """A page being read aside, where the system can do that at once and has a processor left; else, and where the
    reading came to nothing, it is read here when it is asked for.
    """

    def __init__(self, evidence: Evidence) -> None:
        self._evidence = evidence
        self._process, self._line = 0, -1
        # A forked process has everything loaded already; it is safe as long as no other thread holds a lock.
        if sys.platform == "linux" and threading.active_count() == 1 and len(os.sched_getaffinity(0)) > 1:
            self._begin()

    def _begin(self) -> None:
        line, theirs = os.pipe()
        try:
            process = os.fork()
        except OSError:  # no more processes
            os.close(line)
            os.close(theirs)
            return
        if not process:
            os.close(line)
            _serve(theirs, self._evidence)
        os.close(theirs)
        self._process, self._line = process, line

    def found(self, meanwhile: Callable[[], None]) -> Reconstruction:
        """The page as it was read. What is to be done `meanwhile` is done while it is read aside, if it is. Raises what
        either raises.
        """
        from jxprint.reconstruct import reconstruct

        if self._process:
            meanwhile()
        return self._received() or reconstruct(self._evidence)

    def _received(self) -> Reconstruction | None:
        if not self._process:
            return None
        import pickle

        with open(self._line, "rb") as line:
            data = line.read()
        process, self._process = self._process, 0
        _, status = os.waitpid(process, 0)
        if status or not data:
            return None
        found: Reconstruction = pickle.loads(data)  # of our own making
        return found


def _serve(line: int, evidence: Evidence) -> None:
    """The second process: it reads, tells, and ends without a word whatever happens: the first one will read then."""
    code = 1
    try:
        import pickle

        from jxprint.reconstruct import reconstruct

        data = pickle.dumps(reconstruct(evidence), protocol=pickle.HIGHEST_PROTOCOL)
        with open(line, "wb") as told:
            told.write(data)
        code = 0
    finally:
        os._exit(code)
