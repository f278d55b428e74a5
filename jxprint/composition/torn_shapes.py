"""Stories whose copy is too short for the shape that they are drawn in, in lines and characters.

A column that is drawn has text, and legs that are drawn side by side share rows. What stands over some columns of a
shape and under others says how deep the rest of them are at the least; copy that does not reach through all of them
would leave one empty, and the page is refused instead.
"""

from __future__ import annotations

from jxprint.composition.coverage import part_name
from jxprint.composition.drafts import bare, is_shaped
from jxprint.composition.making_up import MadeUp, is_over
from jxprint.composition.shaped_stories import ShapedStoryDraft
from jxprint.composition.torn_cures import cures
from jxprint.errors import Finding, Phrase


def torn(made: MadeUp) -> list[Finding]:
    """A finding for every story that does not reach through all the columns that it is drawn on, or that cannot be
    parted in those that it got.
    """
    findings: list[Finding] = []
    for letter, stretches in made.plan.stretches.items() if not is_over(made) else ():
        draft = made.drafts[letter]
        if is_shaped(draft) and (told := draft.complaint(stretches)) is not None:
            findings.append(told)
    for letter, cure in cures(made).items():
        part, draft = made.desk.page.part(letter), bare(made.drafts[letter])
        assert isinstance(draft, ShapedStoryDraft)  # see `cures`
        args: dict[str, object] = {
            "part": part_name(part),
            "lines": cure.lines,
            "takes": draft.lines,
            "characters": cure.characters,
        }
        key = "composition.shape_too_short"
        if cure.instead:
            key = "composition.shape_too_short_beside"
            args["gives"] = tuple(
                Phrase("composition.gives_some", {
                    "name": part_name(made.desk.page.part(one)), "lines": gives.lines, "characters": gives.characters,
                })
                for one, gives in cure.instead.items()
            )  # fmt: skip
        findings.append(Finding(key, part.place, args))
    return findings
