"""Ellipses (省略号 ……) and dashes (破折号 ——) made of something else.

Source: GB/T 15834, 4.10 (a dash is two ems), 4.11 (an ellipsis is six dots, twelve for whole paragraphs), 4.13 (a
dash of one em is a connector 连接号 between places, times and numbers, and so no slip by itself).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from jxprint.lint.letters import BLANKS, PAUSES, SHARED, STOPS, after, before, is_chinese, is_han, is_latin, nearest
from jxprint.lint.lines import Fault, Line, Repair

_DOTS = re.compile(r"\.{3,}|。{3,}|…+")
_HYPHENS = re.compile("(?<!-)-{2,3}(?!-)|(?<![―─])[―─]{2}(?![―─])")
_LONG = re.compile("(?<!—)(?:—|———)(?!—)")
# Words that begin an explanation and hardly ever a place or a name.
_EXPLAINS = re.compile("这|他|她|它|我|你|您|就是|也就是|但是|却|而是|因为")
_BREAKS = frozenset(PAUSES + STOPS)
_OVER = SHARED | frozenset(BLANKS)


def ellipses(line: Line) -> Iterator[Fault]:
    """Points, full stops or a wrong number of dots where Chinese text has six dots."""
    text = line.text
    runs = [match for match in _DOTS.finditer(text) if match[0] not in ("……", "…………")]
    left, right = nearest(text, _OVER) if runs else ([], [])
    for match in runs:
        run, start, end = match[0], match.start(), match.end()
        if is_latin(before(text, start)) and is_latin(after(text, end)):
            continue
        if is_chinese(left[start]) or is_chinese(right[end - 1]):
            # More dots than one ellipsis may stand for two, or fill a line of a form.
            sure = run == "…" or (run[0] != "…" and len(run) <= 6)
            yield line.fault(start, "lint.ellipsis", Repair(len(run), "……", sure))


def dashes(line: Line) -> Iterator[Fault]:
    """Hyphens and bars between Han where a dash is meant, and dashes of one em or three."""
    text = line.text
    hyphens = list(_HYPHENS.finditer(text))
    left, right = nearest(text, _OVER) if hyphens else ([], [])
    for match in hyphens:
        if is_chinese(left[match.start()]) and is_chinese(right[match.end() - 1]):
            yield line.fault(match.start(), "lint.dash", Repair(len(match[0]), "——"))
    for match in _LONG.finditer(text):
        if len(match[0]) == 3 or _is_dash(text, match.start()):
            yield line.fault(match.start(), "lint.dash_length", Repair(len(match[0]), "——", safe=False))


def _is_dash(text: str, at: int) -> bool:
    """Whether one em of dash cannot be a connector: a line begins with it, a pause touches it, it explains."""
    left, right = before(text, at), after(text, at + 1)
    if not is_han(right) and right not in _BREAKS:
        return False
    if not left or left in _BREAKS or right in _BREAKS:
        return True
    return is_han(left) and _EXPLAINS.match(text, at + 1) is not None
