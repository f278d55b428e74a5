"""Text cut into pieces by how they stand in a vertical line (VT2 to VT4 of typography.md).

A single letter or digit and an abbreviation in up to four capitals stand upright, an em each. Two or three characters
that make a figure (12, 365, 3.0, A+, 2B) stand side by side in one em (纵中横). Words, numbers of four and more digits
and everything else of Latin lie turned clockwise, a phrase as one run; so does a number with a sign, an operator or a
relation (−3, 3×4=12, ≥12) or with degrees (12°), for a turned sign beside an upright digit reads as a stroke. Marks
stand or are turned as `jxprint.text.orientation` says.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from itertools import pairwise
from typing import Literal

from msgspec import Struct

from jxprint.text.orientation import QUOTES, stands_upright

Way = Literal["upright", "rotated", "stood"]

_W = "A-Za-z0-9\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af\u0370-\u03ff\u0400-\u04ff"
_MATHS = "−+±≥≤≧≦<>≈≠×÷=~＋－＝＜＞"
_DEGREES = "°′″"
# Operators may have a blank on both sides; with one on one side only they belong to the word they touch (A+ 5).
_JOINT = rf"(?:[.,:/'’&@_\-?%#{_MATHS}{_DEGREES}]+| [{_MATHS}-]+ [−-]?)"
# Three at the most (≥-$5): a rule of a thousand signs must not be read anew from each of them.
_SIGN = rf"(?:[$£€¥#@{_MATHS}-]{{1,3}}(?=[0-9])|[{_MATHS}]{{1,3}} (?=[0-9]))"
_TOKEN = f"{_SIGN}?[{_W}]+(?:{_JOINT}[{_W}]+)*[%{_MATHS}{_DEGREES}]*"
_PHRASE = re.compile(f"(?P<token>{_TOKEN})(?:[,;:.!?&-]? (?:{_TOKEN}))*")
_TOKENS = re.compile(_TOKEN)
# An abbreviation longer than this is read as a word. CLREQ gives no number; four is a confession (APEC, NASA stand).
_ABBREVIATION = re.compile("[A-Z]{2,4}")
# Of three glyphs only digits and a decimal stand: what holds a letter or a sign (B2B, 4-6) would go into one em at
# three quarters of its size or less.
_FIGURE = re.compile(r"[0-9]{2,3}|[0-9]\.[0-9]|[A-Z][0-9+−]|[0-9][A-Z]")


class Piece(Struct, frozen=True):
    """Code points [start, end), what the reader sees of them, and how they stand.

    `latin` marks letters and digits: a turned run of them is set like any Latin, an upright one is never parted.
    """

    start: int
    end: int
    shown: str
    way: Way
    latin: bool = False


def cut(text: str, quotes: bool, parted: Iterable[int] = (), resized: Container[int] = frozenset()) -> Iterator[Piece]:
    """Every piece in order: a mark or character of its own, a Latin phrase, a figure.

    No piece reaches over an offset of `parted` (where readings begin and end). A word within which the size changes, at
    an offset of `resized`, lies turned: a formula or a power in one em would be too small to read (JLREQ's task force
    lets scripts lie turned, or stand side by side where they can be read).
    """
    for start, end in pairwise(sorted({0, *parted, len(text)})):
        at = start
        for match in _PHRASE.finditer(text, start, end):
            yield from _single(text, at, match.start(), quotes)
            yield from _phrase(text, match, resized)
            at = match.end()
        yield from _single(text, at, end, quotes)


def _single(text: str, start: int, end: int, quotes: bool) -> Iterator[Piece]:
    for at in range(start, end):
        char = text[at]
        shown = QUOTES.get(char, char) if quotes else char
        yield Piece(at, at + 1, shown, "upright" if stands_upright(char) else "rotated")


def _phrase(text: str, match: re.Match[str], resized: Container[int]) -> Iterator[Piece]:
    """A phrase lies turned as a whole where one of its words does; else each word stands for itself."""
    tokens = list(_TOKENS.finditer(text, match.start(), match.end()))
    ways = [_way(token, resized) for token in tokens]
    if "rotated" in ways:
        yield Piece(match.start(), match.end(), match.group(), "rotated", latin=True)
        return
    at = match.start()
    for token, way in zip(tokens, ways, strict=True):
        yield from _single(text, at, token.start(), quotes=False)
        yield Piece(token.start(), token.end(), token.group(), way, latin=True)
        at = token.end()
    yield from _single(text, at, match.end(), quotes=False)


def _way(match: re.Match[str], resized: Container[int]) -> Way:
    token = match.group()
    if any(offset in resized for offset in range(match.start() + 1, match.end())):
        return "rotated"
    if len(token) == 1 or _ABBREVIATION.fullmatch(token):
        return "upright"
    return "stood" if _FIGURE.fullmatch(token) else "rotated"
