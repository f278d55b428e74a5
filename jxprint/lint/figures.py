"""Terms and numbers of one page set two ways.

Source: GB/T 15835, 5.1 (numbers of more than four digits may be grouped by threes, years and codes never; those of
four digits need not be) and 4.1 (years in Arabic digits), and its rule that like things in one text are written
alike.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from jxprint.lint.letters import addresses, covered
from jxprint.lint.lines import RUNNING, Copy, Fault, Line, Repair

_TERM = re.compile(r"(?<![0-9A-Za-z.@/_-])(?<![0-9A-Za-z][ '’&])[A-Za-z]{2,}(?![A-Za-z@/_]|[ .'’&-][0-9A-Za-z])")
_GROUPED = re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{3})+(?![\d,])")
# Only what is counted: a number before a measure word. Years, codes, telephone and issue numbers have none.
_COUNTED = re.compile(
    r"(?<![\dA-Za-z.,:/№＋+*—-])(?<!第)(?P<number>[1-9]\d{3,})(?=(?:余|多)?(?:元|万|亿|人|名|户|个|家|亩|吨|公|千|平方|立方|件|辆|台|套|棵|株|册|份|人次))"
)
_HAN_YEAR = re.compile("(?<![〇○零一二三四五六七八九十百千])[一二][〇○零一二三四五六七八九]{3}(?=年)")
_ARABIC_YEAR = re.compile(r"(?<!\d)[12]\d{3}(?=年)")
_QUOTED = re.compile("《[^《》]*》|“[^“”]*”|（[^（）]*）")
_DIGIT = str.maketrans("〇○零一二三四五六七八九", "000123456789")


def two_cases(copy: Copy) -> Iterator[Fault]:
    """A Latin term with capitals in it, in another case elsewhere; an ordinary word at a sentence's head is none."""
    found: dict[str, list[tuple[Line, int, str]]] = {}
    for line in copy:
        skipped = addresses(line.text)
        for match in _TERM.finditer(line.text):
            if match.start() not in skipped:
                found.setdefault(match[0].lower(), []).append((line, match.start(), match[0]))
    for places in found.values():
        forms = Counter(form for _, _, form in places)
        # Capitals behind the first letter make a term; The and the do not.
        if len(forms) < 2 or not any(form[1:] != form[1:].lower() for form in forms):
            continue
        most = max(forms.values())
        likely = [form for form in forms if forms[form] == most]
        usual = max(likely, key=lambda form: sum(char.isupper() for char in form))
        for line, at, form in places:
            if form != usual:
                yield line.fault(at, "lint.two_cases", Repair(len(form), usual, safe=False))


def two_groupings(copy: Copy) -> Iterator[Fault]:
    """Counted numbers without grouping on a page that groups numbers as short."""
    grouped = [match[0].replace(",", "") for line in copy for match in _GROUPED.finditer(line.text)]
    shortest = min(map(len, grouped), default=None)
    if shortest is None:
        return
    for line in copy:
        for match in _COUNTED.finditer(line.text):
            number = match["number"]
            # Where only longer numbers are grouped, four digits stand as they may (GB/T 15835, 5.1).
            if len(number) >= min(shortest, 5):
                repair = Repair(len(number), f"{int(number):,}" if len(number) < 16 else number, safe=False)
                yield line.fault(match.start(), "lint.two_groupings", repair)


def two_years(copy: Copy) -> Iterator[Fault]:
    """Years in Han numerals in a story that writes years in digits; titles and quotations keep theirs."""
    arabic = {line.part for line in copy if _ARABIC_YEAR.search(line.text)}
    for line in copy:
        if line.part not in arabic or line.role not in RUNNING:
            continue
        quoted = covered(match.span() for match in _QUOTED.finditer(line.text))
        for match in _HAN_YEAR.finditer(line.text):
            if match.start() not in quoted:
                yield line.fault(match.start(), "lint.two_years", Repair(4, match[0].translate(_DIGIT), safe=False))
