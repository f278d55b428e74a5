"""Reasons of the system are said in the reader's language on every system, and no odd name is a defect."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

import pytest

from jxprint.intake import refusals
from jxprint.intake.kinds import settled, stands
from jxprint.intake.refusals import reader_gone, reason
from jxprint.messages.reasons import told


def windows(number: int, kind: int = errno.EINVAL, name: str = "a") -> OSError:
    """An error as Python raises it on Windows, in the words of a Chinese desktop."""
    error = OSError(kind, "拒绝访问。", name)
    error.winerror = number  # type: ignore[attr-defined]  # typeshed has it on Windows alone
    return error


@pytest.mark.parametrize("number", refusals._WINDOWS)
def test_windows_reasons_are_in_both_languages(number: int) -> None:
    """Its own sentence stood in an English message, in the language of the desktop."""
    given = reason(windows(number))
    assert "拒绝" not in given
    assert told(given, "zh") != given, given


def test_other_windows_errors_are_told_by_their_errno() -> None:
    """ERROR_ACCESS_DENIED is EACCES."""
    assert told(reason(windows(5, errno.EACCES)), "en") == "permission denied"


def test_a_path_beyond_260_is_said_to_be_too_long() -> None:
    """Windows says only that it is not found."""
    assert reason(windows(3, errno.ENOENT, "a" * 300)) == "File name too long"
    assert reason(windows(3, errno.ENOENT)) == os.strerror(errno.ENOENT)


def test_what_nobody_can_look_at_stands(tmp_path: Path) -> None:
    """A name that is too long is refused when it is opened, with the reason; it was a defect of jxprint."""
    assert stands(tmp_path)
    assert stands(tmp_path / ("x" * 300)) or sys.platform == "win32"  # where it is not found
    assert not stands(tmp_path / "none")
    assert not stands(tmp_path / "a\0b")


def test_a_path_that_the_system_cannot_settle_is_settled_by_its_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows cannot say where CON is."""

    def refuse(path: object) -> str:
        raise windows(1)

    monkeypatch.setattr(os.path, "realpath", refuse)
    assert settled(Path("a") / ".." / "b") == Path.cwd() / "b"


def test_a_pipe_that_takes_nothing_has_lost_its_reader() -> None:
    """Windows says EINVAL where others say EPIPE; of a file it is no such thing."""
    given, taken = os.pipe()
    os.close(given)
    with open(taken, "wb") as pipe, open(os.devnull, "wb") as file:
        assert reader_gone(OSError(errno.EINVAL, "Invalid argument"), pipe)
        assert reader_gone(BrokenPipeError(), file)
        assert not reader_gone(OSError(errno.EINVAL, "Invalid argument"), file)
        assert not reader_gone(OSError(errno.ENOSPC, "No space left on device"), pipe)
