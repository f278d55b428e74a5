"""Text that a reader hears and nobody sees, or not as it was set: each fault spoiled on purpose."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

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
# What is told of all text that is drawn along its edges.
STROKED = {"checks.stroked"}


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
    assert keys(jiaxing_pdf, jiaxing, framed(before)) - STROKED == {"checks.white"}


@pytest.mark.parametrize(
    "before",
    [b"0 0 0 1 k", b"1 0 0 0 k", b"0.5 g", b"/Spot cs", b"/Spot cs 1 scn", b"0 0 9999 9999 re W n",
     b"1 g 0 0 10 10 re f 0 g"],
)  # fmt: skip
def test_text_that_can_be_seen_is_no_oddity(before: bytes, jiaxing_pdf: bytes, jiaxing: Page) -> None:
    """Other inks, a clip that cuts nothing off."""
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


@pytest.mark.parametrize(
    "before", [b"1 Tr 0 0 0 0 k 0 G", b"2 Tr 30 w 0 0 0 1 K", b"1 Tr .3 w [.1 20] 0 d 0 0 0 1 K", b"1 Tr /Pen gs"]
)
def test_text_that_is_drawn_along_its_edges_is_told(before: bytes, jiaxing_pdf: bytes, jiaxing: Page) -> None:
    """Two readers have every character; paper has a blot, or a row of dots."""

    def spoil(document: pikepdf.Pdf) -> None:
        framed(before)(document)
        document.pages[0].obj["/Resources"]["/ExtGState"] = pikepdf.Dictionary(Pen=pikepdf.Dictionary(LW=20))

    assert "checks.stroked" in keys(jiaxing_pdf, jiaxing, spoil)


@pytest.mark.parametrize("space", ["[/Separation /None /DeviceCMYK {f}]", "[/DeviceN [/None /None] /DeviceCMYK {f}]"])
def test_an_ink_that_is_on_no_plate_is_no_ink(space: str, jiaxing_pdf: bytes, jiaxing: Page) -> None:
    """A screen may show what stands for it; a press prints nothing (ISO 32000-1, 8.6.6.4, 8.6.6.5)."""

    def spoil(document: pikepdf.Pdf) -> None:
        tints = 2 if "DeviceN" in space else 1
        black = "{pop " + "pop " * (tints - 1) + "0 0 0 1}"
        limits = {"Domain": [0, 1] * tints, "Range": [0, 1] * 4, "FunctionType": 4}
        function = document.make_indirect(document.make_stream(black.encode(), **limits))
        found = pikepdf.Object.parse(space.replace("{f}", "null").encode())
        found[3] = function
        framed(b"/Nothing cs " + b"1 " * tints + b"scn")(document)
        document.pages[0].obj["/Resources"]["/ColorSpace"] = pikepdf.Dictionary(Nothing=found)

    assert {"checks.invisible", "checks.missing"} <= keys(jiaxing_pdf, jiaxing, spoil)


def test_a_plain_colour_behind_a_pattern_is_plain(jiaxing_pdf: bytes, jiaxing: Page) -> None:
    """g, rg and k choose their colour space as well (ISO 32000-1, 8.6.8)."""
    plain = b"q /Pattern cs 0 0 0 1 k 0 0 1 1 re f Q"
    assert keys(jiaxing_pdf, jiaxing, framed(b"", b"/Artifact BMC " + plain + b" EMC")) == set()


def test_plain_colours_with_another_meaning_are_told(jiaxing_pdf: bytes, jiaxing: Page) -> None:
    """Black is white where a program asks what the page calls CMYK (ISO 32000-1, 8.6.5.6)."""

    def spoil(document: pikepdf.Pdf) -> None:
        paper = {"FunctionType": 4, "Domain": [0, 1] * 4, "Range": [0, 1] * 4}
        white = document.make_stream(b"{pop pop pop pop 0 0 0 0}", **paper)
        names = pikepdf.Array([pikepdf.Name(f"/{one}") for one in "ABCD"])
        space = pikepdf.Array([pikepdf.Name.DeviceN, names, pikepdf.Name.DeviceCMYK, white])
        document.pages[0].obj["/Resources"]["/ColorSpace"] = pikepdf.Dictionary(DefaultCMYK=space)

    assert keys(jiaxing_pdf, jiaxing, spoil) == {"checks.default_space"}
    told: Any = jxprint.check(spoiled(jiaxing_pdf, spoil), jiaxing).as_dict()["findings"]
    assert (told[0]["key"], told[0]["entry"]) == ("checks.default_space", "DefaultCMYK")
