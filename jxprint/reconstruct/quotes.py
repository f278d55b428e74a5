"""Quotes that a dump wrote as ASCII: which of them open and which close.

It is a fold of its own, seen in the dump as a whole: it has no “ ” and many straight ones beside Han. One that stands
behind a pause or an opening mark opens, one before a pause or a line's end closes; of the rest every second one does,
across lines, since a column may end within a quotation. Inches, and quotes within Latin words, stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from jxprint.text.forms import Form
from jxprint.text.han import IDEOGRAPH

OPENING, CLOSING, STRAIGHT = "“", "”", '"'
_BESIDE_HAN = Form(rf'(?:{IDEOGRAPH}|[，。、：；！？])"|"(?:{IDEOGRAPH}|[《（])')
_IS_HAN = Form(IDEOGRAPH)
_FEWEST = 4
_BEHIND_OPENS = frozenset("，。、：；！？（(《—,.:;!? \t\u3000")
_BEFORE_CLOSES = frozenset("，。、：；！？）)》—…,.:;!?")


def folds_quotes(text: str) -> bool:
    """Whether a dump wrote all its quotes as straight ones."""
    if STRAIGHT not in text or OPENING in text or CLOSING in text:
        return False
    return len(_BESIDE_HAN.findall(text)) >= _FEWEST


def with_quotes(lines: Iterable[str]) -> Iterator[str]:
    """The lines with quotes that open and close, one code point for one."""
    is_open = False
    for line in lines:
        if STRAIGHT not in line or _IS_HAN.search(line) is None:
            yield line
            continue
        out = list(line)
        for match in re.finditer(STRAIGHT, line):
            at = match.start()
            if _is_latin(line, at, is_open):
                continue
            is_open = _opens(line, at, is_open)
            out[at] = OPENING if is_open else CLOSING
        yield "".join(out)


def _opens(line: str, at: int, is_open: bool) -> bool:
    before, after = line[:at][-1:], line[at + 1 :][:1]
    opens = not before or before in _BEHIND_OPENS
    closes = not after or after in _BEFORE_CLOSES
    # Behind a stop within a quotation it closes; at the head of a line one that is open may close as well.
    if opens and not closes:
        return not (is_open and before and before in "。！？.!?")
    if closes and not opens:
        return False
    return not is_open


def _is_latin(line: str, at: int, is_open: bool) -> bool:
    """Whether a quote stands behind a figure (inches) or within a stretch of Latin words."""
    before, after = line[:at].rstrip(" ")[-1:], line[at + 1 :].lstrip(" ")[:1]
    if not (before.isascii() and after.isascii()):
        return not is_open and before.isascii() and before.isdigit() and line.count(STRAIGHT) % 2 == 1
    return before.isalnum() and after.isalnum()
