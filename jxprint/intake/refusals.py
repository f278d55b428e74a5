"""Why the system refused, in words that `jxprint.messages.reasons` has in both languages, on every system."""

from __future__ import annotations

import errno
import os
import stat
from typing import IO

NO_SUCH_NAME = "no file can have this name"
_HELD = "another program has it open"
_TOO_LONG = "File name too long"
_UNREACHED = "the network place cannot be reached"

# Windows' own numbers (winerror.h), where the errno that Python makes of them says less. Its sentences are no help:
# they come in the language of the desktop.
_WINDOWS = {
    19: "Read-only file system",
    21: "the drive is not ready",
    32: _HELD,
    33: _HELD,
    39: "No space left on device",
    51: _UNREACHED,
    53: _UNREACHED,
    59: _UNREACHED,
    64: _UNREACHED,
    66: NO_SUCH_NAME,  # a device of another kind: COM1
    67: _UNREACHED,
    112: "No space left on device",
    123: NO_SUCH_NAME,
    161: NO_SUCH_NAME,
    206: _TOO_LONG,
    1224: _HELD,
}

# Where Windows was not told to take longer paths, what lies beyond 260 characters is not found (3); folders end at 248.
_NOT_FOUND, _LONGEST = (2, 3), 247


def reason(error: Exception) -> str:
    """The reason of an error of the system, or the words of another exception."""
    if not isinstance(error, OSError):
        return str(error) or type(error).__name__
    number = getattr(error, "winerror", None)
    if number is None:
        return error.strerror or str(error) or type(error).__name__
    if number in _NOT_FOUND and len(str(error.filename or "")) > _LONGEST:
        return _TOO_LONG
    return _WINDOWS.get(number) or os.strerror(error.errno or 0)


def reader_gone(error: OSError, file: IO[bytes] | IO[str]) -> bool:
    """Whether an error of writing says that whoever read the file's other end went away. Windows says EINVAL of such a
    pipe, of which no other system says it.
    """
    if isinstance(error, BrokenPipeError):
        return True
    try:
        return error.errno == errno.EINVAL and stat.S_ISFIFO(os.fstat(file.fileno()).st_mode)
    except (OSError, ValueError):
        return False
