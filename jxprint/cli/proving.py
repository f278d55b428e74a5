"""`jxprint check` by a seal or a manifest: alone, or beside the folder that a file was made from."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from msgspec.structs import replace

from jxprint.checker import CheckReport
from jxprint.checker.whole import LOST_SEAL
from jxprint.cli.answers import Progress
from jxprint.cli.check import answer_report
from jxprint.cli.check_report import HtmlReport
from jxprint.cli.session import Session
from jxprint.intake.kinds import no_file
from jxprint.intake.opening import MEBIBYTE, limits, refuse
from jxprint.intake.refusals import reason
from jxprint.messages import render, text
from jxprint.seal.keys import public_key
from jxprint.seal.proving import Given, Sealed, compared, prove


def given_of(pdf: Path | bytes, manifest: Path | None, key: Path | None) -> Given:
    """What is to be proved. Raises PdfError where the file cannot be read, UsageError where the key is none."""
    public = None if key is None else public_key(key)
    if isinstance(pdf, bytes):
        return Given(pdf, "<pdf>", manifest, public)
    name = str(pdf)
    if kind := no_file(pdf):
        refuse("checks.not_a_file", name, reason=kind)
    try:
        size = pdf.stat().st_size
        data = pdf.read_bytes() if size <= limits().file_bytes else b""
    except OSError as problem:
        refuse("checks.unreadable_file", name, reason=reason(problem))
    if size > limits().file_bytes:
        refuse("checks.too_large", name, what=f"{size // MEBIBYTE} MiB", limit=f"{limits().file_bytes // MEBIBYTE} MiB")
    return Given(data, name, manifest, public)


def run_alone(session: Session, given: Given, html: Path | None) -> None:
    """Prove a file by what it carries or its manifest; exit code 1 where that does not hold."""
    with Progress() as progress:
        progress.step(text("command.doing.check", session.language))
        report = HtmlReport(html, given.pdf, (), session.language, name=given.name)
        with report as told:
            proof = prove(given)
            notes = [render(one, session.language) for one in proof.notes]
            told.write(proof.report, notes, proof.pages)
    answer_report(session, proof.report, proof.notes)


def with_seal(report: CheckReport, sealed: Sealed, folders: Sequence[Path]) -> CheckReport:
    """The report of a check against folders, with what the seal has to say of file and folders."""
    changed = [] if sealed.seal is None else compared(sealed.seal, folders)
    besides = [one for one in report.findings if one.key != LOST_SEAL or not sealed.findings]
    return replace(report, findings=(*sealed.findings, *changed, *besides))
