"""What a library in C says on standard error by itself (libtiff of damaged files): heard, and kept from the reader, who
is told once, in his own language, with a place.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

_STDERR = 2
# Two at once would each put the other's file back.
_one_at_a_time = Lock()


@contextmanager
def overheard() -> Iterator[list[str]]:
    """Lines that are written to the process's standard error within, in a list that is filled at the end. Where there
    is no standard error nobody is bothered, and nothing is heard.
    """
    said: list[str] = []
    with _one_at_a_time, tempfile.TemporaryFile() as heard:
        try:
            kept = os.dup(_STDERR)
        except OSError:
            yield said
            return
        try:
            if sys.stderr is not None:
                sys.stderr.flush()
            os.dup2(heard.fileno(), _STDERR)
            yield said
        finally:
            os.dup2(kept, _STDERR)
            os.close(kept)
            heard.seek(0)
            said += heard.read().decode("utf-8", "replace").splitlines()
