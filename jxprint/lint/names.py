"""Names of one page set two ways: with and without a blank inside, parted by this and by that.

Source: typography.md 3.5: names of a byline are parted by one blank; a name of two characters is opened by the house
style (`name` of a role), never in the copy.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct

from jxprint.lint.letters import BLANKS, HAN
from jxprint.lint.lines import Copy, Fault, Line, Repair

_WORD = re.compile(f"[{HAN}·]+")
_TITLES = re.compile("(?:本报|见习|实习|特约|首席|全媒体)*(?:记者|通讯员|实习生|编辑)")
# Behind a name in a credit; 文 and 图 alone are words, and 文 may begin or end a name.
_DEEDS = re.compile("(?:摄影报道|摄影|供图|制图|摄)$")
_WORDS = frozenset(("文", "图", "文图", "图文"))
_OPENED = re.compile(rf"(?<![{HAN}·])[{HAN}][{BLANKS}]+[{HAN}](?![{HAN}·])")


class _Name(Struct, frozen=True):
    """A name as it stands: the span it takes, and whether it is opened with a blank."""

    line: Line
    start: int
    end: int
    opened: bool

    @property
    def plain(self) -> str:
        """The name without blanks."""
        return "".join(char for char in self.line.text[self.start : self.end] if char not in BLANKS)


def two_names(copy: Copy) -> Iterator[Fault]:
    """Opened names that stand closed elsewhere on the page, and the rarer ways of parting names."""
    names = {line.number: list(_names(line)) for line in copy if line.role in ("byline", "credit")}
    closed = {name.plain for found in names.values() for name in found if not name.opened}
    for found in names.values():
        for name in found:
            if name.opened and name.plain in closed:
                yield name.line.fault(
                    name.start, "lint.two_names", Repair(name.end - name.start, name.plain, safe=False)
                )
    yield from _parted([names[line.number] for line in copy if line.role == "byline"])


def _names(line: Line) -> Iterator[_Name]:
    opened = {match.start(): match.end() for match in _OPENED.finditer(line.text)}
    done = 0
    for match in _WORD.finditer(line.text):
        start, end = match.span()
        if start < done:
            continue
        if start in opened:
            done = opened[start]
            yield _Name(line, start, done, True)
            continue
        title = _TITLES.match(match[0])
        if title is not None:
            start += title.end()
        deed = _DEEDS.search(line.text[start:end]) if line.role == "credit" else None
        if deed is not None:
            end = start + deed.start()
        if start < end and match[0] not in _WORDS:
            yield _Name(line, start, end, False)


def _parted(bylines: list[list[_Name]]) -> Iterator[Fault]:
    """What stands between two names, where a page has more than one way of it."""
    between: list[tuple[Line, int, int, str]] = []
    for names in bylines:
        opened = any(name.opened for name in names)
        for left, right in pairwise(names):
            parting = left.line.text[left.end : right.start]
            wide = parting != " " and not parting.strip(BLANKS)
            # Beside opened names, wide blanks between names are needed.
            if parting in ("、", " ") or (wide and parting and not opened):
                between.append((left.line, left.end, right.start, "  " if wide else parting))
    usual = Counter(parting for *_, parting in between).most_common(1)
    for line, start, end, parting in between:
        if parting != usual[0][0]:
            yield line.fault(start, "lint.two_partings", Repair(end - start, usual[0][0], safe=False))
