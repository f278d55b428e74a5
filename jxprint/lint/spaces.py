"""Blanks inside Chinese text.

Source: CLREQ 3.2 and typography.md, SP3 and SP4: white between Han and Latin is made in composition and is no
character; Han and Chinese marks are set without blanks. A blank between two names, or between the two halves of a
head, is content.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from jxprint.lint.letters import (
    BLANKS,
    CLOSINGS,
    HAN,
    MARKS,
    OPENINGS,
    PAUSES,
    SHARED,
    STOPS,
    covered,
    is_han,
    is_latin,
)
from jxprint.lint.lines import HEADS, RUNNING, Fault, Line, Repair

_BLANK = re.compile(f"[{BLANKS}]+")
# Who wrote, drew or took it: what stands beside these words is names.
_CREDITED = re.compile("记者|通讯员|实习生|作者|编辑|摄影|摄|供图|制图|文图|文/图")
_BRACKETED = re.compile("[（(](?P<inner>[^（()）]{1,80})[)）]")
_NAMES = re.compile(f"[{HAN}·]{{2,5}}(?:[{BLANKS}]+[{HAN}·]{{2,5}})+")
# “本报讯（记者 …）”, “新华社北京3月5日电 …”: names and a blank before the text begins.
_DATELINE = re.compile(f"[^，。！？；：“]{{0,40}}(?:讯|电|报道)[{BLANKS}]*")
_SENTENCE = re.compile(r"[，。！？；;!?]|,(?!\d)")
# What stands before a name, and what stands behind one or before the next.
_BEFORE_NAME = re.compile("(?:记者|通讯员|实习生|作者|编辑|摄影|文|图|摄|供图|制图)$")
_BEHIND_NAME = re.compile("记者|通讯员|本报|新华社|摄|文|图|供图|制图|报道")
_RUN_BEFORE = re.compile(f"[{HAN}]*$")
_RUN_AFTER = re.compile(f"[{HAN}]*")
_CALL = re.compile(r"[A-Za-z0-9][(\[][!-~]*[)\]]$")
_LONGEST_CALL = 40
_LONGEST_NAME = 4
_SHORTEST_NAME = 2


def spaces(line: Line) -> Iterator[Fault]:
    """Blanks that composition does not want; folios, bylines and credits keep theirs."""
    text = line.text
    if not _BLANK.search(text) or not (line.role in RUNNING or line.role in HEADS or line.role == "caption"):
        return
    # A list, an address, a verse have no such mark: blanks part their items.
    sentence = _SENTENCE.search(text) is not None
    names = _names(text) if line.role in RUNNING else frozenset()
    for match in _BLANK.finditer(text):
        start, end = match.span()
        if start == 0 or end == len(text) or start in names:
            continue
        key = (
            _told(text, start, end, sentence) if line.role in RUNNING else _told_of_display(text[start - 1], text[end])
        )
        if key is not None:
            yield line.fault(start, key, Repair(end - start, ""), left=text[start - 1], right=text[end])


def _told(text: str, start: int, end: int, sentence: bool) -> str | None:
    """What is wrong with a blank in running text."""
    left, right = text[start - 1], text[end]
    if left in MARKS or right in MARKS:
        return "lint.space_at_mark"
    if (left in SHARED and (is_han(right) or right in SHARED)) or (right in SHARED and is_han(left)):
        return "lint.space_at_mark"
    if not sentence:
        return None
    if is_han(left) and is_han(right):
        return None if _are_names(text, start, end) else "lint.space_in_han"
    # A bracket that closes behind Latin is part of it, as in f(x).
    behind_latin = is_latin(left) or (left in ")]" and _CALL.search(text[max(0, start - _LONGEST_CALL) : start]))
    if (is_han(left) and is_latin(right)) or (behind_latin and is_han(right)):
        return "lint.space_by_latin"
    return None


def _told_of_display(left: str, right: str) -> str | None:
    """In heads and captions a blank often stands for a pause; only where there is one already is it a slip."""
    needless = left in PAUSES or left in OPENINGS or right in PAUSES or right in STOPS or right in CLOSINGS
    return "lint.space_at_mark" if needless else None


def _are_names(text: str, start: int, end: int) -> bool:
    """Two words of a name's length, with no other Han about them, are two names as likely as not; beside a
    reporter's title one word is.
    """
    if _BEFORE_NAME.search(text[max(0, start - 4) : start]) or _BEHIND_NAME.match(text, end):
        return True
    left = _RUN_BEFORE.search(text[max(0, start - _LONGEST_NAME - 1) : start])
    right = _RUN_AFTER.match(text[end : end + _LONGEST_NAME + 1])
    lengths = [len(run[0]) if run is not None else 0 for run in (left, right)]
    # One character on each side is a name of two, opened by hand.
    return lengths == [1, 1] or all(_SHORTEST_NAME <= length <= _LONGEST_NAME for length in lengths)


def _names(text: str) -> frozenset[int]:
    """Offsets at which names stand in running text."""
    if _CREDITED.search(text) and "。" not in text and len(text) <= 60:
        return covered([(0, len(text))])
    spans = [
        match.span("inner")
        for match in _BRACKETED.finditer(text)
        if _CREDITED.search(match["inner"]) or _NAMES.fullmatch(match["inner"])
    ]
    dateline = _DATELINE.match(text)
    return covered(spans if dateline is None else [(0, dateline.end()), *spans])
