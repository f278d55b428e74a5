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
    the page where the address stands, `#2` a page.
    """

    def __init__(self, file: File, pages: Sequence[TaggedPage]) -> None:
        self._file, self._pages = file, pages
        self._of_number = {number: at for at, page in enumerate(pages) for number in page.label.split("-") if number}

    def target(self, address: str, page: int) -> Target:
        """Where an address on a page (from 0) leads: nowhere if what it names is not in the file. Whoever composes an
        edition sees to that.
        """
        at, index = self.place(address, page)
        if at is None:
            return Target("", b"")
        there = self._pages[at]
        title = there.title if index is None else there.articles[index].heading
        return Target(title, leading(self._file, there, index))

    def element(self, address: str, page: int) -> int | None:
        """The structure element that an address on a page (from 0) names: an article, the first one of a page."""
        at, index = self.place(address, page)
        return None if at is None else self._pages[at].elements[index or 0]

    def place(self, address: str, page: int) -> tuple[int | None, int | None]:
        """The page and the article, both from 0, that an address names; None where that is not in the file, or it names
        no article.
        """
        number, _, letter = address[1:].partition(":")
        at = self._of_number.get(number) if number else page
        parts = [] if at is None else [article.part for article in self._pages[at].articles]
        if letter and letter not in parts:
            return None, None
        return at, parts.index(letter) if letter else None
