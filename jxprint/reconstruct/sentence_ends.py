"""Joints behind the end of a sentence, which leave no trace but the grid: how much likelier two pieces are one
paragraph than two, by how long they are beside the paragraphs of their page, and by how the second one begins.

What the lengths say was counted on the pages of copy (`benchmarks/reconstruct`): of a page's sentence ends two in three
lie within paragraphs. Two pieces that make a paragraph as long as others do belong together; two as long as these do
not.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from jxprint.reconstruct.found import FoundStory

# Lengths beside the page's usual paragraph: of the piece before, of the one behind, and of both; what each says.
_PARTS = (0.1, 0.2, 0.35, 0.5, 0.7, 0.9, 1.2, 1.6)
_BEFORE = (1.2, 1.4, 1.1, 0.6, 0.2, -0.7, -1.4, -1.4, -1.4)
_BEHIND = (0.2, 0.4, 0.8, 0.6, 0.3, -0.4, -0.9, -0.9, -0.9)
_WHOLES = (0.5, 0.8, 1.1, 1.4, 1.7, 2.0, 2.4, 3.0)
_WHOLE = (0.0, 0.4, 1.1, 1.4, 0.9, 0.1, -0.6, -1.4, -2.0)
# Characters that a paragraph's first sentence rarely begins with, and those that it often does.
_WITHIN, _GOES_ON = frozenset("他她它你其此这那但可也还又就都有在从要并而—…"), 0.6
_FIRST, _BEGINS = frozenset("记昨据本市省“「（"), -0.6
_MOST = 2.5
# Where a page has fewer pieces to go by, paragraphs are as long as elsewhere (characters).
_FEWEST, _USUAL, _SHORT = 6, 80.0, 12


def usual_paragraph(stories: Iterable[FoundStory], goes_on: Sequence[Sequence[bool]]) -> float:
    """How long a paragraph of a page is (characters); `goes_on` says which pieces surely do."""
    lengths: list[int] = []
    for story, own in zip(stories, goes_on, strict=True):
        length = 0
        for piece, on in zip(story.pieces, own, strict=True):
            length += len(piece.text.text)
            if not on:
                lengths += [length] if piece.role == "text" and length > _SHORT else []
                length = 0
    return _median(lengths) if len(lengths) >= _FEWEST else _USUAL


def _median(lengths: Sequence[int]) -> float:
    """The middle one; Python's own comes with fractions and decimals, which take longer to load than a page to read."""
    ordered, half = sorted(lengths), len(lengths) // 2
    return float(ordered[half]) if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2


def one_paragraph(before: int, behind: int, usual: float, first: str) -> float:
    """By how much two pieces of so many characters, the second beginning with `first`, are likelier one paragraph than
    two (natural logarithm of odds).
    """
    said = _BEFORE[bisect_right(_PARTS, before / usual)] + _BEHIND[bisect_right(_PARTS, behind / usual)]
    said += _WHOLE[bisect_right(_WHOLES, (before + behind) / usual)]
    said += _GOES_ON if first in _WITHIN else _BEGINS if first in _FIRST else 0.0
    return max(-_MOST, min(_MOST, said))
