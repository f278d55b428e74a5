"""What does not fit, in rows, lines and characters."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache

from jxprint.composition.answers import Answer, answers
from jxprint.composition.coverage import part_name
from jxprint.composition.desk import Desk
from jxprint.composition.drafts import bare
from jxprint.composition.jump_cuts import LEAST_LINES
from jxprint.composition.making_up import MadeUp, too_shallow
from jxprint.composition.reliefs import Relief, lines_taken, relief
from jxprint.composition.side_heads import SideHeadDraft
from jxprint.composition.stacks import MOST_NAMED, giving, named, stacks_over
from jxprint.composition.texts import TextDraft
from jxprint.composition.vertical_stories import VerticalStoryDraft
from jxprint.composition.wrapped_stories import WrappedStoryDraft
from jxprint.errors import Finding, Phrase
from jxprint.model import Part, Story

_BEYOND_MEASURE = ("composition.head_too_long", "composition.head_too_broad")


def _beyond_measure(desk: Desk) -> set[str | None]:
    """Parts with a vertical head that nothing can hold: they have no depth to reckon with, and what they push down is
    no news.
    """
    return {finding.place.part for finding in desk.findings if finding.key in _BEYOND_MEASURE}


def pinned_too_shallow(made: MadeUp) -> list[Finding]:
    """Parts that an editor pinned to fewer rows than their copy takes."""
    findings: list[Finding] = []
    desk = made.desk
    beyond = _beyond_measure(desk)
    for part in desk.page.parts:
        needed = made.drafts[part.letter].rows
        jumps = isinstance(part, Story) and part.jump_to is not None  # takes what its rows hold, or says why not
        if part.letter in made.plan.cramped:
            findings.append(_cramped(made, part))
            continue
        if not too_shallow(made, part) or part.letter in beyond or jumps:
            continue
        assert part.rows is not None  # it is pinned
        args = {"part": part_name(part), "rows": part.rows, "needed": needed}
        told = _overset(made, part.letter, needed - part.rows) or _inset(made, part.letter, needed - part.rows)
        findings.append(told or Finding("composition.pinned_too_shallow", part.place, args))
    return findings


def _cramped(made: MadeUp, part: Part) -> Finding:
    """A story with corners that the rows that it is pinned to do not hold."""
    lines, legs = made.plan.cramped[part.letter], len(made.plan.stretches[part.letter])
    args = {"part": part_name(part), "rows": part.rows}
    if isinstance(part, Story) and part.jump_to is not None:
        args |= {"least": LEAST_LINES, "needed": (part.rows or 0) + -(-lines // legs)}
        return Finding("composition.jump_too_shallow", part.place, args)
    told = _overset(made, part.letter, max(1, lines // legs))
    return told or Finding("composition.shape_pinned_too_shallow", part.place, args)


def below_the_foot(made: MadeUp) -> list[Finding]:
    """Stacks that pass the foot of the type area, from the head of the page down."""
    findings: list[Finding] = []
    desk, plan = made.desk, made.plan
    beyond, told_of = _beyond_measure(desk), cache(lambda: answers(made))
    for stack, rows in stacks_over(made):
        # What stands lower than it is pinned pushes this down, and is told.
        if not beyond.isdisjoint(stack) or any(plan.late.get(one, 0) >= rows for one in stack):
            continue
        last = desk.page.part(stack[-1])
        alone = _overset(made, last.letter, rows, told_of().get(last.letter)) if last.rows is None else None
        args = {"parts": named(desk, stack), "rows": rows, "depth": desk.frame.rows}
        found = _too_deep(made, stack, rows, told_of) or alone
        found = found or next((told for one in stack if (told := _inset(made, one, rows)) is not None), None)
        head = bare(made.drafts[last.letter])
        if found is None and isinstance(head, SideHeadDraft) and (long := head.too_long(head.rows - rows)):
            findings += long
        elif (told := found or Finding("composition.part_over_foot", last.place, args)) not in findings:
            findings.append(told)
    return findings


def _too_deep(
    made: MadeUp, stack: Sequence[str], rows: int, told_of: Callable[[], Mapping[str, Answer]]
) -> Finding | None:
    """A stack that is so many rows too deep, with what its stories could give, each alone or all together; None where
    they have nothing to give, and where the last part is the only text in it, and is to blame alone.
    """
    desk, texts, answered = made.desk, giving(made, stack), told_of()
    told = [one for one in texts if one in answered and answered[one].given.cuts]
    if not texts or (texts == [stack[-1]] and not any(answered[one].is_shared for one in told) and told):
        return None
    # The longest first: a cut shows least in it.
    texts.sort(key=lambda one: -_length(made, one))
    told.sort(key=texts.index)
    if alone := [one for one in told if not answered[one].is_shared][:MOST_NAMED]:
        key, cut = "composition.stack_too_deep", alone
    elif told:
        with_others = {*told, *_named(answered, told)}
        key, cut = "composition.stack_shared", sorted(with_others, key=lambda one: -_length(made, one))
    else:
        waiting = [one for one in texts if one in answered]
        key, cut = "composition.stack_beside", _named(answered, waiting)
    if not cut:
        return None
    gives = tuple(_phrase(made, one, answered[one].given, rows) for one in cut)
    args = {"parts": named(desk, stack), "rows": rows, "depth": desk.frame.rows, "gives": gives}
    return Finding(key, desk.page.part(texts[0]).place, args)


def _named(answered: Mapping[str, Answer], texts: Sequence[str]) -> list[str]:
    """The texts with cuts that the answers for some name."""
    names = {name for one in texts for name in answered[one].others}
    return [letter for letter, one in answered.items() if one.given.cuts and one.name in names]


def _length(made: MadeUp, letter: str) -> float:
    draft = bare(made.drafts[letter])
    if isinstance(draft, VerticalStoryDraft):
        return draft.characters(draft.rows)
    return draft.lines * draft.measure / made.desk.frame.body if isinstance(draft, TextDraft) else 0.0


def _phrase(made: MadeUp, letter: str, given: Relief, rows: int) -> Phrase:
    """What a story gives, in lines and characters."""
    draft, name = bare(made.drafts[letter]), part_name(made.desk.page.part(letter))
    assert isinstance(draft, TextDraft)  # a relief is given by text
    takes = lines_taken(draft, min(rows, draft.rows - 1))
    args = {"name": name, "takes": takes, "lines": given.lines, "characters": given.characters}
    return Phrase("composition.gives", args)


def lower_than_pinned(made: MadeUp) -> list[Finding]:
    """Parts that cannot stand in the row they are pinned to, with what pushes them down."""
    findings: list[Finding] = []
    desk, plan = made.desk, made.plan
    for letter, rows in plan.late.items():
        part, over = desk.page.part(letter), [one for one in plan.pushed[letter] if one != letter]
        row = part.top or 0
        first = min((plan.top[one] for one in over), default=row)
        args = {
            "part": part_name(part),
            "row": row,
            "first": first,
            "last": row - 1,
            "rows": rows,
            "parts": named(desk, over),
            "foot": row + rows,
        }
        key = "composition.cannot_stand" if first < row else "composition.cannot_stand_there"
        findings.append(Finding(key, part.place, args))
    return findings


def _inset(made: MadeUp, letter: str, rows_over: int) -> Finding | None:
    """The part within a story that keeps it from being so many rows shallower, whatever is cut."""
    draft = bare(made.drafts[letter])
    if not isinstance(draft, WrappedStoryDraft):
        return None
    deep = made.drafts[letter].rows
    needed, room = draft.held_rows + deep - draft.rows, deep - rows_over  # its box counted in
    if needed <= room:
        return None
    page = made.desk.page
    inside = [(page.part(one), rows) for one, _, _, rows in draft.inside]
    part, rows = max(inside, key=lambda one: _down(one[0]) + one[1], default=(page.part(letter), 0))
    args = {"inset": part_name(part), "part": part_name(page.part(letter)), "rows": rows, "down": _down(part)}
    key = "composition.inset_too_low" if _down(part) else "composition.inset_too_deep"
    return Finding(key, part.place, {**args, "needed": needed, "room": max(0, room)}) if inside else None


def _down(part: Part) -> int:
    return (part.within.down or 0) if part.within is not None else 0


def _overset(made: MadeUp, letter: str, rows_over: int, answer: Answer | None = None) -> Finding | None:
    """How many lines and characters a text is over when it has so many rows too few, as far as that is not answered;
    None where it is no text, and where no cut would do.
    """
    given = relief(made, letter, rows_over) if answer is None else answer.given
    draft = bare(made.drafts[letter])
    if given is None or not given.cuts or not isinstance(draft, TextDraft):
        return None
    part = made.desk.page.part(letter)
    args: dict[str, object] = {"part": part_name(part), "characters": given.characters}
    if isinstance(draft, VerticalStoryDraft):
        args |= {"lines": given.lines, "rows": rows_over, "room": max(0, draft.rows - rows_over)}
        return Finding("composition.vertical_overset", part.place, args)
    args |= {"lines": given.lines, "takes": draft.lines, "room": draft.lines - given.lines}
    return Finding("composition.story_overset", part.place, args)
