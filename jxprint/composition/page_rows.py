"""Make-up (拼版): the rows that every part of a page takes, from its draft, its pins and the white of the style."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping

from msgspec.structs import replace

from jxprint.composition.desk import Desk
from jxprint.composition.drafts import Draft, Shaped, Stepping, bare, is_filling, is_holding, is_shaped, is_stepping
from jxprint.composition.drawing import drawing_of, neighbours
from jxprint.composition.dummy import Needs, Plan, levelled, opened_heads, solve
from jxprint.composition.held_feet import AS_DRAWN, Way, best_way, has_scraps, is_troubled, without_scraps
from jxprint.composition.pictures import PictureDraft
from jxprint.composition.stories import StoryDraft
from jxprint.model import Story

# Rows that a shape gets beyond its lines, one after the other, until no subhead is stranded in it: two per subhead that
# ends a leg would do for any real story.
_SPARE_ROWS = 24
# Rows more than any other head that one in a box may open by, where that brings its foot level: its edge shows.
_IN_BOX = 3


def planned(desk: Desk, drafts: Mapping[str, Draft], *, crop: bool = False) -> Plan:
    """Rows for every part, by the dummy and the white that the style asks for. Pictures are as deep as they would like
    to be, and with `crop` as shallow as they may; what they then need not give they take back before anything else.
    """

    def in_way(way: Way) -> Plan:
        return _planned(desk, drafts, crop, way)

    plan = in_way(AS_DRAWN)
    shapes = plan.stretches.keys()
    if not shapes:
        return plan
    drawing = drawing_of(desk.page.dummy)
    if is_troubled(plan, shapes):
        return best_way(in_way, plan, drawing, shapes)
    jumping = [one.letter for one in desk.page.parts if isinstance(one, Story) and one.jump_to and one.rows is not None]
    scrappy = [letter for letter in jumping if has_scraps(plan, letter)]
    return without_scraps(in_way, plan, drawing, scrappy) if scrappy else plan


def _planned(desk: Desk, drafts: Mapping[str, Draft], crop: bool, way: Way) -> Plan:
    dummy, parts = desk.page.dummy, [part for part in desk.page.parts if part.within is None]
    gap = math.ceil(desk.style.spacing.between_parts - 1e-9)
    # In the order of the page: the order of drafts tells which of them were standing.
    shaped = {p.letter: one for p in parts if is_shaped(one := drafts[p.letter])}
    stepping = {p.letter: one for p in parts if p.rows is None and is_stepping(one := drafts[p.letter])}
    for head in stepping.values():
        head.step_back()
    deep = {p.letter: drafts[p.letter].rows if crop else preferred(drafts[p.letter]) for p in parts}
    rows = {p.letter: p.rows if p.rows is not None else max(deep[p.letter], p.min_rows or 0) for p in parts}
    most = {p.letter: drafts[p.letter].rows + drafts[p.letter].growth - rows[p.letter] for p in parts}
    growing = {p.letter: most[p.letter] for p in parts if p.rows is None and most[p.letter] > 0}
    filling = frozenset(letter for letter in growing if is_filling(bare(drafts[letter])))
    pinned = {p.letter: p.top for p in parts if p.top is not None}
    gaps = dict.fromkeys(neighbours(dummy), gap)
    opens = _openings(desk, drafts)
    boxed = {p.letter for p in parts if p.box is not None}
    for letter, draft in shaped.items():
        draft.spare, draft.opened = 0, desk.style.fitting.head_rows if letter in way.opened else 0
    for _ in range(_SPARE_ROWS + 1):
        shapes = {letter: draft.shape for letter, draft in shaped.items()}
        needs = Needs(rows, growing, shapes, pinned, filling, crop, opens, way.held, way.lowered)
        plan = solve(dummy, needs, gaps, desk.frame.rows)
        if plan.over and (smaller := _smaller(plan, stepping)) is not None:
            rows[smaller] = max(drafts[smaller].rows, desk.page.part(smaller).min_rows or 0)
            continue
        stranding = [draft for letter, draft in shaped.items() if not _stands(draft, plan, letter)]
        if plan.over or plan.late or not stranding:
            break
        for draft in stranding:
            draft.spare += 1
    if not plan.over and not plan.late:
        plan = replace(plan, short=_short(plan, shaped))
    for _ in range(desk.style.fitting.head_rows):
        plan = opened_heads(plan, dummy, gap, opens, boxed)
    plan = levelled(plan, dummy, desk.frame.rows, _level_rows(plan, rows, opens, boxed))
    return _with_insets(plan, drafts)


def _openings(desk: Desk, drafts: Mapping[str, Draft]) -> dict[str, int]:
    """The rows by which the head of each story may open that nothing pins."""
    free = [part for part in desk.page.parts if part.within is None and part.rows is None and part.top is None]
    return {p.letter: desk.style.fitting.head_rows for p in free if isinstance(bare(drafts[p.letter]), StoryDraft)}


def _level_rows(
    plan: Plan, rows: Mapping[str, int], opens: Mapping[str, int], boxed: Collection[str]
) -> dict[str, int]:
    """The rows by which heads may open still so that parts end level: in a box by more, for its edge shows."""
    most = {letter: more + (_IN_BOX if letter in boxed else 0) for letter, more in opens.items()}
    return {letter: more - (plan.rows[letter] - rows[letter]) for letter, more in most.items()}


def preferred(draft: Draft) -> int:
    """The rows that a part would like: a picture's own shape; all else is as deep as it has to be."""
    return draft.preferred if isinstance(draft, PictureDraft) else draft.rows


def _with_insets(plan: Plan, drafts: Mapping[str, Draft]) -> Plan:
    """The plan with the rows of parts that stand within others."""
    top, rows = dict(plan.top), dict(plan.rows)
    for host, draft in drafts.items():
        if is_holding(draft):
            for letter, _, down, deep in draft.inside:
                top[letter], rows[letter] = plan.top[host] + down, deep
    return replace(plan, top=top, rows=rows)


def _smaller(plan: Plan, stepping: Mapping[str, Stepping]) -> str | None:
    """The first head that stands in a stack that is too deep and was set smaller for it."""
    in_the_way = dict.fromkeys(letter for pushed in plan.pushed.values() for letter in pushed)
    return next((one for one in in_the_way if one in stepping and stepping[one].step_down()), None)


def _short(plan: Plan, shaped: Mapping[str, Shaped]) -> dict[str, int]:
    """The shapes that do not stand as they are drawn, with the lines that would fill all their columns."""
    rows = {letter: sum(one.rows for one in plan.stretches[letter]) for letter in shaped}
    torn = {letter: draft for letter, draft in shaped.items() if not draft.stands(plan.stretches[letter])}
    return {letter: max(1, rows[letter] - draft.lines) for letter, draft in torn.items()}


def _stands(draft: Shaped, plan: Plan, letter: str) -> bool:
    """Whether more rows would be of no use to a shape: it stands as it is drawn, is too short for what it has, or too
    long for what it is pinned to.
    """
    return letter in plan.short or letter in plan.cramped or draft.stands(plan.stretches[letter])
