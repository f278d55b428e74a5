"""Some pages of an edition in one process: read and composed, then, with the whole edition's numbering, written."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from jxprint.composition import compose
from jxprint.description import read_page_with_notes
from jxprint.errors import Finding, JxprintError, UsageError
from jxprint.fonts import open_library
from jxprint.model import Page
from jxprint.placed import PlacedPage
from jxprint.writers.pdf import Numbering, Uses, WrittenPage, collect, written_page


class Composed(Struct, frozen=True):
    """What the other processes need to know of a share; small enough to send."""

    uses: Uses
    fonts: Mapping[str, tuple[str, ...]]
    pages: tuple[Page, ...]
    notes: tuple[Finding, ...]


class Share:
    """Pages of an edition; `base` is the folder from which the house style's font files are named."""

    def __init__(self, folders: Sequence[Path], base: Path) -> None:
        self._folders = tuple(folders)
        self._base = base
        self._placed: list[PlacedPage] = []

    def compose(self, told: Callable[[str, int, int], None], of: int) -> Composed:
        """Read and compose all pages. Raises JxprintError with everything that any of them refuses."""
        pages, notes, refusals = self._read(told, of)
        if not pages:
            raise_all(refusals)
        fonts = pages[0].style.fonts
        if any(page.style.fonts != fonts for page in pages):
            raise_all([*refusals, UsageError(Finding("command.fonts_differ"))])
        try:
            library = open_library(fonts, base=self._base, places=pages[0].style.font_places)
        except JxprintError as refusal:
            raise_all([*refusals, refusal])
            raise
        for number, page in enumerate(pages, 1):
            told("command.doing.compose", number, of)
            try:
                self._placed.append(compose(page, library))
            except JxprintError as refusal:
                refusals.append(refusal)
        raise_all(refusals)
        return Composed(collect(self._placed), fonts, tuple(pages), tuple(notes))

    def write(self, numbering: Numbering) -> Iterator[WrittenPage]:
        """The pages as they stand in the file."""
        for page in self._placed:
            yield written_page(page, numbering)

    def _read(
        self, told: Callable[[str, int, int], None], of: int
    ) -> tuple[list[Page], list[Finding], list[JxprintError]]:
        """The pages that can be read, the notes about them, and what the others refuse."""
        pages: list[Page] = []
        notes: list[Finding] = []
        refusals: list[JxprintError] = []
        for number, folder in enumerate(self._folders, 1):
            told("command.doing.read", number, of)
            try:
                page, found = read_page_with_notes(folder)
            except JxprintError as refusal:
                refusals.append(refusal)
            else:
                pages.append(page)
                notes.extend(found)
        return pages, notes, refusals


def raise_all(refusals: list[JxprintError]) -> None:
    """One error with the findings of all pages, of the class that stands first in the table of exit codes."""
    if refusals:
        findings: list[Finding] = []
        for finding in (finding for refusal in refusals for finding in refusal.findings):
            if finding not in findings:  # what is wrong with a style is told by every page that has it
                findings.append(finding)
        worst = min(refusals, key=lambda refusal: refusal.exit_code)
        raise type(worst)(*findings) from worst
