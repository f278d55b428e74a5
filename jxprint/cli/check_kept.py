"""`jxprint check` of a file that a library keeps beside a PDF: ALTO, PAGE XML, hOCR, JSON, text."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from jxprint.cli.answers import Progress, tell
from jxprint.cli.session import Session
from jxprint.errors import DescriptionError, Finding, Place, UsageError
from jxprint.messages import text

# An issue of 100 pages with its images has 2 GiB; more is no archive of ours.
_MOST, _MOST_FILES = 4 << 30, 20_000

if TYPE_CHECKING:
    from jxprint.checker.kept.gathering import Issued
    from jxprint.cli.check import Asked


def run_kept(session: Session, given: Path | bytes, folders: Sequence[Path], asked: Asked) -> None:
    """Compare a kept file with the copy of the pages in some folders; exit code 1 where they differ."""
    from jxprint.cli.check import answer_report, own_faces
    from jxprint.description.editions import read_pages

    if asked.dump or asked.html or asked.manifest or asked.key or asked.ordered or asked.whole or asked.accept:
        raise UsageError(Finding("library.plain_check"))
    name = "-" if isinstance(given, bytes) else str(given)
    notes: list[Finding] = []
    with Progress() as progress:
        progress.step(text("command.doing.check", session.language))
        described = read_pages(folders)
        if isinstance(given, Path) and given.is_dir():
            from jxprint.checker.kept.archive import Beside, check_archive
            from jxprint.checker.kept.digests import is_a_bag

            files = _files(given)
            issued = issued_of(folders, described.title or described.pages[0].title)
            beside = Beside(own_faces(described.pages))
            report = check_archive(files, described.pages, described.title, issued, beside)
            if "mets.xml" not in files and not is_a_bag(files):
                notes.append(Finding("library.no_list", severity="note"))
        else:
            from jxprint.checker.kept.comparing import check_kept

            data = given if isinstance(given, bytes) else _read(given)
            if data[:64].lstrip()[:1] == b"[" and not name.lower().endswith(".txt"):  # JSON, and a list
                raise DescriptionError(Finding("library.unknown_kind", Place(name), {"what": "["}))
            report = check_kept(data, name, described.pages)
    tell(session, notes)
    answer_report(session, report)


def issued_of(folders: Sequence[Path], title: str) -> Issued:
    """What the edition's own file says of it, for whoever reads its archive back."""
    from jxprint.checker.kept.gathering import Issued
    from jxprint.description.editions import orders_of
    from jxprint.edition.publishing import published_of

    published = published_of(orders_of(folders))
    return Issued(title, published.paper, published.day, published.number)


def _files(folder: Path) -> dict[str, bytes]:
    """The files of an archive by their paths. Links lead out of it and are no files of it."""
    found: dict[str, bytes] = {}
    total = 0
    for path in sorted(folder.rglob("*")):
        if path.is_symlink() or not path.is_file():
            continue
        total += path.stat().st_size
        if total > _MOST or len(found) >= _MOST_FILES:
            what = f"> {_MOST >> 20} MiB" if total > _MOST else f"> {_MOST_FILES}"
            raise DescriptionError(Finding("library.too_large", Place(str(folder)), {"what": what}))
        found[path.relative_to(folder).as_posix()] = _whole(path)
    return found


def _whole(path: Path) -> bytes:
    from jxprint.intake.refusals import reason

    try:
        return path.read_bytes()
    except OSError as error:
        raise DescriptionError(Finding("copy.unreadable", Place(str(path)), {"reason": reason(error)})) from error


def _read(path: Path) -> bytes:
    from jxprint.intake.refusals import reason
    from jxprint.intake.xml_tree import MOST_BYTES

    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise DescriptionError(Finding("copy.unreadable", Place(str(path)), {"reason": reason(error)})) from error
    if len(data) > MOST_BYTES:
        raise DescriptionError(Finding("sources.too_large", Place(str(path)), {"what": f"> {MOST_BYTES >> 20} MiB"}))
    return data
