"""What the make-up needs to know of a part before it has a place: how deep it is, how far it may grow, how to set it.

Every kind of part answers the same three questions, so that the make-up never asks what a part is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol, TypeGuard

from msgspec import Struct, field

from jxprint.composition.capacity import Shape as Need
from jxprint.composition.shaping import Stretch
from jxprint.errors import Finding
from jxprint.placed import Article, Cut, PlacedOrnament, Shape


class Made(Struct, frozen=True):
    """A part in its place: the article, None where it is decoration alone, and artifacts: shapes under it, artwork on
    these, and shapes over everything; and where a story that jumps was cut.
    """

    article: Article | None
    under: tuple[Shape, ...] = field(default=())
    ornaments: tuple[PlacedOrnament, ...] = field(default=())
    over: tuple[Shape, ...] = field(default=())
    cut: Cut | None = None


def bare(draft: Draft) -> Draft:
    """What stands in a box; a draft without one is itself."""
    inner: Draft | None = getattr(draft, "inner", None)
    return draft if inner is None else inner


class Draft(Protocol):
    """A part that knows its depth: `rows` at the least, `growth` rows more where there is white to fill."""

    @property
    def rows(self) -> int:
        """The least depth in rows of the grid."""

    @property
    def growth(self) -> int:
        """How many rows it takes on gladly: pictures, and stories that go on elsewhere; 0 for other text."""

    def make(self, top: int, rows: int) -> Made:
        """The part placed with its head in row `top`, `rows` deep."""


class Shaped(Protocol):
    """A part that is no rectangle: it says what its columns have to hold, and is placed in their rows. `opened` are
    rows of white that its head takes.
    """

    spare: int
    opened: int

    @property
    def lines(self) -> int:
        """Lines of text that the copy takes."""

    @property
    def shape(self) -> Need:
        """What the page's rows have to hold."""

    def deal(self, stretches: Sequence[Stretch]) -> list[int] | None:
        """Lines in each stretch, None where it needs more."""

    def stands(self, stretches: Sequence[Stretch]) -> bool:
        """Whether its text stands in all its columns as they are drawn."""

    def complaint(self, stretches: Sequence[Stretch]) -> Finding | None:
        """What is wrong with the stretches that it got, beyond their being too many."""

    def fill(self, top: int, rows: int, stretches: Sequence[Stretch]) -> Made:
        """The part placed with its head in row `top`, `rows` deep at its deepest, its text in the stretches."""


class Holding(Protocol):
    """A part that others stand within."""

    @property
    def inside(self) -> Iterator[tuple[str, Draft, int, int]]:
        """What stands within: letter, draft, its first row from this part's, and its rows."""


class Filling(Protocol):
    """A text that takes all the rows it can get, before a picture grows."""

    fills: bool


class Stepping(Protocol):
    """A part that is shallower at smaller sizes of type: it takes the largest that the page has rows for."""

    def step_back(self) -> None:
        """Take the largest size that goes into the page."""

    def step_down(self) -> bool:
        """Take the next smaller size that wins a row; false where there is none."""


class Tightening(Protocol):
    """A text that can be set in less, its marks squeezed."""

    def tightened(self) -> Draft | None:
        """The same text a row shallower; None where the copy cannot give the lines."""


# A protocol's own check goes through all its names each time, which on a page of thirty parts takes a millisecond.


def is_shaped(draft: object) -> TypeGuard[Shaped]:
    """Whether the part is no rectangle."""
    return hasattr(draft, "deal")


def is_holding(draft: object) -> TypeGuard[Holding]:
    """Whether others may stand within the part."""
    return hasattr(draft, "inside")


def is_filling(draft: object) -> TypeGuard[Filling]:
    """Whether the part is a text that takes all the rows it can get."""
    return hasattr(draft, "fills")


def is_stepping(draft: object) -> TypeGuard[Stepping]:
    """Whether the part may be set smaller while the page is made up."""
    return hasattr(draft, "step_down")


def is_tightening(draft: object) -> TypeGuard[Tightening]:
    """Whether the part is a text that can be set in less."""
    return hasattr(draft, "tightened")
