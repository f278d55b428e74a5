"""`jxprint reconstruct DIR -o DIR`: a page for every source in a folder, and a table of how sure each is."""

from __future__ import annotations

import time
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import click
from msgspec.structs import replace

from jxprint.cli.answers import Progress, answer, answer_json, as_dicts, tell
from jxprint.cli.session import Session
from jxprint.cli.tabular import table_lines
from jxprint.errors import DescriptionError, Finding, OutputError, Place
from jxprint.intake.refusals import reason
from jxprint.messages import text
from jxprint.reconstruct.batch import Job, Outcome, folders_of, many, sources_in
from jxprint.reconstruct.making import Wanted

_STATES = ("made", "renewed", "before", "failed")


# The encoding of dumps, the page of a file that has several, and what files are read as; None where nobody said.
Asked = tuple[str | None, int | None, str | None]


def run_many(session: Session, source: Path, output: Path, asked: Asked, *, review: bool, again: bool) -> None:
    """Make all pages and tell of them; the exit code is the first of those of the pages that failed."""
    first = Job("", "", Wanted(session.language, True, review), *asked, again)
    jobs = _jobs(source, output, first)
    done: list[Outcome] = []
    of = len(jobs)
    began = time.perf_counter()
    try:
        with closing(many(jobs)) as outcomes, Progress() as progress:
            for outcome in outcomes:
                if outcome.state == "parted":
                    of += outcome.pages - 1
                    continue
                done.append(outcome)
                failed = sum(1 for one in done if one.state == "failed")
                progress.step(text("review.doing", session.language, done=len(done), of=of, failed=failed))
    except KeyboardInterrupt:
        tell(session, [Finding("review.broken_off", args={"done": len(done), "of": of}, severity="note")])
        raise
    _answer(session, output, sorted(done, key=_least_sure_first), time.perf_counter() - began)


def _jobs(source: Path, output: Path, first: Job) -> list[Job]:
    """A job like the first one for each source."""
    try:
        sources = sources_in(source)
    except OSError as error:
        finding = Finding("command.reconstruct_unreadable", Place(str(source)), {"reason": reason(error)})
        raise DescriptionError(finding) from error
    if not sources:
        raise DescriptionError(Finding("review.no_sources", Place(str(source))))
    try:
        output.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(Finding("output.not_written", Place(str(output)), {"reason": reason(error)})) from error
    return [
        replace(first, source=str(one), folder=str(folder))
        for one, folder in zip(sources, folders_of(sources, output), strict=True)
    ]


def _least_sure_first(one: Outcome) -> tuple[float, str, int]:
    return (-1.0 if one.figures is None else one.figures.confidence, one.source, one.page or 0)


def _answer(session: Session, output: Path, done: Sequence[Outcome], seconds: float) -> None:
    counts = {state: sum(1 for one in done if one.state == state) for state in _STATES}
    refused = [one for one in done if one.state == "failed"]
    if session.json:
        pages = [_as_dict(session, one) for one in done]
        answer_json({"ok": not refused, "folder": str(output), "counts": counts, "pages": pages})
    else:
        for one in done:
            if one.state != "before":
                tell(session, [told for told in one.findings if one.kept or told.severity == "error"])
        for line in table_lines(_table(session, done)):
            answer(line)
        answer(text("review.many", session.language, of=len(done), speed=f"{len(done) / seconds:.1f}", **counts))
    if refused:
        click.get_current_context().exit(min(one.exit_code for one in refused))


def _table(session: Session, done: Sequence[Outcome]) -> list[tuple[str, ...]]:
    heads = ("page", "stories", "joints", "measure", "sure", "doubts", "state")
    rows = [tuple(text(f"review.column.{head}", session.language) for head in heads)]
    for one in done:
        name = Path(one.source).name + (f" {one.page}" if one.page is not None else "")
        state = text(f"review.state.{one.state}", session.language)
        if one.kept:
            state += text("review.state.kept", session.language, count=len(one.kept))
        if (figures := one.figures) is None:
            rows.append((name, *["—"] * 5, state))
            continue
        measure = "—" if figures.measure is None else f"{figures.measure:g}"
        counts = (str(figures.stories), str(figures.joints), measure, f"{100 * figures.confidence:.0f} %")
        rows.append((name, *counts, str(figures.doubts), state))
    return rows


def _as_dict(session: Session, one: Outcome) -> dict[str, object]:
    from msgspec import to_builtins

    figures: dict[str, object] = to_builtins(one.figures) if one.figures is not None else {}
    return {
        "source": one.source,
        "page": one.page,
        "folder": one.folder,
        "state": one.state,
        **figures,
        "kept": list(one.kept),
        "exit_code": one.exit_code,
        "findings": as_dicts(session, one.findings),
    }
