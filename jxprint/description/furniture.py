"""The tables of `page.toml` that describe furniture: nameplate, ears, tables, lists."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from jxprint.description.contents import pages_named
from jxprint.description.dummies import MOST_LEGS
from jxprint.description.folios import with_fields
from jxprint.description.furniture_copy import MOST_LINES, read_cells, read_items
from jxprint.description.pieces import copy_text
from jxprint.description.tables import Table
from jxprint.model import DataTable, Ear, ItemList, Mark, Nameplate, Part, Passage
from jxprint.model.furniture import MOST_COUNTED, ColumnAlign

if TYPE_CHECKING:
    from jxprint.description.pieces import Common, Context

_BESIDE = ("below", "left", "right")
_ALIGNS = ("start", "centre", "end", "decimal")
_LONGEST_MARK = 6


def _nameplate(table: Table, common: Common, context: Context) -> Part | None:
    text = table.passage("text") if table.needs("text") else None
    lines = with_fields(table, ("lines",), context.fields).passages("lines")
    at = table.name("lines_at", _BESIDE, "page.unknown_value")
    rule = table.name("lines_rule", context.rules, "page.unknown_rule")
    separator = table.name("separator", context.rules, "page.unknown_rule")
    for key in ("lines_at", "lines_rule", "separator"):
        if key in table.values and not lines:
            table.wrong("page.goes_with", key, key=key, other='lines = ["…"]')
    if rule is not None and at in ("left", "right"):
        table.wrong("page.goes_with", "lines_rule", key="lines_rule", other='lines_at = "below"')
    if text is None:
        if table.values.get("text") == "":
            table.wrong("page.empty_value", "text", key="text")
        return None
    return Nameplate(
        **common,
        text=text,
        lines=lines,
        lines_at=at or "below",  # type: ignore[arg-type]  # one of the names asked for
        lines_rule=rule,
        separator=separator,
    )


def _ear(table: Table, common: Common, context: Context) -> Part | None:
    filled = with_fields(table, ("title", "text"), context.fields)
    title, lines = filled.passages("title"), filled.passages("text")
    if "copy" in table.values:
        if "text" in table.values:
            table.wrong("page.one_of_two", "text", one="text", other="copy")
        opened = copy_text(table, context)
        if opened is None:
            return None
        own, lines = read_items(*opened, table.findings)
        title = _one_title(table, title, own)
    elif not lines and not title and table.needs("text"):
        table.wrong("page.empty_value", "text", key="text")
        return None
    return Ear(**common, title=title, lines=lines)


def _list(table: Table, common: Common, context: Context) -> Part | None:
    legs, sign = table.count("legs", MOST_LEGS), table.words("mark")
    title, is_contents = table.passages("title"), table.boolean("contents")
    opened = copy_text(table, context)
    if opened is None:
        return None
    own, items = read_items(*opened, table.findings)
    usual = Mark(place=items[0].place if items else table.place())
    mark = usual if sign is None else Mark(sign, table.place("mark"))
    if not mark.sign.strip() or len(mark.sign) > _LONGEST_MARK:
        table.wrong("page.bad_mark", "mark", value=mark.sign, most=_LONGEST_MARK)
        return None
    if mark.counts and len(items) > MOST_COUNTED[mark.counts]:
        table.wrong("page.mark_counts", "mark", value=mark.sign, most=MOST_COUNTED[mark.counts], items=len(items))
        return None
    pages = pages_named(items, table.findings) if is_contents else ()
    return ItemList(**common, items=items, mark=mark, title=_one_title(table, title, own), legs=legs, pages=pages)


def _one_title(table: Table, described: tuple[Passage, ...], own: tuple[Passage, ...]) -> tuple[Passage, ...]:
    """The title stands in the file or in page.toml, not in both."""
    if described and own:
        table.wrong("page.one_of_two", "title", one="title", other="copy (headline: …)")
    return own or described


def _table(table: Table, common: Common, context: Context) -> Part | None:
    heads, grid = table.count("header_rows", MOST_LINES, 0), table.boolean("grid")
    title, note = table.passages("title"), table.passages("note")
    opened = copy_text(table, context)
    if opened is None:
        return None
    before = len(table.findings)
    cells = read_cells(*opened, table.findings)
    if any(one.severity == "error" for one in table.findings[before:]):
        return None
    heads = 1 if heads is None else heads
    if heads >= len(cells):
        args = {"key": "header_rows", "value": heads, "least": 0, "most": len(cells) - 1}
        table.wrong("page.out_of_bounds", *(("header_rows",) if "header_rows" in table.values else ("copy",)), **args)
        return None
    align = _aligns(table, len(cells[0]))
    return DataTable(**common, cells=cells, header_rows=heads, align=align, grid=grid or False, title=title, note=note)


def _aligns(table: Table, columns: int) -> tuple[ColumnAlign, ...]:
    if "align" not in table.values:
        return ()
    align = table.strings("align")
    for number, one in enumerate(align):
        if one not in _ALIGNS:
            below = ("align", number) if isinstance(table.values["align"], list) else ("align",)
            table.misnamed("page.unknown_value", one, _ALIGNS, *below)
            return ()
    if align and len(align) != columns:
        table.wrong("page.align_uneven", "align", found=len(align), columns=columns)
        return ()
    return align  # type: ignore[return-value]  # each is one of the names asked for


FURNITURE: dict[str, Callable[[Table, Common, Context], Part | None]] = {
    "nameplate": _nameplate,
    "ear": _ear,
    "table": _table,
    "list": _list,
}
