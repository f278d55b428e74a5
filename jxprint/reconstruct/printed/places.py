"""Where parts stand on the base columns of a measured grid, as a dummy can draw it (版样): whole columns, and rows that
come in the order of the page.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from jxprint.geometry import Rect, around
from jxprint.reconstruct.printed.body import beside
from jxprint.reconstruct.printed.measures import Grid, measure_of
from jxprint.reconstruct.printed.page import Seen

_MM_PER_PT = 25.4 / 72
# Tops that differ by less (rows of the page's pitch) are one.
_LEVEL = 1.2
# Margins are no narrower than this (mm).
_LEAST_MARGIN = 8
# Right over (points): as near as makes a row of its own.
_OVER = 40.0


class Place(Struct, frozen=True):
    """A part, by what it is and its number among those, on base columns (from 0; `last` is on it), and its top (pt)."""

    kind: str
    number: int
    first: int
    last: int
    top: float


class Inset(Struct, frozen=True):
    """A picture that text runs round (文包图): its number, its story's, and its width in ems if it is no leg's."""

    picture: int
    story: int
    width: float | None
    box: Rect


class Drawn(Struct, frozen=True):
    """The measured page as page.toml says it: the sheet and its margins (mm), the grid, parts in their places, and how
    many times as wide as deep each picture is.
    """

    width_mm: int
    height_mm: int
    margins_mm: tuple[int, int, int, int]
    grid: Grid
    places: tuple[Place, ...]
    aspects: tuple[float, ...]
    insets: tuple[Inset, ...] = ()

    def without_insets(self) -> Drawn:
        """The same page with those pictures right over their stories."""
        over = {one.number: one for one in self.places if one.kind == "story"}
        moved = (
            Place("picture", one.picture, over[one.story].first, over[one.story].last, over[one.story].top - _OVER)
            for one in self.insets
        )
        return replace(self, places=(*self.places, *moved), insets=())

    def rows(self, letters: Mapping[tuple[str, int], str]) -> list[tuple[str, ...]] | None:
        """The rows of the dummy; None where parts do not fill it as rectangles."""
        return _rows([one for one in self.places if (one.kind, one.number) in letters], letters, self.grid)


def drawn(seen: Seen, grid: Grid) -> Drawn:
    """Places of all parts of a page."""
    places: list[Place] = []
    over = {"masthead": seen.masthead, "headline": seen.headline, "standfirst": seen.standfirst}
    for kind, box in over.items():
        if box is not None:
            places.append(Place(kind, 0, *_across(kind, seen, grid), box.y))
    top = seen.masthead.y if seen.masthead is not None else 0.0
    places += [Place("ear", k, *_columns(box, grid), top) for k, box in enumerate(seen.ears)]
    pictures = seen.pictures[: len(seen.page.pictures)]
    insets = tuple(found for k, box in enumerate(pictures) if (found := _inset(k, box, seen, grid)) is not None)
    inside = {one.picture for one in insets}
    places += [Place("picture", k, *_columns(box, grid), box.y) for k, box in enumerate(pictures) if k not in inside]
    places += [Place("story", k, *_columns(one.box, grid), one.box.y) for k, one in enumerate(seen.stories)]
    width, height = seen.paper.width * _MM_PER_PT, seen.paper.height * _MM_PER_PT
    return Drawn(
        round(width), round(height), _margins(seen, grid, round(width), height), grid, tuple(places),
        tuple(_aspect(box) for box in seen.frames[: len(pictures)]), insets,
    )  # fmt: skip


def _inset(number: int, box: Rect, seen: Seen, grid: Grid) -> Inset | None:
    """The picture as one that stands within a story, if it does."""
    for k, one in enumerate(seen.stories):
        legs = around([leg.box for leg in one.legs]) if one.legs else one.box
        across = legs.x - grid.size < box.x and box.right < legs.right + grid.size
        if not across or not legs.y < box.y + grid.size or not box.bottom < legs.bottom + 2 * grid.size:
            continue
        if len(one.legs) < 2 or not any(beside(leg.box, box) > 0.8 for leg in one.legs):
            continue
        measure = measure_of(one, seen.body, seen.paper.exact) or grid.measure
        width = round(box.width / grid.size * 2) / 2
        return Inset(number, k, None if abs(width - measure) < 1 else width, box)
    return None


def _across(kind: str, seen: Seen, grid: Grid) -> tuple[int, int]:
    """The columns of what stands over the page: all, but that a masthead and a headline may share them."""
    first, last = 0, grid.columns - 1
    mast, head = seen.masthead, seen.headline
    if kind == "masthead" and mast is not None and seen.ears:
        ears = [(box, *_columns(box, grid)) for box in seen.ears]
        first = max([0, *(end + 1 for box, _, end in ears if box.x < mast.x)])
        return first, max(first, min([last, *(begin - 1 for box, begin, _ in ears if box.x > mast.x)]))
    if mast is None or head is None or kind == "standfirst" or beside(mast, head) < 0.5 or grid.columns < 2:
        return first, last
    left, right = (mast, head) if mast.x < head.x else (head, mast)
    edge = min(last, max(1, round((right.x - grid.left) / grid.step)))
    return (first, edge - 1) if (kind == "masthead") == (left is mast) else (edge, last)


def _aspect(box: Rect) -> float:
    return round(min(4.0, max(0.5, box.width / max(1.0, box.height))), 2)


def _margins(seen: Seen, grid: Grid, width: int, height: float) -> tuple[int, int, int, int]:
    """Head, foot, left and right (mm)."""
    boxes = [one for one in (seen.masthead, seen.headline, *seen.pictures, *(s.box for s in seen.stories)) if one]
    head = int(min(box.y for box in boxes) * _MM_PER_PT)
    foot = int(height - max(box.bottom for box in boxes) * _MM_PER_PT)
    left = int(grid.left * _MM_PER_PT)
    right = int(width - (grid.left + grid.columns * grid.step - grid.gap * grid.size) * _MM_PER_PT)
    return max(_LEAST_MARGIN, head), max(_LEAST_MARGIN, foot), max(0, left), max(0, right)


def _columns(box: Rect, grid: Grid) -> tuple[int, int]:
    """The base columns that a box stands on."""
    first = round((box.x - grid.left) / grid.step)
    last = round((box.right - grid.left + grid.gap * grid.size) / grid.step) - 1
    first = min(max(0, first), grid.columns - 1)
    return first, min(max(first, last), grid.columns - 1)


def _rows(places: Sequence[Place], letters: Mapping[tuple[str, int], str], grid: Grid) -> list[tuple[str, ...]] | None:
    tops = _levels(places, grid)
    by_column = [
        sorted((one for one in places if one.first <= column <= one.last), key=lambda one: one.top)
        for column in range(grid.columns)
    ]
    if not all(by_column):
        return None
    foot = {one: len(set(tops.values())) for one in places}
    pairs = [pair for own in by_column for pair in pairwise(own)]
    for one, other in pairs:
        foot[one] = min(foot[one], tops[other])
    head = dict.fromkeys(places, 0)
    for one, other in pairs:
        head[other] = max(head[other], foot[one])
    cells = [[""] * grid.columns for _ in range(max(foot.values()))]
    for one in places:
        for row in range(head[one], foot[one]):
            for column in range(one.first, one.last + 1):
                if cells[row][column]:
                    return None
                cells[row][column] = letters[one.kind, one.number]
    stories = {letters[one.kind, one.number] for one in places if one.kind == "story"}
    for above, under in pairwise(cells):  # legs of a story beside which something cuts in go on down (异形)
        under[:] = [one or (before if before in stories else "") for before, one in zip(above, under, strict=True)]
    drawn_letters = {letter for row in cells for letter in row}
    whole = all(all(row) for row in cells) and len(drawn_letters) == len(places)
    return [tuple(row) for row in cells] if whole else None


def _levels(places: Sequence[Place], grid: Grid) -> dict[Place, int]:
    """Each part's row, by its top; tops that are nearly level are one row."""
    level, before = -1, -1e9
    found: dict[Place, int] = {}
    pitch = grid.pitch or 1.5 * grid.size
    for one in sorted(places, key=lambda place: place.top):
        if one.top - before > _LEVEL * pitch:
            level += 1
            before = one.top
        found[one] = level
    return found
