"""What the make-up needs to know of a part before it has a place: how deep it is, how far it may grow, how to set it.

Every kind of part answers the same three questions, so that the make-up never asks what a part is.
"""

from __future__ import annotations

from typing import Protocol

from msgspec import Struct, field

from jxprint.placed import Article, Cut, Shape


class Made(Struct, frozen=True):
    """A part in its place: the article, artifacts painted under it, and where a story that jumps was cut."""

    article: Article
    under: tuple[Shape, ...] = field(default=())
    cut: Cut | None = None


class Draft(Protocol):
    """A part that knows its depth: `rows` at the least, `growth` rows more where there is white to fill."""

    @property
    def rows(self) -> int:
        """The least depth in rows of the grid."""

    @property
    def growth(self) -> int:
        """How many rows it takes on gladly (pictures); 0 for text."""

    def make(self, top: int, rows: int) -> Made:
        """The part placed with its head in row `top`, `rows` deep."""
