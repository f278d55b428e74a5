"""`jxprint reconstruct`: from the text of a printed page to a page that builds, with its reasons."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from jxprint.cli.answers import Progress, answer, answer_json, as_dicts, tell
from jxprint.cli.session import Session
from jxprint.cli.spoken import SpokenCommand, json_option
from jxprint.errors import Finding, UsageError
from jxprint.messages import text

if TYPE_CHECKING:
    from jxprint.reconstruct import Reconstruction
    from jxprint.reconstruct.kept import Missing


# No source of one page is larger; what is says so itself, once it is known to be longer than this.
_MOST_BYTES = 64_000_000


def command(language: str) -> click.Command:
    """The subcommand in one language."""
    return SpokenCommand(
        "reconstruct",
        language,
        "command.help.reconstruct",
        run,
        [
            click.Argument(["source"], metavar="FILE", type=click.Path(path_type=Path)),
            click.Option(
                ["-o", "--output"],
                metavar="DIR",
                type=click.Path(path_type=Path),
                help=text("command.help.reconstruct_output", language),
            ),
            click.Option(["--encoding"], metavar="NAME", help=text("command.help.reconstruct_encoding", language)),
            click.Option(["--source", "kind"], metavar="KIND", help=text("command.help.reconstruct_source", language)),
            click.Option(["--page"], metavar="N", type=int, help=text("command.help.reconstruct_page", language)),
            click.Option(["--verify"], is_flag=True, help=text("command.help.reconstruct_verify", language)),
            json_option(language),
        ],
    )


def run(
    session: Session,
    source: Path,
    output: Path | None,
    encoding: str | None,
    kind: str | None,
    page: int | None,
    verify: bool,
) -> None:
    """Read the source and write the page, or print the proposal and write nothing."""
    if verify:
        _verify(session, source)
        return
    if output is None and not session.json:
        raise UsageError(Finding("command.reconstruct_nowhere"))
    from jxprint.reconstruct import reconstruct
    from jxprint.reconstruct.evidence import Asked
    from jxprint.reconstruct.sources import read_source

    with Progress() as progress:
        progress.step(text("command.doing.reconstruct", session.language))
        data = _bytes(source)
        found = reconstruct(read_source(data, str(source), Asked(encoding, page), kind))
        if output is not None:
            _write(session, found, source, output)
    if session.json:
        answer_json(_as_dict(session, found))
        return
    tell(session, found.evidence.findings)
    answer(_summary(session, found, output))


def _verify(session: Session, folder: Path) -> None:
    """Whether a reconstructed page gives back its dump; raises CheckFailed where it does not."""
    from jxprint.errors import CheckFailed
    from jxprint.reconstruct.refolding import verify

    findings = verify(folder)
    if findings:
        raise CheckFailed(*findings)
    if session.json:
        answer_json({"folder": str(folder), "verified": True})
        return
    answer(text("command.reconstruct_verified", session.language, folder=folder))


def _bytes(source: Path) -> bytes:
    from jxprint.errors import DescriptionError, Place
    from jxprint.intake.kinds import no_file
    from jxprint.intake.refusals import reason

    why = no_file(source)
    if why is None:
        try:
            with source.open("rb") as file:
                return file.read(_MOST_BYTES + 1)
        except OSError as error:
            why = reason(error)
    raise DescriptionError(Finding("command.reconstruct_unreadable", Place(str(source)), {"reason": why}))


def _write(session: Session, found: Reconstruction, source: Path, output: Path) -> None:
    from jxprint.reconstruct.folder import files_of, write_folder
    from jxprint.reconstruct.notes import notes_of

    def notes(missing: Missing) -> str:
        return notes_of(found, output.name, source.name, session.language, missing)

    write_folder(output, files_of(found, output.name, notes))


def _as_dict(session: Session, found: Reconstruction) -> dict[str, object]:
    from msgspec import to_builtins

    proposal: dict[str, object] = to_builtins(found.proposal)
    return proposal | {"findings": as_dicts(session, found.evidence.findings)}


def _summary(session: Session, found: Reconstruction, output: Path | None) -> str:
    joints = sum(len(story.joints) for story in found.stories)
    counts = {"stories": len(found.stories), "joints": joints, "folder": output}
    if found.grid.measure is None:
        return text("command.reconstructed_blind", session.language, **counts)
    return text("command.reconstructed", session.language, **counts, measure=f"{found.grid.measure:g}")
