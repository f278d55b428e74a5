"""What furniture must say: nameplates, ears, tables cell by cell in the order of their rows, lists mark by mark."""

from __future__ import annotations

from collections.abc import Iterator

from jxprint.model import DataTable, Ear, ItemList, Nameplate, Passage


def furniture_copy(part: Nameplate | Ear | DataTable | ItemList) -> Iterator[tuple[str, int, Passage]]:
    """A part's copy in reading order: (role, number from 1, passage)."""
    if isinstance(part, Nameplate):
        yield "nameplate", 1, part.text
        yield from (("imprint", number, line) for number, line in enumerate(part.lines, 1))
        return
    kind = "ear" if isinstance(part, Ear) else "table" if isinstance(part, DataTable) else "list"
    yield from ((f"{kind}_title", number, line) for number, line in enumerate(part.title, 1))
    if isinstance(part, Ear):
        yield from (("ear", number, line) for number, line in enumerate(part.lines, 1))
    elif isinstance(part, DataTable):
        number = 0
        for row, cells in enumerate(part.cells):
            for cell in cells:
                number += 1
                yield ("table_header" if row < part.header_rows else "table_cell"), number, cell
        yield from (("table_note", number, line) for number, line in enumerate(part.note, 1))
    else:
        for number, (mark, item) in enumerate(zip(part.marks, part.items, strict=True), 1):
            yield "list_mark", number, mark
            yield "list_item", number, item
