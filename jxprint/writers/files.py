"""Files written whole or not at all: into a new file beside the target, then renamed over it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import BinaryIO

from jxprint.errors import Finding, OutputError, Place


def write_whole(target: Path | str | BinaryIO, data: bytes) -> None:
    """Write `data` to a path (atomically: readers see the old file or the new one) or to an open binary file.

    A link is followed, so that the file it names is replaced and the link stays. Raises OutputError; what stood at
    the target before still stands there then.
    """
    if not isinstance(target, (str, Path)):
        target.write(data)
        target.flush()
        return
    # realpath is strict about nothing: a target that does not exist yet keeps its name.
    path = Path(os.path.realpath(target))
    if path.is_dir():
        raise OutputError(Finding("output.is_folder", Place(file=str(target))))
    # The process id keeps two builds apart; "x" refuses to write through somebody else's file of that name.
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        beside.unlink(missing_ok=True)
        with beside.open("xb") as file:
            file.write(data)
        _keep_mode(path, beside)
        os.replace(beside, path)
    except OSError as error:
        try:
            beside.unlink(missing_ok=True)
        except OSError:
            pass  # the folder itself is out of reach; the first error tells more
        raise OutputError(_finding(Path(target), error)) from error


def _keep_mode(path: Path, beside: Path) -> None:
    """A file that is replaced keeps its permissions; a new one has what the umask gives."""
    try:
        mode = path.stat().st_mode
    except OSError:
        return
    os.chmod(beside, mode & 0o777)


def _finding(target: Path, error: OSError) -> Finding:
    folder = target.parent
    reason = error.strerror or type(error).__name__
    place = Place(file=str(target))
    if not folder.exists():
        return Finding("output.no_folder", place, {"folder": str(folder)})
    return Finding("output.not_written", place, {"reason": reason})
