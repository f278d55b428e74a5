"""Standing type (存版): parts set for an earlier make-up of a page, used again where nothing about them changed.

An editor changes one story; the others, their lines and their places are taken as they stand. A part is set anew
when its copy, its columns, the style, the grid or the faces are others than before.
"""

from __future__ import annotations

from msgspec import Struct

from jxprint.composition.desk import Desk
from jxprint.composition.drafts import Draft, Made
from jxprint.composition.dummy import Area
from jxprint.composition.frame import Frame
from jxprint.fonts import Library
from jxprint.model import HouseStyle, Part, Story

# A desk works on a page, or a few; an edition of a hundred comes by once and gains nothing from standing type.
_PAGES = 4


class _StandingPart(Struct):
    """A part as it was set, and where it was placed last: (top row, rows, what was made)."""

    part: Part
    area: Area
    draft: Draft
    placed: tuple[int, int, Made] | None = None


class StandingType:
    """The parts of one page that stand, for one style, frame and library."""

    def __init__(self, desk: Desk) -> None:
        self._made_for = _circumstances(desk)
        self._parts: dict[str, _StandingPart] = {}

    def serves(self, desk: Desk) -> bool:
        """Whether the page is still set under the same circumstances."""
        return self._made_for == _circumstances(desk)

    def draft(self, desk: Desk, part: Part) -> Draft | None:
        """The part's draft, None where it has to be made."""
        if isinstance(part, Story) and part.jump_from is not None and not part.paragraphs:
            return None  # its text is another part's
        known = self._parts.get(part.letter)
        if known is None or known.area != desk.areas[part.letter] or known.part != part:
            return None
        return known.draft

    def keep(self, desk: Desk, part: Part, draft: Draft) -> None:
        """Let a draft stand."""
        self._parts[part.letter] = _StandingPart(part, desk.areas[part.letter], draft)

    def place(self, part: Part, draft: Draft, top: int, rows: int) -> Made:
        """The part in its rows: as it stands there, or moved."""
        known = self._parts.get(part.letter)
        if known is None or known.draft is not draft:
            return draft.make(top, rows)
        if known.placed is None or known.placed[:2] != (top, rows):
            known.placed = top, rows, draft.make(top, rows)
        return known.placed[2]


def _circumstances(desk: Desk) -> tuple[Library, str, Frame, HouseStyle]:
    return desk.library, desk.page.language, desk.frame, desk.style


_pages: dict[str, StandingType] = {}


def standing_type(desk: Desk) -> StandingType:
    """What stands of a page, by the page's name."""
    name = desk.page.name
    standing = _pages.pop(name, None)
    if standing is None or not standing.serves(desk):
        standing = StandingType(desk)
    _pages[name] = standing
    while len(_pages) > _PAGES:
        del _pages[next(iter(_pages))]
    return standing
