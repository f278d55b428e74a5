"""Some pages of an edition in one process: read and composed, then, with the whole edition's numbering, written."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from jxprint.composition import compose
from jxprint.composition.leading import leading
from jxprint.composition.substitutes import substitutes
from jxprint.description.orders import PageOrder
from jxprint.edition.composed import Composed
from jxprint.edition.how import PLAINLY, How
from jxprint.edition.refusals import (
    beside_unmet,
    not_again,
    of_faces,
    of_pictures,
    raise_all,
    refuse_errors,
    refuse_unmet,
)
from jxprint.edition.turns import cuts_of, in_turn
from jxprint.errors import DescriptionError, Finding, JxprintError, OversetError, Place, UsageError
from jxprint.fonts import open_library
from jxprint.geometry import Rect
from jxprint.model import Held, Page, Story
from jxprint.night_desk import inspect
from jxprint.placed import Cut, PlacedPage
from jxprint.writers.pdf import Numbering, WrittenPage, collect, written_page

if TYPE_CHECKING:
    from jxprint.description.reading import Read
    from jxprint.edition.joints import PageJoints
    from jxprint.edition.moved import MovedPage
    from jxprint.press.plan import Side
    from jxprint.proof import Marked


class Share:
    """Pages of an edition; `base` is the folder from which the house style's font files are named, `held` what was
    printed of each page in a late correction, `first` the place of the first page in the file. `numbers` are the page
    numbers of the whole edition, None where the folders were named one by one; `how` is what is wanted of each, `read`
    what was read of them before.
    """

    def __init__(
        self,
        orders: Sequence[PageOrder],
        base: Path,
        held: Sequence[Held] = (),
        first: int = 1,
        numbers: frozenset[int] | None = None,
        how: How = PLAINLY,
        read: Read | None = None,
    ) -> None:
        self._orders = tuple(orders)
        self._base = base
        self._held: Sequence[Held | None] = tuple(held) or (None,) * len(orders)
        self._first = first
        self._edition = numbers
        self._how = how
        self._ahead = read
        self._proof, self._faithful = how.proof, how.faithful
        self._joints: list[PageJoints] = []
        # The numbers in the file of the pages that could be read.
        self._numbers: list[int] = []
        self._placed: list[PlacedPage] = []
        self._as_set: tuple[PlacedPage, ...] = ()
        self._overset: list[Finding] = []
        self._marks: dict[int, list[Marked]] = {}

    def compose(self, told: Callable[[str, int, int], None], of: int) -> Composed:
        """Read and compose all pages. Raises JxprintError with everything that any of them refuses."""
        composed = self.attempt(told, of)
        raise_all(list(composed.refusals))
        return composed

    def attempt(self, told: Callable[[str, int, int], None], of: int) -> Composed:
        """The same, with what pages refuse kept, for what is wrong with all pages together may be told beside it. What
        leaves no page to look at is raised.
        """
        pages, notes, refusals = self._read(told, of)
        if refusals:
            refusals += of_faces(refusals, self._base)
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
        self.library = library
        frames = self._compose(pages, notes, refusals, lambda number: told("command.doing.compose", number, of))
        if refusals:
            refusals += [*([OversetError(*self._overset)] if self._overset else []), *beside_unmet(refusals, notes)]
            return Composed(collect(()), fonts, tuple(pages), (), frames=frames, refusals=tuple(refusals))
        moved = tuple(self._moved(pages, notes))
        self._as_set = tuple(self._placed)
        self._finish(pages, notes)
        uses, overset, regions = collect(self._placed), tuple(self._overset), tuple(self._regions())
        return Composed(uses, fonts, tuple(pages), tuple(notes), moved, overset, frames, regions, tuple(self._joints))

    def _finish(self, pages: Sequence[Page], notes: list[Finding]) -> None:
        """Draw about the pages what is wanted there: a proof's measures, a press's marks."""
        if self._proof:
            from jxprint.proof import proofed  # a page for the press has no use for it

            marks = [self._marks[at] for at in sorted(self._marks)]
            self._placed = [
                proofed(page, self.library, self._proof, marked)
                for page, marked in zip(self._placed, marks, strict=True)
            ]
        if self._how.press.marks and not self._how.press.impose:
            from jxprint.edition.sheets import dressed_pages  # most pages have no marks

            self._placed = dressed_pages([(page,) for page in pages], self._placed, self._how, self.library, notes)

    def _regions(self) -> Iterator[tuple[int, Rect]]:
        for at in sorted(self._marks):
            yield from ((self._numbers[at] - 1, mark.rect) for mark in self._marks[at])

    def _compose(
        self, pages: Sequence[Page], notes: list[Finding], refusals: list[JxprintError], told: Callable[[int], None]
    ) -> tuple[Mapping[str, Rect], ...]:
        """Compose every page; one that goes on with another's story comes behind that. What stands where on each."""
        placed = dict[int, PlacedPage]()

        def made(at: int, page: Page) -> Sequence[Cut]:
            try:
                placed[at] = self._composed(page, self._held_of(page, self._numbers[at]), at)
                notes.extend(self._told_of(page, placed[at]))
            except JxprintError as refusal:
                refusals.append(refusal)
            return cuts_of(page, placed.get(at), self.library)

        turns = in_turn(pages, made, told)
        refusals += [DescriptionError(*turns.crossing)] if turns.crossing else []
        self._placed = [
            leading(placed[at], pages[at], self._how.reached(pages[at].numbers, self._edition)) for at in sorted(placed)
        ]
        cuts = sum(len(page.cuts) for page in self._placed)
        rests = sum(
            isinstance(part, Story) and part.jump_from is not None for page in turns.pages for part in page.parts
        )
        if not refusals and cuts != rests:
            raise RuntimeError(f"{cuts} stories were cut and {rests} go on")
        return tuple(placed[at].frames if at in placed else {} for at in range(len(pages)))

    def _told_of(self, page: Page, placed: PlacedPage) -> Iterator[Finding]:
        """Notes about a page that was composed. Raises MakeupError where its house forbids something of it."""
        yield from substitutes(page, self.library)
        if self._faithful:
            from jxprint.edition.looking_for_joints import cost_of  # a page set freely has no joints

            cost, told = cost_of(page, placed, proof=bool(self._proof))
            self._joints.append(cost)
            yield from told
        unmets = refuse_unmet(page, placed, self._how, self.library)
        yield from unmets
        yield from of_pictures(page, placed, self._how.profile)
        yield from refuse_errors(not_again(inspect(page, placed).findings, unmets), self._proof)

    def _composed(self, page: Page, held: Held | None, at: int) -> PlacedPage:
        """The page; for a proof one that does not fit as well, with what has no room marked."""
        if not self._proof:
            return compose(page, self.library, held)
        from jxprint.composition.overset_proof import compose_overset  # a page for the press fits
        from jxprint.messages import said
        from jxprint.proof import Marked

        found = compose_overset(page, self.library, held)
        self._overset += found.findings
        self._marks[at] = [
            Marked(region.rect, "" if region.note is None else str(said(region.note, self._proof)), region.edge)
            for region in found.regions
        ]
        return found.placed

    @property
    def placed(self) -> tuple[PlacedPage, ...]:
        """The pages as they are to be written, in order."""
        return tuple(self._placed)

    @property
    def as_set(self) -> tuple[PlacedPage, ...]:
        """The pages as composed, without what a proof draws about them."""
        return self._as_set

    def impose(self, pages: Sequence[Page], sides: Sequence[Side]) -> tuple[Finding, ...]:
        """Let the pages stand on sheets, which are written in their place; what is to be told of them."""
        from jxprint.edition.sheets import imposed

        self._placed, notes = imposed(pages, self._placed, sides, self._how, self.library)
        return tuple(notes)

    def write(self, numbering: Numbering) -> Iterator[WrittenPage]:
        """The pages as they stand in the file."""
        for page in self._placed:
            yield written_page(page, numbering, self._how.profile)

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
                yield moved_lines(page, placed, held.page, tuple(zip(pages, self._placed, strict=True)))

    def _read(
        self, told: Callable[[str, int, int], None], of: int
    ) -> tuple[list[Page], list[Finding], list[JxprintError]]:
        """The pages that can be read, the notes about them, and what the others refuse."""
        read = self._ahead
        if read is None:
            from jxprint.description.reading import read_orders

            read = read_orders(
                self._orders,
                self._edition,
                faithful=self._faithful,
                told=lambda place: told("command.doing.read", place + 1, of),
            )
        self._numbers += [self._first + place for place in read.places]
        return list(read.pages), list(read.notes), list(read.refusals)
