"""How places are said: by columns and rows of the grid where it is known, in millimetres where it is not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from jxprint.errors import Phrase
from jxprint.geometry import PT_PER_MM, Rect
from jxprint.model import SeenBlock, SeenGrid

# Two proofs of one page agree far below this; a vertical line in a file stands up to a tenth of a point off.
NEAR_PT = 0.3
# Of a row or column: what is nearer to a whole one is said as one.
_NEAR = 0.02

_RUNNING = ("body", "subhead", "")
# Roles of placed blocks and tags of files, by the words for them.
_WORDS = {
    "masthead": "checks.diff.in_masthead",
    "kicker": "checks.diff.in_kicker",
    "headline": "checks.diff.in_headline",
    "deck": "checks.diff.in_deck",
    "byline": "checks.diff.in_byline",
    "caption": "checks.diff.in_caption",
    "credit": "checks.diff.in_credit",
    "folio": "checks.diff.in_folio",
    "Caption": "checks.diff.in_caption",
    "nameplate": "checks.diff.in_nameplate",
    "imprint": "checks.diff.in_line",
    "ear": "checks.diff.in_line",
    "table_note": "checks.diff.in_note",
    "label": "checks.diff.in_label",
    "quote": "checks.diff.in_quote",
    "jump": "checks.diff.in_jump",
}


def where(old: SeenBlock | None, new: SeenBlock | None) -> Phrase:
    """What of its part a block is; a page folder knows its role, a file its tag."""
    known = known_of(old, new)
    if known.cell is not None:
        return Phrase("checks.diff.in_cell", {"row": known.cell[0], "column": known.cell[1]})
    if is_item(known):
        return Phrase("checks.diff.in_item", {"number": known.number})
    if known.is_head and not known.tag.startswith("H"):
        return Phrase("checks.diff.in_head")
    if known.role or known.tag == "Caption":
        key = _WORDS.get(known.role or known.tag, "checks.diff.in_paragraph")
    else:
        # In a file the first heading of an article is its head, and those behind text are subheads.
        key = "checks.diff.in_headline" if known.tag.startswith("H") else "checks.diff.in_paragraph"
    return Phrase(key, {"number": known.number})


def known_of(old: SeenBlock | None, new: SeenBlock | None) -> SeenBlock:
    """Of two versions of a block the one that knows the copy: a folder's."""
    known = next((one for one in (new, old) if one is not None and one.role), new or old)
    assert known is not None
    return known


def is_item(block: SeenBlock) -> bool:
    """Whether a block is an item of a list."""
    return block.role == "list_item" or block.tag in ("LI", "TOCI")


def is_running(block: SeenBlock) -> bool:
    """Whether a block is running text, whose lines are counted down a leg; a file does not know roles, and counts all
    lines of one measure.
    """
    return block.role in _RUNNING and block.tag != "Caption" and not block.is_head


def number_of(old: SeenBlock | None, new: SeenBlock | None) -> int:
    """The paragraph's number, as the side says that knows the copy."""
    return known_of(old, new).number


def same(one: float, other: float) -> bool:
    """Whether two edges are one."""
    return abs(one - other) <= NEAR_PT


def length(points: float, grid: SeenGrid | None) -> Phrase:
    """How deep: in rows where it is whole ones, else in millimetres."""
    rows = points / grid.pitch if grid is not None else 0.0
    if rows and abs(rows - round(rows)) < _NEAR and round(rows):
        return Phrase("checks.diff.rows", {"count": round(rows)})
    return Phrase("checks.diff.mm", {"count": _mm(points)})


def near(one: Rect, other: Rect) -> bool:
    """Whether two frames are one."""
    edges = ((one.x, other.x), (one.y, other.y), (one.right, other.right), (one.bottom, other.bottom))
    return all(same(here, there) for here, there in edges)


def stretch(first: int, last: int) -> str:
    """Numbers from one to another as they are said: 3, 5–7."""
    return str(first) if first == last else f"{first}–{last}"


def ranges(numbers: Sequence[int]) -> Iterator[str]:
    """Numbers as they are said: 3, 5–7."""
    for _, group in groupby(enumerate(numbers), key=lambda one: one[1] - one[0]):
        its = [number for _, number in group]
        yield stretch(its[0], its[-1])


def spot(frame: Rect, grid: SeenGrid | None) -> Phrase:
    """Where a frame stands."""
    if grid is not None:
        columns = [
            number
            for number, x in enumerate(grid.xs, 1)
            if frame.x < x + grid.width - NEAR_PT and x + NEAR_PT < frame.right
        ]
        row = (frame.y - grid.top) / grid.pitch
        rows = (frame.height - grid.body) / grid.pitch + 1
        whole = abs(row - round(row)) < _NEAR and abs(rows - round(rows)) < _NEAR
        if columns and whole and row > -0.5:
            across = {"columns": stretch(columns[0], columns[-1])}
            return Phrase("checks.diff.at_grid", {**across, "rows": stretch(round(row) + 1, round(row + rows))})
    edges = {"x": frame.x, "y": frame.y, "width": frame.width, "height": frame.height}
    return Phrase("checks.diff.at_mm", {name: _mm(value) for name, value in edges.items()})


def way(dx: float, dy: float, grid: SeenGrid | None) -> Phrase | tuple[Phrase, ...]:
    """How far something moved, and which way."""
    step = grid.xs[1] - grid.xs[0] if grid is not None and len(grid.xs) > 1 else 0.0
    pitch = grid.pitch if grid is not None else 0.0
    ways = []
    if abs(dx) > NEAR_PT:
        ways.append(_one_way(dx, step, "columns", ("left", "right")))
    if abs(dy) > NEAR_PT:
        ways.append(_one_way(dy, pitch, "rows", ("up", "down")))
    return ways[0] if len(ways) == 1 else tuple(ways)


def _one_way(distance: float, step: float, what: str, names: tuple[str, str]) -> Phrase:
    towards = _WAYS[names[distance > 0]]
    if step and abs(distance / step - round(distance / step)) < _NEAR and round(distance / step):
        count = abs(round(distance / step))
        return Phrase(_STEPS[what], {"count": count, "way": Phrase(towards)})
    return Phrase("checks.diff.by_mm", {"count": _mm(abs(distance)), "way": Phrase(towards)})


_WAYS = {
    "left": "checks.diff.to_left",
    "right": "checks.diff.to_right",
    "up": "checks.diff.to_up",
    "down": "checks.diff.to_down",
}
_STEPS = {"columns": "checks.diff.by_columns", "rows": "checks.diff.by_rows"}


def _mm(points: float) -> str:
    return f"{points / PT_PER_MM:.1f}"
