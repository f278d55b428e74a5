"""Stories and the standfirst: a head over level legs of text."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from copy import copy as copy_of

from msgspec.structs import replace

from jxprint.composition.desk import Desk
from jxprint.composition.drafts import Made
from jxprint.composition.frame import Room
from jxprint.composition.heads import HeadCopy, HeadFit, HeadLine, depth, fits_of, place_head, set_head, trade_rows
from jxprint.composition.legs import BodyCopy, LegFrame, SetParagraph, deal_paragraphs, level, place_legs, tighter
from jxprint.composition.lines import Setting, set_paragraph
from jxprint.composition.marked import note_signs, with_markup
from jxprint.composition.odd_measures import odd_legs
from jxprint.composition.widths import note_too_wide
from jxprint.geometry import Rect
from jxprint.model import Passage, Standfirst, Story
from jxprint.placed import Article, Role

# White under the last line of display type in a head, in ems of it: a little more than the lines of one head have
# between them would still read as one more line.
_OFF_TEXT = 0.45


class StoryDraft:
    """A story over its columns: head in whole rows, then legs on the grid."""

    growth = 0

    def __init__(self, desk: Desk, part: Story, room: Room) -> None:
        self._desk = desk
        self._part = part
        self._room = room
        frame = desk.frame
        self.legs = part.legs or room.span
        measures, self._gap = odd_legs(room.width, self.legs, frame.gap, part.remainder, frame.body)
        self.measure = measures[0]
        self._head = self._set_head()
        self._paragraphs, self.counts = set_body(desk, part, self.measure, self.legs)
        self.head_rows = head_rows(desk, self._head)
        self.rows = self.head_rows + max(self.counts, default=0)

    def head_rows_without(self, field: str) -> int:
        """The rows that the head would take with one line of a field less."""
        return head_rows(self._desk, less_a_line(self._head, field))

    @property
    def set_paragraphs(self) -> Sequence[SetParagraph]:
        """The text as set."""
        return self._paragraphs

    @property
    def lines(self) -> int:
        """Lines of text that the copy takes."""
        return sum(self.counts)

    def tightened(self) -> StoryDraft | None:
        """The same story a row shallower, its marks squeezed; None where the copy cannot give the lines, and where it
        is held to what was printed.
        """
        if self._part.letter in self._desk.held or self._part.joints or max(self.counts, default=0) < 2:
            return None
        over = self.lines - (max(self.counts) - 1) * self.legs
        copy = [(one.passage.text, one.setting) for one in body_copy(self._desk, self._part, self.measure)]
        paragraphs = tighter(self._paragraphs, copy, over)
        if paragraphs is None:
            return None
        counts = deal_paragraphs(paragraphs, self.legs, self._desk.style.paragraph_ends)
        if max(counts) >= max(self.counts):
            return None
        other = copy_of(self)
        other._paragraphs, other.counts = paragraphs, counts
        other.rows = other.head_rows + max(counts)
        return other

    @property
    def head_fits(self) -> tuple[HeadFit, ...]:
        """What was done to fit the head."""
        return fits_of(self._head)

    def make(self, top: int, rows: int) -> Made:
        """See Draft."""
        frame, part, room = self._desk.frame, self._part, self._room
        x = room.x
        # Rows that nobody pinned open the head.
        pinned = max(self.rows, part.rows or 0, part.min_rows or 0)
        in_head = self.head_rows + (max(0, rows - pinned) if self._head else 0)
        spare = in_head * frame.pitch - depth(self._head) - self._below_head()
        fields = len({head.field for head in self._head})
        # Half of what rounding up to whole rows leaves stands over the head, the rest opens the head evenly.
        opened = spare / 2 / fields if fields else 0.0
        blocks = place_head(self._head, part.letter, x, frame.y(top) + spare / 2, opened)
        legs = LegFrame(
            tuple(x + leg * (self.measure + self._gap) for leg in range(self.legs)),
            self.measure,
            frame.y(top + in_head),
            frame.pitch,
            frame.body,
        )
        blocks += place_legs(self._paragraphs, self.counts, legs, part.letter)
        box = Rect(x, frame.y(top), room.width, frame.depth(rows))
        return Made(Article(part.letter, "story", part.name, box, tuple(blocks)))

    def _set_head(self) -> tuple[HeadLine, ...]:
        return set_head(self._desk, self._part.letter, story_head(self._desk, self._part), self._room)

    def _below_head(self) -> float:
        return below_head(self._desk, self._head)


def story_head(desk: Desk, part: Story) -> tuple[HeadCopy, ...]:
    """What stands in a story's head, with the white before each field."""
    pitch, spacing = desk.frame.pitch, desk.style.spacing
    return (
        HeadCopy(part.kicker, "story_kicker", "kicker", "kicker", 0.0),
        HeadCopy(part.headline, "story_headline", "headline", "headline", 0.3 * pitch),
        HeadCopy(part.deck, "story_deck", "deck", "deck", 0.4 * pitch),
        HeadCopy(part.byline, "byline", "byline", "byline", spacing.head_to_byline * pitch),
        HeadCopy(_from_line(desk, part), "jump", "jump", "jump", spacing.head_to_byline * pitch),
    )


def _from_line(desk: Desk, part: Story) -> tuple[Passage, ...]:
    """What says where a continuation comes from; generated text."""
    jump = part.jump_from
    return () if jump is None else (Passage(desk.style.jump.from_line(jump.page), jump.place),)


def head_rows(desk: Desk, head: Sequence[HeadLine]) -> int:
    """The whole rows that a head over text takes, with the white below it."""
    if not head:
        return 0
    needed = math.ceil((depth(head) + below_head(desk, head)) / desk.frame.pitch - 1e-9)
    white = desk.style.spacing.head_white
    by_trade = trade_rows(head, desk.frame.pitch, white) if white is not None else 0
    return max(needed, by_trade, desk.type_style("story_headline").rows or 0)


def less_a_line(head: Sequence[HeadLine], field: str) -> tuple[HeadLine, ...]:
    """A head without the last line of one of its fields."""
    last = max((index for index, line in enumerate(head) if line.field == field), default=-1)
    return tuple(line for index, line in enumerate(head) if index != last)


def below_head(desk: Desk, head: Sequence[HeadLine]) -> float:
    """The white between a head and its text, in points: what the style says, and under a line of display type, where no
    byline stands between, no less than keeps it off the text.
    """
    if not head:
        return 0.0
    least = 0.0 if head[-1].field in ("byline", "jump") else _OFF_TEXT * head[-1].size
    return max(desk.style.spacing.byline_to_text * desk.frame.pitch, least)


def body_copy(desk: Desk, part: Story, measure: float) -> Iterator[BodyCopy]:
    """A story's paragraphs with their settings over a measure."""
    body = desk.setting("body", measure)
    subhead = desk.setting("subhead", measure, size_pt=body.size_pt)
    for index, paragraph in enumerate(part.paragraphs):
        role: Role = "subhead" if paragraph.kind == "subhead" else "body"
        passage, setting = paragraph.passage, subhead if role == "subhead" else body
        leads = part.dateline is not None and index == part.dateline_leads
        shift = len(part.dateline.text) if part.dateline is not None and leads else 0
        if part.resumes and index == 0:
            setting = replace(setting, indent_em=0.0)
        setting = with_markup(setting, desk, passage, shift=shift)
        if part.dateline is not None and leads:
            passage = replace(passage, text=part.dateline.text + passage.text)
            setting = _with_dateline(desk, setting, len(part.dateline.text))
        if part.drop_cap is not None and role == "body" and index == part.dateline_leads:
            from jxprint.composition.drop_caps import with_drop_cap  # few stories have one

            setting = with_drop_cap(desk, part, passage, setting)
        yield BodyCopy(passage, setting, role, index)


def set_freely(desk: Desk, part: Story, measure: float) -> list[SetParagraph]:
    """A story's paragraphs over a measure, each for itself."""
    copy = list(body_copy(desk, part, measure))
    passages = [paragraph.passage for paragraph in part.paragraphs]
    note_signs(desk, part.letter, passages, desk.frame.pitch / desk.type_style("body").size_pt - 1)
    return set_copy(desk, part.letter, copy)


def set_body(desk: Desk, part: Story, measure: float, legs: int) -> tuple[list[SetParagraph], list[int]]:
    """A story's paragraphs as lines that make level legs, or in the legs that they are held to; and the lines of each
    leg.
    """
    copy = list(body_copy(desk, part, measure))
    passages = [paragraph.passage for paragraph in part.paragraphs]
    note_signs(desk, part.letter, passages, desk.frame.pitch / desk.type_style("body").size_pt - 1)
    set_ = set_copy(desk, part.letter, copy)
    held = held_text(desk, part, copy, (legs, measure))
    if held is not None:
        return held
    if part.joints:
        from jxprint.composition.faithful import faithful_legs  # a page that is set freely has no joints

        faithful = faithful_legs(desk, part, copy, legs)
        if faithful is not None:
            return faithful
    set_ = level(set_, [(one.passage.text, one.setting) for one in copy], legs)
    return set_, deal_paragraphs(set_, legs, desk.style.paragraph_ends)


def held_text(
    desk: Desk,
    part: Story | Standfirst,
    copy: Sequence[BodyCopy],
    legs: tuple[int, float],
    offsets: tuple[int, ...] = (),
) -> tuple[list[SetParagraph], list[int]] | None:
    """In a late correction the text in its printed legs (how many there are, and their measure; rows by which each
    starts lower); None where it is set freely.
    """
    if part.letter not in desk.held or not copy or (isinstance(part, Story) and part.jump_from is not None):
        return None
    from jxprint.composition.holding import HeldText, hold_text  # a plain build holds nothing

    heads: tuple[str, ...] = ()
    if isinstance(part, Story):
        headline = "".join(line.text for line in part.headline)
        below = (line.text for line in (*part.deck, *part.byline))
        heads = (*(line.text for line in part.kicker), headline, *below)
    return hold_text(desk, HeldText(part, copy, *legs, heads, offsets))


def set_copy(desk: Desk, part: str, copy: Sequence[BodyCopy]) -> list[SetParagraph]:
    """Paragraphs set each for itself; what is wider than its measure goes to the desk's findings."""
    set_ = [
        SetParagraph(set_paragraph(one.passage.text, one.setting), one.role, "paragraph", one.index) for one in copy
    ]
    for one, paragraph in zip(copy, set_, strict=True):
        note_too_wide(desk, part, one.passage, paragraph.lines)
    return set_


def _with_dateline(desk: Desk, setting: Setting, length: int) -> Setting:
    return replace(setting, lead_length=length, lead_chain=desk.chain("dateline"))
