"""Lists (列表、提示栏): items behind their marks with a hanging indent, dealt over level legs on the grid, whole where
that leaves them level.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import accumulate

from msgspec.structs import replace

from jxprint.composition.coverage import STAND_IN
from jxprint.composition.dealing import deal
from jxprint.composition.desk import Desk
from jxprint.composition.drafts import Made
from jxprint.composition.frame import EM_TOP, Room
from jxprint.composition.heads import HeadCopy, depth, place_head, set_head
from jxprint.composition.legs import LegFrame, SetParagraph, deal_paragraphs, dealt_lines, place_legs
from jxprint.composition.lines import MissingGlyph, SetLine, Setting, set_line, set_paragraph
from jxprint.composition.marked import note_signs, with_markup
from jxprint.composition.widths import note_too_wide
from jxprint.geometry import Rect
from jxprint.model import ItemList, ParagraphEnds
from jxprint.placed import Article, TextBlock

# The least white behind a mark, in ems of the items; the indent is a whole number of halves of their em.
_BEHIND_MARK = 0.25
# Items stay whole between legs where these differ by no more lines than that.
_UNEVEN = 2


def _mark_line(sign: str, setting: Setting) -> SetLine:
    try:
        return set_line(sign, setting)
    except MissingGlyph:  # told by `coverage`; what else is wrong with the page is told with it
        return set_line(STAND_IN, setting)


def _dealt(items: Sequence[SetParagraph], legs: int, ends: ParagraphEnds) -> list[int]:
    """Lines in each leg: whole items where that leaves the legs level within a line or two, and else like any text."""
    starts = set(accumulate(len(item.lines) for item in items))
    whole = deal([replace(line, beside=line.number > 0) for line in dealt_lines(items)], legs, ends)
    if all(end in starts for end in accumulate(whole)) and min(whole) and max(whole) - min(whole) <= _UNEVEN:
        return whole
    return deal_paragraphs(items, legs, ends)


class ListDraft:
    """A list over its columns: its title in whole rows, then its legs."""

    growth = 0

    def __init__(self, desk: Desk, part: ItemList, room: Room) -> None:
        self._desk = desk
        self._part = part
        self._room = room
        frame = desk.frame
        self.legs = part.legs or 1
        self.measure = (room.width - (self.legs - 1) * frame.gap) / self.legs
        title = HeadCopy(part.title, "list_title", "headline", "title", 0.0)
        self._title = set_head(desk, part.letter, (title,), room)
        marked = replace(desk.setting("list_mark", self.measure), indent_em=0.0, align="start")
        self._marks = [_mark_line(mark.text, marked) for mark in part.marks]
        self._indent = self._hanging()
        self._items = self._set_items()
        self.counts = _dealt(self._items, self.legs, desk.style.paragraph_ends)
        below = desk.style.spacing.byline_to_text * frame.pitch
        self.head_rows = math.ceil((depth(self._title) + below) / frame.pitch - 1e-9) if self._title else 0
        self.rows = self.head_rows + max(self.counts, default=0)

    def make(self, top: int, rows: int) -> Made:
        """See Draft."""
        frame, part, room = self._desk.frame, self._part, self._room
        below = self._desk.style.spacing.byline_to_text * frame.pitch
        spare = self.head_rows * frame.pitch - depth(self._title) - below
        blocks = place_head(self._title, part.letter, room.x, frame.y(top) + spare / 2)
        legs = LegFrame(
            tuple(room.x + leg * (self.measure + frame.gap) + self._indent for leg in range(self.legs)),
            self.measure - self._indent,
            frame.baseline(top + self.head_rows) - EM_TOP * self._size,
            frame.pitch,
            self._size,
        )
        items = place_legs(self._items, self.counts, legs, part.letter)
        blocks += [self._marked(block, mark) for block, mark in zip(items, self._marks, strict=True)]
        label = "".join(one.text for one in (part.title or part.items[:1]))
        box = Rect(room.x, frame.y(top), room.width, frame.depth(rows))
        return Made(Article(part.letter, "contents" if part.pages else "list", label, box, tuple(blocks)))

    @property
    def _size(self) -> float:
        return self._desk.type_style("list_item").size_pt

    def _hanging(self) -> float:
        half = self._size / 2
        widest = max(mark.width for mark in self._marks) + _BEHIND_MARK * self._size
        return math.ceil(widest / half - 1e-9) * half

    def _set_items(self) -> list[SetParagraph]:
        desk, part = self._desk, self._part
        setting = replace(desk.setting("list_item", max(self.measure - self._indent, self._size)), indent_em=0.0)
        note_signs(desk, part.letter, part.items, desk.frame.pitch / self._size - 1)
        items: list[SetParagraph] = []
        for index, passage in enumerate(part.items):
            lines = set_paragraph(passage.text, with_markup(setting, desk, passage))
            note_too_wide(desk, part.letter, passage, lines)
            items.append(SetParagraph(lines, "list_item", "item", index))
        return items

    def _marked(self, block: TextBlock, mark: SetLine) -> TextBlock:
        """An item with its mark before its first line, both in one frame: the mark is read first."""
        first = block.lines[0]
        left, part = first.x - self._indent - mark.x, self._part.letter
        set_ = mark.at(left, first.y, part=part, field="mark", index=block.index)
        runs = tuple(replace(run, inline="mark") for run in set_.runs)
        frames = tuple(Rect(one.x - self._indent, one.y, one.width + self._indent, one.height) for one in block.frames)
        return replace(block, lines=(replace(first, runs=(*runs, *first.runs)), *block.lines[1:]), frames=frames)
