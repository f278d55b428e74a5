"""The bytes of a source, whole, or one error that says why they are not to be had."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import BinaryIO

from jxprint.errors import DescriptionError, Finding, Place
from jxprint.intake.kinds import no_file
from jxprint.intake.refusals import reason

# No source of one page is larger; what is says so itself, once it is known to be longer than this.
_MOST_BYTES = 64_000_000


def piped_bytes(stream: BinaryIO | None, name: str) -> bytes:
    """What a stream holds, as much of it as of a file. Raises DescriptionError where it cannot be read, or is none."""
    try:
        if stream is None:
            raise OSError(errno.EBADF, os.strerror(errno.EBADF))
        return stream.read(_MOST_BYTES + 1)
    except OSError as error:
        told = {"reason": reason(error)}
        raise DescriptionError(Finding("command.reconstruct_unreadable", Place(name), told)) from error


def source_bytes(source: Path) -> bytes:
    """What a file holds. Raises DescriptionError where it cannot be read."""
    why = no_file(source)
    if why is None:
        try:
            with source.open("rb") as file:
                return file.read(_MOST_BYTES + 1)
        except OSError as error:
            why = reason(error)
    raise DescriptionError(Finding("command.reconstruct_unreadable", Place(str(source)), {"reason": why}))
