"""Article threads (ISO 32000-1, 12.4.3): what a reader who follows one comes by must be the story, in its order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from msgspec import Struct

from jxprint.checker.glyphs import Frame, Glyph, Oddity, ReadPage, TaggedArticle, by_mcid, frame_of
from jxprint.errors import Finding

_THREADS, _BEADS = 10_000, 100_000
_TOLD = 20
# How far a pen may stand out of its frame, in its size: a mark that hangs, a character that runs down.
_NEAR_EM = 0.6


class _Bead(Struct, frozen=True):
    """A frame of a thread: the thread's number and title (None: it has none), and the rectangle (PDF space)."""

    thread: int
    title: str | None
    box: tuple[float, ...]


class _Piece(Struct, frozen=True):
    """Where the pens of some text stand (points of the trim), and how far from a frame they may."""

    left: float
    top: float
    right: float
    bottom: float
    near: float


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
        if index in self._beads and page.articles:
            owned = by_mcid(page.stream)
            there = [(article.title, list(_pieces(article, owned, page))) for article in page.articles]
            beads: dict[tuple[int, str | None], list[Frame | None]] = {}
            for bead in self._beads[index]:
                beads.setdefault((bead.thread, bead.title), []).append(frame_of(bead.box, origin))
            for (_, title), frames in beads.items():
                own = [pieces for name, pieces in there if title in (None, name)]
                whole = [piece for pieces in own for piece in pieces]  # a story may go on on its own page
                if not any(_runs_through(pieces, frames) for pieces in (*own, whole)):
                    first = next((frame for frame in frames if frame is not None), None)
                    at = None if first is None else (first.left, first.top)
                    found.append(Oddity("checks.thread", {"title": (title or "")[:24]}, at))
        yield from found[:_TOLD]


def without_echoes(findings: Sequence[Finding], *, is_overset: bool) -> list[Finding]:
    """What is told of a page, but of threads only where its text stands in its order and place: that one does not
    follow text that has moved, or that has no room (`is_overset`), is nothing new.
    """
    moved = is_overset or any(one.key == "checks.out_of_frame" or "readings" in one.args for one in findings)
    return [one for one in findings if not (moved and one.key == "checks.thread")]


def _beads(thread: Any, most: int) -> Iterator[Any]:
    """From the first bead on, until one comes again."""
    met: set[tuple[int, int]] = set()
    bead = thread.get("/F")
    while hasattr(bead, "keys") and bead.objgen not in met and len(met) < most:
        met.add(bead.objgen)
        yield bead
        bead = bead.get("/N")


def _pieces(article: TaggedArticle, owned: Mapping[int, Sequence[Glyph]], page: ReadPage) -> Iterator[_Piece]:
    """Where the pens of an article's pieces stand, in its order; readings (注音) stand beside their bases."""
    for mcid in article.mcids:
        shown = [glyph for glyph in owned.get(mcid, ()) if not glyph.text.isspace()]
        if shown and "RT" not in page.tags.get(mcid, ()):
            xs, ys = [glyph.x for glyph in shown], [glyph.y for glyph in shown]
            yield _Piece(min(xs), min(ys), max(xs), max(ys), _NEAR_EM * max(glyph.size for glyph in shown))


def _runs_through(pieces: Sequence[_Piece], beads: Sequence[Frame | None]) -> bool:
    """Whether pieces stand in some frames one after another, in their order, and in every one of them."""
    at, met = 0, set[int]()
    for piece in pieces:
        while not _is_in(piece, beads[at]):
            at += 1
            if at >= len(beads):
                return False
        met.add(at)
    return len(met) == len(beads)


def _is_in(piece: _Piece, bead: Frame | None) -> bool:
    near = piece.near
    return (
        bead is not None
        and bead.left - near <= piece.left
        and piece.right <= bead.right + near
        and bead.top - near <= piece.top
        and piece.bottom <= bead.bottom + near
    )
