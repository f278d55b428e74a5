"""Article threads (ISO 32000-1, 12.4.3): what a reader who follows one comes by must be the story, in its order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from msgspec import Struct

from jxprint.checker.glyphs import Frame, Oddity, ReadPage, TaggedArticle, frame_of

_THREADS, _BEADS = 10_000, 100_000
_TOLD = 20
# As much as files round.
_OFF_PT = 0.6


class _Bead(Struct, frozen=True):
    """A frame of a thread: the thread's number and title (None: it has none), and the rectangle (PDF space)."""

    thread: int
    title: str | None
    box: tuple[float, ...]


class Threads:
    """The threads of a file; `jumps` are how stories go on: title, page and page to (from 0)."""

    def __init__(
        self, document: Any, pages: Mapping[tuple[int, int], int], jumps: frozenset[tuple[str, int, int]]
    ) -> None:
        self._beads: dict[int, list[_Bead]] = {}
        self._odd: dict[int, list[Oddity]] = {}
        left = _BEADS
        for number, thread in enumerate(list(document.Root.get("/Threads", ()))[:_THREADS]):
            told_title = thread.get("/I", {}).get("/Title")
            title = None if told_title is None else str(told_title)
            found = list(_beads(thread, left))
            left -= len(found)
            where = [pages.get(bead["/P"].objgen, 0) if "/P" in bead else 0 for bead in found]
            for at, bead in zip(where, found, strict=True):
                box = tuple(float(edge) for edge in bead.get("/R", ()))
                self._beads.setdefault(at, []).append(_Bead(number, title, box))
            for one, other in pairwise(where):
                if one != other and not any(jump[1:] == (one, other) and title in (None, jump[0]) for jump in jumps):
                    told: dict[str, object] = {"title": (title or "")[:24], "one": one + 1, "other": other + 1}
                    self._odd.setdefault(one, []).append(Oddity("checks.thread_pages", told))

    def oddities(self, index: int, page: ReadPage, origin: tuple[float, float]) -> Iterator[Oddity]:
        """What is wrong with the beads on a page (from 0)."""
        found = list(self._odd.get(index, ()))
        if index in self._beads:
            beads: dict[tuple[int, str | None], list[Frame | None]] = {}
            for bead in self._beads[index]:
                beads.setdefault((bead.thread, bead.title), []).append(frame_of(bead.box, origin))
            for (_, title), frames in beads.items():
                own = [list(_pieces(page, article)) for article in page.articles if title in (None, article.title)]
                whole = [piece for pieces in own for piece in pieces]  # a story may go on on its own page
                if not any(_runs_through(pieces, frames) for pieces in (*own, whole)):
                    first = next((frame for frame in frames if frame is not None), None)
                    at = None if first is None else (first.left, first.top)
                    found.append(Oddity("checks.thread", {"title": (title or "")[:24]}, at))
        yield from found[:_TOLD]


def pages_of(document: Any) -> dict[tuple[int, int], int]:
    """The pages of a file (pikepdf's), from 0, by their objects."""
    return {page.obj.objgen: index for index, page in enumerate(document.pages)}


def _beads(thread: Any, most: int) -> Iterator[Any]:
    """From the first bead on, until one comes again."""
    met: set[tuple[int, int]] = set()
    bead = thread.get("/F")
    while hasattr(bead, "keys") and bead.objgen not in met and len(met) < most:
        met.add(bead.objgen)
        yield bead
        bead = bead.get("/N")


def _pieces(page: ReadPage, article: TaggedArticle) -> Iterator[Frame]:
    """Where the pieces of an article say that they stand, in its order; that they do is asked elsewhere."""
    for mcid in article.mcids:
        if mcid in page.frames:
            yield page.frames[mcid]


def _runs_through(pieces: Sequence[Frame], beads: Sequence[Frame | None]) -> bool:
    """Whether pieces stand in some frames one after another, in their order, and in every one of them."""
    at, met = 0, set[int]()
    for piece in pieces:
        while not _is_in(piece, beads[at]):
            at += 1
            if at >= len(beads):
                return False
        met.add(at)
    return len(met) == len(beads)


def _is_in(piece: Frame, bead: Frame | None) -> bool:
    return (
        bead is not None
        and bead.left - _OFF_PT <= piece.left
        and piece.right <= bead.right + _OFF_PT
        and bead.top - _OFF_PT <= piece.top
        and piece.bottom <= bead.bottom + _OFF_PT
    )
