"""`jxprint check`: a finished PDF against the copy that it was made from."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from msgspec import Struct

from jxprint.cli.answers import Progress, answer, answer_json, as_dicts, input_bytes, remark, severity_label
from jxprint.cli.check_other import refuse_options, run_other, text_files, text_options
from jxprint.cli.press_options import impose_option, on_sheets
from jxprint.cli.sealing_options import proving_options
from jxprint.cli.session import Session
from jxprint.cli.spoken import SpokenCommand, json_option, limits_option
from jxprint.errors import Finding, Place, UsageError
from jxprint.intake.kinds import no_file
from jxprint.messages import render, text

# See jxprint.seal.block; of several lines one is whole whatever byte is damaged.
_MARKS, _HEAD = (b"%jxprint-seal ", b"%sha256 ", b"%ed25519 "), 512
# So much of a file tells whether it is a PDF.
_PEEK = 1024
# What is named so is no PDF, also where it is empty.
_KEPT = (".txt", ".xml", ".html", ".json")

if TYPE_CHECKING:
    from jxprint.checker import CheckReport
    from jxprint.checker.faces import FontFile
    from jxprint.model import Page
    from jxprint.press.asked import Impose
    from jxprint.press.plan import Side


def command(language: str) -> click.Command:
    """The subcommand in one language."""
    return SpokenCommand(
        "check",
        language,
        "command.help.check",
        run,
        [
            click.Argument(["file"], metavar="FILE"),
            click.Argument(["folders"], nargs=-1, metavar="[DIR...]", type=click.Path(path_type=Path, allow_dash=True)),
            click.Option(
                ["--against"],
                multiple=True,
                metavar="DIR|TEXT",
                type=click.Path(path_type=Path, allow_dash=True),
                help=text("command.help.check_against", language),
            ),
            click.Option(
                ["--dump"],
                metavar="FILE",
                type=click.Path(path_type=Path),
                help=text("command.help.check_dump", language),
            ),
            click.Option(
                ["--html"],
                metavar="HTML",
                type=click.Path(path_type=Path),
                help=text("command.help.check_html", language),
            ),
            limits_option(language),
            *_for_some(language),
            json_option(language),
        ],
    )


def _for_some(language: str) -> list[click.Parameter]:
    """Options for sheets of two pages, for seals, and for copy that is a text file."""
    impose = impose_option(language, "command.help.check_impose")
    return [impose, *proving_options(language), *text_options(language)]


class Asked(Struct, frozen=True):
    """What the options of a check ask for, by their names on the command line."""

    against: tuple[Path, ...] = ()
    dump: Path | None = None
    html: Path | None = None
    manifest: Path | None = None
    key: Path | None = None
    ordered: bool = False
    whole: bool = False
    accept: tuple[str, ...] = ()
    impose: Impose | None = None


def run(session: Session, file: str, folders: tuple[Path, ...], limits: float, **options: Any) -> None:
    """Read the file back and compare it with the copy; exit code 1 where they differ. Without folders the copy is what
    the file carries, or its manifest.
    """
    from jxprint.intake.opening import raised

    with raised(limits):
        _run(session, file, folders, Asked(**options))


def _run(session: Session, file: str, folders: tuple[Path, ...], asked: Asked) -> None:
    given = input_bytes(file)
    pdf: Path | bytes = Path(file) if given is None else given
    if asked.html is not None:
        from jxprint.writers.files import refuse_replacing

        given_files = (None if given is not None else Path(file), asked.manifest, asked.key, asked.dump)
        refuse_replacing(asked.html, [path for path in given_files if path is not None])
    if (folders or asked.against) and is_kept_file(pdf):
        from jxprint.cli.check_kept import run_kept  # few files are a library's

        run_kept(session, pdf, (*folders, *asked.against), asked)
        return
    copy = text_files((*folders, *asked.against))
    if not copy:
        refuse_options(asked)
    if not folders and not asked.against:
        from jxprint.cli.proving import given_of, run_alone

        if asked.dump is not None or asked.impose is not None:
            raise UsageError(Finding("command.missing", args={"name": "DIR", "command": "jxprint check --help"}))
        if is_markup(pdf):
            raise UsageError(Finding("library.needs_copy", Place(file)))
        run_alone(session, given_of(pdf, asked.manifest, asked.key), asked.html)
        return
    if copy:
        if len(copy) < len(folders) + len(asked.against) or _besides_text(asked):
            raise UsageError(Finding("checks.other.mixed"))
        run_other(session, pdf, copy, asked)
        return
    with Progress() as progress:
        progress.step(text("command.doing.check", session.language))
        report, notes = _checked(session, pdf, (*folders, *asked.against), asked)
    answer_report(session, report, notes)


def _besides_text(asked: Asked) -> bool:
    """Whether something is asked for that means nothing where the copy is a text file."""
    return bool(asked.dump or asked.html or asked.manifest or asked.key or asked.impose)


def _checked(
    session: Session, pdf: Path | bytes, folders: tuple[Path, ...], asked: Asked
) -> tuple[CheckReport, Sequence[Finding]]:
    """The report of a check against folders, and what is told of the file's seal beside it."""
    from jxprint.checker import Begun, check
    from jxprint.cli.check_report import HtmlReport

    notes: Sequence[Finding] = ()
    with ExitStack() as stack:
        # Read while the copy is: but a report tells of the copy also where the file cannot be opened.
        name = "<pdf>" if isinstance(pdf, bytes) else str(pdf)
        file = Begun(pdf, name, at_once=True) if asked.html is None else None
        begun = pdf if file is None else stack.enter_context(file)
        from jxprint.description.editions import read_pages

        described = read_pages(folders)
        pages = on_sheets(described.pages, _sides(described.pages, asked.impose))
        told = stack.enter_context(HtmlReport(asked.html, pdf, described.pages, session.language))
        report = check(begun, pages, dump=asked.dump, title=described.title, faces=own_faces(described.pages))
        if asked.manifest is not None or asked.key is not None or carries_seal(pdf):
            from jxprint.cli.proving import given_of, with_seal  # few files are sealed
            from jxprint.seal.proving import look

            sealed = look(given_of(pdf, asked.manifest, asked.key))
            report, notes = with_seal(report, sealed, folders), sealed.notes
        told.write(report, [render(note, session.language) for note in notes], pages)
    return report, notes


def _sides(pages: Sequence[Page], impose: Impose | None) -> Sequence[Side]:
    """The sheets that pages stand on. Raises UsageError where they go on none."""
    if impose is None:
        return ()
    from jxprint.press.plan import plan

    return plan([page.numbers for page in pages], impose)


def answer_report(session: Session, report: CheckReport, notes: Sequence[Finding] = ()) -> None:
    """Tell a report with what is told of the file's seal, and end with exit code 1 where something is wrong."""
    if session.json:
        answer_json(report.as_dict() | ({"seal": as_dicts(session, notes)} if notes else {}))
    else:
        for line in report.lines(session.language):
            answer(line)
        for note in notes:
            answer(severity_label(session, note) + render(note, session.language))
    if not report.ok:
        click.get_current_context().exit(1)


def carries_seal(pdf: Path | bytes) -> bool:
    """Whether a file says behind its header that it was sealed; most are not, and nothing more is loaded for them."""
    if isinstance(pdf, Path):
        with pdf.open("rb") as opened:
            pdf = opened.read(_HEAD)
    return any(mark in pdf[:_HEAD] for mark in _MARKS)


def is_kept_file(given: Path | bytes) -> bool:
    """Whether a file is one that a library keeps beside a PDF, by its name or its first bytes; or a folder of them."""
    is_named = isinstance(given, Path) and (given.suffix.lower() in _KEPT or given.is_dir())
    return is_named or is_markup(given)


def is_markup(given: Path | bytes) -> bool:
    """Whether a file begins as XML or JSON, and is no PDF."""
    if isinstance(given, Path):
        if no_file(given) is not None:  # a pipe would keep whoever opens it waiting
            return False
        try:
            with given.open("rb") as opened:
                given = opened.read(_PEEK)
        except (OSError, ValueError):
            return False  # told by whoever reads it
    head = given[:_PEEK]
    return b"%PDF-" not in head and head.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] in (b"<", b"{", b"[")


def own_faces(pages: Sequence[Page]) -> list[FontFile]:
    """The faces of a newsroom's own that some pages may be set with."""
    from jxprint.checker.faces import FontFile

    found: dict[FontFile, None] = {}
    for page in pages:
        if page.style.fonts:
            from jxprint.fonts import open_library  # nothing is opened for a page in the faces that come along

            library = open_library(page.style.fonts, base=Path(page.file).parent, places=page.style.font_places)
            found |= dict.fromkeys(FontFile(face.path, face.index) for face in library.own_faces)
    return list(found)


def refuse_unless(session: Session, report: CheckReport) -> None:
    """End the command with CheckFailed's exit code, telling all, unless the report is clean."""
    from jxprint.errors import CheckFailed

    if report.ok:
        return
    if session.json:
        answer_json(report.as_dict())
    else:
        for line in report.lines(session.language):
            remark(line)
    click.get_current_context().exit(CheckFailed.exit_code)
