"""The grid of a page measured (版心网格): base columns, their measure and gap, size and pitch, and what each story
stands on. Lines end where marks hang or are closed up, so an edge is where most lines have it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from jxprint.reconstruct.evidence import Line
from jxprint.reconstruct.printed.body import Body, box_of, size_of
from jxprint.reconstruct.printed.page import Seen, SeenStory
from jxprint.reconstruct.printed.paragraphs import Leg

# Legs of fewer lines tell no measure. Columns fill the type area but for this share of one.
_LEAST_LINES, _LATTICE = 4, 0.04
_LATTICE_MEASURED = 0.12
_MOST_COLUMNS = 16
_RAGGED = ("verse", "table", "item")
# Edges are the same within this (points): as made, and as measured off an image in ems.
_GRAIN, _GRAIN_MEASURED = 0.05, 0.2
_NO_GAP = 0.05
# Marks whose white may hang over an edge or be closed up there.
_OPENERS, _HANGING = "“‘「『（《〈【〔(", "，。、；：！？”’」』）》〉】〕…—·.,;:!?)"


class Edges(Struct, frozen=True):
    """The left and right edge of a leg (points)."""

    left: float
    right: float

    @property
    def width(self) -> float:
        """The measure in points."""
        return self.right - self.left


class Grid(Struct, frozen=True):
    """Base columns from `left` on (points), their measure and gap in ems of `size`; `pitch` is 0 where unknown."""

    left: float
    columns: int
    measure: float
    gap: float
    size: float
    pitch: float

    @property
    def step(self) -> float:
        """From the left edge of a column to that of the next (points)."""
        return (self.measure + self.gap) * self.size


def edges_of(leg: Leg, body: Body, exact: bool) -> Edges | None:
    """The edges that most full lines of a leg have; None where it has too few of the body's size."""
    lines = [line for run in leg.runs if not run.table for line in run.lines if body.is_body(line)]
    if len(lines) < _LEAST_LINES:
        return None
    lefts = [box_of(line).x for line in lines if line.text[0] not in _OPENERS]
    rights = [box_of(line).right for line in lines if line.text[-1] not in _HANGING]
    if not lefts or not rights:
        return None
    if exact:
        edges = Edges(_outmost(lefts, min), _outmost(rights, max))
    else:
        grain = _GRAIN_MEASURED * body.size
        edges = Edges(_usual(lefts, grain), _usual(rights, grain))
    return edges if edges.width > 4 * body.size else None


def _outmost(values: Sequence[float], choose: Callable[[list[float]], float]) -> float:
    """The edge furthest out that several lines have: lines beside a picture are shorter."""
    counts = Counter(round(one / _GRAIN) for one in values)
    several = [one for one in values if sum(counts[round(one / _GRAIN) + k] for k in (-1, 0, 1)) > 1]
    return choose(several or list(values))


def _usual(values: Sequence[float], grain: float) -> float:
    """The value that most have, within a grain; of two the one further out is none's."""
    counts = Counter(round(one / grain) for one in values)
    near = {one: counts[one - 1] + counts[one] + counts[one + 1] for one in counts}
    best = max(near, key=lambda one: (near[one], counts[one]))
    own = [one for one in values if abs(one / grain - best) <= 1.5]
    return sorted(own)[len(own) // 2]


def story_edges(story: SeenStory, body: Body, exact: bool) -> list[Edges]:
    """The edges of those legs of a story that tell them, from left to right."""
    found = (edges_of(leg, body, exact) for leg in story.legs)
    return sorted((one for one in found if one is not None), key=lambda one: one.left)


def measure_of(story: SeenStory, body: Body, exact: bool) -> float | None:
    """The measure of a story's legs in ems of the body; None where no leg tells it."""
    edges = story_edges(story, body, exact)
    if not edges or all(one.piece.role in _RAGGED for one in story.stretches):
        return None
    widths = sorted(one.width for one in edges)
    return in_ems(widths[len(widths) // 2], body, exact)


def in_ems(width: float, body: Body, exact: bool) -> float:
    """Points in ems of the body, as fine as the source tells."""
    return round(width / body.size, 2) if exact else round(width / body.size * 2) / 2


def lines_of(leg: Leg, pitch: float) -> int:
    """The rows that a leg takes from its first line to its last."""
    lines = leg.lines
    if not pitch:
        return len(lines)
    bottoms = [box_of(line).bottom for line in lines]
    return max(len(_rows(lines)), round((max(bottoms) - min(bottoms)) / pitch) + 1)


def _rows(lines: Sequence[Line]) -> set[int]:
    return {round(box_of(line).bottom / size_of(line)) for line in lines}


def grid_of(seen: Seen) -> Grid | None:
    """The page's base columns: the measure that most lines have of those that fill the type area."""
    exact, body = seen.paper.exact, seen.body
    legs = list(_measured(seen))
    if not legs:
        return None
    left, right = min(edges.left for edges, _, _ in legs), max(edges.right for edges, _, _ in legs)
    gaps = list(_gaps(seen))
    weights: Counter[float] = Counter()
    for edges, lines, _ in legs:
        weights[round(edges.width, 1 if exact else 0)] += lines
    gap = _usual(gaps, _NO_GAP if exact else 0.2 * body.size) if gaps else 1.2 * body.size
    best: tuple[float, float, int] | None = None
    for width, lines in weights.items():
        own = sorted(edges.width for edges, _, _ in legs if abs(edges.width - width) <= (0.1 if exact else 1.0))
        near = own[len(own) // 2] if own else width
        columns = (right - left + gap) / (near + gap)
        off = abs(columns - round(columns))
        fits = off < (_LATTICE if exact else _LATTICE_MEASURED) and 1 <= round(columns) <= _MOST_COLUMNS
        worth = lines * (1.0 if fits else 0.2)
        if best is None or worth > best[0]:
            best = worth, near, max(1, round(columns))
    assert best is not None
    return Grid(
        left, best[2], in_ems(best[1], body, exact), round(gap / body.size, 2 if exact else 1), body.size,
        round(body.pitch, 2),
    )  # fmt: skip


def _measured(seen: Seen) -> Iterator[tuple[Edges, int, SeenStory]]:
    for story in seen.stories:
        for leg in story.legs:
            edges = edges_of(leg, seen.body, seen.paper.exact)
            if edges is not None and not all(one.piece.role in _RAGGED for one in story.stretches):
                yield edges, len(leg.lines), story


def _gaps(seen: Seen) -> Iterator[float]:
    for story in seen.stories:
        edges = story_edges(story, seen.body, seen.paper.exact)
        for one, other in pairwise(edges):
            if 0 < other.left - one.right < 4 * seen.body.size:
                yield other.left - one.right
