"""What the words say of a break between two pieces: the price of its being a paragraph's end, and of its being a joint.

A missing end mark is a hint and no rule: about one complete paragraph in eight of real pages has none (subheads,
captions, verse), and one joint in forty falls right behind a full stop.
"""

from __future__ import annotations

from math import log

from jxprint.reconstruct.few_words import price_of_joint
from jxprint.text.classes import CLOSING, FINAL, INTERPUNCT, PAUSE, classify

_STOPS = frozenset("。！？…!?")
_CLOSERS = frozenset("”’」』）)》〉】")
_INTRODUCES = frozenset("：:")
_BREAKS_OFF = frozenset("，、；,;—-·")
# Joints behind an end mark, and complete paragraphs without one: among short ones many, among prose very few.
_JOINT_BEHIND_STOP = 1 / 40
_SHORT_EM, _PROSE_EM = 14, 30
_BARE_SHORT, _BARE_LONGER, _BARE_PROSE = 1 / 3, 1 / 20, 1 / 300
# A break that costs a reading in words this much lies within one.
_SURELY_WITHIN = 4.0
# How much likelier a joint is than a paragraph's end where the break cuts a word, and where the next piece starts with
# what nothing starts with.
# a quotation left open at a paragraph's end is a slip, or goes on in the next paragraph
_WORD_CUT, _CANNOT_START, _LEFT_OPEN = 5.0, 7.0, 3.0
# Words that lean on the next one end no paragraph, and hardly a line of a list.
_HANGS, _HANGING = frozenset("和与與及在把被从從向让讓将將于於并並或最很更又也都就才"), 3.0
# What closes with a bracket may well be complete; what opens as an item does goes on nothing.
_BRACKETED, _OPENS = 1.0, 4.0
_ITEM_SIGNS = frozenset("●○■□★☆▲△▼◆◇•·※◎►▶＊*—")
_PAIRS = {"“": "”", "‘": "’", "（": "）", "《": "》", "「": "」", "『": "』", "〈": "〉", "【": "】"}


def prices(before: str, after: str) -> tuple[float, float]:
    """The prices (natural logarithms of odds) of a paragraph's end and of a joint between two pieces."""
    last = before[-1:]
    if is_finished(before):
        end, joint = 0.0, -log(_JOINT_BEHIND_STOP)
    elif last in _INTRODUCES:
        end, joint = -log(1 / 6), 0.2
    elif last in _BREAKS_OFF:
        end, joint = -log(_BARE_PROSE) + 1.5, 0.0
    else:
        has_marks = any(mark in before for mark in "，。；？！,;?!")
        bare = _BARE_LONGER if len(before) <= _PROSE_EM else _BARE_PROSE
        if len(before) <= _SHORT_EM and not has_marks:
            bare = _BARE_SHORT
        elif has_marks:  # a sentence that begins and does not end
            bare = _BARE_PROSE
        end, joint = -log(bare), 0.0
    if last in "）)" and end > _BRACKETED:  # a name, a place, a source in brackets
        end = _BRACKETED
    if _is_open(before):
        end += _LEFT_OPEN
    if after and _opens(after):
        end, joint = min(end, _BRACKETED), joint + _OPENS
    return end + severed(before, after), joint


def severed(before: str, after: str) -> float:
    """By how much a break is likelier a joint for what it parts: a word, or a mark from what it belongs to."""
    if not after:
        return 0.0
    if classify(after[:2])[0] in (PAUSE, FINAL, CLOSING, INTERPUNCT):
        return _CANNOT_START
    if cuts_word(before, after):
        return _WORD_CUT
    return _HANGING if before[-1:] in _HANGS else 0.0


def breaks_off(text: str) -> bool:
    """Whether a text ends with a mark behind which a sentence goes on."""
    return text[-1:] in _BREAKS_OFF


def _opens(after: str) -> bool:
    """Whether a piece begins as nothing goes on: with a sign of an item, with a number and a mark, as a question or an
    answer.
    """
    first = after[0]
    if first in _ITEM_SIGNS or "①" <= first <= "⑳" or "⒈" <= first <= "⒛":
        return True
    if after[1:2] in ("：", ":") and first in "问答問":
        return True
    head = after.lstrip("（(")[:4]
    number = len(head) - len(head.lstrip("一二三四五六七八九十0123456789"))
    if first.isdigit():
        return (
            0 < number < 3 and head[number : number + 1] in (".", "．") and not head[number + 1 : number + 2].isdigit()
        )
    return 0 < number < 4 and head[number : number + 1] in ("、", "）", ")")


def is_finished(text: str) -> bool:
    """Whether a text ends as a sentence does: with a stop, or with one inside the marks that close it."""
    at = len(text)
    while at and text[at - 1] in _CLOSERS:
        at -= 1
    if at and text[at - 1] in _STOPS:
        return True
    return at < len(text) and at > 0 and text[-1] in "）)" and len(text) - at == 1 and "。" in text[-12:]


def _is_open(text: str) -> bool:
    """Whether a bracket or a quotation that opens in a text is not closed in it."""
    waiting: list[str] = []
    for char in text:
        if char in _PAIRS:
            waiting.append(_PAIRS[char])
        elif waiting and char == waiting[-1]:
            waiting.pop()
    return bool(waiting)


def cuts_word(before: str, after: str) -> bool:
    """Whether a word of two to four characters lies across the break that is likelier than its halves apart."""
    left, right = before[-3:], after[:3]
    if not left or not right or not ("\u4e00" <= left[-1] <= "\u9fff" and "\u4e00" <= right[0] <= "\u9fff"):
        around = (left[-1:], right[:1])
        return all(one.isascii() and one.isalnum() for one in around)
    return price_of_joint(left + right, len(left)) > _SURELY_WITHIN
