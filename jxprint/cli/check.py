"""`jxprint check`: a finished PDF against the copy that it was made from."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from jxprint.cli.answers import Progress, answer, answer_json, input_bytes, remark
from jxprint.cli.sealing_options import proving_options
from jxprint.cli.session import Session
from jxprint.cli.spoken import SpokenCommand, json_option
from jxprint.messages import text

# See jxprint.seal.block; of several lines one is whole whatever byte is damaged.
_MARKS, _HEAD = (b"%jxprint-seal ", b"%sha256 ", b"%ed25519 "), 512

if TYPE_CHECKING:
    from jxprint.checker import CheckReport
    from jxprint.checker.faces import FontFile
    from jxprint.model import Page


def command(language: str) -> click.Command:
    """The subcommand in one language."""
    return SpokenCommand(
        "check",
        language,
        "command.help.check",
        run,
        [
            click.Argument(["file"], metavar="FILE"),
            click.Argument(["folders"], nargs=-1, metavar="[DIR...]", type=click.Path(path_type=Path)),
            click.Option(
                ["--against"],
                multiple=True,
                metavar="DIR",
                type=click.Path(path_type=Path),
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
            *proving_options(language),
            json_option(language),
        ],
    )


def run(
    session: Session,
    file: str,
    folders: tuple[Path, ...],
    against: tuple[Path, ...],
    dump: Path | None,
    html: Path | None,
    manifest: Path | None = None,
    key: Path | None = None,
) -> None:
    """Read the file back and compare it with the copy; exit code 1 where they differ. Without folders the copy is what
    the file carries, or its manifest.
    """
    from jxprint.checker import check
    from jxprint.cli.check_report import HtmlReport
    from jxprint.description.editions import read_pages

    given = input_bytes(file)
    pdf: Path | bytes = Path(file) if given is None else given
    named = (*folders, *against)
    if not named:
        from jxprint.cli.proving import given_of, run_alone

        run_alone(session, given_of(pdf, manifest, key), html)
        return
    sealed = None
    with Progress() as progress:
        progress.step(text("command.doing.check", session.language))
        described = read_pages(named)
        faces = own_faces(described.pages)
        with HtmlReport(html, pdf, described.pages, session.language) as told:
            report = check(pdf, described.pages, dump=dump, title=described.title, faces=faces)
            if manifest is not None or key is not None or carries_seal(pdf):
                from jxprint.cli.proving import given_of, with_seal
                from jxprint.seal.proving import look

                sealed = look(given_of(pdf, manifest, key))
                report = with_seal(report, sealed, named)
            told.write(report)
    if sealed is not None:
        from jxprint.cli.proving import tell_proved

        tell_proved(session, report, sealed.notes)
        return
    if session.json:
        answer_json(report.as_dict())
    else:
        for line in report.lines(session.language):
            answer(line)
    if not report.ok:
        click.get_current_context().exit(1)


def carries_seal(pdf: Path | bytes) -> bool:
    """Whether a file says behind its header that it was sealed; most are not, and nothing more is loaded for them."""
    if isinstance(pdf, Path):
        with pdf.open("rb") as opened:
            pdf = opened.read(_HEAD)
    return any(mark in pdf[:_HEAD] for mark in _MARKS)


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
