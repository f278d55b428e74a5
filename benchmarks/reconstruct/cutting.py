"""Paragraphs cut where columns end, and headlines in lines."""

from __future__ import annotations

import itertools
import random
from typing import TYPE_CHECKING

from jxprint.reconstruct.words import joint_price

if TYPE_CHECKING:
    from lessons import Manner

# A headline shorter than this (characters) stands on one line, one longer than that may stand on three.
_SHORT, _LONG, _MOST_LINES = 10, 16, 3
# How often one with a blank is parted there.
_AT_BLANK = 0.3
_NOT_FIRST, _NOT_LAST = "，。：；！？）”》、…—", "（“《"


class Legs:
    """Where a story is cut: at the ends of its legs, or by lot."""

    def __init__(self, manner: Manner, chance: random.Random) -> None:
        self._manner, self._chance = manner, chance
        self._left = manner.depth - (chance.randrange(3) if manner.depth else 0)

    def pieces(self, text: str, role: str) -> list[str]:
        """The pieces of a paragraph."""
        depth, measure = self._manner.depth, self._manner.measure
        if not depth:
            return cut(text, self._manner.cut, self._chance) if role in ("text", "item") else [text]
        if role not in ("text", "item", "note"):
            self._left = self._left - 1 or depth
            return [text]
        pieces, begin, inset = [], 0, 2
        while (room := self._left * measure - inset) < len(text) - begin:
            at = begin + room
            while at < len(text) and not _may_part(text[at - 1], text[at]):
                at += 1
            if at >= len(text):
                break
            pieces.append(text[begin:at])
            begin, inset, self._left = at, 0, depth
        self._left -= -(-(len(text) - begin + inset) // measure)
        if self._left <= 0:
            self._left = depth
        return [*pieces, text[begin:]]


def cut(text: str, share: float, chance: random.Random) -> list[str]:
    """Pieces of a paragraph that columns cut; none begins with what nothing begins with."""
    if len(text) <= 50 or chance.random() >= share:
        return [text]
    places = sorted(chance.randrange(8, len(text) - 4) for _ in range(chance.choice((1, 1, 1, 2))))
    pieces, begin = [], 0
    for at in places:
        if chance.random() < 0.06 and 0 < (stop := text.find("。", at)) < len(text) - 9:
            at = stop + 1
        while at < len(text) - 1 and not _may_part(text[at - 1], text[at]):
            at += 1
        if begin + 3 < at < len(text) - 1:
            pieces.append(text[begin:at])
            begin = at
    return [*pieces, text[begin:]]


def _may_part(before: str, after: str) -> bool:
    return after not in _NOT_FIRST and before not in _NOT_LAST and not (before + after).isascii()


def in_lines(head: str, chance: random.Random) -> list[str]:
    """A headline in two or three lines of about equal length, as it stands over a narrow column, parted where a word
    ends; a short one stays whole, and one with a blank is parted there.
    """
    if len(halves := head.split()) > 1:
        return halves if len(halves) <= _MOST_LINES and chance.random() < _AT_BLANK else [head]
    count = 2 if len(head) < _LONG else chance.randint(2, _MOST_LINES)
    if len(head) < _SHORT:
        return [head]
    ends = [_word_end(head, round(len(head) * k / count)) for k in range(1, count)]
    return [head[start:end] for start, end in itertools.pairwise([0, *ends, len(head)]) if start < end]


def _word_end(head: str, near: int) -> int:
    """The place nearest to one at which a word ends and a line may."""
    places = [at for at in range(2, len(head) - 1) if head[at] not in _NOT_FIRST and head[at - 1] not in _NOT_LAST]
    return min(places, key=lambda at: (joint_price(head[:at], head[at:]) + abs(at - near), at), default=len(head))
