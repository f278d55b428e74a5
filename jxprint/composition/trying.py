"""How a story would fit at other measures and in other legs: set, measured, and not placed."""

from __future__ import annotations

import math
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from jxprint.composition.desk import Desk
from jxprint.composition.drawing import areas
from jxprint.composition.frame import Room, frame_of
from jxprint.composition.stories import StoryDraft
from jxprint.fonts import Library
from jxprint.model import Page, Story

# Legs in which a newspaper sets text: narrower ones hold hardly a word behind the indent (typography.md 3.5), in wider
# ones the eye loses the line (design.md: at most 35 em).
_NARROWEST_EM, _WIDEST_EM = 8.0, 35.0


class Trial(Struct, frozen=True):
    """A story over so many base columns in so many legs: the measure of a leg (ems of the body type), the lines that it
    takes, the rows of its head and of all of it, how many lines its last legs are short, and whether its head fits.
    """

    columns: int
    legs: int
    measure: float
    lines: int
    head_rows: int
    rows: int
    short: int
    head_fits: bool


def trials(page: Page, library: Library, letter: str) -> Iterator[Trial]:
    """The story with this letter over one column to all of them, in every number of legs that a reader can bear.

    Raises KeyError where the page has no such part, and TypeError where it is no story.
    """
    part = page.part(letter)
    if not isinstance(part, Story):
        raise TypeError(letter)
    frame = frame_of(page)
    desk = Desk(page, library, frame, areas(page.dummy))
    for columns in range(1, frame.columns + 1):
        width = frame.width(columns)
        room = Room(0, columns, frame.x(0), width)
        most = math.floor((width + frame.gap) / (_NARROWEST_EM * frame.body + frame.gap))
        for legs in range(1, max(1, most) + 1):
            measure = (width - (legs - 1) * frame.gap) / legs / frame.body
            if measure > _WIDEST_EM and legs < most:
                continue
            trying = replace(desk, findings=[])
            draft = StoryDraft(trying, replace(part, legs=legs, writing="horizontal", head="horizontal"), room)
            deepest = max(draft.counts, default=0)
            yield Trial(
                columns,
                legs,
                draft.measure / frame.body,
                draft.lines,
                draft.head_rows,
                draft.rows,
                deepest * legs - draft.lines,
                not trying.findings,
            )
