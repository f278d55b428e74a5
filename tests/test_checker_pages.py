"""Pages that newsrooms make and that are right: the checker refuses none of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from msgspec.structs import replace

import jxprint
from jxprint.checker import CheckReport
from jxprint.checker.engine import opened_by_engine, read_by_engine
from jxprint.checker.glyphs import Glyph, ReadPage
from jxprint.checker.losses import given_back
from jxprint.fonts import Library
from jxprint.model import Dummy, Grid, Masthead, Page, Paragraph, Part, Passage, Picture, Story

Make = Callable[..., Page]
Write = Callable[[Page], bytes]


@pytest.fixture(scope="session")
def make(torture: Page) -> Make:
    """Makes a page of parts and a drawing, in the house style; measure and gap in ems."""

    def page(parts: Sequence[Part], *rows: str, measure: float = 10.0, gap: float = 1.2) -> Page:
        grid = Grid(len(rows[0]), measure, gap, 10.0, 15.0)
        sheet = replace(torture.sheet, width_pt=10 * grid.span_em(grid.columns) + 60, height_pt=4000)
        sheet = replace(sheet, left_pt=30, right_pt=30)
        dummy = Dummy(tuple(tuple(row) for row in rows))
        return replace(torture, sheet=sheet, grid=grid, dummy=dummy, parts=tuple(parts))

    return page


@pytest.fixture(scope="session")
def written(library: Library) -> Write:
    """Composes and writes a page."""

    def write(page: Page) -> bytes:
        sink = BytesIO()
        jxprint.write([jxprint.compose(page, library)], library, sink)
        return sink.getvalue()

    return write


def story(letter: str, head: str, *paragraphs: str, byline: str = "", legs: int | None = None) -> Story:
    """A story; a paragraph that begins with # is a subhead."""
    body = tuple(
        Paragraph(Passage(text.removeprefix("#")), "subhead" if text.startswith("#") else "body") for text in paragraphs
    )
    heads = (Passage(head),) if head else ()
    return Story(
        letter=letter, name=letter, headline=heads, byline=tuple(map(Passage, byline.splitlines())), paragraphs=body,
        legs=legs,
    )  # fmt: skip


def exact(pdf: bytes, page: Page) -> CheckReport:
    """The report about a file, which must be clean."""
    report = jxprint.check(pdf, page)
    assert report.ok, report.lines("en")
    return report


def by_engine(pdf: bytes) -> str:
    """What pdfium itself has of the first page, nothing given back."""
    with opened_by_engine(pdf, "page.pdf") as document:
        return "".join(glyph.text for glyph in read_by_engine(document, 0, (0.0, 0.0), "page.pdf").stream)


# White in running text, and what pdfium keeps of it.
WHITE = {
    "\u0020": "\u0020",
    "\u0020\u0020": "\u0020",
    "\u0020\u0020\u0020\u0020": "\u0020",
    "\u00a0\u00a0": "\u00a0\u00a0",
    "\u2002\u2002": "\u2002\u2002",
    "\u2003\u2003": "\u2003\u2003",
    "\u3000": "\u3000",
    "\u3000\u3000\u3000": "\u3000\u3000\u3000",
    "\u3000\u0020\u0020": "\u3000\u0020",
    "\u0020\u3000\u0020": "\u0020\u3000\u0020",
}


@pytest.mark.parametrize("white", WHITE)
def test_pdfium_loses_repeated_spaces_and_no_other_white(white: str, make: Make, written: Write) -> None:
    """Whatever stands between two names comes out exact; pdfium alone would keep of it what the table says."""
    page = make([story("A", "", f"张三{white}李四")], "AA")
    pdf = written(page)
    assert by_engine(pdf) == f"第𠮷版张三{WHITE[white]}李四"
    exact(pdf, page)


@pytest.mark.parametrize("white", ["\u3000", "\u00a0", "\u2003", "\u0020", "\u0020\u0020", "\u3000\u0020"])
def test_white_is_read_in_every_place(white: str, make: Make, written: Write) -> None:
    """In a head, a byline (where U+3000 is a face's only glyph on its line), caption, credit and subhead."""
    names = f"沈沉缘{white}李晓芳\n冯{white}渊 李晓芳"
    picture = Picture(letter="P", aspect=2.0, caption=Passage(f"甲{white}乙"), credit=Passage(f"张三{white}摄"))
    page = make([story("A", f"甲{white}乙", f"#丙{white}丁", "正文。", byline=names, legs=1), picture], "AAPP")
    exact(written(page), page)


def test_pdfium_loses_white_that_is_all_of_a_text_object(make: Make, written: Write) -> None:
    """Where the Kai face has no U+3000, another face's is an object of its own; where U+00A0 and U+0020 share an
    outline, each has a font of its own.
    """
    page = make([story("A", "", "张三\u0020\u00a0\u0020李四", byline="冯\u3000渊")], "AA")
    pdf = written(page)
    assert by_engine(pdf) == "第𠮷版冯渊张三\u0020李四"
    exact(pdf, page)


def read_again(first: str, again: str) -> str:
    """What the second reader's text becomes beside the first one's."""
    one, two = (
        ReadPage("", tuple(Glyph(char, 0.0, 0.0, 10.0, 10.0, 0) for char in text), ()) for text in (first, again)
    )
    return "".join(glyph.text for glyph in given_back(two, one).stream)


@pytest.mark.parametrize(
    ("first", "again", "read"),
    [
        ("ﬁﬀ ﬃ号 ﬁ", "fiff ffi号 fi", "ﬁﬀ ﬃ号 ﬁ"),
        ("a-  b", "a-b", "a-  b"),
        ("甲  乙", "甲 丙", "甲  丙"),
        ("甲 乙", "甲乙", "甲乙"),
        ("甲\u3000乙", "甲乙", "甲乙"),
        ("甲丙 \u3000乙", "甲丁 \u3000乙", "甲丁 \u3000乙"),
        ("甲乙", "甲乙丙", "甲乙丙"),
        ("甲乙", "", ""),
        ("", "甲", "甲"),
    ],
)
def test_what_is_given_back_is_what_pdfium_is_known_to_lose(first: str, again: str, read: str) -> None:
    """Ligatures, spaces behind a hyphen or a space; no other character, and no space that it has no reason to lose."""
    assert read_again(first, again) == read


def test_parts_side_by_side_are_read_in_the_streams_order(make: Make, written: Write) -> None:
    """The engine sorts what stands on one line from left to right; the part on the right is the first here."""
    page = make([story("B", "", "右边先读。"), story("A", "", "左边后读。")], "AB")
    exact(written(page), page)


@pytest.mark.parametrize("lost", ["\u0020", "\u3000"])
def test_white_that_the_file_lacks_is_missing(lost: str, make: Make, written: Write) -> None:
    """Nothing is given back that the first reader does not see: both readers miss it."""
    page = make([story("A", "", "张三李四", byline="冯\u3000渊")], "AA")
    pdf = written(page)
    copy = make([story("A", "", f"张三{lost}李四" if lost == " " else "张三李四", byline="冯\u3000渊")], "AA")
    if lost == "\u3000":
        sink = BytesIO()
        with pikepdf.Pdf.open(BytesIO(pdf)) as document:
            shown = document.pages[0].obj["/Contents"].read_bytes()
            # The second of the byline's three strings, each of one glyph.
            dropped = re.sub(rb"(Tj\n/F\d+ 10 Tf\n\S+ \S+ Td\n)\([^)]+\)Tj(?=\n/F)", rb"\1()Tj", shown, count=1)
            assert dropped != shown
            document.pages[0].obj["/Contents"] = document.make_stream(dropped)
            document.save(sink)
        pdf = sink.getvalue()
    report = jxprint.check(pdf, copy)
    assert [finding.args["expected"] for finding in report.findings] == [lost]
    assert {str(one).partition(":")[0] for one in report.findings[0].args["readings"]} == {"pikepdf", "pdfium"}  # type: ignore[attr-defined]


def with_tree(pdf: bytes, spoil: Callable[[list[pikepdf.Object]], list[pikepdf.Object]]) -> bytes:
    """The file with the articles of its structure tree rearranged."""
    sink = BytesIO()
    with pikepdf.Pdf.open(BytesIO(pdf)) as document:
        top = document.Root["/StructTreeRoot"]["/K"]
        top["/K"] = pikepdf.Array(spoil(list(top["/K"].as_list())))
        document.save(sink)
    return sink.getvalue()


@pytest.fixture(scope="session")
def repeating(make: Make) -> Page:
    """Stories that say the same, a masthead and a caption that say what their heads say, twins that nearly do."""
    picture = Picture(letter="P", aspect=2.0, caption=Passage("嘉兴"))
    stories = [story(letter, "嘉兴", "正文" * 30, "正文" * 30, "嘉兴") for letter in "ABC"]
    near = story("D", "嘉兴", "正文" * 30, "正文" * 29 + "文章", "嘉兴")
    masthead = Masthead(letter="M", text=Passage("嘉兴"))
    return make([masthead, *stories, near, picture], "MPP", "ABC", "ABD", measure=15.0)


def test_parts_that_say_the_same_are_told_apart(repeating: Page, written: Write) -> None:
    """The same story three times, the same words as masthead, headline, paragraph and caption."""
    exact(written(repeating), repeating)


def test_equal_articles_in_another_order_say_the_same(repeating: Page, written: Write) -> None:
    """Nobody who listens to the page can tell; nor is anything told."""
    pdf = with_tree(written(repeating), lambda kids: [kids[0], kids[1], kids[3], kids[2], *kids[4:]])
    exact(pdf, repeating)


def test_articles_that_differ_in_a_word_are_told_when_they_change_places(repeating: Page, written: Write) -> None:
    """The third story and its near twin."""
    pdf = with_tree(written(repeating), lambda kids: [*kids[:4], kids[5], kids[4], *kids[6:]])
    report = jxprint.check(pdf, repeating)
    assert not report.ok
    for finding in report.findings:
        readings: Any = finding.args["readings"]
        assert set(readings) == {"pikepdf:structure", "pdfium:structure"}


def test_a_fault_in_one_of_two_equal_stories_is_told_of_that_one(repeating: Page, written: Write) -> None:
    """By title where texts cannot tell."""
    parts = list(repeating.parts)
    parts[2] = story("B", "嘉兴", "正文" * 30, "正文" * 30, "嘉善")
    report = jxprint.check(written(repeating), replace(repeating, parts=tuple(parts)))
    told = [(one.place.part, one.args["expected"], one.args["read"]) for one in report.findings]
    assert told == [("B", "善", "兴")]


def test_a_head_beside_one_leg_is_read_before_all_of_it(make: Make, written: Write) -> None:
    """It stands in the middle of its depth; a first paragraph that ends above it is not read before it."""
    told = story("A", "渡口夜航", "短短一段。", *["渡口的船工说，夜里行船要看灯，灯在人在。" * 3] * 3, legs=1)
    page = make([replace(told, head_at="beside", head_columns=1)], "AA", measure=13.0)
    assert jxprint.check(written(page), page).ok


_PICTURE = """
[[part]]
letter = "Z"
kind = "picture"
"""
_INSIDE = """
format = 1
title = "串文题"
style = "tabloid"
dummy = "{drawing}"

[[part]]
letter = "C"
kind = "story"
copy = "c.txt"
head_at = "inside"
head_columns = 1
head_side = "{side}"
"""


@pytest.mark.parametrize(("drawing", "side"), [("C C . . .", "right"), ("C C C . .", "middle"), ("C C . . .", "left")])
@pytest.mark.parametrize("more", [0, 14, 28, 42])
def test_a_byline_of_a_head_inside_the_text_is_read_with_the_head(
    tmp_path: Path, written: Write, drawing: str, side: str, more: int
) -> None:
    """Wherever in the text the head stands, and however far the last line of a paragraph reaches under it."""
    text = "渡口的船工说，夜里行船要看灯，灯在人在。" * 9
    paragraphs = [text[:109] + "。", text[: 119 + more] + "。", text[:94] + "。"]
    (tmp_path / "c.txt").write_text("headline: 北坡茶园的老温度计\nbyline: 谭麦\n\n" + "\n".join(paragraphs), "utf-8")
    described = _INSIDE.format(drawing=drawing.replace(".", "Z"), side=side) + _PICTURE
    (tmp_path / "page.toml").write_text(described, "utf-8")
    page = jxprint.read_page(tmp_path)
    assert jxprint.check(written(page), page).ok
