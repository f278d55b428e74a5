"""What was written into a page's folder (`written.json` beside page.toml): by it a later run knows what a person
changed, and a run over many pages knows which of them are done.

A file is ours as long as it is one of those that are recorded for its name. Two are, while a folder is renewed: so a
run that is broken off leaves no file behind that looks as if a person had changed it.
"""

from __future__ import annotations

import hashlib
import itertools
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from jxprint.errors import DescriptionError, Finding, OutputError, Place
from jxprint.intake.refusals import reason

RECORD_FILE = "written.json"


class Figures(Struct, frozen=True):
    """What is told of a page among many: its stories, its joints, its measure (ems; None: nothing tells it), how sure
    it is (0 to 1), and how many of its decisions are doubtful.
    """

    stories: int
    joints: int
    measure: float | None
    confidence: float
    doubts: int


class Record(Struct, frozen=True):
    """The SHA-256 of the source that a folder was made from, by file those of what was written, and the figures."""

    source: str
    files: dict[str, tuple[str, ...]]
    figures: Figures
    format: int = 1


def sum_of(data: bytes) -> str:
    """The SHA-256 of some bytes, in hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def record_of(source: bytes, files: Mapping[str, bytes], figures: Figures) -> Record:
    """The record of files that are written as they are."""
    return Record(sum_of(source), {name: (sum_of(data),) for name, data in sorted(files.items())}, figures)


def spelt_record(record: Record) -> bytes:
    """The record as a file."""
    return msgspec.json.format(msgspec.json.encode(record), indent=1) + b"\n"


def read_record(folder: Path) -> Record:
    """The record of a folder. Raises DescriptionError where it has none, or one that cannot be understood."""
    file = folder / RECORD_FILE
    try:
        return msgspec.json.decode(file.read_bytes(), type=Record)
    except (OSError, msgspec.DecodeError) as error:
        raise DescriptionError(Finding("review.no_record", Place(str(folder)), {"file": RECORD_FILE})) from error


def made_from(folder: Path) -> Record | None:
    """The record of a folder that is there and was made by us; None for any other."""
    try:
        return read_record(folder)
    except DescriptionError:
        return None


class State(Struct, frozen=True):
    """A folder beside its record: the files that a person changed, with what they hold now, and those that are gone."""

    changed: Mapping[str, bytes]
    gone: frozenset[str]


def state_of(folder: Path, record: Record) -> State:
    """What a person did to a folder since it was written. Raises DescriptionError for a file that cannot be read."""
    changed: dict[str, bytes] = {}
    gone: set[str] = set()
    for name, sums in record.files.items():
        try:
            data = (folder / name).read_bytes()
        except FileNotFoundError:
            gone.add(name)
            continue
        except OSError as error:
            place = Place(str(folder / name))
            raise DescriptionError(Finding("copy.unreadable", place, {"reason": reason(error)})) from error
        if sum_of(data) not in sums:
            changed[name] = data
    return State(changed, frozenset(gone))


@contextmanager
def new_folder(folder: Path) -> Iterator[Path]:
    """A folder to fill, which takes the place of a new one when that is done, and is taken away where it is not. Raises
    DescriptionError where there is something in it, OutputError where it cannot be written.
    """
    shown = Place(str(folder))
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise DescriptionError(Finding("review.folder_taken", shown))
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        try:
            made = _place_beside(folder)
            yield made
            if folder.exists():
                folder.rmdir()
            made.chmod(0o755)
            made.rename(folder)
        except BaseException:
            import shutil  # most pages are made

            # An interrupt may come when the folder is there and before anybody was told its name.
            for one in folder.parent.iterdir():
                if one.name.startswith(_beside(folder)):
                    shutil.rmtree(one, ignore_errors=True)
            raise
    except OSError as error:
        raise OutputError(Finding("output.not_written", shown, {"reason": reason(error)})) from error


def _beside(folder: Path) -> str:
    """How the names begin of folders that this process makes beside one."""
    return f".{folder.name}.{os.getpid()}-"


def _place_beside(folder: Path) -> Path:
    """A new folder beside another one that nobody else has, and only its maker reads. Python's own comes with much that
    takes longer to load than a folder to make.
    """
    for turn in itertools.count():
        made = folder.with_name(f"{_beside(folder)}{turn}")
        try:
            made.mkdir(mode=0o700)
        except FileExistsError:
            continue
        return made
    raise AssertionError


def renew(folder: Path, files: Mapping[str, bytes], record: Record, kept: Iterable[str], left: Iterable[str]) -> None:
    """Write files into a folder that is there, but for those `kept`, and take away those that are `left` over. Each is
    whole at every moment. Raises OutputError where something cannot be written; what is written by then is recorded.
    """
    kept = frozenset(kept)
    before = read_record(folder)
    now = record_of(b"", files, record.figures).files
    ours = {name: before.files.get(name, ()) if name in kept else sums for name, sums in now.items()}
    ours |= {name: before.files[name] for name in kept if name in before.files}
    both = {name: (*before.files.get(name, ()), *ours.get(name, ())) for name in {*before.files, *ours}}
    try:
        _put(folder / RECORD_FILE, spelt_record(replace(record, source="", files=dict(sorted(both.items())))))
        for name, data in files.items():
            if name not in kept and not _holds(folder / name, data):
                _put(folder / name, data)
        for name in left:
            (folder / name).unlink(missing_ok=True)
        _put(folder / RECORD_FILE, spelt_record(replace(record, files=dict(sorted(ours.items())))))
    except OSError as error:
        raise OutputError(Finding("output.not_written", Place(str(folder)), {"reason": reason(error)})) from error


def _holds(file: Path, data: bytes) -> bool:
    """Whether a file is so already; then its time of change tells no change."""
    try:
        return file.read_bytes() == data
    except OSError:
        return False


def _put(file: Path, data: bytes) -> None:
    """A file whole, in the place of what stood there."""
    import tempfile  # a new folder has no use for it

    handle, name = tempfile.mkstemp(prefix=f".{file.name}.", dir=file.parent)
    try:
        with os.fdopen(handle, "wb") as made:
            made.write(data)
        Path(name).chmod(0o644)
        Path(name).replace(file)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
