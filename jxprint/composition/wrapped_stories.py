"""Stories whose lines are not all as long: text that runs round a picture or a quote (文包图, 串文), and legs of
unequal measure (破栏).

How long a line is depends on where it stands, where it stands on the lines before it, and how deep the story is on all
of them. So depths are tried: the legs' places for lines are laid out, the text is set into them, and the
shallowest depth that holds it without stranding a subhead is taken. A story that finds none is refused with its name.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise

from jxprint.composition.dealing import strands
from jxprint.composition.desk import Desk
from jxprint.composition.drafts import Draft, Made
from jxprint.composition.frame import Room
from jxprint.composition.heads import depth, place_head, set_head
from jxprint.composition.insets import free_rows, inset_of, note_overlaps
from jxprint.composition.legs import BodyCopy, SetParagraph, Slot, dealt_lines, place_in_slots
from jxprint.composition.lines import SetLine, set_paragraph, set_varying
from jxprint.composition.lines.setting import DropCap
from jxprint.composition.marked import note_signs
from jxprint.composition.odd_measures import odd_legs
from jxprint.composition.stories import below_head, body_copy, head_rows, less_a_line, story_head
from jxprint.composition.widths import note_too_wide
from jxprint.errors import Finding
from jxprint.geometry import Rect
from jxprint.model import Part, Story
from jxprint.placed import Article

# Rows deeper than half as much again as the copy's area asks for are not tried: what cannot stand beside narrow places
# needs a few.
_TRIES = 60
_TOLERANCE = 1e-6


# Paragraphs as set, the places that there were for their lines, and the row in which each part within begins.
_Try = tuple[list[SetParagraph], list[Slot], list[int]]


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
        self.measures, self.measure = measures, max(measures)
        self._head = set_head(desk, part.letter, story_head(desk, part), room)
        self.head_rows = head_rows(desk, self._head)
        self._insets = [inset_of(desk, one, room, self._legs[0][1]) for one in inside]
        self._least = max([1, *(inset.rows + (inset.within.down or 0) for inset in self._insets)])
        self._copy = list(body_copy(desk, part, self.measure))
        passages = [paragraph.passage for paragraph in part.paragraphs]
        note_signs(desk, part.letter, passages, frame.pitch / desk.type_style("body").size_pt - 1)
        self._paragraphs: list[SetParagraph] = []
        self._slots: list[Slot] = []
        self._downs: list[int] = []
        self._fit()
        note_overlaps(desk, self._insets, self._downs)
        for copy, paragraph in zip(self._copy, self._paragraphs, strict=True):
            note_too_wide(desk, part.letter, copy.passage, paragraph.lines)
        self.rows = self.head_rows + self._depth()

    def head_rows_without(self, field: str) -> int:
        """The rows that the head would take with one line of a field less."""
        return head_rows(self._desk, less_a_line(self._head, field))

    @property
    def set_paragraphs(self) -> Sequence[SetParagraph]:
        """The text over its widest leg: what is cut leaves the short lines beside what stands within."""
        return [self._alone(one) for one in self._copy]

    @property
    def held_rows(self) -> int:
        """The rows that the head and what stands within take without a line of text."""
        return self.head_rows + max([0, *(inset.rows + (inset.within.down or 0) for inset in self._insets)])

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

    def _fit(self) -> None:
        """The shallowest legs that hold the text, level to a line."""
        text = sum(len(set_paragraph(one.passage.text, one.setting)) for one in self._copy) * self.measure
        area = text + sum(inset.rows * inset.width for inset in self._insets)
        breadth = sum(width for _, width in self._legs)
        start = max(self._least, math.floor(area / breadth * 0.95))
        # Counted in places for lines as if nothing stood within: every leg a line deeper is as many of these.
        first = (start - 1) * self.legs + 1
        most = start + _TRIES + start // 2
        stranded: _Try | None = None
        found = self._shallowest(first, most * self.legs)
        if found == first and self._insets:
            # Short copy ends over the foot of what stands within, and is no less level for that.
            found = self._shallowest(max(1, math.floor(text / breadth * 0.95) * self.legs), first)
        for places in range(found, min(found + _TRIES * self.legs, most * self.legs + 1)) if found else ():
            tried = self._tried(places)
            if tried is None:
                continue
            self._paragraphs, self._slots, self._downs = tried
            if self._ends_well():
                return
            stranded = stranded or tried
        if stranded is None:
            self._desk.findings.append(Finding("composition.wrap_unsettled", self._part.place, {"rows": most}))
            alone = [self._alone(one) for one in self._copy]
            lines = sum(len(paragraph.lines) for paragraph in alone)
            x, width = self._legs[0]
            slots = [Slot(0, x, row, width) for row in range(lines)]  # for a proof: one leg, as deep as it is
            stranded = alone, slots, [one.down(start) for one in self._insets]
        self._paragraphs, self._slots, self._downs = stranded

    def _shallowest(self, first: int, most: int) -> int | None:
        """The fewest places that hold the text, of `first` to `most`: further and further ones are tried, and then
        halves, since a long text takes its time to set.
        """
        low, high, step = first, first, 1
        while self._tried(high) is None:
            if high == most:
                return None
            low, high, step = high + 1, min(high + step, most), step * 2
        while low < high:
            middle = (low + high) // 2
            low, high = (low, middle) if self._tried(middle) is not None else (middle + 1, high)
        return high

    def _tried(self, places: int) -> _Try | None:
        """The text in legs of so many places together, the last ones a row less deep; None where it needs more."""
        deep = -(-places // self.legs)
        downs = [inset.down(max(deep, self._least)) for inset in self._insets]
        slots = list(self._places(deep, deep * self.legs - places, downs))
        paragraphs = self._set_into(slots)
        return None if paragraphs is None else (paragraphs, slots, downs)

    def _alone(self, one: BodyCopy) -> SetParagraph:
        return SetParagraph(set_paragraph(one.passage.text, one.setting), one.role, "paragraph", one.index)

    def _places(self, deep: int, short: int, downs: Sequence[int]) -> Iterator[Slot]:
        """Where lines can stand, leg by leg; the last `short` legs are a row less deep. `top` is a row from 0."""
        stands = list(zip(self._insets, downs, strict=True))
        for leg, (x, width) in enumerate(self._legs):
            rows = range(deep - (leg >= self.legs - short))
            for row, left, right in free_rows(self._desk, stands, (x, x + width), rows):
                yield Slot(leg, left, row, right - left)

    def _set_into(self, slots: Sequence[Slot]) -> list[SetParagraph] | None:
        """The text set line by line into the slots, None where it takes more than there are."""
        begin = 0
        found: list[SetParagraph] = []
        for one in self._copy:
            lines: tuple[SetLine, ...] = ()
            cap = one.setting.drop_cap
            if cap is not None and not self._has_room(cap, slots[begin : begin + cap.lines]):
                return None
            # So many lines are enough unless words leave most of them short.
            reach = 4 + int(3 * len(one.passage.text) * one.setting.size_pt / min(width for _, width in self._legs))
            while begin < len(slots):
                widths = [slot.width for slot in slots[begin : begin + reach]]
                is_cut = begin + len(widths) < len(slots)
                while len(widths) > 1 and abs(widths[-1] - widths[-2]) < _TOLERANCE:
                    widths.pop()
                lines = set_varying(one.passage.text, one.setting, tuple(widths))
                if len(lines) <= reach or not is_cut:
                    break
                reach = 2 * len(lines)
            begin += len(lines)
            if begin > len(slots) or not lines:
                return None
            found.append(SetParagraph(lines, one.role, "paragraph", one.index))
        return found

    def _has_room(self, cap: DropCap, slots: Sequence[Slot]) -> bool:
        """Whether a drop cap and the lines beside it can stand in some places (`top` in rows)."""
        from jxprint.composition.drop_caps import stands

        least = self._desk.style.spacing.runaround_least_em * self._desk.frame.body
        return stands(cap.lines, slots, 1.0) and slots[0].width - cap.reserve_pt >= least - _TOLERANCE

    def _depth(self) -> int:
        """The rows that the text and what stands within it reach down: beside what is as wide as a leg no line stands,
        and a part may reach deeper than a short text does.
        """
        text = [int(slot.top) + 1 for slot in self._slots[: self.lines]]
        return max([0, *text, *(down + inset.rows for inset, down in zip(self._insets, self._downs, strict=True))])

    def _ends_well(self) -> bool:
        """Whether no leg ends with a subhead or what belongs to it, nor does the text over what stands within, unless
        an editor has pinned that there.
        """
        lines = dealt_lines(self._paragraphs)
        free = all(inset.within.down is None for inset in self._insets)
        return not any(
            (one.leg != other.leg or (free and other.top > one.top + 1)) and strands(lines, end)
            for end, (one, other) in enumerate(pairwise(self._slots[: len(lines)]), 1)
        )
