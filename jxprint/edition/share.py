"""Some pages of an edition in one process: read and composed, then, with the whole edition's numbering, written."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from jxprint.composition import compose
from jxprint.composition.substitutes import substitutes
from jxprint.description import read_page_with_notes
from jxprint.errors import Finding, JxprintError, MakeupError, Place, UsageError
from jxprint.fonts import open_library
from jxprint.model import Held, Page, Story
from jxprint.night_desk import inspect
from jxprint.placed import PlacedPage
from jxprint.writers.pdf import Numbering, Uses, WrittenPage, collect, written_page

if TYPE_CHECKING:
    from jxprint.edition.moved import MovedPage


class Composed(Struct, frozen=True):
    """What the other processes need to know of a share; small enough to send."""

    uses: Uses
    fonts: Mapping[str, tuple[str, ...]]
    pages: tuple[Page, ...]
    notes: tuple[Finding, ...]
    moved: tuple[MovedPage, ...] = ()


class Share:
    """Pages of an edition; `base` is the folder from which the house style's font files are named, `held` what was
    printed of each page in a late correction, `first` the number of the first page in the file, `proof` the language of
    proofs (empty: the pages themselves are wanted).
    """

    def __init__(
        self, folders: Sequence[Path], base: Path, held: Sequence[Held] = (), first: int = 1, proof: str = ""
    ) -> None:
        self._folders = tuple(folders)
        self._base = base
        self._held: Sequence[Held | None] = tuple(held) or (None,) * len(folders)
        self._first = first
        self._proof = proof
        # The numbers in the file of the pages that could be read.
        self._numbers: list[int] = []
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
                held = self._held_of(page, self._numbers[number - 1])
                placed = compose(page, library, held)
                self._placed.append(placed)
                notes += substitutes(page, library)
                notes += _looked_at(page, placed)
            except JxprintError as refusal:
                refusals.append(refusal)
        raise_all(refusals)
        moved = tuple(self._moved(pages, notes))
        if self._proof:
            from jxprint.proof import proofed  # a page for the press has no use for it

            self._placed = [proofed(page, library, self._proof) for page in self._placed]
        return Composed(collect(self._placed), fonts, tuple(pages), tuple(notes), moved)

    @property
    def placed(self) -> tuple[PlacedPage, ...]:
        """The pages as composed."""
        return tuple(self._placed)

    def write(self, numbering: Numbering) -> Iterator[WrittenPage]:
        """The pages as they stand in the file."""
        for page in self._placed:
            yield written_page(page, numbering)

    def _held_of(self, page: Page, number: int) -> Held | None:
        """What was printed of a page. Raises UsageError where that page has none of its stories."""
        held = self._held[number - self._first]
        names = {part.name for part in page.parts if isinstance(part, Story)}
        if held is not None and names and names.isdisjoint(one.title for one in held.page.articles):
            args = {"page": number, "name": page.name}
            raise UsageError(Finding("composition.held_other_page", Place(file=page.file), args))
        return held

    def _moved(self, pages: Sequence[Page], notes: list[Finding]) -> Iterator[MovedPage]:
        """What moved on each page that was held; parts that have no counterpart are noted."""
        for page, placed, held in zip(pages, self._placed, self._held, strict=True):
            if held is not None:
                from jxprint.edition.moved import moved_lines, other_parts  # a plain build compares nothing

                notes += other_parts(page, placed, held.page)
                yield moved_lines(page, placed, held.page)

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
                self._numbers.append(self._first + number - 1)
                notes.extend(found)
        return pages, notes, refusals


def _looked_at(page: Page, placed: PlacedPage) -> list[Finding]:
    """What the night desk says of a page. Raises MakeupError where something of it is an error."""
    findings = inspect(page, placed).findings
    if any(finding.severity == "error" for finding in findings):
        raise MakeupError(*findings)
    return list(findings)


def raise_all(refusals: list[JxprintError]) -> None:
    """One error with the findings of all pages, of the class that stands first in the table of exit codes."""
    if refusals:
        findings: list[Finding] = []
        for finding in (finding for refusal in refusals for finding in refusal.findings):
            if finding not in findings:  # what is wrong with a style is told by every page that has it
                findings.append(finding)
        worst = min(refusals, key=lambda refusal: refusal.exit_code)
        raise type(worst)(*findings) from worst
