"""Furniture of a page: nameplate (报头), ears (报眼), tables (表格) and lists (提示栏)."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from jxprint.errors import Place
from jxprint.model.copy import Passage
from jxprint.model.parts import _Placeable

Beside = Literal["below", "left", "right"]
ColumnAlign = Literal["start", "centre", "end", "decimal"]

_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_HAN = "一二三四五六七八九"
# What counts in a mark, and how far.
MOST_COUNTED = {"①": 20, "一": 99, "1": 999}


class Nameplate(_Placeable, frozen=True, kw_only=True):
    """The nameplate of page one (报头): the paper's name, and its lines (date, issue, CN number …) below it or at a
    side. `lines_rule` names the rule over the lines, `separator` the one upright between two of them.
    """

    text: Passage
    lines: tuple[Passage, ...] = ()
    lines_at: Beside = "below"
    lines_rule: str | None = None
    separator: str | None = None


class Ear(_Placeable, frozen=True, kw_only=True):
    """An ear (报眼) beside the nameplate: a title and a few lines, all centred."""

    title: tuple[Passage, ...] = ()
    lines: tuple[Passage, ...] = ()


class DataTable(_Placeable, frozen=True, kw_only=True):
    """A table (表格): `cells` row by row, all rows of one length, none empty; the first `header_rows` of them are
    heads. `align` says how each column stands, empty: figures at their decimal point, words at the start. `grid` draws
    rules between rows and columns as well.
    """

    cells: tuple[tuple[Passage, ...], ...]
    header_rows: int = 1
    align: tuple[ColumnAlign, ...] = ()
    grid: bool = False
    title: tuple[Passage, ...] = ()
    note: tuple[Passage, ...] = ()


class ItemList(_Placeable, frozen=True, kw_only=True):
    """A list (列表、提示栏): a title, and items behind a mark of their own, in `legs` legs. Of a table of contents
    (导读) `pages` are the numbers of the pages that its items lead to, one each; other lists have none.
    """

    items: tuple[Passage, ...]
    mark: Mark
    title: tuple[Passage, ...] = ()
    legs: int | None = None
    pages: tuple[int, ...] = ()

    @property
    def marks(self) -> tuple[Passage, ...]:
        """The mark of each item, which is text: it is read before the item."""
        return tuple(Passage(self.mark.of(number), self.mark.place) for number in range(1, len(self.items) + 1))


class Mark(Struct, frozen=True):
    """What stands before the items of a list: `sign` as it is, but that a ①, 一 or 1 in it counts."""

    sign: str = "•"
    place: Place = Place()

    @property
    def counts(self) -> str:
        """The character of the sign that counts; empty where none does."""
        return next((one for one in MOST_COUNTED if one in self.sign), "")

    def of(self, number: int) -> str:
        """The mark of an item, numbered from 1."""
        counting = self.counts
        if not counting:
            return self.sign
        said = str(number) if counting == "1" else _in_han(number) if counting == "一" else _CIRCLED[number - 1]
        return self.sign.replace(counting, said, 1)


def _in_han(number: int) -> str:
    """Up to 99, as in 十、十一、二十 (GB/T 15835)."""
    tens, ones = divmod(number, 10)
    return ("" if tens < 2 else _HAN[tens - 1]) + ("十" if tens else "") + (_HAN[ones - 1] if ones else "")
