"""Places that are told twice, in pixels and in millimetres: whether both say the same.

An edge in pixels was rounded by itself, and all of a page lie as far from the edge of its sheet as its trim does. So
there is one distance that every edge comes to within half a pixel; an edge that does not is another's, or somebody's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jxprint.checker.kept.seen import Box

MM_PER_INCH = 25.4
# Half a pixel, and a hundredth of a millimetre for what is told to that: a far edge is told by two numbers.
_HALF_PX, _TOLD_MM = 0.5, 0.011

# A name, and its boxes (left, top, width, height) in pixels and in millimetres.
Twice = tuple[str, Sequence[Box], Sequence[Box]]


def other_lengths(places: Sequence[Twice], trim: Box, dpi: float) -> list[str]:
    """The names, in order, of which some box is not the same in both; `trim` is in pixels."""
    factor = dpi / MM_PER_INCH
    within = _HALF_PX + _TOLD_MM * factor
    found = {name for name, pixels, lengths in places if len(pixels) != len(lengths)}
    for axis in (0, 1):
        told = [(name, one - other * factor) for name, one, other in _edges(places, axis)]
        agreed = _agreed([distance for _, distance in told], within)
        found.update(name for name, distance in told if abs(distance - agreed) > within)
        if told and abs(trim[axis] - agreed) > 2 * within:  # it was rounded as well
            found.add(told[0][0])
    return [name for name in dict.fromkeys(name for name, _, _ in places) if name in found]


def _edges(places: Sequence[Twice], axis: int) -> Iterator[tuple[str, float, float]]:
    """Near and far edges along an axis. What stands beyond the sheet is told to stand at its edge."""
    for name, pixels, lengths in places:
        for box, mm in zip(pixels, lengths, strict=False):
            if box[axis] > 0:
                yield name, box[axis], mm[axis]
            yield name, box[axis] + box[axis + 2], mm[axis] + mm[axis + 2]


def _agreed(distances: Sequence[float], within: float) -> float:
    """The distance that the most come to."""
    told = sorted(distances)
    first = best = last = 0
    for at, distance in enumerate(told):
        while distance - told[first] > 2 * within:
            first += 1
        if at - first > last - best:
            best, last = first, at
    return (told[best] + told[last]) / 2 if told else 0.0
