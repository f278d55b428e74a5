"""A page: its sheet, its grid, its dummy and its parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from jxprint.errors import Place
from jxprint.model.copy import Passage
from jxprint.model.makeup import PageMakeup
from jxprint.model.parts import Jump, Part, Story
from jxprint.model.style import HouseStyle

if TYPE_CHECKING:
    from jxprint.model.resetting import Resetting  # few pages are re-settings


class Sheet(Struct, frozen=True):
    """Trim size and margins (天头 head, 地脚 foot, left, right) and bleed, all in points."""

    width_pt: float
    height_pt: float
    head_pt: float
    foot_pt: float
    left_pt: float
    right_pt: float
    bleed_pt: float = 0.0


class Grid(Struct, frozen=True):
    """Base columns (基本栏) and baseline grid: `columns` of `measure_em`, `gap_em` between, pitch in points."""

    columns: int
    measure_em: float
    gap_em: float
    body_pt: float
    pitch_pt: float

    def span_em(self, columns: int) -> float:
        """The measure of `columns` base columns with the gaps between them, in ems of the body type."""
        return columns * self.measure_em + (columns - 1) * self.gap_em


class Dummy(Struct, frozen=True):
    """The drawn plan (版样): rows of letters, one letter a base column; `place` is where the drawing's first row
    stands in page.toml. `description` has already seen to it that each letter's shape is in one piece, and a rectangle
    but for stories that run across.
    """

    rows: tuple[tuple[str, ...], ...]
    place: Place = Place()

    def sides(self, letter: str) -> tuple[set[int], set[int]]:
        """The columns at which a part ends to the left, on some row, and those at which it ends to the right."""
        cells = {(at, column) for at, row in enumerate(self.rows) for column, one in enumerate(row) if one == letter}
        lefts = {column for row, column in cells if (row, column - 1) not in cells}
        return lefts, {column for row, column in cells if (row, column + 1) not in cells}

    def narrowest(self, letter: str) -> int:
        """The fewest columns from one at which a part ends to the left to one at which it ends to the right."""
        lefts, rights = self.sides(letter)
        return min(right - left + 1 for left in lefts for right in rights if right >= left)


class Folio(Struct, frozen=True):
    """The folio line (报眉) above the type area; each piece may be missing, and the row is kept all the same. Of pieces
    that were put together from several, `places` say where each stands.
    """

    left: Passage | None = None
    centre: Passage | None = None
    right: Passage | None = None
    places: tuple[tuple[str, Place], ...] = ()

    @property
    def pieces(self) -> tuple[Passage | None, Passage | None, Passage | None]:
        """Its pieces from left to right."""
        return self.left, self.centre, self.right


class Page(Struct, frozen=True):
    """A page as an editor thinks of it. `parts` stand in reading order; `file` is its page.toml.

    `title` names the document for readers and libraries; `language` is a BCP 47 tag. `numbers` are those that it has in
    its edition (版序): one, two of a double truck (通版), none of a page that stands alone; `section` is its
    name there (版名). `resetting` is what it says of being set anew from a printed page (重排).
    """

    name: str
    title: str
    sheet: Sheet
    grid: Grid
    dummy: Dummy
    parts: tuple[Part, ...]
    style: HouseStyle
    folio: Folio = Folio()
    language: str = "zh-CN"
    file: str = ""
    numbers: tuple[int, ...] = ()
    makeup: PageMakeup = PageMakeup()
    section: str = ""
    resetting: Resetting | None = None

    @property
    def jumps(self) -> bool:
        """Whether any story of the page goes on elsewhere, or comes from there."""
        return any(isinstance(part, Story) and bool(part.jump_to or part.jump_from) for part in self.parts)

    def has(self, jump: Jump) -> bool:
        """Whether a jump leads to, or comes from, a part of this very page."""
        return jump.page is None or self.is_named_by(jump)

    def is_named_by(self, jump: Jump) -> bool:
        """Whether a jump names this page by its number: a double truck by either of its numbers, or by both."""
        return is_named_by(self.numbers, jump)

    def number_of(self, letter: str) -> int | None:
        """The number of the page that a part stands on: of a double truck that of the half in which it begins. None of
        a page that has none.
        """
        return number_of(self.numbers, self.dummy, letter)

    def part(self, letter: str) -> Part:
        """The part drawn with `letter`; raises KeyError where there is none."""
        for part in self.parts:
            if part.letter == letter:
                return part
        raise KeyError(letter)


def is_named_by(numbers: tuple[int, ...], jump: Jump) -> bool:
    """See Page; of the numbers alone."""
    return jump.page in numbers and (jump.last is None or numbers == (jump.page, jump.last))


def number_of(numbers: tuple[int, ...], dummy: Dummy, letter: str) -> int | None:
    """See Page; of the numbers and the dummy alone."""
    if len(numbers) < 2:
        return next(iter(numbers), None)
    drawn = [row.index(letter) + 0.5 for row in dummy.rows if letter in row]
    return numbers[bool(drawn) and min(drawn) * 2 > len(dummy.rows[0])]


def rows_between(sheet: Sheet, grid: Grid) -> int:
    """The rows of the grid that a sheet's type area (版心) has."""
    depth = sheet.height_pt - sheet.head_pt - sheet.foot_pt
    return int((depth + grid.pitch_pt - grid.body_pt) / grid.pitch_pt + 1e-9)
