"""What is told of a file as a whole, beside what differs on its pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from jxprint.checker.active import SEAL, attached
from jxprint.checker.comparison import oddity_finding
from jxprint.checker.declared import label_oddities
from jxprint.checker.expected import ExpectedPage
from jxprint.checker.imposed import FilePage
from jxprint.checker.ink import Ink
from jxprint.checker.sheets import file_declared
from jxprint.errors import Finding, Place
from jxprint.intake.opening import plain
from jxprint.model import Page

LOST_SEAL = "seal.lines_gone"
# The lines that hold the digest of a sealed file, and how far into it they stand (jxprint.seal.block).
_LINES, _HEAD = (b"%jxprint-seal ", b"%sha256 ", b"%ed25519 "), 512


def declared(
    document: Any,
    name: str,
    title: str | None,
    sheets: Sequence[FilePage],
    expected: Sequence[ExpectedPage],
    first: int,
) -> Iterator[Finding]:
    """What is wrong with its number of pages, and with what it declares of all of them, which are told as pages from
    `first` on (from 0).
    """
    if (pages := len(document.pages)) != len(expected):
        yield Finding("checks.page_count", args={"pages": pages, "expected_pages": len(expected)})
    if not sheets:
        return
    whole = file_declared(document, name, title or sheets[0].title, sheets, expected)
    for at, one in [*((0, one) for one in whole), *label_oddities(document, name, sheets)]:
        yield oddity_finding(first + at + 1, one)


def lost_seal(document: Any, pdf: Path | bytes, name: str) -> Iterator[Finding]:
    """That a file carries a seal which nothing holds any more: the digest of its bytes is gone, and what the seal says
    may be anything.
    """
    if SEAL not in set(attached(document.Root, document.Root.get("/Names", {}))):
        return
    if isinstance(pdf, Path):
        with pdf.open("rb") as opened:
            pdf = opened.read(_HEAD)
    if not any(mark in pdf[:_HEAD] for mark in _LINES):
        yield Finding(LOST_SEAL, Place(file=name))


def mended(document: Any, name: str) -> Iterator[Finding]:
    """That qpdf had to guess at what was meant: other readers guess otherwise."""
    for told in document.get_warnings()[:1]:
        yield Finding("checks.mended", Place(file=name), {"reason": plain(ValueError(told))})


def unheard_of(ink: Ink, pages: Sequence[Page]) -> list[Finding]:
    """Fonts that are cut from none of the faces that come along, where no page's style has any of its own."""
    if any(page.style.fonts for page in pages):
        return []
    return [Finding("checks.face", args={"font": font, "page": 1, "x_mm": None, "y_mm": None}) for font in ink.unproven]
