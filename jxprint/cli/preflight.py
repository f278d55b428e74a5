"""`jxprint preflight`: finished PDFs of any program against a profile."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from jxprint.cli.answers import Progress, answer, answer_json, as_dicts, input_bytes, tell
from jxprint.cli.profiles import refuse_profile
from jxprint.cli.session import Session
from jxprint.cli.spoken import SpokenCommand, json_option, limits_option
from jxprint.errors import CheckFailed, Finding, PdfError, UsageError
from jxprint.messages import text
from jxprint.profile import PROFILES, Profile, profile_named

if TYPE_CHECKING:
    from jxprint.preflight import Report


def command(language: str) -> click.Command:
    """The subcommand in one language."""
    names = tuple(PROFILES)
    return SpokenCommand(
        "preflight",
        language,
        "command.help.preflight",
        run,
        [
            click.Argument(["files"], nargs=-1, metavar="FILE..."),
            click.Option(
                ["--profile"],
                type=click.Choice(names),
                help=text("command.help.preflight_profile", language, profiles=", ".join(names)),
            ),
            click.Option(
                ["--icc"],
                metavar="FILE",
                type=click.Path(path_type=Path),
                help=text("command.help.preflight_icc", language),
            ),
            limits_option(language),
            click.Option(["--rules"], is_flag=True, help=text("command.help.preflight_rules", language)),
            json_option(language),
        ],
    )


def run(
    session: Session, files: tuple[str, ...], profile: str | None, icc: Path | None, limits: float, rules: bool
) -> None:
    """Hold each file against the profile. Exit with 7 where one cannot be read, with 1 where one has an error."""
    from jxprint.intake.opening import raised

    if rules:
        _answer_rules(session, None if profile is None else profile_named(profile))
        return
    for missing, name in ((profile is None, "--profile"), (not files, "FILE")):
        if missing:
            raise UsageError(Finding("command.missing", args={"name": name, "command": "jxprint preflight --help"}))
    data = None
    refuse_profile(profile or "", icc)
    if icc is not None:
        from jxprint.colour import read_output_profile

        data = read_output_profile(icc).data
    with raised(limits):
        _run(session, files, profile_named(profile or ""), data)


def _run(session: Session, files: Sequence[str], profile: Profile, icc: bytes | None) -> None:
    rows: list[dict[str, object]] = []
    code = 0
    with Progress() as progress:
        for number, file in enumerate(files, 1):
            progress.step(text("command.doing.preflight", session.language, number=number, of=len(files)))
            try:
                report = _report(file, profile, icc)
            except PdfError as refusal:
                code = PdfError.exit_code
                findings = as_dicts(session, refusal.findings)
                rows.append({"ok": False, "file": file, "exit_code": code, "findings": findings})
                if not session.json:
                    tell(session, refusal.findings)
                continue
            code = code or (0 if report.ok else CheckFailed.exit_code)
            rows.append(report.as_dict(session.language))
            if not session.json:
                for line in report.lines(session.language):
                    answer(line)
    if session.json:
        answer_json({"ok": code == 0, "profile": profile.name, "files": rows})
    if code:
        click.get_current_context().exit(code)


def _report(file: str, profile: Profile, icc: bytes | None) -> Report:
    from jxprint.preflight import preflight

    given = input_bytes(file)
    return preflight(file if given is None else given, profile, icc)


def _answer_rules(session: Session, profile: Profile | None) -> None:
    """The table of rules: all of them, or those that a profile asks."""
    from jxprint.preflight.rule import standards_of
    from jxprint.preflight.rules import RULES

    standards = None if profile is None else standards_of(profile)
    asked = [rule for rule in RULES.values() if standards is None or not standards.isdisjoint(rule.standards)]
    unverified = sum(not rule.verified for rule in asked)
    if session.json:
        told = [
            {"rule": one.id, "severity": one.severity, "standards": one.standards, "source": one.source}
            for one in asked
        ]
        answer_json({"count": len(asked), "unverified": unverified, "rules": told})
        return
    for one in asked:
        answer(f"{one.id:34} {one.severity:8} {','.join(one.standards):16} {one.source}")
    answer(text("preflight.label.rules", session.language, count=len(asked), unverified=unverified))
