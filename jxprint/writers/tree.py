"""Files of a folder written together: all of them, with the folders that they need, or none."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from jxprint.errors import Finding, OutputError, Place
from jxprint.intake.kinds import stands
from jxprint.intake.refusals import reason
from jxprint.writers.files import write_all


def write_tree(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files by their paths under a folder, which may have to be made. Raises OutputError where one cannot be
    written, or where the folder has files that are not among them: what is kept together has nothing else in it. What
    stood there stands there then, and no folder is left behind.
    """
    refuse_strangers(folder, files)
    made: list[Path] = []
    try:
        for path in sorted({folder / Path(name).parent for name in files} | {folder}):
            made += _made(path)
        write_all([(folder / name, data) for name, data in files.items()])
    except BaseException:
        for path in reversed(made):
            try:
                path.rmdir()
            except OSError:
                pass  # somebody else has put something into it
        raise


def refuse_strangers(folder: Path, files: Mapping[str, bytes]) -> None:
    """Raise OutputError where a folder is none, or has files that will not be written."""
    if not stands(folder):
        return
    if not folder.is_dir():
        raise OutputError(Finding("output.not_a_folder", Place(file=str(folder))))
    strange = sorted(name for name in files_in(folder) if name not in files)
    if strange:
        args = {"count": len(strange), "first": strange[0]}
        raise OutputError(Finding("output.strange_files", Place(file=str(folder)), args))


def files_in(folder: Path) -> Iterator[str]:
    """The files under a folder by their paths from it, with /; links are names of themselves and not followed."""
    for where, _, names in os.walk(folder):
        for name in names:
            yield (Path(where) / name).relative_to(folder).as_posix()


def _made(path: Path) -> list[Path]:
    """Make a folder and those over it; which had to be made, the outermost first."""
    wanting = [one for one in (path, *path.parents) if not stands(one)]
    made: list[Path] = []
    for one in reversed(wanting):
        try:
            one.mkdir()
        except FileExistsError:
            continue
        except (OSError, ValueError) as error:
            for before in reversed(made):
                before.rmdir()
            told = reason(error) if isinstance(error, OSError) else str(error)
            raise OutputError(Finding("output.not_written", Place(file=str(one)), {"reason": told})) from error
        made.append(one)
    return made
