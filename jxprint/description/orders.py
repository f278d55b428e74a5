"""What is to be read: pages in order, before anything that reads them is loaded."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from jxprint.errors import Finding
from jxprint.model import Page

if TYPE_CHECKING:
    from jxprint.description.pages import PageSetup


PAGE_FILE = "page.toml"
EDITION_FILE = "edition.toml"


class PageOrder(Struct, frozen=True):
    """A page that is to be made: its folder, and what its edition says of it, None of one that stands alone."""

    folder: Path
    setup: PageSetup | None = None

    def read(self) -> tuple[Page, list[Finding]]:
        """The page and its notes. Raises DescriptionError."""
        from jxprint.description.pages import read

        return read(self.folder, self.setup)


class Orders(Struct, frozen=True):
    """Pages in order; of an edition its title, its folder, the numbers of all its pages, its day, the issue's own
    number and the paper's name, else None or empty.
    """

    pages: tuple[PageOrder, ...]
    title: str | None = None
    numbers: frozenset[int] | None = None
    file: str = ""
    notes: tuple[Finding, ...] = ()
    day: date | None = None
    issue: str = ""
    paper: str = ""
