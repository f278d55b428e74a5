"""All groups of rules, one after another, over one opened file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from jxprint.intake.opening import MALFORMED, opened, plain, refuse
from jxprint.preflight.report import PageInk, Report
from jxprint.preflight.rule import standards_of
from jxprint.preflight.subject import Subject, ends_of
from jxprint.preflight.told import Told

if TYPE_CHECKING:
    from jxprint.profile import Profile


def ask(pdf: Path | bytes, name: str, profile: Profile, icc: bytes | None) -> Report:
    """Hold a file against a profile. Raises PdfError."""
    import pikepdf

    standards = standards_of(profile)
    with opened(pdf, name) as document:
        told = Told(standards)
        subject = Subject(document, name, profile, standards, told, ends_of(pdf, name), icc, pdf)
        try:
            inks = _ask_all(subject)
        except (pikepdf.PdfError, *MALFORMED) as problem:
            refuse("checks.damaged", name, reason=plain(problem))
        if warnings := document.get_warnings():
            told.tell("preflight.file.mended", reason=plain(ValueError(warnings[0])))
        pages = len(document.pages)
    unverified = sum(not rule.verified for rule in told.asked)
    return Report(name, profile.name, pages, len(told.asked), unverified, told.faults(), tuple(inks))


def _ask_all(subject: Subject) -> list[PageInk]:
    from jxprint.preflight.boxes import ask_boxes
    from jxprint.preflight.catalog import ask_catalog
    from jxprint.preflight.identification import ask_identification
    from jxprint.preflight.intents import ask_intents
    from jxprint.preflight.navigation import ask_navigation
    from jxprint.preflight.order import ask_order
    from jxprint.preflight.pages import walk_pages
    from jxprint.preflight.shell import ask_shell
    from jxprint.preflight.survey import ask_objects
    from jxprint.preflight.syntax import ask_syntax
    from jxprint.preflight.tags import ask_tags

    ask_shell(subject)
    ask_syntax(subject)
    ask_objects(subject)
    ask_catalog(subject)
    ask_identification(subject)
    intents = ask_intents(subject)
    ask_navigation(subject)
    ask_boxes(subject)
    painted, inks = walk_pages(subject, intents)
    tree = ask_tags(subject, painted)
    ask_order(subject, painted, tree)
    return inks
