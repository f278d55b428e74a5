"""Signs of how the other heads of a page are made: a page tells its stories in one manner, so that two lines over a
text are likelier kicker and headline where they are so over other texts too.

A head is a run of short lines over a text, names under it left out.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence

from jxprint.reconstruct.traits import COLON, Traits

# Longer runs are lists, and what is wider by so much (ems) is plainly the wider line.
_MOST, _WIDER = 5, 2.0
_SURELY = 1.5
_SHARES = (0.001, 0.2, 0.45, 0.75)


def fellow_signs(traits: Sequence[Traits], shown: Sequence[bool]) -> list[list[str]]:
    """The signs of all units in order; those of no line of a head have none."""
    found: list[list[str]] = [[] for _ in traits]
    heads = [head for head in heads_among(traits, shown) if len(head) <= _MOST]
    counts = Counter(min(_MOST, len(head)) for head in heads)
    shapes = [_shape(traits, head) for head in heads]
    seen = Counter(shape for shape in shapes if shape)
    lines = Counter(traits[at].text for head in heads for at in head)
    all_shaped = seen.total()
    for head, shape in zip(heads, shapes, strict=True):
        size = min(_MOST, len(head))
        others = max(1, len(heads) - 1)
        signs = [f"heads{size}-{bisect_right(_SHARES, (counts[size] - 1) / others)}"]
        signs.append(f"heads-lone{size}-{bisect_right(_SHARES, (counts[1] - (size == 1)) / others)}")
        if shape and all_shaped > 1:
            signs.append(f"shaped-{shape}{bisect_right(_SHARES, (seen[shape] - 1) / (all_shaped - 1))}")
        for k, at in enumerate(head):
            found[at] = [f"{sign}-{min(k, 3)}" for sign in signs]
            if lines[traits[at].text] > 1:
                found[at].append("again")
    return found


def heads_among(traits: Sequence[Traits], shown: Sequence[bool]) -> list[range]:
    """The runs of short lines over a text or names, themselves no names."""
    found: list[range] = []
    start = 0
    for at, one in enumerate(traits):
        if shown[at] and one.names <= _SURELY:
            continue
        if start < at:
            found.append(range(start, at))
        start = at + 1
    return found


def _shape(traits: Sequence[Traits], head: Sequence[int]) -> str:
    """How the first line of a head is to the second: with a colon, shorter, as wide, or wider."""
    if len(head) < 2:
        return ""
    first, second = traits[head[0]], traits[head[1]]
    wider = bisect_right((-_WIDER, _WIDER), first.width - second.width)
    return f"{len(head)}{'c' if first.end == COLON else 'stw'[wider]}"
