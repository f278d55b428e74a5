"""An archive read back whole: its bag, the digests of its METS, every kept file and the PDF against the copy, and the
places of the one against those of the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from jxprint.checker import CheckReport, check
from jxprint.checker.comparison import oddity_finding
from jxprint.checker.expected import ExpectedPage
from jxprint.checker.faces import FontFile
from jxprint.checker.ink import Ink
from jxprint.checker.kept.articles import articles_wrap
from jxprint.checker.kept.comparing import check_pages, page_of
from jxprint.checker.kept.digests import bag_findings, list_findings
from jxprint.checker.kept.facts import disagreeing
from jxprint.checker.kept.files import BY_ARTICLE, read_kept
from jxprint.checker.kept.gathering import Issued, dead_links, gathered, images_of
from jxprint.checker.kept.images import images_apart
from jxprint.checker.kept.manifest import manifest_wrap
from jxprint.checker.kept.mets import mets_wrap
from jxprint.checker.kept.places import apart_from
from jxprint.checker.kept.seen import KeptPage
from jxprint.checker.kept.stories import Told, agreeing, stories_apart, text_apart
from jxprint.checker.kept.told import decoded
from jxprint.checker.kept.wraps import Wrap
from jxprint.checker.reader import read_pages
from jxprint.errors import DescriptionError, Finding
from jxprint.intake.opening import opened
from jxprint.intake.xml_tree import parsed
from jxprint.model import Page

# Folders of an archive whose files say the copy.
_SAID = ("alto", "page", "hocr", "json", "text")


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
    for jxprint.checker.check; `issued` is what the edition says of itself. Raises DescriptionError or PdfError where a
    file cannot be read.
    """
    is_bag = "bagit.txt" in files
    findings = list(bag_findings(files)) if is_bag else []
    root = "data/" if is_bag else ""
    own = {path.removeprefix(root): data for path, data in files.items() if path.startswith(root)}
    findings += list_findings(own, is_bag)
    pdfs = {path: data for path, data in own.items() if path.startswith("pdf/")}
    if not pdfs and beside.shown is not None:
        pdfs = {"<pdf>": beside.shown}
    kept = {path: data for path, data in own.items() if path.partition("/")[0] in _SAID}
    wraps = dict(_wraps(own))
    if not pdfs and not kept and not wraps:
        raise DescriptionError(Finding("library.nothing_kept"))
    reports = [check(data, pages, title=title, faces=beside.faces) for data in pdfs.values()]
    reads = {path: read_kept(data, path) for path, data in kept.items()}
    said = {path: check_pages(read, path, pages) for path, read in reads.items()}
    reports += said.values()
    by_article = {path: check_pages(wrap.pages, wrap.kind, pages) for path, wrap in wraps.items() if wrap.pages}
    reports += by_article.values()
    facts = gathered(own, reads, wraps, pages, issued)
    missing = {one.place.file for one in findings}
    findings += disagreeing(facts)
    findings += [one for one in dead_links(own, facts, wraps) if one.args["link"] not in missing]
    for path, data in pdfs.items():
        findings += _apart(path, data, reads.values(), pages)
        findings += images_apart(data, path, images_of(own, facts), [page.sheet.bleed_pt for page in pages])
    told = _told(reads | {path: wraps[path].pages for path in by_article}, said | by_article, pages)
    if told is not None:
        findings += [finding for wrap in wraps.values() for finding in stories_apart(wrap, told)]
        if BY_ARTICLE in own:
            findings += text_apart(decoded(own[BY_ARTICLE], BY_ARTICLE), "articles_text", told)
    return _together(reports, findings)


def _wraps(files: Mapping[str, bytes]) -> Iterator[tuple[str, Wrap]]:
    """What wraps the edition by article, by its path."""
    if "mets.xml" in files:
        yield "mets.xml", mets_wrap(parsed(files["mets.xml"], "mets.xml"))
    if "manifest.json" in files:
        yield "manifest.json", manifest_wrap(files["manifest.json"], "manifest.json")
    if "articles.json" in files:
        yield "articles.json", articles_wrap(files["articles.json"], "articles.json")


def _told(
    reads: Mapping[str, Sequence[KeptPage]], said: Mapping[str, CheckReport], pages: Sequence[Page]
) -> Told | None:
    """What all pages have to say, and which files say it with places; None where none is of some page."""
    expected: dict[int, ExpectedPage] = {}
    found: dict[int, list[KeptPage]] = {}
    for folder in (*_SAID, ""):
        for path in (path for path in reads if path.rpartition("/")[0] == folder):
            for page, copy in zip(reads[path], said[path].copy, strict=True):
                at = page_of(page, pages)
                expected.setdefault(at, copy)
                found.setdefault(at, []).append(page)
    if len(expected) < len(pages):
        return None
    whole = [expected[at] for at in range(len(pages))]
    return Told(pages, whole, agreeing(found, whole))


def _together(reports: Sequence[CheckReport], findings: Sequence[Finding]) -> CheckReport:
    """One report of all; what is counted is what the largest of them compared."""
    largest = max(reports, key=lambda one: (one.pages, one.ink))
    return replace(
        largest,
        file="",
        readers=tuple(dict.fromkeys(reader for one in reports for reader in one.readers)),
        orders=tuple(dict.fromkeys(order for one in reports for order in one.orders)),
        findings=(*findings, *(finding for one in reports for finding in one.findings)),
    )


def _apart(name: str, pdf: bytes, kept: Iterable[Sequence[KeptPage]], pages: Sequence[Page]) -> Iterator[Finding]:
    """Characters that a kept file puts elsewhere than the PDF shows them."""
    with opened(pdf, name) as document:
        shown = [page for page, _ in read_pages(document, name, {}, Ink(name, ()))]
    for found in kept:
        for one in found:
            at = page_of(one, pages)
            if one.size is None or at >= len(shown):
                continue
            sheet = pages[at].sheet
            width = sheet.width_pt + 2 * sheet.bleed_pt
            glyphs = one.glyphs(width, sheet.bleed_pt)
            for oddity in apart_from(shown[at].stream, glyphs, width / one.size[0]):
                told = replace(oddity, args={**oddity.args, "kind": one.kind})
                yield oddity_finding(at + 1, told)
