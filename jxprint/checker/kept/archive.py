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
from jxprint.checker.kept.files import BY_ARTICLE, read_with_form
from jxprint.checker.kept.following import causes, placed
from jxprint.checker.kept.forms.files import form_of_json, form_of_xml
from jxprint.checker.kept.gathering import Issued, dead_links, gathered, images_of, unlinked
from jxprint.checker.kept.images import images_apart
from jxprint.checker.kept.manifest import manifest_wrap
from jxprint.checker.kept.mets import mets_wrap
from jxprint.checker.kept.places import apart_from
from jxprint.checker.kept.premis import premis_findings
from jxprint.checker.kept.seen import KeptPage
from jxprint.checker.kept.stories import Told, agreeing, stories_apart, text_apart
from jxprint.checker.kept.told import decoded
from jxprint.checker.kept.wraps import Wrap
from jxprint.checker.reader import read_pages
from jxprint.errors import DescriptionError, Finding, PdfError, Place
from jxprint.intake.opening import opened
from jxprint.intake.xml_tree import parsed
from jxprint.model import Page

# A PDF that has no name.
_UNNAMED = "<pdf>"
# Folders of an archive whose files say the copy.
_WRAPS = ("mets.xml", "premis.xml", "manifest.json", "articles.json")
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
        pdfs = {_UNNAMED: beside.shown}
    kept = {path: data for path, data in own.items() if path.partition("/")[0] in _SAID}
    wraps, odd = _wrapped(own)
    if not pdfs and not kept and not wraps:
        raise DescriptionError(Finding("library.nothing_kept"))
    reports = [_shown(data, path, pages, title, beside) for path, data in pdfs.items()]
    reads: dict[str, list[KeptPage]] = {}
    said: dict[str, CheckReport] = {}
    for path, data in kept.items():
        reads[path], found, said[path] = read_and_compared(data, path, pages)
        odd += found
    by_article = {path: check_pages(wrap.pages, path, pages) for path, wrap in wraps.items() if wrap.pages}
    reports += [*said.values(), *by_article.values()]
    facts = gathered(own, reads, wraps, pages, issued)
    findings += [*odd, *disagreeing(facts), *dead_links(own, facts, wraps)]
    for path, data in pdfs.items():
        findings += _against_pdf(path, data, reads, pages)
        findings += images_apart(data, path, images_of(own, facts), [page.sheet.bleed_pt for page in pages])
    # A file of which anything was told is no witness of where articles stand, while there is another.
    doubted = {str(one.args.get("told_of") or one.place.file) for one in (*findings, *_all(said.values()))}
    read = reads | {path: wraps[path].pages for path in by_article}
    told = _told({path: read[path] for path in sorted(read, key=doubted.__contains__)}, said | by_article, pages)
    if told is not None:
        findings += _by_article(own, wraps, told)
    return _together(reports, findings)


def _shown(data: bytes, path: str, pages: Sequence[Page], title: str | None, beside: Beside) -> CheckReport:
    """A PDF of the archive against the copy. Raises PdfError by the file's path where it cannot be read."""
    try:
        return check(data, pages, title=title, faces=beside.faces)
    except PdfError as error:
        # Bytes have no name for who reads them; a picture of the copy that is no longer sound keeps its own.
        own = (replace(one, place=Place(path)) if one.place == Place(_UNNAMED) else one for one in error.findings)
        raise type(error)(*own) from error


def _by_article(files: Mapping[str, bytes], wraps: Mapping[str, Wrap], told: Told) -> Iterator[Finding]:
    """What is wrong with the articles of the edition."""
    for wrap in wraps.values():
        yield from stories_apart(wrap, told)
    if BY_ARTICLE in files:
        for finding in text_apart(decoded(files[BY_ARTICLE], BY_ARTICLE), "articles_text", told):
            yield placed(finding, BY_ARTICLE)


def _wrapped(files: Mapping[str, bytes]) -> tuple[dict[str, Wrap], list[Finding]]:
    """What wraps the edition by article, by its path; and what stands in those files, and in PREMIS, that has no place
    there.
    """
    wraps: dict[str, Wrap] = {}
    odd: list[Finding] = []
    for name in (name for name in _WRAPS if name in files):
        wrap, found = wrapped(files[name], name)
        odd += found
        if wrap is not None:
            wraps[name] = wrap
    if "manifest.json" in wraps:
        odd += unlinked(files, wraps["manifest.json"])
    return wraps, odd


def wrapped(data: bytes, name: str) -> tuple[Wrap | None, list[Finding]]:
    """What a file wraps (nothing: PREMIS), and what is wrong with it by itself."""
    wrap: Wrap | None = None
    if name.endswith(".xml"):
        root = parsed(data, name, qualified=True)
        odd = form_of_xml(root, name)
        if name == "mets.xml":
            wrap = mets_wrap(root)
        else:
            odd += premis_findings(root, name)
    else:
        is_manifest = name == "manifest.json"
        wrap = manifest_wrap(data, name) if is_manifest else articles_wrap(data, name)
        odd = form_of_json(data, name, "Manifest" if is_manifest else "")
    if wrap is not None:
        wrap.file = name
    return wrap, odd


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
        findings=tuple(causes((*findings, *_all(reports)))),
    )


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
