"""How wide a table's columns are, and where a figure stands in its column so that decimal points fall under each other.

Widths are half ems of body type. A column takes what its widest cell needs; where the measure has less, the widest
columns give it, and their words run over several lines; where it has more, all columns share it.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from jxprint.composition.lines import SetLine, Setting, set_line
from jxprint.model import DataTable, Passage
from jxprint.model.furniture import ColumnAlign

# What may stand in a column of figures, with what goes with them: −3.5, +12%, 1,258, 3/4, 12:30, —.
_FIGURE = re.compile(r"[+\-−–±<>≤≥≈约]?[0-9][0-9,，./:]*[%‰℃°]?|[—–…-]+")
# A run that no line parts: letters, figures and what stands within them.
_SOLID = re.compile(r"[^\W\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef][^\s\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]*")
# A column of words over several lines is a leg of its own: four ems at the least.
_NARROWEST_EM = 4.0


class Cell(Struct, frozen=True):
    """A cell on one line: its copy, how it is set, its width and that of its widest part that no line parts (points).

    `whole` is the width of what stands before its decimal point.
    """

    passage: Passage
    setting: Setting
    line: SetLine
    least: float
    whole: float


def measured_cell(passage: Passage, setting: Setting) -> Cell:
    """A cell set on one line."""
    line = set_line(passage.text, setting)
    runs = [set_line(found, _plain(setting)).width for found in _SOLID.findall(passage.text)]
    least = max([_NARROWEST_EM * setting.size_pt, *runs])
    whole = passage.text.partition(".")[0]
    before = set_line(whole, _plain(setting)).width if whole and whole != passage.text else line.width
    return Cell(passage, setting, line, min(line.width, least), before)


def _plain(setting: Setting) -> Setting:
    return replace(setting, spans=())


def is_figure(text: str) -> bool:
    """Whether a cell holds a figure or a dash in the place of one."""
    return _FIGURE.fullmatch(text) is not None


def aligns(table: DataTable) -> tuple[ColumnAlign, ...]:
    """How each column stands: as the page says, else figures at their points and words at the start."""
    if table.align:
        return table.align
    columns = zip(*table.cells[table.header_rows :], strict=True)
    return tuple("decimal" if all(is_figure(cell.text) for cell in column) else "start" for column in columns)


class Widths(Struct, frozen=True):
    """Columns in points, and the white between two; `over` is what the measure lacks, and `widest` the column that
    takes most of it.
    """

    columns: tuple[float, ...]
    gap: float
    over: float = 0.0
    widest: int = 0


def column_widths(rows: Sequence[Sequence[Cell]], points: Sequence[float], measure: float, em: float) -> Widths:
    """The widths of a table's columns over a measure. `points` is what a column of figures needs to have their decimal
    points under each other, 0 for others.
    """
    columns = list(zip(*rows, strict=True))
    wanted = [_halves(max(point, *(cell.line.width for cell in column)), em)
              for column, point in zip(columns, points, strict=True)]  # fmt: skip
    least = [_halves(max(point, *(cell.least for cell in column)), em)
             for column, point in zip(columns, points, strict=True)]  # fmt: skip
    room = measure - (len(columns) - 1) * em
    if sum(least) > room + 0.01:
        return Widths(tuple(least), em, sum(least) - room, max(range(len(least)), key=least.__getitem__))
    found = _squeezed(wanted, least, room, em) if sum(wanted) > room + 0.01 else wanted
    # Columns may be over by a hair, and nobody gives half an em for that.
    share = max(0, math.floor((room - sum(found)) / len(found) / (em / 2) + 1e-6)) * em / 2
    found = [width + share for width in found]
    # What is left of a half em a column widens the white between them.
    gap = em + (room - sum(found)) / (len(found) - 1) if len(found) > 1 else em
    return Widths(tuple(found), gap)


def _squeezed(wanted: Sequence[float], least: Sequence[float], room: float, em: float) -> list[float]:
    """The widest columns made narrower, half an em at a time, until all stand in the room."""
    found = list(wanted)
    while sum(found) > room + 0.01:
        given = max((one for one in range(len(found)) if found[one] > least[one] + 0.01), key=lambda one: found[one])
        found[given] = max(least[given], found[given] - em / 2)
    return found


def _halves(width: float, em: float) -> float:
    """The next whole number of half ems."""
    return math.ceil(width / (em / 2) - 1e-6) * em / 2
