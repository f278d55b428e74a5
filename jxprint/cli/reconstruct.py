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
    from jxprint.reconstruct.evidence import Evidence
    from jxprint.reconstruct.making import Made


def command(language: str) -> click.Command:
    """The subcommand in one language."""
    return SpokenCommand(
        "reconstruct",
        language,
        "command.help.reconstruct",
        run,
        [
            click.Argument(["source"], metavar="FILE", type=click.Path(path_type=Path, allow_dash=True)),
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
            click.Option(["--review"], is_flag=True, help=text("command.help.reconstruct_review", language)),
            click.Option(["--keep"], is_flag=True, help=text("command.help.reconstruct_keep", language)),
            click.Option(["--again"], is_flag=True, help=text("command.help.reconstruct_again", language)),
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
    **how: bool,
) -> None:
    """Read the source and write the page, or print the proposal and write nothing; `how` are --review, --keep and
    --again.
    """
    if verify:
        _verify(session, source)
        return
    if output is None and (not session.json or any(how.values())):
        raise UsageError(Finding("command.reconstruct_nowhere"))
    if output is not None and str(source) != "-" and source.is_dir():
        from jxprint.cli.reconstruct_many import run_many

        run_many(session, source, output, (encoding, page, kind), review=how["review"], again=how["again"])
        return
    from jxprint.cli.piped import given_bytes
    from jxprint.reconstruct import reconstruct
    from jxprint.reconstruct.evidence import Asked
    from jxprint.reconstruct.sources import read_source

    with Progress() as progress:
        progress.step(text("command.doing.reconstruct", session.language))
        evidence = read_source(given_bytes(source), str(source), Asked(encoding, page), kind)
        if output is None:
            found, findings = reconstruct(evidence), evidence.findings
        else:
            made = _made(session, evidence, source.name, output, how)
            found, findings = made.found, (*evidence.findings, *made.findings)
    if session.json:
        answer_json(_as_dict(session, found, findings))
        return
    tell(session, findings)
    answer(_summary(session, found, output))


def _made(session: Session, evidence: Evidence, source: str, output: Path, how: dict[str, bool]) -> Made:
    """The folder of a page, which is read while what makes the folder is loaded."""
    from jxprint.reconstruct.aside import Aside

    with Aside(evidence, is_wanted=not how["keep"]) as aside:
        from jxprint.reconstruct.making import Wanted, make

        return make(evidence, source, output, Wanted(session.language, how["keep"], how["review"]), aside=aside)


def _verify(session: Session, folder: Path) -> None:
    """Whether a reconstructed page gives back its dump; raises CheckFailed where it does not."""
    if str(folder) == "-":
        raise UsageError(Finding("command.no_stream", args={"name": "--verify"}))
    from jxprint.errors import CheckFailed
    from jxprint.reconstruct.refolding import verify

    findings = verify(folder)
    if findings:
        raise CheckFailed(*findings)
    if session.json:
        answer_json({"folder": str(folder), "verified": True})
        return
    answer(text("command.reconstruct_verified", session.language, folder=folder))


def _as_dict(session: Session, found: Reconstruction, findings: tuple[Finding, ...]) -> dict[str, object]:
    from msgspec import to_builtins

    proposal: dict[str, object] = to_builtins(found.proposal)
    return proposal | {"findings": as_dicts(session, findings)}


def _summary(session: Session, found: Reconstruction, output: Path | None) -> str:
    joints = sum(len(story.joints) for story in found.stories)
    counts = {"stories": len(found.stories), "joints": joints, "folder": output}
    if found.grid.measure is None:
        return text("command.reconstructed_blind", session.language, **counts)
    return text("command.reconstructed", session.language, **counts, measure=f"{found.grid.measure:g}")
