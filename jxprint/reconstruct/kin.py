"""Signs of how a head is to the heads before and behind it on its page: subheads of one story are alike in words and
length and come after so much text each, headlines are not.

A head is a run of short lines over a text, names under it left out.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from jxprint.reconstruct.fellows import heads_among
from jxprint.reconstruct.traits import ASK, COLON, Traits

_MOST = 3
# Text between two heads (ems), and how much wider the one is.
_LENGTHS, _WIDER = (40, 110, 200, 330, 500, 800), (-4.5, -1.6, -0.6, 0.6, 1.6, 4.5)


def kin_signs(traits: Sequence[Traits], shown: Sequence[bool]) -> list[list[str]]:
    """The signs of all units in order; those of no line of a head have none."""
    found: list[list[str]] = [[] for _ in traits]
    heads = heads_among(traits, shown)
    kinds = [f"{min(_MOST, len(head))}{_leads_to(traits, shown, head)}" for head in heads]
    lengths = _lengths(traits, heads)
    for k, head in enumerate(heads):
        before = kinds[k - 1] if k else "s"
        behind = kinds[k + 1] if k + 1 < len(heads) else "e"
        own = kinds[k]
        signs = [
            f"kin-p{own}{before}",
            f"kin-n{own}{behind}",
            f"kin-b{before}{own}{behind}",
            f"kin-l{own}{lengths[k]}",
            f"kin-a{own}{lengths[k + 1]}",
            f"kin-m{own}{lengths[k]}{lengths[k + 1]}",
        ]
        if len(head) == 1:
            one = traits[head[0]]
            alike = [
                _alike(one, traits[heads[near][0]]) if 0 <= near < len(heads) and len(heads[near]) == 1 else "-"
                for near in (k - 1, k + 1)
            ]
            signs += (f"kin-w{alike[0]}", f"kin-v{alike[1]}", f"kin-x{max(alike)}{own[1:]}")
        for j, at in enumerate(head):
            found[at] = signs if len(head) == 1 else [f"{sign}.{min(j, 2)}" for sign in signs]
    return found


def _leads_to(traits: Sequence[Traits], shown: Sequence[bool], head: range) -> str:
    """What a head leads to: names, a dateline, a text, nothing."""
    if head.stop >= len(traits):
        return "e"
    one = traits[head.stop]
    if shown[head.stop]:
        return "b"
    return "d" if one.dateline else "c" if one.credit else "i" if one.item else "t"


def _lengths(traits: Sequence[Traits], heads: Sequence[range]) -> list[int]:
    """How much text stands before each head from the one before on, and behind the last."""
    starts = [0, *(head.stop for head in heads)]
    ends = [*(head.start for head in heads), len(traits)]
    return [
        bisect_right(_LENGTHS, sum(one.width for one in traits[start:end]))
        for start, end in zip(starts, ends, strict=True)
    ]


def _alike(one: Traits, other: Traits) -> str:
    """How much two lines are made alike."""
    shared = (
        2 * (one.text[:1] == other.text[:1])
        + 2 * (one.text[-1:] == other.text[-1:])
        + (one.text[:2] == other.text[:2])
        + (one.text[-2:] == other.text[-2:])
    )
    marks = one.end == other.end and one.end in (ASK, COLON)
    wider = abs(bisect_right(_WIDER, one.width - other.width) - 3)
    return f"{min(3, shared)}{int(marks)}{3 - wider}"
