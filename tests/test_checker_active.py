"""What a file does and carries beside its pages is told, and what marked content says instead of its text."""

from __future__ import annotations

from collections.abc import Callable

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

import jxprint
from jxprint.checker.active import SEAL
from jxprint.model import Page
from jxprint.seal import NAME
from sabotage import spoiled


def keys(pdf: bytes, page: Page, plant: Callable[[pikepdf.Pdf], None]) -> list[str]:
    """The kinds of finding after something was planted."""
    return [one.key for one in jxprint.check(spoiled(pdf, plant), page).findings]


def script() -> Dictionary:
    """An action that runs a script."""
    return Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))


def opens(document: pikepdf.Pdf) -> None:
    """When it is opened."""
    document.Root["/OpenAction"] = script()


def named(document: pikepdf.Pdf) -> None:
    """By a name."""
    document.Root["/Names"] = Dictionary(JavaScript=Dictionary(Names=Array([String("a"), script()])))


def turned_to(document: pikepdf.Pdf) -> None:
    """When the page is turned to."""
    document.pages[0].obj["/AA"] = Dictionary(O=Dictionary(S=Name.Launch, F=String("calc.exe")))


def xfa(document: pikepdf.Pdf) -> None:
    """A form of another kind."""
    document.Root["/AcroForm"] = Dictionary(Fields=Array([]), XFA=document.make_stream(b"<xdp/>"))


def bookmark(document: pikepdf.Pdf) -> None:
    """From a bookmark."""
    document.Root["/Outlines"]["/First"]["/A"] = script()


@pytest.mark.parametrize("plant", [opens, named, turned_to, xfa, bookmark])
def test_what_acts_by_itself_is_one_finding(
    plant: Callable[[pikepdf.Pdf], None], jiaxing_pdf: bytes, jiaxing: Page
) -> None:
    """Scripts, programs that are started and forms of XFA; no comparison of text would show them."""
    assert keys(jiaxing_pdf, jiaxing, plant) == ["checks.active"]


def test_an_attached_file_that_is_no_seal_is_told(jiaxing_pdf: bytes, jiaxing: Page) -> None:
    """By its name, once, wherever the catalog names it."""

    def attach(document: pikepdf.Pdf) -> None:
        for name in ("evil.exe", NAME):
            document.attachments[name] = pikepdf.AttachedFileSpec(document, b"MZ", filename=name)

    findings = jxprint.check(spoiled(jiaxing_pdf, attach), jiaxing).findings
    told = [(one.key, one.args.get("name")) for one in findings]
    # What is called a seal and has no digest is told as such.
    assert told == [("checks.attachment", "evil.exe"), ("seal.lines_gone", None)]
    assert SEAL == NAME


def test_a_bleed_box_within_the_page_is_told(jiaxing_pdf: bytes, jiaxing: Page) -> None:
    """The printer would cut the bleed away."""

    def shrink(document: pikepdf.Pdf) -> None:
        document.pages[0].obj["/BleedBox"] = Array([100, 100, 200, 200])

    assert keys(jiaxing_pdf, jiaxing, shrink) == ["checks.page_place"]


@pytest.mark.parametrize(
    ("begin", "key"),
    [
        ("/Span <</Alt (x)>> BDC", "checks.said_instead"),
        ("/Span <</E (x)>> BDC", "checks.said_instead"),
        ("/ReversedChars BMC", "checks.said_instead"),
        ("/Artifact BMC", "checks.untagged_text"),
    ],
)
def test_marked_content_within_an_element_says_its_own_text(
    begin: str, key: str, jiaxing_pdf: bytes, jiaxing: Page
) -> None:
    """Readers speak what stands there instead, turn it round, or leave it out."""

    def enclose(document: pikepdf.Pdf) -> None:
        sheet = document.pages[0].obj
        before, mark, behind = sheet["/Contents"].read_bytes().partition(b"<</MCID 0>>BDC")
        start, found, rest = behind.partition(b"EMC")
        assert mark
        assert found
        content = before + mark + b"\n" + begin.encode() + start + b" EMC " + found + rest
        sheet["/Contents"] = document.make_stream(content)

    assert key in keys(jiaxing_pdf, jiaxing, enclose)


def test_an_artifact_with_an_identifier_is_an_artifact(jiaxing_pdf: bytes, jiaxing: Page) -> None:
    """The tree may own it; readers leave it out."""

    def rename(document: pikepdf.Pdf) -> None:
        sheet = document.pages[0].obj
        content = sheet["/Contents"].read_bytes()
        at = content.index(b"/MCID")
        start = content.rindex(b"/", 0, at)
        end = min(content.index(b" ", start), content.index(b"<", start))
        sheet["/Contents"] = document.make_stream(content[:start] + b"/Artifact" + content[end:])

    assert "checks.untagged_text" in keys(jiaxing_pdf, jiaxing, rename)


def visiting(document: pikepdf.Pdf) -> None:
    """An address is opened with the file."""
    document.Root["/OpenAction"] = Dictionary(S=Name.URI, URI=String("https://example.org"))


def portfolio(document: pikepdf.Pdf) -> None:
    """Other files are shown instead of the page."""
    document.Root["/Collection"] = Dictionary(Type=Name.Collection, View=Name.D)


@pytest.mark.parametrize("plant", [visiting, portfolio])
def test_what_is_shown_instead_of_the_page_is_told(
    plant: Callable[[pikepdf.Pdf], None], jiaxing_pdf: bytes, jiaxing: Page
) -> None:
    """By nobody's wish."""
    assert keys(jiaxing_pdf, jiaxing, plant) == ["checks.active"]
