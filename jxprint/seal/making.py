"""A seal made of pages that are about to be written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path

from jxprint import __version__
from jxprint.checker.expected import expected_page
from jxprint.errors import Finding, OutputError, Place, UsageError
from jxprint.model import Advertisement, Ornament, Page, Picture
from jxprint.profile import Profile
from jxprint.resources import fonts_folder, styles_folder
from jxprint.seal import (
    FORMAT,
    MOST_BYTES,
    NAME,
    VERSION,
    Seal,
    SealedFace,
    SealedFile,
    SealedPage,
    SealedPassage,
    encode,
)
from jxprint.seal.files import sealed_file, sealed_files
from jxprint.writers.pdf.attachments import Attachment

# Own faces are told by their hashes: their licences seldom allow more.
_FACES = (".otf", ".ttf", ".ttc", ".otc", ".woff", ".woff2")


def seal_of(pages: Sequence[Page], folders: Sequence[Path], sources: Iterable[Path]) -> Seal:
    """The seal of pages in the order of their file; `folders` are theirs, or the edition's, `sources` the files that
    they were made from. Raises OutputError for a file that can no longer be read.
    """
    carried = styles_folder().resolve()
    own: list[Path] = []
    styles: list[SealedFile] = []
    faces = [SealedFace("catalogue.toml", _hash(fonts_folder() / "catalogue.toml"))]
    for path in dict.fromkeys(sources):
        if path.suffix.lower() in _FACES:
            faces.append(SealedFace(path.name, _hash(path)))
        elif path.resolve().parent == carried:
            styles.append(sealed_file(path, path.name))
        else:
            own.append(path)
    named, files = sealed_files(own, folders, dict(_pixels(pages)))
    told = tuple(sealed_page(page) for page in pages)
    return Seal(FORMAT, VERSION, f"jxprint {__version__}", named, files, tuple(styles), told, tuple(faces))


def sealed_page(page: Page) -> SealedPage:
    """What a page says, as a seal has it. Of a story that goes on elsewhere each page's part says all of it: the cut is
    the file's to show.
    """
    articles = tuple(
        tuple(SealedPassage(one.part, one.role, one.number, one.text) for one in article.passages)
        for article in expected_page(page).articles
    )
    return SealedPage(page.title, page.language, articles)


def attachment_of(seal: Seal) -> Attachment:
    """A seal as a file that a PDF carries. Raises OutputError where it is larger than any check would read."""
    data = encode(seal)
    if len(data) > MOST_BYTES:
        largest = max(seal.files, key=lambda one: len(one.data or one.text or ""))
        args = {"size": len(data) >> 20, "limit": MOST_BYTES >> 20, "largest": largest.name}
        raise OutputError(Finding("seal.too_large", args=args))
    return Attachment(NAME, "application/json", data, "jxprint seal", "Data")


def refuse_forbidden(profile: Profile, output: str) -> None:
    """Raise UsageError where files of a profile may carry no other file, with the clause that says so."""
    if profile.forbids_files:
        args = {"profile": profile.title, "clause": profile.forbids_files}
        raise UsageError(Finding("seal.forbidden", Place(file=output), args))


def _hash(path: Path) -> str:
    try:
        return sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise OutputError(Finding("seal.unreadable", Place(file=str(path)), {"reason": str(error.strerror)})) from error


def _pixels(pages: Sequence[Page]) -> Iterator[tuple[Path, tuple[int, int]]]:
    for page in pages:
        for part in page.parts:
            shots = (
                part.shots
                if isinstance(part, Picture)
                else [part]
                if isinstance(part, (Advertisement, Ornament))
                else []
            )
            for shot in shots:
                if shot.file is not None and shot.pixels is not None and shot.artwork is None:
                    yield shot.file, shot.pixels
