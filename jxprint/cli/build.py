"""`jxprint build`: pages in, one PDF out, or a proof of them, or a view for a browser."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import click
from msgspec import Struct
from msgspec.structs import replace

from jxprint.cli.answers import Progress, answer_json, as_dicts, input_bytes, remark, tell
from jxprint.cli.sealing_options import sealing_options
from jxprint.cli.session import Session
from jxprint.cli.spoken import SpokenCommand, json_option
from jxprint.cli.streams import standard_output
from jxprint.errors import Finding, OversetError, Place, UsageError
from jxprint.messages import text

if TYPE_CHECKING:
    from jxprint.checker import CheckReport
    from jxprint.cli.sealing import Sealing
    from jxprint.edition import Edition, Hold
    from jxprint.model import Page

# What stands for a page's number in the name of an output.
PAGE_FIELD = "{page}"

Form = Literal["pdf", "svg", "html"]
# Ends of names that promise what a build does not write.
_PICTURES = (".png", ".jpg", ".jpeg", ".tif", ".tiff", ".gif", ".webp", ".bmp")
_WORDS = (".txt", ".md")
_OTHERS = (".doc", ".docx", ".odt", ".rtf", ".wps", ".eps", ".ps", ".indd", ".idml", ".epub", ".xml", ".json", ".toml")
# Forms by the end of the file's name.
_FORMS: dict[str, Form] = {".svg": "svg", ".html": "html", ".htm": "html"}


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
            *sealing_options(language),
            json_option(language),
        ],
    )


class Asked(Struct, frozen=True):
    """What the options of a build ask for, by their names on the command line."""

    hold: str | None = None
    move_legs: bool = False
    faithful: bool = False
    proof: bool = False
    to: Form | None = None
    check: bool = False
    seal: bool = False
    manifest: Path | None = None
    sign: Path | None = None

    @property
    def sealing(self) -> bool:
        """Whether the file is to be proved without its folder."""
        return self.seal or self.manifest is not None or self.sign is not None


def run(session: Session, folders: tuple[Path, ...], output: str, **options: Any) -> None:
    """Read, compose, write and, when asked, prove; the file appears whole or not at all."""
    asked = Asked(**options)
    form: Form = asked.to or _FORMS.get(Path(output).suffix.lower(), "pdf")
    _refuse(session, output, form, asked)
    from jxprint.edition.sources import sources
    from jxprint.writers.files import refuse_replacing, write_all, write_whole

    apart = output != "-" and PAGE_FIELD in output
    with Progress() as progress:
        sealing = _sealing(folders, output, asked, apart) if asked.sealing else None
        edition = _made(session, folders, form, asked, apart, progress, sealing)
        targets = page_files(output, edition.pages) if apart else [Path(output)] if output != "-" else []
        made_from = list(sources(edition.pages, Path(edition.pages[0].file).parent, edition.file))
        for target in targets:
            refuse_replacing(target, made_from)
        beside = [] if sealing is None else sealing.beside(edition.pdf, made_from)
        report = None
        if asked.check:
            progress.step(text("command.doing.check", session.language))
            report = _proved(session, edition)
        # What the check finds in an overset proof is told with that.
        if report is None or report.ok:
            files = zip(targets, edition.apart or (edition.pdf,), strict=True) if targets else ()
            write_all([*files, *beside])
            if not targets:
                write_whole(standard_output(), edition.pdf)
    tell(session, edition.notes)
    if session.json:
        answer: dict[str, object] = {"ok": not edition.overset, "output": output, "pages": len(edition.pages)}
        if apart:
            answer["files"] = [str(target) for target in targets]
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
    folders: tuple[Path, ...],
    form: Form,
    asked: Asked,
    apart: bool,
    progress: Progress,
    sealing: Sealing | None,
) -> Edition:
    """The file, or with `apart` a file a page, in memory."""
    hold = _held(asked.hold, asked.move_legs)
    proof = session.language if asked.proof else ""

    def doing(key: str, number: int, of: int) -> None:
        progress.step(text(key, session.language, number=number, of=of))

    if form in ("svg", "html"):
        from jxprint.edition.views import make_view

        return make_view(folders, form, doing, hold=hold, apart=apart, proof=proof, faithful=asked.faithful)
    from jxprint.edition import Wanted, made

    besides = None if sealing is None else sealing.besides
    edition = made(folders, doing, Wanted(hold, apart, proof, asked.faithful, besides))
    return edition if sealing is None else replace(edition, pdf=sealing.sealed(edition.pdf))


def _sealing(folders: tuple[Path, ...], output: str, asked: Asked, apart: bool) -> Sealing:
    from jxprint.cli.sealing import Sealing  # few builds are sealed

    return Sealing(folders, output, asked.seal, asked.manifest, asked.sign, apart or asked.proof)


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
    if report is not None:
        answer["check"] = report.as_dict()
    return answer


def page_files(output: str, pages: Sequence[Page]) -> list[Path]:
    """A file for each page, named by its number, or by its place where it has none; numbers are as long as the longest,
    so that files stand in order.
    """
    labels = [list(page.numbers) or [at] for at, page in enumerate(pages, 1)]
    wide = max(len(str(number)) for label in labels for number in label)
    named = ["-".join(f"{number:0{wide}}" for number in label) for label in labels]
    return [Path(output.replace(PAGE_FIELD, name)) for name in named]


def _held(previous: str | None, move_legs: bool) -> Hold | None:
    """The last build that a late correction is held to; `-` is standard input."""
    from jxprint.edition import Hold

    if previous is None:
        return None
    given = input_bytes(previous)
    return Hold(Path(previous), previous, move_legs) if given is None else Hold(given, "<pdf>", move_legs)


def _refuse(session: Session, output: str, form: str, asked: Asked) -> None:
    """A PDF on a terminal helps nobody, and JSON in the middle of one neither; nor options that have nothing to do."""
    suffix = Path(output).suffix.lower()
    if asked.to is None and suffix in (*_PICTURES, *_WORDS, *_OTHERS):
        is_words = suffix in _WORDS
        key = "output.no_picture" if suffix in _PICTURES else "output.no_words" if is_words else "output.no_other"
        raise UsageError(Finding(key, Place(file=output), {"suffix": suffix}))
    if asked.sealing and form != "pdf":
        raise UsageError(Finding("seal.needs_pdf", args={"form": form.upper()}))
    if asked.check and form != "pdf":
        raise UsageError(Finding("output.check_needs_pdf", args={"form": form.upper()}))
    if asked.faithful and asked.hold is not None:
        raise UsageError(Finding("evidence.held"))
    if asked.move_legs and asked.hold is None:
        raise UsageError(Finding("command.move_legs_alone"))
    if output == "-" and form == "pdf" and sys.stdout is not None and sys.stdout.isatty():
        raise UsageError(Finding("command.pdf_to_terminal"))
    if output == "-" and session.json:
        raise UsageError(Finding("command.two_on_stdout"))


def _proved(session: Session, edition: Edition) -> CheckReport:
    """The finished file read back in memory; it takes its place only when it holds. In a proof copy that has no room
    may pass the trim, and the command goes on to tell of it.
    """
    from jxprint.checker import check, check_apart
    from jxprint.cli.check import own_faces, refuse_unless

    faces = own_faces(edition.pages)
    if edition.apart:
        report = check_apart(edition.apart, edition.pages, edition.regions, faces)
    else:
        report = check(edition.pdf, list(edition.pages), title=edition.title, overset=edition.regions, faces=faces)
    if not edition.overset:
        refuse_unless(session, report)
    return report
