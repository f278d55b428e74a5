"""Heads: kicker, headline, deck and byline, each line fitted to its measure by the sizes that the style allows."""

from __future__ import annotations

import math
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from jxprint.composition.desk import Desk
from jxprint.composition.frame import EM_TOP, Room
from jxprint.composition.lines import SetLine, Setting, set_line
from jxprint.composition.marked import note_signs, with_markup
from jxprint.errors import Finding, Phrase
from jxprint.geometry import PT_PER_MM, Rect
from jxprint.model import Passage
from jxprint.placed import Field, Role, TextBlock

# Between the lines of one head: 0.2 to 0.35 of its size keeps two lines a pair (CLREQ lets heads run tighter than
# a third to a half of their size, which is the book rule).
_LINE_GAP = 0.26


class HeadLine(Struct, frozen=True):
    """One line of a head as set, with the copy it comes from and the white above it (points)."""

    line: SetLine
    role: Role
    field: Field
    index: int
    white_above: float

    @property
    def size(self) -> float:
        """The size of the line in points: the height of its em box."""
        return self.line.size_pt


class HeadCopy(Struct, frozen=True):
    """Lines of one field of a head, the style role they are set in, and the white above the first (points)."""

    lines: Sequence[Passage]
    style_role: str
    role: Role
    field: Field
    white_above: float


def set_head(desk: Desk, part: str, copy: Sequence[HeadCopy], room: Room) -> tuple[HeadLine, ...]:
    """All lines of a head over its columns; what cannot be fitted goes to the desk's findings."""
    width, span = room.width, room.span
    heads: list[HeadLine] = []
    for one in copy:
        if not one.lines:
            continue
        size = _fitting_size(desk, part, one, width, span)
        setting = desk.setting(one.style_role, width, size_pt=size)
        for index, passage in enumerate(one.lines):
            note_signs(desk, part, (passage,), _LINE_GAP)
            white = one.white_above if index == 0 else _LINE_GAP * size
            line = _line(desk, setting, passage)
            heads.append(HeadLine(line, one.role, one.field, index, white if heads else 0.0))
    return tuple(heads)


def _line(desk: Desk, setting: Setting, passage: Passage) -> SetLine:
    return set_line(passage.text, with_markup(setting, desk, passage))


def _fitting_size(desk: Desk, part: str, copy: HeadCopy, width: float, span: int) -> float:
    """The largest allowed size at which every line of the field stands within the width; all lines share it."""
    style = desk.type_style(copy.style_role)
    sizes = [style.size_over(span), *[step for step in style.steps_pt if step < style.size_over(span)]]
    if copy.field == "headline":
        sizes = sizes[min(desk.steps_down.get(part, 0), len(sizes) - 1) :]
    for size in sizes:
        setting = desk.setting(copy.style_role, width, size_pt=size)
        if all(_line(desk, setting, passage).width <= width + 0.01 for passage in copy.lines):
            return size
    smallest = sizes[-1]
    setting = desk.setting(copy.style_role, width, size_pt=smallest)
    for index, passage in enumerate(copy.lines):
        over = _line(desk, setting, passage).width - width
        if over > 0.01:
            desk.findings.append(_too_wide(part, copy, index, passage, over, width, smallest))
    return smallest


def _too_wide(
    part: str, copy: HeadCopy, index: int, passage: Passage, over: float, width: float, size: float
) -> Finding:
    return Finding(
        "composition.head_too_wide",
        replace(passage.place, part=part, paragraph=index + 1),
        {
            "field": Phrase(f"composition.field.{copy.field}"),
            "text": passage.text,
            "over": math.ceil(over / size),
            "measure_mm": round(width / PT_PER_MM, 1),
            "size": f"{size:g}",
            "role": copy.style_role,
        },
    )


def depth(heads: Sequence[HeadLine]) -> float:
    """The depth of a head in points, from the em box of its first line to that of its last."""
    return sum(head.white_above + head.size for head in heads)


def place_head(heads: Sequence[HeadLine], part: str, x: float, y: float, opened: float = 0.0) -> list[TextBlock]:
    """The head's blocks, its measure starting at `x`, its first em box at `y`; `opened` adds white between fields."""
    blocks: list[TextBlock] = []
    for head in heads:
        y += head.white_above
        if blocks and head.index == 0:
            y += opened
        line = head.line.at(x, y + EM_TOP * head.size, part=part, field=head.field, index=head.index)
        frame = Rect(x, y, head.line.measure, head.size)
        blocks.append(TextBlock(head.role, head.field, head.index, (line,), (frame,)))
        y += head.size
    return blocks
