"""The section's head (版头) with a plate (反白) behind it, with a second small line, or in the middle."""

from __future__ import annotations

import math

from msgspec.structs import replace

from jxprint.composition.desk import Desk
from jxprint.composition.display_lines import Spot
from jxprint.composition.drafts import Made
from jxprint.composition.frame import Room
from jxprint.composition.heads import HeadCopy, HeadLine, set_head
from jxprint.geometry import Rect
from jxprint.ink import Ink
from jxprint.model import Masthead, Passage
from jxprint.placed import Article, Box, Shape

# A plate beyond its type, in ems of the type: at the sides, above and below.
_PLATE_SIDE, _PLATE_OVER = 0.3, 0.1
# White between head and line: beside each other in ems of the line, one under the other in rows.
_LINE_BESIDE, _LINE_BELOW = 1.5, 0.4
_PAPER = Ink("white", (0.0, 0.0, 0.0, 0.0))


class SectionHeadDraft:
    """A section's head over its columns: at the left with its line ranged right, or both in the middle."""

    growth = 0

    def __init__(self, desk: Desk, part: Masthead, room: Room) -> None:
        self._desk = desk
        self._part = part
        self._room = room
        self._over = _PLATE_OVER if part.plate is not None else 0.0
        side = _PLATE_SIDE if part.plate is not None else 0.0
        self._side = side * desk.type_style("masthead").size_over(room.span)
        narrowed = replace(room, width=room.width - 2 * self._side)
        (self._head,) = set_head(desk, part.letter, (_copy(part.text, "masthead"),), narrowed)
        self._plate_width = self._head.line.width + 2 * self._side
        self._line = self._set_line()
        frame = desk.frame
        self.rows = math.ceil((self._depth() + frame.pitch - frame.body) / frame.pitch - 1e-9)

    def make(self, top: int, rows: int) -> Made:
        """See Draft."""
        frame, part, room = self._desk.frame, self._part, self._room
        spare = max(0.0, frame.depth(rows) - self._depth())
        y = frame.y(top) + (spare / 2 if rows > self.rows else 0.0)
        centred = part.align == "centre"
        left = room.x + ((room.width - self._plate_width) / 2 if centred else 0.0)
        plate = Rect(left, y, self._plate_width, self._plate_depth())
        head = self._head.line if part.plate is None else replace(self._head.line, ink=_PAPER)
        above = self._over * self._head.size
        blocks = [Spot(part.letter, "masthead", "text", 0).block(head, left + self._side, y + above)]
        if self._line is not None:
            line = self._line.line
            x = room.x + (room.width - line.width) / (2 if centred else 1)
            level = plate.bottom + self._below() if centred else plate.bottom - line.size_pt
            blocks.append(Spot(part.letter, "imprint", "line", 0).block(line, x, level))
        under: tuple[Shape, ...] = ()
        if part.plate is not None:
            under = (Box(plate, fill=self._desk.ink("black").tint(part.plate)),)
        box = Rect(room.x, frame.y(top), room.width, frame.depth(rows))
        return Made(Article(part.letter, "masthead", part.text.text, box, tuple(blocks)), under)

    def _set_line(self) -> HeadLine | None:
        part, room = self._part, self._room
        if part.line is None:
            return None
        if part.align == "start":
            beside = self._plate_width + _LINE_BESIDE * self._desk.type_style("masthead_line").size_pt
            room = replace(room, width=max(room.width - beside, 1.0))
        (line,) = set_head(self._desk, part.letter, (_copy(part.line, "masthead_line"),), room)
        return line

    def _plate_depth(self) -> float:
        return self._head.size * (1 + 2 * self._over)

    def _below(self) -> float:
        return _LINE_BELOW * self._desk.frame.pitch

    def _depth(self) -> float:
        below = self._below() + self._line.size if self._line is not None and self._part.align == "centre" else 0.0
        return self._plate_depth() + below


def _copy(passage: Passage, role: str) -> HeadCopy:
    return HeadCopy((passage,), role, "masthead", "text" if role == "masthead" else "line", 0.0)
