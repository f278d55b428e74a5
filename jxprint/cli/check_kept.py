"""`jxprint check` of a file that a library keeps beside a PDF: ALTO, PAGE XML, hOCR, JSON, text."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from jxprint.cli.answers import Progress
from jxprint.cli.session import Session
from jxprint.errors import DescriptionError, Finding, Place, UsageError
from jxprint.messages import text

if TYPE_CHECKING:
    from jxprint.cli.check import Asked


def run_kept(session: Session, given: Path | bytes, folders: Sequence[Path], asked: Asked) -> None:
    """Compare a kept file with the copy of the pages in some folders; exit code 1 where they differ."""
    from jxprint.checker.kept.comparing import check_kept
    from jxprint.cli.check import answer_report
    from jxprint.description.editions import read_pages

    if asked.dump or asked.html or asked.manifest or asked.key or asked.ordered or asked.whole or asked.accept:
        raise UsageError(Finding("library.plain_check"))
    name = "-" if isinstance(given, bytes) else str(given)
    with Progress() as progress:
        progress.step(text("command.doing.check", session.language))
        data = given if isinstance(given, bytes) else _read(given)
        report = check_kept(data, name, read_pages(folders).pages)
    answer_report(session, report)


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
