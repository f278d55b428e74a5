"""`--profile` and `--icc`: the kind of PDF that is written, and the press that it is for."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click
from msgspec.structs import replace

from jxprint.errors import Finding, Phrase, Place, ProfileError, UsageError
from jxprint.geometry import PT_PER_MM, Rect
from jxprint.messages import text
from jxprint.profile import PROFILES, USUAL, Profile

if TYPE_CHECKING:
    from jxprint.edition import Edition
    from jxprint.model import Page
    from jxprint.preflight.report import PageInk
    from jxprint.preflight.told import Fault
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


def refuse_profile(name: str, icc: Path | None, form: str = "pdf", proof: bool = False) -> None:
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


def judged(edition: Edition, name: str, *, proved: bool) -> Edition:
    """Hold finished files against their profile, as `jxprint preflight` will, where they are to be `proved` and where
    a stranger's page stands on them, of which nothing was known before. The edition with what is told of those beside
    errors, and with the most ink of every page. Raises ProfileError with what files lack.
    """
    profile = PROFILES[name]
    strangers = [_strangers(page) for page in edition.pages]
    if not profile.judged or not (proved or any(strangers)):
        return edition
    from jxprint.preflight import preflight

    found: list[Finding] = []
    inks: list[PageInk] = []
    for at, pdf in enumerate(edition.apart or (edition.pdf,)):
        report = preflight(pdf, profile)
        for fault in report.faults:
            told = _finding(edition, fault, at if edition.apart else fault.page - 1, profile)
            if fault.rule.severity == "error":
                found.append(told)
            elif any(strangers) if fault.spot is None else any(told.place.part in parts for parts in strangers):
                # Of what we know the rest was told before the file was written.
                found.append(replace(told, key="profile.judged_so", severity=fault.rule.severity))
        inks += [replace(row, page=at + 1) if edition.apart else row for row in report.inks]
    if any(one.severity == "error" for one in found):
        raise ProfileError(*(one for one in found if one.severity == "error"))
    return replace(edition, notes=(*edition.notes, *found), inks=tuple(inks))


def _finding(edition: Edition, fault: Fault, at: int, profile: Profile) -> Finding:
    """A fault of a finished file as one of its pages: the page at place `at` of the file (from 0; -1: no page)."""
    from jxprint.edition.refusals import part_place
    from jxprint.profile.telling import where

    args: dict[str, object] = {"profile": profile.title, "rule": fault.rule.id}
    args["what"] = Phrase(fault.rule.key, fault.args)
    if at < 0:
        return Finding("profile.judged", Place(file=edition.file or None), args | {"where": Phrase("profile.at_file")})
    x, y = fault.spot or (0.0, 0.0)
    number, x = _page_at(edition, at, x)
    page, args["page"] = edition.pages[number], at + 1
    if fault.spot is None:
        said = Phrase("profile.at_page", {"page": at + 1})
        return Finding("profile.judged", Place(file=page.file or None), args | {"where": said})
    rounded = {"x_mm": round(x, 1), "y_mm": round(y, 1)}
    part = _part_at(edition.frames[number], x * PT_PER_MM, y * PT_PER_MM)
    said = Phrase("profile.at_spot", {"page": at + 1, "where": where(part, **rounded)})
    return Finding("profile.judged", part_place(page, part or None), args | rounded | {"where": said})


def _page_at(edition: Edition, at: int, x_mm: float) -> tuple[int, float]:
    """The place in the edition of what stands so far from the left of a page of the file, and how far from its own."""
    if not edition.sides:
        return at, x_mm
    side = edition.sides[at]
    width = edition.pages[side.there[0]].sheet.width_pt / PT_PER_MM
    if side.is_whole or (side.left is not None and x_mm <= width):
        return side.there[0], x_mm
    return side.there[-1], x_mm - width


def _part_at(frames: Mapping[str, Rect], x: float, y: float) -> str:
    """The smallest part that holds a point; half a point is rounding."""
    holding = [
        (frame.width * frame.height, name)
        for name, frame in frames.items()
        if frame.x - 0.5 <= x <= frame.right + 0.5 and frame.y - 0.5 <= y <= frame.bottom + 0.5
    ]
    return min(holding)[1] if holding else ""


def _strangers(page: Page) -> frozenset[str]:
    """The letters of the parts that show a page of another program."""
    from jxprint.artwork import PdfPage

    return frozenset(
        part.letter
        for part in page.parts
        if any(isinstance(getattr(shot, "artwork", None), PdfPage) for shot in (part, *getattr(part, "shots", ())))
    )
