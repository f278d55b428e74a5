"""The running text of a page with positions: the size that most of it has, its face, its pitch; and how boxes stand to
one another.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

from jxprint.geometry import Rect
from jxprint.reconstruct.evidence import Line
from jxprint.reconstruct.units import ems

# Sizes that differ by less are one: as made, and as measured off an image.
_ONE_SIZE, _ONE_SIZE_MEASURED = 0.03, 0.14
# Lines of fewer ems tell no size by their lengths.
_TELLING = 8


class Body(Struct, frozen=True):
    """The running text of a page: its size and pitch (points), its face, and how far a size may be off."""

    size: float
    pitch: float
    face: str
    off: float

    def is_body(self, line: Line) -> bool:
        """Whether a line has the size of the text."""
        return abs(size_of(line) / self.size - 1) <= self.off

    def is_large(self, line: Line) -> bool:
        """Whether a line is display type by its size."""
        return size_of(line) > self.size * (1 + self.off) and size_of(line) >= 1.1 * self.size

    def same(self, one: Line, other: Line) -> bool:
        """Whether two lines have one size and one face."""
        low, high = sorted((size_of(one), size_of(other)))
        return high <= low * (1 + self.off) and one.face == other.face and one.down == other.down


def box_of(line: Line) -> Rect:
    """The box of a line that has one."""
    assert line.box is not None
    return line.box


def size_of(line: Line) -> float:
    """The size of a line (points)."""
    return line.size or box_of(line).height


def over(one: Rect, other: Rect) -> float:
    """How much of the narrower of two boxes stands over or under the other (0 to 1)."""
    common = min(one.right, other.right) - max(one.x, other.x)
    return max(0.0, common) / max(0.01, min(one.width, other.width))


def beside(one: Rect, other: Rect) -> float:
    """How much of the lower of two boxes stands beside the other (0 to 1)."""
    common = min(one.bottom, other.bottom) - max(one.y, other.y)
    return max(0.0, common) / max(0.01, min(one.height, other.height))


def body_of(lines: Sequence[Line], exact: bool) -> Body:
    """The size that most characters have, the face that most of those have, and the pitch of their lines."""
    off = _ONE_SIZE if exact else _ONE_SIZE_MEASURED
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(size_of(line), 1)] += len(line.text)
    if not exact:
        sizes = Counter({size: sum(n for one, n in sizes.items() if abs(one / size - 1) < off / 2) for size in sizes})
    near = max(sizes, key=lambda one: (sizes[one], one))
    own = [line for line in lines if abs(size_of(line) / near - 1) <= off]
    exactly = Counter(round(size_of(line), 2) for line in own)
    size = max(exactly, key=lambda one: (exactly[one], one)) if exact else _by_length(own)
    faces: Counter[str] = Counter()
    for line in own:
        faces[line.face] += len(line.text)
    face = faces.most_common(1)[0][0]
    return Body(size, _pitch([line for line in own if line.face == face], size, exact), face, off)


def _by_length(lines: Sequence[Line]) -> float:
    """The size that the lengths of lines tell, which are measured far finer than their depths."""
    told = [box_of(line).width / count for line in lines if (count := ems(line.text)) >= _TELLING]
    return middle(told) if told else middle([size_of(line) for line in lines])


def middle(values: Sequence[float]) -> float:
    """The middle one of some values."""
    return sorted(values)[len(values) // 2]


def _pitch(lines: Sequence[Line], size: float, exact: bool) -> float:
    steps: list[float] = []
    ordered = sorted(lines, key=lambda line: (round(box_of(line).right / size), box_of(line).bottom))
    for one, other in pairwise(ordered):
        step = box_of(other).bottom - box_of(one).bottom
        if over(box_of(one), box_of(other)) > 0.5 and 0.8 * size < step < 2.5 * size:
            steps.append(step)
    if not steps:
        return 0.0
    if not exact:
        return middle(steps)
    counts = Counter(round(step, 2) for step in steps)
    return max(counts, key=lambda one: (counts[one], -one))
