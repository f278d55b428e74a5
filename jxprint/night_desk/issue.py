"""What only an edition, or the words of a page, can tell: plain values in, plain answers out.

Nothing here knows a page: whoever has an edition at hand gives words, dates, sizes.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date

from msgspec import Struct

_WEEKDAYS = "一二三四五六日"
# Patterns are compiled when they are first wanted: most pages have no folio.
_DATE = r"(\d{4})\s*[年.\-/]\s*(\d{1,2})\s*[月.\-/]\s*(\d{1,2})\s*日?"
_WEEKDAY = r"(?:星期|周|礼拜)([一二三四五六日天])"
# 第3版, 3版, 03版, 第三版; a bare number is no page of a folio.
_PAGE = r"第?\s*([0-9]{1,3}|[一二三四五六七八九十]{1,3})\s*版"
_AD_WORD = "广告"
# What two stories are compared by: runs of letters and digits between two marks, longer than most names.
_CLAUSE = r"\w{6,}"
# Two stories that share more of the shorter one's clauses than this are one, sent twice or in two versions.
_SAME = 0.6


class Folio(Struct, frozen=True):
    """What a folio line (报眉) has to say: the day of issue and the page's number; None: nobody knows."""

    day: date | None = None
    number: int | None = None


NOTHING_KNOWN = Folio()


class Slip(Struct, frozen=True):
    """What a folio says and what is so, as people read them; `what` is one of day, date, number, section."""

    what: str
    said: str
    so: str


def is_unmarked(words: Sequence[str]) -> bool:
    """Whether an advertisement does not say that it is one: the word 广告, anywhere in its own words or its alternative
    text (Advertising Law of the PRC, article 14).
    """
    return _AD_WORD not in re.sub(r"\s", "", "".join(words))


def folio_slips(text: str, known: Folio = NOTHING_KNOWN) -> list[Slip]:
    """Where a folio line disagrees with the edition, or with itself: a weekday that its own date does not have."""
    slips: list[Slip] = []
    said = _said_date(text)
    if said is None and re.search(_DATE, text):
        found = re.search(_DATE, text)
        slips.append(Slip("date", found[0] if found else text, "—"))
    if said is not None and known.day is not None and said != known.day:
        slips.append(Slip("date", _shown(said), _shown(known.day)))
    day, weekday = known.day or said, re.search(_WEEKDAY, text)
    if day is not None and weekday is not None:
        wanted = _WEEKDAYS[day.weekday()]
        if weekday[1].replace("天", "日") != wanted:
            slips.append(Slip("day", weekday[0], weekday[0][:-1] + wanted))
    number = re.search(_PAGE, text)
    if number is not None and known.number is not None and _number(number[1]) != known.number:
        slips.append(Slip("number", number[0], f"第{known.number}版"))
    return slips


def section_slip(pieces: Sequence[str], section: str, sections: Sequence[str]) -> Slip | None:
    """Another section's name in a folio's pieces; its own may be missing."""
    for piece in pieces:
        for other in sections:
            if other != section and other in piece and section not in piece:
                return Slip("section", other, section)
    return None


def twice(stories: Mapping[str, Sequence[str]]) -> list[tuple[str, str, float]]:
    """Pairs of stories that are the same, by name, and how much of the shorter one stands in the other (0 to 1).

    `stories` are paragraphs by name. Whole clauses are compared: other marks, other paragraphs and a few other words do
    not hide it. Only those are compared that share one of a story's rarest clauses: as many of them as it cannot do
    without.
    """
    said = {name: found for name, paragraphs in stories.items() if (found := _clauses(paragraphs))}
    names, clauses = list(said), list(said.values())
    index: dict[str, list[int]] = {}
    for at, found in enumerate(clauses):
        for clause in found:
            index.setdefault(clause, []).append(at)
    near: set[tuple[int, int]] = set()
    for at, found in enumerate(clauses):
        rare = sorted(found, key=lambda clause: len(index[clause]))[: len(found) - _least_shared(len(found)) + 1]
        others = {other for clause in rare for other in index[clause] if len(clauses[other]) >= len(found)}
        near.update((min(at, other), max(at, other)) for other in others if other != at)
    pairs: list[tuple[str, str, float]] = []
    for one, other in sorted(near):
        share = len(clauses[one] & clauses[other]) / min(len(clauses[one]), len(clauses[other]))
        if share > _SAME:
            pairs.append((names[one], names[other], share))
    return pairs


def _least_shared(of: int) -> int:
    """How many of a story's clauses stand in another one at the least, if the two are one."""
    least = int(_SAME * of)
    return least if least / of > _SAME else least + 1


def larger_than_nameplate(nameplate_pt: float, others: Mapping[str, float]) -> list[str]:
    """Names of what is set larger than page one's nameplate (报头), which is the largest type on it."""
    return [name for name, size in others.items() if size > nameplate_pt]


def _said_date(text: str) -> date | None:
    found = re.search(_DATE, text)
    if found is None:
        return None
    try:
        return date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return None


def _shown(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def _number(text: str) -> int:
    """Digits or Han numerals up to 99."""
    if text.isdecimal():
        return int(text)
    digits = {han: value for value, han in enumerate("一二三四五六七八九", 1)}
    tens, ten, ones = text.rpartition("十")
    if not ten:
        return digits.get(text, 0)
    return 10 * digits.get(tens, 1) + digits.get(ones, 0)


def _clauses(paragraphs: Sequence[str]) -> frozenset[str]:
    return frozenset(clause for text in paragraphs for clause in re.findall(_CLAUSE, text))
