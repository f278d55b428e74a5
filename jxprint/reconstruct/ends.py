"""What a piece of text is by its marks: whether it ends as a sentence does, leaves a mark open, begins as an item."""

from __future__ import annotations

_STOPS = frozenset("。！？…!?")
_CLOSERS = frozenset("”’」』）)》〉】")
_ITEM_SIGNS = frozenset("●○■□★☆▲△▼◆◇•·※◎►▶＊*—")
_PAIRS = {"“": "”", "‘": "’", "（": "）", "《": "》", "「": "」", "『": "』", "〈": "〉", "【": "】"}


def opens_item(text: str) -> bool:
    """Whether a piece begins as nothing goes on: with a sign of an item, with a number and a mark, as a question or an
    answer.
    """
    first = text[0]
    if first in _ITEM_SIGNS or "①" <= first <= "⑳" or "⒈" <= first <= "⒛":
        return True
    if text[1:2] in ("：", ":") and first in "问答問":
        return True
    head = text.lstrip("（(")[:4]
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


def is_open(text: str) -> bool:
    """Whether a bracket or a quotation that opens in a text is not closed in it."""
    waiting: list[str] = []
    for char in text:
        if char in _PAIRS:
            waiting.append(_PAIRS[char])
        elif waiting and char == waiting[-1]:
            waiting.pop()
    return bool(waiting)
