"""Tables (表格): rows on whole rows of the grid, a title over them, a note under them, and the rules of the style."""

from __future__ import annotations

import math
from collections.abc import Sequence

from msgspec.structs import replace

from jxprint.composition.desk import Desk
from jxprint.composition.display_lines import ranged_lines
from jxprint.composition.drafts import Made
from jxprint.composition.frame import EM_TOP, Room
from jxprint.composition.heads import HeadCopy, depth, place_head, set_head
from jxprint.composition.lines import SetLine, set_paragraph
from jxprint.composition.marked import note_signs, with_markup
from jxprint.composition.strokes import along, upright
from jxprint.composition.table_columns import Cell, aligns, column_widths, measured_cell
from jxprint.composition.widths import note_too_wide
from jxprint.errors import Finding
from jxprint.geometry import Rect
from jxprint.model import DataTable, Passage
from jxprint.model.furniture import ColumnAlign
from jxprint.model.style import Align
from jxprint.placed import Article, Field, Role, Shape, TextBlock

# Of the white between title and table, in rows.
_UNDER_TITLE = 0.5
# Words over several lines fill their column; figures are put to their points from the middle.
_ALIGNED: dict[ColumnAlign, Align] = {"start": "justify", "centre": "centre", "end": "end", "decimal": "centre"}


class TableDraft:
    """A table over its columns."""

    growth = 0

    def __init__(self, desk: Desk, part: DataTable, room: Room) -> None:
        self._desk = desk
        self._part = part
        self._room = room
        frame = desk.frame
        title = HeadCopy(part.title, "table_title", "headline", "title", 0.0)
        self._title = set_head(desk, part.letter, (title,), room)
        under = _UNDER_TITLE * frame.pitch
        self.head_rows = math.ceil((depth(self._title) + under) / frame.pitch - 1e-9) if self._title else 0
        self._aligns = aligns(part)
        self._cells = [[self._measured(passage, row) for passage in cells] for row, cells in enumerate(part.cells)]
        self._points = self._decimal_points()
        needed = [before + behind for before, behind in self._points]
        self._widths = column_widths(self._cells, needed, room.width, frame.body)
        self._tell_too_wide()
        self._rows = [[self._set(cell, at) for at, cell in enumerate(cells)] for cells in self._cells]
        self._depths = [max(len(lines) for lines in row) for row in self._rows]
        note = desk.setting("table_note", room.width)
        self._note = [set_paragraph(one.text, with_markup(note, desk, one)) for one in part.note]
        self._tell()
        self.rows = self.head_rows + sum(self._depths) + sum(map(len, self._note))

    def make(self, top: int, rows: int) -> Made:
        """See Draft."""
        frame, part, room = self._desk.frame, self._part, self._room
        spare = self.head_rows * frame.pitch - depth(self._title) - _UNDER_TITLE * frame.pitch
        blocks = place_head(self._title, part.letter, room.x, frame.y(top) + spare / 2)
        row = top + self.head_rows
        under = self._rules(row)
        for number, cells in enumerate(self._rows):
            for at, lines in enumerate(cells):
                blocks.append(self._cell(lines, row, (number, at)))
            row += self._depths[number]
        for index, lines in enumerate(self._note):
            blocks.append(self._lines(lines, (room.x, room.width), row, "table_note", index))
            row += len(lines)
        label = "".join(one.text for one in part.title) or part.letter
        box = Rect(room.x, frame.y(top), room.width, frame.depth(rows))
        return Made(Article(part.letter, "table", label, box, tuple(blocks)), tuple(under))

    def _measured(self, passage: Passage, row: int) -> Cell:
        role = "table_header" if row < self._part.header_rows else "table_cell"
        setting = replace(self._desk.setting(role, self._room.width), align="start", indent_em=0.0)
        return measured_cell(passage, with_markup(setting, self._desk, passage))

    def _decimal_points(self) -> list[tuple[float, float]]:
        """For each column of figures the widths before and behind the decimal point; (0, 0) for others."""
        found: list[tuple[float, float]] = []
        for at, align in enumerate(self._aligns):
            cells = [row[at] for row in self._cells[self._part.header_rows :]] if align == "decimal" else []
            before = max((cell.whole for cell in cells), default=0.0)
            behind = max((cell.line.width - cell.whole for cell in cells), default=0.0)
            found.append((before, behind))
        return found

    def _set(self, cell: Cell, column: int) -> tuple[SetLine, ...]:
        align: Align = _ALIGNED[self._aligns[column]]
        setting = replace(cell.setting, measure_pt=self._widths.columns[column], align=align)
        return ranged_lines(cell.passage.text, setting)

    def _tell_too_wide(self) -> None:
        """The column that the measure has no room for, where its widest cell stands."""
        over, column = self._widths.over, self._widths.widest
        if over <= 0.01:
            return
        passage = max((row[column] for row in self._cells), key=lambda cell: cell.least).passage
        em = self._desk.frame.body
        args = {
            "part": self._part.letter,
            "column": column + 1,
            "text": passage.text,
            "over": f"{over / em:.1f}",
            "measure": f"{self._room.width / em:.1f}",
        }
        place = replace(passage.place, part=self._part.letter)
        self._desk.findings.append(Finding("composition.table_too_wide", place, args))

    def _tell(self) -> None:
        desk, letter, pitch = self._desk, self._part.letter, self._desk.frame.pitch
        for cells, row in zip(self._cells, self._rows, strict=True):
            for cell, lines in zip(cells, row, strict=True):
                note_signs(desk, letter, (cell.passage,), pitch / cell.setting.size_pt - 1)
                if self._widths.over <= 0.01:
                    note_too_wide(desk, letter, cell.passage, lines)
        for passage, note in zip(self._part.note, self._note, strict=True):
            note_too_wide(desk, letter, passage, note)

    def _cell(self, lines: Sequence[SetLine], row: int, cell: tuple[int, int]) -> TextBlock:
        number, at = cell
        part, (x, width) = self._part, self._column(at)
        is_head = number < part.header_rows
        index = number * len(part.cells[0]) + at
        shift = 0.0
        if self._aligns[at] == "decimal" and not is_head:
            before, behind = self._points[at]
            # Set in the middle: to where its decimal point falls under the others, all of them in the middle.
            shift = (width - before - behind) / 2 + before - self._cells[number][at].whole - lines[0].x
        role: Role = "table_header" if is_head else "table_cell"
        return replace(self._lines(lines, (x, width), row, role, index, shift), cell=cell)

    def _lines(
        self, lines: Sequence[SetLine], across: tuple[float, float], row: int, role: Role, index: int,
        shift: float = 0.0,
    ) -> TextBlock:  # fmt: skip
        """Lines on the page's baselines from a row down."""
        frame, (x, width) = self._desk.frame, across
        field: Field = "note" if role == "table_note" else "cell"
        placed = tuple(
            line.at(x + shift, frame.baseline(row + at), part=self._part.letter, field=field, index=index)
            for at, line in enumerate(lines)
        )
        size = lines[0].size_pt
        box = Rect(x, frame.baseline(row) - EM_TOP * size, width, (len(lines) - 1) * frame.pitch + size)
        return TextBlock(role, field, index, placed, (box,))

    def _column(self, at: int) -> tuple[float, float]:
        """Where a column starts, and its width."""
        widths = self._widths
        return self._room.x + sum(widths.columns[:at]) + at * widths.gap, widths.columns[at]

    def _rules(self, row: int) -> list[Shape]:
        """Rules in the line gaps: above, under the heads, below, and between rows and columns of a grid."""
        frame, part, named = self._desk.frame, self._part, self._desk.style.table
        edges = [row]
        for deep in self._depths:
            edges.append(edges[-1] + deep)
        ys = [frame.y(edge) - (frame.pitch - frame.body) / 2 for edge in edges]
        left, right = self._room.x, self._room.x + self._room.width
        levels: dict[int, str | None] = dict.fromkeys(range(1, len(ys) - 1), named.grid if part.grid else None)
        levels[0] = named.top
        levels[len(ys) - 1] = named.bottom
        if part.header_rows and named.header is not None:
            levels[part.header_rows] = named.header
        shapes: list[Shape] = []
        for number, name in levels.items():
            if name is not None:
                rule = self._desk.style.rules[name]
                shapes += along(rule, self._desk.ink(rule.ink), left, right, ys[number])
        if part.grid and named.grid is not None:
            rule = self._desk.style.rules[named.grid]
            for at in range(1, len(part.cells[0])):
                x = self._column(at)[0] - self._widths.gap / 2
                shapes += upright(rule, self._desk.ink(rule.ink), x, ys[0], ys[-1])
        return shapes
