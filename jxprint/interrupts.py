"""Interrupts (Ctrl-C) that wait until something is done which may not be broken off half way."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable
from types import FrameType
from typing import TypeVar

_Value = TypeVar("_Value")


def undisturbed(call: Callable[[], _Value]) -> _Value:
    """What a call gives; an interrupt that comes meanwhile is raised as KeyboardInterrupt when it has returned.

    A library in C that calls Python back prints what is raised there and goes on as if nothing had been: the interrupt
    is lost, and so is what the callback should have done. Other threads are never interrupted, and whoever has put a
    handler of his own in place knows what he does.
    """
    is_ours = signal.getsignal(signal.SIGINT) is signal.default_int_handler
    if not is_ours or threading.current_thread() is not threading.main_thread():
        return call()
    came: list[int] = []

    def note(number: int, _frame: FrameType | None) -> None:
        came.append(number)

    signal.signal(signal.SIGINT, note)
    try:
        return call()
    finally:
        signal.signal(signal.SIGINT, signal.default_int_handler)
        if came:
            raise KeyboardInterrupt
