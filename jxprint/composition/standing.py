"""Standing type (存版): parts set for an earlier make-up of a page, used again where nothing about them changed.

An editor changes one story; the others, their lines and their places are taken as they stand. A part is set anew
when its copy, its columns, the style, the grid or the faces are others than before.
"""

from __future__ import annotations

from msgspec import Struct

from jxprint.composition.desk import Desk
from jxprint.composition.drafts import Draft, Made, is_shaped
from jxprint.composition.drawing import Area, drawing_of
from jxprint.composition.dummy import Plan
from jxprint.composition.frame import Frame
from jxprint.composition.shaping import Stretch
from jxprint.fonts import Library
from jxprint.model import Ear, HouseStyle, Nameplate, Part, Story

# A desk works on a page, or a few; an edition of a hundred comes by once and gains nothing from standing type.
_PAGES = 4

# The row a part starts in, how many it takes, and the rows of its text where it is no rectangle.
_Rows = tuple[int, int, tuple[Stretch, ...]]


# Where a part stands in the dummy: its columns; of one with corners its pieces too; and what stands within it.
_Stands = tuple[Area | None, tuple[tuple[int, int, int, int], ...], tuple[Part, ...]]


def _stands(desk: Desk, part: Part) -> _Stands:
    drawing = drawing_of(desk.page.dummy)
    pieces = drawing.pieces.get(part.letter, ())
    shape = () if len(pieces) < 2 else tuple((one.column, one.span, one.top, one.foot) for one in pieces)
    inside = tuple(one for one in desk.page.parts if one.within is not None and one.within.letter == part.letter)
    return desk.areas.get(part.letter), shape, inside


class _StandingPart(Struct):
    """A part as it was set, and where it was placed last: (top row, rows, what was made)."""

    part: Part
    stands: _Stands
    draft: Draft
    placed: tuple[_Rows, Made] | None = None


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
        if part.letter in desk.kept:
            return None  # what it takes is the page's affair
        known = self._parts.get(part.letter)
        if known is None or known.part != part or known.stands != _stands(desk, part):
            return None
        return known.draft

    def keep(self, desk: Desk, part: Part, draft: Draft) -> None:
        """Let a draft stand; the depth of a nameplate and of its ears is the others' affair as well."""
        if not isinstance(part, (Ear, Nameplate)) and part.letter not in desk.kept:
            self._parts[part.letter] = _StandingPart(part, _stands(desk, part), draft)

    def place(self, part: Part, draft: Draft, plan: Plan) -> Made:
        """The part in its rows: as it stands there, or moved."""
        known = self._parts.get(part.letter)
        rows = plan.top[part.letter], plan.rows[part.letter], plan.stretches.get(part.letter, ())
        if known is None or known.draft is not draft:
            return _made(draft, rows)
        if known.placed is None or known.placed[0] != rows:
            known.placed = rows, _made(draft, rows)
        return known.placed[1]


def _made(draft: Draft, rows: _Rows) -> Made:
    top, depth, stretches = rows
    return draft.fill(top, depth, stretches) if is_shaped(draft) else draft.make(top, depth)


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
