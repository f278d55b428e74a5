"""Cells of a table (ISO/IEC 29500-1, 17.4): which there are in a row, which are gone, which reach over others."""

from __future__ import annotations

from collections.abc import Iterator

from jxprint.exchange.word.elements import shown
from jxprint.intake.xml_tree import Element


def cells_of(element: Element) -> Iterator[Element]:
    """The cells of a row, also those that stand in something else; those of a table in a cell are not of it."""
    for one in shown(element):
        if one.name == "tc":
            yield one
        else:
            yield from cells_of(one)


def is_gone(cell: Element) -> bool:
    """Whether a cell was deleted (17.13.5.1)."""
    return any(said.first("cellDel") is not None for said in cell.named("tcPr"))


def is_merged(cell: Element) -> bool:
    """Whether a cell reaches over several columns, or begins one that reaches over several rows (17.4.17, 17.4.84)."""
    said = cell.first("tcPr")
    if said is None:
        return False
    span, below = said.first("gridSpan"), said.first("vMerge")
    columns = span.number("val") if span is not None else None
    return (columns or 1) > 1 or (below is not None and below.attributes.get("val") == "restart")
