"""Copy files of furniture: lists and ears with a title and a line for each item, tables with a line for each row."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from jxprint.description.markup import read_passage, spelled
from jxprint.errors import Finding, Place
from jxprint.model import DataTable, Ear, ItemList, Passage

_TITLE = re.compile(r"(?:headline|title|标题)[ \t\u3000]*[:：][ \t\u3000]*(?P<text>.*)", re.I)
_BLANKS = " \t\u3000"
MOST_CELLS = 60
MOST_LINES = 1000

_Row = tuple[Passage, ...]


def read_items(text: str, file: str, findings: list[Finding]) -> tuple[_Row, _Row]:
    """The title, from lines `headline: …` at the head of the file, and one item a line."""
    title: list[Passage] = []
    items: list[Passage] = []
    for number, line in _lines(text, file, findings):
        said = line.strip(_BLANKS)
        column = len(line) - len(line.lstrip(_BLANKS)) + 1
        match = None if items else _TITLE.fullmatch(said)
        if match is not None:
            if not match["text"]:
                findings.append(Finding("copy.empty_header", Place(file, number, column), {"key": "headline"}))
                continue
            title.append(read_passage(match["text"], Place(file, number, column + match.start("text")), findings))
        else:
            items.append(read_passage(said, Place(file, number, column), findings))
    if not items:
        findings.append(Finding("copy.empty", Place(file, 1, 1)))
    return tuple(title), tuple(items)


def read_cells(text: str, file: str, findings: list[Finding]) -> tuple[_Row, ...]:
    """Rows of cells, parted by tabs, or by commas where the file's name ends in .csv; all of one length, none empty."""
    part = _by_commas if file.lower().endswith(".csv") else _by_tabs
    rows: list[_Row] = []
    wanted = 0
    for number, line in _lines(text, file, findings):
        cells = list(part(line))
        wanted = wanted or len(cells)
        if len(cells) > MOST_CELLS:
            findings.append(Finding("copy.table_too_wide", Place(file, number, 1), {"most": MOST_CELLS}))
            return ()
        if len(cells) != wanted:
            column = cells[min(wanted, len(cells)) - (len(cells) < wanted)][1]
            args = {"found": len(cells), "wanted": wanted}
            findings.append(Finding("copy.uneven_table", Place(file, number, column), args))
            continue
        row: list[Passage] = []
        for at, (cell, column) in enumerate(cells, 1):
            place = Place(file, number, column + len(cell) - len(cell.lstrip(_BLANKS)))
            said = cell.strip(_BLANKS)
            if not said:
                findings.append(Finding("copy.empty_cell", Place(file, number, column), {"column": at}))
                continue
            row.append(read_passage(said, place, findings))
        rows.append(tuple(row))
    if not wanted:
        findings.append(Finding("copy.empty", Place(file, 1, 1)))
    return tuple(rows)


def _lines(text: str, file: str, findings: list[Finding]) -> Iterator[tuple[int, str]]:
    """Lines that say something, numbered from 1."""
    said = [(number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip(_BLANKS)]
    if len(said) > MOST_LINES:
        place = Place(file, said[MOST_LINES][0], 1)
        findings.append(Finding("copy.too_many_lines", place, {"most": MOST_LINES}))
    yield from said[:MOST_LINES]


def _by_tabs(line: str) -> Iterator[tuple[str, int]]:
    """Cells with the column, from 1, at which each starts."""
    column = 1
    for cell in line.split("\t"):
        yield cell, column
        column += len(cell) + 1


def _by_commas(line: str) -> Iterator[tuple[str, int]]:
    """The same by commas; a cell in straight quotes may have commas, and quotes written twice (RFC 4180)."""
    at = 0
    while True:
        start = at + len(line[at:]) - len(line[at:].lstrip(_BLANKS))
        if line[start : start + 1] == '"':
            end = start + 1
            while end < len(line) and (line[end] != '"' or line[end + 1 : end + 2] == '"'):
                end += 2 if line[end] == '"' else 1
            behind = line.find(",", end)
            cell = line[start + 1 : end].replace('""', '"') + line[end + 1 : len(line) if behind < 0 else behind]
            start += 1
        else:
            start, behind = at, line.find(",", at)
            cell = line[at:] if behind < 0 else line[at:behind]
        yield cell, start + 1
        if behind < 0:
            return
        at = behind + 1


def spell_copy(part: Ear | ItemList | DataTable) -> tuple[Path | None, str]:
    """A part's copy file in its one spelling; None where it has none."""
    if isinstance(part, DataTable):
        file = part.cells[0][0].place.file
        parted = "," if str(file).lower().endswith(".csv") else "\t"
        lines: Iterable[str] = (parted.join(_cell(cell, parted) for cell in row) for row in part.cells)
        return Path(file or ""), "".join(f"{line}\n" for line in lines)
    items = part.items if isinstance(part, ItemList) else part.lines
    if not items:
        return None, ""
    file = items[0].place.file
    title = "".join(f"headline: {spelled(one)}\n" for one in part.title if one.place.file == file)
    return Path(file or ""), title + "\n" * bool(title) + "".join(f"{spelled(one)}\n" for one in items)


def _cell(passage: Passage, parted: str) -> str:
    said = spelled(passage)
    if parted == "," and ("," in said or said.startswith('"')):
        return '"' + said.replace('"', '""') + '"'
    return said
