"""Which pages stand together on a sheet: printer's spreads (4-1, 2-3) and reader's spreads (1, 2-3, 4).

A double truck (通版) has both halves of its sheet already.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from msgspec import Struct

from jxprint.errors import Finding, Place, UsageError
from jxprint.press.asked import Impose

_Page = TypeVar("_Page")


class Side(Struct, frozen=True):
    """One side of a sheet: the pages on its left and right half by their places in the edition (from 0), None for a
    half that stays white; a double truck is on both.
    """

    left: int | None
    right: int | None

    @property
    def there(self) -> tuple[int, ...]:
        """Its pages from left to right."""
        return tuple(dict.fromkeys(at for at in (self.left, self.right) if at is not None))

    @property
    def is_whole(self) -> bool:
        """Whether one page is on both halves."""
        return self.left == self.right

    @property
    def is_half_empty(self) -> bool:
        """Whether a page stands alone on one half."""
        return self.left is None or self.right is None


def plan(numbers: Sequence[tuple[int, ...]], impose: Impose, file: str = "") -> tuple[Side, ...]:
    """The sides of sheets, in order, for pages with these numbers: one, two of a double truck. Pages without numbers
    are in no edition and stand together as they come.

    Raises UsageError, at the edition's `file`, where they do not go on such sheets.
    """
    place = Place(file=file or None)
    slots = [at for at, own in enumerate(numbers) for _ in range(max(1, len(own)))]
    if len(slots) < 2:
        raise UsageError(Finding("press.page_alone", place))
    if not all(numbers):
        if len(slots) % 2:
            raise UsageError(Finding("press.odd_pages", place, {"pages": len(slots)}))
        return tuple(Side(left, right) for left, right in zip(slots[::2], slots[1::2], strict=True))
    sides = _as_printed(slots, place) if impose == "2up" else _as_read(slots, numbers[0][0])
    for number, own in enumerate(numbers):
        if len(own) > 1 and Side(number, number) not in sides:
            args = {"numbers": "-".join(map(str, own)), "middle": _middle(numbers)}
            raise UsageError(Finding("press.truck_parted", place, args))
    return sides


def _as_printed(slots: Sequence[int], place: Place) -> tuple[Side, ...]:
    """Sheets laid into each other, from the outermost in, each side in turn. Two pages are one plate for both sides of
    a sheet (自翻版, work and turn): 2-1, which turned over has each behind the other, and is cut into two leaves.
    """
    count = len(slots)
    if count % 2:
        raise UsageError(Finding("press.odd_pages", place, {"pages": count}))
    if count % 4 and count != 2:
        raise UsageError(Finding("press.not_fours", place, {"pages": count}))
    pairs = [(slots[at], slots[count - 1 - at]) for at in range(count // 2)]
    return tuple(Side(low, high) if at % 2 else Side(high, low) for at, (low, high) in enumerate(pairs))


def _as_read(slots: Sequence[int], first: int) -> tuple[Side, ...]:
    """Even pages on the left of odd ones."""
    halves: list[int | None] = [*([None] if first % 2 else []), *slots]
    if len(halves) % 2:
        halves.append(None)
    return tuple(Side(left, right) for left, right in zip(halves[::2], halves[1::2], strict=True))


def _middle(numbers: Sequence[tuple[int, ...]]) -> str:
    said = [number for own in numbers for number in own]
    at = len(said) // 2
    return f"{said[at - 1]}-{said[at]}"


def sides_of(pages: Sequence[_Page], sides: Sequence[Side]) -> list[tuple[_Page | None, ...]]:
    """Some pages by the sheets that they stand on: both halves of each, or the one page that is on both."""
    return [
        (pages[side.left or 0],)
        if side.is_whole
        else tuple(None if at is None else pages[at] for at in (side.left, side.right))
        for side in sides
    ]
