"""The dummy of a reconstruction drawn (版样): parts where they were measured, else stacks side by side with pictures
at the head of the shallowest ones.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

from jxprint.reconstruct.placeable import PICTURES
from jxprint.reconstruct.plan import GAP_EM, Stack

if TYPE_CHECKING:
    from jxprint.reconstruct.layout import Layout

# The unplaced part is 余稿, copy that is left over.
MASTHEAD, HEADLINE, STANDFIRST, UNPLACED = "M", "H", "S", "余"
EARS = "左右"
# Lines of leading to an em, where nobody knows.
PITCH = 1.5
# Pictures are this many times as wide as deep at the least, and at the most, where nobody knows; and the rows that a
# caption and the white about it take.
_ASPECT, _WIDEST, _CAPTION_ROWS = 1.4, 2.6, 3


def aspects_of(layout: Layout) -> dict[str, float]:
    """How wide for its depth each picture is, so that its stack ends with the deepest one."""
    found: dict[str, float] = {}
    if layout.drawn is not None:
        return dict(zip(PICTURES, layout.drawn.aspects, strict=False))
    filled = _with_pictures(layout)
    deepest = max(one.stack.depth for one in filled)
    size = layout.plan.size_pt
    for one in filled:
        span, pictures = one.stack.span, list(one.pictures)
        bands = -(-len(pictures) // span)
        rows = (deepest - one.stack.depth) / bands - _CAPTION_ROWS if bands else 0.0
        while pictures:
            row, pictures = pictures[:span], pictures[span:]
            columns = span / len(row)
            width = (columns * layout.measure + (columns - 1) * GAP_EM) * size
            aspect = width / (rows * size * PITCH) if rows > 0 else _ASPECT
            found.update(dict.fromkeys(row, round(min(_WIDEST, max(_ASPECT, aspect)), 2)))
    return found


def within_of(layout: Layout) -> dict[str, dict[str, object]]:
    """By letter of a picture that text runs round what its part says of that."""
    found: dict[str, dict[str, object]] = {}
    for one in layout.drawn.insets if layout.drawn is not None else ():
        own: dict[str, object] = {"within": layout.stories[one.story].letter, "side": "middle"}
        found[PICTURES[one.picture]] = own | ({"width": f"{one.width:g}字"} if one.width is not None else {})
    return found


def dummy_rows(layout: Layout) -> Iterator[tuple[str, ...]]:
    """Rows of the drawing: what stands over all columns, then the stacks side by side."""
    page, plan = layout.page, layout.plan
    if layout.drawn is not None and (rows := layout.drawn.rows(letters_by_part(layout))) is not None:
        yield from rows
        if page.unplaced:
            yield (UNPLACED,) * plan.columns
        return
    for letter, stands in ((MASTHEAD, page.masthead), (HEADLINE, page.headline), (STANDFIRST, page.standfirst)):
        if stands:
            yield (letter,) * plan.columns
    columns = [_runs(stack, layout) for stack in _with_pictures(layout)]
    edges = sorted({round(foot, 6) for runs in columns for foot, _ in runs})
    for edge in edges:
        row: list[str] = []
        for runs in columns:
            letters = next(letters for foot, letters in runs if foot >= edge - 1e-6)
            row += letters
        yield tuple(row)
    if page.unplaced:
        yield (UNPLACED,) * plan.columns


def letters_by_part(layout: Layout) -> dict[tuple[str, int], str]:
    """The letters of parts by what they are and their numbers."""
    page = layout.page
    found = {("story", k): one.letter for k, one in enumerate(layout.stories)}
    within = {one.picture for one in layout.drawn.insets} if layout.drawn is not None else set()
    pictures = PICTURES[: len(page.pictures)]
    found |= {("picture", k): letter for k, letter in enumerate(pictures) if k not in within}
    found |= {("ear", k): letter for k, letter in enumerate(EARS[: len(page.ears)])}
    for kind, letter, stands in (
        ("masthead", MASTHEAD, page.masthead),
        ("headline", HEADLINE, page.headline),
        ("standfirst", STANDFIRST, page.standfirst),
    ):
        if stands:
            found[kind, 0] = letter
    return found


class _Filled(Struct, frozen=True):
    stack: Stack
    pictures: tuple[str, ...]


def _with_pictures(layout: Layout) -> list[_Filled]:
    """The stacks with pictures at the head of the shallowest ones."""
    stacks, pictures = layout.plan.stacks, list(PICTURES[: len(layout.page.pictures)])
    depths = [stack.depth for stack in stacks]
    given: list[list[str]] = [[] for _ in stacks]
    for letter in pictures:
        at = min(range(len(stacks)), key=lambda k: (depths[k] + 14 * -(-(len(given[k]) + 1) // stacks[k].span), k))
        given[at].append(letter)
    return [_Filled(stack, tuple(own)) for stack, own in zip(stacks, given, strict=True)]


def _runs(filled: _Filled, layout: Layout) -> list[tuple[float, list[str]]]:
    """A stack from its head down: by share of its depth the letters of its columns."""
    span = filled.stack.span
    bands: list[tuple[float, list[str]]] = []
    pictures = list(filled.pictures)
    while pictures:
        row, pictures = pictures[:span], pictures[span:]
        width, more = divmod(span, len(row))
        bands.append((14.0, [letter for k, letter in enumerate(row) for _ in range(width + (k < more))]))
    by_story = {k: one.letter for k, one in enumerate(layout.stories)}
    bands += [(float(block.depth), [by_story[block.story]] * span) for block in filled.stack.blocks]
    whole = sum(depth for depth, _ in bands)
    foot, runs = 0.0, []
    for depth, letters in bands:
        foot += depth / whole
        runs.append((foot, letters))
    return runs
