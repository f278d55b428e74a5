"""The sight looks at a hostile page no longer than a few drawings of it take, and in bounded memory."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

import pikepdf
import pypdfium2
import pytest

from jxprint.checker.glyphs import Glyph
from jxprint.checker.sight_alone import TOUCHED, _crowded, _judges, _places, held_alone
from jxprint.checker.sight_drawing import Drawing
from jxprint.checker.sight_pictures import Inked

IMAGE = b"q %d 0 0 %d %d 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \xdc EI Q\n"


@contextmanager
def drawing_of(content: bytes, side: int = 600) -> Iterator[Drawing]:
    """A square page with a content stream."""
    sink = BytesIO()
    with pikepdf.new() as document:
        document.add_blank_page(page_size=(side, side))
        document.pages[0].obj["/Contents"] = document.make_stream(content)
        document.save(sink)
    with pypdfium2.PdfDocument(sink.getvalue()) as document:
        page = document[0]
        yield Drawing(pypdfium2.raw, page.raw, frozenset())
        page.close()


def letter(x: float, y: float, size: float) -> Inked:
    """A character that fills its em."""
    return Inked(Glyph("国", x, y, size, size, None), (x, y, x + size, y + size), (x, y + 0.12 * size))


def test_few_figures_are_told_and_many_are_one() -> None:
    """Thousands of characters are not held against thousands of pictures."""
    with drawing_of(b"".join(IMAGE % (2, 2, 2 * k) for k in range(100))) as drawing:
        assert len(drawing.figures()) == 100
    with drawing_of(b"".join(IMAGE % (2, 2, k) for k in range(500))) as drawing:
        assert drawing.figures() == [(0, 0, 501, 2)]


def test_a_picture_is_where_its_clip_shows_it() -> None:
    """Nothing is behind a picture of which nothing is seen."""
    with drawing_of(b"q 10 20 30 40 re W n " + IMAGE % (600, 600, 0) + b"Q") as drawing:
        assert drawing.figures() == [pytest.approx((10, 20, 40, 60), abs=0.01)]
    with drawing_of(b"q 700 700 30 40 re W n " + IMAGE % (600, 600, 0) + b"Q") as drawing:
        assert drawing.figures() == []


def test_a_picture_in_many_clips_is_no_figure() -> None:
    """Nobody's picture is; thousands of pictures in thousands of clips would take minutes to ask for."""
    ring = b"".join(b"%d %d l " % (k, k * k % 600) for k in range(100))
    for clips in (b"0 0 m 600 0 l 0 600 l h W n 600 600 m 600 0 l 0 600 l h W n " * 5, b"0 0 m " + ring + b"h W n "):
        with drawing_of(b"q " + clips + IMAGE % (600, 600, 0) + b"Q") as drawing:
            assert drawing.figures() == []


def test_a_page_that_is_painted_over_and_over_is_dense() -> None:
    """Each of its pictures takes pdfium as long as all of them together."""
    with drawing_of(b"0.9 g 0 0 600 600 re f\n" * 20) as drawing:
        assert not drawing.is_dense()
    with drawing_of(b"0.9 g 0 0 600 600 re f\n" * 200) as drawing:
        assert drawing.is_dense()


def test_a_dense_page_is_not_looked_at_closely(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its faults are told by the pictures of the whole page."""
    monkeypatch.setattr("jxprint.checker.sight_alone._judges", None)
    with drawing_of(b"0.9 g 0 0 600 600 re f\n" * 200 + b"0 g 100 100 9 1 re f") as drawing:
        assert all(held_alone(drawing, [letter(100, 95, 10), letter(300, 300, 10)]))


def test_the_largest_of_too_many_letters_are_told_unlooked_at() -> None:
    """A hundred letters as large as the page cannot but stand in each other; the small one is looked at."""
    many = [letter(0, 0, 600) for _ in range(100)]
    crowded = _crowded([*many, letter(5, 5, 10)], (0, 0, 600, 600))
    assert not crowded[-1]
    assert 80 <= sum(crowded) <= 90
    assert not any(_crowded([letter(10 * x, 10 * y, 10) for x in range(60) for y in range(60)], (0, 0, 600, 600)))
    with drawing_of(b"") as drawing:
        assert held_alone(drawing, many).count(TOUCHED) >= 80


def test_close_pictures_are_no_larger_than_one_of_the_page() -> None:
    """Fifty places that are each as large as may be are one picture of the page."""
    with drawing_of(b"", 14_400) as drawing:
        huge = _places(drawing, [letter(k, k, 900).edges for k in range(50)])
        small = _places(drawing, [letter(20 * k, 0, 10).edges for k in range(50)])
        assert len(set(huge)) == 1
        assert len(set(small)) == 50
        assert len(_judges(drawing, huge, [])) == 1
