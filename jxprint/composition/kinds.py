"""Which draft each kind of part becomes. A new kind is a row here; what a common page has none of is loaded with the
first part that needs it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from msgspec.structs import replace

from jxprint.composition.banners import headline_draft, masthead_draft
from jxprint.composition.desk import Desk
from jxprint.composition.drafts import Draft
from jxprint.composition.drawing import drawing_of
from jxprint.composition.frame import Room
from jxprint.composition.pictures import PictureDraft
from jxprint.composition.standfirsts import StandfirstDraft
from jxprint.composition.stories import StoryDraft
from jxprint.model import (
    Advertisement,
    DataTable,
    Ear,
    Headline,
    ItemList,
    Masthead,
    Nameplate,
    Ornament,
    Part,
    Picture,
    PullQuote,
    Standfirst,
    Story,
)


def draft_of(desk: Desk, part: Part) -> Draft:
    """The part's draft over its columns; what is wrong with it goes to the desk's findings."""
    if isinstance(part, (Ear, Nameplate)):
        part = _as_deep_as_mates(desk, part)
    return draft_in(desk, part, desk.room(part.letter))


def draft_in(desk: Desk, part: Part, room: Room) -> Draft:
    """The part's draft in a room of its own, or in what its box leaves of it. A story with corners draws its own."""
    if part.box is None or _has_corners(desk, part):
        return _DRAFTS[type(part)](desk, part, room)
    from jxprint.composition.boxes import BoxedDraft, room_within, without_box

    within = without_box(part, part.box)
    inner = _DRAFTS[type(part)](desk, within, room_within(desk, part.box, room))
    return BoxedDraft(desk, part.box, room, inner)


def _has_corners(desk: Desk, part: Part) -> bool:
    return len(drawing_of(desk.page.dummy).pieces.get(part.letter, ())) > 1


def _masthead(desk: Desk, part: Masthead, room: Room) -> Draft:
    if part.plate is None and part.line is None and part.align == "start":
        return masthead_draft(desk, part, room)
    from jxprint.composition.section_heads import SectionHeadDraft

    return SectionHeadDraft(desk, part, room)


def _nameplate(desk: Desk, part: Nameplate, room: Room) -> Draft:
    from jxprint.composition.nameplates import NameplateDraft

    return NameplateDraft(desk, part, room)


def _ear(desk: Desk, part: Ear, room: Room) -> Draft:
    from jxprint.composition.ears import EarDraft

    return EarDraft(desk, part, room)


def _as_deep_as_mates(desk: Desk, part: Ear | Nameplate) -> Ear | Nameplate:
    """A nameplate and its ears, drawn on the same rows of the dummy, are as deep as the deepest of them."""
    if part.rows is not None:
        return part
    drawn = _drawn_on(desk, part)
    mates = [
        one
        for one in desk.page.parts
        if isinstance(one, (Ear, Nameplate)) and one is not part and _drawn_on(desk, one) == drawn
    ]
    if not any(isinstance(one, Nameplate) for one in (part, *mates)):
        return part
    # What is wrong with a mate is told with itself.
    quiet = replace(desk, findings=[])
    rows = [one.rows or max(draft_in(quiet, one, desk.room(one.letter)).rows, one.min_rows or 0) for one in mates]
    return replace(part, min_rows=max([part.min_rows or 0, *rows]))


def _drawn_on(desk: Desk, part: Part) -> set[int]:
    return {row for row, letters in enumerate(desk.page.dummy.rows) if part.letter in letters}


def _table(desk: Desk, part: DataTable, room: Room) -> Draft:
    from jxprint.composition.tables import TableDraft

    return TableDraft(desk, part, room)


def _list(desk: Desk, part: ItemList, room: Room) -> Draft:
    from jxprint.composition.lists import ListDraft

    return ListDraft(desk, part, room)


def _headline(desk: Desk, part: Headline, room: Room) -> Draft:
    if part.writing == "horizontal":
        return headline_draft(desk, part, room)
    from jxprint.composition.vertical_banners import VerticalBannerDraft

    return VerticalBannerDraft(desk, part, room)


def _story(desk: Desk, part: Story, room: Room) -> Draft:
    if part.jump_to is not None or part.jump_from is not None:
        from jxprint.composition.jumps import jumping, with_rest

        part = with_rest(desk, part)
        if part.jump_to is not None:
            return jumping(desk, part, room)
    if part.writing == "vertical":
        from jxprint.composition.vertical_stories import VerticalStoryDraft

        return VerticalStoryDraft(desk, part, room)
    if part.head == "vertical":
        from jxprint.composition.side_heads import SideHeadDraft

        return SideHeadDraft(desk, part, room)
    if part.head_at == "beside":
        from jxprint.composition.beside_heads import BesideHeadDraft

        return BesideHeadDraft(desk, part, room)
    if part.head_at == "inside":
        from jxprint.composition.inner_heads import InnerHeadDraft

        return InnerHeadDraft(desk, part, room)
    if _has_corners(desk, part):
        from jxprint.composition.shaped_stories import ShapedStoryDraft

        return ShapedStoryDraft(desk, part, room)
    inside = [one for one in desk.page.parts if one.within is not None and one.within.letter == part.letter]
    if inside or part.remainder == "relative":
        from jxprint.composition.wrapped_stories import WrappedStoryDraft

        return WrappedStoryDraft(desk, part, room, inside)
    return StoryDraft(desk, part, room)


def _pull_quote(desk: Desk, part: PullQuote, room: Room) -> Draft:
    from jxprint.composition.quotes import PullQuoteDraft

    return PullQuoteDraft(desk, part, room)


def _advertisement(desk: Desk, part: Advertisement, room: Room) -> Draft:
    from jxprint.composition.advertisements import AdvertisementDraft

    return AdvertisementDraft(desk, part, room)


def _ornament(desk: Desk, part: Ornament, room: Room) -> Draft:
    from jxprint.composition.advertisements import OrnamentDraft

    return OrnamentDraft(desk, part, room)


# A row's function takes parts of its own type alone.
_DRAFTS: dict[type[Part], Callable[[Desk, Any, Room], Draft]] = {
    Nameplate: _nameplate,
    Ear: _ear,
    Masthead: _masthead,
    Headline: _headline,
    Standfirst: StandfirstDraft,
    Picture: PictureDraft,
    PullQuote: _pull_quote,
    Advertisement: _advertisement,
    Ornament: _ornament,
    Story: _story,
    DataTable: _table,
    ItemList: _list,
}
