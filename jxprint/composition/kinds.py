"""Which draft each kind of part becomes. A new kind is a row here; what a common page has none of is loaded with the
first part that needs it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from jxprint.composition.banners import headline_draft, masthead_draft
from jxprint.composition.desk import Desk
from jxprint.composition.drafts import Draft
from jxprint.composition.drawing import drawing_of
from jxprint.composition.frame import Room
from jxprint.composition.pictures import PictureDraft
from jxprint.composition.standfirsts import StandfirstDraft
from jxprint.composition.stories import StoryDraft
from jxprint.model import Headline, Masthead, Part, Picture, PullQuote, Standfirst, Story


def draft_of(desk: Desk, part: Part) -> Draft:
    """The part's draft over its columns; what is wrong with it goes to the desk's findings."""
    return draft_in(desk, part, desk.room(part.letter))


def draft_in(desk: Desk, part: Part, room: Room) -> Draft:
    """The part's draft in a room of its own."""
    return _DRAFTS[type(part)](desk, part, room)


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
    if len(drawing_of(desk.page.dummy).pieces[part.letter]) > 1:
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


# A row's function takes parts of its own type alone.
_DRAFTS: dict[type[Part], Callable[[Desk, Any, Room], Draft]] = {
    Masthead: masthead_draft,
    Headline: _headline,
    Standfirst: StandfirstDraft,
    Picture: PictureDraft,
    PullQuote: _pull_quote,
    Story: _story,
}
