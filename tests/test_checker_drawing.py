"""Letters that are put together of rules and squares, and what figures paint and hide: told, and nothing else is."""

from __future__ import annotations

import time
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pikepdf
import pytest

import jxprint
from jxprint.checker.graphics import Contour
from jxprint.checker.letters_drawn import letters_drawn
from jxprint.intake.matrices import Box
from jxprint.model import Page
from sabotage import spoiled

Spoil = Callable[[pikepdf.Pdf], None]


def keys(pdf: bytes, page: Page, spoil: Spoil) -> set[str]:
    """The kinds of what is found."""
    return {finding.key for finding in jxprint.check(spoiled(pdf, spoil), page).findings}


def painted(operators: str) -> Spoil:
    """Operators at the end of the page, as an artifact."""
    return lambda document: document.pages[0].contents_add(f"/Artifact BMC q {operators} Q EMC".encode())


def box(x: float, y: float, wide: float, tall: float) -> Box:
    """A rectangle by its corner and its sides."""
    return x, y, x + wide, y + tall


def pieces(*boxes: Box, steps: int = 0) -> list[Contour]:
    """Short contours that are painted."""
    return [Contour(one, steps) for one in boxes]


def test_strokes_that_hang_together_are_letters() -> None:
    """三 of three rules, E of four, a word of pixels."""
    assert letters_drawn(pieces(*(box(0, 4 * row, 8, 0.5) for row in range(3)))) == (box(0, 0, 8, 0.5), 3)
    assert letters_drawn(pieces(box(0, 0, 0.5, 8), *(box(0, row, 5, 0.5) for row in (0, 4, 8)))) is not None
    assert letters_drawn(pieces(*(box(at % 5, at // 5, 0.9, 0.9) for at in range(0, 25, 2)))) is not None


def test_an_outline_beside_a_rule_is_a_letter() -> None:
    """L in one contour of six steps, and what stands beside it."""
    assert letters_drawn(pieces(box(0, 0, 5, 8), steps=6) + pieces(box(6, 0, 1, 8))) is not None


@pytest.mark.parametrize(
    "boxes",
    [
        pytest.param([box(2.5 * at, 0, 1, 1) for at in range(40)], id="a dotted rule"),
        pytest.param([box(1.25 * at, 15 * row, 0.5, 0.5) for at in range(40) for row in range(9)], id="dotted rules"),
        pytest.param([box(10 * at, 15 * row, 1.3, 1.3) for at in range(9) for row in range(9)], id="emphasis dots"),
        pytest.param([box(0, 15 * row, 20, 0.5) for row in range(9)], id="names on lines below each other"),
        pytest.param([box(20 * at, 0, 19, 0.5) for at in range(9)], id="names beside each other"),
        pytest.param([box(0, 20 * at, 0.5, 19) for at in range(9)], id="names below each other in a column"),
        pytest.param([box(0, 15 * row, 2.6, 0.5) for row in range(9)], id="hyphens below each other"),
        pytest.param([box(0, 9, 0.3, 9), box(0, 30, 400, 0.5), box(1, 31, 400, 2.2)], id="rules of a folio"),
    ],
)
def test_what_a_page_draws_itself_is_no_letter(boxes: list[Box]) -> None:
    """Dots of rules and under characters, name lines, hyphens, and rules of any length."""
    assert letters_drawn(pieces(*(one for one in boxes if one[2] - one[0] <= 40))) is None


def test_many_pieces_are_looked_at_in_bounded_time() -> None:
    """A file may have a hundred thousand, all of them in one place."""
    began = time.process_time()
    letters_drawn(pieces(*(box(at * 1e-6, 0, 1e-7, 1e-7) for at in range(120_000))))
    letters_drawn(pieces(*(box(at % 400 * 2.5, at // 400 * 2.5, 1, 1) for at in range(120_000))))
    assert time.process_time() - began < 10


def test_a_line_with_gaps_is_told(jiaxing_pdf: bytes, jiaxing: Page) -> None:
    """Rows of dashes are what a screen shows letters with; no rule of a page has any."""
    assert keys(jiaxing_pdf, jiaxing, painted("[3 2] 0 d 1 w 90 30 m 190 30 l S")) == {"checks.drawn_text"}
    assert keys(jiaxing_pdf, jiaxing, painted("1 w 90 30 m 190 30 l S")) == set()


def figures(document: pikepdf.Pdf) -> list[Any]:
    """The figures of a file, as its tree has them."""
    return [one for one in document.objects if isinstance(one, pikepdf.Dictionary) and one.get("/S") == "/Figure"]


def test_a_figure_without_a_frame_has_that_of_what_it_shows(jiaxing_pdf: bytes, jiaxing: Page) -> None:
    """A tree that claims nothing is no fault; outlines far from the placeholder are."""

    def without(document: pikepdf.Pdf) -> None:
        for one in figures(document):
            del one["/A"]

    def and_letters(document: pikepdf.Pdf) -> None:
        without(document)
        page = document.pages[0]
        page.contents_coalesce()
        head, mark, rest = page.Contents.read_bytes().partition(b"/Figure<<")
        begun, end, behind = rest.partition(b"BDC")
        squares = " ".join(f"{90 + 2 * at % 20} {30 + 2 * (at // 10)} 1.5 1.5 re" for at in range(30))
        page.Contents = document.make_stream(head + mark + begun + end + f" q {squares} f Q ".encode() + behind)

    assert keys(jiaxing_pdf, jiaxing, without) == set()
    assert "checks.drawn_text" in keys(jiaxing_pdf, jiaxing, and_letters)


def test_what_covers_a_little_of_a_figure_is_its_label(jiaxing_pdf: bytes, jiaxing: Page) -> None:
    """Half of a picture may lie under what is painted later, and no more."""
    document = pikepdf.open(BytesIO(jiaxing_pdf))
    left, low, right, high = (float(edge) for edge in figures(document)[0]["/A"]["/BBox"])
    little = f"1 g {left + 5} {low + 5} {(right - left) / 4} {(high - low) / 4} re f"
    most = f"1 g {left} {low} {right - left} {0.8 * (high - low)} re f"
    assert keys(jiaxing_pdf, jiaxing, painted(little)) == set()
    assert keys(jiaxing_pdf, jiaxing, painted(most)) == {"checks.figure_unseen"}
