"""The order in which stories are read: a page is parted where a line can be drawn through the white, right across
first, else down; stacks then follow one another from left to right.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

from jxprint.geometry import Rect

_TOUCH = 2.0


class _Boxed(Protocol):
    @property
    def box(self) -> Rect: ...


T = TypeVar("T", bound=_Boxed)


def in_order(parts: Sequence[T]) -> list[T]:
    """Parts as they are read."""
    if len(parts) < 2:
        return list(parts)
    for start, end in ((_top, _bottom), (_left, _right)):
        groups = _parted(parts, start, end)
        if len(groups) > 1:
            return [one for group in groups for one in in_order(group)]
    return sorted(parts, key=lambda one: (round(one.box.y / 12), one.box.x))


def _top(box: Rect) -> float:
    return box.y


def _bottom(box: Rect) -> float:
    return box.bottom


def _left(box: Rect) -> float:
    return box.x


def _right(box: Rect) -> float:
    return box.right


def _parted(parts: Sequence[T], start: Callable[[Rect], float], end: Callable[[Rect], float]) -> list[list[T]]:
    groups: list[list[T]] = []
    foot = 0.0
    for one in sorted(parts, key=lambda part: start(part.box)):
        if groups and start(one.box) < foot - _TOUCH:
            groups[-1].append(one)
        else:
            groups.append([one])
        foot = max(foot, end(one.box))
    return groups
