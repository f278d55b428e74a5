"""What a house style lets be done so that a page fits (拼文量): the table [fitting]."""

from __future__ import annotations

from jxprint.description.tables import Table
from jxprint.model.style import Fitting, FittingStep

FITTING_KEYS = ("order", "pitch_least", "pitch_most", "head_rows")
_STEPS: tuple[FittingStep, ...] = ("marks", "head", "picture", "pitch")
_MOST_HEAD_ROWS = 6


def read_fitting(style: Table) -> Fitting:
    """The steps in their order, the limits of the pitch, and how far heads may open."""
    read = style.table("fitting") or style.inner({})
    read.only(FITTING_KEYS)
    usual = Fitting()
    order = usual.order
    if "order" in read.values:
        named = read.strings("order")
        for number, step in enumerate(named):
            if step not in _STEPS:
                read.misnamed("page.unknown_value", step, _STEPS, "order", number)
            elif step in named[:number]:
                read.wrong("page.step_twice", "order", number, step=step)
        order = tuple(step for step in _STEPS if step in named)
        order = tuple(sorted(order, key=named.index))
    least, most = read.length("pitch_least", zero=False), read.length("pitch_most", zero=False)
    if least is not None and most is not None and least > most:
        read.wrong("page.pitches_cross", "pitch_least", least=f"{least:g}", most=f"{most:g}")
        least = most = None
    heads = read.count("head_rows", _MOST_HEAD_ROWS, 0)
    return Fitting(order, least, most, usual.head_rows if heads is None else heads)
