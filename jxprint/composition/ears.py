"""Ears beside the nameplate (报眼): a title and a few lines, in the middle of their rows.

A line that is too long for its ear goes down the style's steps of size, and all lines with it, as long as that keeps
each on one line; where it does not, lines are broken by sense, so that no date leaves its 日 behind.
"""

from __future__ import annotations

import math

from jxprint.composition.desk import Desk
from jxprint.composition.display_lines import pitch_of, ranged_lines
from jxprint.composition.drafts import Made
from jxprint.composition.frame import EM_TOP, Room
from jxprint.composition.heads import HeadCopy, depth, place_head, set_head
from jxprint.composition.lines import SetLine, Setting
from jxprint.composition.marked import note_signs, with_markup
from jxprint.composition.widths import note_too_wide
from jxprint.geometry import Rect
from jxprint.model import Ear, Passage
from jxprint.placed import Article, TextBlock
from jxprint.text.classes import HAN, classify

_TOLERANCE = 0.01
# White under the title, in sizes of the lines.
_UNDER_TITLE = 0.6


class EarDraft:
    """An ear over its columns; lines that are too long for them run on, centred or ranged like the others."""

    growth = 0

    def __init__(self, desk: Desk, part: Ear, room: Room) -> None:
        self._desk = desk
        self._part = part
        self._room = room
        self._pitch = pitch_of(desk, "ear")
        self._size, self._lines = _fitted(desk, part, room.width)
        self._title = set_head(desk, part.letter, (HeadCopy(part.title, "ear_title", "ear", "title", 0.0),), room)
        note_signs(desk, part.letter, part.lines, self._pitch / self._size - 1)
        for passage, lines in zip(part.lines, self._lines, strict=True):
            note_too_wide(desk, part.letter, passage, lines)
        frame = desk.frame
        needed = math.ceil((self._depth() + frame.pitch - frame.body) / frame.pitch - 1e-9)
        self.rows = max(needed, part.min_rows or 0)

    def make(self, top: int, rows: int) -> Made:
        """See Draft."""
        frame, part, room = self._desk.frame, self._part, self._room
        y = frame.y(top) + max(0.0, frame.depth(rows) - self._depth()) / 2
        blocks = place_head(self._title, part.letter, room.x, y)
        y += self._over()
        for index, lines in enumerate(self._lines):
            placed = tuple(
                line.at(room.x, y + at * self._pitch + EM_TOP * self._size, part=part.letter, field="line", index=index)
                for at, line in enumerate(lines)
            )
            box = Rect(room.x, y, room.width, (len(lines) - 1) * self._pitch + self._size)
            blocks.append(TextBlock("ear", "line", index, placed, (box,)))
            y += len(lines) * self._pitch
        label = "".join(one.text for one in (part.title or part.lines[:1]))
        box = Rect(room.x, frame.y(top), room.width, frame.depth(rows))
        return Made(Article(part.letter, "ear", label, box, tuple(blocks)))

    def _over(self) -> float:
        """What stands over the lines: the title and the white under it."""
        return depth(self._title) + (_UNDER_TITLE * self._size if self._title and self._lines else 0.0)

    def _depth(self) -> float:
        count = sum(len(lines) for lines in self._lines)
        return self._over() + ((count - 1) * self._pitch + self._size if count else 0.0)


def _fitted(desk: Desk, part: Ear, width: float) -> tuple[float, list[tuple[SetLine, ...]]]:
    """The size of the lines and their lines: the largest step at which each is one, else the style's size."""
    style = desk.type_style("ear")
    sizes = [style.size_pt, *[step for step in style.steps_pt if step < style.size_pt]]
    for size in sizes:
        lines = _ranged(desk, part, desk.setting("ear", width, size_pt=size))
        if all(len(one) == 1 and one[0].width <= width + _TOLERANCE for one in lines):
            return size, lines
    setting = desk.setting("ear", width)
    lines = _ranged(desk, part, setting)
    if setting.align != "justify":
        lines = [_by_sense(desk, one, setting, len(set_)) or set_ for one, set_ in zip(part.lines, lines, strict=True)]
    return setting.size_pt, lines


def _ranged(desk: Desk, part: Ear, setting: Setting) -> list[tuple[SetLine, ...]]:
    return [ranged_lines(one.text, with_markup(setting, desk, one)) for one in part.lines]


def _by_sense(desk: Desk, passage: Passage, setting: Setting, lines: int) -> tuple[SetLine, ...] | None:
    if lines < 2 or HAN not in classify(passage.text):  # an address ends at its own marks
        return None
    from jxprint.composition.head_lines import display_lines  # most ears are wide enough

    return display_lines(desk, passage, setting, lines)
