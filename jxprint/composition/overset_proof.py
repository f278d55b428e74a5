"""A page that does not fit, placed all the same, for its proof alone: an editor sees what has no room where it would
stand.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from jxprint.composition.copyfit import StoryFit, story_fits
from jxprint.composition.making_up import MadeUp, make_up, place, refuse
from jxprint.composition.overset_heads import heads_over
from jxprint.composition.shaped_boxes import edge_round
from jxprint.errors import Finding, OversetError, Phrase
from jxprint.fonts import Library
from jxprint.geometry import Rect, around
from jxprint.model import Held, Page, Part, Story
from jxprint.placed import PlacedPage


class Region(Struct, frozen=True):
    """Copy that has no room: where it would stand, in points of the page, and what is to be said of it; of a story with
    corners the loops of its edge, where that is no rectangle.
    """

    rect: Rect
    note: Phrase | None = None
    edge: tuple[tuple[tuple[float, float], ...], ...] = ()


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
        rects = list(_below(made, letter, foot))
        yield from _region(made, letter, rects, notes.get(letter))
    for letter in plan.late:
        yield from _region(made, letter, list(_below(made, letter, 0.0)), notes.get(letter))
    for letter, lines in plan.cramped.items():  # runs out below its last leg
        last = plan.stretches[letter][-1]
        top = frame.y(last.top + last.rows)
        yield Region(Rect(frame.x(last.column), top, frame.width(1), frame.depth(lines)), notes.get(letter))
    for part in made.desk.page.parts:
        deep = made.drafts[part.letter].rows
        if part.letter in plan.stretches or _jumps(part):
            continue  # it takes what its rows hold, and the rest has its place elsewhere
        if part.rows is not None and deep > part.rows and part.letter in made.desk.areas:
            area, top = made.desk.areas[part.letter], frame.y(plan.top[part.letter] + part.rows)
            depth = frame.y(plan.top[part.letter]) + frame.depth(deep) - top
            yield Region(Rect(frame.x(area.column), top, frame.width(area.span), depth), notes.get(part.letter))


def _region(made: MadeUp, letter: str, rects: list[Rect], note: Phrase | None) -> Iterator[Region]:
    """Some columns of a part as one region."""
    if letter not in made.plan.stretches:
        yield from (Region(rect, note) for rect in rects)
    elif rects:
        edge = edge_round(rects, made.desk.frame.gap)
        yield Region(around(rects), note, edge)


def _jumps(part: Part) -> bool:
    return isinstance(part, Story) and part.jump_to is not None


def _below(made: MadeUp, letter: str, foot: float) -> Iterator[Rect]:
    """What of a part stands below some y: of one with corners column by column, with what is over its text."""
    frame, plan, area = made.desk.frame, made.plan, made.desk.areas[letter]
    pieces = {(one.column, one.first, max(one.last, one.top + one.rows)) for one in plan.stretches.get(letter, ())}
    ends = [(column, 1, first, last) for column, first, last in sorted(pieces)]
    top = plan.top[letter]
    for column, span, first, last in ends or [(area.column, area.span, top, top + plan.rows[letter])]:
        head, bottom = max(foot, frame.y(first)), frame.y(first) + frame.depth(last - first)
        if bottom > head + 0.01:
            yield Rect(frame.x(column), head, frame.width(span), bottom - head)


def _note(one: StoryFit) -> Phrase:
    """What is marked beside copy without room; where no cut of it would do, which other would."""
    args = {"lines": one.over, "characters": one.cut, "others": one.others}
    if one.cuts:
        return Phrase("fit.mark_together" if one.together else "fit.mark", args)
    return Phrase("fit.mark_elsewhere" if one.others else "fit.mark_no_cut", args)
