"""`jxprint check FILE --against copy.txt`: a page of any program against copy that is a text file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from jxprint.cli.answers import Progress, answer, answer_json, input_bytes
from jxprint.cli.session import Session
from jxprint.errors import Finding, UsageError
from jxprint.intake.kinds import no_file, stands
from jxprint.messages import text

if TYPE_CHECKING:
    from jxprint.cli.check import Asked

# Names of files that are copy even where there is none: the message then says that the file is missing.
_ENDINGS = (".txt", ".text")
# Standard input, as for the PDF.
_PIPED = "-"


def text_options(language: str) -> list[click.Parameter]:
    """What is asked of a stranger's page."""
    from jxprint.checker.others.rules import KINDS

    return [
        click.Option(["--ordered"], is_flag=True, help=text("command.help.check_ordered", language)),
        click.Option(["--whole"], is_flag=True, help=text("command.help.check_whole", language)),
        click.Option(
            ["--accept"],
            multiple=True,
            metavar="FORM",
            type=click.Choice(KINDS),
            help=text("command.help.check_accept", language, forms=", ".join(KINDS)),
        ),
    ]


def text_files(paths: Sequence[Path]) -> list[Path]:
    """Those that are copy in a text file, or in standard input, and no folder of a page."""
    return [
        path
        for path in paths
        if str(path) == _PIPED
        or path.suffix.lower() in _ENDINGS
        or (path.suffix != ".toml" and stands(path) and no_file(path) is None)
    ]


def run_other(session: Session, pdf: Path | bytes, copy: Sequence[Path], asked: Asked) -> None:
    """Compare and tell; exit code 1 where there are faults."""
    from jxprint.checker.others import Rules, check_other

    if isinstance(pdf, bytes) + sum(str(path) == _PIPED for path in copy) > 1:
        raise UsageError(Finding("checks.other.two_inputs"))
    with Progress() as progress:
        progress.step(text("command.doing.check", session.language))
        read = [path if (piped := input_bytes(str(path))) is None else piped for path in copy]
        report = check_other(pdf, read, Rules(asked.ordered, asked.whole, frozenset(asked.accept)))
    if session.json:
        answer_json(report.as_dict())
    else:
        for line in report.lines(session.language):
            answer(line)
    if not report.ok:
        click.get_current_context().exit(1)


def refuse_options(asked: Asked) -> None:
    """Raise UsageError for what is asked of a text file's page and means nothing beside page folders."""
    given = {"--ordered": asked.ordered, "--whole": asked.whole, "--accept": asked.accept}
    wrong = [Finding("checks.other.no_option", args={"option": name}) for name, value in given.items() if value]
    if wrong:
        raise UsageError(*wrong)
