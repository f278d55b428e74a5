"""Readings found by size and place, and put behind what they are read for, wherever the stream has them."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any, cast

import pikepdf
import pytest
from msgspec.structs import replace

import jxprint
from jxprint.checker.engine import opened_by_engine, read_by_engine
from jxprint.checker.geometry_order import reading_order
from jxprint.checker.glyphs import Glyph, Ruby
from jxprint.checker.reader import read_pages
from jxprint.checker.readings import with_readings
from jxprint.fonts import Library
from jxprint.intake.opening import opened
from jxprint.model import Markup, Page, Story
from jxprint.placed import GlyphRun, PlacedPage
from sabotage import pdf_of, told, with_runs

SIZE = 10.0


def line(text: str, x: float, y: float, size: float = SIZE) -> list[Glyph]:
    """Glyphs an em wide, the letters of a reading half as wide."""
    wide = size if size == SIZE else size / 2
    return [Glyph(char, x + wide * number, y, size, wide, None) for number, char in enumerate(text)]


@pytest.mark.parametrize("turned", [False, True])
def test_readings_follow_what_they_stand_over(turned: bool) -> None:
    """A syllable a character, a word over three, and text that has none; in whatever order they were shown."""
    glyphs = [
        *line("我到嘉兴坐乌篷船。", 0.0, 20.0),
        *line("jia", 21.2, 10.6, 5.0),
        *line("xing", 30.2, 10.6, 5.0),
        *line("wupengchuan", 51.2, 10.6, 5.0),
        *line("第二行没有注音。", 0.0, 35.0),
    ]
    read = reading_order(glyphs[::-1] if turned else glyphs, 12.0)
    assert "".join(glyph.text for glyph in read) == "我到嘉jia兴xing坐乌篷船wupengchuan。第二行没有注音。"


def test_small_type_elsewhere_is_no_reading() -> None:
    """A note under the text, a kicker far above it: neither stands upon anybody's em box."""
    glyphs = [*line("正文一行。", 0.0, 40.0), *line("small", 0.0, 22.0, 5.0), *line("small", 0.0, 55.0, 5.0)]
    rest, behind = with_readings(glyphs)
    assert not behind
    assert len(rest) == len(glyphs)


def test_a_wrong_reading_is_told_at_what_it_stands_over(marked_pdf: bytes, marked: Page) -> None:
    """The copy says jiǎ, the page jiā: one letter, altered in all three orders, told at 嘉 in the file."""
    parts = []
    for part in marked.parts:
        if isinstance(part, Story) and part.name == "readings":
            first = part.paragraphs[0]
            markup = tuple(
                Markup("ruby", one.start, one.end, one.value.replace("jiā", "jiǎ")) for one in first.passage.markup
            )
            part = replace(part, paragraphs=(replace(first, passage=replace(first.passage, markup=markup)),))
        parts.append(part)
    report = jxprint.check(marked_pdf, replace(marked, parts=tuple(parts)))
    (finding,) = report.findings
    assert (finding.args["expected"], finding.args["read"]) == ("ǎ", "ā")
    assert (finding.place.line, finding.place.column) == (4, 5)


READINGS = Path(__file__).resolve().parent / "pages" / "readings"


@pytest.fixture(scope="session")
def readings() -> Page:
    """The page of readings narrower than their bases, over marks, raised and lowered, and one behind the other."""
    return jxprint.read_page(READINGS)


@pytest.fixture(scope="session")
def readings_placed(readings: Page, library: Library) -> PlacedPage:
    """That page as composed."""
    return jxprint.compose(readings, library)


def test_a_reading_is_read_behind_all_of_its_base(
    readings: Page, readings_placed: PlacedPage, library: Library
) -> None:
    """However wide the base is, whatever marks it has and whatever its size: exact in all orders."""
    report = jxprint.check(pdf_of(readings_placed, library), readings)
    assert report.ok, report.lines("en")


def test_both_readers_find_the_same_claims(readings_placed: PlacedPage, library: Library) -> None:
    """Every Ruby of the tree, by marked content."""
    pdf = pdf_of(readings_placed, library)
    with opened(pdf, "page") as document, opened_by_engine(pdf, "page") as engine:
        (page, origin), *_ = read_pages(document, "page")
        again = read_by_engine(engine, 0, origin, "page")
    assert len(page.rubies) > 60
    assert all(len(ruby.base) == len(ruby.reading) == 1 for ruby in page.rubies)
    assert page.rubies == again.rubies


def owned(glyphs: list[Glyph], first: int) -> list[Glyph]:
    """Glyphs that are a piece of marked content each, numbered from `first`."""
    return [replace(glyph, mcid=first + number) for number, glyph in enumerate(glyphs)]


@pytest.mark.parametrize(
    ("base", "read"),
    [
        ((1, 2, 3, 4, 5), "我嘉兴市人民ab坐"),
        ((2, 3, 4), "我嘉兴市人ab民坐"),
        # Not under the reading's middle, on another line, of the reading itself, nothing: it stays where it stands.
        ((1, 2, 3, 4), "ab我嘉兴市人民坐"),
        ((1, 2, 3, 4, 5, 6), "ab我嘉兴市人民坐"),
        ((13,), "ab我嘉兴市人民坐"),
        ((20,), "ab我嘉兴市人民坐"),
        ((), "ab我嘉兴市人民坐"),
    ],
)
def test_a_claimed_base_is_believed_under_the_middle_of_its_reading(base: tuple[int, ...], read: str) -> None:
    """The tree may say where a base ends; it may not say that a reading stands elsewhere."""
    glyphs = [
        *owned(line("我嘉兴市人民坐", 0.0, 20.0), 0),
        *owned(line("我嘉兴市人民坐", 0.0, 35.0), 10),
        *owned(line("ab", 32.5, 10.6, 5.0), 20),
    ]
    found = reading_order(glyphs, 12.0, None, [Ruby(base, (20, 21))])
    assert "".join(glyph.text for glyph in found) == read + "我嘉兴市人民坐"


def test_a_mark_may_have_lost_its_white_half() -> None:
    """A base's opening mark trimmed or not: its reading's middle moves by a quarter of an em and no further."""
    for way, read in ((0.0, "“嘉兴ab"), (2.5, "“嘉兴ab"), (-2.5, "ab“嘉兴"), (4.5, "ab“嘉兴")):
        glyphs = [*owned(line("“嘉兴", 0.0, 20.0), 0), *owned(line("ab", 12.5 + way, 10.6, 5.0), 10)]
        _, behind = with_readings(glyphs, [Ruby((0, 1, 2), (10, 11))])
        found = reading_order(glyphs, 12.0, None, [Ruby((0, 1, 2), (10, 11))])
        assert bool(behind) == (way in (0.0, 2.5))
        assert "".join(glyph.text for glyph in found) == read


# Sabotage.


@pytest.mark.parametrize(
    ("reading", "way"),
    [("xīng", 15.0), ("lún", -15.0), ("zhuang shuang", -20.0), ("AI", -10.0), ("abc", 15.0), ("chóngqìng", -20.0)],
)
def test_a_reading_over_other_characters_is_told(
    reading: str, way: float, readings: Page, readings_placed: PlacedPage, library: Library
) -> None:
    """Stream and tree still say what the copy says; the paper does not."""

    def aside(run: GlyphRun) -> GlyphRun:
        return replace(run, x=run.x + way) if run.inline == "reading" and run.text == reading else run

    told(pdf_of(with_runs(readings_placed, aside), library), readings)


@pytest.mark.parametrize(("one", "two"), [("chóngqìng", "jiāxīng"), ("chuàng", "shuāng"), ("AI", "zhuang shuang")])
def test_readings_that_changed_places_are_told(
    one: str, two: str, readings: Page, readings_placed: PlacedPage, library: Library
) -> None:
    """Each stands well, over the other's base."""
    first: dict[str, GlyphRun] = {}
    for run in readings_placed.runs():
        if run.inline == "reading":
            first.setdefault(run.text, run)
    pair = [
        (first[here], first[there].x + (sum(first[there].advances) - sum(first[here].advances)) / 2, first[there].y)
        for here, there in ((one, two), (two, one))
    ]

    def exchanged(run: GlyphRun) -> GlyphRun:
        for moved, x, y in pair:
            if run is moved:
                return replace(run, x=x, y=y)
        return run

    told(pdf_of(with_runs(readings_placed, exchanged), library), readings)


def test_readings_that_changed_places_in_the_tree_are_told(
    readings: Page, readings_placed: PlacedPage, library: Library
) -> None:
    """The paper is as it was, and what the tree says of it is not believed."""
    rubies: list[Any] = []

    def walk(element: Any) -> None:
        kids = element.get("/K", ())
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if hasattr(kid, "keys"):
                if str(kid.get("/S")) == "/Ruby":
                    rubies.append(kid)
                walk(kid)

    sink = BytesIO()
    with pikepdf.Pdf.open(BytesIO(pdf_of(readings_placed, library))) as document:
        walk(document.Root["/StructTreeRoot"])
        one, two = rubies[:2]
        one["/K"][1], two["/K"][1] = two["/K"][1], one["/K"][1]
        document.save(sink)
    report = jxprint.check(sink.getvalue(), readings)
    seen = {reading for finding in report.findings for reading in cast(Any, finding.args.get("readings", ()))}
    assert seen == {f"{reader}:{order}" for reader in ("pikepdf", "pdfium") for order in ("structure", "geometry")}
