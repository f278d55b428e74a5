"""Regular verse (诗): lines of five or seven characters and a mark each. Prose does not come so, whatever its words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from jxprint.reconstruct.roles import VERSE
from jxprint.reconstruct.units import Unit
from jxprint.text.han import IDEOGRAPH

# A line, and two lines on one, by their lengths; compiled for a page that has some of such a length.
_IN_LINE, _IN_PAIR, _ENDS = (6, 8), (12, 16), "，。！？；：、,.!?;:"
_LINE = f"(?:{IDEOGRAPH}{{5}}|{IDEOGRAPH}{{7}})[{_ENDS}]"
_FIRST, _STOPS = "，。！？；,!?;", "。！？；.!?;"
_PAIR = f"(?:{IDEOGRAPH}{{5}}[{_FIRST}]{IDEOGRAPH}{{5}}|{IDEOGRAPH}{{7}}[{_FIRST}]{IDEOGRAPH}{{7}})[{_STOPS}]"
# A poem has four lines or more; so much less than by any other role verse costs then.
_FEWEST, _SURE = 4, 6.0


def with_verses(units: Sequence[Unit], prices: Sequence[Sequence[float]]) -> list[Sequence[float]]:
    """Prices of roles, of units that are regular verse with that the cheapest."""
    found = list(prices)
    for at in _regular(units):
        sure = list(found[at])
        sure[VERSE] = min(sure) - _SURE
        found[at] = sure
    return found


def _regular(units: Sequence[Unit]) -> Iterator[int]:
    """Where units are lines of regular verse."""
    for form, group in groupby(range(len(units)), key=lambda at: _form(units[at].text)):
        run = list(group)
        if form is None or len(run) * form[0] < _FEWEST:
            continue
        # Every second line ends a sentence, and often the one before it as well.
        ends = (units[at].text.strip()[-1] for at in run[1::2])
        if form[0] == 2 or (len(run) % 2 == 0 and all(end in _STOPS for end in ends)):
            yield from run


def _form(text: str) -> tuple[int, int] | None:
    """How many lines a text is, and its length; None where it is no lines of verse."""
    text = text.strip()
    length = len(text)
    if length not in (*_IN_LINE, *_IN_PAIR) or text[-1] not in _ENDS:
        return None
    lines = 1 if length in _IN_LINE else 2
    return (lines, length) if re.fullmatch(_LINE if lines == 1 else _PAIR, text) else None
