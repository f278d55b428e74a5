"""Interrupts: none is lost, and none breaks off what a library in C asks of us."""

from __future__ import annotations

import signal
import threading

import pytest

from jxprint.fonts import open_library
from jxprint.fonts.face import _Pen
from jxprint.interrupts import undisturbed


def test_an_interrupt_comes_when_the_work_is_done() -> None:
    """It is raised behind the call, and the next one is raised at once again."""
    done: list[str] = []

    def work() -> None:
        signal.raise_signal(signal.SIGINT)
        done.append("all of it")

    with pytest.raises(KeyboardInterrupt):
        undisturbed(work)
    assert done == ["all of it"]
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
    assert undisturbed(lambda: 3) == 3


def test_other_threads_and_other_handlers_are_left_alone() -> None:
    """Python lets nobody but the main thread set a handler."""
    given: list[int] = []
    thread = threading.Thread(target=lambda: given.append(undisturbed(lambda: 3)))
    thread.start()
    thread.join()
    own = signal.signal(signal.SIGINT, lambda number, frame: given.append(number))
    try:
        undisturbed(lambda: signal.raise_signal(signal.SIGINT))
    finally:
        signal.signal(signal.SIGINT, own)
    assert given == [3, signal.SIGINT]


def test_no_stroke_of_a_glyph_is_lost_by_an_interrupt(monkeypatch: pytest.MonkeyPatch) -> None:
    """HarfBuzz printed what was raised in its callback and went on: the build ended well, with a glyph that lacked a
    line.
    """
    face = open_library().face("hei-bold")
    glyph = face.shape("口").glyphs[0]
    usual = _Pen.lineTo

    def interrupted(pen: _Pen, point: tuple[float, float]) -> None:
        signal.raise_signal(signal.SIGINT)
        usual(pen, point)

    with monkeypatch.context() as patched:
        patched.setattr(_Pen, "lineTo", interrupted)
        face._outlines.pop(glyph, None)
        with pytest.raises(KeyboardInterrupt):
            face.outline(glyph)
    assert glyph not in face._outlines
    assert sum(command[0] == "L" for command in face.outline(glyph)) >= 6
