"""An archive read back whole: its bag, the digests of its METS, every kept file and the PDF against the copy, and the
places of the one against those of the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import new as digest_of
from pathlib import PurePosixPath

from msgspec.structs import replace

from jxprint.checker import CheckReport, check
from jxprint.checker.comparison import oddity_finding
from jxprint.checker.expected import ExpectedPage
from jxprint.checker.faces import FontFile
from jxprint.checker.ink import Ink
from jxprint.checker.kept.articles import articles_wrap
from jxprint.checker.kept.comparing import check_pages, page_of
from jxprint.checker.kept.files import BY_ARTICLE, read_kept
from jxprint.checker.kept.manifest import manifest_wrap
from jxprint.checker.kept.places import apart_from
from jxprint.checker.kept.seen import KeptPage
from jxprint.checker.kept.stories import Told, agreeing, stories_apart, text_apart
from jxprint.checker.kept.told import decoded
from jxprint.checker.kept.wraps import Wrap, mets_wrap
from jxprint.checker.reader import read_pages
from jxprint.errors import DescriptionError, Finding, Place
from jxprint.intake.opening import opened
from jxprint.intake.xml_tree import parsed
from jxprint.model import Page

# Folders of an archive whose files say the copy.
_SAID = ("alto", "page", "hocr", "json", "text")
_SUMS = ("sha256", "sha512")
_LINE = re.compile(r"([0-9a-f]+)[ \t]+\*?(.+)")


def check_archive(
    files: Mapping[str, bytes], pages: Sequence[Page], title: str | None = None, faces: Sequence[FontFile] = ()
) -> CheckReport:
    """Compare all that an archive holds with the copy; `files` are by their paths from its folder, with /. `title` and
    `faces` as for jxprint.checker.check. Raises DescriptionError or PdfError where a file cannot be read.
    """
    findings = list(_bag(files)) if "bagit.txt" in files else []
    root = "data/" if "bagit.txt" in files else ""
    own = {path.removeprefix(root): data for path, data in files.items() if path.startswith(root)}
    findings += _wrapped(own)
    pdfs = {path: data for path, data in own.items() if path.startswith("pdf/")}
    kept = {path: data for path, data in own.items() if path.partition("/")[0] in _SAID}
    if not pdfs and not kept:
        raise DescriptionError(Finding("library.nothing_kept"))
    reports = [check(data, pages, title=title, faces=faces) for data in pdfs.values()]
    reads = {path: read_kept(data, path) for path, data in kept.items()}
    said = {path: check_pages(read, path, pages) for path, read in reads.items()}
    wraps = list(_wraps(own))
    reports += [*said.values(), *(check_pages(wrap.pages, wrap.kind, pages) for wrap in wraps if wrap.pages)]
    for path, data in pdfs.items():
        findings += _apart(path, data, reads.values(), pages)
    told = _told(reads, said, pages)
    if told is not None:
        findings += [finding for wrap in wraps for finding in stories_apart(wrap, told)]
        if BY_ARTICLE in own:
            findings += text_apart(decoded(own[BY_ARTICLE], BY_ARTICLE), "articles_text", told)
    return _together(reports, findings)


def _wraps(files: Mapping[str, bytes]) -> Iterator[Wrap]:
    """What wraps the edition by article."""
    if "mets.xml" in files:
        yield mets_wrap(parsed(files["mets.xml"], "mets.xml"))
    if "manifest.json" in files:
        yield manifest_wrap(files["manifest.json"], "manifest.json")
    if "articles.json" in files:
        yield articles_wrap(files["articles.json"], "articles.json")


def _told(
    reads: Mapping[str, Sequence[KeptPage]], said: Mapping[str, CheckReport], pages: Sequence[Page]
) -> Told | None:
    """What all pages have to say, and which files say it with places; None where none is of some page."""
    expected: dict[int, ExpectedPage] = {}
    found: dict[int, list[KeptPage]] = {}
    for folder in _SAID:
        for path in (path for path in reads if path.startswith(f"{folder}/")):
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


def _bag(files: Mapping[str, bytes]) -> Iterator[Finding]:
    """What is wrong with a bag: files that its manifests do not know, that are not there, or whose digests differ."""
    for name in _SUMS:
        for manifest, inside in ((f"manifest-{name}.txt", True), (f"tagmanifest-{name}.txt", False)):
            if manifest not in files:
                yield Finding("library.file_missing", Place(manifest))
                continue
            listed = dict(_listed(files[manifest]))
            yield from _sums(listed, files, name)
            there = [path for path in files if path.startswith("data/") == inside]
            strange = [path for path in there if path not in listed and not path.startswith("tagmanifest-")]
            yield from (Finding("library.file_unlisted", Place(path), {"manifest": manifest}) for path in strange)


def _listed(manifest: bytes) -> Iterator[tuple[str, str]]:
    for line in manifest.decode("utf-8", "replace").splitlines():
        found = _LINE.fullmatch(line)
        if found is not None:
            yield found[2].replace("%0A", "\n").replace("%0D", "\r").replace("%25", "%"), found[1]


def _sums(listed: Mapping[str, str], files: Mapping[str, bytes], name: str) -> Iterator[Finding]:
    for path, sum_ in listed.items():
        if path not in files:
            yield Finding("library.file_missing", Place(path))
        elif digest_of(name, files[path]).hexdigest() != sum_:
            yield Finding("library.file_changed", Place(path), {"sum": name})


def _wrapped(files: Mapping[str, bytes]) -> Iterator[Finding]:
    """Files that the METS names and that are not there, or are others, and those that it does not name."""
    if "mets.xml" not in files:
        return
    root = parsed(files["mets.xml"], "mets.xml")
    listed: dict[str, str] = {}
    for file in root.all("file", "mdRef"):
        place = file if file.name == "mdRef" else file.first("FLocat")
        path = "" if place is None else place.attributes.get("href", "")
        listed[str(PurePosixPath(path))] = file.attributes.get("CHECKSUM", "")
    yield from _sums(listed, files, "sha256")
    named = {*listed, "mets.xml", "manifest.json"}
    strange = [path for path in files if path not in named]
    yield from (Finding("library.file_unlisted", Place(path), {"manifest": "mets.xml"}) for path in strange)


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
            glyphs = one.glyphs(sheet.width_pt + 2 * sheet.bleed_pt, sheet.bleed_pt)
            for oddity in apart_from(shown[at].stream, glyphs):
                told = replace(oddity, args={**oddity.args, "kind": one.kind})
                yield oddity_finding(at + 1, told)
