"""Places of the file that bookmarks and links lead to (ISO 32000-1, 12.3.2), and which of them an address names."""

from __future__ import annotations

from collections.abc import Sequence

from jxprint.writers.pdf.links import Target
from jxprint.writers.pdf.numbers import decimals
from jxprint.writers.pdf.seam import File
from jxprint.writers.pdf.structure import TaggedPage


def leading(file: File, page: TaggedPage, article: int | None = None) -> bytes:
    """The entry that leads to a page, or to the head of one of its articles (by index); in PDF 2.0 to the element as
    well, for readers who do not see pages (ISO 32000-2, 12.3.2.3; ISO 14289-2, 8.8).
    """
    view, at = b"/Fit", article or 0
    if article is not None:
        frame, corner = page.articles[article].frame, b"0 0"
        if frame is not None:
            corner = decimals(page.space.left + frame.x, page.space.top - frame.y).encode("ascii")
        view = b"/XYZ %b null" % corner
    place = b"[%d 0 R%b]" % (page.number, view)
    if file.manner.profile.version < (2, 0) or at >= len(page.elements):
        return b"/Dest" + place
    return b"/A<</S/GoTo/D%b/SD[%d 0 R%b]>>" % (place, page.elements[at], view)


class Targets:
    """Pages and articles of a file by their addresses: `#2:K` is part K of the page labelled 2 (or 2-3), `#:K` that of
    the page where the address stands, `#2` a page. All that they name is in the file, which composition sees to.
    """

    def __init__(self, file: File, pages: Sequence[TaggedPage]) -> None:
        self._file, self._pages = file, pages
        self._of_number = {number: at for at, page in enumerate(pages) for number in page.label.split("-") if number}

    def target(self, address: str, page: int) -> Target:
        """Where an address on a page (from 0) leads."""
        if ":" not in address:
            there = self._pages[self._of_number[address[1:]]]
            return Target(there.title, leading(self._file, there))
        at, index = self.place(address, page)
        there = self._pages[at]
        return Target(there.articles[index].heading, leading(self._file, there, index))

    def element(self, address: str, page: int) -> int:
        """The structure element that an address on a page (from 0) names: an article, the first one of a page."""
        at, index = self.place(address, page) if ":" in address else (self._of_number[address[1:]], 0)
        return self._pages[at].elements[index]

    def place(self, address: str, page: int) -> tuple[int, int]:
        """The page and the article, both from 0, of an address that names a part."""
        number, _, letter = address[1:].partition(":")
        at = self._of_number[number] if number else page
        parts = [article.part for article in self._pages[at].articles]
        return at, parts.index(letter)
