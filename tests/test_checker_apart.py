"""Places that two readers reckon by themselves: type that stands elsewhere for one of them is told."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from jxprint.checker.apart import places_apart
from jxprint.checker.engine import opened_by_engine, read_by_engine
from jxprint.checker.glyphs import ReadPage
from jxprint.checker.losses import given_back
from jxprint.checker.reader import read_pages
from jxprint.intake.opening import opened


@pytest.fixture(scope="module")
def readings(jiaxing_pdf: bytes) -> tuple[ReadPage, ReadPage]:
    """The first page as both read it."""
    with opened(jiaxing_pdf, "x") as document, opened_by_engine(jiaxing_pdf, "x") as engine:
        page, origin = next(iter(read_pages(document, "x")))
        return page, given_back(read_by_engine(engine, 0, origin, "x"), page)


def test_both_see_the_first_page_in_the_same_places(readings: tuple[ReadPage, ReadPage]) -> None:
    """To a few hundredths of an em."""
    assert list(places_apart(*readings)) == []


def test_text_that_one_sees_elsewhere_is_told_once(readings: tuple[ReadPage, ReadPage]) -> None:
    """With how much of it there is, and where it begins."""
    page, again = readings
    moved = tuple(replace(glyph, y=glyph.y + 40) if 100 <= at < 140 else glyph for at, glyph in enumerate(again.stream))
    told = list(places_apart(page, replace(again, stream=moved)))
    assert [one.key for one in told] == ["checks.apart"]
    count = told[0].args["count"]
    assert isinstance(count, int)
    assert 36 <= count <= 40


def test_text_that_differs_is_told_elsewhere(readings: tuple[ReadPage, ReadPage]) -> None:
    """Places of other texts say nothing."""
    page, again = readings
    moved = tuple(replace(glyph, y=glyph.y + 4, text="一") for glyph in again.stream)
    assert list(places_apart(page, replace(again, stream=moved))) == []
