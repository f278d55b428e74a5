"""The reverse checker: a finished PDF read back by two readers that share no code and compared with the copy.

It starts from the copy, not from the placed page, and knows nothing of composition, fonts or writers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from jxprint.checker.begun import Begun
from jxprint.checker.report import CheckReport

if TYPE_CHECKING:
    from jxprint.checker.expected import ExpectedPage
    from jxprint.checker.faces import FontFile
    from jxprint.checker.glyphs import Oddity, ReadPage
    from jxprint.checker.imposed import FilePage, Given
    from jxprint.checker.ink import Ink
    from jxprint.checker.jumped import Printed
    from jxprint.checker.rates import Ledger
    from jxprint.errors import Finding
    from jxprint.geometry import Rect
    from jxprint.model import Page

__all__ = ["Begun", "CheckReport", "check"]


def check(
    pdf: Path | str | bytes | Begun,
    pages: Page | Iterable[Given],
    dump: Path | str | None = None,
    title: str | None = None,
    overset: Sequence[tuple[int, Rect]] = (),
    faces: Sequence[FontFile] = (),
    is_proof: bool = False,
) -> CheckReport:
    """Read a PDF back and compare it with the copy of its pages, in order; a tuple of pages are those that stand side
    by side on one sheet, None for a half that stays white.

    `pdf` is a path, the file's bytes, or a file that both readers have begun to read while its pages were being made
    ready; `dump` a raw text dump that is compared as well; `title` the file's where it is not that of its first page;
    `overset` are regions of a proof, each with its page (from 0), in which copy may pass the trim; `faces` are the
    newsroom's own that the pages are set with; a proof has words that are drawn. Raises PdfError where the file is
    damaged, encrypted or larger inside than is safe, DescriptionError where the dump cannot be read.
    """
    from jxprint.checker.imposed import file_pages
    from jxprint.checker.whole import unheard_of
    from jxprint.model import Page

    sheets = file_pages([pages] if isinstance(pages, Page) else pages)
    given = _given(pdf)
    file = _File(*given, 0, title, tuple(overset), is_proof)
    expected = _expected(sheets, [(file, at) for at in range(len(sheets))])
    ink, ledger = _ink(file.name, faces), _ledger()
    with nullcontext(pdf) if isinstance(pdf, Begun) else Begun(*given, file.regions) as begun:
        count, findings, articles = _read(file, begun, sheets, expected, ink, ledger)
    if dump is not None:
        from jxprint.checker.dumped import compare_dump

        findings += compare_dump(Path(dump), articles)
    findings += unheard_of(ink, [page for sheet in sheets for page in sheet.pages])
    return _report(file.name, count, expected, findings, [ink], ledger, None if dump is None else str(dump))


def _given(pdf: Path | str | bytes | Begun) -> tuple[Path | bytes, str]:
    """The file, and what messages call it."""
    if isinstance(pdf, Begun):
        return pdf.pdf, pdf.name
    return (pdf, "<pdf>") if isinstance(pdf, bytes) else (Path(pdf), str(pdf))


def check_apart(
    files: Sequence[bytes],
    pages: Sequence[Page],
    overset: Sequence[tuple[int, Rect]] = (),
    faces: Sequence[FontFile] = (),
    is_proof: bool = False,
) -> CheckReport:
    """Compare files of one page each with the copy of their pages; a story may go on in another. Raises PdfError."""
    from jxprint.checker.imposed import file_pages
    from jxprint.checker.whole import unheard_of

    sheets = file_pages(pages)
    opened = [_File(file, "<pdf>", first, None, tuple(overset), is_proof) for first, file in enumerate(files)]
    expected = _expected(sheets, [(file, 0) for file in opened])
    findings: list[Finding] = []
    count, inks, ledger = 0, [_ink(file.name, faces) for file in opened], _ledger()
    for file, sheet, copy, ink in zip(opened, sheets, expected, inks, strict=True):
        with Begun(file.pdf, file.name, file.regions) as begun:
            there, told, _ = _read(file, begun, [sheet], [copy], ink, ledger)
        count += there
        findings += [*told, *unheard_of(ink, pages)]
    return _report("<pdf>", count, expected, findings, inks, ledger)


class _File(Struct, frozen=True):
    """A file, what messages call it, the number of its first page among all that are checked (from 0), and its title
    where that is not its first page's; `overset` as for `check`.
    """

    pdf: Path | bytes
    name: str
    first: int = 0
    title: str | None = None
    overset: tuple[tuple[int, Rect], ...] = ()
    is_proof: bool = False

    @property
    def regions(self) -> dict[int, list[Rect]]:
        """Regions without room by the page of this file."""
        found: dict[int, list[Rect]] = {}
        for page, rect in self.overset:
            found.setdefault(page - self.first, []).append(rect)
        return found


def _expected(sheets: Sequence[FilePage], where: Sequence[tuple[_File, int]]) -> list[ExpectedPage]:
    """What each page of the files must say; `where` is its file and its place there (from 0)."""
    from jxprint.checker.expected import expected_page
    from jxprint.checker.imposed import by_sheet
    from jxprint.checker.jumped import pages_with_jumps, printed_articles, with_cuts

    pages = [page for sheet in sheets for page in sheet.pages]
    stands = [place for sheet, place in zip(sheets, where, strict=True) for _ in sheet.pages]
    wanted = pages_with_jumps(pages)
    if not wanted:
        return by_sheet(sheets, [expected_page(page) for page in pages])
    printed: dict[int, Printed] = {}
    for file in dict.fromkeys(stands[at][0] for at in wanted):
        there = [at for at in wanted if stands[at][0] == file]
        found = printed_articles(file.pdf, file.name, sorted({stands[at][1] for at in there}))
        printed |= {at: found[stands[at][1]] for at in there if stands[at][1] in found}
    return by_sheet(sheets, with_cuts(pages, printed))


def _ink(name: str, faces: Sequence[FontFile]) -> Ink:
    from jxprint.checker.ink import Ink

    return Ink(name, faces)


def _ledger() -> Ledger:
    from jxprint.checker.rates import Ledger

    return Ledger()


def _read(
    file: _File,
    begun: Begun,
    sheets: Sequence[FilePage],
    expected: Sequence[ExpectedPage],
    ink: Ink,
    ledger: Ledger,
) -> tuple[int, list[Finding], list[str]]:
    """The file's number of pages, what differs, and the text of its articles as the first reader has it."""
    from msgspec.structs import replace

    from jxprint.checker.apart import places_apart
    from jxprint.checker.comparison import article_texts, compare_page
    from jxprint.checker.enclosed import enclosed_oddities, placed_artwork
    from jxprint.checker.losses import given_back
    from jxprint.checker.reader import read_pages
    from jxprint.checker.threads import without_echoes
    from jxprint.checker.ways import Ways
    from jxprint.checker.whole import declared, lost_seal, mended

    articles: list[str] = []
    document, name = begun.document, file.name
    findings = list(declared(document, name, file.title, sheets, expected, file.first))
    ways = Ways(document, name, sheets, expected)
    # Page by page: an edition's glyphs are never in memory at once, and what the first reader does not find sound the
    # second never reads, but in a process that is bounded.
    shown = read_pages(document, name, file.regions, ink)
    for index, (sheet, copy, (page, origin)) in enumerate(zip(sheets, expected, shown, strict=False)):
        artwork = [one for each in sheet.pages for one in placed_artwork(each)]
        odd = *_declared_of(file, sheet, page, there := document.pages[index]), *ways.oddities(there, page, origin)
        page = replace(page, oddities=(*odd, *enclosed_oddities(artwork, page)))
        again = given_back(begun.again(index, origin), page)
        seen = () if file.is_proof else again.oddities  # what a proof draws may lie over text
        again = replace(again, oddities=(*seen, *places_apart(page, again), *enclosed_oddities(artwork, again)))
        told = compare_page(file.first + index + 1, copy, (page, again), ledger)
        findings += without_echoes(told, is_overset=index in file.regions)
        articles += article_texts(page)
    findings += [*lost_seal(document, begun.pdf, name), *mended(document, name)]
    count = len(document.pages)
    ledger.lost(sum(len(copy.whole.text) for copy in expected[count:]))
    return count, findings, articles


def _declared_of(file: _File, sheet: FilePage, page: ReadPage, there: Any) -> Iterator[Oddity]:
    """What is wrong with what a page says of itself; `there` is pikepdf's."""
    from jxprint.checker.declared import page_oddities
    from jxprint.checker.sheets import page_declared

    yield from page_oddities(sheet, page, file.is_proof)
    yield from page_declared(sheet, there, file.name)


def _report(
    name: str,
    pages: int,
    expected: Sequence[ExpectedPage],
    findings: list[Finding],
    inks: Sequence[Ink],
    ledger: Ledger,
    dump: str | None = None,
) -> CheckReport:
    from jxprint.checker.comparison import ORDERS
    from jxprint.checker.engine import READER as ENGINE
    from jxprint.checker.entries import by_entry
    from jxprint.checker.reader import READER

    return CheckReport(
        name,
        pages,
        sum(len(page.articles) for page in expected),
        sum(len(page.whole.text) for page in expected),
        (READER, ENGINE),
        ORDERS,
        tuple(by_entry(findings)),
        dump,
        sum(ink.compared for ink in inks),
        tuple(dict.fromkeys(font for ink in inks for font in ink.unproven)),
        ledger.worst,
        tuple(expected),
    )
