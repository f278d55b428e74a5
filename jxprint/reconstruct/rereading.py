"""Stories read once more: where it is in doubt which breaks are joints (断栏处), or was decided otherwise than the legs
have them, the legs are read again by what words, lines and lengths together say of each break.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import log

from msgspec.structs import replace

from jxprint.reconstruct.deciding import SETTLED, is_joint, likelihoods
from jxprint.reconstruct.grid import PageGrid, read_again
from jxprint.reconstruct.legs import Piece
from jxprint.reconstruct.story_readings import Reading

# Breaks between these are in doubt (0 to 1).
_DOUBTFUL, _SURE = 0.07, 0.93
# How much of the odds of a break is what was decided of it; the rest is what they were. What was decided knows the legs
# as they were read, and must not count for all.
_DECIDED = 0.6
# Nothing is surer than this.
_SUREST = 1e-4


def read_once_more(
    stories: Sequence[Sequence[Piece]], grid: PageGrid, measure: float
) -> tuple[PageGrid, list[Sequence[float]]]:
    """The grid of a page, its doubtful stories read once more, and for each story how likely (0 to 1) its pieces end in
    a joint; `measure` (ems) is for stories without a reading.
    """
    told = list(zip(stories, grid.stories, strict=True))
    likely: list[Sequence[float]] = [likelihoods(pieces, reading, measure) for pieces, reading in told]
    weighed = [_weighed(pieces, reading, own) for (pieces, reading), own in zip(told, likely, strict=True)]
    again = read_again(grid, stories, weighed)
    for k, (pieces, reading) in enumerate(told):
        if again.stories[k] is not reading:
            likely[k] = likelihoods(pieces, again.stories[k], measure)
    return again, likely


def _weighed(pieces: Sequence[Piece], reading: Reading, likely: Sequence[float]) -> Sequence[Piece]:
    """A story's pieces with the odds of their ends as decided; the same ones where nothing is in doubt."""
    legs = reading.best.joints if reading.best is not None else ()
    as_read = [is_joint(one) for one in likely] == list(legs)
    if as_read and not any(_DOUBTFUL < one < _SURE for one in likely):
        return pieces
    return [_with_odds(piece, one) for piece, one in zip(pieces, likely, strict=True)]


def _with_odds(piece: Piece, likely: float) -> Piece:
    odds = piece.end - piece.joint
    if piece.text is None or abs(odds) > SETTLED:
        return piece
    held = min(max(likely, _SUREST), 1.0 - _SUREST)
    odds += _DECIDED * (log(held / (1.0 - held)) - odds)
    return replace(piece, end=max(0.0, odds), joint=max(0.0, -odds))
