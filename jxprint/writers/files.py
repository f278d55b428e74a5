"""Files written whole or not at all: into a new file beside the target, then renamed over it."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import BinaryIO

from jxprint.errors import Finding, OutputError, Place


def write_whole(target: Path | str | BinaryIO, data: bytes) -> None:
    """Write `data` to a path (atomically: readers see the old file or the new one) or to an open binary file.

    A link is followed, so that the file it names is replaced and the link stays. A pipe or a terminal takes the bytes
    as they come and stays what it is; a socket or a disk is refused. Raises OutputError; what stood at the target
    before still stands there then. BrokenPipeError of an open file is left to whoever opened it.
    """
    if not isinstance(target, (str, Path)):
        _write_through(target, data)
        return
    mode = _mode(target)
    if mode is None or stat.S_ISREG(mode):
        # realpath is strict about nothing: a target that does not exist yet keeps its name.
        _replace(Path(os.path.realpath(target)), Path(target), data)
    elif stat.S_ISFIFO(mode) or stat.S_ISCHR(mode):
        _pour(Path(target), data)
    else:
        key = "output.is_folder" if stat.S_ISDIR(mode) else "output.not_a_file"
        raise OutputError(Finding(key, Place(file=str(target))))


def _mode(target: Path | str) -> int | None:
    """What stands at the target, links followed; None where nothing does, or nobody can tell."""
    try:
        return os.stat(target).st_mode
    except (OSError, ValueError):
        return None


def _write_through(file: BinaryIO, data: bytes) -> None:
    try:
        file.write(data)
        file.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(Finding("output.not_taken", args={"reason": _reason(error)})) from error


def _pour(target: Path, data: bytes) -> None:
    """Into something that is no file on a disk: nothing is made and nothing renamed."""
    try:
        with open(os.open(target, os.O_WRONLY), "wb") as file:
            file.write(data)
    except OSError as error:
        raise OutputError(Finding("output.not_taken", Place(file=str(target)), {"reason": _reason(error)})) from error


def _replace(path: Path, target: Path, data: bytes) -> None:
    """Write beside `path` and rename over it; `target` is how messages name it."""
    # The process id keeps two builds apart; "x" refuses to write through somebody else's file of that name.
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        beside.unlink(missing_ok=True)
        with beside.open("xb") as file:
            file.write(data)
        _keep_mode(path, beside)
        os.replace(beside, path)
    except (OSError, ValueError) as error:
        try:
            beside.unlink(missing_ok=True)
        except (OSError, ValueError):
            pass  # the folder itself is out of reach; the first error tells more
        raise OutputError(_finding(target, error)) from error


def _keep_mode(path: Path, beside: Path) -> None:
    """A file that is replaced keeps its permissions; a new one has what the umask gives."""
    try:
        mode = path.stat().st_mode
    except OSError:
        return
    os.chmod(beside, mode & 0o777)


def _finding(target: Path, error: Exception) -> Finding:
    folder = target.parent
    place = Place(file=str(target))
    if isinstance(error, OSError) and not folder.exists():
        return Finding("output.no_folder", place, {"folder": str(folder)})
    return Finding("output.not_written", place, {"reason": _reason(error)})


def _reason(error: Exception) -> str:
    return getattr(error, "strerror", None) or str(error) or type(error).__name__
