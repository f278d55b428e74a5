"""The nameplate of page one (报头): the paper's name, and its lines below or at a side of it."""

from __future__ import annotations

import math
from itertools import combinations, pairwise

from msgspec.structs import replace

from jxprint.composition.desk import Desk
from jxprint.composition.display_lines import Spot, natural_line, pitch_of
from jxprint.composition.drafts import Made
from jxprint.composition.frame import Room
from jxprint.composition.heads import HeadCopy, set_head
from jxprint.composition.strokes import along, upright
from jxprint.errors import Finding
from jxprint.geometry import PT_PER_MM, Rect
from jxprint.model import Nameplate
from jxprint.placed import Article, Shape, TextBlock

# The least white between two pieces of a line (ems of their size), and between the name and lines at its side.
_BETWEEN_EM, _ASIDE_EM = 1.2, 2.0
# Lines below stand in as many rows at the most; white over them in rows of the grid.
_MOST_ROWS = 4
_OVER_LINES = 0.6


class NameplateDraft:
    """A nameplate over its columns."""

    growth = 0

    def __init__(self, desk: Desk, part: Nameplate, room: Room) -> None:
        self._desk = desk
        self._part = part
        self._room = room
        self._lines = [natural_line(desk, part.letter, "imprint", line, room.width) for line in part.lines]
        self._pitch = pitch_of(desk, "imprint")
        self._size = desk.type_style("imprint").size_pt
        self._aside = 0.0
        if part.lines_at != "below" and self._lines:
            self._aside = max(line.width for line in self._lines) + _ASIDE_EM * self._size
        narrowed = replace(room, width=max(room.width - self._aside, 1.0))
        name = HeadCopy((part.text,), "nameplate", "nameplate", "text", 0.0)
        (self._name,) = set_head(desk, part.letter, (name,), narrowed)
        self._rows = [] if self._aside else self._dealt()
        frame = desk.frame
        needed = math.ceil((self._depth() + frame.pitch - frame.body) / frame.pitch - 1e-9)
        self.rows = max(needed, part.min_rows or 0)

    def make(self, top: int, rows: int) -> Made:
        """See Draft."""
        frame, part, room = self._desk.frame, self._part, self._room
        y = frame.y(top) + max(0.0, frame.depth(rows) - self._depth()) / 2
        width = room.width - self._aside
        left = room.x + (self._aside if part.lines_at == "left" else 0.0)
        level = y + (max(0.0, self._depth() - self._name.size) / 2 if self._aside else 0.0)
        name = self._name.line
        named = Rect(left, level, width, name.size_pt)
        blocks = [Spot(part.letter, "nameplate", "text", 0).block(name, left + name.x, level, named)]
        lines, under = self._beside(y) if self._aside else self._below(level + name.size_pt)
        box = Rect(room.x, frame.y(top), room.width, frame.depth(rows))
        return Made(Article(part.letter, "nameplate", part.text.text, box, (*blocks, *lines)), tuple(under))

    def _depth(self) -> float:
        if self._aside:
            return max(self._name.size, self._stacked())
        return self._name.size + (self._over() + len(self._rows) * self._pitch if self._rows else 0.0)

    def _over(self) -> float:
        return _OVER_LINES * self._desk.frame.pitch

    def _stacked(self) -> float:
        return (len(self._lines) - 1) * self._pitch + self._size

    def _dealt(self) -> list[range]:
        """The lines in as few rows as they stand in, the fullest of them as empty as can be."""
        if not self._lines:
            return []
        for rows in range(1, min(_MOST_ROWS, len(self._lines)) + 1):
            deals = [
                [range(*cut) for cut in pairwise((0, *cuts, len(self._lines)))]
                for cuts in combinations(range(1, len(self._lines)), rows - 1)
            ]
            best = min(deals, key=lambda deal: max(map(self._needed, deal)))
            if max(map(self._needed, best)) <= self._room.width + 0.01:
                return best
        widest = max(range(len(self._lines)), key=lambda one: self._lines[one].width)
        passage, measure = self._part.lines[widest], self._room.width
        args = {"text": passage.text, "rows": _MOST_ROWS, "measure_mm": round(measure / PT_PER_MM, 1)}
        place = replace(passage.place, part=self._part.letter)
        self._desk.findings.append(Finding("composition.imprint_too_wide", place, args))
        return [range(len(self._lines))]

    def _needed(self, row: range) -> float:
        return sum(self._lines[one].width for one in row) + (len(row) - 1) * _BETWEEN_EM * self._size

    def _below(self, foot: float) -> tuple[list[TextBlock], list[Shape]]:
        """Rows of lines spread evenly, with their rules."""
        part, room, style = self._part, self._room, self._desk.style
        blocks: list[TextBlock] = []
        shapes: list[Shape] = []
        if part.lines_rule is not None:
            rule = style.rules[part.lines_rule]
            shapes += along(rule, self._desk.ink(rule.ink), room.x, room.x + room.width, foot + self._over() / 2)
        y = foot + self._over() + (self._pitch - self._size) / 2
        for row in self._rows:
            white = (room.width - sum(self._lines[one].width for one in row)) / max(len(row) - 1, 1)
            x = room.x + (white / 2 if len(row) == 1 else 0.0)
            frame = Rect(room.x, y, room.width, self._size)
            for one in row:
                blocks.append(Spot(part.letter, "imprint", "line", one).block(self._lines[one], x, y, frame))
                x += self._lines[one].width + white
                if part.separator is not None and one != row[-1]:
                    rule = style.rules[part.separator]
                    shapes += upright(rule, self._desk.ink(rule.ink), x - white / 2, y, y + self._size)
            y += self._pitch
        return blocks, shapes

    def _beside(self, y: float) -> tuple[list[TextBlock], list[Shape]]:
        """Lines one under the other at the name's side, in the middle of its depth."""
        part, room = self._part, self._room
        widest = max(line.width for line in self._lines)
        right = part.lines_at == "right"
        x = room.x + (room.width - widest if right else 0.0)
        first = y + (self._depth() - self._stacked()) / 2
        blocks = [
            Spot(part.letter, "imprint", "line", number).block(line, x, first + number * self._pitch)
            for number, line in enumerate(self._lines)
        ]
        if part.separator is None:
            return blocks, []
        rule = self._desk.style.rules[part.separator]
        middle = x - _ASIDE_EM * self._size / 2 if right else x + widest + _ASIDE_EM * self._size / 2
        return blocks, upright(rule, self._desk.ink(rule.ink), middle, first, first + self._stacked())
