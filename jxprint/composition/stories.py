"""Stories and the standfirst: a head over level legs of text."""

from __future__ import annotations

import math

from msgspec.structs import replace

from jxprint.composition.desk import Desk
from jxprint.composition.drafts import Made
from jxprint.composition.dummy import Area
from jxprint.composition.heads import HeadCopy, HeadLine, depth, place_head, set_head
from jxprint.composition.legs import LegFrame, SetParagraph, deal_paragraphs, level, place_legs
from jxprint.composition.lines import Setting, set_paragraph
from jxprint.composition.marked import note_signs, with_markup
from jxprint.composition.widths import note_too_wide
from jxprint.geometry import Rect
from jxprint.model import Standfirst, Story
from jxprint.placed import Article, Role


class StoryDraft:
    """A story over its columns: head in whole rows, then legs on the grid."""

    growth = 0

    def __init__(self, desk: Desk, part: Story, area: Area) -> None:
        self._desk = desk
        self._part = part
        self._area = area
        frame = desk.frame
        self.legs = part.legs or area.span
        self._gap = frame.gap
        self.measure = (frame.width(area.span) - (self.legs - 1) * frame.gap) / self.legs
        self._head = self._set_head()
        self._paragraphs = self._set_paragraphs()
        self.counts = deal_paragraphs(self._paragraphs, self.legs, desk.style.paragraph_ends)
        self.head_rows = self._head_rows()
        self.rows = self.head_rows + max(self.counts, default=0)

    @property
    def lines(self) -> int:
        """Lines of text that the copy takes."""
        return sum(self.counts)

    def make(self, top: int, rows: int) -> Made:
        """See Draft."""
        frame, part, area = self._desk.frame, self._part, self._area
        x = frame.x(area.column)
        spare = self.head_rows * frame.pitch - depth(self._head) - self._below_head()
        fields = len({head.field for head in self._head})
        # Half of what rounding up to whole rows leaves stands over the head, the rest opens the head evenly.
        opened = spare / 2 / fields if fields else 0.0
        blocks = place_head(self._head, part.letter, x, frame.y(top) + spare / 2, opened)
        legs = LegFrame(
            tuple(x + leg * (self.measure + self._gap) for leg in range(self.legs)),
            self.measure,
            frame.y(top + self.head_rows),
            frame.pitch,
            frame.body,
        )
        blocks += place_legs(self._paragraphs, self.counts, legs, part.letter)
        box = Rect(x, frame.y(top), frame.width(area.span), frame.depth(rows))
        return Made(Article(part.letter, "story", part.name, box, tuple(blocks)))

    def _set_head(self) -> tuple[HeadLine, ...]:
        part, pitch, spacing = self._part, self._desk.frame.pitch, self._desk.style.spacing
        copy = (
            HeadCopy(part.kicker, "story_kicker", "kicker", "kicker", 0.0),
            HeadCopy(part.headline, "story_headline", "headline", "headline", 0.3 * pitch),
            HeadCopy(part.deck, "story_deck", "deck", "deck", 0.4 * pitch),
            HeadCopy(part.byline, "byline", "byline", "byline", spacing.head_to_byline * pitch),
        )
        return set_head(self._desk, part.letter, copy, self._area.span)

    def _below_head(self) -> float:
        return self._desk.style.spacing.byline_to_text * self._desk.frame.pitch if self._head else 0.0

    def _head_rows(self) -> int:
        if not self._head:
            return 0
        needed = math.ceil((depth(self._head) + self._below_head()) / self._desk.frame.pitch - 1e-9)
        return max(needed, self._desk.type_style("story_headline").rows or 0)

    def _set_paragraphs(self) -> list[SetParagraph]:
        body = self._desk.setting("body", self.measure)
        subhead = self._desk.setting("subhead", self.measure, size_pt=body.size_pt)
        dateline = self._part.dateline
        passages = [paragraph.passage for paragraph in self._part.paragraphs]
        note_signs(self._desk, self._part.letter, passages, self._desk.frame.pitch / body.size_pt - 1)
        set_: list[SetParagraph] = []
        settings: list[tuple[str, Setting]] = []
        for index, paragraph in enumerate(self._part.paragraphs):
            role: Role = "subhead" if paragraph.kind == "subhead" else "body"
            text, setting = paragraph.text, subhead if role == "subhead" else body
            leads = dateline is not None and index == self._part.dateline_leads
            shift = len(dateline.text) if dateline is not None and leads else 0
            setting = with_markup(setting, self._desk, paragraph.passage, shift=shift)
            if dateline is not None and leads:
                text = dateline.text + text
                setting = _with_dateline(self._desk, setting, len(dateline.text))
            set_.append(SetParagraph(set_paragraph(text, setting), role, "paragraph", index))
            settings.append((text, setting))
            note_too_wide(self._desk, self._part.letter, replace(paragraph.passage, text=text), set_[-1].lines)
        return level(set_, settings, self.legs)


class StandfirstDraft:
    """The standfirst over its columns: level legs at a pitch of its own, its foot within whole rows."""

    growth = 0

    def __init__(self, desk: Desk, part: Standfirst, area: Area) -> None:
        self._desk = desk
        self._part = part
        self._area = area
        frame, style = desk.frame, desk.type_style("standfirst")
        self._size = style.size_over(area.span)
        self._pitch = style.pitch_pt or frame.pitch
        self.legs = part.legs or 1
        width = frame.width(area.span)
        # Whole half ems of the standfirst's own size keep its lines solid; what is left over widens the gap.
        step = self._size / 2
        widest = (width - (self.legs - 1) * max(frame.gap, self._size)) / self.legs
        self.measure = math.floor(widest / step + 1e-9) * step
        self._gap = (width - self.legs * self.measure) / (self.legs - 1) if self.legs > 1 else 0.0
        setting = desk.setting("standfirst", self.measure, size_pt=self._size)
        self._paragraphs = [
            SetParagraph(
                set_paragraph(one.text, with_markup(setting, desk, one.passage)), "standfirst", "paragraph", index
            )
            for index, one in enumerate(part.paragraphs)
        ]
        passages = [one.passage for one in part.paragraphs]
        note_signs(desk, part.letter, passages, self._pitch / self._size - 1)
        for one, set_ in zip(part.paragraphs, self._paragraphs, strict=True):
            note_too_wide(desk, part.letter, one.passage, set_.lines)
        self.counts = deal_paragraphs(self._paragraphs, self.legs, desk.style.paragraph_ends)
        lines = max(self.counts, default=0)
        deep = (lines - 1) * self._pitch + self._size
        self.rows = math.ceil((deep + frame.pitch - frame.body) / frame.pitch - 1e-9)

    @property
    def lines(self) -> int:
        """Lines of text that the copy takes."""
        return sum(self.counts)

    def make(self, top: int, rows: int) -> Made:
        """See Draft."""
        frame, part, area = self._desk.frame, self._part, self._area
        x = frame.x(area.column)
        legs = LegFrame(
            tuple(x + leg * (self.measure + self._gap) for leg in range(self.legs)),
            self.measure,
            frame.y(top),
            self._pitch,
            self._size,
        )
        blocks = place_legs(self._paragraphs, self.counts, legs, part.letter)
        box = Rect(x, frame.y(top), frame.width(area.span), frame.depth(rows))
        return Made(Article(part.letter, "standfirst", "standfirst", box, tuple(blocks)))


def _with_dateline(desk: Desk, setting: Setting, length: int) -> Setting:
    return replace(setting, lead_length=length, lead_chain=desk.chain("dateline"))
