"""The table of words (`words/words.txt`): which words are common, of what kind, and how often they occur.

For each length it has the words in order, run together, their kinds and their classes of frequency. It is searched as
it stands: a page asks for some hundred words, and a dictionary of all takes longer to make than a page to read.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cache

from jxprint.resources import words_file

# The class of frequency 0 is written so; the classes after it as the characters after this one.
FIRST_CLASS = "#"
# Words between two that are cut out beforehand.
_APART = 64


class _Words:
    """The words of one length, in order, with a character for the kind and for the frequency of each."""

    def __init__(self, length: int, words: str, kinds: str, classes: str) -> None:
        self.length, self.words, self._kinds, self._classes = length, words, kinds, classes
        self._places = range(len(kinds))
        # The search begins among these, so that few words are cut out of the run to be compared.
        self._anchors = [words[at : at + length] for at in range(0, len(words), _APART * length)]

    def word(self, place: int) -> str:
        """The word at a place."""
        return self.words[place * self.length : (place + 1) * self.length]

    def find(self, word: str) -> tuple[str, int] | None:
        """Kind and class of frequency of a word."""
        behind = bisect_right(self._anchors, word) * _APART
        place = bisect_left(self._places, word, max(0, behind - _APART), min(behind, len(self._places)), key=self.word)
        if place == len(self._places) or self.word(place) != word:
            return None
        return self._kinds[place], ord(self._classes[place]) - ord(FIRST_CLASS)


def found_word(word: str) -> tuple[str, int] | None:
    """Kind of a word and twice the binary logarithm of how often it occurs among 60 million; None where the table does
    not have it.
    """
    words = _table().get(len(word))
    return words.find(word) if words is not None else None


def words_of(length: int) -> list[str]:
    """All words of one length."""
    words = _table()[length].words
    return [words[at : at + length] for at in range(0, len(words), length)]


@cache
def _table() -> dict[int, _Words]:
    rows = words_file().read_bytes().decode("utf-8").splitlines()
    return {
        length: _Words(length, *(row.partition(" ")[2] for row in rows[at : at + 3]))
        for at in range(0, len(rows), 3)
        if (length := int(rows[at].partition(" ")[0]))
    }
