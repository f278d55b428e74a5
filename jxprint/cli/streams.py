"""Standard output and standard error: their encoding, and what happens when they take no more."""

from __future__ import annotations

import codecs
import errno
import os
import sys
from io import TextIOWrapper
from typing import BinaryIO, NoReturn, TextIO

from jxprint.errors import Finding, OutputError
from jxprint.intake.refusals import reader_gone, reason

_ERRORS = "jxprint.shown"


def speak_utf8() -> None:
    """Files and pipes get UTF-8 whatever the locale, for a page's characters fit into nothing smaller; a terminal
    keeps its own encoding, and what that lacks is shown by its number.
    """
    codecs.register_error(_ERRORS, shown)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            if stream.isatty():
                stream.reconfigure(errors="backslashreplace")
            else:
                stream.reconfigure(encoding="utf-8", errors=_ERRORS)


def shown(error: UnicodeError) -> tuple[bytes, int]:
    """Bytes of a file name that Python could not read in the locale's encoding (PEP 383: lone surrogates): as the
    UTF-8 that they mostly are, else by their numbers.
    """
    if not isinstance(error, UnicodeEncodeError):
        raise error
    told = error.object[error.start : error.end]
    try:
        meant = told.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    except UnicodeEncodeError:
        return told.encode("ascii", "backslashreplace"), error.end
    return meant.encode("utf-8"), error.end


def say(line: str) -> None:
    """One line to standard output. Raises OutputError where it does not take the line, BrokenPipeError where its
    reader went away.
    """
    if sys.stdout is None:
        raise _not_taken(os.strerror(errno.EBADF))
    try:
        sys.stdout.write(line + "\n")
        sys.stdout.flush()
    except (OSError, ValueError) as error:  # ValueError: the stream was closed
        refuse_output(error)


def refuse_output(error: OSError | ValueError) -> NoReturn:
    """Raise what `say` raises for an error of writing to standard output."""
    if isinstance(error, OSError) and reader_gone(error, sys.stdout):
        raise BrokenPipeError from error
    raise _not_taken(reason(error)) from error


def whisper(line: str) -> None:
    """One line to standard error; where that takes nothing, there is nobody left to tell."""
    if sys.stderr is None:
        return
    try:
        sys.stderr.write(line + "\n")
        sys.stderr.flush()
    except (OSError, ValueError):
        silence(sys.stderr)


def standard_output() -> BinaryIO:
    """Standard output for bytes, as `-o -` asks."""
    if sys.stdout is None:
        raise _not_taken(os.strerror(errno.EBADF))
    return sys.stdout.buffer


def finish() -> None:
    """Leave nothing for Python to write at its end, when nobody could be told that it failed."""
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None:
                stream.flush()
        except (OSError, ValueError):
            silence(stream)


def silence(stream: TextIO) -> None:
    """Python flushes once more at its end; into nothing, so that it does not complain."""
    try:
        into = os.open(os.devnull, os.O_WRONLY)
        os.dup2(into, stream.fileno())
        os.close(into)
    except (OSError, ValueError):
        pass  # no stream of the system's


def _not_taken(reason: str) -> OutputError:
    return OutputError(Finding("output.stdout", args={"reason": reason}))
