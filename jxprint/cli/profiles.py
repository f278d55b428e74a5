"""`--profile` and `--icc`: the kind of PDF that is written, and the press that it is for."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from jxprint.errors import Finding, UsageError
from jxprint.messages import text
from jxprint.profile import PROFILES, USUAL

if TYPE_CHECKING:
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
