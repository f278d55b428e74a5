"""The plan of a page (版样) read off its stories: base columns, stacks, and the depth that is left for pictures.

Nobody knows it from a dump alone. Stories of as many legs stood on as many base columns; stories of one width make a
stack (叠), in the order of the dump; stacks stand side by side and are about equally deep. Of the plans that do this
the one is taken whose stacks differ least and whose width is that of a sheet a newspaper is printed on.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from msgspec import Struct

# Widths of type areas in points: broadsheet (对开), Berliner, tabloid (四开); and the sizes of body type looked at.
TYPE_AREAS_MM = (350.0, 287.0, 240.0)
_PT_PER_MM = 72 / 25.4
_SIZES = (10.0, 10.5, 9.5, 9.0, 8.5, 11.0)
GAP_EM = 1.2
_MOST_COLUMNS, _MOST_STACKS = 9, 3
# Rows of a head over one or two columns, over more, of a line of kicker or deck, and of white between stories.
_HEAD_NARROW, _HEAD_WIDE, _HEAD_LINE, _BETWEEN = 3, 4, 1, 2


class Block(Struct, frozen=True):
    """A story as the plan sees it: its place in the dump, the base columns it stood on, rows of text, and the lines of
    its head beside one line of headline.
    """

    story: int
    span: int
    rows: int
    more_head: int = 0

    @property
    def depth(self) -> int:
        """Rows with head and the white over it."""
        return self.rows + (_HEAD_NARROW if self.span <= 2 else _HEAD_WIDE) + self.more_head * _HEAD_LINE + _BETWEEN


class Stack(Struct, frozen=True):
    """Stories one below another on `span` base columns."""

    span: int
    blocks: tuple[Block, ...]

    @property
    def depth(self) -> int:
        """Rows of all its stories."""
        return sum(block.depth for block in self.blocks)


class PlanRead(Struct, frozen=True):
    """Stacks from left to right on `columns` base columns; body type of `size_pt`; the lower the price the likelier."""

    columns: int
    stacks: tuple[Stack, ...]
    size_pt: float
    width_mm: float
    price: float


def plans(blocks: Sequence[Block], measure: float) -> list[PlanRead]:
    """Plans for stories over columns of a measure (ems), the likeliest first."""
    by_span: dict[int, list[Block]] = {}
    for block in blocks:
        by_span.setdefault(block.span, []).append(block)
    spans = sorted(by_span, reverse=True)
    choices = [range(1, min(_MOST_STACKS, len(by_span[span])) + 1) for span in spans]
    found: list[PlanRead] = []
    for counts in product(*choices):
        columns = sum(span * count for span, count in zip(spans, counts, strict=True))
        if columns > _MOST_COLUMNS or sum(counts) > _MOST_STACKS + 1:
            continue
        stacks = [
            stack for span, count in zip(spans, counts, strict=True) for stack in _dealt(span, by_span[span], count)
        ]
        size, width, off = _sheet(columns, measure)
        found.append(PlanRead(columns, tuple(_placed(stacks)), size, width, _uneven(stacks) + off))
    if not found:
        widest = max(spans)
        size, width, off = _sheet(widest, measure)
        found.append(PlanRead(widest, (Stack(widest, tuple(blocks)),), size, width, off))
    return sorted(found, key=lambda one: one.price)


def _dealt(span: int, blocks: Sequence[Block], count: int) -> Iterator[Stack]:
    """Stories of one width in so many stacks, in order, each about as deep as the others."""
    whole = sum(block.depth for block in blocks)
    own: list[Block] = []
    left, stacks = whole, count
    for k, block in enumerate(blocks):
        rest = len(blocks) - k
        depth = sum(one.depth for one in own)
        if own and stacks > 1 and (depth + block.depth / 2 > left / stacks or rest < stacks):
            yield Stack(span, tuple(own))
            left, stacks, own = left - depth, stacks - 1, []
        own.append(block)
    yield Stack(span, tuple(own))


def _placed(stacks: Sequence[Stack]) -> list[Stack]:
    """From left to right by the story that is read first."""
    return sorted(stacks, key=lambda stack: stack.blocks[0].story)


def _uneven(stacks: Sequence[Stack]) -> float:
    """How far stacks are from equally deep: pictures fill a third of one at most without a word."""
    depths = [stack.depth for stack in stacks]
    most = max(depths)
    short = [(most - depth) / most for depth in depths]
    return sum(max(0.0, one - 0.1) * 4 + max(0.0, one - 0.35) * 12 for one in short)


def _sheet(columns: int, measure: float) -> tuple[float, float, float]:
    """The size of type and the type area that so many columns make, with the price of being off."""
    ems = columns * measure + (columns - 1) * GAP_EM
    best = (10.0, ems * 10 / _PT_PER_MM, 6.0)
    for preference, size in enumerate(_SIZES):
        width = ems * size / _PT_PER_MM
        for area in TYPE_AREAS_MM:
            off = abs(width - area) / area
            price = off * 40 + preference * 0.25
            if off < 0.06 and price < best[2]:
                best = size, width, price
    return best
