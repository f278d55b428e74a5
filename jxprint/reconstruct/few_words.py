"""Words looked up: how often they occur and of what kind they are.

The table is `jxprint/text/word_table.py`'s; what was asked of it once is kept.
"""

from __future__ import annotations

from functools import lru_cache
from math import log

from jxprint.text.word_table import found_word

_CORPUS = 60e6
_LONGEST = 4
# What a character costs that no table knows as a word.
_UNKNOWN = 17.0
# What is no word, by its first character: a figure, a Latin letter, a blank, a mark.
FIGURE, LATIN, BLANK, MARK, OTHER = "0", "l", "_", ".", "u"


def cost_of(word: str) -> float | None:
    """Minus the logarithm of a word's share of the language; None where the table does not have it."""
    entry = _entry(word)
    return None if entry is None else entry[1]


def words_of(text: str) -> list[tuple[str, str]]:
    """A text's words with their kinds, from the left, the longest that the table has each time: noun, verb and so on as
    in `words/build.py`; one for each run of figures, letters or blanks, and none for marks.
    """
    found: list[tuple[str, str]] = []
    at = 0
    before = ""
    while at < len(text):
        char = text[at]
        if not char.isalnum() or char.isascii():
            kind = FIGURE if char.isdigit() else LATIN if char.isalpha() else BLANK if char.isspace() else MARK
            if kind != MARK and before != kind:
                found.append(("", kind))
                before = kind
            at += 1
            continue
        for length in range(_LONGEST, 0, -1):
            entry = _entry(text[at : at + length])
            if entry is not None:
                break
        before = entry[0] if entry is not None else OTHER
        found.append((text[at : at + length], before))
        at += length
    return found


def kinds_of(text: str) -> list[str]:
    """The kinds of a text's words alone."""
    return [kind for _, kind in words_of(text)]


def price_of_joint(text: str, joint: int) -> float:
    """By how much the best reading of a text in words is less likely when a word has to begin at `joint`."""
    across = (
        text[start:end]
        for start in range(max(0, joint - _LONGEST + 1), joint)
        for end in range(joint + 1, min(len(text), start + _LONGEST) + 1)
    )
    if all(_cost(word) is None for word in across):
        return 0.0
    return _cheapest(text[:joint]) + _cheapest(text[joint:]) - _cheapest(text)


def _cheapest(text: str) -> float:
    costs = [0.0]
    for end in range(1, len(text) + 1):
        costs.append(
            min(
                costs[start] + (known if (known := _cost(text[start:end])) is not None else _UNKNOWN * (end - start))
                for start in range(max(0, end - _LONGEST), end)
                if end - start == 1 or _cost(text[start:end]) is not None
            )
        )
    return costs[-1]


def _cost(word: str) -> float | None:
    return cost_of(word) if word.isalpha() and not word.isascii() else None


@lru_cache(maxsize=65_536)
def _entry(word: str) -> tuple[str, float] | None:
    found = found_word(word)
    return None if found is None else (found[0], log(_CORPUS) - found[1] / 2 * log(2))
