"""A page that does not fit, placed all the same, for its proof alone: an editor sees what has no room where it would
stand.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from jxprint.composition.copyfit import StoryFit, story_fits
from jxprint.composition.making_up import MadeUp, make_up, place, refuse
from jxprint.composition.overset_heads import heads_over
from jxprint.errors import Finding, OversetError, Phrase
from jxprint.fonts import Library
from jxprint.geometry import Rect
from jxprint.model import Held, Page, Part, Story
from jxprint.placed import PlacedPage


class Region(Struct, frozen=True):
    """Copy that has no room: where it would stand, in points of the page, and what is to be said of it."""

    rect: Rect
    note: Phrase | None = None


class OversetPage(Struct, frozen=True):
    """The page as placed, its regions without room, and everything that is told of it."""

    placed: PlacedPage
    regions: tuple[Region, ...]
    findings: tuple[Finding, ...]


def compose_overset(page: Page, library: Library, held: Held | None = None) -> OversetPage:
    """Place a page that `compose` refuses because its copy does not fit; a page that fits has no regions.

    Raises what `compose` raises for any other reason.
    """
    made = make_up(page, library, held)
    findings: tuple[Finding, ...] = ()
    try:
        refuse(made)
    except OversetError as refusal:
        findings = refusal.findings
    try:
        placed = place(made)
    except OversetError as refusal:  # a story that cannot be parted: all else is told with it
        raise OversetError(*(findings or refusal.findings)) from refusal
    return OversetPage(placed, tuple(_regions(made, placed)), findings)


def _regions(made: MadeUp, placed: PlacedPage) -> Iterator[Region]:
    """What passes the foot of the type area, stands lower than it is pinned, or is deeper than it may be; and heads
    that run over their measure.
    """
    yield from (Region(rect, note) for rect, note in heads_over(made.desk, placed))
    frame, plan = made.desk.frame, made.plan
    notes = {one.part: _note(one) for one in story_fits(made) if one.over}
    foot = frame.print_space.bottom
    for letter in plan.over:
        for rect in _below(made, letter, foot):
            yield Region(rect, notes.get(letter))
    for letter in plan.late:
        top = frame.y(plan.top[letter])
        area = made.desk.areas[letter]
        rows = frame.depth(plan.rows[letter])
        yield Region(Rect(frame.x(area.column), top, frame.width(area.span), rows), notes.get(letter))
    for part in made.desk.page.parts:
        deep = made.drafts[part.letter].rows
        if part.letter not in plan.cramped and (part.letter in plan.stretches or _jumps(part)):
            continue  # it takes what its rows hold, and the rest has its place elsewhere
        if part.rows is not None and deep > part.rows and part.letter in made.desk.areas:
            area, top = made.desk.areas[part.letter], frame.y(plan.top[part.letter] + part.rows)
            depth = frame.y(plan.top[part.letter]) + frame.depth(deep) - top
            yield Region(Rect(frame.x(area.column), top, frame.width(area.span), depth), notes.get(part.letter))


def _jumps(part: Part) -> bool:
    return isinstance(part, Story) and part.jump_to is not None


def _below(made: MadeUp, letter: str, foot: float) -> Iterator[Rect]:
    """What of a part stands below the foot of the type area: of one with corners column by column."""
    frame, plan, area = made.desk.frame, made.plan, made.desk.areas[letter]
    ends = [(one.column, 1, one.top + one.rows) for one in plan.stretches.get(letter, ())]
    for column, span, end in ends or [(area.column, area.span, plan.top[letter] + plan.rows[letter])]:
        bottom = frame.y(0) + frame.depth(end)
        if bottom > foot + 0.01:
            yield Rect(frame.x(column), foot, frame.width(span), bottom - foot)


def _note(one: StoryFit) -> Phrase:
    """What is marked beside copy without room; where no cut of it would do, which other would."""
    args = {"lines": one.over, "characters": one.cut, "others": one.others}
    if one.cuts:
        return Phrase("fit.mark_together" if one.together else "fit.mark", args)
    return Phrase("fit.mark_elsewhere" if one.others else "fit.mark_no_cut", args)
