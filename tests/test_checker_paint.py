"""Text that a reader hears and nobody sees, or not as it was set: each fault spoiled on purpose."""

from __future__ import annotations

import re
from collections.abc import Callable

import pikepdf
import pytest
from msgspec.structs import replace

import jxprint
from jxprint.errors import Finding
from jxprint.ink import Ink
from jxprint.model import Page
from sabotage import spoiled

Spoil = Callable[[pikepdf.Pdf], None]
# A paragraph of the first page, whole in one leg.
MCID = 23


def findings(pdf: bytes, page: Page, spoil: Spoil) -> tuple[Finding, ...]:
    """What is found in a spoiled file; it must be sayable in both languages."""
    report = jxprint.check(spoiled(pdf, spoil), page)
    # Behind the findings come figures, where text differs.
    assert len(report.lines("zh")) == len(report.lines("en")) <= min(len(report.findings), 41) + 3
    assert len(report.lines("en")) > min(len(report.findings), 41)
    return report.findings


def keys(pdf: bytes, page: Page, spoil: Spoil) -> set[str]:
    """The kinds of what is found, but for what is seen once the page is drawn."""
    return {finding.key for finding in findings(pdf, page, spoil)} - {"checks.unseen"}


def framed(before: bytes, after: bytes = b"") -> Spoil:
    """Spoil by operators before a paragraph's text object and behind it."""

    def spoil(document: pikepdf.Pdf) -> None:
        page = document.pages[0].obj
        page["/Resources"]["/ExtGState"] = pikepdf.Dictionary(Clear=pikepdf.Dictionary(ca=0, CA=0))
        name = pikepdf.Name
        spot = pikepdf.Array([name.Separation, name.Spot, name.DeviceCMYK, pikepdf.Dictionary()])
        page["/Resources"]["/ColorSpace"] = pikepdf.Dictionary(Spot=spot)
        text = page["/Contents"].read_bytes()
        pattern = re.compile(rb"(<</MCID %d>>BDC\n)(.*?)(\nEMC)" % MCID, re.S)
        # The font and spacing that stood before stand again behind it.
        changed = pattern.sub(lambda x: x[1] + b"q " + before + b"\n" + x[2] + b"\n" + after + b" Q" + x[3], text)
        assert changed != text
        page["/Contents"] = document.make_stream(changed)

    return spoil


@pytest.mark.parametrize(
    "before",
    [b"0 0 0 0 k", b"0 0.02 0.02 0 k", b"1 g", b"1 1 1 rg", b"/Spot cs 0 scn", b"/DeviceGray cs 1 sc",
     b"/DeviceRGB cs 0.97 1 1 scn", b"1 Tr 0 0 0 0 K", b"2 Tr 1 g 1 G"],
)  # fmt: skip
def test_white_text_is_told(before: bytes, jiaxing_pdf: bytes, jiaxing: Page) -> None:
    """Filled or stroked in the paper's own colour, in any colour space that can be computed."""
    assert keys(jiaxing_pdf, jiaxing, framed(before)) == {"checks.white"}


@pytest.mark.parametrize(
    "before",
    [b"0 0 0 1 k", b"1 0 0 0 k", b"0.5 g", b"/Spot cs", b"/Spot cs 1 scn", b"1 Tr 0 0 0 0 k 0 G", b"2 Tr 1 g 0 G",
     b"0 0 9999 9999 re W n", b"1 g 0 0 10 10 re f 0 g"],
)  # fmt: skip
def test_text_that_can_be_seen_is_no_oddity(before: bytes, jiaxing_pdf: bytes, jiaxing: Page) -> None:
    """Other inks, white with a stroke around it, a clip that cuts nothing off."""
    assert keys(jiaxing_pdf, jiaxing, framed(before)) == set()


def test_white_is_meant_where_the_style_has_a_white_ink(jiaxing_pdf: bytes, jiaxing: Page) -> None:
    """Text reversed out of a tint."""
    inks = {**jiaxing.style.inks, "paper": Ink("paper", (0.0, 0.0, 0.0, 0.0))}
    page = replace(jiaxing, style=replace(jiaxing.style, inks=inks))
    assert keys(jiaxing_pdf, page, framed(b"0 0 0 0 k")) == set()


@pytest.mark.parametrize(
    "before",
    [b"/Clear gs", b"0 0 1 1 re W n", b"0 0 m 1 1 l 2 0 l h W* n", b"W n", b"0 0 5 5 re W n 0 0 9999 9999 re W n",
     b"1 Tr /Clear gs"],
)  # fmt: skip
def test_text_that_is_clear_or_clipped_away_is_told(before: bytes, jiaxing_pdf: bytes, jiaxing: Page) -> None:
    """It counts as missing too: nothing of it is on the paper."""
    told = findings(jiaxing_pdf, jiaxing, framed(before))
    assert "checks.invisible" in {finding.key for finding in told}
    assert "checks.missing" in {finding.key for finding in told}


@pytest.mark.parametrize(("before", "percent"), [(b"50 Tz", 50), (b"140 Tz", 140), (b"1 0 0 1.25 0 0 cm", 80)])
def test_stretched_text_is_told(before: bytes, percent: int, jiaxing_pdf: bytes, jiaxing: Page) -> None:
    """By the text state or by the page's own matrix."""
    told = findings(jiaxing_pdf, jiaxing, framed(before))
    assert [one.args["percent"] for one in told if one.key == "checks.stretched"] == [percent]


def test_raised_text_is_told_by_its_frame(jiaxing_pdf: bytes, jiaxing: Page) -> None:
    """Text rise moves a paragraph to another place, which is not the one that the tree gives."""
    assert "checks.out_of_frame" in keys(jiaxing_pdf, jiaxing, framed(b"300 Ts"))
