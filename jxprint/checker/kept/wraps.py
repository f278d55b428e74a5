"""What wraps an edition by article, read back: the parts of every article by page, and the room that it says is theirs.

METS names blocks of ALTO. Others say the words themselves, and are pages of their own to be held against the copy.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from msgspec import Struct, field

from jxprint.checker.kept.seen import KeptPage
from jxprint.intake.xml_tree import Element

# Loops of points in pixels of a page's image; what an odd number of them is round is within.
Ground = Sequence[Sequence[tuple[float, float]]]


class WrappedStory(Struct):
    """An article as it is wrapped: its title, its parts in order by page (from 1) and name, and its grounds by page."""

    title: str
    parts: list[tuple[int, str]] = field(default_factory=list)
    grounds: dict[int, list[Ground]] = field(default_factory=dict)

    def covers(self, page: int, x: float, y: float) -> bool:
        """Whether a point of a page is on its grounds."""
        return any(is_within(ground, x, y) for ground in self.grounds.get(page, ()))


class Wrap(Struct):
    """A file that wraps: its kind, its articles, and pages with the words that it says itself. `sizes` are those of its
    images by page, where it says any.
    """

    kind: str
    stories: list[WrappedStory]
    pages: list[KeptPage] = field(default_factory=list)
    sizes: dict[int, tuple[float, float]] = field(default_factory=dict)


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


def mets_wrap(root: Element) -> Wrap:
    """The logical structure of a METS file, by blocks of ALTO and places on images."""
    files = {file.attributes.get("ID", ""): group.attributes.get("USE", "") for group in root.all("fileGrp")
             for file in group.named("file")}  # fmt: skip
    page_of: dict[str, int] = {}
    logical: list[Element] = []
    for one in root.named("structMap"):
        if one.attributes.get("TYPE") == "LOGICAL":
            logical += [div for issue in one.named("div") for div in issue.named("div")]
            continue
        for page in one.all("div"):
            number = int(page.number("ORDER") or 0)
            page_of |= {fptr.attributes.get("FILEID", ""): number for fptr in page.named("fptr")}
    return Wrap("mets", [_story(div, files, page_of) for div in logical])


def _story(div: Element, files: Mapping[str, str], page_of: Mapping[str, int]) -> WrappedStory:
    story = WrappedStory(div.attributes.get("LABEL", ""))
    for area in div.all("area"):
        file = area.attributes.get("FILEID", "")
        page = page_of.get(file, 0)
        if files.get(file) == "ALTO":
            story.parts.append((page, area.attributes.get("BEGIN", "")))
        else:
            story.grounds.setdefault(page, []).extend(_grounds(area))
    return story


def _grounds(area: Element) -> Iterator[Ground]:
    try:
        numbers = [float(one) for one in area.attributes.get("COORDS", "").split(",")]
    except ValueError:
        return
    if area.attributes.get("SHAPE") == "POLY" and len(numbers) % 2 == 0:
        yield [list(zip(numbers[::2], numbers[1::2], strict=True))]
    elif len(numbers) == 4:
        left, top, right, foot = numbers
        yield box_ground(left, top, right - left, foot - top)
