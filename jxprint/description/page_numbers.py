"""Numbers of an edition's pages (版次): one, or both of a double truck (通版), and their order."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from jxprint.description.tables import Table

_MOST_NUMBER = 9999
_TRUCK = re.compile(r"\s*(\d{1,4})\s*[-–—－]\s*(\d{1,4})\s*")
_LETTERED = re.compile(r"\s*[A-Za-zＡ-Ｚａ-ｚ]\s*0*\d{1,4}\s*(?P<range>[-–—－]\s*[A-Za-zＡ-Ｚａ-ｚ]?\s*0*\d{1,4}\s*)?")


class Numbers(Struct, frozen=True):
    """A page's number, or both of a double truck; `said` is empty where it cannot be read, and `likely` what it is read
    with then, so that what else is wrong with the page is told; empty where nobody knows how many pages it is.
    `is_sure`: that is what its editor means.
    """

    said: tuple[int, ...]
    likely: tuple[int, ...]
    is_sure: bool = True


def read_numbers(page: Table, last: int) -> Numbers:
    """What a page says of its number; without one it is the next."""
    value = page.values.get("number")
    next_ = (last + 1,)
    if value is None:
        return Numbers(next_, next_)
    if isinstance(value, int) and not isinstance(value, bool):
        number = page.count("number", _MOST_NUMBER)
        return Numbers((), next_, is_sure=False) if number is None else Numbers((number,), (number,))
    match = _TRUCK.fullmatch(value) if isinstance(value, str) else None
    if match is not None:
        return _truck(page, int(match[1]), int(match[2]))
    if isinstance(value, str) and value.strip().isdecimal() and 0 < int(value) <= _MOST_NUMBER:
        page.wrong("page.quoted_page_number", "number", value=value, number=int(value))
        return Numbers((), (int(value),))
    lettered = _LETTERED.fullmatch(value) if isinstance(value, str) else None
    if lettered is not None:
        likely = next_ if lettered["range"] is None else (last + 1, last + 2)
        wanted = f"{last + 1}" if lettered["range"] is None else f'"{last + 1}-{last + 2}"'
        page.wrong("page.lettered_page_number", "number", value=value, wanted=wanted)
        return Numbers((), likely, is_sure=False)
    page.wrong("page.bad_page_number", "number", value=value)
    return Numbers((), (), is_sure=False)


def _truck(page: Table, first: int, second: int) -> Numbers:
    """Both numbers of a double truck: pages that face each other."""
    even = max(2, first - first % 2)
    if (first, second) == (even, even + 1):
        return Numbers((first, second), (first, second))
    page.wrong("page.truck_apart", "number", first=first, second=second, even=even, odd=even + 1)
    return Numbers((), (), is_sure=False)


def check_order(pages: Sequence[tuple[Table, tuple[int, ...]]]) -> None:
    """Numbers ascend without a gap or a double; the first may be any but those of a double truck, which has a page
    before it, and so may one behind numbers that are wrong.
    """
    there = {number for _, numbers in pages for number in numbers}
    seen: set[int] = set()
    before = 0
    if pages and len(pages[0][1]) > 1:
        table, (first, second) = pages[0]
        table.wrong("page.truck_first", "number", first=first, second=second, before=first - 1)
    for table, numbers in pages:
        if not numbers:
            before = 0
            continue
        told = len(table.findings)
        first = numbers[0]
        twice = [number for number in numbers if number in seen]
        # What only stands in another place is told there.
        missing = [number for number in range(before + 1, first) if number not in there] if before else []
        if twice:
            table.wrong("page.number_twice", "number", number=twice[0])
        elif before and first < before:
            table.wrong("page.number_back", "number", number=first, before=before)
        elif missing:
            table.wrong("page.number_gap", "number", number=first, before=before, wanted=missing[0])
        seen.update(numbers)
        before = numbers[-1] if len(table.findings) == told else 0
