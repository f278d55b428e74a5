"""One spoiled file: what the checker says of it, and whether it may say so."""

from __future__ import annotations

import traceback
from collections.abc import Sequence
from time import perf_counter

from msgspec import Struct

import jxprint
from jxprint.errors import PdfError

from .goods import Good, look_of
from .mutations import spoiled

SAME, HARMLESS, TOLD, REFUSED = "same", "harmless", "told", "refused"
FALSE_PASS, CRASH, DIED, HUNG = "false pass", "crash", "died", "hung"
WRONG = frozenset((FALSE_PASS, CRASH, DIED, HUNG))


class Trial(Struct, frozen=True):
    """A file's number, how it was spoiled, the outcome with what belongs to it, and how long the check took (s)."""

    number: int
    how: str
    outcome: str
    told: str
    seconds: float


def tried(goods: Sequence[Good], number: int) -> Trial:
    """Check the file of a number. It passes rightly where it reads and looks as it did before."""
    good, how, data = spoiled(goods, number)
    begun = perf_counter()
    try:
        report = jxprint.check(data, good.page)
        key = "" if report.ok else report.findings[0].key
        outcome = TOLD if key else SAME if data == good.data else _of_pass(good, data)
        if key:
            report.lines("en")
            report.as_dict()
    except PdfError as refusal:
        outcome, key = REFUSED, refusal.findings[0].key
        if len(refusal.findings) != 1 or not str(refusal):
            outcome, key = CRASH, f"{len(refusal.findings)} findings: {refusal}"
    except Exception:  # whatever it is, it is what this program looks for
        outcome, key = CRASH, traceback.format_exc(limit=-6)
    return Trial(number, how, outcome, key, perf_counter() - begun)


def _of_pass(good: Good, data: bytes) -> str:
    """Whether a file that passed does so rightly."""
    try:
        return HARMLESS if look_of(data).is_like(good.look) else FALSE_PASS
    except Exception:  # the checker read it, the second program does not
        return FALSE_PASS
