"""What does not fit, in rows, lines and characters."""

from __future__ import annotations

from collections.abc import Mapping

from jxprint.composition.coverage import part_name
from jxprint.composition.desk import Desk
from jxprint.composition.drafts import Draft, bare
from jxprint.composition.dummy import Plan
from jxprint.composition.inner_heads import InnerHeadDraft
from jxprint.composition.side_heads import SideHeadDraft
from jxprint.composition.stacks import LEGS, LegsDraft, blamed, pushing, pushing_letters, too_deep
from jxprint.composition.standfirsts import StandfirstDraft
from jxprint.composition.vertical_stories import VerticalStoryDraft
from jxprint.composition.wrapped_stories import WrappedStoryDraft
from jxprint.errors import Finding
from jxprint.model import Story

_BEYOND_MEASURE = ("composition.head_too_long", "composition.head_too_broad")


def _beyond_measure(desk: Desk) -> set[str | None]:
    """Parts with a vertical head that nothing can hold: they have no depth to reckon with, and what they push down is
    no news.
    """
    return {finding.place.part for finding in desk.findings if finding.key in _BEYOND_MEASURE}


def pinned_too_shallow(desk: Desk, drafts: Mapping[str, Draft]) -> list[Finding]:
    """Parts that an editor pinned to fewer rows than their copy takes."""
    findings: list[Finding] = []
    beyond = _beyond_measure(desk)
    for part in desk.page.parts:
        draft = drafts[part.letter]
        jumps = isinstance(part, Story) and part.jump_to is not None  # takes what its rows hold, or says why not
        if part.rows is None or draft.rows <= part.rows or part.letter in beyond or jumps:
            continue
        text, over = bare(draft), draft.rows - part.rows
        if isinstance(text, VerticalStoryDraft):
            findings.append(_vertical(desk, part.letter, text, over))
        elif isinstance(text, LEGS):
            findings.append(_story(desk, part.letter, text, over))
        else:
            findings.append(
                Finding(
                    "composition.pinned_too_shallow",
                    part.place,
                    {"part": part_name(part), "rows": part.rows, "needed": draft.rows},
                )
            )
    return findings


def below_the_foot(desk: Desk, drafts: Mapping[str, Draft], plan: Plan) -> list[Finding]:
    """Parts that pass the foot of the type area, from the head of the page down."""
    findings: list[Finding] = []
    beyond = _beyond_measure(desk)
    for letter in blamed(desk, plan):
        over, stack = plan.over[letter], pushing_letters(desk, plan, letter)
        # What stands lower than it is pinned pushes this down, and is told.
        if beyond & set(stack) or any(plan.late.get(one, 0) >= over for one in stack):
            continue
        if (deep := too_deep(desk, drafts, plan, letter)) is not None:
            if deep not in findings:
                findings.append(deep)
            continue
        draft = bare(drafts[letter])
        if isinstance(draft, VerticalStoryDraft):
            findings.append(_vertical(desk, letter, draft, over))
        # A story that would be too deep without a line of text is not too long.
        elif isinstance(draft, LEGS) and desk.page.part(letter).rows is None and over < _can_give(draft):
            findings.append(_story(desk, letter, draft, over))
        elif isinstance(draft, SideHeadDraft) and (long := draft.too_long(draft.rows - over)):
            findings += long
        else:
            part = desk.page.part(letter)
            findings.append(
                Finding(
                    "composition.part_over_foot",
                    part.place,
                    {"parts": pushing(desk, plan, letter), "rows": over, "depth": desk.frame.rows},
                )
            )
    return findings


def _can_give(draft: LegsDraft) -> int:
    """The rows of text in a draft, less those that what stands within it, or its head, takes anyway."""
    rows = max(draft.counts, default=0)
    if isinstance(draft, (WrappedStoryDraft, SideHeadDraft)):
        return min(rows, draft.rows - draft.held_rows + 1)
    return rows


def lower_than_pinned(desk: Desk, plan: Plan) -> list[Finding]:
    """Parts that cannot stand in the row they are pinned to, with what pushes them down."""
    findings: list[Finding] = []
    for letter, rows in plan.late.items():
        part = desk.page.part(letter)
        row = part.top or 0
        args = {
            "part": part_name(part),
            "row": row,
            "first": min(plan.top[one] for one in plan.pushed[letter]),
            "last": max(0, row - 1),
            "rows": rows,
            "parts": tuple(part_name(desk.page.part(one)) for one in plan.pushed[letter] if one != letter),
        }
        findings.append(Finding("composition.cannot_stand", part.place, args))
    return findings


def _vertical(desk: Desk, letter: str, draft: VerticalStoryDraft, rows_over: int) -> Finding:
    """How many characters a vertical story is over when it has `rows_over` rows too few."""
    part = desk.page.part(letter)
    args = {
        "part": part_name(part),
        "rows": rows_over,
        "takes": draft.rows,
        "room": max(0, draft.rows - rows_over),
        "characters": draft.characters(rows_over),
    }
    return Finding("composition.vertical_overset", part.place, args)


def _story(desk: Desk, letter: str, draft: LegsDraft, rows_over: int) -> Finding:
    """How many lines and characters a text part is over when it has `rows_over` rows too few."""
    part = desk.page.part(letter)
    size = desk.frame.body if not isinstance(draft, StandfirstDraft) else desk.type_style("standfirst").size_pt
    leg_rows = max(draft.counts, default=0)
    room = max(0, leg_rows - rows_over) * draft.legs
    if isinstance(draft, InnerHeadDraft):
        room = sum(max(0, draft.rows - rows_over - offset) for offset in draft.offsets)
    lines = max(1, draft.lines - room)
    return Finding(
        "composition.story_overset",
        part.place,
        {
            "part": part_name(part),
            "lines": lines,
            "takes": draft.lines,
            "room": room,
            "characters": round(lines * draft.measure / size),
        },
    )
