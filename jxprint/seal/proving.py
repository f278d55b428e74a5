"""A file proved by its seal or manifest alone: its bytes, the copy that it carries, and the page against that copy."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec import Struct
from msgspec.structs import replace

from jxprint.checker import CheckReport, check
from jxprint.checker.whole import LOST_SEAL
from jxprint.description.editions import read_pages
from jxprint.errors import DescriptionError, Finding, PdfError, Phrase, Place, UsageError
from jxprint.model import Page
from jxprint.resources import styles_folder
from jxprint.seal import Seal, block, manifest
from jxprint.seal.attached import attached_seal
from jxprint.seal.files import lay_out
from jxprint.seal.keys import PublicKey
from jxprint.seal.making import sealed_page

# Where so much of the copy is wrong, a seal is that of another page: differences one by one tell nothing.
_OTHER_PAGE = 0.5


class Given(Struct, frozen=True):
    """What is to be proved: the file, what messages call it, its bytes, a manifest beside it and a public key."""

    pdf: bytes
    name: str
    manifest: Path | None = None
    key: PublicKey | None = None


class Proof(Struct, frozen=True):
    """A report, the pages that the seal has, and what is told of the seal beside it."""

    report: CheckReport
    pages: tuple[Page, ...]
    notes: tuple[Finding, ...]


class Sealed(Struct, frozen=True):
    """What a file is sealed with: the seal, what is wrong with the bytes, and what is told of both."""

    seal: Seal | None
    findings: tuple[Finding, ...]
    notes: tuple[Finding, ...] = ()


def look(given: Given) -> Sealed:
    """The seal of a file, or its manifest's, and what its bytes prove. Raises PdfError where one is no such thing."""
    beside = _beside(given) if given.manifest is not None else Sealed(None, ())
    carried = _carried(given)
    if given.manifest is None and carried.seal is None and not carried.findings and given.key is not None:
        return Sealed(None, (Finding("seal.not_sealed", Place(file=given.name)),))
    notes = beside.notes if given.manifest is not None else carried.notes
    return Sealed(beside.seal or carried.seal, (*beside.findings, *carried.findings), notes)


def _beside(given: Given) -> Sealed:
    assert given.manifest is not None  # asked for those alone
    found, name = manifest.read_manifest(given.manifest), str(given.manifest)
    wrong = manifest.judged(found, given.pdf, given.name, name, given.key)
    told = [] if wrong else [_told(found.seal, bool(found.ed25519), given.key, Place(file=name))]
    return Sealed(found.seal, tuple(wrong), tuple(told))


def _carried(given: Given) -> Sealed:
    """Where bytes have changed, that is told, and not what follows from it. A manifest's signature is for the file as
    well.
    """
    place = Place(file=given.name)
    key = given.key if given.manifest is None else None
    wrong = block.judged(given.pdf, given.name, key) if block.has_lines(given.pdf) else []
    try:
        seal = attached_seal(given.pdf, given.name)
    except PdfError:
        if wrong:
            raise PdfError(*wrong) from None
        raise
    if seal is None:
        missing = [Finding("seal.gone", place)] if block.has_lines(given.pdf) else []
        return Sealed(None, tuple(wrong or missing))
    wrong = wrong or block.judged(given.pdf, given.name, key)
    lines = block.read(given.pdf)
    told = [] if wrong else [_told(seal, lines is not None and bool(lines.signature), key, place)]
    return Sealed(seal, tuple(wrong), tuple(told))


def prove(given: Given) -> Proof:
    """Check a file by its seal or manifest. Raises PdfError where that cannot be read, and UsageError where there is
    none.
    """
    sealed = look(given)
    if sealed.seal is None:
        if sealed.findings and given.key is None:
            raise PdfError(*sealed.findings)
        raise UsageError(*(sealed.findings or (Finding("seal.none", Place(file=given.name)),)))
    with TemporaryDirectory(prefix="jxprint-") as folder:
        root = Path(folder).resolve()
        carrier = str(given.manifest or given.name)
        pages, title = _read(lay_out(sealed.seal, root, carrier), root, carrier)
        try:
            report = check(given.pdf, pages, title=title)
        except PdfError as refusal:
            named = [replace(one, place=Place(file=given.name)) for one in refusal.findings]
            raise PdfError(*named) from None
        # That the digest is gone has been told where the seal was looked at.
        told = [_named(one, given.name) for one in report.findings if one.key != LOST_SEAL or not sealed.findings]
        report = replace(report, findings=tuple(told))
        findings = [*sealed.findings, *_contradictions(sealed, pages, report, given)]
        notes = [*sealed.notes, *_versions(sealed.seal, given.name)]
        report = replace(report, file=given.name, findings=tuple(_outside(one, root) for one in findings))
    return Proof(report, pages, tuple(notes))


def compared(seal: Seal, folders: Sequence[Path]) -> Iterator[Finding]:
    """Which files of the pages' folders are not as they were sealed."""
    if len(folders) != len(seal.folders):
        return
    for folder, named in zip(folders, seal.folders, strict=True):
        prefix = "" if named == "." else f"{named}/"
        for one in seal.files:
            path = folder / one.name.removeprefix(prefix)
            if not one.name.startswith(prefix):
                continue
            try:
                same = sha256(path.read_bytes()).hexdigest() == one.sha256
            except OSError:
                same = False
            if not same:
                yield Finding("seal.folder_changed", Place(file=str(path)), {"sealed": one.name})


def _read(folders: Sequence[Path], root: Path, name: str) -> tuple[tuple[Page, ...], str | None]:
    try:
        described = read_pages(folders)
    except (DescriptionError, UsageError) as refusal:
        first = _outside(refusal.findings[0], root)
        args = {"sealed": str(first.place) or "—", "told": Phrase(first.key, first.args)}
        raise PdfError(Finding("seal.copy_unreadable", Place(file=name), args)) from None
    return described.pages, described.title


def _contradictions(sealed: Sealed, pages: Sequence[Page], report: CheckReport, given: Given) -> Iterator[Finding]:
    """What the check found, and where the seal says two things; of another page's seal that alone, or nothing where
    it is known already that the manifest is another file's.
    """
    seal = sealed.seal
    assert seal is not None  # its pages are here
    place = Place(file=str(given.manifest or given.name))
    carrier = Phrase("seal.word" if given.manifest is None else "seal.word_manifest")
    if tuple(map(sealed_page, pages)) != seal.pages:
        yield Finding("seal.says_two_things", place, {"carrier": carrier, "made_by": seal.made_by})
    errors = dict(report.errors).get("exact", 0)
    if report.characters and errors > _OTHER_PAGE * report.characters:
        if all(one.key != "seal.not_this_file" for one in sealed.findings):
            counts = {"errors": f"{errors:,}", "characters": f"{report.characters:,}"}
            yield Finding("seal.other_page", place, {"carrier": carrier, **counts})
    else:
        yield from report.findings


def _named(finding: Finding, name: str) -> Finding:
    """A finding of the check, which was given bytes without a name."""
    if finding.place.file != "<pdf>":
        return finding
    return replace(finding, place=replace(finding.place, file=name))


def _told(seal: Seal, is_signed: bool, key: PublicKey | None, place: Place) -> Finding:
    args = {"made_by": seal.made_by[:60], "files": len(seal.files), "key": key.id if key is not None else ""}
    if key is not None:
        return Finding("seal.signed_by", place, args, "note")
    return Finding("seal.signed_unproved" if is_signed else "seal.unsigned", place, args, "note")


def _versions(seal: Seal, name: str) -> Iterator[Finding]:
    """House styles that came with the jxprint that made the file and are others in this one."""
    for style in seal.styles:
        try:
            same = sha256((styles_folder() / Path(style.name).name).read_bytes()).hexdigest() == style.sha256
        except OSError:
            same = False
        if not same:
            args = {"style": style.name[:60], "made_by": seal.made_by[:60]}
            yield Finding("seal.other_style", Place(file=name), args, "note")


def _outside(finding: Finding, root: Path) -> Finding:
    """The finding with the names that files have in the seal."""
    start = f"{root}/"

    def named(value: object) -> object:
        if isinstance(value, str):
            return value.replace(start, "").replace(str(root), "")
        return (
            replace(value, args={key: named(one) for key, one in value.args.items()})
            if isinstance(value, Phrase)
            else value
        )

    place = finding.place
    if place.file is not None:
        place = replace(place, file=str(named(place.file.replace("\\", "/") if "\\" in str(root) else place.file)))
    return replace(finding, place=place, args={key: named(value) for key, value in finding.args.items()})
