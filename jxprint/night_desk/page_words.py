"""What folios (报眉) say of a page's number (版次), in Chinese or English, with a section's letter (叠) or without.

A letter counts for itself: B3 is the third page of the section B, or page 3 of all, as the pages with a B agree. How
many pages a paper has (今日八版) is no page's number.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

_FIGURES = r"[0-9０-９]{1,3}|[一二三四五六七八九十]{1,3}"
_LETTER = r"(?:(?<![A-Za-z])[A-Z])?"
_TO = r"\s*版?\s*(?:[-–—－~～至、,，/／·•&]|和|及)\s*第?\s*"
# 第3版, 03版, 第三版, A04版, 第5-6版, 第四、五版; 版权 and 版本 are no pages.
_CHINESE = (
    rf"(?P<ordinal>第?)\s*(?P<letter>{_LETTER})(?P<first>{_FIGURES})"
    rf"(?:{_TO}{_LETTER}(?P<last>{_FIGURES}))?\s*版(?![权本式税画])"
)
# A04 by itself, Page 4, Pages 4-5, P4.
_ALONE = r"^\s*(?P<letter>[A-Z])(?P<first>0[1-9]|[1-9][0-9])(?P<last>)\s*$"
_ENGLISH = (
    r"\b(?:[Pp]ages?|PAGES?|[Pp]\.?)\s*(?P<letter>[A-Z]?)(?P<first>[0-9]{1,3})"
    r"(?:\s*[-–—&/]\s*[A-Z]?(?P<last>[0-9]{1,3}))?\b"
)
# 今日八版, 共16版, 对开四版.
_COUNTS = r"(?:今[日天]|[本每][日期]|共|总计|合计|增|出|开)\s*$"


class Said(Struct, frozen=True):
    """Page numbers as some words have them: one, or two of a double truck; `piece` is the piece that says so."""

    piece: int
    words: str
    letter: str
    pages: tuple[int, ...]
    is_english: bool

    def like(self, pages: tuple[int, ...]) -> str:
        """Other numbers in words like these."""
        wide = 2 if self.letter else 1
        shown = "-".join(f"{self.letter}{page:0{wide}}" for page in pages)
        return f"Page {shown}" if self.is_english else f"第{shown}版"


def said_pages(pieces: Sequence[str]) -> list[Said]:
    """The page numbers that the pieces of a folio name, in order: those in Chinese, then those in English."""
    found = [one for at, piece in enumerate(pieces) for one in _found(at, piece, _CHINESE, False)]
    found = found or [one for at, piece in enumerate(pieces) for one in _found(at, piece, _ALONE, False)]
    return found + [one for at, piece in enumerate(pieces) for one in _found(at, piece, _ENGLISH, True)]


def wrong_pages(pieces: Sequence[str], numbers: tuple[int, ...], ahead: Mapping[str, int]) -> list[tuple[Said, str]]:
    """What names other pages than the page's `numbers`, and what it should say. `ahead` is how many pages stand before
    the first of each letter; a letter that nobody knows is not looked at.
    """
    wrong: list[tuple[Said, str]] = []
    if not numbers:
        return wrong
    said = said_pages(pieces)
    for is_english in (False, True):
        own = [one for one in said if one.is_english is is_english and (not one.letter or one.letter in ahead)]
        # Of one page only the first is its number; each half of a double truck may have its own.
        for at, one in enumerate(own[: len(numbers)]):
            wanted = tuple(number - ahead.get(one.letter, 0) for number in numbers)
            if len(wanted) == 2 and len(one.pages) == 1:
                halves = [other for other in own[:2] if len(other.pages) == 1]
                wanted = wanted[at : at + 1] if len(halves) == 2 else one.pages if one.pages[0] in wanted else wanted
            if one.pages != wanted:
                wrong.append((one, one.like(wanted)))
    return wrong


def ahead_of(pages: Sequence[tuple[tuple[int, ...], Sequence[str]]]) -> dict[str, int]:
    """How many pages of an edition stand before the first page of each letter, as most of its pages have it. `pages`
    are their numbers and the pieces of their folios. An edition's first page begins its section A.
    """
    votes: dict[str, Counter[int]] = {}
    for numbers, pieces in pages:
        for one in said_pages(pieces)[:1]:
            if one.letter and numbers:
                votes.setdefault(one.letter, Counter())[numbers[0] - one.pages[0]] += 1
    found = {letter: counted.most_common(1)[0][0] for letter, counted in votes.items()}
    if "A" in found and any(1 in numbers for numbers, _ in pages):
        found["A"] = 0
    return found


def _found(at: int, piece: str, pattern: str, is_english: bool) -> Iterator[Said]:
    for match in re.finditer(pattern, piece):
        counts = not is_english and not match["letter"] and not match.groupdict().get("ordinal")
        if counts and re.search(_COUNTS, piece[: match.start()]):
            continue
        pages = tuple(numeral(one) for one in match.group("first", "last") if one)
        yield Said(at, match[0].strip(), match["letter"], pages, is_english)


def numeral(text: str) -> int:
    """Digits or Han numerals up to 99."""
    if text.isdecimal():
        return int(text)
    digits = {han: value for value, han in enumerate("一二三四五六七八九", 1)}
    tens, ten, ones = text.rpartition("十")
    if not ten:
        return digits.get(text, 0)
    return 10 * digits.get(tens, 1) + digits.get(ones, 0)
