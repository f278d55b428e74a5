"""Signs of where in the text under a head its lines' words come again: a text begins with what its headline says, and a
deck says what comes later.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from jxprint.reconstruct.traits import Traits
from jxprint.text.han import HAN

_RUN = re.compile(f"{HAN}+")
_SURELY = 1.5
# Characters that a text opens with, and those that are read of it.
_OPENING, _READ = 45, 400
_COUNT = (1, 2, 4)


def retold_signs(traits: Sequence[Traits], shown: Sequence[bool]) -> list[list[str]]:
    """The signs of all units in order; those of no line of a head have none."""
    found: list[list[str]] = [[] for _ in traits]
    start = 0
    for at, one in enumerate(traits):
        if shown[at] and one.names <= _SURELY:
            continue
        if start < at <= start + 5:
            _of_head(traits, shown, range(start, at), found)
        start = at + 1
    return found


def _of_head(traits: Sequence[Traits], shown: Sequence[bool], head: range, found: list[list[str]]) -> None:
    text, body = "", head.stop
    while body < len(traits) and shown[body]:
        body += 1
    while body < len(traits) and not shown[body] and len(text) < _READ:
        text += traits[body].text[traits[body].dateline :] + "\n"
        body += 1
    opening, later = text[:_OPENING], text[_OPENING:_READ]
    counts = []
    for at in head:
        pairs = {one + other for run in _RUN.findall(traits[at].text) for one, other in pairwise(run)}
        first = sum(pair in opening for pair in pairs)
        behind = sum(pair in later and pair not in opening for pair in pairs)
        counts.append((first, behind, len(pairs)))
    for k, at in enumerate(head):
        first, behind, all_ = counts[k]
        sign = f"told{bisect_right(_COUNT, first)}{bisect_right(_COUNT, behind)}"
        share = bisect_right((0.001, 0.25, 0.5), first / (all_ + 1))
        place = f"{min(3, len(head))}{min(k, 2)}"
        signs = [sign, f"{sign}.{place}", f"told-share{share}.{place}"]
        for near, side in ((k - 1, "p"), (k + 1, "n")):
            if 0 <= near < len(head):
                other = counts[near]
                more = bisect_right((-2, -0.5, 0.5, 2), first - other[0])
                late = bisect_right((-2, -0.5, 0.5, 2), behind - other[1])
                signs += (f"told-{side}{more}", f"told-{side}{more}{late}", f"told-{side}{more}.{place}")
        found[at] = signs
