"""Words of the language with how common they are, and what it costs to part a text at any place: by how much the best
reading in words that has a joint there is less likely than the best of all.

The table is drawn from jieba's dictionary (`words/`), a twentieth of its size.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from math import log
from typing import NamedTuple

from jxprint.text.word_table import found_word

LONGEST = 4
# Occurrences that the table's corpus has; the logarithm of all less that of a word's own is its cost.
_CORPUS = 60e6
# What is in no table: a character of a name, or figures and letters, which are one word as long as they run.
_UNKNOWN = 17.0
_RUN = 8.0
# Where a joint costs the reading in words less than this, there is one.
JOINT = 0.5


class Word(NamedTuple):
    """What a word costs a reading (minus the natural logarithm of its share), and its kind: n noun, v verb, w noun of a
    verb, a adjective, d adverb, t time, i idiom, m number, q measure word, x else.
    """

    cost: float
    kind: str


class Lexicon:
    """The words of the table."""

    def __contains__(self, word: str) -> bool:
        return self.get(word) is not None

    @staticmethod
    @lru_cache(maxsize=65_536)
    def get(word: str) -> Word | None:
        """The entry of a word; None where the table has none."""
        found = found_word(word)
        return None if found is None else Word(log(_CORPUS) - found[1] / 2 * log(2), found[0])


@cache
def lexicon() -> Lexicon:
    """The words of the table."""
    return Lexicon()


def kind_of(word: str) -> str:
    """The kind of a word; a noun where the table has none, for most of those are names."""
    known = lexicon().get(word)
    return known.kind if known is not None else "m" if word[:1].isdecimal() else "n" if word.isalnum() else "x"


def word_prices(text: str, own: Mapping[str, float]) -> tuple[list[float], list[float]]:
    """The cost of a joint before each character, 0 where the best reading has one, and the cost of none there, for a
    word of two characters and more that spans the place (infinite: there is no such word). `own` are words of the
    story.
    """
    words = _words_at(text, own)
    length = len(text)
    after = [0.0] * (length + 1)  # the best reading from a place on, and up to a place
    for at in range(length - 1, -1, -1):
        after[at] = min(cost + after[end] for end, cost in words[at])
    before = [0.0] + [float("inf")] * length
    for at in range(length):
        for end, cost in words[at]:
            before[end] = min(before[end], before[at] + cost)
    best = after[0]
    spanned = [float("inf")] * length
    for at in range(length):
        for end, cost in words[at]:
            for within in range(at + 1, end):
                spanned[within] = min(spanned[within], before[at] + cost + after[end] - best)
    return [one + other - best for one, other in zip(before[:length], after[:length], strict=True)], spanned


def _words_at(text: str, own: Mapping[str, float]) -> list[list[tuple[int, float]]]:
    """For each character the words that may begin there: where they end, and their cost."""
    words = lexicon()
    found: list[list[tuple[int, float]]] = []
    length = len(text)
    for at, char in enumerate(text):
        known = words.get(char)
        here = [(at + 1, _UNKNOWN if known is None else known.cost)]
        if char.isascii() and char.isalnum():
            end = at + 1
            while end < length and text[end].isascii() and text[end].isalnum():
                end += 1
            here = [(end, _RUN)] if end > at + 1 else here
            here.append((at + 1, 2 * _UNKNOWN))
        for end in range(at + 2, min(length, at + LONGEST) + 1):
            known = words.get(text[at:end])
            if known is not None:
                here.append((end, known.cost))
        here += [(at + len(one), cost) for one, cost in own.items() if text.startswith(one, at)]
        found.append(here)
    return found
