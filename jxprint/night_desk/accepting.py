"""A page's marks beside those that its editor accepts: what is new, what is gone, and how grave it is."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from jxprint.errors import Finding, Place, Severity
from jxprint.model import Page
from jxprint.night_desk.marks import OF_EDITION, Mark, finding_of, numbered
from jxprint.night_desk.rules import marks_of
from jxprint.placed import PlacedPage


class Inspection(Struct, frozen=True):
    """What is to be told of a page, each finding with its mark (None: an accepted one that is gone), and what was
    accepted.
    """

    told: tuple[tuple[Finding, Mark | None], ...]
    accepted: tuple[Mark, ...]

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is told, without the marks."""
        return tuple(finding for finding, _ in self.told)

    def with_more(self, more: Inspection) -> Inspection:
        """What both tell of one page."""
        return Inspection(self.told + more.told, self.accepted + more.accepted)


def inspect(page: Page, placed: PlacedPage) -> Inspection:
    """Look at a page. One whose marks are exactly those that it accepts has nothing told; a page that was restored from
    a text has errors told as warnings, because nobody can make it up anew.
    """
    return _settled(page, marks_of(page, placed), of_edition=False)


def inspect_across(page: Page, marks: Sequence[Mark]) -> Inspection:
    """Settle what an edition tells of a page (`across_pages`) in the same way."""
    levels = page.style.makeup
    return _settled(page, numbered(mark for mark in marks if levels.level(mark.rule) != "off"), of_edition=True)


def _settled(page: Page, marks: Sequence[Mark], *, of_edition: bool) -> Inspection:
    wanted = [one for one in page.makeup.accepted if (OF_EDITION in one.name) is of_edition]
    names, found = {one.name for one in wanted}, {mark.name for mark in marks}
    told: list[tuple[Finding, Mark | None]] = [
        (finding_of(mark, _place(page, mark), _severity(page, mark)), mark) for mark in marks if mark.name not in names
    ]
    for one in wanted:
        if one.name not in found and _is_asked(page, one.name):
            told.append((Finding("makeup.gone", one.place, {"name": one.name}, "warning"), None))
    return Inspection(tuple(told), tuple(mark for mark in marks if mark.name in names))


def _severity(page: Page, mark: Mark) -> Severity:
    level = page.style.makeup.level(mark.rule)
    assert level != "off", mark.rule
    return "warning" if level == "error" and page.makeup.reconstructed else level


def _is_asked(page: Page, name: str) -> bool:
    """Whether the house still asks for the rule of an accepted finding: what nobody looks for cannot be gone."""
    return page.style.makeup.level(name.split(" ", 1)[0]) != "off"


def _place(page: Page, mark: Mark) -> Place:
    """Where a mark's words are written, or the first of its parts is described."""
    if mark.place is not None:
        return mark.place
    for part in page.parts:
        if part.letter in mark.letters[:1]:
            return part.place
    return Place(page.file) if page.file else Place()
