"""What stands where a name leads. A pipe that is opened like a file waits for ever, or is empty the second time."""

from __future__ import annotations

import os
import stat
from pathlib import Path

_KINDS = (
    (stat.S_ISDIR, "a folder"),
    (stat.S_ISFIFO, "a named pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)


def stands(path: Path | str) -> bool:
    """Whether something stands where a path leads, or nobody can tell: whoever opens it says why it cannot be read."""
    try:
        os.stat(path)
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return False
    except OSError:
        return True
    return True


def settled(path: Path | str) -> Path:
    """A path without links and dots; where the system cannot say it (a device's name, a drive that is not there),
    without dots alone.
    """
    try:
        return Path(os.path.realpath(path))
    except OSError:
        return Path(os.path.abspath(path))


def no_file(path: Path | str) -> str | None:
    """What a path leads to, in words of `jxprint.messages.reasons`, where that is no regular file; None for a file,
    and for a name where nothing stands: whoever opens it says why it cannot be read.
    """
    try:
        mode = os.stat(path).st_mode
    except (OSError, ValueError):
        return None
    return next((kind for is_one, kind in _KINDS if is_one(mode)), None)
