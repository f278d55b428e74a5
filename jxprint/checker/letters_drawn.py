"""Letters that are put together of rules and squares: no reader gets them, and paper shows them.

What a page of ours paints outside its figures is text, and rules, boxes and plates that run along a column, a table or
a name; dots under characters or in a row; the hyphen of a broken word. Strokes of a letter are short and hang
together, and nothing of ours that is short hangs together with more than one other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from jxprint.checker.graphics import Contour
from jxprint.intake.matrices import Box

# Longer than this (points) is no stroke of a letter, but of a poster's.
_SHORT_PT = 40.0
# How far strokes of one letter stand apart: so many points, and so much of the shorter one's length. Dots in a row are
# one and a half of their width apart (jxprint.composition.strokes), name lines and hyphens a line.
_APART_PT, _APART = 5.0, 0.7
# So many pieces that hang together are a letter; a contour of more steps than a rectangle's counts for two.
_PIECES, _RECTANGLE = 3, 4
# A rule is so much thinner than it is long.
_FLAT = 0.2
# Pieces are sorted into squares of this side (points); in none of them is there room for so many.
_SQUARE_PT, _CROWD = 10.0, 100


def pieces_of(contours: Iterable[Contour]) -> Iterator[Contour]:
    """Contours of a painted path that are short enough to be strokes of letters."""
    for one in contours:
        left, low, right, high = one.box
        if right - left <= _SHORT_PT and high - low <= _SHORT_PT:
            yield one


def letters_drawn(pieces: Sequence[Contour]) -> tuple[Box, int] | None:
    """Where pieces hang together as strokes of a letter do, the first place of the stream, and how many pieces there
    are so; None where there are none.
    """
    heads = list(range(len(pieces)))

    def head(at: int) -> int:
        while heads[at] != at:
            heads[at] = at = heads[heads[at]]
        return at

    squares: dict[tuple[int, int], list[int]] = {}
    for at, piece in enumerate(pieces):
        for square in _squares(piece.box):
            there = squares.setdefault(square, [])
            if len(there) >= _CROWD:
                return piece.box, len(pieces)
            for other in there:
                if head(other) != head(at) and _hang_together(pieces[other].box, piece.box):
                    heads[max(head(other), head(at))] = min(head(other), head(at))
            there.append(at)
    weights: dict[int, int] = {}
    for at, piece in enumerate(pieces):
        weights[head(at)] = weights.get(head(at), 0) + (2 if piece.steps > _RECTANGLE else 1)
    found = [at for at in range(len(pieces)) if weights[head(at)] >= _PIECES]
    return (pieces[found[0]].box, len(found)) if found else None


def _squares(box: Box) -> Iterator[tuple[int, int]]:
    left, low, right, high = (
        int((edge + by) // _SQUARE_PT) for edge, by in zip(box, (-_APART_PT, -_APART_PT, 0.0, 0.0), strict=True)
    )
    for x in range(left, right + 1):
        for y in range(low, high + 1):
            yield x, y


def _hang_together(one: Box, two: Box) -> bool:
    across, up = max(one[0], two[0]) - min(one[2], two[2]), max(one[1], two[1]) - min(one[3], two[3])
    if (up <= 0 < across and _is_rule(one) and _is_rule(two)) or (across <= 0 < up and _stands(one) and _stands(two)):
        return False
    apart = max(across, up)
    length = min(max(box[2] - box[0], box[3] - box[1]) for box in (one, two))
    return apart <= min(_APART_PT, _APART * length)


def _is_rule(box: Box) -> bool:
    """Whether a piece lies flat; what goes on in its line is the next name's, and no stroke of the same letter."""
    return box[3] - box[1] <= _FLAT * (box[2] - box[0])


def _stands(box: Box) -> bool:
    return box[2] - box[0] <= _FLAT * (box[3] - box[1])
