"""Holes (天窗): white where something should stand."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence

from jxprint.geometry import Rect, around
from jxprint.model import Ornament, Picture
from jxprint.night_desk.marks import Mark
from jxprint.night_desk.view import NEAR_PT, Stand, View
from jxprint.night_desk.white import is_deeper

# A hundredth of a row is rounding.
_ROUNDING = 0.01
# Its edges, and runs of its empty rows (first, behind the last).
_Strip = tuple[float, float, list[tuple[int, int]]]


def holes(view: View) -> Iterator[Mark]:
    """天窗: rectangles of the type area that nothing covers, deeper than the house lets white be.

    The page is cut upright at every edge of what stands on it; each strip has a bit for every row of the grid. The
    usual white over what comes next is part of that, and so is half a gutter at its sides. What is narrower than the
    narrowest line that text may have is no hole: nothing could stand there.
    """
    covers = [cover for stand in view.stands for cover in _covers(stand)]
    covers += [cover for inset in view.insets for cover in _cleared(view, inset)]
    covers += [cover for stand in view.stands if stand.box is not None for cover in _padding(view, stand, stand.box)]
    covers += _ornamented(view)
    for hole in _merged(_empty(view, covers), view):
        if hole.width >= view.narrowest - NEAR_PT:
            letters = tuple(stand.letter for stand in _beside(view, hole))
            first = view.row(hole.y)
            columns = [
                number
                for number, x in enumerate(view.placed.grid.column_xs, 1)
                if min(x + view.placed.grid.column_width, hole.right) - max(x, hole.x) > NEAR_PT
            ]
            args = {
                "columns": _range(columns[0], columns[-1]) if columns else "—",
                "rows": _range(round(first) + 1, round(first + hole.height / view.pitch)),
                "deep": round(hole.height / view.pitch),
            }
            key = "makeup.hole_in_column" if len(columns) == 1 else ""
            yield Mark("hole", letters, hole, args, key=key)


def _covers(stand: Stand) -> Iterator[Rect]:
    """What of a part is filled: its head down to its text, each leg, pictures with their captions; all of what is no
    story and no picture.
    """
    if stand.kind == "picture":
        beside = isinstance(stand.part, Picture) and stand.part.caption_place.side == "beside"
        words = [frame for block in stand.blocks("caption", "credit") for frame in block.frames]
        yield stand.frame if beside else around([*(block.frame for block in stand.pictures), *words])
        return
    if not stand.legs or stand.kind not in ("story", "standfirst"):
        yield stand.frame
        return
    yield from (leg.frame for leg in stand.legs)
    if stand.head is None:
        return
    top = around([stand.head, *(frame for block in stand.blocks("byline", "dateline") for frame in block.frames)])
    if stand.upright or (stand.beside and not any(is_deeper(leg.frame, top) for leg in stand.legs)):
        yield Rect(top.x, stand.frame.y, top.width, stand.frame.height)
        return
    foot = min((leg.frame.y for leg in stand.legs if leg.frame.y >= top.bottom - NEAR_PT), default=top.bottom)
    yield Rect(top.x, stand.frame.y, top.width, foot - stand.frame.y)


def _cleared(view: View, inset: Stand) -> Iterator[Rect]:
    """What of a part within a story is filled, and the white that the text keeps from it on either side."""
    for cover in _covers(inset):
        yield Rect(cover.x - view.clear, cover.y, cover.width + 2 * view.clear, cover.height)


def _padding(view: View, stand: Stand, box: Rect) -> Iterator[Rect]:
    """What lies between a box and the room in it, along its four edges: it is filled by right. The room itself is as
    full as what stands in it.
    """
    boxing = None if stand.part is None else stand.part.box
    side = 0.0 if boxing is None else boxing.side_em * view.placed.grid.body_pt
    over_it = 0.0 if boxing is None else boxing.rows * view.pitch
    left, right = stand.frame.x + side, stand.frame.right - side
    top, foot = stand.frame.y + over_it, stand.frame.bottom - over_it
    yield Rect(box.x, box.y, left - box.x, box.height)
    yield Rect(right, box.y, box.right - right, box.height)
    yield Rect(box.x, box.y, box.width, top - box.y)
    # Under the last row in the box and its line gap; no usual white is over it.
    behind = foot + view.pitch - view.placed.grid.body_pt + view.page.style.spacing.between_parts * view.pitch
    yield Rect(box.x, behind, box.width, box.bottom - behind)


def _empty(view: View, covers: Iterable[Rect]) -> list[_Strip]:
    """Strips from left to right: their edges and their empty rows (first, behind the last). What covers the page has
    the usual white above it and half a gutter on either side.
    """
    area, gutter = view.area, view.page.grid.gap_em * view.placed.grid.body_pt / 2
    white = view.page.style.spacing.between_parts * view.pitch
    filled: dict[tuple[float, float], int] = {}
    for cover in covers:
        sides = cover.x - gutter, cover.right + gutter
        filled[sides] = filled.get(sides, 0) | _bits(view, cover.y - white, cover.bottom)
    edges = sorted({area.x, area.right, *(x for sides in filled for x in sides if area.x < x < area.right)})
    strips: list[_Strip] = []
    left = edges[0]
    for right in edges[1:]:
        if right - left < NEAR_PT:
            continue
        middle, covered = (left + right) / 2, 0
        for (start, end), rows in filled.items():
            if start < middle < end:
                covered |= rows
        strips.append((left, right, list(_runs(covered, view.rows))))
        left = right
    return strips


def _bits(view: View, top: float, foot: float) -> int:
    """A bit for each row of the grid that something touches from one height to another, row 0 the lowest."""
    first = max(0, math.floor(view.row(top) + _ROUNDING))
    last = min(view.rows, math.ceil(view.row(foot) - _ROUNDING))
    return (1 << last) - (1 << first) if last > first else 0


def _ornamented(view: View) -> Iterator[Rect]:
    """What ornaments take that are no articles: the columns that they are drawn on, and a row of air above and below
    them; they stand there to fill white.
    """
    shown = [part for part in view.page.parts if isinstance(part, Ornament) and not part.alt]
    for part, ornament in zip(shown, view.placed.ornaments, strict=False):
        columns = [at for row in view.page.dummy.rows for at, letter in enumerate(row) if letter == part.letter]
        grid, frame = view.placed.grid, ornament.frame
        left, right = grid.column_xs[min(columns)], grid.column_xs[max(columns)] + grid.column_width
        yield Rect(left, frame.y - grid.pitch, right - left, frame.height + 2 * grid.pitch)


def _runs(covered: int, rows: int) -> Iterator[tuple[int, int]]:
    """Runs of rows (first, behind the last) whose bit is not set."""
    empty, passed = ~covered & ((1 << rows) - 1), 0
    while empty:
        skipped = (empty & -empty).bit_length() - 1
        empty >>= skipped
        deep = (~empty & (empty + 1)).bit_length() - 1
        empty >>= deep
        yield passed + skipped, passed + skipped + deep
        passed += skipped + deep


def _merged(strips: Iterable[_Strip], view: View) -> list[Rect]:
    """Rectangles of empty rows, from the head of the page down. Runs of neighbouring strips that differ by a row at
    most, as level legs do, are one, as deep as they share.
    """
    open_: list[tuple[float, int, int]] = []
    found: list[Rect] = []
    aside: list[_Strip] = []
    gutter = view.page.grid.gap_em * view.placed.grid.body_pt
    reached = view.area.x
    for left, right, all_runs in strips:
        runs = [run for run in all_runs if _is_deep(view, *run)]
        going: list[tuple[float, int, int]] = []
        # What is narrower than a gutter lies between two legs, and opens nothing by itself.
        thin = right - left < gutter - NEAR_PT
        for start, first, last in open_:
            run = next((one for one in runs if _is_one(one, (first, last), thin)), None)
            shared = (max(first, run[0]), min(last, run[1])) if run is not None else (0, 0)
            if run is not None and _is_deep(view, *shared):
                runs.remove(run)
                going.append((start, *shared))
            else:
                found.append(_hole(view, start, left, (first, last)))
        open_ = going if thin else going + [(_begins(run, left, aside), *run) for run in runs]
        aside = [*aside, (left, right, runs)] if thin else []
        reached = right
    found += [_hole(view, start, reached, (first, last)) for start, first, last in open_]
    return sorted(found, key=lambda one: (one.y, one.x))


def _begins(run: tuple[int, int], left: float, aside: Sequence[_Strip]) -> float:
    """Where a hole begins that is open at the left: with the thin strips before it that are as deep at least."""
    for before, _, runs in reversed(aside):
        if not any(_is_one(one, run, thin=True) for one in runs):
            break
        left = before
    return left


def _is_deep(view: View, first: int, last: int) -> bool:
    return last - first > view.limits.hole_rows + _ROUNDING


def _is_one(run: tuple[int, int], open_: tuple[int, int], thin: bool) -> bool:
    """Whether a run of rows goes on what is open at its left: in a thin strip, whether it is as deep at least."""
    if thin:
        return run[0] <= open_[0] and run[1] >= open_[1]
    return abs(run[0] - open_[0]) <= 1 and abs(run[1] - open_[1]) <= 1


def _hole(view: View, left: float, right: float, rows: tuple[int, int]) -> Rect:
    """Rows (first, behind the last) between two edges; the white under the last row of a page is no type area."""
    y = view.area.y + rows[0] * view.pitch
    return Rect(left, y, right - left, min((rows[1] - rows[0]) * view.pitch, view.area.bottom - y))


def _beside(view: View, hole: Rect) -> list[Stand]:
    """The parts that a hole is told by: those that it stands in, else those over it, else those under it."""
    near = [one for one in view.stands if one.frame.x < hole.right - NEAR_PT and one.frame.right > hole.x + NEAR_PT]
    inside = [one for one in near if one.frame.y < hole.y + NEAR_PT < one.frame.bottom]
    above = [one for one in near if one.frame.y < hole.y]
    if inside or not above:
        return inside or near[:1]
    nearest = max(one.frame.bottom for one in above)
    return [one for one in above if one.frame.bottom > nearest - view.pitch]


def _range(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}–{last}"
