"""How a story would fit at other measures and in other legs: set as its page would set it, measured, and not placed."""

from __future__ import annotations

import math
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from jxprint.composition.beside_heads import BesideHeadDraft
from jxprint.composition.desk import Desk
from jxprint.composition.drafts import bare
from jxprint.composition.drawing import Area, areas
from jxprint.composition.frame import Room, frame_of
from jxprint.composition.inner_heads import USUAL_COLUMNS, InnerHeadDraft
from jxprint.composition.jumping_shapes import jumps_here
from jxprint.composition.jumps import with_rest
from jxprint.composition.kinds import draft_in
from jxprint.composition.making_up import make_up
from jxprint.composition.side_heads import SideHeadDraft
from jxprint.composition.stories import StoryDraft
from jxprint.composition.texts import measures_of
from jxprint.composition.wrapped_stories import WrappedStoryDraft
from jxprint.errors import Finding
from jxprint.fonts import Library
from jxprint.model import Dummy, Page, Story

# Legs in which a newspaper sets text: narrower ones hold hardly a word behind the indent (typography.md 3.5), in wider
# ones the eye loses the line (design.md: at most 35 em).
_NARROWEST_EM, _WIDEST_EM = 8.0, 35.0
_TOLERANCE = 1e-9
# What is told of a head that does not fit.
_HEAD = "composition.head_"

_Text = StoryDraft | WrappedStoryDraft | SideHeadDraft | BesideHeadDraft | InnerHeadDraft


class Trial(Struct, frozen=True):
    """A story over so many base columns in so many legs: the measure of a leg (ems of the body type; the widest, and
    `measures` of each where they are unequal), the lines that it takes, the rows of its head and of all of it, its box
    counted in, how many lines its last legs are short, and whether its head fits: no finding is about the head.
    `findings` are all that its page would be refused for. A story deeper than the page's `room` rows has no place.
    """

    columns: int
    legs: int
    measure: float
    lines: int
    head_rows: int
    rows: int
    short: int
    head_fits: bool
    findings: tuple[Finding, ...] = ()
    room: int = 0
    measures: tuple[float, ...] = ()


def trials(page: Page, library: Library, letter: str) -> Iterator[Trial]:
    """The story with this letter over one column to all of them, in every number of legs that a reader can bear: in its
    box, with what stands within it and its head where that stands. One that runs down the page, that goes on elsewhere
    or that is no rectangle is set across, whole and as one.

    Raises KeyError where the page has no such part, and TypeError where it is no story.
    """
    part = page.part(letter)
    if not isinstance(part, Story):
        raise TypeError(letter)
    frame = frame_of(page)
    desk = Desk(page, library, frame, areas(page.dummy))
    # A side head takes what its story is told to be deep.
    deep = part.rows or part.min_rows if part.head == "vertical" and part.writing == "horizontal" else None
    across = {"writing": "horizontal", "head": "horizontal"} if part.writing == "vertical" else {}
    if any(jumps_here(page)):  # what goes on from there is known once the page is made up
        desk = replace(desk, kept=make_up(page, library).desk.kept)
    part = replace(with_rest(desk, part), jump_to=None, rows=None, min_rows=deep, **across)
    for columns in range(_fewest(part), frame.columns + 1):
        room = Room(0, columns, frame.x(0), frame.width(columns))
        wide = room.width - (2 * part.box.side_em * frame.body if part.box is not None else 0.0)
        most = math.floor((wide + frame.gap) / (_NARROWEST_EM * frame.body + frame.gap))
        for legs in range(1, max(1, most) + 1):
            measure = (wide - (legs - 1) * frame.gap) / legs / frame.body
            if (measure > _WIDEST_EM and legs < most) or not _covers_legs(part, columns, legs):
                continue
            trial = _tried(desk, replace(part, legs=legs), room)
            if legs > 1 and trial.measure < _NARROWEST_EM - _TOLERANCE:
                break  # a head beside the text takes its share
            yield trial


def _fewest(part: Story) -> int:
    """The columns that a story takes at the least: those of a head beside or inside it, and one of text."""
    if part.head_at == "inside":
        return (part.head_columns or USUAL_COLUMNS) + 1
    return (part.head_columns or 0) + 1


def _covers_legs(part: Story, columns: int, legs: int) -> bool:
    """Whether a head inside its text covers whole legs, as its page's description asks for."""
    return part.head_at != "inside" or (part.head_columns or USUAL_COLUMNS) * legs % columns == 0


def _tried(desk: Desk, part: Story, room: Room) -> Trial:
    letter, legs = part.letter, part.legs or 1
    drawn = Dummy(((letter,) * room.span,), desk.page.dummy.place)
    areas_ = {**desk.areas, letter: Area(room.column, room.span)}
    own = replace(desk, page=replace(desk.page, dummy=drawn), areas=areas_, findings=[])
    draft = draft_in(own, part, room)
    text = bare(draft)
    assert isinstance(text, _Text)
    findings = tuple(one for at, one in enumerate(own.findings) if one not in own.findings[:at])
    return Trial(
        room.span,
        legs,
        text.measure / desk.frame.body,
        text.lines,
        0 if isinstance(text, SideHeadDraft) else text.head_rows,
        draft.rows,
        _places(text) - text.lines,
        not any(one.key.startswith(_HEAD) for one in findings),
        findings,
        desk.frame.rows,
        measures_of(text, desk.frame.body),
    )


def _places(text: _Text) -> int:
    """The lines that its legs hold, all as deep as the deepest."""
    if isinstance(text, InnerHeadDraft):
        return sum(text.rows - offset for offset in text.offsets)
    if isinstance(text, WrappedStoryDraft):
        return text.room(0)
    return max(text.counts, default=0) * text.legs
