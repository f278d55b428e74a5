"""Plain text and wire copy: one paragraph a line, or lines of one width that were cut where a screen ended."""

from __future__ import annotations

import re
from collections.abc import Sequence

from jxprint.description.encodings import decode
from jxprint.errors import DescriptionError, Finding, Place
from jxprint.exchange.rough import Piece, Rough
from jxprint.exchange.sources import Gathered

_INDENTED = re.compile(r"^(?:\u3000| {2,}|\t)")
_ENDS = '。！？…：；”’」』）.!?:;")'
# So many lines that are indented say that all paragraphs are.
_MANNER = 2
# A line that was cut where a screen ended is nearly as wide as the widest: a word or a mark may have gone on.
_FULL = 0.7


def read(data: bytes, file: str, name: str) -> Gathered:
    """The paragraphs of a text file. Raises DescriptionError where its encoding cannot be told, or it is no text."""
    gathered = Gathered()
    text = text_of(data, file, gathered.findings)
    lines = text.split("\n")
    joined = _joined(lines)
    for number, line in joined:
        if line.strip() or number > 1:
            gathered.roughs.append(Rough((Piece(line),), line=number))
    while gathered.roughs and not gathered.roughs[-1].text.strip():
        gathered.roughs.pop()
    if (cut := len(lines) - len(joined)) > 0:
        gathered.findings.append(Finding("exchange.joined", Place(file), {"count": cut}, "note"))
    return gathered


def text_of(data: bytes, file: str, findings: list[Finding]) -> str:
    """The text of a file with LF line ends. Raises DescriptionError where it is none."""
    wrong: list[Finding] = []
    decoded = decode(data, Place(file, 1, 1), wrong)
    if decoded is None:
        raise DescriptionError(*wrong)
    findings += wrong
    text = decoded[0].removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise DescriptionError(Finding("exchange.binary", Place(file, line)))
    return text


def _joined(lines: Sequence[str]) -> list[tuple[int, str]]:
    """Lines with their numbers; those that go on with the one before, in copy whose paragraphs are all indented, are
    one with it; a line that is short was not cut there. A space stands between two letters of Latin words only.
    """
    numbered = list(enumerate(lines, 1))
    widest = max((_width(line) for line in lines), default=0)
    first = next((at for at, line in enumerate(lines) if _INDENTED.match(line) and line.strip()), None)
    if first is None or sum(1 for line in lines if _INDENTED.match(line) and line.strip()) < _MANNER:
        return numbered
    found = numbered[: first + 1]
    for number, line in numbered[first + 1 :]:
        at, before = found[-1]
        ended = before.rstrip()
        is_full = _width(lines[number - 2]) >= _FULL * widest
        if is_full and line.strip() and ended and not _INDENTED.match(line) and ended[-1] not in _ENDS:
            is_latin = ended[-1].isascii() and line.lstrip()[0].isascii()
            found[-1] = (at, ended + (" " if is_latin else "") + line.strip())
        else:
            found.append((number, line))
    return found


def _width(line: str) -> int:
    """How wide a line is on a screen, in columns: two for what is Chinese."""
    return sum(2 if char >= "\u2e80" else 1 for char in line.rstrip())
