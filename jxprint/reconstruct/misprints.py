"""Likely misprints of the original (疑误): told with place and reason, never mended.

Three things are looked for in running text: a character said again where the word goes on otherwise (线上线洽谈), a
little word said twice (的的), and a phrase said twice over. What is meant (看一看, 面对面, 研究研究) is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from jxprint.reconstruct.few_words import cost_of
from jxprint.text.forms import Form
from jxprint.text.han import IDEOGRAPH

# Little words said twice; behind or before some characters the two belong to two words (目的的, 参与与).
_TWICE = Form(
    "(?<!目)的的(?![确士])|(?<![但可就还只都而总正不也])是是(?!非非)|(?<![总饱温谐祥])和和(?![美气睦])"
    "|(?<![现正存内所实潜外旨好])在在|(?<!参)与与|(?<![普涉以])及及(?![时格早])|(?<!棉)被被"
    "|(?<![一几两这那门火])把把(?![关守])|(?<![由对关等位基])于于|也也|(?<![成早])就就|(?<![服随自])从从(?!容)",
    needs=[2 * one for one in "的是和在与及被把于也就从"],
)
_PHRASE = re.compile(rf"(?!一)({IDEOGRAPH}{{3,12}})\1")
_AGAIN = re.compile(rf"(?=({IDEOGRAPH})({IDEOGRAPH})\1({IDEOGRAPH})({IDEOGRAPH}))")
# A verb or a measure said again on purpose, and things face to face: 看一看, 好不好, 人与人, 点对点.
_BETWEEN = frozenset("一了不没对与和跟的地得挨接连套扣碰帮带加乘又复比至到并或而之者来")
_NUMBERS = frozenset("〇零一二三四五六七八九十百千万两几年月日时分秒点")
# Where one of these is said of a thing, its other half is said next: 线上线下, 会前会后.
_SIDES = frozenset("上下内外前后里")
# A word as rare as this may be anything (see few_words: minus the logarithm of its share).
_KNOWN = 13.5


class Misprint(Struct, frozen=True):
    """A likely misprint: its offset and length in a text, the key of the reason, and what stands about it."""

    offset: int
    length: int
    reason: str
    context: str


def misprints(text: str) -> list[Misprint]:
    """What in a text looks as if the compositor had slipped, in order."""
    return sorted(_found(text), key=lambda one: one.offset)


def _found(text: str) -> Iterator[Misprint]:
    for match in _TWICE.finditer(text):
        yield _told(text, match.start(), 2, "misprint.word_twice")
    for match in _PHRASE.finditer(text):
        yield _told(text, match.start(), len(match[0]), "misprint.phrase_twice")
    for match in _AGAIN.finditer(text):
        first, second, third, fourth = match.groups()
        if first == second or second in _BETWEEN or first in _NUMBERS or second in _NUMBERS:
            continue
        if _is_slip(first, second, third, fourth):
            yield _told(text, match.start(), 3, "misprint.said_again")


def _is_slip(first: str, second: str, third: str, fourth: str) -> bool:
    """Whether the third of A B A C D is a slip: CD is a word, AC and ACD are none; and AB is a word that is not said
    again within another, or one side of a thing of which the other side should follow.
    """
    if third in _SIDES or not _is_word(third + fourth):
        return False
    if any(map(_is_known, (first + third, first + third + fourth))):
        return False
    return second in _SIDES or (_is_word(first + second) and not _is_known(second + first))


def _is_word(word: str) -> bool:
    cost = _cost(word)
    return cost is not None and cost < _KNOWN


def _is_known(word: str) -> bool:
    return _cost(word) is not None


@lru_cache(maxsize=65_536)
def _cost(word: str) -> float | None:
    return cost_of(word)


def _told(text: str, offset: int, length: int, reason: str) -> Misprint:
    return Misprint(offset, length, reason, text[max(0, offset - 4) : offset + length + 4])
