"""`jxprint fmt`: a page's files in their one canonical spelling."""

from __future__ import annotations

from pathlib import Path

import click

from jxprint.cli.answers import answer_json
from jxprint.cli.session import Session
from jxprint.cli.spoken import SpokenCommand, json_option
from jxprint.errors import CheckFailed, Finding, Place
from jxprint.messages import text


def command(language: str) -> click.Command:
    """The subcommand in one language."""
    return SpokenCommand(
        "fmt",
        language,
        "command.help.fmt",
        run,
        [
            click.Argument(["folder"], metavar="DIR", type=click.Path(path_type=Path)),
            click.Option(["--check"], is_flag=True, help=text("command.help.fmt_check", language)),
            json_option(language),
        ],
    )


def run(session: Session, folder: Path, check: bool) -> None:
    """Rewrite what is not canonical; with `--check` say what would change, and exit with 1."""
    from jxprint.description.canonical import format_page
    from jxprint.writers.files import write_whole

    canonical = {path: spelling.encode("utf-8") for path, spelling in format_page(folder).items()}
    changed = [path for path, spelling in canonical.items() if path.read_bytes() != spelling]
    if check and changed:
        raise CheckFailed(*(Finding("command.not_canonical", Place(file=str(path))) for path in changed))
    for path in changed:
        write_whole(path, canonical[path])
    if session.json:
        answer_json({"ok": True, "changed": [str(path) for path in changed]})
