"""`--profile` and `--icc`: the kind of PDF that is written, and the press that it is for."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from jxprint.errors import Finding, ProfileError, UsageError
from jxprint.messages import text
from jxprint.profile import PROFILES, USUAL

if TYPE_CHECKING:
    from jxprint.edition import Edition
    from jxprint.model import Page
    from jxprint.writers.pdf import Manner


def profile_options(language: str) -> list[click.Option]:
    """Those of a build."""
    return [
        click.Option(
            ["--profile"],
            type=click.Choice(list(PROFILES)),
            default=USUAL.name,
            help=text("command.help.build_profile", language, profiles=", ".join(PROFILES)),
        ),
        click.Option(
            ["--icc"], metavar="FILE", type=click.Path(path_type=Path), help=text("command.help.build_icc", language)
        ),
    ]


def refuse_profile(name: str, icc: Path | None, form: str, proof: bool) -> None:
    """Raise UsageError for what cannot be together with a profile."""
    profile = PROFILES[name]
    if profile is not USUAL and (form != "pdf" or proof):
        raise UsageError(Finding("profile.needs_page", args={"profile": name}))
    if icc is not None and not profile.has_intent:
        raise UsageError(Finding("profile.no_press", args={"profile": name}))


def manner_of(name: str, icc: Path | None) -> Manner:
    """How a profile's file is written. Raises JxprintError for an ICC profile that no press can be told by."""
    from jxprint.writers.pdf import PLAIN, Manner

    profile = PROFILES[name]
    if profile is USUAL:
        return PLAIN
    if not profile.has_intent:
        return Manner(profile)
    from jxprint.colour import newsprint, read_output_profile

    return Manner(profile, newsprint() if icc is None else read_output_profile(icc))


def judged(edition: Edition, name: str, *, proved: bool) -> None:
    """Hold finished files against their profile, as `jxprint preflight` will, where they are to be `proved` and where a
    stranger's page stands on them, of which nothing was known before. Raises ProfileError with what they lack.
    """
    profile = PROFILES[name]
    if profile is USUAL or not (proved or (profile.has_intent and any(map(_shows_a_stranger, edition.pages)))):
        return
    from jxprint.preflight import preflight
    from jxprint.preflight.report import finding_of

    reports = [preflight(pdf, profile) for pdf in edition.apart or (edition.pdf,)]
    faults = [fault for report in reports for fault in report.faults if fault.rule.severity == "error"]
    if faults:
        raise ProfileError(*(finding_of(fault, edition.file) for fault in faults))


def _shows_a_stranger(page: Page) -> bool:
    from jxprint.artwork import PdfPage

    shots = [shot for part in page.parts for shot in (part, *getattr(part, "shots", ()))]
    return any(isinstance(getattr(shot, "artwork", None), PdfPage) for shot in shots)
