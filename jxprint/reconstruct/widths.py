"""The way back from a dump's half-width marks to full width, one code point for one; the fold is jxprint.text.width's.

A folded mark comes back unless both its neighbours are ASCII letters or digits (`1,258`, `15:40`, `3:2`). Latin words
have blanks between them, so where a blank stands by a mark the nearest letter counts; quotes, per cent signs and Han
are Chinese. A comma behind a time or score (18:00，10千伏) is no figure's. Addresses and lines of Latin words alone are
left. Brackets come back in pairs: 在WTO（World …）里.
"""

from __future__ import annotations

import re

from jxprint.text.addresses import ADDRESS
from jxprint.text.forms import Form
from jxprint.text.han import IDEOGRAPH
from jxprint.text.width import FULL_OF_HALF, STOP_OF_POINT, fold

_HALF = re.compile("[" + re.escape("".join(FULL_OF_HALF)) + "]")
# Chinese marks and forms as well: what they stand in is no line of Latin words.
_CHINESE = (
    ("\u2e80", "\u9fff"),
    ("\uf900", "\ufaff"),
    ("\ufe30", "\ufe4f"),
    ("\uff00", "\uffef"),
    ("\U00020000", "\U0003ffff"),
)
_WORD = re.compile("[A-Za-z]{2,}")
# The comma behind a time or score is none of a number (18:00，10千伏); behind a ratio of thousands (1:1,000) it is.
_BEHIND_TIME = re.compile(r"(?<![0-9:])[0-9]{1,2}:(?:[0-5][0-9](?=[,;])|[0-9]{1,3}(?=[,;](?![0-9]{3}(?![0-9]))))")
_BLANKS = " \xa0"
# What Latin words may have between their last letter and a mark: a closing mark and a blank, at most so many.
_OVER = frozenset(_BLANKS + ".,:;()!?\"'")
_MOST_OVER = 4
# Beside a mark they are Chinese; with a blank between, as in `said: “No”`, they open or close Latin words.
_QUOTES = "“”‘’"
# A quotation of Latin words has their marks, but for the comma that a Chinese sentence puts behind it: “Yes，”他说.
_LATIN_QUOTED = re.compile("(?<=[“‘「『])[A-Za-z][!-~]* [ -~]*?(?=[,;:]?[”’」』])")
# A bracket behind one of these is a formula's: 111÷(1+11%).
_RECKONED = frozenset("÷×＝=+")
# A point that closes a sentence stands behind Han or a closing mark; behind a figure only at the end of a line or a
# quotation, since `3.` before Han numbers an item.
_STOP = Form(
    rf"(?:(?<={IDEOGRAPH})|(?<=[”’）)》〉」』】%％]))(?<!\.)\.(?!\.)|(?<=[0-9A-Za-z])(?<!^[0-9])(?<!^[0-9][0-9])\.(?=[”’\"')）」』]|$)",
    re.MULTILINE,
)
_PLAIN_STOP = Form(rf"(?<={IDEOGRAPH}{{2}})\.(?![.0-9A-Za-z])")
_STOP_AT_END = Form(rf"(?<={IDEOGRAPH}{{2}})\.(?=[”’\"'」』]?\s*$)", re.MULTILINE)
# Where fewer points than these stand behind Han, they may be slips or parts of names.
_STOPS, _STOPS_AT_END = 5, 2


def widened(text: str, *, stops: bool = False) -> str:
    """The text with its folded marks at full width; with `stops` points that close sentences as well (`folds_stops`).

    `folded(widened(text))` is `folded(text)`, but for points that `stops` brought back.
    """
    if stops:
        text = with_stops(text)
    if _HALF.search(text) is None:
        return text
    lines = text.splitlines(keepends=True)
    return _line(text) if len(lines) == 1 else "".join(map(_line, lines))


def with_stops(text: str) -> str:
    """The text with points that close sentences as stops."""
    return _STOP.pattern.sub(lambda match: STOP_OF_POINT[match[0]], text)


def folded(text: str, *, stops: bool = False) -> str:
    """Full-width forms to half width: the one listed fold, and the one of stops where a dump has that too."""
    text = fold(text)
    return text.replace("。", ".") if stops else text


def folds_stops(text: str) -> bool:
    """Whether a dump wrote 。 as a point throughout: it has none, and many points behind Han, some that end a line."""
    if "." not in text or "。" in text:
        return False
    return len(_PLAIN_STOP.findall(text)) >= _STOPS and len(_STOP_AT_END.findall(text)) >= _STOPS_AT_END


def _line(text: str) -> str:
    """One line: it says whose its marks are."""
    marks = [match.start() for match in _HALF.finditer(text)]
    if not marks or _is_latin_line(text):
        return text
    kept = {at for at in marks if _is_latin(text, at)}
    for first, second in _pairs(text):
        if first and text[first - 1] in _RECKONED and text[first + 1 : second].isascii():
            kept |= {first, second}
        elif not (first in kept and second in kept):
            kept -= {first, second}
    kept.difference_update(match.end() for match in _BEHIND_TIME.finditer(text))
    if "“" in text or "「" in text or "‘" in text:
        for match in _LATIN_QUOTED.finditer(text):
            kept.update(range(*match.span()))
    if "." in text:  # no address without one
        for match in ADDRESS.finditer(text):
            kept.update(range(*match.span()))
    out = list(text)
    for at in marks:
        if at not in kept:
            out[at] = FULL_OF_HALF[out[at]]
    return "".join(out)


def _is_latin_line(text: str) -> bool:
    chinese = (low <= char <= high for char in text if char >= _CHINESE[0][0] for low, high in _CHINESE)
    return not any(chinese) and len(_WORD.findall(ADDRESS.sub("", text))) > 1


def _is_latin(text: str, at: int) -> bool:
    """Whether a mark stands between two ASCII letters or digits, or between two of them with a blank by it."""
    left, blank_left = _nearest(text, at, -1)
    right, blank_right = _nearest(text, at, 1)
    close = left == at - 1 and right == at + 1
    return left >= 0 and right >= 0 and (close or blank_left or blank_right)


def _nearest(text: str, at: int, step: int) -> tuple[int, bool]:
    """Where the nearest ASCII letter or digit stands (-1: something else does), and whether a blank is before it."""
    blank = False
    for here in range(at + step, at + step * (_MOST_OVER + 2), step):
        if not 0 <= here < len(text):
            break
        char = text[here]
        if char.isascii() and char.isalnum():
            return here, blank
        if char not in _OVER and not (blank and char in _QUOTES):
            break
        blank = blank or char in _BLANKS
    return -1, blank


def _pairs(text: str) -> list[tuple[int, int]]:
    """Offsets of round brackets that belong together, of either width."""
    found: list[tuple[int, int]] = []
    opened: list[int] = []
    for match in re.finditer("[()（）]", text):
        if match[0] in "(（":
            opened.append(match.start())
        elif opened:
            found.append((opened.pop(), match.start()))
    return found
