"""Which article of the tree is which article of the copy, where texts alone cannot tell.

Two stories may say the same, and a caption may repeat a headline. Articles are paired one to one by their whole text,
among equals by title (/T), then by their order in the tree. What is left (a damaged text, an article in pieces) goes to
a copy that nothing was paired with if it shares about as much with that as with any, by title where there are several;
else to the copy that it shares most with. A pairing decides only what is compared with what: whichever it is, every
difference is told.
"""

from __future__ import annotations

from collections.abc import Sequence

from jxprint.checker.expected import ExpectedText

_VOTE = 3
# A text this much of which (against the most) stands in a copy may be that copy's.
_ALIKE = 0.5
# Roles whose text is the title of their article.
_TITLING = ("masthead", "headline", "caption")


def paired(copies: Sequence[ExpectedText], titles: Sequence[str], texts: Sequence[str]) -> list[list[int]]:
    """For each copy the numbers of the tree's articles (their titles, their texts) that are to say it."""
    of: list[list[int]] = [[] for _ in copies]
    names = [_titles(copy) for copy in copies]
    left = _by_text(copies, names, titles, texts, of)
    if left:
        count = _Votes(copies)
        for number in left:
            votes = count.of(texts[number])
            most = max(votes, default=0)
            if most:
                alike = [index for index, given in enumerate(of) if not given and votes[index] >= _ALIKE * most]
                titled = [index for index in alike if titles[number] in names[index]]
                of[max(titled or alike or range(len(of)), key=votes.__getitem__)].append(number)
            elif number < len(of):
                of[number].append(number)
    return [sorted(given) for given in of]


def _titles(copy: ExpectedText) -> frozenset[str]:
    """The titles that the article of a copy may have."""
    first = copy.passages[0]
    said = ("".join(one.text for one in copy.passages if one.role == role) for role in _TITLING)
    return frozenset((first.part, first.role, *said))


def _by_text(
    copies: Sequence[ExpectedText], names: Sequence[frozenset[str]], titles: Sequence[str], texts: Sequence[str],
    of: list[list[int]],
) -> list[int]:  # fmt: skip
    """Pair what says the same, first those whose titles agree as well; the numbers that are left."""
    free: dict[str, list[int]] = {}
    for index, copy in enumerate(copies):
        free.setdefault(copy.text, []).append(index)
    left = list(range(len(texts)))
    for by_title in (True, False):
        still: list[int] = []
        for number in left:
            equal = free.get(texts[number], [])
            found = next((one for one in equal if not by_title or titles[number] in names[one]), None)
            if found is None:
                still.append(number)
            else:
                equal.remove(found)
                of[found].append(number)
        left = still
    return left


class _Votes:
    """How much a text shares with each copy, in pieces of a few characters."""

    def __init__(self, copies: Sequence[ExpectedText]) -> None:
        self._count = len(copies)
        self._where: dict[str, set[int]] = {}
        for index, copy in enumerate(copies):
            for at in range(len(copy.text)):
                self._where.setdefault(copy.text[at : at + _VOTE], set()).add(index)

    def of(self, text: str) -> list[int]:
        """The pieces of a text that each copy has."""
        votes = [0] * self._count
        for at in range(len(text)):
            for index in self._where.get(text[at : at + _VOTE], ()):
                votes[index] += 1
        return votes
