"""A page of a file and the pages of the edition on it: one, or two side by side (拼版).

Each half is judged by its own page's copy and style; what belongs to the sheet alone is its size, number and name.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from jxprint.checker.expected import ExpectedPage, ExpectedText
from jxprint.model import Page

# How a sheet of two pages is called: by both, from left to right.
_BETWEEN = " / "


class FilePage(Struct, frozen=True):
    """A page of a file: what stands on its halves from left to right, None where one stays white; one page alone fills
    it.
    """

    halves: tuple[Page | None, ...]

    @property
    def pages(self) -> tuple[Page, ...]:
        """The pages on it, from left to right."""
        return tuple(page for page in self.halves if page is not None)

    @property
    def title(self) -> str:
        """What bookmarks call it."""
        return _BETWEEN.join(page.title for page in self.pages)

    @property
    def label(self) -> str:
        """The numbers of its pages."""
        return "-".join(str(number) for page in self.pages for number in page.numbers)

    @property
    def size_pt(self) -> tuple[float, float]:
        """Width and height of the trim."""
        sheet = self.pages[0].sheet
        return len(self.halves) * sheet.width_pt, sheet.height_pt

    @property
    def bleed_pt(self) -> float:
        """How far it goes on beyond the trim."""
        return max(page.sheet.bleed_pt for page in self.pages)


Given = Page | tuple[Page | None, ...]


def file_pages(given: Iterable[Given]) -> list[FilePage]:
    """The pages of a file; a tuple is what stands on one of them from left to right."""
    found = [FilePage((one,) if isinstance(one, Page) else one) for one in given]
    if not all(one.pages for one in found):
        raise ValueError("a sheet without any page")
    return found


def by_sheet(sheets: Sequence[FilePage], copies: Sequence[ExpectedPage]) -> list[ExpectedPage]:
    """The copy of each page of a file, of that of all pages in their order."""
    left = iter(copies)
    return [_joined([next(left) for _ in sheet.pages]) for sheet in sheets]


def _joined(copies: Sequence[ExpectedPage]) -> ExpectedPage:
    """The copy of pages side by side: the left one's is read first. Gaps between columns are told by the narrower."""
    if len(copies) == 1:
        return copies[0]
    whole = ExpectedText(tuple(passage for copy in copies for passage in copy.whole.passages))
    articles = tuple(article for copy in copies for article in copy.articles)
    languages = tuple(dict.fromkeys(one for copy in copies for one in copy.languages))
    return ExpectedPage(whole, articles, min(copy.column_gap_pt for copy in copies), languages)
