"""A page's marks beside those that its editor accepts: what is new, what is gone, and how grave it is."""

from __future__ import annotations

from msgspec import Struct

from jxprint.errors import Finding, Place, Severity
from jxprint.model import Page
from jxprint.night_desk.marks import Mark, finding_of
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


def inspect(page: Page, placed: PlacedPage) -> Inspection:
    """Look at a page. One whose marks are exactly those that it accepts has nothing told; a page that was restored from
    a text has errors told as warnings, because nobody can make it up anew.
    """
    marks = marks_of(page, placed)
    wanted = {accepted.name for accepted in page.makeup.accepted}
    new = [mark for mark in marks if mark.name not in wanted]
    told: list[tuple[Finding, Mark | None]] = [
        (finding_of(mark, _place(page, mark), _severity(page, mark)), mark) for mark in new
    ]
    found = {mark.name for mark in marks}
    for accepted in page.makeup.accepted:
        if accepted.name not in found and _is_asked(page, accepted.name):
            gone = Finding("makeup.gone", accepted.place, {"name": accepted.name}, "warning")
            told.append((gone, None))
    return Inspection(tuple(told), tuple(mark for mark in marks if mark.name in wanted))


def _severity(page: Page, mark: Mark) -> Severity:
    level = page.style.makeup.level(mark.rule)
    assert level != "off", mark.rule
    return "warning" if level == "error" and page.makeup.reconstructed else level


def _is_asked(page: Page, name: str) -> bool:
    """Whether the house still asks for the rule of an accepted finding: what nobody looks for cannot be gone."""
    return page.style.makeup.level(name.split(" ", 1)[0]) != "off"


def _place(page: Page, mark: Mark) -> Place:
    """Where the first of a mark's parts is described."""
    for part in page.parts:
        if part.letter in mark.letters[:1]:
            return part.place
    return Place(page.file) if page.file else Place()
