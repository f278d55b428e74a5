"""Lines that do not stand where the text around them leaves room for them.

A line that stands elsewhere is a column of its own, and columns may go on anywhere. What gives it away is the hole: the
text goes on right below it, one line too far down.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby, pairwise

from msgspec import Struct

from jxprint.checker.others.columns import Column
from jxprint.checker.others.rows import Line

# Lines that may have been moved at once.
_LINES = 2
# Of a hole: how much deeper or shallower (pitches) than the lines that belong there; and the pitch (ems) where no two
# lines stand below one another.
_OFF, _PITCH_EM = 0.4, (1.0, 2.0)
# So much of the narrower line has the other below it; lines around a full one may be indented by so much (ems).
_BELOW, _INDENT_EM = 0.5, 4.2
# What stands this near a line (ems) stands on it.
_LEVEL_EM = 0.45
# Sizes that differ by no more than this share are one.
_SIZE = 0.08


class Run(Struct, frozen=True):
    """Text that stands in one column: the numbers of its first and last glyph (from 0) in what is read, its lines
    there, and the pitch of its column (points; None in a column of one line).
    """

    first: int
    last: int
    lines: Sequence[Line]
    pitch: float | None


def runs(places: Sequence[tuple[int, int] | None], columns: Sequence[Column]) -> list[Run]:
    """A text column by column; `places` are the column and line of each glyph, None of what stands beside lines."""
    known = [(at, place) for at, place in enumerate(places) if place is not None]
    found: list[Run] = []
    for column, group in groupby(known, lambda one: one[1][0]):
        visited = list(group)
        lines = columns[column].lines
        low, high = visited[0][1][1], visited[-1][1][1]
        pitches = sorted(two.across - one.across for one, two in pairwise(lines))
        pitch = pitches[len(pitches) // 2] if pitches else None
        found.append(Run(visited[0][0], visited[-1][0], lines[low : high + 1], pitch))
    return found


def displaced(found: Sequence[Run], is_one: Callable[[int, int], bool]) -> Iterator[int]:
    """The first glyphs (from 0) of lines that do not stand in the hole that the text around them leaves; `is_one` says
    whether two glyphs are of one paragraph.
    """
    for one, moved, two in zip(found, found[1:], found[2:], strict=False):
        if not (one.lines and two.lines and 0 < len(moved.lines) <= _LINES):
            continue
        if not (is_one(one.last, moved.first) and is_one(moved.first, moved.last)):
            continue  # a paragraph may begin elsewhere: a byline, a caption
        above, below = one.lines[-1], two.lines[0]
        if any(abs(line.size - above.size) > _SIZE * above.size for line in moved.lines):
            continue  # a drop cap, a subhead
        if abs(moved.lines[0].across - above.across) <= _LEVEL_EM * above.size:
            continue  # the rest of a line, behind a wide space
        is_hole = _is_hole(above, below, len(moved.lines), one.pitch or two.pitch)
        if is_hole and not all(_is_between(line, above, below) for line in moved.lines):
            yield moved.first


def _is_hole(above: Line, below: Line, lines: int, pitch: float | None) -> bool:
    """Whether between two lines there is room for just so many."""
    if above.down != below.down or _over(above, below) < _BELOW * min(_long(above), _long(below)):
        return False
    depth = below.across - above.across
    if pitch is not None:
        return abs(depth - (lines + 1) * pitch) <= _OFF * pitch
    least, most = (em * above.size * (lines + 1) for em in _PITCH_EM)
    return least <= depth <= most


def _is_between(line: Line, above: Line, below: Line) -> bool:
    start, end = min(above.start, below.start), max(above.end, below.end)
    is_along = start - _INDENT_EM * line.size <= line.start < end
    return is_along and above.across < line.across < below.across


def _over(one: Line, two: Line) -> float:
    return min(one.end, two.end) - max(one.start, two.start)


def _long(line: Line) -> float:
    return line.end - line.start
