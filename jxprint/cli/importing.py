"""`jxprint import`: copy of other programs as story files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from jxprint.cli.answers import answer, answer_json, as_dicts, tell
from jxprint.cli.session import Session
from jxprint.cli.spoken import SpokenCommand, json_option
from jxprint.errors import DescriptionError, Finding, OutputError, Place, UsageError
from jxprint.messages import text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jxprint.exchange.folder import Planned
    from jxprint.exchange.sources import Asked, Read


def command(language: str) -> click.Command:
    """The subcommand in one language."""
    return SpokenCommand(
        "import",
        language,
        "command.help.import",
        run,
        [
            click.Argument(
                ["sources"],
                nargs=-1,
                required=True,
                metavar="SOURCE...",
                type=click.Path(path_type=Path, allow_dash=True),
            ),
            click.Option(
                ["-o", "--output"],
                metavar="DIR",
                type=click.Path(path_type=Path),
                help=text("command.help.import_output", language),
            ),
            click.Option(["--source", "kind"], metavar="KIND", help=text("command.help.import_source", language)),
            click.Option(["--one"], is_flag=True, help=text("command.help.import_one", language)),
            click.Option(["--force"], is_flag=True, help=text("command.help.import_force", language)),
            json_option(language),
        ],
    )


def run(session: Session, sources: tuple[Path, ...], output: Path | None, kind: str | None, **how: bool) -> None:
    """Read all sources, then write all story files or none; `how` are --one and --force."""
    if output is None and not session.json:
        raise UsageError(Finding("command.import_nowhere"))
    from jxprint.exchange.folder import planned
    from jxprint.exchange.sources import Asked

    reads, hashes = _read(sources, Asked(kind, how["one"]))
    files = planned(reads)
    same = _write(output, reads, files, hashes, force=how["force"]) if output is not None else set()
    findings = [finding for read in reads for finding in read.findings]
    if session.json:
        stories = [_as_dict(one, same, output) for one in files]
        answer_json({"ok": True, "folder": None if output is None else str(output), "stories": stories,
                     "findings": as_dicts(session, findings)})  # fmt: skip
        return
    tell(session, findings)
    for read in reads:
        names = [one.file for one in files if one.source == read.file and one.file not in same]
        if names:
            told = {"source": read.file, "kind": read.kind, "files": ", ".join(names)}
            answer(text("exchange.written", session.language, **told))
    for one in files:
        if one.file in same:
            answer(text("exchange.unchanged", session.language, file=one.file))


def _read(sources: Sequence[Path], asked: Asked) -> tuple[list[Read], dict[str, str]]:
    """All sources, and the hashes of their bytes; what is wrong with any of them is told of all of them at once."""
    import hashlib

    from jxprint.cli.piped import given_bytes
    from jxprint.exchange.sources import read_source

    reads: list[Read] = []
    hashes: dict[str, str] = {}
    wrong: list[Finding] = []
    for source in dict.fromkeys(sources):
        try:
            data = given_bytes(source)
            reads.append(read_source(data, str(source), asked))
            hashes[str(source)] = hashlib.sha256(data).hexdigest()
        except DescriptionError as error:
            wrong += error.findings
    if wrong:
        raise DescriptionError(*wrong)
    return reads, hashes


def _write(
    folder: Path, reads: Sequence[Read], files: Sequence[Planned], hashes: dict[str, str], *, force: bool
) -> set[str]:
    """Write what is new, all of it or nothing; gives the names of files that were there as they are."""
    from jxprint.exchange.folder import RECORD_FILE, record, recorded, standing
    from jxprint.intake.kinds import stands
    from jxprint.intake.refusals import reason
    from jxprint.writers.files import write_all

    before = recorded(folder) if not force or stands(folder / RECORD_FILE) else {}
    same = standing(folder, files, before, force=force)
    made = not stands(folder)
    if made:
        try:
            folder.mkdir()
        except OSError as error:
            raise OutputError(Finding("output.not_written", Place(str(folder)), {"reason": reason(error)})) from error
    writing = [(folder / one.file, one.data) for one in files if one.file not in same]
    try:
        write_all([*writing, (folder / RECORD_FILE, record(reads, files, hashes, before))])
    except OutputError:
        if made:
            folder.rmdir()
        raise
    return same


def _as_dict(one: Planned, same: set[str], output: Path | None) -> dict[str, object]:
    state = "proposed" if output is None else "unchanged" if one.file in same else "written"
    return {
        "file": one.file,
        "source": one.source,
        "state": state,
        "text": one.story.text,
        "data": dict(one.story.data),
    }
