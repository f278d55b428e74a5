"""The standfirst (提要): level legs of larger type under the page's main head."""

from __future__ import annotations

import math
from collections.abc import Sequence

from jxprint.composition.desk import Desk
from jxprint.composition.drafts import Made
from jxprint.composition.frame import Room
from jxprint.composition.legs import BodyCopy, LegFrame, SetParagraph, deal_paragraphs, place_legs
from jxprint.composition.lines import Setting
from jxprint.composition.marked import note_signs, with_markup
from jxprint.composition.stories import held_text, set_copy
from jxprint.geometry import Rect
from jxprint.model import Standfirst
from jxprint.placed import Article


class StandfirstDraft:
    """The standfirst over its columns: level legs at a pitch of its own, its foot within whole rows."""

    growth = 0

    def __init__(self, desk: Desk, part: Standfirst, room: Room) -> None:
        self._desk = desk
        self._part = part
        self._room = room
        frame, style = desk.frame, desk.type_style("standfirst")
        self._size = style.size_over(room.span)
        self._pitch = style.pitch_pt or frame.pitch
        self.legs = part.legs or 1
        width = room.width
        # Whole half ems of the standfirst's own size keep its lines solid; what is left over widens the gap.
        step = self._size / 2
        widest = (width - (self.legs - 1) * max(frame.gap, self._size)) / self.legs
        self.measure = math.floor(widest / step + 1e-9) * step
        self._gap = (width - self.legs * self.measure) / (self.legs - 1) if self.legs > 1 else 0.0
        setting = desk.setting("standfirst", self.measure, size_pt=self._size)
        self._paragraphs, self.counts = self._set_text(setting)
        lines = max(self.counts, default=0)
        deep = (lines - 1) * self._pitch + self._size
        self.rows = math.ceil((deep + frame.pitch - frame.body) / frame.pitch - 1e-9)

    @property
    def set_paragraphs(self) -> Sequence[SetParagraph]:
        """The text as set."""
        return self._paragraphs

    @property
    def lines(self) -> int:
        """Lines of text that the copy takes."""
        return sum(self.counts)

    def make(self, top: int, rows: int) -> Made:
        """See Draft."""
        frame, part, room = self._desk.frame, self._part, self._room
        x = room.x
        legs = LegFrame(
            tuple(x + leg * (self.measure + self._gap) for leg in range(self.legs)),
            self.measure,
            frame.y(top),
            self._pitch,
            self._size,
        )
        blocks = place_legs(self._paragraphs, self.counts, legs, part.letter)
        box = Rect(x, frame.y(top), room.width, frame.depth(rows))
        return Made(Article(part.letter, "standfirst", "standfirst", box, tuple(blocks)))

    def _set_text(self, setting: Setting) -> tuple[list[SetParagraph], list[int]]:
        desk, part = self._desk, self._part
        passages = [one.passage for one in part.paragraphs]
        copy = [
            BodyCopy(passage, with_markup(setting, desk, passage), "standfirst", index)
            for index, passage in enumerate(passages)
        ]
        note_signs(desk, part.letter, passages, self._pitch / self._size - 1)
        set_ = set_copy(desk, part.letter, copy)
        held = held_text(desk, part, copy, (self.legs, self.measure))
        return held or (set_, deal_paragraphs(set_, self.legs, desk.style.paragraph_ends))
