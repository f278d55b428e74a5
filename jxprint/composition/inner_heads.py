"""Stories whose head stands inside the text (串文题, 文包题): over fewer columns than the story, at the top; the legs
that it does not stand over rise beside it to the top of the story.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from jxprint.composition.beside_heads import KEEP_OFF_EM
from jxprint.composition.coverage import part_name
from jxprint.composition.dealing import deal
from jxprint.composition.desk import Desk
from jxprint.composition.drafts import Made
from jxprint.composition.frame import Room
from jxprint.composition.heads import HeadFit, depth, fits_of, place_head, set_head
from jxprint.composition.legs import LegFrame, SetParagraph, dealt_lines, level, place_legs
from jxprint.composition.lines import set_paragraph
from jxprint.composition.marked import note_signs
from jxprint.composition.stories import body_copy, head_rows, held_text, story_head
from jxprint.composition.widths import note_too_wide
from jxprint.errors import Finding
from jxprint.geometry import Rect
from jxprint.model import Story
from jxprint.placed import Article

# The columns that a head inside its text stands over where nobody says.
USUAL_COLUMNS = 2
# Lines of text that stand under a head in each of its legs at the least (背题: never without text under it).
_LEAST_UNDER = 2


class InnerHeadDraft:
    """A story with its head inside the text. `offsets` are the rows by which each leg starts lower."""

    growth = 0

    def __init__(self, desk: Desk, part: Story, room: Room) -> None:
        self._desk = desk
        self._part = part
        self._room = room
        frame, columns = desk.frame, part.head_columns or USUAL_COLUMNS
        self.legs = part.legs or room.span
        self.measure = (room.width - (self.legs - 1) * frame.gap) / self.legs
        over = columns * self.legs // room.span
        first = {"left": 0, "right": self.legs - over, "middle": (self.legs - over) // 2}[part.head_side]
        wide = over * self.measure + (over - 1) * frame.gap
        left, off = room.x + first * (self.measure + frame.gap), KEEP_OFF_EM * frame.body
        column = room.column + first * room.span // self.legs
        self._head_room = Room(column, columns, left + off, wide - 2 * off)
        self._head = set_head(desk, part.letter, story_head(desk, part), self._head_room)
        self.head_rows = head_rows(desk, self._head)
        self.offsets = tuple(self.head_rows if first <= leg < first + over else 0 for leg in range(self.legs))
        self._paragraphs, self.counts = self._set_text()
        self.rows = max(count + offset for count, offset in zip(self.counts, self.offsets, strict=True))

    @property
    def set_paragraphs(self) -> Sequence[SetParagraph]:
        """The text as set."""
        return self._paragraphs

    @property
    def lines(self) -> int:
        """Lines of text that the copy takes."""
        return sum(self.counts)

    @property
    def head_fits(self) -> tuple[HeadFit, ...]:
        """What was done to fit the head."""
        return fits_of(self._head)

    def make(self, top: int, rows: int) -> Made:
        """See Draft."""
        frame, part, room = self._desk.frame, self._part, self._room
        below = self._desk.style.spacing.byline_to_text * frame.pitch
        spare = self.head_rows * frame.pitch - depth(self._head) - below
        # A third of what rounding up to whole rows leaves stands over the head, a third opens it, a third is under it.
        fields = max(1, len({head.field for head in self._head}))
        blocks = place_head(self._head, part.letter, self._head_room.x, frame.y(top) + spare / 3, spare / 3 / fields)
        step = self.measure + frame.gap
        xs = tuple(room.x + leg * step for leg in range(self.legs))
        legs = LegFrame(xs, self.measure, frame.y(top), frame.pitch, frame.body, self.offsets)
        blocks += place_legs(self._paragraphs, self.counts, legs, part.letter)
        box = Rect(room.x, frame.y(top), room.width, frame.depth(rows))
        return Made(Article(part.letter, "story", part.name, box, tuple(blocks)))

    def _set_text(self) -> tuple[list[SetParagraph], list[int]]:
        """The paragraphs as lines, and the lines of each leg, level at the foot."""
        desk, part = self._desk, self._part
        copy = list(body_copy(desk, part, self.measure))
        passages = [paragraph.passage for paragraph in part.paragraphs]
        note_signs(desk, part.letter, passages, desk.frame.pitch / desk.type_style("body").size_pt - 1)
        text: list[SetParagraph] = []
        for one in copy:
            lines = set_paragraph(one.passage.text, one.setting)
            note_too_wide(desk, part.letter, one.passage, lines)
            text.append(SetParagraph(lines, one.role, "paragraph", one.index))
        held = held_text(desk, part, copy, (self.legs, self.measure), self.offsets)
        if held is not None:
            return held
        text = level(text, [(one.passage.text, one.setting) for one in copy], self.legs, self.offsets)
        lines_ = dealt_lines(text)
        if self._is_short(len(lines_)):
            return text, deal(lines_, self.legs, desk.style.paragraph_ends)  # refused: it need not be told twice
        return text, deal(lines_, self.legs, desk.style.paragraph_ends, self.offsets)

    def _is_short(self, lines: int) -> bool:
        """Whether the text would not reach under its head, with a finding if so."""
        least = least_lines(self.offsets)
        if lines < least:
            args = {"part": part_name(self._part), "lines": lines, "least": least, "rows": self.head_rows}
            place = replace(self._part.place, part=self._part.letter)
            self._desk.findings.append(Finding("composition.text_too_short_for_head", place, args))
        return lines < least


def least_lines(offsets: Sequence[int]) -> int:
    """The lines that level legs take so that every one that starts lower has text under the head."""
    depth = max(offsets) + _LEAST_UNDER
    return sum(depth - offset for offset in offsets)
