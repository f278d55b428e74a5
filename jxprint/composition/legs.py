"""Text in legs: paragraphs set to one measure, dealt over legs, and placed line by line on their rows."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from jxprint.composition.dealing import Line, deal
from jxprint.composition.frame import EM_TOP
from jxprint.composition.lines import SetLine, Setting, count_lines, may_take, set_paragraph
from jxprint.composition.lines.reading_runs import READING_SCALE
from jxprint.composition.lines.setting import SetCap
from jxprint.geometry import Rect
from jxprint.model import ParagraphEnds, Passage
from jxprint.placed import Field, Initial, Role, TextBlock, TextLine


class BodyCopy(Struct, frozen=True):
    """A paragraph as it is to be set: a dateline that runs in stands before its text."""

    passage: Passage
    setting: Setting
    role: Role
    index: int


class SetParagraph(Struct, frozen=True):
    """A paragraph as lines, with the role and number it has in the copy."""

    lines: tuple[SetLine, ...]
    role: Role
    field: Field
    index: int

    @property
    def cap(self) -> SetCap | None:
        """The drop cap that it begins with."""
        return self.lines[0].cap if self.lines else None


class Slot(Struct, frozen=True):
    """Where one line stands: its leg, the left edge of its measure, the top of its em box and its measure, in points of
    the page.
    """

    leg: int
    x: float
    top: float
    width: float


class LegFrame(Struct, frozen=True):
    """Where legs stand: the x of each, the top of the first em box, line pitch and size, in points. `offsets`: rows by
    which each leg starts lower than that.
    """

    xs: tuple[float, ...]
    width: float
    top: float
    pitch: float
    size: float
    offsets: tuple[int, ...] = ()

    def drop(self, leg: int) -> int:
        """The rows by which a leg starts lower."""
        return self.offsets[leg] if self.offsets else 0


def deal_paragraphs(
    paragraphs: Sequence[SetParagraph], legs: int, ends: ParagraphEnds, offsets: Sequence[int] = ()
) -> list[int]:
    """Lines in each leg (see `dealing`)."""
    return deal(dealt_lines(paragraphs), legs, ends, offsets)


def dealt_lines(paragraphs: Sequence[SetParagraph]) -> list[Line]:
    """The lines of some paragraphs as dealing sees them."""
    return [
        Line(paragraph.role == "subhead", number, len(paragraph.lines), 0 < number < cap_lines)
        for paragraph in paragraphs
        for cap_lines in (0 if paragraph.cap is None else paragraph.cap.lines,)
        for number in range(len(paragraph.lines))
    ]


# What a line saved or added is worth to a story whose legs come out full: at most this much worse setting (the cost
# of `lines.breaking`), from the gentlest up; the last is a line opened as far as any may be.
_LINE_PRICES = (2.0, 5.0, 9.0)
# What it is worth where the page does not fit otherwise: all marks of twenty lines squeezed to their halves, and twice
# that.
_TIGHT_PRICES = (*_LINE_PRICES, 20.0, 40.0)


def level(
    paragraphs: list[SetParagraph], settings: Sequence[tuple[str, Setting]], legs: int, offsets: Sequence[int] = ()
) -> list[SetParagraph]:
    """The same paragraphs with legs as level as the copy allows: where a line or two stand over whole rows of legs,
    paragraphs that can give a line without ugly setting do; where lines are wanting, they take one. The shorter way
    is tried first. `offsets` as in `dealing`.
    """
    over = (sum(len(paragraph.lines) for paragraph in paragraphs) + sum(offsets)) % legs
    if not over:
        return paragraphs
    for wanted in sorted((-over, legs - over), key=abs):
        fitted = _fitted(paragraphs, settings, wanted)
        if fitted is not None:
            return fitted
    # Not every line could be won: a story half way there is no more level than before.
    return paragraphs


def tighter(
    paragraphs: list[SetParagraph], settings: Sequence[tuple[str, Setting]], lines: int
) -> list[SetParagraph] | None:
    """The paragraphs in so many lines fewer, their marks squeezed as far as that takes; None where they cannot give
    them.
    """
    return _fitted(paragraphs, settings, -lines, _TIGHT_PRICES)


def with_lines(
    paragraphs: list[SetParagraph], settings: Sequence[tuple[str, Setting]], lines: int
) -> list[SetParagraph]:
    """The paragraphs in so many lines more (or fewer, below 0), without ugly setting; as they are where they cannot."""
    return _fitted(paragraphs, settings, lines) or paragraphs


def _fitted(
    paragraphs: list[SetParagraph],
    settings: Sequence[tuple[str, Setting]],
    wanted: int,
    prices: Sequence[float] = _LINE_PRICES,
) -> list[SetParagraph] | None:
    """The paragraphs with `wanted` lines more (or fewer, below 0), None where they have not so many to give."""
    direction = 1 if wanted < 0 else -1
    fitted = list(paragraphs)
    # Long paragraphs first: a line more or less shows least in them.
    order = sorted(range(len(fitted)), key=lambda one: -len(paragraphs[one].lines))
    for price in prices:
        for index in order:
            text, setting = settings[index]
            if fitted[index] is not paragraphs[index]:
                continue  # gave its line at a lower price
            if not may_take(text, setting, len(paragraphs[index].lines) - direction):
                continue
            lines = count_lines(text, setting, line_price=direction * price)
            if lines - len(paragraphs[index].lines) == -direction:
                set_ = set_paragraph(text, setting, line_price=direction * price)
                fitted[index] = replace(fitted[index], lines=set_)
                wanted += direction
                if not wanted:
                    return fitted
    return None


def place_legs(
    paragraphs: Sequence[SetParagraph], counts: Sequence[int], frame: LegFrame, part: str
) -> list[TextBlock]:
    """Blocks of the paragraphs, each line in its leg and on its row."""
    slots = [
        Slot(leg, frame.xs[leg], frame.top + (row + frame.drop(leg)) * frame.pitch, frame.width)
        for leg, count in enumerate(counts)
        for row in range(count)
    ]
    return place_in_slots(paragraphs, slots, frame.size, part)


def place_in_slots(
    paragraphs: Sequence[SetParagraph], slots: Sequence[Slot], size: float, part: str
) -> list[TextBlock]:
    """Blocks of the paragraphs, line by line in the slots; there are as many of these as lines, or more."""
    blocks: list[TextBlock] = []
    begin = 0
    for paragraph in paragraphs:
        taken = slots[begin : begin + len(paragraph.lines)]
        lines = tuple(
            line.at(
                slot.x,
                slot.top + EM_TOP * size,
                part=part,
                field=paragraph.field,
                index=paragraph.index,
                leg=slot.leg,
            )
            for line, slot in zip(paragraph.lines, taken, strict=True)
        )
        legs = dict.fromkeys(slot.leg for slot in taken)
        placed = list(zip(lines, taken, strict=True))
        frames = tuple(_frame_of([one for one in placed if one[1].leg == leg], size) for leg in legs)
        block = TextBlock(paragraph.role, paragraph.field, paragraph.index, lines, frames)
        if paragraph.cap is not None:
            block = replace(block, initial=_initial(paragraph.cap, placed, size))
        blocks.append(block)
        begin += len(taken)
    return blocks


def _initial(cap: SetCap, placed: Sequence[tuple[TextLine, Slot]], size: float) -> Initial:
    """Where a paragraph's drop cap stands, the lines beside it and those under it in the same leg."""
    here = [one for one in placed if one[1].leg == placed[0][1].leg]
    beside, below = here[: cap.lines], here[cap.lines :]
    right = _frame_of(beside, size)
    first = beside[0][1]
    own = Rect(first.x, first.top, cap.width_pt, beside[-1][1].top + size - first.top)
    right = Rect(right.x + cap.reserve_pt, right.y, right.width - cap.reserve_pt, right.height)
    return Initial(cap.segments, len(beside), own, right, _frame_of(below, size) if below else None)


def _frame_of(placed: Sequence[tuple[TextLine, Slot]], size: float) -> Rect:
    """The box of a paragraph's lines in one leg; readings over the first line are in it."""
    first = placed[0][1]
    over = READING_SCALE * size if any(run.inline == "reading" for run in placed[0][0].runs) else 0.0
    left, right = min(slot.x for _, slot in placed), max(slot.x + slot.width for _, slot in placed)
    return Rect(left, first.top - over, right - left, placed[-1][1].top + size - first.top + over)
