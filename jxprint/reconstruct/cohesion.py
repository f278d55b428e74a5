"""Signs of what a short line's words have in common with the text over it and the text under it, and these two with
one another.

A headline's words come again in the text under it and not in the one over it; a subhead stands between two texts that
share names and things; a clause that a column's end cut goes on with what stood before. Words are told apart by no
list: pairs of characters serve, each worth the more the fewer texts of the page have it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from itertools import chain, pairwise
from math import fsum, log, sqrt

from jxprint.reconstruct.traits import Traits
from jxprint.text.han import HAN

_Pair = tuple[str, str]
_RUN = re.compile(f"{HAN}+")
# So many characters are read on either side, and a headline ends what is read behind so many.
_READ, _ENOUGH = 250, 60
# Pairs that even an empty text is taken to have, so that short ones weigh less.
_SMOOTH = 20
_SHARED, _COUNT, _SHARE = (0.001, 0.015, 0.03, 0.05, 0.08, 0.12, 0.18), (1, 2, 3, 5), (0.001, 0.15, 0.3, 0.5)


def cohesion_signs(traits: Sequence[Traits], shown: Sequence[bool]) -> list[list[str]]:
    """The signs of all units in order; those of no short line have none."""
    pairs = [_pairs(one.text) for one in traits]
    texts = [own for own, is_shown in zip(pairs, shown, strict=True) if not is_shown]
    seen = Counter(chain.from_iterable(texts))
    sides = (_sides(traits, shown, pairs, -1), _sides(traits, shown, pairs, 1))
    found: list[list[str]] = []
    for own, is_shown, over, under in zip(pairs, shown, *sides, strict=True):
        if not is_shown:
            found.append([])
            continue
        # added up exactly: sets are gone through in any order
        worth = fsum(log((len(texts) + 1) / seen[pair]) for pair in over & under)
        shared = worth / sqrt((len(over) + _SMOOTH) * (len(under) + _SMOOTH))
        above, below = (bisect_right(_COUNT, len(own & side)) for side in (over, under))
        share = bisect_right(_SHARE, len(own & under) / (len(own) + 1))
        found.append(
            [f"coheres{bisect_right(_SHARED, shared)}", f"over{above}", f"under{below}{share}", f"says{above}-{below}"]
        )
    return found


def _pairs(text: str) -> set[_Pair]:
    found: set[_Pair] = set()
    for run in _RUN.findall(text):
        found.update(pairwise(run))
    return found


def _sides(traits: Sequence[Traits], shown: Sequence[bool], pairs: Sequence[set[_Pair]], step: int) -> list[set[_Pair]]:
    """By unit the pairs of the text over it (`step` -1) or under it (1); short lines beside it are passed over."""
    found: list[set[_Pair]] = [set()] * len(traits)
    for at in range(len(traits))[::-step]:
        near = at + step
        if not shown[at] or not 0 <= near < len(traits):
            continue
        found[at] = found[near] if shown[near] else _text_from(traits, shown, pairs, range(len(traits))[near::step])
    return found


def _text_from(
    traits: Sequence[Traits], shown: Sequence[bool], pairs: Sequence[set[_Pair]], way: Sequence[int]
) -> set[_Pair]:
    read, found = 0, set[_Pair]()
    for at in way:
        if read >= (_ENOUGH if shown[at] else _READ):
            break
        if not shown[at]:
            found |= pairs[at]
            read += len(traits[at].text)
    return found
