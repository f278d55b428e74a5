"""Numbers of an edition's pages (版次): one, or both of a double truck (通版), and their order."""

from __future__ import annotations

import re
from collections.abc import Sequence

from jxprint.description.tables import Table

_MOST_NUMBER = 9999
_TRUCK = re.compile(r"\s*(\d{1,4})\s*[-–—－]\s*(\d{1,4})\s*")


def read_numbers(page: Table, last: int) -> tuple[int, ...]:
    """A page's number, or both of a double truck; without one it is the next. Empty where it cannot be read."""
    value = page.values.get("number")
    if value is None:
        return (last + 1,)
    if isinstance(value, int) and not isinstance(value, bool):
        number = page.count("number", _MOST_NUMBER)
        return () if number is None else (number,)
    match = _TRUCK.fullmatch(value) if isinstance(value, str) else None
    if match is None:
        page.wrong("page.bad_page_number", "number", value=value)
        return ()
    first, second = int(match[1]), int(match[2])
    if first % 2 or second != first + 1:
        even = max(2, first - first % 2)
        page.wrong("page.truck_apart", "number", first=first, second=second, even=even, odd=even + 1)
        return ()
    return first, second


def check_order(pages: Sequence[tuple[Table, tuple[int, ...]]]) -> None:
    """Numbers ascend without a gap or a double; the first may be any, and so may one behind numbers that are wrong."""
    seen: set[int] = set()
    before = 0
    for table, numbers in pages:
        if not numbers:
            before = 0
            continue
        told = len(table.findings)
        first = numbers[0]
        twice = [number for number in numbers if number in seen]
        if twice:
            table.wrong("page.number_twice", "number", number=twice[0])
        elif before and first < before:
            table.wrong("page.number_back", "number", number=first, before=before)
        elif before and first > before + 1:
            table.wrong("page.number_gap", "number", number=first, before=before, wanted=before + 1)
        seen.update(numbers)
        before = numbers[-1] if len(table.findings) == told else 0
