"""Where the stories of a page that jump (转版) are parted, whether the page fits or not.

On a page that is over, such a story has the fewest rows that it may have, so the parts that it goes on in are reckoned
with the most text that they can get: what is told of them does not grow once the page fits.
"""

from __future__ import annotations

from collections.abc import Iterator

from jxprint.composition.drafts import bare
from jxprint.composition.jumping_shapes import JumpingShapeDraft
from jxprint.composition.jumps import JumpingStoryDraft
from jxprint.composition.making_up import MadeUp, make_up
from jxprint.errors import FontError
from jxprint.fonts import Library
from jxprint.model import Page, Story
from jxprint.placed import Cut


def partings(made: MadeUp) -> tuple[Cut, ...]:
    """The cut of every story that goes on elsewhere. One that cannot be parted goes on with its last paragraph where
    its rows hold it all, else as a whole.
    """
    return tuple(_partings(made))


def partings_of(page: Page, library: Library) -> tuple[Cut, ...]:
    """The same of a page that was refused; none where a role has no face."""
    try:
        return partings(make_up(page, library))
    except FontError:
        return ()


def _partings(made: MadeUp) -> Iterator[Cut]:
    for part in made.desk.page.parts:
        if not isinstance(part, Story) or part.jump_to is None or not part.paragraphs:
            continue
        letter, draft = part.letter, bare(made.drafts[part.letter])
        cut, holds_all = None, False
        if isinstance(draft, JumpingShapeDraft):
            stretches = made.plan.stretches[letter]
            cut, holds_all = draft.cut_in(stretches), sum(one.rows for one in stretches) >= draft.lines
        elif isinstance(draft, JumpingStoryDraft):
            rows = made.plan.rows[letter]
            taking = draft.taking(rows)
            cut = None if taking is None else taking.cut
            holds_all = (rows - draft.head_rows) * draft.legs >= draft.lines
        yield cut or Cut(letter, len(part.paragraphs) - 1 if holds_all else 0, 0)
