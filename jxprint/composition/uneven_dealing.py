"""Lines dealt over the legs of a story with corners, which are not equally deep: all full but for the few lines that
are wanting, which are left at the feet of the last ones, as far as their neighbours allow.
"""

from __future__ import annotations

from collections.abc import Sequence

from jxprint.composition.dealing import Line, strands
from jxprint.composition.drawing import Piece
from jxprint.composition.shaping import Stretch

_INFINITE = float("inf")
# Fewer lines than these over or under a picture are a scrap that nobody finds, where the column could hold more; one
# costs as much as a leg that is this many lines short.
FEWEST = 3
_SCRAP = 4.0
# Rows of text that columns drawn side by side share at the least.
SHARED = 2


def dealt(
    lines: Sequence[Line], stretches: Sequence[Stretch], pieces: Sequence[Piece], beside: Sequence[tuple[Piece, Piece]]
) -> list[int] | None:
    """Lines in each stretch, None where they cannot be dealt without stranding a subhead; in such a way, if there is
    one, that legs share rows of text that are drawn side by side, and none leaves a hole over another block.
    """
    room = [one.rows for one in stretches]
    counts = deal_unevenly(lines, room, _least(stretches, pieces, beside))
    return deal_unevenly(lines, room) if counts is None else counts


def _least(stretches: Sequence[Stretch], pieces: Sequence[Piece], beside: Sequence[tuple[Piece, Piece]]) -> list[int]:
    """The fewest lines of each stretch. A column that is parted in blocks shares rows by all of them, and is not asked
    for more than its block is.
    """
    last = stretches[-1].block if stretches else 0
    least = [max(min(1, one.rows), one.rows - FEWEST if one.block < last else 0) for one in stretches]
    of = {piece: number for number, piece in enumerate(pieces)}
    for left, right in beside:
        both = [
            [at for at, one in enumerate(stretches) if (one.piece, one.column) == (of[piece], column)]
            for piece, column in ((left, left.column + left.span - 1), (right, right.column))
        ]
        if any(len(found) != 1 for found in both):
            continue
        ends = [found[0] for found in both]
        row = max(stretches[at].top for at in ends) + SHARED
        for at in ends:
            least[at] = min(stretches[at].rows, max(least[at], row - stretches[at].top))
    return least


def _scrap(lines: int, room: int) -> float:
    if not lines and room:  # a column that is drawn and has no text
        return _SCRAP**3
    return _SCRAP * _SCRAP if lines < min(FEWEST, room) else 0.0


def deal_unevenly(lines: Sequence[Line], room: Sequence[int], least: Sequence[int] = ()) -> list[int] | None:
    """Lines for legs that hold `room` lines each: all legs full but for the lines that are wanting over all, which are
    left at the feet of the last ones, one each where that will do. None where there is no room, or no way that strands
    no subhead.
    """
    over = sum(room) - len(lines)
    if over < 0:
        return None
    # By how many lines have been left out so far: the cost, and what each leg holds.
    ways: dict[int, tuple[float, list[int]]] = {0: (0.0, [])}
    begin, none = 0, (_INFINITE, list[int]())
    spare = [rows - fewest for rows, fewest in zip(room, least or [0] * len(room), strict=True)]
    stranded = [0 < end < len(lines) and strands(lines, end) for end in range(sum(room) + 1)]
    later = sum(spare)
    for number, rows in enumerate(room):
        found: dict[int, tuple[float, list[int]]] = {}
        later -= spare[number]
        # Uneven legs show; of two ways the later legs are the shorter ones.
        share = (len(room) - number) / (100.0 * len(room))
        prices = [less * less + _scrap(rows - less, rows) + less * share for less in range(spare[number] + 1)]
        for left, (cost, counts) in ways.items():
            for less in range(max(0, over - left - later), min(over - left, spare[number]) + 1):
                if stranded[begin + rows - left - less]:
                    continue
                price = cost + prices[less]
                if price < found.get(left + less, none)[0]:
                    found[left + less] = price, [*counts, rows - less]
        ways = found
        begin += rows
    return ways[over][1] if over in ways else None
