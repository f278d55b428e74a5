"""What folios (报眉) and the lines of a nameplate (报头) say of the day, the issue and the page, and what is so.

Plain values in, plain answers out. Lunar dates (农历) are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from msgspec import Struct

from jxprint.night_desk.page_words import numeral, wrong_pages
from jxprint.text.calendar import ENGLISH_WEEKDAYS, MONTHS, WEEKDAYS
from jxprint.text.han import HAN

# Patterns are compiled when they are first wanted: most pages have no folio.
_HAN = "〇零○一二三四五六七八九"
_DATE = (
    r"(\d{4})\s*[年.\-/]\s*(\d{1,2})\s*[月.\-/]\s*(\d{1,2})\s*日?"
    rf"|([{_HAN}]{{4}})年([一二三四五六七八九十]{{1,2}})月([一二三四五六七八九十]{{1,3}})日"
)
# Nov 25, 2026; November 25th, 2026; 25 November 2026.
_MONTH = rf"(?P<month>{'|'.join(f'{month[:3]}(?:{month[3:]})?' for month in MONTHS)}|Sept)\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_ENGLISH_DATES = (rf"\b{_MONTH}\s+{_DAY},?\s+(?P<year>\d{{4}})", rf"\b{_DAY}\s+{_MONTH},?\s+(?P<year>\d{{4}})")
# 周一鸣 is somebody's name.
_WEEKDAY = rf"(?:星\s*期\s*|礼拜|周(?=.(?!{HAN})|.第))([一二三四五六日天])"
# When a paper comes out (每周五出版) is no day of issue.
_EVERY = r"[每逢](?:星期|周|礼拜)"
_ENGLISH_WEEKDAY = rf"\b({'|'.join(f'{name[:3]}(?:{name[3:]})?' for name in ENGLISH_WEEKDAYS)}|Tues|Thurs?)\b"
_ISSUE = r"第\s*([0-9]{1,3}(?:[,，][0-9]{3})+|[0-9]+)\s*期"
# A date with this beside it is no day of issue.
_FOUNDING = r"创刊|创办|创建|[Ff]ounded|[Ss]ince"


class Folio(Struct, frozen=True):
    """What a folio line (报眉) has to say: the day of issue, the page's numbers (two of a double truck) and the issue's
    own; None, or no numbers: nobody knows, or nobody need say. `ahead`: how many pages stand before each letter's
    first.
    """

    day: date | None = None
    numbers: tuple[int, ...] = ()
    issue: str | None = None
    ahead: Mapping[str, int] = {}


NOTHING_KNOWN = Folio()


class Slip(Struct, frozen=True):
    """What a folio says and what is so, as people read them; `what` is one of day, date, number, issue, section, and
    `piece` is the index of the piece that says so.
    """

    what: str
    said: str
    so: str
    piece: int = 0


def folio_slips(pieces: Sequence[str], known: Folio = NOTHING_KNOWN) -> list[Slip]:
    """Where the pieces of a folio disagree with the edition, or with themselves: a weekday that their own date does not
    have, in Chinese or in English.
    """
    slips: list[Slip] = []
    own: date | None = None
    for at, text, found in _said_dates(pieces):
        if found is None:
            slips.append(Slip("date", text, "—", at))
            continue
        own = own or found
        if known.day is not None and found != known.day:
            english = any(letter.isalpha() and letter.isascii() for letter in text)
            slips.append(Slip("date", _shown(found, english), _shown(known.day, english), at))
    day = known.day or own
    if day is not None:
        slips += _weekday_slips(pieces, day)
    wrong = wrong_pages(pieces, known.numbers, known.ahead)
    slips += (Slip("number", said.words, so, said.piece) for said, so in wrong)
    return slips + _issue_slips(pieces, known.issue)


def section_slip(pieces: Sequence[str], section: str, sections: Sequence[str]) -> Slip | None:
    """Another section's name in a folio's pieces; its own may be missing."""
    for at, piece in enumerate(pieces):
        for other in sections:
            if other != section and other in piece and section not in piece:
                return Slip("section", other, section, at)
    return None


def _weekday_slips(pieces: Sequence[str], day: date) -> Iterator[Slip]:
    """The first weekday where it is not the day of issue's, and others that are not that of the date before them in
    their piece, or of the day of issue where there is none.
    """
    is_first = True
    for at, piece in enumerate(pieces):
        if re.search(_EVERY, piece) or re.search(_FOUNDING, piece):
            continue
        for match in re.finditer(_WEEKDAY, piece):
            held_to = day if is_first else _day_before(piece, match.start(), day)
            wanted, is_first = WEEKDAYS[held_to.weekday()], False
            if match[1].replace("天", "日") != wanted:
                yield Slip("day", match[0], match[0][:-1] + wanted, at)
    english = _first(_ENGLISH_WEEKDAY, ["" if re.search(_EVERY, piece) else piece for piece in pieces])
    if english is not None and english[1][1][:3] != ENGLISH_WEEKDAYS[day.weekday()][:3]:
        yield Slip("day", english[1][0], ENGLISH_WEEKDAYS[day.weekday()], english[0])


def _day_before(piece: str, end: int, day: date) -> date:
    """The last date in a piece before one of its characters, else `day`."""
    for match in re.finditer(_DATE, piece[:end]):
        day = _of_match(match) or day
    return day


def _issue_slips(pieces: Sequence[str], issue: str | None) -> list[Slip]:
    """The first issue number where none is the edition's; beside it may stand one that counts on (总第…期), but no bare
    one.
    """
    if issue is None or not issue.isdecimal():
        return []
    found = [(at, match) for at, piece in enumerate(pieces) for match in re.finditer(_ISSUE, piece)]
    wrong = [(at, match) for at, match in found if int(re.sub(r"\D", "", match[1])) != int(issue)]
    if len(wrong) < len(found):
        wrong = [(at, match) for at, match in wrong if not pieces[at][: match.start()].strip()]
    return [Slip("issue", match[0], f"第{issue}期", at) for at, match in wrong[:1]]


def _said_dates(pieces: Sequence[str]) -> Iterator[tuple[int, str, date | None]]:
    """The first date in Chinese and the first in English: the piece, its words, and None for one that no calendar has.
    Where a piece tells of the paper's founding, it tells no day of issue.
    """
    issued = ["" if re.search(_FOUNDING, piece) else piece for piece in pieces]
    han = _first(_DATE, issued)
    if han is not None:
        at, match = han
        yield at, match[0], _of_match(match)
    for pattern in _ENGLISH_DATES:
        english = _first(pattern, issued)
        if english is not None:
            at, match = english
            month = next(number for number, name in enumerate(MONTHS, 1) if name[:3] == match["month"][:3])
            yield at, match[0], _date(match["year"], str(month), match["day"])
            return


def _first(pattern: str, pieces: Sequence[str]) -> tuple[int, re.Match[str]] | None:
    """The first piece that says something, and what it says."""
    for at, piece in enumerate(pieces):
        match = re.search(pattern, piece)
        if match is not None:
            return at, match
    return None


def _date(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _shown(day: date, english: bool) -> str:
    return f"{MONTHS[day.month - 1]} {day.day}, {day.year}" if english else f"{day.year}年{day.month}月{day.day}日"


def _of_match(match: re.Match[str]) -> date | None:
    """The day of a Chinese date, in figures or in Han numerals; None for one that no calendar has."""
    if match[1]:
        return _date(match[1], match[2], match[3])
    year = "".join(str(max(0, _HAN.index(one) - 2)) for one in match[4])
    return _date(year, str(numeral(match[5])), str(numeral(match[6])))
