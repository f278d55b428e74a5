"""Article threads (ISO 32000-1, 12.4.3): a reader follows a story from frame to frame, and over pages where it jumps
(转版).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from jxprint.geometry import Rect
from jxprint.writers.pdf.destinations import Targets
from jxprint.writers.pdf.seam import File, reference, references
from jxprint.writers.pdf.strings import text_string
from jxprint.writers.pdf.structure import TaggedPage
from jxprint.writers.pdf.tagging import Node


class Bead(Struct, frozen=True):
    """A frame of a story: the number of its object, its page, and where it stands there (page coordinates)."""

    number: int
    page: TaggedPage
    area: Rect


def reserve_beads(file: File, articles: Sequence[Node]) -> tuple[tuple[int, ...], ...]:
    """A number for each frame of each story of a page, article by article."""
    return tuple(tuple(file.reserve() for _ in article.beads) for article in articles)


def beads_entry(beads: Sequence[Sequence[int]]) -> bytes:
    """The page's entry, empty where no story stands on it."""
    numbers = [number for those in beads for number in those]
    return b"/B" + references(numbers) if numbers else b""


def write_threads(file: File, pages: Sequence[TaggedPage], targets: Targets) -> bytes | None:
    """Write a thread a story; gives the catalog's entry, None where there is none."""
    threads: list[int] = []
    for title, beads in _stories(pages, targets):
        # PDF 2.0 does without the dictionary that has the title (ISO 32000-2, table 160).
        called = b"/I<</Title%b>>" % text_string(title) if file.manner.profile.version < (2, 0) else b""
        thread = file.add(b"<</Type/Thread/F %d 0 R%b>>" % (beads[0].number, called))
        for at, bead in enumerate(beads):
            # The last bead is followed by the first.
            before, behind = beads[at - 1].number, beads[(at + 1) % len(beads)].number
            entries = b"/T %d 0 R" % thread, before, behind, bead.page.number, bead.page.space.corners(bead.area)
            file.fill(bead.number, b"<</Type/Bead%b/V %d 0 R/N %d 0 R/P %d 0 R/R[%b]>>" % entries)
        threads.append(thread)
    return reference(file.add(references(threads))) if threads else None


def _stories(pages: Sequence[TaggedPage], targets: Targets) -> Iterator[tuple[str, list[Bead]]]:
    """Every story from its first frame to its last, on whichever pages; with its title."""
    onward: dict[tuple[int, int], tuple[int, int]] = {}
    for at, page in enumerate(pages):
        for index, article in enumerate(page.articles):
            there, target = targets.place(article.onward, at) if article.onward else (None, None)
            if there is not None and target is not None:
                onward[at, index] = there, target
    begun = [
        (at, index)
        for at, page in enumerate(pages)
        for index, article in enumerate(page.articles)
        if article.beads and (at, index) not in onward.values()
    ]
    for place in begun:
        title, beads = pages[place[0]].articles[place[1]].title, list(_beads(pages, place))
        while (following := onward.get(place)) is not None:
            place = following
            beads += _beads(pages, place)
        yield title, beads


def _beads(pages: Sequence[TaggedPage], place: tuple[int, int]) -> Iterator[Bead]:
    page, index = pages[place[0]], place[1]
    for number, area in zip(page.beads[index], page.articles[index].beads, strict=True):
        yield Bead(number, page, area)
