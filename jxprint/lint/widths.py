"""Width of marks, letters and digits: marks full width beside Han, letters and digits half width.

Sources: GB/T 15834, 5.1 (marks take one em); GB/T 15835, 5.1 (digits take half an em); the fold of `jxprint.text`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from jxprint.lint.brackets import is_numbering, partners
from jxprint.lint.letters import (
    BLANKS,
    CLOSINGS,
    SHARED,
    addresses,
    after,
    before,
    is_chinese,
    is_han,
    is_latin,
    nearest,
)
from jxprint.lint.lines import Fault, Line, Repair
from jxprint.text.width import FULL_OF_HALF, fold

_HALF = re.compile("[" + re.escape("".join(FULL_OF_HALF)) + "]")
_BLANKS = frozenset(BLANKS)
_OVER = SHARED | _BLANKS | frozenset(FULL_OF_HALF)
_WIDE = re.compile("(?:[０-９Ａ-Ｚａ-ｚ]|(?<=[0-9０-９])．(?=[0-9０-９]))+")
_SQUARE = {"[": "［", "]": "］"}
# What may close between a word and its full stop.
_CLOSED = frozenset(")]\"'")
_POINT = re.compile(r"(?<!\.)\.(?![.0-9A-Za-z])")


def half_marks(line: Line) -> Iterator[Fault]:
    """Half-width marks that stand in Chinese text; brackets change in pairs or not at all."""
    text = line.text
    marks = list(_HALF.finditer(text))
    chinese = _chinese(text) if marks else frozenset()
    others = partners(text) if marks else {}
    for match in marks:
        at, mark = match.start(), match[0]
        partner = others.get(at, at)
        if _is_formula(text, at, partner) and after(text, max(at, partner) + 1) == "［":
            continue  # f(x)［注］: the square bracket beside it says nothing about the formula
        # A bracket is what its other half is or will be.
        if at in chinese or partner in chinese or text[partner] in "（）":
            yield line.fault(at, "lint.half_mark", Repair(1, FULL_OF_HALF[mark], _is_sure(text, at, partner)))
    yield from _square_brackets(line)
    for match in _POINT.finditer(text):
        at = match.start()
        while at and text[at - 1] in _CLOSED:
            at -= 1
        if is_han(before(text, at)) or before(text, at) in (*CLOSINGS, "”", "’"):
            yield line.fault(match.start(), "lint.half_stop", Repair(1, "。", safe=False))


def _square_brackets(line: Line) -> Iterator[Fault]:
    """Half-width square brackets about Chinese words, and the half of a pair whose other half is full width; never
    a[0] and [12], and those behind a Latin letter or a half-width bracket, as in f(x)[甲], are no safe guess.
    """
    text = line.text
    if "[" not in text and "]" not in text:
        return
    skipped = addresses(text)
    others = partners(text, "[［", "]］")
    for at, partner in sorted(others.items()):
        first, last = sorted((at, partner))
        if text[at] not in _SQUARE or not skipped.isdisjoint((first, last)):
            continue
        is_inner = is_chinese(after(text, first + 1)) and is_chinese(before(text, last))
        if is_inner or text[partner] in "［］":
            left = before(text, first)
            safe = not is_latin(left) and left not in (")", "]") and not is_latin(after(text, last + 1))
            yield line.fault(at, "lint.half_mark", Repair(1, _SQUARE[text[at]], safe))


def _chinese(text: str) -> frozenset[int]:
    """Offsets of half-width marks beside Han and not between two ASCII letters or digits, as in 1,258 and 15:40."""
    skipped = addresses(text)
    close, closer = nearest(text, _OVER), nearest(text, _BLANKS)
    return frozenset(
        match.start()
        for match in _HALF.finditer(text)
        if match.start() not in skipped
        and (is_chinese(close[0][match.start()]) or is_chinese(close[1][match.start()]))
        and not (is_latin(closer[0][match.start()]) and is_latin(closer[1][match.start()]))
    )


def _is_sure(text: str, at: int, partner: int) -> bool:
    """Not sure: a bracket that follows a Latin letter as in f(x) or has no other half, and a mark that may be part of a
    name (Yahoo!).
    """
    mark = text[at]
    if mark in "()":
        if partner == at:  # 1) needs none; but [0,1) is an interval
            return mark == ")" and is_numbering(text, at) and "," not in text[max(0, at - 5) : at]
        return not _is_formula(text, at, partner)
    return mark != "!" or not before(text, at).isascii() or not before(text, at).isalpha()


def _is_formula(text: str, at: int, partner: int) -> bool:
    """Whether a pair of round brackets follows a Latin letter or digit and begins with one, as in f(x)."""
    opening = min(at, partner)
    return partner != at and is_latin(before(text, opening)) and is_latin(after(text, opening + 1))


def wide_letters(line: Line) -> Iterator[Fault]:
    """Full-width digits and Latin letters, and a full-width point between digits."""
    for match in _WIDE.finditer(line.text):
        yield line.fault(match.start(), "lint.wide_letter", Repair(len(match[0]), fold(match[0])))
