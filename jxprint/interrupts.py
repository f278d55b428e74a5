"""Interrupts (Ctrl-C), which wait until something is done that may not be broken off half way; and a system that tells
the process to end, which is taken for one, so that nothing stays behind half written.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from types import FrameType
from typing import TypeVar

_Value = TypeVar("_Value")
# What a shell gives for a process that a signal ended is this and the signal's number.
_SIGNALLED = 128
_ENDINGS = [number for name in ("SIGTERM", "SIGHUP") if (number := getattr(signal, name, None)) is not None]
_came: list[int] = []


def heed_endings() -> None:
    """From now on SIGTERM, and SIGHUP of a terminal that is gone, are interrupts: files that are being made are taken
    away. A signal that whoever started this process wants ignored stays so; processes that are forked end at once.
    """
    for number in _ENDINGS:
        if signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, _ended)
    if hasattr(os, "register_at_fork"):
        os.register_at_fork(before=_hold, after_in_parent=_let_go, after_in_child=_end_at_once)


def exit_code() -> int:
    """That of a process which was interrupted, or told to end."""
    return _SIGNALLED + (_came[0] if _came else signal.SIGINT)


def _ended(number: int, frame: FrameType | None) -> None:
    _came.append(number)
    # Who starts a process behind a shell has interrupts ignored there; an order to end is none of them.
    interrupt = signal.getsignal(signal.SIGINT)
    (interrupt if callable(interrupt) else signal.default_int_handler)(number, frame)


def _ended_once(number: int, frame: FrameType | None) -> None:
    """A pool of processes ends the others when one has ended: that must not break off what takes things away."""
    for one in _ENDINGS:
        signal.signal(one, signal.SIG_IGN)
    _ended(number, frame)


def _hold() -> None:
    """What comes while a process is being forked would be lost by it."""
    signal.pthread_sigmask(signal.SIG_BLOCK, _ENDINGS)


def _let_go() -> None:
    signal.pthread_sigmask(signal.SIG_UNBLOCK, _ENDINGS)


def _end_at_once() -> None:
    for number in _ENDINGS:
        if signal.getsignal(number) is _ended:
            signal.signal(number, signal.SIG_DFL)
    _let_go()


def ends_within(call: Callable[[], _Value]) -> _Value:
    """What a call in a forked process gives. A system that tells the process to end meanwhile interrupts the call, so
    that what is half made is taken away, and the process ends; whoever forked it may have been told the same. A signal
    that is ignored stays so, as behind nohup.
    """
    heeded = [number for number in _ENDINGS if signal.getsignal(number) is not signal.SIG_IGN]
    before = {number: signal.signal(number, _ended_once) for number in heeded}
    try:
        return call()
    except KeyboardInterrupt:
        os._exit(exit_code())  # whoever waits for this process would take an interrupt for what the call gave
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def undisturbed(call: Callable[[], _Value]) -> _Value:
    """What a call gives; an interrupt that comes meanwhile is raised as KeyboardInterrupt when it has returned.

    A library in C that calls Python back prints what is raised there and goes on as if nothing had been: the interrupt
    is lost, and so is what the callback should have done. Other threads are never interrupted, and whoever has put a
    handler of his own in place knows what he does.
    """
    import threading

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
