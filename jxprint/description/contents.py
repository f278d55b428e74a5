"""Tables of contents (导读): the page that each item leads to, which is the number at its end."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from jxprint.errors import Finding
from jxprint.model import ItemList, Page, Passage

# 2版, 第2版, （2版）, （见第2版）, ……2. A2, of a paper that letters its sections, is the number of no page here. Of a
# double truck (2-3版) it is the first.
# Compiled when the first table is met.
_NUMBER = r"(?<![0-9A-Za-z])(?P<page>[0-9]{1,4})(?:[-–—－][0-9]{1,4})?[ \u3000]*版?[ \u3000]*[)）\]］】〕]?$"
_WIDE = str.maketrans("０１２３４５６７８９", "0123456789")


def pages_named(items: Sequence[Passage], findings: list[Finding]) -> tuple[int, ...]:
    """The number at the end of each item; what is wrong goes to `findings`."""
    numbers: list[int] = []
    for item in items:
        found = re.search(_NUMBER, item.text.translate(_WIDE))
        if found is None:
            findings.append(Finding("page.contents_no_page", item.place, {"text": item.text[-8:]}))
            continue
        numbers.append(int(found["page"]))
    return tuple(numbers) if len(numbers) == len(items) else ()


def leading_nowhere(pages: Sequence[Page], numbers: Collection[int] | None) -> Iterator[Finding]:
    """Items that lead to a page that their edition has not; `numbers` are all of its pages', None outside one."""
    if numbers is None:
        return
    for page in pages:
        for part in page.parts:
            if isinstance(part, ItemList) and part.pages:
                for item, number in zip(part.items, part.pages, strict=True):
                    if number not in numbers:
                        yield Finding("page.contents_lead_nowhere", item.place, {"number": number})
