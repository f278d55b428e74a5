"""The report as a page of HTML: one file, the page with its findings marked, the copy beside it with the same marks."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from msgspec.structs import replace

import jxprint
from jxprint.checker.html_report import html_report
from jxprint.cli import main
from jxprint.edition import Edition
from jxprint.errors import Finding
from jxprint.messages import text
from jxprint.model import Page
from sabotage import spoiled

JIAXING = Path(__file__).parent.parent / "layout" / "jiaxing"


class Seen(HTMLParser):
    """Tags that are open, links and places, what is inside which class."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.open: list[str] = []
        self.links: list[str] = []
        self.places: list[str] = []
        self.sources: list[str] = []
        self.copy = ""
        self._copy = 0
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A tag."""
        values = dict(attrs)
        self.tags.append(tag)
        assert not [name for name in values if name.startswith("on")]
        (self.sources if tag == "image" else self.links).extend([values["href"] or ""] if "href" in values else [])
        self.places += [values["id"] or ""] if "id" in values else []
        if tag != "meta":
            self.open.append(tag)
        if values.get("class") == "copy":
            self._copy = len(self.open)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A tag of SVG that is closed at once."""
        self.handle_starttag(tag, attrs)
        self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        """Its end."""
        assert self.open.pop() == tag
        if len(self.open) < self._copy:
            self._copy = 0

    def handle_data(self, data: str) -> None:
        """Text."""
        if self._copy and self.open[-1] not in ("sup", "ins") and "ins" not in self.open and data.strip("\n"):
            self.copy += data


def without_a_paragraph(document: pikepdf.Pdf) -> None:
    """One marked piece of the first page is gone."""
    page = document.pages[0].obj
    data = page["/Contents"].read_bytes()
    cut = re.sub(rb"(?ms)^/P<</MCID 23>>BDC\n.*?^EMC$", b"", data)
    assert cut != data
    page["/Contents"] = document.make_stream(cut)


@pytest.fixture(scope="module")
def spoiled_page(jiaxing_pdf: bytes) -> bytes:
    """The first page without one of its paragraphs."""
    return spoiled(jiaxing_pdf, without_a_paragraph)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_report_needs_nothing_else(spoiled_page: bytes, jiaxing: Page, language: str) -> None:
    """No script, no address; every link leads to a place of its own, and the picture is in it."""
    html = html_report(jxprint.check(spoiled_page, jiaxing), spoiled_page, [jiaxing], language)
    seen = Seen(html)
    assert not seen.open
    assert not set(seen.tags) & {"script", "link", "img", "iframe", "object", "form", "audio", "video", "base"}
    assert not re.search(r"@import|url\(", html)
    assert [source[:22] for source in seen.sources] == ["data:image/png;base64,"]
    assert set(seen.links) <= {f"#{place}" for place in seen.places}
    assert len(seen.places) == len(set(seen.places))
    assert len(html) < 1_500_000


def test_every_finding_is_on_the_page_in_the_list_and_in_the_copy(spoiled_page: bytes, jiaxing: Page) -> None:
    """Under one number; the copy beside is the copy, character by character."""
    report = jxprint.check(spoiled_page, jiaxing)
    html = html_report(report, spoiled_page, [jiaxing], "en")
    seen = Seen(html)
    for number in range(1, len(report.findings) + 1):
        assert {f"m{number}", f"f{number}", f"c{number}"} <= set(seen.places)
    assert seen.copy == report.copy[0].whole.text


def test_every_finding_has_its_place(spoiled_page: bytes, jiaxing: Page) -> None:
    """Story, paragraph, offset, and millimetres with a box, for people and for machines."""
    report = jxprint.check(spoiled_page, jiaxing)
    told: Any = report.as_dict()["findings"]
    (row,) = told
    assert (row["part"], row["paragraph"], row["offset"]) == ("tongxiang", 2, 0)
    assert row["x_mm"] is not None
    ((x, y, wide, high),) = row["boxes_mm"]
    assert (x, wide) == (row["x_mm"], 0.0)
    assert y < row["y_mm"] < y + high + 0.1
    assert "tongxiang, paragraph 2, offset 0" in report.lines("en")[1]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_text_that_no_element_owns_is_printed(jiaxing_pdf: bytes, jiaxing: Page, language: str) -> None:
    """It is in no other order of reading, but not only in what is copied out of the file; and a page is named once."""

    def add(document: pikepdf.Pdf) -> None:
        sheet = document.pages[0].obj
        content = sheet["/Contents"].read_bytes()
        shown = re.search(rb"BT.*?ET", content, re.S)
        assert shown is not None
        moved = b" q /Artifact BMC 1 0 0 1 0 -9 cm " + shown[0] + b" EMC Q"
        sheet["/Contents"] = document.make_stream(content + moved)

    pdf = spoiled(jiaxing_pdf, add)
    report = jxprint.check(pdf, jiaxing)
    assert {"checks.untagged_text", "checks.extra"} <= {one.key for one in report.findings}
    shown = html_report(report, pdf, [jiaxing], language)
    assert text("report.only.stream", language) not in shown
    once = text("checks.page", language, page=1)
    assert f"; {once}<" not in shown
    assert f"；{once}<" not in shown


def test_a_passing_file_has_its_report(jiaxing_pdf: bytes, jiaxing: Page) -> None:
    """The page, and no finding."""
    seen = Seen(html := html_report(jxprint.check(jiaxing_pdf, jiaxing), jiaxing_pdf, [jiaxing], "zh"))
    assert "与原稿一致" in html
    assert len(seen.sources) == 1
    assert not [place for place in seen.places if re.fullmatch(r"[mfc]\d+", place)]


def test_all_pages_of_an_edition_are_shown(chaoxun: Edition) -> None:
    """Each with its copy."""
    report = jxprint.check(chaoxun.pdf, list(chaoxun.pages), title=chaoxun.title)
    seen = Seen(html_report(report, chaoxun.pdf, chaoxun.pages, "en"))
    assert [place for place in seen.places if re.fullmatch(r"p\d+", place)] == ["p1", "p2"]
    assert len(seen.sources) == 2


def test_copy_and_names_are_never_markup(jiaxing_pdf: bytes, jiaxing: Page) -> None:
    """Whatever a page is called or a file says is text."""
    evil = '<script>alert("x")</script>\x07'
    report = jxprint.check(jiaxing_pdf, jiaxing)
    finding = Finding("checks.extra", args={"expected": "", "read": evil, "after": evil, "page": 1, "role": ""})
    report = replace(report, file=evil, findings=(finding,))
    html = html_report(report, jiaxing_pdf, [replace(jiaxing, title=evil)], "en")
    assert "<script" not in html
    assert (
        "\x07"
        not in html.partition("</title>")[2].replace("<h1>Check of", "").partition("</h1>")[2].partition("<section")[0]
    )
    assert not Seen(html).open


@pytest.mark.parametrize("data", [b"", b"no PDF at all", b"%PDF-1.7\n%%EOF\n"])
def test_a_file_that_cannot_be_read_has_a_report_that_says_so(
    data: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With the copy as it was to be; the command refuses the file all the same."""
    file, html = tmp_path / "x.pdf", tmp_path / "x.html"
    file.write_bytes(data)
    assert main(["check", str(file), str(JIAXING), "--html", str(html), "--lang", "en"]) == 7
    assert "x.pdf" in capsys.readouterr().err
    told = html.read_text(encoding="utf-8")
    assert "cannot be read back" in told
    assert "激活人才引擎" in Seen(told).copy


def test_the_command_writes_the_report_and_replaces_no_source(tmp_path: Path, jiaxing_pdf: bytes) -> None:
    """Whole or not at all: a folder that is not there, or a file that was checked, is refused."""
    file, html = tmp_path / "x.pdf", tmp_path / "x.html"
    file.write_bytes(jiaxing_pdf)
    assert main(["check", str(file), str(JIAXING), "--html", str(html)]) == 0
    assert html.read_bytes().startswith(b"<!doctype html>")
    assert main(["check", str(file), str(JIAXING), "--html", str(tmp_path / "no" / "x.html")]) == 6
    assert main(["check", str(file), str(JIAXING), "--html", str(file)]) == 6
    assert file.read_bytes() == jiaxing_pdf
