"""The PDF's text against a raw dump of the page, through a fold that is listed here and nowhere widened.

1. Width: what jxprint.text.width.HALF_OF_FULL lists, on both sides.
2. Joints: a line break of the dump is no character, whether it ends a paragraph or a column.
3. White at the beginning and end of the dump's lines (indents) is no character.
4. Articles may stand in the dump in any order; each must stand there whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from jxprint.checker.alignment import Hunk, align
from jxprint.errors import DescriptionError, Finding, Place
from jxprint.intake.kinds import no_file
from jxprint.intake.refusals import reason
from jxprint.text.width import fold

# A dump larger than this is not a page's text.
_BYTES = 16 << 20
_PIECE = 6
_KEYS = {
    "missing": "checks.dump_missing",
    "extra": "checks.dump_extra",
    "altered": "checks.dump_altered",
    "moved": "checks.dump_moved",
}


def compare_dump(path: Path, articles: Sequence[str]) -> list[Finding]:
    """Differences between a dump and the articles' texts as read from the PDF. Raises DescriptionError."""
    text, places = _folded(_read(path))
    read = "".join(_in_order_of(text, [fold(article) for article in articles]))
    return [_finding(hunk, text, read, places, path) for hunk in align(text, read)]


def _read(path: Path) -> str:
    if kind := no_file(path):
        raise DescriptionError(Finding("checks.not_a_file", Place(file=str(path)), {"reason": kind}))
    try:
        if path.stat().st_size > _BYTES:
            raise DescriptionError(Finding("checks.dump_too_large", Place(file=str(path)), {"limit": _BYTES >> 20}))
        return path.read_bytes().decode("utf-8-sig")
    except OSError as problem:
        told = reason(problem)
    except UnicodeDecodeError as problem:
        told = f"UTF-8: {problem.reason}"
    raise DescriptionError(Finding("checks.dump_unreadable", Place(file=str(path)), {"reason": told}))


def _folded(dump: str) -> tuple[str, list[tuple[int, int]]]:
    """The dump's text without joints and indents, and the line and column of each character."""
    pieces: list[str] = []
    places: list[tuple[int, int]] = []
    for number, line in enumerate(dump.splitlines(), 1):
        text = line.strip()
        start = line.index(text) if text else 0
        pieces.append(fold(text))
        places.extend((number, column) for column in range(start + 1, start + len(text) + 1))
    return "".join(pieces), places


def _in_order_of(dump: str, articles: Sequence[str]) -> list[str]:
    """The articles in the order in which the dump has them; one that is not found stays behind its neighbour."""
    where: dict[str, int] = {}
    for at in range(len(dump) - _PIECE + 1):
        where.setdefault(dump[at : at + _PIECE], at)
    placed: list[tuple[int, int, str]] = []
    last = -1
    for number, article in enumerate(articles):
        at = dump.find(article)
        if at < 0:
            at = next(_shared(article, where), last)
        placed.append((at, number, article))
        last = at
    return [article for _, _, article in sorted(placed)]


def _shared(article: str, where: dict[str, int]) -> Iterator[int]:
    for at in range(len(article) - _PIECE + 1):
        if article[at : at + _PIECE] in where:
            yield where[article[at : at + _PIECE]]


def _finding(hunk: Hunk, dump: str, read: str, places: list[tuple[int, int]], path: Path) -> Finding:
    line, column = places[min(hunk.start, len(places) - 1)] if places else (1, 1)
    args = {"expected": dump[hunk.start : hunk.end], "read": read[hunk.read_start : hunk.read_end]}
    return Finding(_KEYS[hunk.kind], Place(str(path), line, column), args)
