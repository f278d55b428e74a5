"""Files written whole or not at all: into a new file beside the target, then renamed over it."""

from __future__ import annotations

import os
import stat
import time
import zlib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import BinaryIO

from msgspec import Struct

from jxprint.errors import Finding, OutputError, Place
from jxprint.intake.kinds import settled, stands
from jxprint.intake.refusals import NO_SUCH_NAME, reader_gone, reason

# A virus scanner or an index lets go of a file soon, a viewer does not.
_PAUSES_S = (0.05, 0.1, 0.2, 0.4)
# Of a name's characters; four bytes each at most, of the 255 that a name may have.
_MOST_OF_NAME = 48


def write_whole(target: Path | str | BinaryIO, data: bytes) -> None:
    """Write `data` to a path (atomically: readers see the old file or the new one) or to an open binary file.

    A link is followed, so that the file it names is replaced and the link stays. A pipe or a terminal takes the bytes
    as they come and stays what it is; a socket or a disk is refused. Raises OutputError; what stood at the target
    before still stands there then. BrokenPipeError of an open file is left to whoever opened it.
    """
    if not isinstance(target, (str, Path)):
        _write_through(target, data)
        return
    write_all([(target, data)])


def write_all(files: Sequence[tuple[Path | str, bytes]]) -> None:
    """Write files that belong together as `write_whole` writes one: all of them appear, or none. Every one is written
    under another name before the first takes its place; where one cannot, those before it give way to what stood there.

    Raises OutputError with every target at which nothing can be written. What went into a pipe cannot come back, so
    pipes come last.
    """
    modes = [(Path(target), _mode(target), data) for target, data in files]
    pipes = [(target, data) for target, mode, data in modes if mode is not None and _takes_bytes(mode)]
    plain = [(target, data) for target, mode, data in modes if mode is None or stat.S_ISREG(mode)]
    refused = [
        Finding("output.is_folder" if stat.S_ISDIR(mode) else "output.not_a_file", Place(file=str(target)))
        for target, mode, _ in modes
        if mode is not None and not stat.S_ISREG(mode) and not _takes_bytes(mode)
    ]
    staged: list[_Staged] = []
    try:
        for target, data in plain:
            try:
                # A target that does not exist yet keeps its name.
                staged.append(_staged(settled(target), target, data))
            except OutputError as error:
                refused += error.findings
        if refused:
            raise OutputError(*refused)
        _move(staged)
    finally:
        for one in staged:
            _drop(one.beside)
    for target, data in pipes:
        _pour(target, data)


def _takes_bytes(mode: int) -> bool:
    return stat.S_ISFIFO(mode) or stat.S_ISCHR(mode)


def refuse_replacing(target: Path | str | BinaryIO, sources: Iterable[Path]) -> None:
    """Raise OutputError where `target` is one of the files that it is made from, by whatever name: through a link, or
    in other capitals where the system knows no difference.
    """
    if not isinstance(target, (str, Path)) or _mode(target) is None:
        return
    for source in sources:
        try:
            same = os.path.samefile(target, source)
        except (OSError, ValueError):
            continue  # gone in the meantime: nothing is there to be replaced
        if same:
            raise OutputError(Finding("output.is_source", Place(file=str(target)), {"source": str(source)}))


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
    except OSError as error:
        if reader_gone(error, file):
            raise BrokenPipeError from error
        raise OutputError(Finding("output.not_taken", args={"reason": reason(error)})) from error


def _pour(target: Path, data: bytes) -> None:
    """Into something that is no file on a disk: nothing is made and nothing renamed."""
    try:
        with open(os.open(target, os.O_WRONLY), "wb") as file:
            file.write(data)
    except OSError as error:
        raise OutputError(Finding("output.not_taken", Place(file=str(target)), {"reason": reason(error)})) from error


class _Staged(Struct, frozen=True):
    """A file that is written and has not taken its place: where it is, where it belongs, and how messages name that."""

    beside: Path
    path: Path
    target: Path

    @property
    def old(self) -> Path:
        """Where what stood there before is kept until all files are in place."""
        return self.beside.with_suffix(".old")


def _staged(path: Path, target: Path, data: bytes) -> _Staged:
    """Write beside `path`. Raises OutputError, and leaves nothing there."""
    if not path.name:  # CON, which Windows has in every folder, is a drive to Python
        raise OutputError(Finding("output.not_a_file", Place(file=str(target))))
    # The process id keeps two builds apart; "x" refuses to write through somebody else's file of that name. A name as
    # long as may be has no room for more, and two of them that begin alike are told apart by their sums.
    own = path.name
    if len(own) > _MOST_OF_NAME:
        own = f"{own[:_MOST_OF_NAME]}.{zlib.crc32(own.encode('utf-8', 'surrogatepass')):08x}"
    beside = path.with_name(f".{own}.{os.getpid()}.part")
    try:
        beside.unlink(missing_ok=True)
        with beside.open("xb") as file:
            file.write(data)
        _keep_mode(path, beside)
    except (OSError, ValueError) as error:
        _drop(beside)
        raise OutputError(_finding(target, error)) from error
    return _Staged(beside, path, target)


def _move(staged: Sequence[_Staged]) -> None:
    """Rename all of them into place. Raises OutputError for the first that cannot be; what stood there stands again."""
    moved: list[_Staged] = []
    try:
        for one in staged:
            try:
                if one is not staged[-1]:  # behind the last nothing can fail
                    _keep_old(one)
                _rename(one.beside, one.path)
            except (OSError, ValueError) as error:
                raise OutputError(_finding(one.target, error)) from error
            moved.append(one)
    except BaseException:  # an interruption leaves no half either
        for one in moved:
            _put_back(one)
        for one in staged[len(moved) :]:
            _drop(one.old)
        raise
    for one in staged:
        _drop(one.old)


def _keep_old(one: _Staged) -> None:
    """A second name for what stands at the target, if anything does; readers see it there all the while."""
    one.old.unlink(missing_ok=True)
    try:
        os.link(one.path, one.old)
    except FileNotFoundError:
        pass
    except OSError:  # a disk that knows no second names
        one.old.write_bytes(one.path.read_bytes())
        _keep_mode(one.path, one.old)


def _put_back(one: _Staged) -> None:
    try:
        if stands(one.old):
            _rename(one.old, one.path)
        else:
            one.path.unlink(missing_ok=True)
    except OSError:
        pass  # the disk is gone; the error that is on its way says so


def _drop(file: Path) -> None:
    try:
        file.unlink(missing_ok=True)
    except (OSError, ValueError):
        pass  # the folder itself is out of reach; the first error tells more


def _rename(beside: Path, path: Path) -> None:
    """Windows replaces no file that another program has open."""
    for pause in _PAUSES_S:
        try:
            os.replace(beside, path)
        except PermissionError as error:
            if not _held(error):
                raise
            time.sleep(pause)
        else:
            return
    os.replace(beside, path)


def _held(error: Exception) -> bool:
    """Windows' ERROR_ACCESS_DENIED, ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION (winerror.h)."""
    return getattr(error, "winerror", None) in (5, 32, 33)


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
    if isinstance(error, OSError) and stands(folder) and os.path.islink(target):
        folder = settled(target).parent  # a link may lead where no folder is any more
    if isinstance(error, OSError) and not stands(folder):
        return Finding("output.no_folder", place, {"folder": str(folder)})
    if _held(error) and _mode(target) is not None:
        return Finding("output.held", place)
    if isinstance(error, FileNotFoundError):  # its folder is there: Windows says so of a name that no file can have
        return Finding("output.not_written", place, {"reason": NO_SUCH_NAME})
    return Finding("output.not_written", place, {"reason": reason(error)})
