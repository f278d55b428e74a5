"""Signs of the words of short lines: which they are, of what kinds the first and the last, how many verbs, and what
meets what where one line follows another. A line that ends in a noun and is followed by a verb is likely half a
headline.
"""

from __future__ import annotations

from collections.abc import Sequence

from jxprint.reconstruct.few_words import OTHER, words_of
from jxprint.reconstruct.traits import Traits

# No more of a line is read.
_READ = 30
_FEW, _SOME = 4, 7
# Kinds of which words of one character count: verbs, adjectives, adverbs and what else is no noun.
_LITTLE = frozenset("vadx")


def speech_signs(traits: Sequence[Traits], shown: Sequence[bool]) -> list[list[str]]:
    """The signs of all units in order; those of no short line have none."""
    told = [words_of(one.text[:_READ]) if is_shown else [] for one, is_shown in zip(traits, shown, strict=True)]
    words = [
        ([kind for _, kind in own] or [OTHER]) if is_shown else [] for own, is_shown in zip(told, shown, strict=True)
    ]
    verbs = [min(2, one.count("v")) for one in words]
    found: list[list[str]] = []
    for at, here in enumerate(words):
        if not here:
            found.append([])
            continue
        spelled = [word for word, kind in told[at] if len(word) > 1 or (word and kind in _LITTLE)]
        size = "a" if len(here) < _FEW else "b" if len(here) < _SOME else "c"
        signs = [f"first-{here[0]}", f"last-{here[-1]}", f"verbs{verbs[at]}{size}"]
        if at and (before := words[at - 1]):
            signs += (f"p-meets-{before[-1]}{here[0]}", f"p-verbs{verbs[at - 1]}{verbs[at]}")
        if at + 1 < len(words) and (after := words[at + 1]):
            signs += (f"n-meets-{here[-1]}{after[0]}", f"n-verbs{verbs[at + 1]}{verbs[at]}")
        signs += (f"has={word}" for word in spelled)
        if spelled:
            signs += (f"opens={spelled[0]}", f"closes={spelled[-1]}")
        found.append(signs)
    return found
