"""Facts about neighbours that several rules ask for: Han, marks of Chinese text, marks shared with Latin."""

from __future__ import annotations

import re
from collections.abc import Iterable

from jxprint.text.addresses import ADDRESS

# Ideographs, their radicals and compatibility forms, 々〇 and the Hangzhou numerals.
HAN = "\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_HAN = tuple((part[0], part[-1]) for part in re.findall(".-.", HAN))
# Marks that stand in Chinese text alone.
PAUSES = "、，：；"
STOPS = "。！？"
OPENINGS = "（《〈【〖〔［｛「『"
CLOSINGS = "）》〉】〗〕］｝」』"
MARKS = frozenset(PAUSES + STOPS + OPENINGS + CLOSINGS)
# Marks that Chinese and Latin text share (typography.md 1.1): their other neighbour tells whose they are.
SHARED = frozenset("“”‘’…—·")
BLANKS = " \u3000"


def is_han(char: str) -> bool:
    """Whether a character (or nothing, at a line's edge) is Han."""
    return "\u4e00" <= char <= "\u9fff" or any(low <= char <= high for low, high in _HAN if char)


def is_latin(char: str) -> bool:
    """Whether a character (or nothing) is an ASCII letter or digit."""
    return char.isascii() and char.isalnum()


def before(text: str, at: int) -> str:
    """The character before an offset; nothing at the line's beginning."""
    return text[at - 1] if at > 0 else ""


def after(text: str, at: int) -> str:
    """The character at an offset; nothing at the line's end."""
    return text[at] if at < len(text) else ""


def nearest(text: str, over: frozenset[str]) -> tuple[list[str], list[str]]:
    """For every offset the nearest character before it, and the nearest behind it, that is none of `over`."""
    left: list[str] = []
    seen = ""
    for char in text:
        left.append(seen)
        seen = seen if char in over else char
    right: list[str] = []
    seen = ""
    for char in reversed(text):
        right.append(seen)
        seen = seen if char in over else char
    right.reverse()
    return left, right


def is_chinese(char: str) -> bool:
    """Whether a character (or nothing) is Han or a mark of Chinese text alone."""
    return is_han(char) or char in MARKS


def addresses(text: str) -> frozenset[int]:
    """Offsets that belong to web and mail addresses."""
    return covered(match.span() for match in ADDRESS.finditer(text)) if "." in text else frozenset()


def covered(spans: Iterable[tuple[int, int]]) -> frozenset[int]:
    """All offsets of some spans."""
    return frozenset(at for start, end in spans for at in range(start, end))
