"""What a text would have to give so that its page fits: lines, and the characters to cut for them.

A cut is seen, not reckoned: the page is made up again with it. What is left of a paragraph breaks anew, legs are
levelled anew, and a shape or text round a picture gives fewer rows than lines.
"""

from __future__ import annotations

from bisect import bisect_left
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
)
from jxprint.composition.drafts import bare
from jxprint.composition.inner_heads import InnerHeadDraft
from jxprint.composition.making_up import MadeUp
from jxprint.composition.side_heads import SideHeadDraft
from jxprint.composition.stories import StoryDraft, set_freely
from jxprint.composition.texts import LegsDraft, TextDraft
from jxprint.composition.trials import Outcome, outcome
from jxprint.composition.vertical_stories import VerticalStoryDraft
from jxprint.composition.wrapped_stories import WrappedStoryDraft
from jxprint.model import Standfirst, Story

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


def relief(made: MadeUp, letter: str, rows: int, *, whole: bool = True) -> Relief | None:
    """What a text gives where it has to be so many rows shallower; None where the part is no text. Where not `whole`,
    shapes may stay too short for what they are drawn in.
    """
    part, draft = made.desk.page.part(letter), bare(made.drafts[letter])
    if not isinstance(part, (Story, Standfirst)) or not isinstance(draft, TextDraft):
        return None
    copy, reckoned = copy_to_cut(made, part, draft, rows)
    before = paragraphs_before(made, part)
    lengths = [len(paragraph.text) for paragraph in part.paragraphs]
    if sum(lengths) > _MOST_SET or (isinstance(draft, WrappedStoryDraft) and max(lengths, default=0) > _LONGEST):
        cuts = cheapest_cuts(copy, reckoned, before)
        return given(cuts) if _lines(cuts) >= reckoned else Relief(reckoned, ())

    def seen(cuts: tuple[Cut, ...]) -> Outcome:
        return outcome(made, {letter: cuts}, (letter,))

    most = sum(len(one.characters) for one in copy)
    cheapest = _Way(partial(cheapest_cuts, copy, before=before), seen, whole)
    at_end = _Way(partial(last_cuts, copy, before=before), seen, whole)
    best, first = _least(cheapest, min(reckoned, most), most), min(reckoned, most)
    if best:  # the end of the text is better only where it comes to fewer characters
        first = most = bisect_left(range(most), True, lo=1, key=lambda lines: _more(at_end.cutting(lines), best)) - 1
    # Shapes that stand with no number of lines less stand with none at the end either.
    ends = _least(at_end, first, most) if best or not made.plan.stretches else ()
    found = [given(cuts) for cuts in (best, ends) if cuts]
    return min(found, key=lambda one: one.characters, default=Relief(reckoned, ()))


def _more(cuts: Sequence[Cut], best: Sequence[Cut]) -> bool:
    """Whether some cuts come to as many characters as others, or more."""
    return sum(cut.characters for cut in cuts) >= sum(cut.characters for cut in best)


class _Way(Struct, frozen=True):
    """A way to cut a text by so many lines, and what is seen of the page then."""

    cutting: Callable[[int], tuple[Cut, ...]]
    seen: Callable[[tuple[Cut, ...]], Outcome]
    whole: bool

    def is_over(self, lines: int) -> bool:
        """Whether so many lines fewer are not enough."""
        return self.seen(self.cutting(lines)).is_over

    def does(self, lines: int) -> bool:
        """Whether they are, with all shapes as they are drawn."""
        return self.seen(self.cutting(lines)).does(whole=self.whole)


def _least(way: _Way, first: int, most: int) -> tuple[Cut, ...]:
    """The cut of the fewest lines that does, none where no cut does. For the fewest with which nothing is over `first`
    is tried, then further and further numbers, up or down, and then halves; on a page with shapes more may be too much,
    and one may stand as it is drawn with a few lines fewer or more.
    """
    high, step = first, 1
    low = high - 1
    if most < 1:
        return ()
    if not way.is_over(high):
        while low > 0 and not way.is_over(low):
            low, high, step = max(0, low - step * 2), low, step * 2
    else:
        while way.is_over(high):
            if high >= most:
                return ()
            low, high, step = high, min(most, high + step), step * 2
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if way.is_over(middle) else (low, middle)
    near = [fewer for fewer in range(max(1, high - 1 - NEAR), high) if way.does(fewer)]
    if near:
        return way.cutting(near[0])
    found = _onwards(way, high, most)
    return () if found is None else way.cutting(found)


def _onwards(way: _Way, first: int, most: int) -> int | None:
    """The least number from one on that does; of many, some are looked at."""
    step = -(-max(1, most - first) // _MOST_SOUGHT)
    found = next((count for count in range(first, most + 1, step) if way.does(count)), None)
    if found is None:
        return None
    return next((fewer for fewer in range(max(first, found - step + 1), found) if way.does(fewer)), found)


def given(cuts: tuple[Cut, ...]) -> Relief:
    """What some cuts come to."""
    return Relief(_lines(cuts), cuts)


def _lines(cuts: Sequence[Cut]) -> int:
    return sum(cut.lines for cut in cuts)


def copy_to_cut(made: MadeUp, part: Story | Standfirst, draft: TextDraft, rows: int) -> tuple[Sequence[Lines], int]:
    """A text as it may be cut, and how many of its lines are reckoned to be too many where it is so many rows too deep;
    of vertical text, the lines that it has in the rows that are left, or in the fewest that it can stand in.
    """
    if isinstance(draft, VerticalStoryDraft):
        legs = draft.columns_in(max(draft.rows - rows, draft.least_rows))
        assert legs is not None  # in so many rows there are columns
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
