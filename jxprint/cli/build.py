"""`jxprint build`: pages in, one PDF out, or a proof of them, or a view for a browser."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from msgspec.structs import replace

from jxprint.cli.answers import Progress, answer_json, as_dicts, input_bytes, remark, tell
from jxprint.cli.outputs import PAGE_FIELD, Asked, Form, form_of, page_files, refuse_output
from jxprint.cli.press_options import labels_of, on_sheets, press_of, press_options, refuse_press
from jxprint.cli.profiles import judged, manner_of, profile_options, refuse_profile
from jxprint.cli.reading import Reading
from jxprint.cli.sealing_options import sealing_options
from jxprint.cli.session import Session
from jxprint.cli.spoken import SpokenCommand, json_option
from jxprint.cli.streams import standard_output
from jxprint.errors import OversetError
from jxprint.messages import text
from jxprint.profile import PROFILES

if TYPE_CHECKING:
    from jxprint.checker import CheckReport
    from jxprint.cli.sealing import Sealing
    from jxprint.edition import Edition
    from jxprint.edition.holding import Hold


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
            click.Option(["--hold"], metavar="PREVIOUS", help=text("command.help.build_hold", language)),
            click.Option(["--move-legs"], is_flag=True, help=text("command.help.build_move_legs", language)),
            click.Option(["--faithful"], is_flag=True, help=text("command.help.build_faithful", language)),
            click.Option(["--proof"], is_flag=True, help=text("command.help.build_proof", language)),
            click.Option(
                ["--to"], type=click.Choice(["pdf", "svg", "html"]), help=text("command.help.build_to", language)
            ),
            click.Option(["--check"], is_flag=True, help=text("command.help.build_check", language)),
            *profile_options(language),
            *press_options(language),
            *sealing_options(language),
            json_option(language),
        ],
    )


def run(session: Session, folders: tuple[Path, ...], output: str, **options: Any) -> None:
    """Read, compose, write and, when asked, prove; the file appears whole or not at all."""
    asked = Asked(**options)
    form = form_of(output, asked)
    refuse_output(session, output, form, asked)
    refuse_profile(asked.profile, asked.icc, form, asked.proof)
    apart = output != "-" and PAGE_FIELD in output
    refuse_press(asked, form, apart)
    with Reading(folders, faithful=asked.faithful, is_wanted=form == "pdf") as reading, Progress() as progress:
        from jxprint.edition.sources import sources
        from jxprint.writers.files import refuse_replacing, write_all, write_whole

        sealing = _sealing(folders, output, asked, apart) if asked.sealing else None
        edition = _made(session, form, asked, apart, progress, sealing, reading)
        targets = page_files(output, edition.pages) if apart else [Path(output)] if output != "-" else []
        made_from = list(sources(edition.pages, Path(edition.pages[0].file).parent, edition.file))
        for target in targets:
            refuse_replacing(target, made_from)
        beside = [] if sealing is None else sealing.beside(edition.pdf, made_from)
        edition = judged(edition, asked.profile, proved=asked.check)
        report = None
        if asked.check:
            progress.step(text("command.doing.check", session.language))
            report = _proved(session, edition, asked.proof)
            if sealing is not None:
                sealing.prove(session, edition.pdf)
        # What the check finds in an overset proof is told with that.
        if report is None or report.ok:
            files = zip(targets, edition.apart or (edition.pdf,), strict=True) if targets else ()
            write_all([*files, *beside])
            if not targets:
                write_whole(standard_output(), edition.pdf)
    _answer(session, asked, output, edition, report, targets if apart else [])


def _answer(
    session: Session, asked: Asked, output: str, edition: Edition, report: CheckReport | None, files: Sequence[Path]
) -> None:
    """What is told of a build; `files` are its pages' where they are files each."""
    tell(session, edition.notes)
    if session.json:
        answer: dict[str, object] = {"ok": not edition.overset, "output": output, "pages": len(edition.pages)}
        if files:
            answer["files"] = [str(file) for file in files]
        if edition.sides:
            answer["sheets"] = labels_of(edition.pages, edition.sides)
        if asked.sealing:
            answer |= {"sealed": asked.sealed, "manifest": None if asked.manifest is None else str(asked.manifest)}
        answer_json(answer | _as_dict(session, edition, report, held=asked.hold is not None))
    else:
        for page in edition.moved:
            tell(session, page.findings())
        for line in _remarks(session, edition, report):
            remark(line)
        tell(session, edition.overset)
    if edition.overset:  # a proof shows what has no room; the page is not done
        click.get_current_context().exit(OversetError.exit_code)


def _made(
    session: Session,
    form: Form,
    asked: Asked,
    apart: bool,
    progress: Progress,
    sealing: Sealing | None,
    reading: Reading,
) -> Edition:
    """The file, or with `apart` a file a page, in memory."""
    folders = reading.folders
    hold = _held(asked.hold, asked.move_legs)
    proof = session.language if asked.proof else ""

    def doing(key: str, number: int, of: int) -> None:
        progress.step(text(key, session.language, number=number, of=of))

    if form in ("svg", "html"):
        from jxprint.edition.views import make_view

        return make_view(folders, form, doing, hold=hold, apart=apart, proof=proof, faithful=asked.faithful)
    from jxprint.edition import Wanted, made

    besides = None if sealing is None else sealing.besides
    manner = manner_of(asked.profile, asked.icc)
    press = press_of(asked)
    wanted = Wanted(hold, apart, proof, asked.faithful, besides, manner, press)
    edition = made(folders, doing, wanted, begun=reading.found)
    return edition if sealing is None else replace(edition, pdf=sealing.sealed(edition.pdf))


def _sealing(folders: tuple[Path, ...], output: str, asked: Asked, apart: bool) -> Sealing:
    from jxprint.cli.sealing import Sealing, Sought  # few builds are sealed

    asked_for = Sought(asked.sealed, asked.manifest, asked.sign, apart or asked.proof, PROFILES[asked.profile])
    return Sealing(folders, output, asked_for)


def _remarks(session: Session, edition: Edition, report: CheckReport | None) -> Iterator[str]:
    """What each leg of a faithful page cost, and what the check says."""
    if edition.joints:
        from jxprint.cli.joints import leg_table  # few builds are faithful

        yield from leg_table(session, edition.joints)
    if report is not None:
        yield from report.lines(session.language)


def _as_dict(session: Session, edition: Edition, report: CheckReport | None, *, held: bool) -> dict[str, object]:
    """What machines are told of a build beside its output."""
    answer: dict[str, object] = {"notes": as_dicts(session, edition.notes)}
    if edition.overset:
        answer |= {"exit_code": OversetError.exit_code, "findings": as_dicts(session, edition.overset)}
    if held:
        answer["moved"] = [page.as_dict() for page in edition.moved]
    if edition.joints:
        answer["evidence"] = [page.as_dict() for page in edition.joints]
    if edition.inks:
        answer["ink"] = [row.as_dict() for row in edition.inks]
    if report is not None:
        answer["check"] = report.as_dict()
    return answer


def _held(previous: str | None, move_legs: bool) -> Hold | None:
    """The last build that a late correction is held to; `-` is standard input."""
    from jxprint.edition.holding import Hold

    if previous is None:
        return None
    given = input_bytes(previous)
    return Hold(Path(previous), previous, move_legs) if given is None else Hold(given, "<pdf>", move_legs)


def _proved(session: Session, edition: Edition, is_proof: bool) -> CheckReport:
    """The finished file read back in memory; it takes its place only when it holds. In a proof copy that has no room
    may pass the trim, and the command goes on to tell of it.
    """
    from jxprint.checker import check, check_apart
    from jxprint.cli.check import own_faces, refuse_unless

    faces = own_faces(edition.pages)
    if edition.apart:
        report = check_apart(edition.apart, edition.pages, edition.regions, faces, is_proof)
    else:
        pages, title = on_sheets(edition.pages, edition.sides), edition.title
        report = check(edition.pdf, pages, title=title, overset=edition.regions, faces=faces, is_proof=is_proof)
    if not edition.overset:
        refuse_unless(session, report)
    return report
