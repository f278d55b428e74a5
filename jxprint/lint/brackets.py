"""Round and square brackets of either width: which belong together, and which are Chinese text's."""

from __future__ import annotations

import re

from jxprint.lint.letters import PAUSES, after, before, is_chinese
from jxprint.text.forms import Form
from jxprint.text.han import IDEOGRAPH

# “1）” at the head of a clause numbers it and opens nothing.
_NUMBERING = Form(rf"(?:^|(?!{IDEOGRAPH})[^0-9A-Za-z])(?:[0-9A-Za-z]{{1,3}}|[一二三四五六七八九十]{{1,3}}|[①-⑳])$")


def is_numbering(text: str, at: int) -> bool:
    """Whether the closing bracket at an offset stands behind the number of a clause."""
    return _NUMBERING.search(text[max(0, at - 5) : at]) is not None


def partners(text: str, opening: str = "(（", closing: str = ")）") -> dict[int, int]:
    """Brackets by their other half, whatever their width."""
    found: dict[int, int] = {}
    opened: list[int] = []
    for match in re.finditer("[" + re.escape(opening + closing) + "]", text):
        if match[0] in opening:
            opened.append(match.start())
        elif opened:
            start = opened.pop()
            found[start], found[match.start()] = match.start(), start
    return found


def chinese_squares(text: str) -> frozenset[int]:
    """Offsets of half-width square brackets with Chinese words inside them, and of those whose other half has them or
    is full width: not a[0] and [12], nor the mouth of a face made of marks.
    """
    if "[" not in text and "]" not in text:
        return frozenset()
    others = partners(text, "[［", "]］")
    found = {match.start() for match in re.finditer(r"[\[\]]", text) if _holds_chinese(text, match.start())}
    paired = {at for at, other in others.items() if text[at] in "[]" and (other in found or text[other] in "［］")}
    return frozenset(found | paired)


def _holds_chinese(text: str, at: int) -> bool:
    inner = after(text, at + 1) if text[at] == "[" else before(text, at)
    return is_chinese(inner) and inner not in PAUSES
