"""`jxprint golden`: pages beside the golden images (基准图) that are kept of them, or beside another file's."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from jxprint.cli.answers import Progress, answer, answer_json, as_dicts, severity_label, tell
from jxprint.cli.session import Session
from jxprint.cli.spoken import SpokenCommand, SpokenGroup, json_option
from jxprint.errors import Finding, JxprintError, OutputError, Place
from jxprint.messages import render, text

if TYPE_CHECKING:
    from jxprint.golden.checking import Asked, Written
    from jxprint.golden.comparing import Compared
    from jxprint.golden.report import Report

# As diff has it: 0 where nothing differs, 1 where something does.
DIFFERENT = 1
_UPDATED = {"written": "golden.written", "unchanged": "golden.unchanged", "removed": "golden.removed"}


def command(language: str) -> click.Command:
    """The subcommand, with its own two, in one language."""
    group = SpokenGroup("golden", language, "command.help.golden")
    for own, key in ((_compare, "command.list.golden_compare"), (_check, "command.list.golden_check")):
        one = own(language)
        one.short_help = text(key, language)
        group.add_command(one)
    return group


def _compare(language: str) -> click.Command:
    params: list[click.Parameter] = [
        click.Argument(["expected"], metavar="EXPECTED", type=click.Path(path_type=Path)),
        click.Argument(["actual"], metavar="ACTUAL", type=click.Path(path_type=Path)),
    ]
    return SpokenCommand(
        "compare", language, "command.help.golden_compare", run_compare, [*params, *_shared(language, "100")]
    )


def _check(language: str) -> click.Command:
    params: list[click.Parameter] = [
        click.Argument(["given"], metavar="DIR|FILE...", nargs=-1, required=True, type=click.Path(path_type=Path)),
        click.Option(
            ["--baselines"],
            metavar="DIR",
            default=Path("golden"),
            type=click.Path(path_type=Path),
            help=text("command.help.golden_baselines", language),
        ),
        click.Option(["--update-golden"], is_flag=True, help=text("command.help.golden_update", language)),
        click.Option(
            ["--limit"], metavar="KIB", type=click.IntRange(1), help=text("command.help.golden_limit", language)
        ),
    ]
    return SpokenCommand("check", language, "command.help.golden_check", run_check, [*params, *_shared(language, "40")])


def _shared(language: str, dpi: str) -> list[click.Parameter]:
    return [
        click.Option(["--dpi"], metavar="DPI", type=float, help=text("command.help.golden_dpi", language, dpi=dpi)),
        click.Option(["--max-difference"], metavar="RANGE", help=text("command.help.golden_max_difference", language)),
        click.Option(["--total-pixels"], metavar="RANGE", help=text("command.help.golden_total_pixels", language)),
        click.Option(
            ["--report"],
            metavar="HTML",
            type=click.Path(path_type=Path),
            help=text("command.help.golden_report", language),
        ),
        json_option(language),
    ]


def run_compare(
    session: Session, expected: Path, actual: Path, dpi: float | None, report: Path | None, **bounds: str | None
) -> None:
    """Two files, page by page; exit code 1 where they differ."""
    from jxprint.golden.ahead import Ahead
    from jxprint.golden.checking import COMPARE_DPI, compare_sources
    from jxprint.golden.given import same_bytes, source_of
    from jxprint.golden.sheets import Pdf, Picture
    from jxprint.golden.tolerance import tolerance_of

    tolerance = tolerance_of(bounds["max_difference"], bounds["total_pixels"])
    _check_report(report, [expected, actual])
    equal, fine = same_bytes(expected, actual), COMPARE_DPI if dpi is None else dpi
    with Progress() as progress, Ahead(expected, fine, is_wanted=not equal) as ahead:
        progress.step(text("command.doing.golden", session.language))
        sides: list[Pdf | Picture] = []
        refusals: list[JxprintError] = []
        for opened in (*(() if equal else (ahead.source,)), lambda: source_of(actual, fine)):  # the same is opened once
            try:
                sides.append(opened())
            except JxprintError as refusal:
                refusals.append(refusal)
        _raise_all(refusals)
        shown = _report(session, report)
        pages = _kept(compare_sources(sides[0], sides[-1], tolerance), shown)
        if shown is not None and report is not None:
            shown.write(report, str(tolerance))
    _answer(session, pages, report)


def run_check(
    session: Session,
    given: tuple[Path, ...],
    baselines: Path,
    dpi: float | None,
    report: Path | None,
    update_golden: bool,
    limit: int | None,
    **bounds: str | None,
) -> None:
    """Files beside their baselines; exit code 1 where one differs or is missing."""
    from jxprint.golden.baselines import DPI, KIB
    from jxprint.golden.checking import Asked
    from jxprint.golden.given import named_files
    from jxprint.golden.tolerance import tolerance_of

    tolerance = tolerance_of(bounds["max_difference"], bounds["total_pixels"])
    asked = Asked(baselines, DPI if dpi is None else dpi, tolerance, KIB if limit is None else limit)
    files = named_files(given)
    _check_report(report, [path for _, path in files])
    with Progress() as progress:
        progress.step(text("command.doing.golden", session.language))
        shown = _report(session, report)
        pages = _kept(_updated(files, asked), shown) if update_golden else _checked(files, asked, shown)
        if shown is not None and report is not None:
            shown.write(report, str(tolerance))
    _answer(session, pages, report)


def _report(session: Session, file: Path | None) -> Report | None:
    if file is None:
        return None
    from jxprint.golden.report import Report

    return Report(session.language)


def _kept(pages: Iterable[Compared], report: Report | None) -> list[Compared]:
    """Pages one after another, into the report; their pictures are let go."""
    kept: list[Compared] = []
    for page in pages:
        if report is not None:
            report.add(page)
        kept.append(page.without_pictures())
    return kept


def _checked(files: Sequence[tuple[str, Path]], asked: Asked, report: Report | None) -> list[Compared]:
    """All files, with all that is wrong with any of them told together."""
    from jxprint.golden.checking import check_source
    from jxprint.golden.given import source_of

    pages: list[Compared] = []
    refusals: list[JxprintError] = []
    for name, path in files:
        try:
            pages += _kept(check_source(source_of(path, asked.dpi), name, asked), report)
        except JxprintError as refusal:
            refusals.append(refusal)
    _raise_all(refusals)
    return pages


def _updated(files: Sequence[tuple[str, Path]], asked: Asked) -> list[Compared]:
    from jxprint.golden.checking import update_of, write_baselines
    from jxprint.golden.given import source_of

    updates: list[Written] = []
    refusals: list[JxprintError] = []
    for name, path in files:
        try:
            updates.append(update_of(source_of(path, asked.dpi), name, asked))
        except JxprintError as refusal:
            refusals.append(refusal)
    _raise_all(refusals)
    write_baselines(asked.folder, updates)
    return [page for update in updates for page in update.pages]


def _raise_all(refusals: list[JxprintError]) -> None:
    if refusals:
        from jxprint.edition.refusals import raise_all

        raise_all(refusals)


def _check_report(report: Path | None, sources: Sequence[Path]) -> None:
    """Refuse, before anything is done, a report that could not be written."""
    if report is None:
        return
    from jxprint.writers.files import refuse_replacing

    refuse_replacing(report, sources)
    place = Place(file=str(report))
    if report.is_dir():
        raise OutputError(Finding("output.is_folder", place))
    if not report.parent.is_dir():
        raise OutputError(Finding("output.no_folder", place, {"folder": str(report.parent)}))


def _answer(session: Session, pages: Sequence[Compared], report: Path | None) -> None:
    failed = [page for page in pages if not page.ok]
    if session.json:
        answer_json({"ok": not failed, "same": not failed, "pages": [_as_dict(session, page) for page in pages]})
    else:
        _tell(session, pages, failed)
        if report is not None:
            tell(session, [Finding("golden.see", args={"file": str(report)}, severity="note")])
    if failed:
        click.get_current_context().exit(DIFFERENT)


def _as_dict(session: Session, page: Compared) -> dict[str, object]:
    return {
        "file": page.name,
        "page": page.page,
        "state": page.state,
        "max_difference": page.most,
        "total_pixels": page.total,
        "findings": as_dicts(session, page.findings),
        "moved": as_dicts(session, page.moved),
        "regions": as_dicts(session, page.regions),
    }


def _tell(session: Session, pages: Sequence[Compared], failed: Sequence[Compared]) -> None:
    language = session.language
    for page in pages:
        for finding in page.findings:
            answer(severity_label(session, finding) + render(finding, language))
        for finding in (*page.moved, *page.regions):
            answer("  " + render(finding, language))
        told = {"name": page.name, "page": page.page}
        if page.state == "tolerated":
            answer(text("golden.tolerated", language, **told, pixels=f"{page.total:,}", most=page.most))
        elif page.state in _UPDATED:
            answer(text(_UPDATED[page.state], language, **told))
    if failed:
        answer(text("golden.summary", language, pages=len(pages), failed=len(failed)))
    elif not any(page.state in _UPDATED for page in pages):
        answer(text("golden.same", language, pages=len(pages)))
