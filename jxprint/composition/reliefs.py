"""What a text would have to give so that its page fits: lines, and the characters to cut for them.

A cut is seen, not reckoned: the page is made up again with it. What is left of a paragraph breaks anew, legs are
levelled anew, and a shape or text round a picture gives fewer rows than lines.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from jxprint.composition.beside_heads import BesideHeadDraft
from jxprint.composition.cuts import (
    Cut,
    Lines,
    cheapest_cuts,
    cut_lines,
    last_cuts,
    lines_of,
    paragraphs_before,
    shortened,
)
from jxprint.composition.drafts import bare
from jxprint.composition.inner_heads import InnerHeadDraft
from jxprint.composition.making_up import MadeUp, is_over, make_up
from jxprint.composition.side_heads import SideHeadDraft
from jxprint.composition.stories import StoryDraft, set_freely
from jxprint.composition.texts import LegsDraft, TextDraft
from jxprint.composition.vertical_stories import VerticalStoryDraft
from jxprint.composition.wrapped_stories import WrappedStoryDraft
from jxprint.model import Page, Standfirst, Story

# Near the least cut found there may be a smaller one: legs that may not end with a subhead take a row more.
NEAR = 3
# No newspaper page holds more characters than this; of longer texts the first reckoning has to do.
_MOST_SET = 30_000
# Nor has a paragraph more that runs round something: it takes its time to set, and would be set a hundred times.
_LONGEST = 1_000
# More counts of lines than these are not looked through for one with which all shapes stand.
_MOST_SOUGHT = 24


class Relief(Struct, frozen=True):
    """The `lines` that a text is over if it alone gives, and the cuts that were seen to do; none where no cut does."""

    lines: int
    cuts: tuple[Cut, ...]

    @property
    def characters(self) -> int:
        """How many characters all cuts come to."""
        return sum(cut.characters for cut in self.cuts)


def asked(made: MadeUp) -> dict[str, int]:
    """By how many rows each part whose copy decides its depth would have to be shallower if it alone gave what the
    stacks through it are over; and by how many those are over that an editor pinned.
    """
    rows = {}
    if is_over(made):
        for part in made.desk.page.parts:
            excess = made.plan.excess.get(part.letter, 0)
            if part.letter in made.plan.cramped:
                excess = max(1, made.plan.cramped[part.letter] // len(made.plan.stretches[part.letter]))
            elif part.rows is not None:
                excess = made.drafts[part.letter].rows - part.rows
            if excess > 0:
                rows[part.letter] = excess
    return rows


def relief(made: MadeUp, letter: str, rows: int) -> Relief | None:
    """What a text gives where it has to be so many rows shallower; None where the part is no text."""
    part, draft = made.desk.page.part(letter), bare(made.drafts[letter])
    if not isinstance(part, (Story, Standfirst)) or not isinstance(draft, TextDraft):
        return None
    copy, reckoned = copy_to_cut(made, part, draft, rows)
    before = paragraphs_before(made, part)
    lengths = [len(paragraph.text) for paragraph in part.paragraphs]
    if sum(lengths) > _MOST_SET or (isinstance(draft, WrappedStoryDraft) and max(lengths, default=0) > _LONGEST):
        cuts = cheapest_cuts(copy, reckoned, before)
        return given(cuts) if _lines(cuts) >= reckoned else Relief(reckoned, ())

    def is_enough(cuts: Sequence[Cut]) -> bool:
        return is_mended(made, (letter,), shortened(made.desk.page, part, cuts))

    lines = reckoned, sum(len(one.characters) for one in copy)
    ways = [partial(way, copy, before=before) for way in (cheapest_cuts, last_cuts)]
    found = [given(cuts) for cutting in ways if (cuts := _least(cutting, is_enough, lines))]
    if not found and made.plan.stretches and (cuts := _sought(ways[0], is_enough, lines)):
        found = [given(cuts)]
    return min(found, key=lambda one: one.characters, default=Relief(reckoned, ()))


_Cutting = Callable[[int], tuple[Cut, ...]]
_IsEnough = Callable[[Sequence[Cut]], bool]


def _least(cutting: _Cutting, is_enough: _IsEnough, lines: tuple[int, int]) -> tuple[Cut, ...]:
    """The cut of the fewest lines that is enough, none where no cut is: of `lines` (how many are reckoned, and all that
    there are) those are tried, then further and further ones, up or down, and then halves.
    """

    def does(count: int) -> bool:
        return is_enough(cutting(count))

    high, step = min(lines), 1
    low = high - 1
    if does(high):
        while low > 0 and does(low):
            low, high, step = max(0, low - step * 2), low, step * 2
    else:
        while not does(high):
            if high >= lines[1]:
                return ()
            low, high, step = high, min(lines[1], high + step), step * 2
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if does(middle) else (middle, high)
    near = range(high - 2, max(0, high - 2 - NEAR), -1)
    return cutting(min([high, *(fewer for fewer in near if does(fewer))]))


def _sought(cutting: _Cutting, is_enough: _IsEnough, lines: tuple[int, int]) -> tuple[Cut, ...]:
    """The same on a page with shapes, where less may be enough and more too much: a shape has to stand as it is drawn.
    All counts are tried, from half of what is reckoned on, of a long text some.
    """
    first, most = max(1, lines[0] // 2), lines[1]
    step = -(-max(1, most - first) // _MOST_SOUGHT)
    found = next((count for count in range(first, most + 1, step) if is_enough(cutting(count))), None)
    if found is None:
        return ()
    for fewer in range(found - step + 1, found):
        if is_enough(cutting(fewer)):
            return cutting(fewer)
    return cutting(found)


def is_mended(made: MadeUp, letters: Sequence[str], page: Page) -> bool:
    """Whether nothing more is asked of some texts on the page once they are cut, nothing is told or asked that was not
    before, and where it then fits, every shape stands as it is drawn.
    """
    cut = make_up(page, made.desk.library)
    told = {finding.key for finding in made.desk.findings}
    is_told = any(finding.key not in told for finding in cut.desk.findings)
    left, short = asked(cut), cut.plan.short
    is_torn = any(letter in short for letter in letters) or bool(short and not is_over(cut))
    # The stack of a shape may come out as too deep once that beside it is not.
    is_left = any(letter in left for letter in letters) or bool(left.keys() - asked(made).keys())
    return not is_left and not is_torn and not is_told


def given(cuts: tuple[Cut, ...]) -> Relief:
    """What some cuts come to."""
    return Relief(_lines(cuts), cuts)


def _lines(cuts: Sequence[Cut]) -> int:
    return sum(cut.lines for cut in cuts)


def copy_to_cut(made: MadeUp, part: Story | Standfirst, draft: TextDraft, rows: int) -> tuple[Sequence[Lines], int]:
    """A text as it may be cut, and how many of its lines are reckoned to be too many where it is so many rows too deep;
    of vertical text, the lines that it has in the rows that are left.
    """
    if isinstance(draft, VerticalStoryDraft):
        legs = draft.columns_in(draft.rows - rows)
        if legs is None:
            return (), draft.lines
        copy = [cut_lines(lines, sub) for lines, sub in zip(legs.paragraphs, legs.subheads, strict=True)]
        return copy, max(1, sum(legs.counts) - draft.capacity * draft.legs)
    is_levelled = isinstance(draft, StoryDraft | SideHeadDraft | BesideHeadDraft | InnerHeadDraft)
    is_tightened = any(one.part == part.letter and one.step == "marks" for one in made.fitted)
    if is_levelled and not is_tightened and isinstance(part, Story) and part.paragraphs and not made.desk.held:
        # A line that a paragraph took so that legs are level is taken by another once it is cut.
        return lines_of(set_freely(replace(made.desk, findings=[]), part, draft.measure)), lines_in(draft, rows)
    return lines_of(draft.set_paragraphs), lines_in(draft, rows)


def lines_taken(draft: TextDraft, rows_over: int) -> int:
    """The lines that a text takes; of vertical text, in so many rows fewer than would do for it."""
    legs = draft.columns_in(draft.rows - rows_over) if isinstance(draft, VerticalStoryDraft) else None
    return draft.lines if legs is None else sum(legs.counts)


def lines_in(draft: LegsDraft, rows: int) -> int:
    """The lines that stand in the last rows of a text in legs."""
    if isinstance(draft, InnerHeadDraft):
        room = sum(max(0, draft.rows - rows - offset) for offset in draft.offsets)
    else:
        room = max(0, max(draft.counts, default=0) - rows) * draft.legs
    return max(1, draft.lines - room)
