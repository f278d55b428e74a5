"""Characters that look like another: radicals, compatibility ideographs, characters of private use.

Source: Unicode 16, chapter 18: radicals (U+2E80 to U+2FDF) name parts of characters and are not for text;
compatibility ideographs are there to be converted. PDF readers and old converters put both into copy; a search for
the ordinary character then misses it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from jxprint.lint.lines import Fault, Line, Repair

_LIKE = re.compile("[\u2e80-\u2fdf\uf900-\ufaff\U0002f800-\U0002fa1f]")
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010fffd]")
# Radicals that have no decomposition and the shape of a whole character (Unicode's EquivalentUnifiedIdeograph.txt).
_WHOLE = {
    "⺠": "民", "⻁": "虎", "⻄": "西", "⻅": "见", "⻆": "角", "⻉": "贝", "⻋": "车", "⻓": "长", "⻔": "门",
    "⻘": "青", "⻙": "韦", "⻚": "页", "⻛": "风", "⻜": "飞", "⻝": "食", "⻢": "马", "⻣": "骨", "⻤": "鬼",
    "⻥": "鱼", "⻦": "鸟", "⻧": "卤", "⻨": "麦", "⻩": "黄", "⻪": "黾", "⻬": "齐", "⻮": "齿", "⻰": "龙",
}  # fmt: skip


def odd_characters(line: Line) -> Iterator[Fault]:
    """Characters that are not what they look like, with the ordinary one."""
    for match in _LIKE.finditer(line.text):
        char = match[0]
        ordinary = _ordinary(char)
        repair = Repair(1, ordinary) if ordinary else None
        # Twelve ideographs of the compatibility block are ordinary ones and decompose into nothing.
        if repair is not None:
            yield line.fault(match.start(), "lint.looks_like", repair, code=_code(char), ordinary_code=_code(ordinary))
        elif char < "\u2fe0" and unicodedata.category(char) != "Cn":
            yield line.fault(match.start(), "lint.radical", found=char, code=_code(char))
    for match in _PRIVATE.finditer(line.text):
        yield line.fault(match.start(), "lint.private_use", code=_code(match[0]))


def _ordinary(char: str) -> str:
    """The character that this one stands for, or nothing."""
    if char in _WHOLE:
        return _WHOLE[char]
    decomposed = unicodedata.normalize("NFKC", char)
    return decomposed if decomposed != char and len(decomposed) == 1 else ""


def _code(char: str) -> str:
    return f"U+{ord(char):04X}"
