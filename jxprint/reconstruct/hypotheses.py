"""What speaks for and against each measure that a page may have been set at, piece by piece that a column cut."""

from __future__ import annotations

from msgspec import Struct

from jxprint.reconstruct import Reconstruction
from jxprint.reconstruct.joining import leg_pieces
from jxprint.reconstruct.legs import readings
from jxprint.reconstruct.setting import INDENT, Style, lines_of
from jxprint.reconstruct.story_readings import is_cut

# So many measures are told, those with a share of less than this only as the next best.
_MOST, _LEAST = 5, 0.001
# A piece fills whole lines of a measure at a price (natural logarithm of odds) of no more than this.
_FILLS = 4.0
# A story comes out worse from so much on (natural logarithm of odds); what no legs explain costs this.
_WORSE, _WORST = 0.7, 99.0


class Hypothesis(Struct, frozen=True):
    """A measure (ems) with its share of likelihood; the lines of the source at whose ends columns ended, by whether
    what stands before them fills whole lines of it; the stories (from 0) whose legs come out worse than at others.
    """

    measure: float
    share: float
    fills: tuple[int, ...]
    fails: tuple[int, ...]
    worse: tuple[int, ...]


def hypotheses(found: Reconstruction) -> list[Hypothesis]:
    """The likeliest measures of a page, the best first."""
    told = [one for k, one in enumerate(found.grid.measures[:_MOST]) if k < 2 or one[1] >= _LEAST]
    cuts = [
        (piece, begins, story.pieces[at].text.spans[-1].line)
        for story in found.page.stories
        for at, piece, begins in is_cut(leg_pieces(story, Style()))
        if story.pieces[at].text.spans
    ]
    read: list[Hypothesis] = []
    worse = _worse(found, [measure for measure, _ in told])
    for measure, share in told:
        fills: list[int] = []
        fails: list[int] = []
        for piece, begins, line in cuts:
            assert piece.text is not None
            full = lines_of(piece.text, measure, INDENT if begins else 0.0).full
            (fills if min(full.values(), default=_FILLS + 1) <= _FILLS else fails).append(line)
        read.append(Hypothesis(measure, share, tuple(fills), tuple(fails), worse[measure]))
    return read


def _worse(found: Reconstruction, measures: list[float]) -> dict[float, tuple[int, ...]]:
    """By measure the stories that it sets worse than the best of them does."""
    worse: dict[float, list[int]] = {measure: [] for measure in measures}
    for number, story in enumerate(found.page.stories):
        pieces = leg_pieces(story, Style())
        if not any(is_cut(pieces)):
            continue
        prices = {
            measure: min((one.price for one in readings(pieces, measure, INDENT)), default=_WORST)
            for measure in measures
        }
        for measure, price in prices.items():
            if price > min(prices.values()) + _WORSE:
                worse[measure].append(number)
    return {measure: tuple(stories) for measure, stories in worse.items()}
