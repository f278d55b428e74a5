"""Pull quotes (引语): a sentence of a story set large between two rules, with who said it ranged right below."""

from __future__ import annotations

import math

from msgspec.structs import replace

from jxprint.composition.desk import Desk
from jxprint.composition.drafts import Made
from jxprint.composition.frame import EM_TOP, Room
from jxprint.composition.furniture import rule_strokes
from jxprint.composition.lines import SetLine, Setting, set_paragraph
from jxprint.composition.marked import note_signs, with_markup
from jxprint.composition.widths import note_too_wide
from jxprint.geometry import Rect
from jxprint.model import Passage, PullQuote, Story
from jxprint.placed import Article, Field, Role, Shape, TextBlock

# White between a rule and the type beside it, in ems of the quote.
_WHITE_EM = 0.5
_LINE_GAP_EM = 0.4
# From so many sizes of the body type on a quote is display type.
_LARGE = 1.3


class PullQuoteDraft:
    """A pull quote as wide as its room."""

    growth = 0

    def __init__(self, desk: Desk, part: PullQuote, room: Room) -> None:
        self._desk = desk
        self._part = part
        self._room = room
        style = desk.type_style("pull_quote")
        self._size = style.size_over(room.span)
        self._pitch = style.pitch_pt or self._size * (1 + _LINE_GAP_EM)
        self._lines = [self._set("pull_quote", passage, self._size) for passage in part.lines]
        credit = desk.type_style("credit").size_pt
        self._credit = self._set("credit", part.credit, credit) if part.credit is not None else ()
        frame = desk.frame
        deep = self._depth() + 2 * _WHITE_EM * self._size
        self.rows = math.ceil((deep + frame.pitch - frame.body) / frame.pitch - 1e-9)

    def make(self, top: int, rows: int) -> Made:
        """See Draft."""
        frame, part, room = self._desk.frame, self._part, self._room
        y, deep = frame.y(top), frame.depth(rows)
        shapes: list[Shape] = []
        for name, edge in ((part.rule_above, y), (part.rule_below, y + deep)):
            if name is not None:
                shapes += rule_strokes(self._desk, name, room.x, room.x + room.width, edge)
        blocks: list[TextBlock] = []
        at = y + (deep - self._depth()) / 2
        for index, lines in enumerate(self._lines):
            blocks.append(self._block(lines, "quote", "text", index, at))
            at += len(lines) * self._pitch
        if self._credit:
            blocks.append(self._block(self._credit, "credit", "credit", 0, at))
        label = "".join(one.text for one in part.lines)
        box = Rect(room.x, y, room.width, deep)
        return Made(Article(part.letter, "quote", label, box, tuple(blocks)), tuple(shapes))

    def _depth(self) -> float:
        """From the first em box to the last, in points."""
        lines = sum(len(lines) for lines in self._lines)
        credit = self._credit[0].size_pt if self._credit else self._size - self._pitch
        return lines * self._pitch + credit

    def _set(self, role: str, passage: Passage, size: float) -> tuple[SetLine, ...]:
        desk = self._desk
        setting = desk.setting(role, self._room.width, size_pt=size)
        if role == "credit":
            setting = replace(setting, align="end")
        lines = set_paragraph(passage.text, with_markup(setting, desk, passage))
        if role == "pull_quote" and len(lines) > 1 and self._is_large(setting):
            from jxprint.composition.head_lines import display_lines  # few pages have a quote

            lines = display_lines(desk, passage, setting, len(lines), self._host()) or lines
        note_signs(desk, self._part.letter, (passage,), self._pitch / self._size - 1)
        note_too_wide(desk, self._part.letter, passage, lines)
        return lines

    def _is_large(self, setting: Setting) -> bool:
        """Whether the quote is display type: its lines end where the sense does, as those of a head."""
        return setting.align != "justify" and setting.size_pt >= _LARGE * self._desk.frame.body

    def _host(self) -> str:
        """The text of the story that the quote stands within."""
        within = self._part.within
        host = self._desk.page.part(within.letter) if within is not None else None
        return "\n".join(one.text for one in host.paragraphs) if isinstance(host, Story) else ""

    def _block(self, lines: tuple[SetLine, ...], role: Role, field: Field, index: int, y: float) -> TextBlock:
        size, x, part = lines[0].size_pt, self._room.x, self._part.letter
        placed = tuple(
            line.at(x, y + row * self._pitch + EM_TOP * size, part=part, field=field, index=index)
            for row, line in enumerate(lines)
        )
        frame = Rect(x, y, self._room.width, (len(lines) - 1) * self._pitch + size)
        return TextBlock(role, field, index, placed, (frame,))
