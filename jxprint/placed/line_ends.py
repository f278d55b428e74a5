"""Where a paragraph's lines start and end, counted for the figures of a page's typography."""

from __future__ import annotations

import re
from collections import Counter

from jxprint.placed import TextBlock
from jxprint.placed.rules import Prohibition
from jxprint.text.classes import (
    CLOSING,
    DIGIT,
    FINAL,
    LATIN,
    MINUS,
    NUMBER,
    OPERATOR,
    PAUSE,
    POINT,
    POSTFIX,
    PREFIX,
    SIGN,
    WIDE_DIGIT,
    classify,
)

_NUMBER = frozenset((DIGIT, WIDE_DIGIT, MINUS, OPERATOR, SIGN, POINT, POSTFIX, PREFIX))
_NUMBERS = re.compile(NUMBER)
_MARKS = frozenset((PAUSE, FINAL, CLOSING))


def count_ends(block: TextBlock, prohibition: Prohibition, counts: Counter[str]) -> None:
    """Line starts and ends, in the paragraph's own context."""
    texts = [line.text for line in block.lines]
    text = "".join(texts)
    classes = classify(text)
    position = 0
    for line, its in zip(block.lines[:-1], texts, strict=False):
        position += len(its)
        before, after = classes[position - 1], classes[position]
        counts["starts"] += prohibition.starts_ill(text[position], after)
        # Spaces at a line's end stand outside it.
        last = len(text[:position].rstrip(" ")) - 1
        counts["ends"] += last >= 0 and prohibition.ends_ill(text[last], classes[last])
        counts["numbers"] += {before, after} <= _NUMBER and _is_split(text, position)
        counts["words"] += before == after == LATIN and not line.hyphen
        counts["hyphens"] += line.hyphen > 0
    if len(texts) > 1:
        solid = sum(1 for cls in classes[position:] if cls not in _MARKS)
        counts["lone"] += solid < 2
        counts["runts"] += solid < 3
        counts["widows"] += block.lines[-1].leg != block.lines[-2].leg
        counts["orphans"] += block.lines[0].leg != block.lines[1].leg


def _is_split(text: str, position: int) -> bool:
    """Whether a line's end at `position` parts a number from its digits, point or sign."""
    return any(match.start() < position < match.end() for match in _NUMBERS.finditer(text))
