"""The words that a story makes its own: names of people, places and things, which no table knows, come again in its
text, in different company each time.

A stretch of a head is such a word where the text has it twice and more with different neighbours on both sides, and no
longer stretch of the head comes as often (what the study of words calls accessor variety, here over one story).
"""

from __future__ import annotations

from jxprint.composition.sense.names import OF_CLAUSES

# A longer word is the name of a body or a work, with nothing in it that only clauses have.
_USUAL, _LONGEST = 6, 12
_TWICE = 2
# Characters that stand at the edge of words and are none of them.
_EDGE = frozenset("的了在和与及把被对从向为以于将让使给由是有也都就又一二三四五六七八九十这那该本各")
# What such a word costs a reading (see `lexicon`): as much as a fairly common word of the language.
OWN = 10.0


def own_words(text: str, body: str) -> set[str]:
    """The words of a head that are its story's own."""
    found: set[str] = set()
    for start in range(len(text) - 1 if body else 0):
        if text[start] in _EDGE or not _is_han(text[start]):
            continue
        for end in range(start + 2, min(len(text), start + _LONGEST) + 1):
            word = text[start:end]
            times = body.count(word) if _is_han(word[-1]) else 0
            if times < _TWICE:
                break
            if len(word) > _USUAL and not OF_CLAUSES.isdisjoint(word):
                break
            if word[-1] in _EDGE or _is_part(text, start, end, body, times):
                continue
            if _keeps_company(word, body):
                found.add(word)
    return found


def _is_han(char: str) -> bool:
    return "\u4e00" <= char <= "\u9fff"


def _is_part(text: str, start: int, end: int, body: str, times: int) -> bool:
    """Whether a longer stretch of the head comes as often: then that one is the word."""
    longer = [text[start - 1 : end]] if start else []
    longer += [text[start : end + 1]] if end < len(text) else []
    return any(body.count(one) == times for one in longer)


def _keeps_company(word: str, body: str) -> bool:
    """Whether other neighbours stand beside a word from time to time, on both sides: else it is part of another."""
    left, right = set(), set()
    at = body.find(word)
    while at >= 0:
        left.add(body[at - 1 : at])
        right.add(body[at + len(word) : at + len(word) + 1])
        at = body.find(word, at + 1)
    return len(left) > 1 and len(right) > 1
