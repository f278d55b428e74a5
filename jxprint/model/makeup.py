"""What a house says of make-up (版面检查): how grave each rule is, its limits, and what a page is allowed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct, field

from jxprint.errors import Place

MakeupLevel = Literal["error", "warning", "note", "off"]

# Every rule of the night desk and how grave it is where the house says nothing. Errors are what no paper prints: text
# off its page, text that cannot be followed, and what the law forbids (Advertising Law of the PRC, article 14).
MAKEUP_RULES: Mapping[str, MakeupLevel] = {
    "tombstone": "warning",
    "close-heads": "warning",
    "stacked-heads": "warning",
    "stranded-head": "warning",
    "stranded-subhead": "warning",
    "head-span": "warning",
    "lead-head": "warning",
    "long-lines": "warning",
    "split-across": "warning",
    "split-down": "warning",
    "full-column": "warning",
    "hole": "warning",
    "white-beside": "warning",
    "backward-legs": "error",
    "reading-order": "warning",
    "caption-away": "warning",
    "low-resolution": "warning",
    "fine-picture": "note",
    "off-grid": "error",
    "outside": "error",
    "on-the-fold": "warning",
    "unmarked-advertisement": "error",
    "folio": "error",
    "twice": "warning",
    "other-format": "warning",
    "nameplate": "warning",
}


class MakeupStyle(Struct, frozen=True):
    """Levels by rule where the house has its own, and limits.

    `hole_rows`: white deeper than this many rows of the grid is a hole. `head_rows`: heads of neighbouring stacks keep
    this many rows apart. `lines_under_head`: so many lines of text stand under a head. `caption_rows`: a caption stands
    no further from its picture. `dpi`: what a picture has at least in pixels an inch as printed, and three times which
    is more than any press shows.
    """

    levels: Mapping[str, MakeupLevel] = field(default_factory=dict)
    hole_rows: float = 2.0
    head_rows: float = 3.0
    lines_under_head: int = 2
    caption_rows: float = 2.0
    dpi: float = 150.0

    def level(self, rule: str) -> MakeupLevel:
        """How grave a finding of this rule is."""
        return self.levels.get(rule) or MAKEUP_RULES[rule]


class Accepted(Struct, frozen=True):
    """A finding that an editor has seen and lets stand, by its short name, and where that is said."""

    name: str
    place: Place = Place()


class PageMakeup(Struct, frozen=True):
    """What a page says of its own make-up: accepted findings; whether it is restored from a text (复原版), so that its
    make-up is told and never refused.
    """

    accepted: tuple[Accepted, ...] = ()
    reconstructed: bool = False
