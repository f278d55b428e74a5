"""A few words looked up without reading the whole table of the language, which takes longer than a page's inference.

The table (`words/`) lists words of one length, kind and frequency on a line, run together: a word is found by a search
for it and a look at where on its line it stands.
"""

from __future__ import annotations

from functools import cache, lru_cache
from math import log

from jxprint.resources import words_file

_CORPUS = 60e6
_LONGEST = 4
# What a character costs that no table knows as a word.
_UNKNOWN = 17.0


def cost_of(word: str) -> float | None:
    """Minus the logarithm of a word's share of the language; None where the table does not have it."""
    table, length = _table(), len(word)
    begin, end = _stretch(length)
    at = table.find(word, begin, end)
    while at >= 0:
        start = table.rfind("\n", 0, at) + 1
        head = table[start : start + 12].split(" ", 3)
        begins = start + sum(map(len, head[:3])) + 3
        if head[0] == str(length) and at >= begins and (at - begins) % length == 0:
            return log(_CORPUS) - int(head[2]) / 2 * log(2)
        at = table.find(word, at + 1, end)
    return None


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


# A page asks of some hundred words; of many pages those are kept that come again.
@lru_cache(maxsize=65_536)
def _cost(word: str) -> float | None:
    return cost_of(word) if word.isalpha() and not word.isascii() else None


@cache
def _stretch(length: int) -> tuple[int, int]:
    """Where the words of a length stand in the table; they stand together."""
    table = _table()
    begin = table.find(f"\n{length} ")
    if begin < 0:
        return 0, 0
    last = table.rfind(f"\n{length} ")
    end = table.find("\n", last + 1)
    return begin, end if end >= 0 else len(table)


@cache
def _table() -> str:
    return "\n" + words_file().read_text(encoding="utf-8")
