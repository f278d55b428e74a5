"""An archive read back whole: its bag, the digests of its METS, every kept file and the PDF against the copy, and the
places of the one against those of the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from jxprint.checker import CheckReport, check
from jxprint.checker.comparison import oddity_finding
from jxprint.checker.expected import ExpectedPage, expected_page
from jxprint.checker.faces import FontFile
from jxprint.checker.ink import Ink
from jxprint.checker.kept.comparing import check_pages, page_of
from jxprint.checker.kept.digests import bag_findings, is_a_bag, list_findings
from jxprint.checker.kept.facts import disagreeing
from jxprint.checker.kept.files import BY_ARTICLE, read_with_form
from jxprint.checker.kept.following import causes, placed
from jxprint.checker.kept.gathering import Issued, dead_links, gathered, images_of
from jxprint.checker.kept.images import images_apart, size_of
from jxprint.checker.kept.places import apart_from
from jxprint.checker.kept.seen import KeptPage
from jxprint.checker.kept.sound import Sound
from jxprint.checker.kept.stories import Told, agreeing, stories_apart, text_apart
from jxprint.checker.kept.told import decoded
from jxprint.checker.kept.wrapping import WRAPS, all_wrapped
from jxprint.checker.kept.wraps import Wrap
from jxprint.checker.reader import read_pages
from jxprint.errors import DescriptionError, Finding, PdfError, Place
from jxprint.intake.opening import opened
from jxprint.model import Page

# A PDF that has no name.
_UNNAMED = "<pdf>"
# Folders of an archive whose files say the copy.
_SAID = {"alto": ".xml", "page": ".xml", "hocr": ".html", "json": ".json", "text": ".txt"}
_READ = (*_SAID, *WRAPS, BY_ARTICLE, "pdf", "png")


class Beside(Struct, frozen=True):
    """What is known beside an archive and its copy: faces as for jxprint.checker.check, and the PDF where the archive
    keeps none.
    """

    faces: Sequence[FontFile] = ()
    shown: bytes | None = None


ALONE = Beside()


def check_archive(
    files: Mapping[str, bytes],
    pages: Sequence[Page],
    title: str | None = None,
    issued: Issued | None = None,
    beside: Beside = ALONE,
) -> CheckReport:
    """Compare all that an archive holds with the copy; `files` are by their paths from its folder, with /. `title` as
    for jxprint.checker.check; `issued` is what the edition says of itself. A file that cannot be read is told, and the
    others are compared. Raises DescriptionError where nothing is kept, and where nothing can be read what
    the first of its files raises.
    """
    is_bag = is_a_bag(files)
    findings = list(bag_findings(files)) if is_bag else []
    root = "data/" if is_bag else ""
    own = {path.removeprefix(root): data for path, data in files.items() if path.startswith(root)}
    pdfs = {path: data for path, data in own.items() if path.startswith("pdf/")}
    if not pdfs and beside.shown is not None:
        pdfs = {_UNNAMED: beside.shown}
    sound = Sound()
    sound.empty(own, lambda path: _has_to_say(path, pages))
    wraps, roots, odd = all_wrapped(own, sound)
    shown = {path: sound.tried(path, _shown, data, path, pages, title, beside) for path, data in pdfs.items()}
    reads, said, found = _read(own, pages, sound, is_listed=is_bag or "mets.xml" in roots)
    if not shown and not reads and not wraps and not sound.damaged:
        raise DescriptionError(Finding("library.nothing_kept"), *causes(findings))
    by_article = {path: check_pages(wrap.pages, path, pages) for path, wrap in wraps.items() if wrap.pages}
    reports = [*(one for one in shown.values() if one is not None), *said.values(), *by_article.values()]
    facts = gathered(own, reads, wraps, roots, pages, issued)
    images = {path: one for path, one in images_of(own, facts).items() if sound.tried(path, size_of, one[1], path)}
    findings += [*list_findings(own, roots, is_bag), *odd, *found, *disagreeing(facts)]
    findings += dead_links(own, facts, wraps, roots)
    readable = {path: data for path, data in pdfs.items() if path not in sound.damaged}
    findings += _against_pdfs(readable, reads, images, pages)
    # A file of which anything was told is no witness of where articles stand, while there is another.
    doubted = {str(one.args.get("told_of") or one.place.file) for one in (*findings, *_all(said.values()))}
    read = reads | {path: wraps[path].pages for path in by_article}
    told = _told({path: read[path] for path in sorted(read, key=doubted.__contains__)}, said | by_article, pages)
    text = sound.tried(BY_ARTICLE, decoded, own[BY_ARTICLE], BY_ARTICLE) if BY_ARTICLE in own else None
    if told is not None:
        findings += _by_article(text, wraps, told)
    findings = causes((*sound.findings, *findings, *_all(reports)))
    if not reports:
        raise sound.refusal(*findings or [Finding("library.nothing_kept")])
    return _together(reports, findings)


def _read(
    files: Mapping[str, bytes], pages: Sequence[Page], sound: Sound, *, is_listed: bool
) -> tuple[dict[str, list[KeptPage]], dict[str, CheckReport], list[Finding]]:
    """Every file of a page by its path: what it says, how that differs from the copy; and what has no place there."""
    reads: dict[str, list[KeptPage]] = {}
    said: dict[str, CheckReport] = {}
    odd: list[Finding] = []
    for path, data in files.items():
        folder, _, name = path.partition("/")
        # What a desk leaves in a folder is told by the lists, where there are any, and is not read.
        if folder in _SAID and (name.endswith(_SAID[folder]) or not is_listed):
            found = sound.tried(path, read_and_compared, data, path, pages)
            if found is not None:
                reads[path], told, said[path] = found
                odd += told
    return reads, said, odd


def _has_to_say(path: str, pages: Sequence[Page]) -> bool:
    """Whether a file is read that is never empty; a text is where there is a page without words."""
    return path.partition("/")[0] in _READ and (not path.endswith(".txt") or all(map(has_words, pages)))


def has_words(page: Page) -> bool:
    """Whether anything of a page is read."""
    return bool(expected_page(page).whole.text)


def _shown(data: bytes, path: str, pages: Sequence[Page], title: str | None, beside: Beside) -> CheckReport:
    """A PDF of the archive against the copy. Raises PdfError by the file's path where it cannot be read."""
    # Bytes have no name for who reads them; a picture of the copy that is no longer sound keeps its own.
    try:
        report = check(data, pages, title=title, faces=beside.faces)
    except PdfError as error:
        raise type(error)(*(_of_file(one, path) for one in error.findings)) from error
    return replace(report, findings=tuple(_of_file(one, path) for one in report.findings))


def _of_file(finding: Finding, path: str) -> Finding:
    return replace(finding, place=Place(path)) if finding.place == Place(_UNNAMED) else finding


def _by_article(text: str | None, wraps: Mapping[str, Wrap], told: Told) -> Iterator[Finding]:
    """What is wrong with the articles of the edition; `text` is all that they say, where that is kept."""
    for wrap in wraps.values():
        yield from stories_apart(wrap, told)
    if text is not None:
        for finding in text_apart(text, "articles_text", told):
            yield placed(finding, BY_ARTICLE)


def read_and_compared(
    data: bytes, path: str, pages: Sequence[Page]
) -> tuple[list[KeptPage], list[Finding], CheckReport]:
    """What a kept file says, what stands in it that has no place there, and how its words differ from the copy."""
    read, odd = read_with_form(data, path, ours=True)
    return read, odd, check_pages(read, path, pages)


def _told(
    reads: Mapping[str, Sequence[KeptPage]], said: Mapping[str, CheckReport], pages: Sequence[Page]
) -> Told | None:
    """What all pages have to say, and which files say it with places, by the first that do; None where none is of some
    page.
    """
    expected: dict[int, ExpectedPage] = {}
    found: dict[int, list[KeptPage]] = {}
    for path, read in reads.items():
        for page, copy in zip(read, said[path].copy, strict=True):
            at = page_of(page, pages)
            expected.setdefault(at, copy)
            found.setdefault(at, []).append(page)
    if len(expected) < len(pages):
        return None
    whole = [expected[at] for at in range(len(pages))]
    return Told(pages, whole, agreeing(found, whole))


def _all(reports: Iterable[CheckReport]) -> Iterator[Finding]:
    return (finding for report in reports for finding in report.findings)


def _together(reports: Sequence[CheckReport], findings: Sequence[Finding]) -> CheckReport:
    """One report of all; what is counted is what the largest of them compared."""
    largest = max(reports, key=lambda one: (one.pages, one.ink))
    return replace(
        largest,
        file="",
        readers=tuple(dict.fromkeys(reader for one in reports for reader in one.readers)),
        orders=tuple(dict.fromkeys(order for one in reports for order in one.orders)),
        findings=tuple(findings),
    )


def _against_pdfs(
    pdfs: Mapping[str, bytes],
    kept: Mapping[str, Sequence[KeptPage]],
    images: Mapping[str, tuple[int, bytes]],
    pages: Sequence[Page],
) -> Iterator[Finding]:
    """What kept files and images show otherwise than the PDFs do."""
    for path, data in pdfs.items():
        yield from _against_pdf(path, data, kept, pages)
        yield from images_apart(data, path, images, [page.sheet.bleed_pt for page in pages])


def _against_pdf(
    name: str, pdf: bytes, kept: Mapping[str, Sequence[KeptPage]], pages: Sequence[Page]
) -> Iterator[Finding]:
    """Characters that a kept file puts elsewhere than the PDF shows them."""
    with opened(pdf, name) as document:
        shown = [page for page, _ in read_pages(document, name, {}, Ink(name, ()))]
    for path, found in kept.items():
        for one in found:
            at = page_of(one, pages)
            if one.size is None or at >= len(shown):
                continue
            sheet = pages[at].sheet
            width = sheet.width_pt + 2 * sheet.bleed_pt
            glyphs = one.glyphs(width, sheet.bleed_pt)
            for number, oddity in apart_from(shown[at].stream, glyphs, width / one.size[0]):
                names = [line.name for _, line in one.lines() for _ in line.signs]
                told = replace(oddity, args={**oddity.args, "name": names[number]})
                yield placed(oddity_finding(at + 1, told), path)
