"""What makes a story long enough for the shape that it is drawn in: more copy of its own, or less of what it is drawn
round. Both are tried: what is written more breaks and is dealt as all copy, and other stories may come out elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from jxprint.composition.answers import answers, chosen
from jxprint.composition.cuts import cheapest_cuts, paragraphs_before, source_of
from jxprint.composition.drafts import bare
from jxprint.composition.making_up import MadeUp, is_over, make_up
from jxprint.composition.reliefs import Relief, copy_to_cut, given
from jxprint.composition.shaped_stories import ShapedStoryDraft
from jxprint.composition.texts import TextDraft
from jxprint.composition.trials import tried, with_cuts
from jxprint.model import Page, Standfirst, Story

# No more than so many times the lines that are reckoned are tried.
_MOST_TIMES = 3
# Cuts of another story that are tried for one that helps, before the least is looked for.
_TRIED = 16


class Cure(Struct, frozen=True):
    """The lines that a shape wants, about so many characters; or what another text gives instead, by letter."""

    lines: int
    characters: int
    instead: dict[str, Relief]


def cures(made: MadeUp) -> dict[str, Cure]:
    """By letter, for the stories that are too short for their shapes on a page that is not over, or is not once what is
    told is cut.
    """
    instead: dict[str, Relief] = {}
    if is_over(made) and made.plan.stretches:
        cuts = chosen(answers(made))
        trial = tried(made, cuts)
        if trial.is_over or not trial.short:
            return {}
        made = make_up(with_cuts(made, cuts), made.desk.library)
    elif made.plan.short:
        instead = dict(_instead(made))
    return {
        letter: _cure(made, letter, draft, instead)
        for letter in made.plan.short
        if isinstance(draft := bare(made.drafts[letter]), ShapedStoryDraft)
    }


def _cure(made: MadeUp, letter: str, draft: ShapedStoryDraft, instead: dict[str, Relief]) -> Cure:
    reckoned, measure = made.plan.short[letter], draft.measure / made.desk.frame.body

    def comes_to(lines: int) -> MadeUp:
        return make_up(_longer(made.desk.page, letter, round(lines * measure)), made.desk.library)

    def reaches(lines: int) -> bool:
        return letter not in comes_to(lines).plan.short

    if len(made.plan.short) > 1:  # each would have to be tried with all others
        return Cure(reckoned, round(reckoned * measure), instead)
    low, lines, step, most = 0, reckoned, 1, _MOST_TIMES * reckoned
    while not _stands(made, comes_to(lines)):
        if reaches(lines):  # it takes what is beside it below the foot
            lines = _least(reaches, low, lines)
            break
        if lines == most:
            break
        low, lines, step = lines, min(lines + step, most), 2 * step
    else:
        lines = _least(reaches, low, lines) if low else lines
    lines = lines if _stands(made, comes_to(lines)) else reckoned
    return Cure(lines, round(lines * measure), instead)


def _instead(made: MadeUp) -> Iterator[tuple[str, Relief]]:
    """What other texts may give, each alone, so that every shape stands as it is drawn."""
    for part in made.desk.page.parts:
        draft = bare(made.drafts[part.letter])
        if part.letter in made.plan.short or part.rows is not None or not isinstance(draft, TextDraft):
            continue
        if not isinstance(part, (Story, Standfirst)) or not part.paragraphs:
            continue
        cuts = _least_cut(made, part, draft)
        if cuts is not None:
            yield part.letter, cuts


def _least_cut(made: MadeUp, part: Story | Standfirst, draft: TextDraft) -> Relief | None:
    copy, _ = copy_to_cut(made, part, draft, 0)
    before, most = paragraphs_before(made, part), sum(len(one.characters) for one in copy)

    def does(lines: int) -> bool:
        trial = tried(made, {part.letter: cheapest_cuts(copy, lines, before)})
        return not (trial.is_over or trial.short or trial.is_told)

    step = max(1, most // _TRIED)
    found = next((lines for lines in range(step, most, step) if does(lines)), None)
    return None if found is None else given(cheapest_cuts(copy, _least(does, found - step, found), before))


def _least(does: Callable[[int], bool], low: int, high: int) -> int:
    """The least number that does, by halves; `low` does not."""
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if does(middle) else (middle, high)
    return high


def _stands(made: MadeUp, other: MadeUp) -> bool:
    """Whether another page fits with its shapes as they are drawn, and nothing is told of it that was not before."""
    told = {finding.key for finding in made.desk.findings}
    return not is_over(other) and not other.plan.short and all(one.key in told for one in other.desk.findings)


def _longer(page: Page, letter: str, characters: int) -> Page:
    """The page with so many characters more at the end of a story, in its own words."""
    part = page.part(letter)
    assert isinstance(part, Story)  # shapes are stories
    part = source_of(page, part)
    if not part.paragraphs:
        return page
    *first, last = part.paragraphs
    own = "".join(one.text for one in part.paragraphs if one.kind != "subhead")
    text = last.text + (own * (characters // max(1, len(own)) + 1))[:characters]
    longer = replace(part, paragraphs=(*first, replace(last, passage=replace(last.passage, text=text))))
    return replace(page, parts=tuple(longer if one.letter == part.letter else one for one in page.parts))
