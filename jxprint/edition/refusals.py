"""What pages refuse, told together."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from jxprint.description.editions import told_once
from jxprint.errors import Finding, JxprintError, MakeupError, ProfileError


def refuse_errors(findings: Sequence[Finding], proof: str) -> tuple[Finding, ...]:
    """What the night desk says. Raises MakeupError where something of it is an error; a proof is made to look at errors
    and has them as warnings.
    """
    if not proof and any(finding.severity == "error" for finding in findings):
        raise MakeupError(*findings)
    return tuple(replace(one, severity="warning") if one.severity == "error" else one for one in findings)


def refuse_unmet(findings: Sequence[Finding], file: str) -> tuple[Finding, ...]:
    """What a profile lacks in the page of a file. Raises ProfileError where the page cannot be written in it."""
    placed = tuple(replace(one, place=replace(one.place, file=file)) for one in findings)
    if any(one.severity == "error" for one in placed):
        raise ProfileError(*placed)
    return placed


def beside_unmet(refusals: Sequence[JxprintError], notes: Sequence[Finding]) -> list[JxprintError]:
    """What has to be told beside what a profile lacks: a picture's file may have said it, and could not be read."""
    damaged = [one for one in notes if one.key == "page.picture_words_damaged"]
    is_unmet = any(isinstance(refusal, ProfileError) for refusal in refusals)
    return [ProfileError(*damaged)] if damaged and is_unmet else []


def raise_all(refusals: list[JxprintError]) -> None:
    """One error with the findings of all pages, of the class that stands first in the table of exit codes."""
    if refusals:
        findings = told_once(finding for refusal in refusals for finding in refusal.findings)
        worst = min(refusals, key=lambda refusal: refusal.exit_code)
        raise type(worst)(*findings) from worst
