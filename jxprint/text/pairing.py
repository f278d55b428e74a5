"""Paragraphs of two versions of a story paired: equal ones first, then those between by what they have in common."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

# More pairs than these are not weighed one by one: they are paired in order.
_MOST_WEIGHED = 400


def paired(old: Sequence[str], new: Sequence[str]) -> list[int | None]:
    """For each new text the index of the old one that it is a version of, None for one that is new; in order."""
    pairs: list[int | None] = [None] * len(new)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for kind, old_start, old_end, start, end in matcher.get_opcodes():
        if kind == "equal":
            pairs[start:end] = range(old_start, old_end)
        elif kind == "replace":
            for here, there in _likeliest(old[old_start:old_end], new[start:end]):
                pairs[start + there] = old_start + here
    return pairs


def _likeliest(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Pairs in order that have the most in common; of as many texts each is paired with the one in its place."""
    if len(old) == len(new) or len(old) * len(new) > _MOST_WEIGHED:
        return [(at, at) for at in range(min(len(old), len(new)))]
    # best[i][j]: characters in common of the first i old and j new texts, and the pairs. A pair with nothing in common
    # still counts a little: a text that was written anew stands where the old one stood.
    best: list[list[tuple[int, tuple[tuple[int, int], ...]]]] = [
        [(0, ()) for _ in range(len(new) + 1)] for _ in range(len(old) + 1)
    ]
    for i, one in enumerate(old, 1):
        for j, other in enumerate(new, 1):
            weight, pairs = best[i - 1][j - 1]
            together = weight + 1 + 2 * _in_common(one, other), (*pairs, (i - 1, j - 1))
            best[i][j] = max(together, best[i - 1][j], best[i][j - 1], key=lambda way: way[0])
    return list(best[-1][-1][1])


def _in_common(one: str, other: str) -> int:
    """Characters that both texts begin or end with."""
    shorter = min(len(one), len(other))
    head = next((at for at in range(shorter) if one[at] != other[at]), shorter)
    tail = next((at for at in range(shorter - head) if one[-1 - at] != other[-1 - at]), shorter - head)
    return head + tail
