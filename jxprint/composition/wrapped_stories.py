"""Stories whose lines are not all as long: text that runs round a picture or a quote (文包图, 串文), and legs of
unequal measure (破栏).

How long a line is depends on where it stands, where it stands on the lines before it, and how deep the story is on all
of them. So depths are tried from the shallowest up: the legs' places for lines are laid out, the text is set into them,
and the first depth that holds it without stranding a subhead is taken. The bound is `_TRIES`; a story that finds no
depth within it is refused with its name.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from jxprint.composition.dealing import strands
from jxprint.composition.desk import Desk
from jxprint.composition.drafts import Draft, Made
from jxprint.composition.frame import Room
from jxprint.composition.heads import depth, place_head, set_head
from jxprint.composition.legs import BodyCopy, SetParagraph, Slot, dealt_lines, place_in_slots
from jxprint.composition.lines import set_paragraph, set_varying
from jxprint.composition.lines.setting import DropCap
from jxprint.composition.marked import note_signs
from jxprint.composition.odd_measures import odd_legs
from jxprint.composition.stories import below_head, body_copy, head_rows, less_a_line, story_head
from jxprint.composition.widths import note_too_wide
from jxprint.errors import Finding
from jxprint.geometry import PT_PER_MM, Rect
from jxprint.model import Part, Story, Within
from jxprint.placed import Article

# Rows deeper than the copy's area asks for, tried one by one: what cannot stand beside narrow places needs a few.
_TRIES = 60
# A part that nobody pinned has no fewer lines over it than these; it stands at the head of the text rather than under a
# scrap of it.
_FEWEST = 3
_TOLERANCE = 1e-6


class Inset(Struct, frozen=True):
    """A part within a story: its draft, where it stands across (points of the page), and its rows with the white above
    and below it.
    """

    part: Part
    within: Within
    draft: Draft
    x: float
    width: float
    rows: int


class WrappedStoryDraft:
    """A story over its columns with parts within it, or with legs of unequal measure."""

    growth = 0

    def __init__(self, desk: Desk, part: Story, room: Room, inside: Sequence[Part] = ()) -> None:
        self._desk = desk
        self._part = part
        self._room = room
        frame = desk.frame
        self.legs = part.legs or room.span
        measures, gap = odd_legs(room.width, self.legs, frame.gap, part.remainder, frame.body)
        self._legs: list[tuple[float, float]] = []
        x = room.x
        for measure in measures:
            self._legs.append((x, measure))
            x += measure + gap
        self.measure = max(width for _, width in self._legs)
        self._head = set_head(desk, part.letter, story_head(desk, part), room)
        self.head_rows = head_rows(desk, self._head)
        self._insets = [self._inset(one) for one in inside]
        self._copy = list(body_copy(desk, part, self.measure))
        passages = [paragraph.passage for paragraph in part.paragraphs]
        note_signs(desk, part.letter, passages, frame.pitch / desk.type_style("body").size_pt - 1)
        self._paragraphs: list[SetParagraph] = []
        self._slots: list[Slot] = []
        self._downs: list[int] = []
        self._fit()
        for copy, paragraph in zip(self._copy, self._paragraphs, strict=True):
            note_too_wide(desk, part.letter, copy.passage, paragraph.lines)
        self.rows = self.head_rows + max([len(self._column(leg)) for leg in range(self.legs)], default=0)

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
        return sum(len(paragraph.lines) for paragraph in self._paragraphs)

    @property
    def counts(self) -> list[int]:
        """Lines in each leg."""
        taken = self._slots[: self.lines]
        return [sum(slot.leg == leg for slot in taken) for leg in range(self.legs)]

    def room(self, more: int) -> int:
        """Lines that stand beside and between the parts within, in legs all as deep as the deepest and `more` rows."""
        deep = self.rows - self.head_rows + more
        return sum(1 for _ in self._places(deep, 0, self._downs))

    @property
    def inside(self) -> Iterator[tuple[str, Draft, int, int]]:
        """What stands within: letter, draft, its first row from the story's, and its rows."""
        for inset, down in zip(self._insets, self._downs, strict=True):
            yield inset.part.letter, inset.draft, self.head_rows + down, inset.draft.rows

    def make(self, top: int, rows: int) -> Made:
        """See Draft."""
        frame, part = self._desk.frame, self._part
        spare = self.head_rows * frame.pitch - depth(self._head) - below_head(self._desk, self._head)
        fields = len({head.field for head in self._head})
        opened = spare / 2 / fields if fields else 0.0
        blocks = place_head(self._head, part.letter, self._room.x, frame.y(top) + spare / 2, opened)
        first = frame.y(top + self.head_rows)
        slots = [Slot(slot.leg, slot.x, first + slot.top * frame.pitch, slot.width) for slot in self._slots]
        blocks += place_in_slots(self._paragraphs, slots, frame.body, part.letter)
        box = Rect(self._room.x, frame.y(top), self._room.width, frame.depth(rows))
        return Made(Article(part.letter, "story", part.name, box, tuple(blocks)))

    def _inset(self, part: Part) -> Inset:
        """A part within the story, with its draft over its own width."""
        from jxprint.composition.kinds import draft_in  # which knows this room

        desk, room, within = self._desk, self._room, part.within
        assert within is not None  # only such parts come here
        width = min(within.width_pt or self._legs[0][1], room.width)
        if (within.width_pt or 0.0) > room.width + _TOLERANCE:
            args = {"over": round((within.width_pt or 0.0) / PT_PER_MM - room.width / PT_PER_MM, 1)}
            desk.findings.append(Finding("composition.inset_too_wide", part.place, args))
        x = room.x + {"left": 0.0, "middle": 0.5, "right": 1.0}[within.side] * (room.width - width)
        span = max(1, round(width / (desk.frame.column_width + desk.frame.gap)))
        # Half a row of white over it and half below: a picture hung from the line above would stick to it.
        lower = replace(desk, frame=replace(desk.frame, top=desk.frame.top + desk.frame.pitch / 2))
        draft = draft_in(lower, part, Room(room.column, span, x, width))
        return Inset(part, within, draft, x, width, draft.rows + 1)

    def _fit(self) -> None:
        """The shallowest legs that hold the text, level to a line."""
        area = sum(len(set_paragraph(one.passage.text, one.setting)) for one in self._copy) * self.measure
        area += sum(inset.rows * inset.width for inset in self._insets)
        least = max([1, *(inset.rows + (inset.within.down or 0) for inset in self._insets)])
        start = max(least, math.floor(area / sum(width for _, width in self._legs) * 0.95))
        stranded: tuple[list[SetParagraph], list[Slot], list[int]] | None = None
        for deep in range(start, start + _TRIES):
            downs = [self._down(inset, deep) for inset in self._insets]
            for short in range(self.legs - 1, -1, -1):
                slots = list(self._places(deep, short, downs))
                paragraphs = self._set_into(slots)
                if paragraphs is None:
                    continue
                self._paragraphs, self._slots, self._downs = paragraphs, slots, downs
                if self._ends_well():
                    return
                stranded = stranded or (paragraphs, slots, downs)
        if stranded is None:
            args = {"rows": start + _TRIES}
            self._desk.findings.append(Finding("composition.wrap_unsettled", self._part.place, args))
            alone = [self._alone(one) for one in self._copy]
            lines = sum(len(paragraph.lines) for paragraph in alone)
            x, width = self._legs[0]
            slots = [Slot(0, x, row, width) for row in range(lines)]  # for a proof: one leg, as deep as it is
            stranded = alone, slots, [self._down(one, start) for one in self._insets]
        self._paragraphs, self._slots, self._downs = stranded

    def _alone(self, one: BodyCopy) -> SetParagraph:
        return SetParagraph(set_paragraph(one.passage.text, one.setting), one.role, "paragraph", one.index)

    def _down(self, inset: Inset, deep: int) -> int:
        """How many rows of text stand over a part within legs so deep."""
        if inset.within.down is not None:
            return inset.within.down
        down = (deep - inset.rows) // 2
        return down if down >= _FEWEST else 0

    def _places(self, deep: int, short: int, downs: Sequence[int]) -> Iterator[Slot]:
        """Where lines can stand, leg by leg; the last `short` legs are a row less deep. `top` is a row from 0."""
        for leg, (x, width) in enumerate(self._legs):
            for row in range(deep - (leg >= self.legs - short)):
                left, right = self._beside(x, x + width, row, downs)
                if right > left:
                    yield Slot(leg, left, row, right - left)

    def _beside(self, left: float, right: float, row: int, downs: Sequence[int]) -> tuple[float, float]:
        """What the parts within leave of a leg in one row: the larger side where there are two, nothing where no line
        as long as the style asks for would stand.
        """
        frame, spacing = self._desk.frame, self._desk.style.spacing
        clear, step = spacing.runaround_gap_em * frame.body, frame.body / 2
        for inset, down in zip(self._insets, downs, strict=True):
            start, end = inset.x - clear, inset.x + inset.width + clear
            if not down <= row < down + inset.rows or start >= right - _TOLERANCE or end <= left + _TOLERANCE:
                continue
            before, behind = start - left, right - end
            # Whole half ems, so that short lines stand solid.
            wide = math.floor(max(before, behind) / step + _TOLERANCE) * step
            if wide < spacing.runaround_least_em * frame.body - _TOLERANCE:
                return left, left
            left, right = (left, left + wide) if before >= behind else (right - wide, right)
        return left, right

    def _set_into(self, slots: Sequence[Slot]) -> list[SetParagraph] | None:
        """The text set line by line into the slots, None where it takes more than there are."""
        begin = 0
        found: list[SetParagraph] = []
        for one in self._copy:
            widths = [slot.width for slot in slots[begin:]]
            if not widths:
                return None
            while len(widths) > 1 and abs(widths[-1] - widths[-2]) < _TOLERANCE:
                widths.pop()
            cap = one.setting.drop_cap
            if cap is not None and not self._has_room(cap, slots[begin : begin + cap.lines]):
                return None
            lines = set_varying(one.passage.text, one.setting, tuple(widths))
            begin += len(lines)
            if begin > len(slots):
                return None
            found.append(SetParagraph(lines, one.role, "paragraph", one.index))
        return found

    def _has_room(self, cap: DropCap, slots: Sequence[Slot]) -> bool:
        """Whether a drop cap and the lines beside it can stand in some places (`top` in rows)."""
        from jxprint.composition.drop_caps import stands

        least = self._desk.style.spacing.runaround_least_em * self._desk.frame.body
        return stands(cap.lines, slots, 1.0) and slots[0].width - cap.reserve_pt >= least - _TOLERANCE

    def _column(self, leg: int) -> list[Slot]:
        return [slot for slot in self._slots if slot.leg == leg]

    def _ends_well(self) -> bool:
        """Whether no leg ends with a subhead or what belongs to it."""
        lines = dealt_lines(self._paragraphs)
        end = 0
        for count in self.counts[:-1]:
            end += count
            if 0 < end < len(lines) and strands(lines, end):
                return False
        return True
