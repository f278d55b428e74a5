"""The path under way (ISO 32000-1, 8.5.2), by its corners on the page, and what of it is seen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from msgspec import Struct, field

from jxprint.intake.matrices import Box

Spot = tuple[float, float]

# Points of the page within which numbers of a file are the same.
_SAME = 0.01


class Path(Struct):
    """Subpaths, each its points in the page's own space; of curves those that steer them, which hold what is drawn."""

    parts: list[list[Spot]] = field(default_factory=list)
    curved: bool = False

    def begin(self, spot: Spot) -> None:
        """Operator m."""
        self.parts.append([spot])

    def add(self, spots: Iterable[Spot]) -> None:
        """Operators l and c; without a beginning there is nothing to add to."""
        if self.parts:
            self.parts[-1] += spots

    @property
    def first(self) -> Spot:
        """Where it begins."""
        return self.parts[0][0]

    @property
    def box(self) -> Box:
        """The smallest rectangle that holds it."""
        return box_of(spot for part in self.parts for spot in part)

    def filled(self, view: Box) -> Spot | None:
        """The top left corner of what is seen of it where it is filled; None where nothing is seen in `view`."""
        return next(_corners((box_of(part) for part in self.parts), view), None)

    def stroked(self, view: Box) -> Spot | None:
        """The same where it is stroked: a frame about the page leaves nothing on it."""
        for part in self.parts:
            steps = list(pairwise(part)) or [(part[0], part[0])]
            if any(True for _ in _corners(map(box_of, steps), view)):
                return next(_corners([box_of(part)], view), None)
        return None

    def slices(self) -> Iterator[Box]:
        """Its upright rectangles, as `re` or four corners draw them."""
        for part in self.parts:
            left, low, right, high = box = box_of(part)
            ends = ((left, right), (low, high))
            is_upright = len(part) in (4, 5) and all(
                min(abs(spot[way] - end) for end in ends[way]) <= _SAME for spot in part for way in (0, 1)
            )
            if is_upright and not self.curved:
                yield box


def box_of(spots: Iterable[Spot]) -> Box:
    """The smallest rectangle that holds some points, one at least."""
    xs, ys = zip(*spots, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def overlap(one: Box, two: Box) -> Box:
    """What two rectangles share; its right edge is left of its left one where that is nothing."""
    return max(one[0], two[0]), max(one[1], two[1]), min(one[2], two[2]), min(one[3], two[3])


def corner(box: Box, view: Box) -> Spot | None:
    """The top left corner of what is seen of a rectangle in a view; None where nothing is."""
    return next(_corners([box], view), None)


def _corners(boxes: Iterable[Box], view: Box) -> Iterator[Spot]:
    """Rectangles that share more than an edge with a view; a line has no width and is seen all the same."""
    for box in boxes:
        if box[0] < view[2] and box[2] > view[0] and box[1] < view[3] and box[3] > view[1]:
            yield max(box[0], view[0]), min(box[3], view[3])
