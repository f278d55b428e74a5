"""Readings, notes and scripts of vertical text read back, wherever the stream has them; and what is told of a wrong
page.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

import jxprint
from jxprint.checker.engine import opened_by_engine, read_by_engine
from jxprint.checker.geometry_order import reading_order
from jxprint.checker.glyphs import Glyph, Ruby
from jxprint.checker.reader import read_pages
from jxprint.checker.vertical_readings import stacked
from jxprint.description.markup import read_passage
from jxprint.errors import Place
from jxprint.fonts import Library
from jxprint.intake.opening import opened
from jxprint.model import Page, Paragraph
from jxprint.placed import GlyphRun, PlacedPage
from sabotage import pdf_of, told, with_runs

BESIDE = Path(__file__).resolve().parent / "pages" / "beside"
EM = 10.0


@pytest.fixture(scope="module")
def page() -> Page:
    """The page of readings, notes and scripts set downwards."""
    return jxprint.read_page(BESIDE)


@pytest.fixture(scope="module")
def placed(page: Page, library: Library) -> PlacedPage:
    """That page as composed."""
    return jxprint.compose(page, library)


def test_the_page_is_exact(page: Page, placed: PlacedPage, library: Library) -> None:
    """By two readers, in the orders of stream, structure and positions."""
    report = jxprint.check(pdf_of(placed, library), page)
    assert report.ok, report.lines("en")


def test_readings_are_tagged_as_in_horizontal_text(placed: PlacedPage, library: Library) -> None:
    """A Ruby for each, with one base and one reading, as both readers see it."""
    pdf = pdf_of(placed, library)
    with opened(pdf, "page") as document, opened_by_engine(pdf, "page") as engine:
        (read, origin), *_ = read_pages(document, "page")
        again = read_by_engine(engine, 0, origin, "page")
    assert len(read.rubies) > 40
    assert all(len(ruby.base) == len(ruby.reading) == 1 for ruby in read.rubies)
    assert read.rubies == again.rubies


def column(text: str, x: float, y: float, first: int, em: float = EM) -> list[Glyph]:
    """A vertical column of ems, a piece of marked content each."""
    return [Glyph(char, x, y + at * em, em, em, first + at, True) for at, char in enumerate(text)]


@pytest.mark.parametrize(
    ("across", "down", "read"),
    [
        (8.0, 2.5, "我嘉兴ab坐"),
        # On the left, over other characters, in the next column, on the line: it stays where it stands.
        (-8.0, 2.5, "我嘉兴坐ab"),
        (8.0, 17.5, "ab我嘉兴坐"),
        (23.0, 2.5, "ab我嘉兴坐"),
    ],
)
def test_a_reading_is_believed_to_the_right_of_the_middle_of_its_base(across: float, down: float, read: str) -> None:
    """The tree may say what is read over what; it may not say that it stands elsewhere."""
    glyphs = column("我嘉兴坐", 50.0, 0.0, 0)
    said = [Glyph(char, 50.0 + across, 12.5 + down + 5 * at, 5.0, 5.0, 10 + at, True) for at, char in enumerate("ab")]
    found = reading_order([*said, *glyphs], 12.0, None, [Ruby((1, 2), (10, 11))])
    assert "".join(glyph.text for glyph in found) == read


@pytest.mark.parametrize("text", ["ㄏㄠˇ", "˙ㄇㄚ", "ㄇㄚ˙", "ㄇㄚ ˙ㄇㄚ", "ㄅㄚˋ ㄅㄚ˙", "ㄅㄚ˙ ㄕˊ"])
def test_bopomofo_is_read_down_with_its_tones(text: str) -> None:
    """Whether the neutral tone comes first or last the paper does not say; it stays where it was shown."""
    glyphs: list[Glyph] = []
    y = 0.0
    for syllable in text.split(" "):
        head = y + (1.0 if "˙" in syllable else 0.0)
        letters = [char for char in syllable if char not in "˙ˇˋˊ"]
        at = {char: head + 3.0 * number for number, char in enumerate(letters)}
        for char in syllable:
            tone = char in "ˇˋˊ"
            place = head - 2.0 if char == "˙" else at[letters[-1]] - 0.2 if tone else at[char]
            glyphs.append(Glyph(char, 52.3 if tone else 50.0, place, 3.0, 3.0, 0, True))
        y = head + 3.0 * len(letters)
        glyphs.append(Glyph(" ", 50.0, y, 3.0, 3.0, 0, True))
        y += 1.0
    assert "".join(glyph.text for glyph in stacked(glyphs)).strip() == text


# Sabotage.


@pytest.mark.parametrize(
    ("text", "inline", "across", "down"),
    [
        ("xīng", "reading", 0.0, 15.0),
        ("wūpéngchuán", "reading", 0.0, -15.0),
        ("wūpéngchuán", "reading", -16.5, 0.0),
        ("ㄓㄨㄤ", "reading", 0.0, 10.0),
        ("ˇ", "reading", 0.0, 6.0),
        ("˙", "reading", 0.0, 20.0),
        ("とうきょう", "reading", -16.0, 0.0),
        ("12", "", 16.5, 0.0),
    ],
)
def test_what_stands_elsewhere_is_told(
    text: str, inline: str, across: float, down: float, page: Page, placed: PlacedPage, library: Library
) -> None:
    """Stream and tree still say what the copy says; the paper does not."""
    first = next(one for one in placed.runs() if one.text == text and one.inline == inline)

    def moved(run: GlyphRun) -> GlyphRun:
        return replace(run, x=run.x + across, y=run.y + down) if run is first else run

    told(pdf_of(with_runs(placed, moved), library), page)


# A law.

PIECES = [
    "中", "渡口", "，", "。", "“甲”", "——", "12", "365", "2024", "GDP", "New York", "·", "{注:见12页}", "{注:（注）}，",
    "{加粗:3.4}", "{楷体:0.5}", "{注:3.0}", "{楷体:365}",
    "10{上标:6}", "H{下标:2}O", "{上标:①}", "{下标:甲}", "{上标:12}", "{注音:嘉兴|jiā xīng}",
    "{注音:乌篷船|wūpéngchuán}", "{注音:你好|ㄋㄧˇ ㄏㄠˇ}", "{注音:妈|ㄇㄚ˙}", "{注音:妈妈|ㄇㄚ ˙ㄇㄚ}",
    "{注音:12|shí èr}", "{注音:365天|nián}", "{着重:不{注音:忘|wàng}}", "{专名:{注音:嘉兴|jiā xīng}}",
    "{注:{注音:嘉|jiā}x{上标:2}}", "{注音:AI时代|shí}", "{注音:東京|とうきょう}",
    "{链接:见{注音:嘉兴|jiā}网|https://example.org}",
]  # fmt: skip


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(copy=st.lists(st.lists(st.sampled_from(PIECES), min_size=10, max_size=40), min_size=1, max_size=3))
@example(copy=[[*["中"] * 7, PIECES[-1], PIECES[-1], "中"]])  # one link ends where the next begins, in one line
@example(
    copy=[["{着重:不{注音:忘|wàng}}"] * 40, ["{专名:{注音:嘉兴|jiā xīng}}"] * 40]
)  # signs beside tone marks and dots
def test_whatever_is_marked_downwards_is_read_back(copy: list[list[str]], page: Page, library: Library) -> None:
    """Random marked paragraphs in two legs, exact in all orders by both readers."""
    paragraphs = tuple(Paragraph(read_passage("文" + "".join(one) + "文。", Place(), [])) for one in copy)
    parts = tuple(replace(part, paragraphs=paragraphs) if part.letter == "A" else part for part in page.parts)
    page = replace(page, parts=parts)
    report = jxprint.check(pdf_of(jxprint.compose(page, library), library), page)
    assert report.ok, report.lines("en")
