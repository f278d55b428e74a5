"""Stories whose copy is too short for the shape that they are drawn in, in lines and characters.

A column that is drawn has text, and legs that are drawn side by side share rows. What stands over some columns of a
shape and under others says how deep the rest of them are at the least; copy that does not reach through all of them
would leave one empty, and the page is refused instead.
"""

from __future__ import annotations

from collections.abc import Mapping

from jxprint.composition.coverage import part_name
from jxprint.composition.desk import Desk
from jxprint.composition.drafts import Draft, is_shaped
from jxprint.composition.dummy import Plan
from jxprint.composition.shaped_stories import ShapedStoryDraft
from jxprint.errors import Finding


def torn(desk: Desk, drafts: Mapping[str, Draft], plan: Plan) -> list[Finding]:
    """A finding for every story that does not reach through all the columns that it is drawn on, or that cannot be
    parted in those that it got.
    """
    findings: list[Finding] = []
    for letter, stretches in plan.stretches.items():
        draft = drafts[letter]
        if is_shaped(draft) and (told := draft.complaint(stretches)) is not None:
            findings.append(told)
    for letter, lines in plan.short.items():
        part, draft = desk.page.part(letter), drafts[letter]
        if isinstance(draft, ShapedStoryDraft):
            args = {
                "part": part_name(part),
                "lines": lines,
                "takes": draft.lines,
                "characters": round(lines * draft.measure / desk.frame.body),
            }
            findings.append(Finding("composition.shape_too_short", part.place, args))
    return findings
