"""The copy of furniture, each piece with the role that it is set in."""

from __future__ import annotations

from collections.abc import Iterator

from jxprint.model import DataTable, Ear, ItemList, Nameplate, Passage

Furniture = Nameplate | Ear | DataTable | ItemList


def furniture_passages(part: Furniture) -> Iterator[tuple[str, int, Passage]]:
    """Every piece of a part's copy in reading order: (role, number from 1, passage); cells are numbered row by row."""
    if isinstance(part, Nameplate):
        yield "nameplate", 1, part.text
        yield from _numbered("imprint", part.lines)
    elif isinstance(part, Ear):
        yield from _numbered("ear_title", part.title)
        yield from _numbered("ear", part.lines)
    elif isinstance(part, DataTable):
        yield from _numbered("table_title", part.title)
        heads = part.header_rows * len(part.cells[0])
        cells = [cell for row in part.cells for cell in row]
        yield from _numbered("table_header", cells[:heads])
        yield from (("table_cell", number, cell) for number, cell in enumerate(cells[heads:], heads + 1))
        yield from _numbered("table_note", part.note)
    else:
        yield from _numbered("list_title", part.title)
        yield from _numbered("list_mark", part.marks)
        yield from _numbered("list_item", part.items)


def _numbered(role: str, lines: tuple[Passage, ...] | list[Passage]) -> Iterator[tuple[str, int, Passage]]:
    yield from ((role, number, line) for number, line in enumerate(lines, 1))
