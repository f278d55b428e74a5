"""The reading order of an article from positions alone: frames, rows in them; without frames that can be believed, legs
where white strips part them and rows in the legs.

Nothing here looks at the order in which glyphs were shown. Vertical text is read with its axes turned: its columns
become rows that run from right to left.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from operator import attrgetter

from msgspec.structs import replace

from jxprint.checker.frames import in_order, leaves_of
from jxprint.checker.glyphs import Frame, Glyph, Ruby
from jxprint.checker.initials import with_caps
from jxprint.checker.paint import MIDDLE_EM
from jxprint.checker.readings import put_back, with_readings
from jxprint.checker.spots import HAIR_PT, Spot, figure_spots, plain_lines, spot_of
from jxprint.checker.vertical_order import split, stands_beside

# Em boxes that share this much of the smaller one across the line stand in one row: what is raised is smaller.
_ROW_SHARE = 0.5
# In one frame lines stand clear of each other: what is raised behind what is lowered shares no more than this.
_FRAME_SHARE = 0.1
# Vertical columns stand further apart than what is raised in one reaches out on the side of the next.
_COLUMN_SHARE = 0.0
# The part of an em box above the baseline.
_ASCENT_EM = 0.88
# Legs start level, and their first line at the edge or behind an indent of two ems (three with an opening mark).
_LEVEL_EM = 0.6
_START_EM = 3.2
_CENTRED_EM = 1.0
# The narrowest leg that a newspaper sets (ems), counted from edge to edge.
_MEASURE_EM = 5.0
# A strip of white may be narrower than the gap it comes from: a line's last glyph may hang over a little.
_GAP_SHARE = 0.8
_NARROWEST_PT = 4.0
# A space this far from its neighbours (ems) stands at the end of a line and holds nothing together.
_TOUCHING_EM = 0.3


_Row = list[Spot]
_ACROSS = attrgetter("across")


def reading_order(
    glyphs: Iterable[Glyph],
    column_gap_pt: float,
    frames: Mapping[int, Frame] | None = None,
    rubies: Iterable[Ruby] = (),
) -> list[Glyph]:
    """The glyphs of one article as a reader's eye would take them; columns stand `column_gap_pt` apart. `frames` are
    where its marked content is said to stand; legs whose frames can be believed may touch. `rubies` are what is said
    to be read over what.
    """
    shown, behind = with_readings([glyph for glyph in glyphs if glyph.text], rubies)
    return put_back(_in_order(shown, column_gap_pt, frames or {}), behind)


def _in_order(shown: list[Glyph], column_gap_pt: float, claims: Mapping[int, Frame]) -> list[Glyph]:
    narrowest = max(_GAP_SHARE * column_gap_pt, _NARROWEST_PT)
    columns, lines = split(shown, claims)
    if not columns and not lines.figures:
        return _read_flat(shown, narrowest, claims)
    upright = [spot_of(glyph) for glyph in columns]
    for figure in lines.figures:
        upright += figure_spots(figure)
    beside = stands_beside(columns, lines.rest, claims)
    if beside == "left":
        return _read_side(upright, claims) + _read_flat(lines.rest, narrowest, claims)
    read_flat, read_upright = _read_flat(lines.rest, narrowest, claims), _read_down(upright, narrowest, claims)
    if beside is None and read_flat and read_upright:
        top = min(glyph.y - glyph.size for glyph in read_flat)
        if top < min(glyph.y for glyph in read_upright) - read_flat[0].size:
            return read_flat + read_upright
    return read_upright + read_flat


def _read_flat(glyphs: Sequence[Glyph], narrowest: float, frames: Mapping[int, Frame]) -> list[Glyph]:
    leaves = leaves_of(glyphs, frames)
    if leaves is None:
        return _read([spot_of(glyph) for glyph in glyphs], narrowest)
    read: list[Glyph] = []
    for leaf in in_order(with_caps(leaves)):
        for one in leaf.cells or (leaf,):
            plain = plain_lines(one.glyphs, 1 - _FRAME_SHARE)
            if plain is None:
                rows = _rows([spot_of(glyph) for glyph in one.glyphs], _FRAME_SHARE)
                plain = [spot.glyph for row in rows for spot in row]
            read += plain
    return read


def _read_down(spots: Sequence[Spot], narrowest: float, frames: Mapping[int, Frame]) -> list[Glyph]:
    """Vertical columns: frames with their axes turned, the way down first, then from right to left."""
    leaves = leaves_of([spot.glyph for spot in spots], frames)
    if leaves is None:
        return _read(spots, narrowest)
    by_glyph = {id(spot.glyph): spot for spot in spots}
    read: list[Glyph] = []
    for leaf in in_order([replace(leaf, frame=leaf.frame.turned()) for leaf in leaves]):
        read += [spot.glyph for row in _rows([by_glyph[id(one)] for one in leaf.glyphs], _COLUMN_SHARE) for spot in row]
    return read


def _read_side(spots: Sequence[Spot], frames: Mapping[int, Frame]) -> list[Glyph]:
    """A side head on the left of its text: its columns lead to the text, from left to right."""
    for spot in spots:
        spot.across = 2 * MIDDLE_EM * spot.size - spot.across
    leaves = leaves_of([spot.glyph for spot in spots], frames)
    if leaves is None:
        return [spot.glyph for row in _rows(spots) for spot in row]
    by_glyph = {id(spot.glyph): spot for spot in spots}
    read: list[Glyph] = []
    for leaf in sorted(leaves, key=lambda leaf: leaf.frame.left):
        read += [spot.glyph for row in _rows([by_glyph[id(one)] for one in leaf.glyphs], _COLUMN_SHARE) for spot in row]
    return read


def _rows(spots: Sequence[Spot], share: float = _ROW_SHARE) -> list[_Row]:
    """Rows from the first to the last, each in the order along the line; a row's em boxes share so much."""
    rows: list[_Row] = []
    largest: Spot | None = None
    row: _Row = []
    size = reach = 0.0
    for spot in sorted(spots, key=_ACROSS):
        if largest is None:
            is_within = False
        elif spot.size == size:  # most are, and what comes is nowhere above what came
            is_within = spot.across - largest.across <= reach
        else:
            is_within = _in_one_row(largest, spot, share)
        if is_within:
            row.append(spot)
        else:
            rows.append(row := [spot])
        if not is_within or spot.size > size:
            largest, size = spot, spot.size
            reach = size - share * size
    for row in rows:
        row.sort(key=lambda spot: spot.start + spot.end)
    return rows


def _in_one_row(one: Spot, two: Spot, share: float) -> bool:
    """Whether em boxes of two sizes share so much of the smaller one."""
    top = max(one.across - _ASCENT_EM * one.size, two.across - _ASCENT_EM * two.size)
    foot = min(one.across + (1 - _ASCENT_EM) * one.size, two.across + (1 - _ASCENT_EM) * two.size)
    return foot - top >= share * min(one.size, two.size)


def _read(spots: Sequence[Spot], narrowest: float) -> list[Glyph]:
    if not spots:
        return []
    rows = _rows(spots)
    top, cuts = _legs(rows, narrowest)
    read = [spot.glyph for row in rows[:top] for spot in row]
    edges = [float("-inf"), *cuts, float("inf")]
    for left, right in pairwise(edges):
        for row in rows[top:]:
            read += [spot.glyph for spot in row if left <= spot.start < right]
    return read


def _legs(rows: Sequence[_Row], narrowest: float) -> tuple[int, list[float]]:
    """The first row of the legs and where they are cut apart; the number of rows and no cut where there is one leg."""
    best: tuple[int, list[float]] = len(rows), []
    covered: list[tuple[float, float]] = []
    for top in range(len(rows) - 1, -1, -1):
        covered = _merged(covered + _extents(rows[top]), narrowest)
        columns = _wide_enough(covered, _MEASURE_EM * rows[-1][0].size)
        if len(columns) > 1 and _start_level(rows, top, columns):
            best = top, [start - HAIR_PT for start, _ in columns[1:]]
    return best


def _extents(row: _Row) -> list[tuple[float, float]]:
    """The covered stretches of a row; a space counts where it holds words together, not at the end of a line."""
    extents: list[tuple[float, float]] = []
    for index, spot in enumerate(row):
        if spot.glyph.text.isspace():
            reach = _TOUCHING_EM * spot.size
            ahead = index + 1 < len(row) and row[index + 1].start - spot.end <= reach
            if not ahead or index == 0 or spot.start - row[index - 1].end > reach:
                continue
        extents.append((spot.start, spot.end))
    return extents


def _merged(extents: list[tuple[float, float]], narrowest: float) -> list[tuple[float, float]]:
    """Stretches that overlap or stand closer than `narrowest`, joined."""
    merged: list[tuple[float, float]] = []
    for start, end in sorted(extents):
        if merged and start - merged[-1][1] < narrowest:
            merged[-1] = merged[-1][0], max(merged[-1][1], end)
        else:
            merged.append((start, end))
    return merged


def _wide_enough(covered: Sequence[tuple[float, float]], measure: float) -> list[tuple[float, float]]:
    """Stretches as columns: one that starts within `measure` of the one before is a loose line's, not a leg's."""
    columns: list[tuple[float, float]] = []
    for start, end in covered:
        if columns and start - columns[-1][0] < measure:
            columns[-1] = columns[-1][0], end
        else:
            columns.append((start, end))
    return columns


def _start_level(rows: Sequence[_Row], top: int, columns: Sequence[tuple[float, float]]) -> bool:
    """Whether all columns begin at row `top`, the first of them like a paragraph: at its edge, indented or centred.

    A byline above the legs may leave the strip between them white as well (two names, or a name of two characters
    opened); it does not fill all columns, or it begins far into the first.
    """
    size = rows[top][0].size
    head: _Row = []
    for row in rows[top:]:
        if row[0].across - rows[top][0].across > _LEVEL_EM * size:
            break
        head += row
    for index, (left, right) in enumerate(columns):
        inside = [spot for spot in head if left - HAIR_PT <= spot.start <= right]
        if not inside:
            return False
        before = min(spot.start for spot in inside) - left
        behind = right - max(spot.end for spot in inside)
        if index == 0 and before > _START_EM * size and abs(before - behind) > _CENTRED_EM * size:
            return False
    return True
