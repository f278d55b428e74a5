"""What the words of a page, or of the pages of an edition, can tell: plain values in, plain answers out.

Nothing here knows a page: whoever has an edition at hand gives words and sizes.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

_AD_WORDS = ("广告", "廣告")
# What two stories are compared by: runs of letters and digits between two marks, longer than most names.
_CLAUSE = r"\w{6,}"
# Two stories that share more of the shorter one's clauses than this are one, sent twice or in two versions.
_SAME = 0.6


def is_unmarked(words: Sequence[str]) -> bool:
    """Whether an advertisement does not say that it is one: the word 广告, anywhere in its own words (Advertising
    Law of the PRC, article 14).
    """
    said = re.sub(r"\s", "", "".join(words))
    return not any(word in said for word in _AD_WORDS)


def twice(stories: Mapping[str, Sequence[str]]) -> list[tuple[str, str, float]]:
    """Pairs of stories that are the same, by name, and how much of the shorter one stands in the other (0 to 1).

    `stories` are paragraphs by name. Whole clauses are compared: other marks, other paragraphs and a few other words do
    not hide it. Only those are compared that share one of a story's rarest clauses: as many of them as it cannot do
    without.
    """
    said = {name: found for name, paragraphs in stories.items() if (found := _clauses(paragraphs))}
    names, clauses = list(said), list(said.values())
    index: dict[str, list[int]] = {}
    for at, found in enumerate(clauses):
        for clause in found:
            index.setdefault(clause, []).append(at)
    near: set[tuple[int, int]] = set()
    for at, found in enumerate(clauses):
        rare = sorted(found, key=lambda clause: len(index[clause]))[: len(found) - _least_shared(len(found)) + 1]
        others = {other for clause in rare for other in index[clause] if len(clauses[other]) >= len(found)}
        near.update((min(at, other), max(at, other)) for other in others if other != at)
    pairs: list[tuple[str, str, float]] = []
    for one, other in sorted(near):
        share = len(clauses[one] & clauses[other]) / min(len(clauses[one]), len(clauses[other]))
        if share > _SAME:
            pairs.append((names[one], names[other], share))
    return pairs


def _least_shared(of: int) -> int:
    """How many of a story's clauses stand in another one at the least, if the two are one."""
    least = int(_SAME * of)
    return least if least / of > _SAME else least + 1


def larger_than_nameplate(nameplate_pt: float, others: Mapping[str, float]) -> list[str]:
    """Names of what is set larger than page one's nameplate (报头), which is the largest type on it."""
    return [name for name, size in others.items() if size > nameplate_pt]


def _clauses(paragraphs: Sequence[str]) -> frozenset[str]:
    return frozenset(clause for text in paragraphs for clause in re.findall(_CLAUSE, text))
