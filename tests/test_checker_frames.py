"""Where text stands: frames that the structure tree claims are verified, and order on paper follows from them."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from msgspec.structs import replace

import jxprint
from jxprint.checker.geometry_order import reading_order
from jxprint.checker.glyphs import Frame, Glyph
from jxprint.fonts import Library
from jxprint.model import Dummy, Grid, Markup, Page, Paragraph, Part, Passage, Picture, Story
from sabotage import spoiled

Build = Callable[..., tuple[Page, bytes]]


@pytest.fixture(scope="session")
def build(torture: Page, library: Library) -> Build:
    """A page of some parts, drawn as told, and its file; measure and gap in ems."""

    def made(parts: list[Part], *rows: str, measure: float = 10.0, gap: float = 1.2) -> tuple[Page, bytes]:
        grid = Grid(len(rows[0]), measure, gap, 10.0, 15.0)
        sheet = replace(torture.sheet, width_pt=10 * grid.span_em(grid.columns) + 60, height_pt=4000)
        sheet = replace(sheet, left_pt=30, right_pt=30)
        page = replace(torture, sheet=sheet, grid=grid, dummy=Dummy(tuple(map(tuple, rows))), parts=tuple(parts))
        sink = BytesIO()
        jxprint.write([jxprint.compose(page, library)], library, sink)
        return page, sink.getvalue()

    return made


def story(letter: str, head: str, *paragraphs: str, legs: int | None = None, byline: str = "") -> Story:
    """A story; a paragraph that begins with # is a subhead."""
    body = tuple(
        Paragraph(Passage(text.removeprefix("#")), "subhead" if text.startswith("#") else "body") for text in paragraphs
    )
    heads, byline_ = (tuple(map(Passage, text.split())) for text in (head, byline))
    return Story(letter=letter, name=letter, headline=heads, byline=byline_, paragraphs=body, legs=legs)


SUBHEADS = [text for number in range(1, 11) for text in (f"#小标题{number}", f"段{number}。")]
LONG = "这是一段正文，不长也不短，有三十来个字，排下来要占好几行，栏与栏之间看不出缝来。"
RIGHT: dict[str, tuple[list[Part], tuple[str, ...], float]] = {
    "subheads and paragraphs of a line over four legs": ([story("A", "标题", *SUBHEADS)], ("AAAA",), 1.2),
    "the same without a head": ([story("A", "", *SUBHEADS)], ("AAAA",), 1.2),
    "legs of a line": ([story("A", "标题", "一。", "二。", "三。", "四。")], ("AAAA",), 1.2),
    "a character a leg": ([story("A", "标题", "一", "二", "三", "四")], ("AAAA",), 1.2),
    "legs without text": ([story("A", "标题", "一", "二")], ("AAAA",), 1.2),
    "legs that touch": ([story("A", "标题", LONG * 4, "#小标题", LONG * 3, byline="张三 李四")], ("AAA",), 0.0),
    "short legs that touch": ([story("A", "标题", *SUBHEADS)], ("AAAA",), 0.0),
    "a byline alone": ([story("A", "", byline="张三"), story("B", "标题", "正文。")], ("AB",), 1.2),
    "a head alone": ([story("A", "标题"), story("B", "", "正文。")], ("AB",), 1.2),
    "twelve legs": ([story("A", "标题", *[LONG * 2] * 9, legs=12)], ("A" * 12,), 1.2),
    "sixty parts": (
        [story(chr(0x4E00 + at), "题", f"文{at}。") for at in range(60)],
        tuple("".join(chr(0x4E00 + 6 * row + column) for column in range(6)) for row in range(10)),
        1.2,
    ),
    "a credit in the white behind the last line of its caption": (
        [Picture(letter="P", aspect=2.0, caption=Passage("（嘉兴）" * 4 + "嘉兴嘉"), credit=Passage("摄"))],
        ("PP",),
        0.0,
    ),
}


@pytest.mark.parametrize("name", RIGHT)
def test_pages_that_are_right_are_exact(name: str, build: Build) -> None:
    """Whatever stands in the legs, and however narrow or shallow they are."""
    parts, rows, gap = RIGHT[name]
    page, pdf = build(parts, *rows, gap=gap)
    report = jxprint.check(pdf, page)
    assert report.ok, report.lines("en")


def scripts(text: str) -> Story:
    """A story whose paragraph is lowered in its first half and raised in its second."""
    half = len(text) // 2
    markup = (Markup("sub", 0, half), Markup("sup", half, len(text)))
    return Story(
        letter="A", name="A", headline=(Passage("标题"),), paragraphs=(Paragraph(Passage(text, markup=markup)),)
    )


@pytest.mark.parametrize("text", ["甲乙", LONG, LONG * 2])
def test_what_is_raised_behind_what_is_lowered_is_read_in_its_line(text: str, build: Build) -> None:
    """Without a character at the height of the line, half an em apart: one line in its frame, and not two."""
    page, pdf = build([scripts(text)], "AA")
    report = jxprint.check(pdf, page)
    assert report.ok, report.lines("en")


def test_lines_that_overlap_are_told(build: Build) -> None:
    """A leg's lines half an em apart are one row to the eye, and no line can be read in it."""
    page, pdf = build([story("A", "标题", LONG * 2)], "AA")

    def squeezed(document: pikepdf.Pdf) -> None:
        shown = document.pages[0].obj["/Contents"].read_bytes()
        tight = re.sub(rb"(?<= )-15(?= Td)", b"-5", shown, count=1)
        assert tight != shown
        document.pages[0].obj["/Contents"] = document.make_stream(tight)

    assert not jxprint.check(spoiled(pdf, squeezed), page).ok


def spans(document: pikepdf.Pdf) -> list[Any]:
    """The elements of the first story's first paragraph, one a leg."""
    story = document.Root["/StructTreeRoot"]["/K"]["/K"][1]
    return list(next(one for one in story["/K"] if str(one["/S"]) == "/P")["/K"].as_list())


def test_frames_that_claim_another_place_are_told(build: Build) -> None:
    """The legs of a story exchange their frames in the tree; the text stands where it stood."""
    page, pdf = build([story("A", "标题", LONG * 6)], "AAA")

    def swap(document: pikepdf.Pdf) -> None:
        one, two = spans(document)[0]["/A"], spans(document)[1]["/A"]
        one["/BBox"], two["/BBox"] = two["/BBox"], one["/BBox"]

    report = jxprint.check(spoiled(pdf, swap), page)
    assert [finding.key for finding in report.findings] == ["checks.out_of_frame"] * 2, report.lines("en")


@pytest.mark.parametrize("gap", [1.2, 0.0])
def test_legs_that_change_places_with_their_frames_are_out_of_order_on_paper(gap: float, build: Build) -> None:
    """The tree's claims agree with the paper, and both say that the second leg stands before the first."""
    told = "".join(f"第{number}句说第{number}件事，" for number in range(40))
    page, pdf = build([story("A", "标题", told)], "AAA", gap=gap)

    def swap(document: pikepdf.Pdf) -> None:
        one, two = spans(document)[:2]
        way = float(two["/A"]["/BBox"][0]) - float(one["/A"]["/BBox"][0])
        one["/A"]["/BBox"], two["/A"]["/BBox"] = two["/A"]["/BBox"], one["/A"]["/BBox"]
        mcids, text = (int(one["/K"]), int(two["/K"])), document.pages[0].obj["/Contents"].read_bytes()
        for mcid, shift in zip(mcids, (way, -way), strict=True):
            start = text.index(b"<</MCID %d>>BDC" % mcid)
            end = text.index(b"\nEMC", start)
            first = re.compile(rb"(\S+) \S+ Td").search(text, start, end)
            assert first is not None
            text = text[: first.start(1)] + b"%.3f" % (float(first[1]) + shift) + text[first.end(1) :]
        document.pages[0].obj["/Contents"] = document.make_stream(text)

    report = jxprint.check(spoiled(pdf, swap), page)
    assert "checks.moved" in [finding.key for finding in report.findings]
    for finding in report.findings:
        readings: Any = finding.args["readings"]
        assert set(readings) == {"pikepdf:geometry", "pdfium:geometry"}


def test_without_frames_the_white_between_legs_tells_them_apart(jiaxing_pdf: bytes, jiaxing: Page) -> None:
    """A file whose tree claims nothing is read by its columns."""

    def strip(document: pikepdf.Pdf) -> None:
        for thing in document.objects:
            if isinstance(thing, pikepdf.Dictionary) and "/A" in thing and "/S" in thing:
                del thing["/A"]

    report = jxprint.check(spoiled(jiaxing_pdf, strip), jiaxing)
    assert report.ok, report.lines("en")


def line(text: str, x: float, y: float, mcid: int, size: float = 10.0) -> list[Glyph]:
    """Glyphs an em apart on one baseline."""
    return [Glyph(char, x + size * at, y, size, size, mcid) for at, char in enumerate(text)]


def read(frames: dict[int, Frame], *lines: list[Glyph]) -> str:
    """What geometry makes of some lines in frames, given last line first."""
    glyphs = [glyph for one in reversed(lines) for glyph in reversed(one)]
    return "".join(glyph.text for glyph in reading_order(glyphs, 10.0, frames))


@pytest.mark.parametrize("head_x", [0.0, 220.0])
def test_a_head_beside_its_text_is_read_first(head_x: float) -> None:
    """Whichever side it stands on: the eye takes the largest type first."""
    head = line("大字", head_x, 30, 0, 24) + line("作者", head_x, 50, 1)
    frames = {0: Frame(head_x, 8, head_x + 60, 36), 1: Frame(head_x, 40, head_x + 60, 53)}
    frames |= {2: Frame(80, 8, 140, 40), 3: Frame(150, 8, 210, 40)}
    legs = [line("一二三四五", 80, 18, 2), line("六七", 80, 33, 2)]
    legs += [line("八九十", 150, 18, 3), line("甲乙", 150, 33, 3)]
    assert read(frames, head, *legs) == "大字作者一二三四五六七八九十甲乙"


def test_text_below_legs_ends_them() -> None:
    """A line over the whole width is read behind the legs above it."""
    frames = {0: Frame(0, 0, 50, 25), 1: Frame(60, 0, 110, 25), 2: Frame(0, 30, 110, 42), 3: Frame(0, 45, 110, 57)}
    legs = [line("一二", 0, 9, 0), line("三四", 0, 24, 0), line("五六", 60, 9, 1), line("七八", 60, 24, 1)]
    assert read(frames, *legs, line("甲乙", 0, 39, 2), line("丙丁", 0, 54, 3)) == "一二三四五六七八甲乙丙丁"


def test_what_is_raised_or_lowered_stays_in_its_line() -> None:
    """Smaller type above and below the baseline (上标, 下标)."""
    raised, lowered = Glyph("２", 20, 5.5, 6, 6, 0), Glyph("３", 36, 11.5, 6, 6, 0)
    first = [*line("甲乙", 0, 9, 0), raised, *line("丙", 26, 9, 0), lowered, *line("丁", 42, 9, 0)]
    assert read({0: Frame(0, 0, 60, 27)}, first, line("戊己", 0, 24, 0)) == "甲乙２丙３丁戊己"


def test_frames_that_lie_over_one_another_are_not_believed() -> None:
    """Claims of the whole article for every piece say nothing: the white between the legs does."""
    whole = Frame(0, 0, 130, 60)
    slightly = [Frame(0, 0, 130, 60 + at) for at in range(3)]
    legs = [line("一二三四五六", 0, 9 + 15 * row, 0) for row in range(3)] + [
        line("甲乙丙丁戊己", 70, 9 + 15 * row, 1 + row // 2) for row in range(3)
    ]
    assert whole == slightly[0]
    assert read(dict(enumerate(slightly)), *legs) == "一二三四五六" * 3 + "甲乙丙丁戊己" * 3
