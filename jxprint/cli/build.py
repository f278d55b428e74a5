"""`jxprint build`: pages in, one PDF out."""

from __future__ import annotations

import sys
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import click

from jxprint.cli.answers import Progress, answer_json, as_dicts, remark, standard_output, tell
from jxprint.cli.session import Session
from jxprint.cli.spoken import SpokenCommand, json_option
from jxprint.errors import Finding, JxprintError, UsageError
from jxprint.messages import text

if TYPE_CHECKING:
    from jxprint.checker import CheckReport
    from jxprint.fonts import Library
    from jxprint.model import Page
    from jxprint.placed import PlacedPage


def command(language: str) -> click.Command:
    """The subcommand in one language."""
    return SpokenCommand(
        "build",
        language,
        "command.help.build",
        run,
        [
            click.Argument(["folders"], nargs=-1, required=True, metavar="DIR...", type=click.Path(path_type=Path)),
            click.Option(
                ["-o", "--output"], required=True, metavar="FILE", help=text("command.help.build_output", language)
            ),
            click.Option(["--check"], is_flag=True, help=text("command.help.build_check", language)),
            json_option(language),
        ],
    )


def run(session: Session, folders: tuple[Path, ...], output: str, check: bool) -> None:
    """Read, compose, write and, when asked, prove; the file appears whole or not at all."""
    _refuse_terminal(session, output)
    with Progress() as progress:
        pages, notes = _read(session, folders, progress)
        placed, library = _compose(session, pages, folders, progress)
        progress.step(text("command.doing.write", session.language))
        report = _write(session, pages, placed, library, output, check, progress)
    tell(session, notes)
    if session.json:
        answer: dict[str, object] = {"ok": True, "output": output, "pages": len(pages)}
        answer["notes"] = as_dicts(session, notes)
        if report is not None:
            answer["check"] = report.as_dict()
        answer_json(answer)
    elif report is not None:
        for line in report.lines(session.language):
            remark(line)


def _refuse_terminal(session: Session, output: str) -> None:
    """A PDF on a terminal helps nobody, and JSON in the middle of one neither."""
    if output == "-" and sys.stdout.isatty():
        raise UsageError(Finding("command.pdf_to_terminal"))
    if output == "-" and session.json:
        raise UsageError(Finding("command.two_on_stdout"))


def _read(session: Session, folders: tuple[Path, ...], progress: Progress) -> tuple[list[Page], list[Finding]]:
    """All pages; what is wrong with any of them is told at once."""
    from jxprint.description import read_page_with_notes

    pages: list[Page] = []
    notes: list[Finding] = []
    refusals: list[JxprintError] = []
    for number, folder in enumerate(folders, 1):
        progress.step(_counted("command.doing.read", session, number, len(folders)))
        try:
            page, found = read_page_with_notes(folder)
        except JxprintError as refusal:
            refusals.append(refusal)
        else:
            pages.append(page)
            notes.extend(found)
    _raise_all(refusals)
    return pages, notes


def _compose(
    session: Session, pages: list[Page], folders: tuple[Path, ...], progress: Progress
) -> tuple[list[PlacedPage], Library]:
    from jxprint.composition import compose
    from jxprint.fonts import open_library

    if any(page.style.fonts != pages[0].style.fonts for page in pages):
        raise UsageError(Finding("command.fonts_differ"))
    library = open_library(pages[0].style.fonts, base=folders[0])
    placed: list[PlacedPage] = []
    refusals: list[JxprintError] = []
    for number, page in enumerate(pages, 1):
        progress.step(_counted("command.doing.compose", session, number, len(pages)))
        try:
            placed.append(compose(page, library))
        except JxprintError as refusal:
            refusals.append(refusal)
    _raise_all(refusals)
    return placed, library


def _write(
    session: Session,
    pages: list[Page],
    placed: list[PlacedPage],
    library: Library,
    output: str,
    check: bool,
    progress: Progress,
) -> CheckReport | None:
    """Write the file; with `--check` it is proved in memory first, and takes its place only when it holds."""
    from jxprint.writers.pdf import write_pdf

    sink = standard_output() if output == "-" else Path(output)
    if not check:
        write_pdf(placed, library, sink)
        return None
    from jxprint.checker import check as check_pdf
    from jxprint.cli.check import refuse_unless
    from jxprint.writers.files import write_whole

    finished = BytesIO()
    write_pdf(placed, library, finished)
    progress.step(text("command.doing.check", session.language))
    report = check_pdf(finished.getvalue(), pages)
    refuse_unless(session, report)
    write_whole(sink, finished.getvalue())
    return report


def _counted(key: str, session: Session, number: int, of: int) -> str:
    return text(key, session.language, number=number, of=of)


def _raise_all(refusals: list[JxprintError]) -> None:
    """One error with the findings of all pages, of the class of the first."""
    if refusals:
        findings = [finding for refusal in refusals for finding in refusal.findings]
        raise type(refusals[0])(*findings) from refusals[0]
