"""Straight quotes in Chinese text, put right where the paragraph leaves no doubt which opens and which closes.

Source: GB/T 15834, 4.8: Chinese text quotes with “ ” and ‘ ’.
"""

from __future__ import annotations

from collections.abc import Iterator

from jxprint.lint.letters import BLANKS, OPENINGS, PAUSES, STOPS, after, before, is_han, is_latin
from jxprint.lint.lines import Fault, Line, Repair

_CURLY = {'"': ("“", "”"), "'": ("‘", "’")}
_NOT_FIRST = frozenset(BLANKS + PAUSES + STOPS)
_NOT_LAST = frozenset(BLANKS + OPENINGS + "“‘")


def straight_quotes(line: Line) -> Iterator[Fault]:
    """Straight quotes of a line that has Han in it; apostrophes, inches and minutes are none."""
    if not any(mark in line.text for mark in _CURLY) or not any(map(is_han, line.text)):
        return
    for mark, curly in _CURLY.items():
        spots = _quotes(line.text, mark)
        sure = len(spots) % 2 == 0 and all(
            _is_pair(line.text, opening, closing) for opening, closing in zip(spots[::2], spots[1::2], strict=True)
        )
        for number, at in enumerate(spots):
            if sure:
                yield line.fault(at, "lint.straight_quote", Repair(1, curly[number % 2]))
            else:
                yield line.fault(at, "lint.straight_quote_alone", found=mark, curly=" ".join(curly))


def _quotes(text: str, mark: str) -> list[int]:
    """Offsets of the marks that quote, opening and closing in turn."""
    spots: list[int] = []
    at = text.find(mark)
    while at >= 0:
        left, right = before(text, at), after(text, at + 1)
        apostrophe = mark == "'" and is_latin(left) and (is_latin(right) or len(spots) % 2 == 0)
        # Behind a digit, with nothing to close: 29" is inches, 5' is minutes or feet.
        measure = len(spots) % 2 == 0 and left.isdigit()
        if not apostrophe and not measure:
            spots.append(at)
        at = text.find(mark, at + 1)
    return spots


def _is_pair(text: str, opening: int, closing: int) -> bool:
    """Whether two marks plainly quote what is between them: nothing of their kind is open, inside or around."""
    inner = text[opening + 1 : closing]
    if not inner or inner[0] in _NOT_FIRST or inner[-1] in _NOT_LAST:
        return False
    mark = text[opening]
    left, right = _CURLY[mark]
    if left in inner or right in inner or text.count(left, 0, opening) != text.count(right, 0, opening):
        return False
    other = "'" if mark == '"' else '"'
    return inner.count(other) % 2 == 0 and (mark == '"' or any(map(is_han, inner)))
