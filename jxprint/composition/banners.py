"""The page's own heads: the masthead, and the main headline with its kicker and deck."""

from __future__ import annotations

import math

from jxprint.composition.desk import Desk
from jxprint.composition.drafts import Made
from jxprint.composition.frame import Room
from jxprint.composition.heads import HeadCopy, HeadFit, depth, fits_of, place_head, set_head
from jxprint.geometry import Rect
from jxprint.model import Headline, Masthead
from jxprint.placed import Article, ArticleKind


class BannerDraft:
    """Large lines of type over their columns."""

    growth = 0

    def __init__(self, desk: Desk, letter: str, kind: ArticleKind, copy: tuple[HeadCopy, ...], room: Room) -> None:
        self._desk = desk
        self._letter = letter
        self._kind: ArticleKind = kind
        self._room = room
        self._head = set_head(desk, letter, copy, room)
        main = [one for one in copy if one.role in ("masthead", "headline")]
        self._label = "".join(passage.text for one in main for passage in one.lines)
        frame = desk.frame
        self.rows = math.ceil((depth(self._head) + frame.pitch - frame.body) / frame.pitch - 1e-9)

    @property
    def head_fits(self) -> tuple[HeadFit, ...]:
        """What was done to fit the head."""
        return fits_of(self._head)

    def make(self, top: int, rows: int) -> Made:
        """See Draft."""
        frame = self._desk.frame
        x = self._room.x
        # A headline stands in the middle of its rows, that it does not hang from what is over it; a masthead only where
        # it is pinned deeper than its type.
        spare = max(0.0, frame.depth(rows) - depth(self._head))
        y = frame.y(top) + (spare / 2 if rows > self.rows or self._kind == "headline" else 0.0)
        blocks = place_head(self._head, self._letter, x, y)
        box = Rect(x, frame.y(top), self._room.width, frame.depth(rows))
        return Made(Article(self._letter, self._kind, self._label, box, tuple(blocks)))


def masthead_draft(desk: Desk, part: Masthead, room: Room) -> BannerDraft:
    """The section's own head."""
    copy = (HeadCopy((part.text,), "masthead", "masthead", "text", 0.0),)
    return BannerDraft(desk, part.letter, "masthead", copy, room)


def headline_draft(desk: Desk, part: Headline, room: Room) -> BannerDraft:
    """The page's main head."""
    return BannerDraft(desk, part.letter, "headline", headline_copy(desk, part), room)


def headline_copy(desk: Desk, part: Headline) -> tuple[HeadCopy, ...]:
    """What stands in the page's main head, with the white before each field."""
    pitch = desk.frame.pitch
    return (
        HeadCopy(part.kicker, "kicker", "kicker", "kicker", 0.0),
        HeadCopy(part.lines, "headline", "headline", "headline", 0.6 * pitch),
        HeadCopy(part.deck, "deck", "deck", "deck", 0.8 * pitch),
    )
