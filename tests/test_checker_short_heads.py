"""Vertical main heads whose columns hold a character or a figure each, in as few rows as they go into."""

from __future__ import annotations

from io import BytesIO

import pytest
from msgspec.structs import replace

import jxprint
from jxprint.description.new import write_new_page
from jxprint.errors import OversetError
from jxprint.fonts import Library
from jxprint.model import Headline, Page, Passage


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Page:
    """The page to start from, on a longer sheet."""
    folder = tmp_path_factory.mktemp("short") / "page"
    write_new_page(folder)
    file = folder / "page.toml"
    file.write_text(file.read_text("utf-8").replace('height = "240mm"', 'height = "400mm"'), "utf-8")
    return jxprint.read_page(folder)


def proved(page: Page, lines: tuple[str, ...], library: Library) -> int:
    """In how many depths the head goes; each is exact by both readers."""
    fitting = 0
    for rows in range(9, 19):
        (at,) = (number for number, part in enumerate(page.parts) if isinstance(part, Headline))
        head = replace(page.parts[at], lines=tuple(map(Passage, lines)), writing="vertical", rows=rows)
        parts = (*page.parts[:at], head, *page.parts[at + 1 :])
        one = replace(page, parts=parts)
        try:
            placed = jxprint.compose(one, library)
        except OversetError:
            continue
        sink = BytesIO()
        jxprint.write([placed], library, sink)
        report = jxprint.check(sink.getvalue(), one)
        assert report.ok, report.lines("en")
        fitting += 1
    return fitting


@pytest.mark.parametrize("lines", [("，",), ("，", "。"), ("《", "》"), ("中", "，"), ("一",)])
def test_a_column_of_one_mark_is_read_down(page: Page, lines: tuple[str, ...], library: Library) -> None:
    """In its least rows a mark's frame was square: two such columns were read from the left."""
    assert proved(page, lines, library) >= 2


@pytest.mark.parametrize("lines", [("12", "34"), ("3.4", "5.6"), ("365", "2B"), ("一3.4", "5.6二")])
def test_figures_of_two_columns_that_nearly_touch_are_two(page: Page, lines: tuple[str, ...], library: Library) -> None:
    """Figures in their own size reach to the edges of their columns, and are not one word for that."""
    assert proved(page, lines, library) >= 2
