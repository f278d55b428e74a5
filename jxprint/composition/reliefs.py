"""What a text would have to give so that its page fits: lines, and the characters to cut for them.

A cut is seen, not reckoned: the page is made up again with it. What is left of a paragraph breaks anew, legs are
levelled anew, and a shape or text round a picture gives fewer rows than lines.
"""

from __future__ import annotations

from msgspec import Struct

from jxprint.composition.cuts import Cut, cheapest_cuts, last_cuts, paragraphs_before, shortened
from jxprint.composition.drafts import bare
from jxprint.composition.inner_heads import InnerHeadDraft
from jxprint.composition.making_up import MadeUp, is_over, make_up
from jxprint.composition.texts import LegsDraft, TextDraft
from jxprint.composition.vertical_stories import VerticalStoryDraft
from jxprint.model import Standfirst, Story

# How often a cut is made deeper that is not enough.
_TRIES = 8
# After so many cuts more that win no row, something else than this text is in the way.
_IDLE = 2
# No newspaper page holds more characters than this; of longer texts the first reckoning has to do.
_MOST_SET = 30_000


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
            if part.rows is not None:
                excess = made.drafts[part.letter].rows - part.rows
            if excess > 0:
                rows[part.letter] = excess
    return rows


def relief(made: MadeUp, letter: str, rows: int) -> Relief | None:
    """What a text gives where it has to be so many rows shallower; None where the part is no text."""
    part, draft = made.desk.page.part(letter), bare(made.drafts[letter])
    if not isinstance(part, (Story, Standfirst)) or not isinstance(draft, TextDraft):
        return None
    lines = over = _lines_in(made, draft, rows)
    left, idle = rows, 0
    for _ in range(_TRIES):
        cuts = _cuts(made, part, draft, lines)
        if not cuts or (isinstance(draft, LegsDraft) and sum(cut.lines for cut in cuts) < lines):
            break
        if sum(len(paragraph.text) for paragraph in part.paragraphs) > _MOST_SET:
            return Relief(over, cuts)
        before, left = left, asked(make_up(shortened(made.desk.page, part, cuts), made.desk.library)).get(letter, 0)
        if not left:
            return Relief(over, cuts)
        idle = idle + 1 if left >= before else 0
        if idle > _IDLE:
            break
        lines += _lines_in(made, draft, left)
    return Relief(over, ())


def _cuts(made: MadeUp, part: Story | Standfirst, draft: TextDraft, lines: int) -> tuple[Cut, ...]:
    before = paragraphs_before(made, part)
    if isinstance(draft, VerticalStoryDraft):
        return last_cuts(part.paragraphs, lines, draft.measure / made.desk.frame.body, before)
    return cheapest_cuts(draft.set_paragraphs, lines, before)


def _lines_in(made: MadeUp, draft: TextDraft, rows: int) -> int:
    """The lines that stand in the last rows of a text; of vertical text, lines of the characters that do."""
    if isinstance(draft, VerticalStoryDraft):
        return max(1, round(draft.characters(rows) * made.desk.frame.body / draft.measure))
    return lines_in(draft, rows)


def lines_in(draft: LegsDraft, rows: int) -> int:
    """The lines that stand in the last rows of a text in legs."""
    if isinstance(draft, InnerHeadDraft):
        room = sum(max(0, draft.rows - rows - offset) for offset in draft.offsets)
    else:
        room = max(0, max(draft.counts, default=0) - rows) * draft.legs
    return max(1, draft.lines - room)
