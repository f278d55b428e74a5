"""A vertical page (直排) that a dump took row by row: a row has one character of every column, the first column last.

Blocks of rows are turned to columns where many more words of the language stand from above than from left to right.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from msgspec import Struct

from jxprint.text.word_table import words_of

# Where a row is shorter than one below it, its place in a column is an ideographic blank, which no row has there.
_FILL = "　"
_FEWEST_ROWS, _WIDEST, _LEAST_EVEN = 4, 60, 0.6
# Pairs of characters looked at, and how many of them must be words: from above, and for each one from the left.
_FEWEST_PAIRS, _LEAST_SHARE, _TIMES = 24, 0.12, 2.5
_MOST_ROWS = 3000


class Turned(Struct, frozen=True):
    """The columns of a dump, each with the number of the row that its block begins at; blank rows stay. `blocks` are
    the lengths of the rows of each block, and an empty one for a blank row.
    """

    lines: tuple[tuple[int, str], ...]
    blocks: tuple[tuple[int, ...], ...]


def turned(rows: Sequence[str]) -> Turned | None:
    """The columns of rows that were taken across a vertical page; None where they were not."""
    blocks = list(_blocks(rows))
    squares = [block for _, block in blocks if _is_square(block)]
    whole = sum(sum(map(len, block)) for _, block in blocks)
    if sum(sum(map(len, block)) for block in squares) < _LEAST_EVEN * whole or not _reads_down(squares):
        return None
    lines: list[tuple[int, str]] = []
    lengths: list[tuple[int, ...]] = []
    for number, block in blocks:
        lengths.append(tuple(map(len, block)))
        lines += ((number, column) for column in columns_of(block)) if block else [(number, "")]
    return Turned(tuple(lines), tuple(lengths))


def columns_of(block: Sequence[str]) -> list[str]:
    """The columns of a block of rows, from right to left."""
    width = max(map(len, block))
    return ["".join(row[at : at + 1] or _FILL for row in block) for at in range(width - 1, -1, -1)]


def rows_of(lines: Sequence[str], blocks: Sequence[Sequence[int]]) -> list[str]:
    """The rows that columns were made of: the way back."""
    rows: list[str] = []
    at = 0
    for lengths in blocks:
        width = max(lengths, default=1)
        columns = lines[at : at + width][::-1]
        rows += ["".join(column[k] for column in columns[:length]) for k, length in enumerate(lengths)] or [""]
        at += width
    return rows


def _blocks(rows: Sequence[str]) -> Iterator[tuple[int, list[str]]]:
    """Runs of rows that are not empty, by the number of the first, and each empty row alone as an empty block."""
    block: list[str] = []
    for number, row in enumerate(rows, 1):
        if row:
            block.append(row)
            continue
        if block:
            yield number - len(block), block
            block = []
        yield number, []
    if block:
        yield len(rows) + 1 - len(block), block


def _is_square(block: Sequence[str]) -> bool:
    """Whether rows are as long as one another but for blanks at an end, as columns side by side make them."""
    if not _FEWEST_ROWS <= len(block) <= _MOST_ROWS:
        return False
    width = max(map(len, block))
    return 2 <= width <= _WIDEST and sum(len(row) == width for row in block) >= 0.8 * len(block)


def _reads_down(blocks: Sequence[Sequence[str]]) -> bool:
    down = across = pairs = across_pairs = 0
    words = _words() if blocks else frozenset()
    for block in blocks:
        for column in columns_of(block):
            pairs += len(column) - 1
            down += sum(column[at : at + 2] in words for at in range(len(column) - 1))
        for row in block:
            across_pairs += len(row) - 1
            across += sum(row[at : at + 2] in words for at in range(len(row) - 1))
    if pairs < _FEWEST_PAIRS or not across_pairs:
        return False
    return down / pairs > max(_LEAST_SHARE, _TIMES * across / across_pairs)


@cache
def _words() -> frozenset[str]:
    """Words of two characters."""
    return frozenset(words_of(2))
