"""What wraps an edition by article, read back: the parts of every article by page, and the room that it says is theirs.

METS (`mets`) names blocks of ALTO. Others say the words themselves, and are pages of their own to be held against the
copy.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct, field

from jxprint.checker.kept.seen import Facts, KeptPage

# Loops of points in pixels of a page's image; what an odd number of them is round is within.
Ground = Sequence[Sequence[tuple[float, float]]]


class WrappedStory(Struct):
    """An article as it is wrapped: its title, its parts in order by page (from 1) and name, its grounds by page, and
    what else it is called.
    """

    title: str
    parts: list[tuple[int, str]] = field(default_factory=list)
    grounds: dict[int, list[Ground]] = field(default_factory=dict)
    others: list[str] = field(default_factory=list)

    def covers(self, page: int, x: float, y: float) -> bool:
        """Whether a point of a page is on its grounds."""
        return any(is_within(ground, x, y) for ground in self.grounds.get(page, ()))


class Wrap(Struct):
    """A file that wraps: its kind, its articles, and pages with the words that it says itself. `sizes` are those of its
    images by page, where it says any; `facts` what else it says of a page (0: of the edition), `links` the paths in the
    archive to which it leads, `file` its own.
    """

    kind: str
    stories: list[WrappedStory]
    pages: list[KeptPage] = field(default_factory=list)
    sizes: dict[int, tuple[float, float]] = field(default_factory=dict)
    facts: list[tuple[int, Facts]] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    file: str = ""


def box_ground(left: float, top: float, width: float, height: float) -> Ground:
    """The ground of a box."""
    right, foot = left + width, top + height
    return [[(left, top), (right, top), (right, foot), (left, foot)]]


def is_within(ground: Ground, x: float, y: float) -> bool:
    """Whether a point is on a ground: a ray to the left meets its edges an odd number of times."""
    met = 0
    for loop in ground:
        for (x1, y1), (x2, y2) in pairwise([*loop, loop[0]]):
            if (y1 > y) != (y2 > y) and x1 + (y - y1) * (x2 - x1) / (y2 - y1) < x:
                met += 1
    return met % 2 == 1


def ground_facts(story: WrappedStory, what: str) -> Iterator[tuple[int, Facts]]:
    """An article's grounds as something that files say of a page: under the name of its first part there."""
    for page, grounds in story.grounds.items():
        name = next((name for at, name in story.parts if at == page), "")
        if name:
            yield page, {(name, what): tuple(tuple(tuple(loop) for loop in ground) for ground in grounds)}
