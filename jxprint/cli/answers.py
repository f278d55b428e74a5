"""How a command answers: findings and progress to standard error, results and JSON to standard output."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from types import TracebackType
from typing import TYPE_CHECKING, Self, TextIO

from jxprint.cli.streams import say, whisper
from jxprint.errors import Finding, JxprintError
from jxprint.messages import one_line, render, said, text

if TYPE_CHECKING:
    from jxprint.cli.session import Session

_PROGRESS_AFTER_S = 1.0
# An alarm after no time at all is none.
_AT_ONCE_S = 1e-6


def tell(session: Session, findings: Iterable[Finding]) -> None:
    """Findings to standard error, one a line; what is not an error says so."""
    for finding in findings:
        remark(severity_label(session, finding) + render(finding, session.language))


def severity_label(session: Session, finding: Finding) -> str:
    """What stands before a finding that is no error, ready to be written before it; nothing before one that is."""
    return "" if finding.severity == "error" else text(_LABELS[finding.severity], session.language)


_LABELS = {"warning": "command.label.warning", "note": "command.label.note"}


def tell_error(session: Session, error: JxprintError) -> None:
    """A refusal: sentences for people, or with `--json` one object on standard output for machines."""
    if session.json:
        answer_json({"ok": False, "exit_code": error.exit_code, "findings": as_dicts(session, error.findings)})
    else:
        tell(session, error.findings)


def as_dicts(session: Session, findings: Iterable[Finding]) -> list[dict[str, object]]:
    """Findings for machines; `message` is the sentence that a person would have read."""
    rows: list[dict[str, object]] = []
    for finding in findings:
        place = finding.place
        rows.append(
            {
                "key": finding.key,
                "severity": finding.severity,
                "file": place.file,
                "line": place.line,
                "column": place.column,
                "part": place.part,
                "paragraph": place.paragraph,
                "offset": place.offset,
                "args": {name: _plain(value, session.language) for name, value in finding.args.items()},
                "message": render(finding, session.language),
            }
        )
    return rows


def _plain(value: object, language: str) -> object:
    """A finding's value for machines: a phrase as it is said, a tuple as a list."""
    if isinstance(value, tuple):
        return [_plain(one, language) for one in value]
    return said(value, language)


def answer(line: str) -> None:
    """One line of a command's result."""
    say(one_line(line))


def remark(line: str) -> None:
    """One line about the work, to standard error."""
    whisper(one_line(line))


def answer_json(value: Mapping[str, object]) -> None:
    """A command's result for machines."""
    import json

    told = json.dumps(value, ensure_ascii=False, indent=2, default=str)
    # A lone surrogate (a file's name that is no text) cannot be encoded; escaped like this it is JSON's own way.
    say(told.encode("utf-8", "backslashreplace").decode("utf-8"))


def input_bytes(name: str) -> bytes | None:
    """What standard input holds where `name` is `-`; None where it is a file's name. Raises PdfError where there is
    nothing to read from; of more than any PDF may have only a little more is read.
    """
    if name != "-":
        return None
    from jxprint.intake.opening import limits, refuse
    from jxprint.intake.refusals import reason

    try:
        if sys.stdin is None:
            raise OSError(errno.EBADF, os.strerror(errno.EBADF))
        return sys.stdin.buffer.read(limits().file_bytes + 1)
    except OSError as error:
        refuse("checks.unreadable_file", name, reason=reason(error))


def _after(seconds: float, do: Callable[[], None]) -> Callable[[], None]:
    """Do something in so many seconds; what is given back calls that off. By the system's alarm where there is one, for
    with a second thread this process could start none beside it (`jxprint.beside`).
    """
    import signal
    import threading

    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        timer = threading.Timer(seconds, do)
        timer.daemon = True
        timer.start()
        return timer.cancel
    before = signal.signal(signal.SIGALRM, lambda number, frame: do())
    signal.setitimer(signal.ITIMER_REAL, max(seconds, _AT_ONCE_S))

    def cancel() -> None:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before or signal.SIG_DFL)

    return cancel


class Progress:
    """A line on standard error saying what is being done; shown on a terminal only, and only after a second."""

    def __init__(self, stream: TextIO | None = None, after_s: float = _PROGRESS_AFTER_S) -> None:
        self._stream = sys.stderr if stream is None else stream
        self._after_s = after_s
        self._doing = ""
        self._wide = 0
        self._shown = False
        self._cancel: Callable[[], None] | None = None

    def __enter__(self) -> Self:
        """Start counting the second."""
        if self._stream is not None and self._stream.isatty():
            self._cancel = _after(self._after_s, self._show)
        return self

    def step(self, doing: str) -> None:
        """Say what is being done now."""
        self._doing = doing
        if self._shown:
            self._write()

    def _show(self) -> None:
        self._shown = True
        with suppress(RuntimeError):  # in the midst of what this process writes there itself
            self._write()

    def _write(self) -> None:
        self._erase()
        self._stream.write(self._doing)
        self._stream.flush()
        self._wide = 2 * len(self._doing)

    def _erase(self) -> None:
        # Blanks, and no escape sequence: a console of Windows shows that as it is. A Han character is two wide.
        self._stream.write("\r" + " " * self._wide + "\r")

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Take the line away."""
        if self._cancel is not None:
            self._cancel()
        if self._shown:
            self._shown = False
            self._erase()
            self._stream.flush()
