"""Regular expressions that are compiled when a text first has what they need: most pages have no use for most of them,
and compiling takes longer than reading a page by them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator


class Form:
    """A regular expression; `needs`: one of these stands in whatever it matches, `opens`: one of these characters, or
    blanks, begin what it matches. Neither has to be said.
    """

    __slots__ = ("_compiled", "_flags", "_needs", "_opens", "_pattern")

    def __init__(self, pattern: str, flags: int = 0, *, needs: Iterable[str] = (), opens: str = "") -> None:
        self._pattern, self._flags = pattern, flags
        self._needs, self._opens = tuple(needs), opens
        self._compiled: re.Pattern[str] | None = None

    @property
    def pattern(self) -> re.Pattern[str]:
        """The expression, compiled."""
        if self._compiled is None:
            self._compiled = re.compile(self._pattern, self._flags)
        return self._compiled

    def may_match(self, text: str) -> bool:
        """Whether a text has what the form needs."""
        for one in self._needs:  # asked so often that a generator would show
            if one in text:
                return True
        return not self._needs

    def search(self, text: str) -> re.Match[str] | None:
        """The first match in a text."""
        return self.pattern.search(text) if self.may_match(text) else None

    def match(self, text: str) -> re.Match[str] | None:
        """The match that a text begins with."""
        if self._opens and text.lstrip()[:1] not in self._opens:
            return None
        return self.pattern.match(text) if self.may_match(text) else None

    def findall(self, text: str) -> list[str]:
        """All matches in a text."""
        return self.pattern.findall(text) if self.may_match(text) else []

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """All matches in a text, one by one."""
        return self.pattern.finditer(text) if self.may_match(text) else iter(())

    def sub(self, put: str, text: str) -> str:
        """The text with `put` for each match."""
        return self.pattern.sub(put, text) if self.may_match(text) else text


def leading(text: str, signs: frozenset[str], at: int = 0) -> int:
    """How many characters of a text from `at` on are among some."""
    end = at
    while end < len(text) and text[end] in signs:
        end += 1
    return end - at
