"""The outline (bookmarks) of a document: an entry an article; several pages have an entry each over their articles."""

from __future__ import annotations

from collections.abc import Sequence

from jxprint.writers.pdf.destinations import leading
from jxprint.writers.pdf.seam import File
from jxprint.writers.pdf.strings import text_string
from jxprint.writers.pdf.structure import TaggedPage


def write_outline(file: File, pages: Sequence[TaggedPage]) -> int:
    """Write the outline; gives its number."""
    root = file.reserve()
    if len(pages) == 1:
        ends, count = _articles(file, root, pages[0])
        shown = count
    else:
        numbers = [file.reserve() for _ in pages]
        for at, page in enumerate(pages):
            inside, count = _articles(file, numbers[at], page)
            # A negative count: closed until the reader opens it.
            inside += b"/Count %d" % -count if count else b""
            _entry(file, numbers, at, root, _titled(page.title, leading(file, page)) + inside)
        ends, shown = _ends(numbers), len(numbers)
    file.fill(root, b"<</Type/Outlines%b/Count %d>>" % (ends, shown))
    return root


def _articles(file: File, parent: int, page: TaggedPage) -> tuple[bytes, int]:
    """The entries of a page's articles: their First and Last, and how many."""
    numbers = [file.reserve() for _ in page.articles]
    for at, article in enumerate(page.articles):
        _entry(file, numbers, at, parent, _titled(article.heading, leading(file, page, at)))
    return _ends(numbers), len(numbers)


def _ends(numbers: Sequence[int]) -> bytes:
    return b"/First %d 0 R/Last %d 0 R" % (numbers[0], numbers[-1]) if numbers else b""


def _titled(title: str, leads: bytes) -> bytes:
    """What an entry is called and where it leads."""
    return b"/Title%b%b" % (text_string(title), leads)


def _entry(file: File, numbers: Sequence[int], at: int, parent: int, said: bytes) -> None:
    """Fill one of some entries side by side."""
    beside = b"/Prev %d 0 R" % numbers[at - 1] if at else b""
    if at + 1 < len(numbers):
        beside += b"/Next %d 0 R" % numbers[at + 1]
    file.fill(numbers[at], b"<<%b/Parent %d 0 R%b>>" % (said, parent, beside))
