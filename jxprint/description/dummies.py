"""The dummy (版样) read from its drawing, and held against the grid and the parts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from jxprint.description.directions import runs_under_head
from jxprint.description.sheets import MOST_COLUMNS, NARROWEST_EM
from jxprint.description.tables import Table
from jxprint.errors import Finding, Place
from jxprint.model import Dummy, Grid

MOST_ROWS = 400
MOST_LEGS = 60
# From a letter or digit of ASCII to the full-width one.
_WIDER = 0xFEE0

_Cells = dict[str, list[tuple[int, int]]]


def read_dummy(page: Table, columns: int | None) -> Dummy | None:
    """The drawing: rows of letters with blanks between them, one letter a base column."""
    drawing = page.text("dummy")
    if drawing is None:
        return None
    spot = page.positions.nearest(("dummy",))
    line, column = spot.text
    drawn = [
        (Place(page.file, line + number if spot.multiline else line, 1 if spot.multiline else column), row)
        for number, row in enumerate(drawing.split("\n"))
        if row.strip()
    ]
    if not drawn:
        page.wrong("page.empty_dummy", "dummy")
        return None
    if len(drawn) > MOST_ROWS or max(len(row.split()) for _, row in drawn) > MOST_COLUMNS:
        page.wrong("page.dummy_too_large", "dummy", rows=MOST_ROWS, columns=MOST_COLUMNS)
        return None
    wanted = len(drawn[0][1].split()) if columns is None else columns
    counts = {len(row.split()) for _, row in drawn}
    is_whole = all(len(cell) == 1 for _, row in drawn for cell in row.split())
    if is_whole and len(drawn) > 1 and len(counts) == 1 and wanted not in counts:  # drawn for another grid: one mistake
        args = {"found": counts.pop(), "columns": wanted}
        page.findings.append(Finding("page.other_columns", drawn[0][0], args))
        return None
    sound = [_check_row(page, place, row, wanted) for place, row in drawn]
    if not all(sound):
        return None
    dummy = Dummy(tuple(tuple(row.split()) for _, row in drawn), drawn[0][0])
    _check_shapes(page, dummy)
    return dummy


def check_parts(page: Table, dummy: Dummy, letters: Sequence[tuple[str, Place]]) -> None:
    """Every letter drawn is described, every part described is drawn, and in a shape that its kind can have."""
    drawn = cells_of(dummy)
    described = [letter for letter, _ in letters]
    inside = {str(part.values.get("letter")) for part in page.tables("part") if "within" in part.values}
    for letter in drawn if letters else ():  # no part, or too many of them: one finding that has been told
        if letter in described:
            continue
        meant = chr(ord(letter) - _WIDER) if "Ａ" <= letter <= "ｚ" or "０" <= letter <= "９" else ""
        if meant in described and meant not in drawn:  # as an input method makes it
            page.findings.append(Finding("page.full_width", _where(page, letter), {"found": letter, "put": meant}))
            inside.add(meant)
        else:
            page.findings.append(Finding("page.not_described", _where(page, letter), {"letter": letter}))
    for letter, place in letters:
        if letter not in drawn and letter not in inside:
            page.findings.append(Finding("page.not_drawn", place, {"letter": letter}))
    _check_corners(page, drawn)


def check_legs(page: Table, dummy: Dummy, grid: Grid) -> None:
    """Text that runs across is not cut into more legs than leave it lines to stand in."""
    drawn = cells_of(dummy)
    for part in page.tables("part") if isinstance(page.values.get("part"), list) else ():
        legs, letter = part.values.get("legs"), part.values.get("letter")
        columns = {column for _, column in drawn.get(letter, ())} if isinstance(letter, str) else set()
        down = part.values.get("writing") == "vertical"
        if down or not columns or not isinstance(legs, int) or isinstance(legs, bool):
            continue
        most = max(1, int((grid.span_em(len(columns)) + grid.gap_em) / (NARROWEST_EM + grid.gap_em)))
        if most < legs <= MOST_LEGS:
            part.wrong("page.too_many_legs", "legs", legs=legs, most=most, least=f"{NARROWEST_EM:g}")


def _check_row(page: Table, place: Place, row: str, wanted: int) -> bool:
    """Whether a row that begins at a place has a letter for each column."""
    letters = row.split()
    for letter in letters:
        if len(letter) != 1 or not letter.isalnum():
            before = re.split(rf"(?<!\S){re.escape(letter)}(?!\S)", row, maxsplit=1)[0]
            where = replace(place, column=(place.column or 1) + len(before))
            page.findings.append(Finding("page.not_a_letter", where, {"letter": letter}))
            return False
    if len(letters) != wanted:
        page.findings.append(Finding("page.uneven_row", place, {"found": len(letters), "columns": wanted}))
        return False
    return True


def _check_shapes(page: Table, dummy: Dummy) -> None:
    """Each letter is drawn in one piece."""
    for letter, cells in cells_of(dummy).items():
        if not _in_one_piece(cells):
            page.findings.append(Finding("page.in_pieces", _where(page, letter), {"letter": letter}))


def _check_corners(page: Table, drawn: _Cells) -> None:
    """A shape with corners is for a story that runs across under a head that does; its legs are its columns."""
    for part in page.tables("part") if isinstance(page.values.get("part"), list) else ():
        letter, legs = part.values.get("letter"), part.values.get("legs")
        cells = drawn.get(letter, []) if isinstance(letter, str) else []
        if not cells or is_rectangle(cells) or not _in_one_piece(cells):
            continue
        columns = len({column for _, column in cells})
        if part.values.get("kind") != "story" or not runs_under_head(part):
            page.findings.append(Finding("page.not_a_rectangle", _where(page, str(letter)), {"letter": letter}))
        elif isinstance(legs, int) and legs != columns:
            part.wrong("page.legs_in_shape", "legs", legs=legs, columns=columns)


def is_rectangle(cells: Sequence[tuple[int, int]]) -> bool:
    """Whether drawn cells (row, column) fill a rectangle."""
    rows, columns = [row for row, _ in cells], [column for _, column in cells]
    return (max(rows) - min(rows) + 1) * (max(columns) - min(columns) + 1) == len(cells)


def _where(page: Table, letter: str) -> Place:
    """The first place where a letter is drawn; a drawing in one line of TOML has one place for all."""
    spot = page.positions.nearest(("dummy",))
    line, column = spot.text
    if spot.multiline:
        for number, row in enumerate(str(page.values["dummy"]).split("\n")):
            if letter in row:
                return Place(page.file, line + number, row.index(letter) + 1)
    return Place(page.file, line, column)


def cells_of(dummy: Dummy) -> dict[str, list[tuple[int, int]]]:
    """Where each letter is drawn: rows and columns of the drawing, from 0."""
    cells: dict[str, list[tuple[int, int]]] = {}
    for row, letters in enumerate(dummy.rows):
        for column, letter in enumerate(letters):
            cells.setdefault(letter, []).append((row, column))
    return cells


def _in_one_piece(cells: Iterable[tuple[int, int]]) -> bool:
    left = set(cells)
    reached = [left.pop()]
    while reached:
        row, column = reached.pop()
        beside = {(row - 1, column), (row + 1, column), (row, column - 1), (row, column + 1)} & left
        left -= beside
        reached.extend(beside)
    return not left
