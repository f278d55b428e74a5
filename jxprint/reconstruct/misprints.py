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
from jxprint.text.han import IDEOGRAPH

# Little words said twice; behind or before some characters the two belong to two words (目的的, 参与与).
_TWICE = {
    "的": ("目标", ("确", "士")),
    "是": ("但可就还只都而总正不也求", ("非", "否")),
    "和": ("总饱温谐祥", ("美", "气", "睦")),
    "在": ("现正存内所实潜外旨好", ()),
    "与": ("参", ()),
    "及": ("普涉以", ("时", "格", "早")),
    "被": ("棉", ()),
    "把": ("一几两这那门火", ("关", "守", "脉")),
    "于": ("由对关等位基", ()),
    "也": ("", ()),
    "就": ("成早", ()),
    "从": ("服随自", ("容",)),
}
_PHRASE = re.compile(rf"(?!一)({IDEOGRAPH}{{3,12}})\1")
# Phrases said twice on purpose: whatever one likes (爱吃什么吃什么), and sounds (况且况且况且况且).
_WHATEVER = ("什么", "啥", "谁", "哪", "几", "多少", "怎")
# A verb or a measure said again on purpose, and things face to face: 看一看, 好不好, 人与人, 点对点.
_BETWEEN = frozenset("一了不没对与和跟的地得挨接连套扣碰帮带加乘又复比至到并或而之者来")
_NUMBERS = frozenset("〇零一二三四五六七八九十百千万两几年月日时分秒点")
# Where one of these is said of a thing, its other half is said next: 线上线下, 会前会后.
_SIDES = frozenset("上下内外前后里")
# What is said of one thing after another.
_SAID_OF_EACH = frozenset("新老大小好多不每法班")
# Little words that begin a phrase whatever was said before: 你还要还多少棵, 被告被带上来, 全市全社会, 扫帚扫落叶.
_BEGINS = frozenset("被还全同扫")
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
    for word, (before, behind) in _TWICE.items():
        at = text.find(2 * word)
        while at >= 0:
            is_one = text.startswith(behind, at + 2) or (at and text[at - 1] in before)
            if not is_one:
                yield _told(text, at, 2, "misprint.word_twice")
            at = text.find(2 * word, at + (1 if is_one else 2))
    for match in _PHRASE.finditer(text):
        said = match[1]
        if any(map(said.count, _WHATEVER)) or 2 * said[: len(said) // 2] == said or _is_meant(text, *match.span()):
            continue
        yield _told(text, match.start(), len(match[0]), "misprint.phrase_twice")
    for at, (one, other) in enumerate(zip(text, text[2:], strict=False)):
        if one != other or not all(map(_is_ideograph, text[at : at + 5])) or at + 5 > len(text):
            continue
        first, second, third, fourth = one, text[at + 1], text[at + 3], text[at + 4]
        if first == second or second in _BETWEEN or first in _NUMBERS or second in _NUMBERS:
            continue
        if _is_slip(first, second, third, fourth) and not (_is_said_of_each(text, at) or _is_part(text, at)):
            yield _told(text, at, 3, "misprint.said_again")


def _is_said_of_each(text: str, at: int) -> bool:
    """Whether a character is said twice on purpose, of two things: 新春新气象, 上楼下楼."""
    return text[at] in _SAID_OF_EACH or (at > 0 and text[at + 1] in _SIDES and text[at - 1] in _SIDES)


def _is_meant(text: str, start: int, end: int) -> bool:
    """Whether a phrase goes on with a figure (三厘至三厘五), or all that is said is the phrase (“来了来了”)."""
    behind = text[end : end + 1]
    return behind in _NUMBERS or (behind in ("”", "」") and text[start - 1 : start] in ("“", "「"))


def _is_part(text: str, at: int) -> bool:
    """Whether a character is said again within a word (石灰石), or where one ends and the next begins (集市上市)."""
    return _is_known(text[at : at + 3]) or (
        at > 0 and _is_known(text[at - 1 : at + 1]) and _is_known(text[at + 1 : at + 3])
    )


def _is_ideograph(char: str) -> bool:
    """Whether a character is what `IDEOGRAPH` is, which takes long to compile more than once in a pattern."""
    return (
        char > "\xff" and char.isalnum() and not ("０" <= char <= "９" or "Ａ" <= char <= "Ｚ" or "ａ" <= char <= "ｚ")
    )


def _is_slip(first: str, second: str, third: str, fourth: str) -> bool:
    """Whether the third of A B A C D is a slip: CD is a word, AC and ACD are none; and AB is a word that is not said
    again within another, or one side of a thing of which the other side should follow.
    """
    if third in _SIDES or not _is_word(third + fourth):
        return False
    if any(map(_is_known, (first + third, first + third + fourth))):
        return False
    if second in _SIDES:
        return True
    return first not in _BEGINS and _is_word(first + second) and not _is_known(second + first)


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
