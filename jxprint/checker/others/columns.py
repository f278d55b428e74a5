"""Lines and columns of a page of which nothing is known, from where its glyphs stand.

A line is what stands close on one baseline; a column is lines of one size, each under the one before, with nothing else
above or below it on its width. Vertical text is looked at with its axes turned.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from msgspec import Struct, field

from jxprint.checker.glyphs import Frame, Glyph
from jxprint.checker.others.rows import HUNG_EM, LEVEL_EM, RAISED_EM, Line, lines_of
from jxprint.checker.spots import figure_spots, spot_of
from jxprint.checker.vertical_order import Lines, split

# Lines of a column stand no further apart than this (ems), and their sizes differ by no more.
_PITCH_EM, _SIZE = 2.6, 1.08
# The pitch of a column's lines is even but for this share of it.
_UNEVEN = 0.1
_ASCENT_EM, _DESCENT_EM = 0.88, 0.12


class Column(Struct):
    """Lines that stand under one another."""

    lines: list[Line] = field(default_factory=list)

    @property
    def glyphs(self) -> list[Glyph]:
        """In the order in which they are read."""
        return [spot.glyph for line in self.lines for spot in line.spots]

    @property
    def frame(self) -> Frame:
        """Where it stands on the page (points, y down)."""
        start, end = min(line.start for line in self.lines), max(line.end for line in self.lines)
        first, last = self.lines[0], self.lines[-1]
        top, foot = first.across - _ASCENT_EM * first.size, last.across + _DESCENT_EM * last.size
        return Frame(-foot, start, -top, end) if first.down else Frame(start, top, end, foot)


def columns_of(glyphs: Iterable[Glyph]) -> list[Column]:
    """The columns of a page, in no order; white is no part of them."""
    shown = [glyph for glyph in glyphs if glyph.text and not glyph.text.isspace()]
    columns, rest = split(shown, {}) if any(glyph.down for glyph in shown) else ([], Lines((), tuple(shown)))
    upright = [spot_of(glyph) for glyph in columns] + [spot for one in rest.figures for spot in figure_spots(one)]
    flat, down = lines_of(map(spot_of, rest.rest), False), lines_of(upright, True)
    return [part for column in (*_stacked(flat), *_stacked(down)) for part in _level(column)]


def _stacked(lines: Sequence[Line]) -> list[Column]:
    """Lines under one another as columns."""
    lines = _mended(sorted(lines, key=lambda line: (line.across, line.start)))
    below = [list(_next(lines, index)) for index in range(len(lines))]
    above: dict[int, list[int]] = {}
    for index, found in enumerate(below):
        for other in found:
            above.setdefault(other, []).append(index)
    columns: dict[int, Column] = {}
    done: list[Column] = []
    for index, line in enumerate(lines):
        over = above.get(index, [])
        column = None
        if len(over) == 1 and len(below[over[0]]) == 1 and _is_one(lines[over[0]], line):
            column = columns.get(over[0])
        if column is None:
            column = Column()
            done.append(column)
        column.lines.append(line)
        columns[index] = column
    return done


def _level(column: Column) -> Iterator[Column]:
    """A column cut where its lines stand further apart or closer than most: a byline over a leg, a subhead in it."""
    pitches = sorted(two.across - one.across for one, two in pairwise(column.lines))
    if not pitches:
        yield column
        return
    usual = pitches[len(pitches) // 2]
    part = Column(column.lines[:1])
    for one, two in pairwise(column.lines):
        if abs(two.across - one.across - usual) > _UNEVEN * usual:
            yield part
            part = Column()
        part.lines.append(two)
    yield part


def _is_one(over: Line, line: Line) -> bool:
    """Whether two lines are of one column."""
    small, large = sorted((over.size, line.size))
    return large <= _SIZE * small and line.across - over.across <= _PITCH_EM * large


def _next(lines: Sequence[Line], index: int) -> Iterator[int]:
    """The lines right below one: over its width, with nothing between."""
    line = lines[index]
    covered: list[tuple[float, float]] = []
    nearest: float | None = None
    for other in range(index + 1, len(lines)):
        two = lines[other]
        if two.across - line.across > 4 * _PITCH_EM * line.size or (
            nearest is not None and two.across - nearest > _PITCH_EM * max(line.size, two.size)
        ):
            return
        over = min(line.end, two.end) - max(line.start, two.start)
        if over <= 0.1 * min(line.size, two.size) or two.across - line.across < RAISED_EM * min(line.size, two.size):
            continue
        if any(start < two.end and end > two.start for start, end in covered):
            continue
        covered.append((two.start, two.end))
        nearest = two.across if nearest is None else nearest
        yield other


def _mended(lines: list[Line]) -> list[Line]:
    """Parts of one line that a wide space within it has parted: the lines above and below run on there."""
    kept: list[Line] = []
    rows: list[list[Line]] = []
    for line in lines:
        if rows and line.across - rows[-1][0].across <= LEVEL_EM * line.size:
            rows[-1].append(line)
        else:
            rows.append([line])
    for number, row in enumerate(rows):
        row.sort(key=lambda line: line.start)
        beside = [line for near in rows[max(0, number - 3) : number + 4] if near is not row for line in near]
        joined = [row[0]]
        for one, two in pairwise(row):
            if _runs_on(one, two, beside):
                joined[-1] = Line(joined[-1].spots + two.spots, two.down)
            else:
                joined.append(two)
        kept += joined
    return sorted(kept, key=lambda line: (line.across, line.start))


def _runs_on(one: Line, two: Line, beside: Iterable[Line]) -> bool:
    """Whether most lines above and below, of the same size, run on over the white between two parts."""
    if two.start - one.end > 3 * one.size or abs(one.size - two.size) > 0.1 * one.size:
        return False
    near = [
        line
        for line in beside
        if abs(line.across - one.across) <= _PITCH_EM * one.size
        and abs(line.size - one.size) <= 0.1 * one.size
        and line.start < two.start + 2 * two.size
        and line.end > one.end - 2 * one.size
    ]
    half, middle = one.size / 2, (one.end + two.start) / 2
    is_narrow = two.start - one.end <= HUNG_EM[-1] * one.size
    over = [
        line
        for line in near
        if (line.start <= one.end + half and line.end >= two.start - half)
        or (is_narrow and any(spot.start <= middle <= spot.end for spot in line.spots))
    ]
    return 2 * len(over) > len(near)
