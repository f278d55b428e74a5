"""Blocks of two versions of a part paired: paragraphs by what they say, cells of a table by their rows."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from jxprint.model import SeenBlock
from jxprint.text.pairing import paired


def mates_of(old: Sequence[SeenBlock], new: Sequence[SeenBlock]) -> list[int | None]:
    """For each new block the place of the old one that it is a version of, None for one that is new."""
    mates: list[int | None] = [None] * len(new)
    free = [at for at, block in enumerate(old) if block.cell is None]
    waiting = [at for at, block in enumerate(new) if block.cell is None]
    for at, mate in zip(waiting, paired([old[at].text for at in free], [new[at].text for at in waiting]), strict=True):
        mates[at] = None if mate is None else free[mate]
    before, after = _rows(old), _rows(new)
    rows = paired([_said(old, row) for row in before], [_said(new, row) for row in after])
    for row, mate in zip(after, rows, strict=True):
        if mate is None:
            continue
        there = before[mate]
        cells: Sequence[int | None] = range(len(row))
        if len(row) != len(there):
            cells = paired([old[at].text for at in there], [new[at].text for at in row])
        for at, cell in zip(row, cells, strict=True):
            mates[at] = None if cell is None else there[cell]
    return mates


def _rows(blocks: Sequence[SeenBlock]) -> list[list[int]]:
    """The places of the cells of each row of a table."""
    cells = [(at, block.cell[0]) for at, block in enumerate(blocks) if block.cell is not None]
    return [[at for at, _ in row] for _, row in groupby(cells, key=lambda one: one[1])]


def _said(blocks: Sequence[SeenBlock], row: Sequence[int]) -> str:
    return "\t".join(blocks[at].text for at in row)
