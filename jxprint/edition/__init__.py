"""An edition: page folders in, one PDF out, the work shared between two processes where it is worth their start.

Pages are independent but for one thing, the numbering of glyphs, which is frozen once all pages are composed. So each
process composes its share and counts its glyphs; one numbers them; each writes its pages; one puts them together.
The bytes do not depend on how many processes there were.
"""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path

from jxprint.edition.share import Composed, Share, raise_all, serve
from jxprint.errors import Finding, JxprintError, UsageError
from jxprint.fonts import open_library
from jxprint.model import Page
from jxprint.writers.pdf import Numbering, PdfWriter, WrittenPage, merge

# Told with the number of the page begun and how many there are.
Doing = Callable[[str, int, int], None]

# A process starts in about the time that four pages take (fork; spawn takes longer), measured on two cores.
_WORTH_SHARING = 6


@dataclass(frozen=True, slots=True)
class Edition:
    """A finished file in memory; `pages` are the models it was made from, `notes` what a reader should be told."""

    pdf: bytes
    pages: tuple[Page, ...]
    notes: tuple[Finding, ...]


def make_edition(folders: Sequence[Path], doing: Doing | None = None, *, processes: int | None = None) -> Edition:
    """Read, compose and write the pages of some folders, in order.

    Raises JxprintError of the class of the first refusal, with the findings of all pages.
    """
    told = doing or (lambda key, number, of: None)
    if processes is None:
        processes = 2 if len(folders) >= _WORTH_SHARING and (os.cpu_count() or 1) > 1 else 1
    half = len(folders) if processes < 2 else (len(folders) + 1) // 2
    own = Share(folders[:half], folders[0])
    other = _Elsewhere(folders[half:], folders[0]) if half < len(folders) else None
    try:
        composed = _composed(own, other, told, len(folders))
        told("command.doing.write", 1, 1)
        writer = PdfWriter(open_library(composed[0].fonts, base=folders[0]))
        numbering, cuts = writer.number(merge(part.uses for part in composed))
        if other is not None:
            other.number(numbering)
        written = list(own.write(numbering))
        if other is not None:
            written += other.written()
        pdf = writer.assemble(written, cuts)
    finally:
        if other is not None:
            other.end()
    pages = tuple(page for part in composed for page in part.pages)
    return Edition(pdf, pages, tuple(note for part in composed for note in part.notes))


def _composed(own: Share, other: _Elsewhere | None, told: Doing, of: int) -> list[Composed]:
    """Both shares composed; what either refuses is told together."""
    parts: list[Composed] = []
    refusals: list[JxprintError] = []
    shares: list[Callable[[], Composed]] = [lambda: own.compose(told, of)]
    if other is not None:
        shares.append(other.composed)
    for compose in shares:
        try:
            parts.append(compose())
        except JxprintError as refusal:
            refusals.append(refusal)
    raise_all(refusals)
    if any(part.fonts != parts[0].fonts for part in parts):
        raise UsageError(Finding("command.fonts_differ"))
    return parts


class _Elsewhere:
    """A share in a process of its own."""

    def __init__(self, folders: Sequence[Path], base: Path) -> None:
        # A forked process has everything loaded already; it is safe as long as no other thread holds a lock.
        forks = sys.platform == "linux" and threading.active_count() == 1
        context = get_context("fork") if forks else get_context("spawn")
        self._count = len(folders)
        self._line, theirs = context.Pipe()
        self._process = context.Process(target=serve, args=(theirs, tuple(folders), base), daemon=True)
        self._process.start()
        theirs.close()

    def composed(self) -> Composed:
        """What the share counted. Raises what it refused."""
        answer = self._received()
        if isinstance(answer, JxprintError):
            raise answer
        assert isinstance(answer, Composed)
        return answer

    def number(self, numbering: Numbering) -> None:
        """Let it write its pages."""
        self._line.send(numbering)

    def written(self) -> list[WrittenPage]:
        """Its pages, in order."""
        pages = [self._received() for _ in range(self._count)]
        return [page for page in pages if isinstance(page, WrittenPage)]

    def end(self) -> None:
        """Let the process go, whatever it is doing."""
        self._line.close()
        self._process.join(timeout=0.2)
        if self._process.is_alive():
            self._process.terminate()
            self._process.join()

    def _received(self) -> object:
        line: Connection = self._line
        try:
            return line.recv()
        except EOFError:
            self._process.join()
            raise RuntimeError(f"the second process ended with code {self._process.exitcode}") from None
