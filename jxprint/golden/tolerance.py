"""How much two pictures may differ, in the words of the Web Platform Tests' fuzzy matching: `maxDifference`, the
greatest difference of any channel of any pixel (0 to 255), and `totalPixels`, how many pixels differ at all.
"""

from __future__ import annotations

import re

from msgspec import Struct

from jxprint.errors import Finding, UsageError

CHANNEL, UNBOUNDED = 255, 2**63 - 1
_RANGE = re.compile(r"\s*(?:(\d{1,18})\s*-\s*)?(\d{1,18})\s*")
_FUZZY = re.compile(r"\s*(?:maxDifference\s*=)?\s*([\d\s-]+);\s*(?:totalPixels\s*=)?\s*([\d\s-]+)")

Bound = int | str | tuple[int, int] | None


class Range(Struct, frozen=True):
    """The least and the most that may be; both belong to it."""

    least: int = 0
    most: int = 0

    def __contains__(self, count: int) -> bool:
        return self.least <= count <= self.most

    def __str__(self) -> str:
        return f"{self.least}-{'∞' if self.most == UNBOUNDED else self.most}"


class Tolerance(Struct, frozen=True):
    """What is let pass; without bounds, nothing is."""

    max_difference: Range = Range()
    total_pixels: Range = Range()

    def allows(self, most: int, total: int) -> bool:
        """Whether a greatest difference and a count pass. As in WPT, equal pictures pass where either range has 0."""
        if total == 0:
            return 0 in self.max_difference or 0 in self.total_pixels
        return most in self.max_difference and total in self.total_pixels

    def __str__(self) -> str:
        return f"maxDifference={self.max_difference};totalPixels={self.total_pixels}"


def tolerance_of(max_difference: Bound = None, total_pixels: Bound = None) -> Tolerance:
    """The tolerance that a user asks for: numbers, ranges (`"0-2"`, `(0, 2)`), or all of WPT's fuzzy in the first.

    A number is the most that may be: 2 is 0-2. WPT reads it as exactly 2, which is hardly ever meant. Of two bounds the
    one that is not given has no end; without any, pictures must be equal. Raises UsageError.
    """
    if isinstance(max_difference, str) and total_pixels is None and (both := _FUZZY.fullmatch(max_difference)):
        max_difference, total_pixels = both[1], both[2]
    if max_difference is None and total_pixels is None:
        return Tolerance()
    return Tolerance(_range("max_difference", max_difference, CHANNEL), _range("total_pixels", total_pixels, UNBOUNDED))


def _range(name: str, bound: Bound, end: int) -> Range:
    if bound is None:
        return Range(0, end)
    if isinstance(bound, tuple):
        bound = "-".join(map(str, bound))
    match = _RANGE.fullmatch(str(bound))
    least, most = (int(match[1] or 0), int(match[2])) if match is not None else (1, 0)
    if least > most or most > end:
        raise UsageError(Finding("golden.bad_range", args={"name": name, "value": bound, "most": min(end, 10**9)}))
    return Range(least, most)
