"""Pages as they were last looked at and found good: dumps line by line, small pictures of the first three.

After a change that is meant, `pytest --update-golden tests/test_writers_golden.py` writes both anew.
"""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from jxprint.edition import Edition
from jxprint.placed import PlacedPage
from jxprint.writers.dump import dump
from jxprint.writers.png import render_png

GOLDEN = Path(__file__).resolve().parent / "golden"
DPI = 36
# Another build of the same pdfium may round an edge otherwise: a grey level or two, never a stroke that moved.
TOLERANCE = 24


def test_the_first_page_is_placed_as_it_was(jiaxing_placed: PlacedPage, update_golden: bool) -> None:
    """Every position of the page, as text; the difference says which lines moved."""
    _hold(GOLDEN / "jiaxing.txt", jiaxing_placed, update_golden)


def _hold(golden: Path, placed: PlacedPage, update_golden: bool) -> None:
    now = dump(placed)
    if update_golden:
        golden.write_text(now, encoding="utf-8", newline="\n")
    then = golden.read_text(encoding="utf-8")
    moved = list(difflib.unified_diff(then.splitlines(), now.splitlines(), "golden", "now", lineterm="", n=0))
    assert not moved, "\n".join(moved[:40])


def test_vertical_text_is_placed_as_it_was(vertical_placed: PlacedPage, update_golden: bool) -> None:
    """Heads, side heads and stories set downwards, position by position."""
    _hold(GOLDEN / "vertical.txt", vertical_placed, update_golden)


def test_furniture_is_placed_as_it_was(furniture_placed: PlacedPage, update_golden: bool) -> None:
    """Nameplate, ears, boxes, a table and lists, position by position."""
    _hold(GOLDEN / "furniture.txt", furniture_placed, update_golden)


@pytest.mark.parametrize(("number", "name"), [(1, "chaoxun-1"), (2, "chaoxun-2")])
def test_the_small_issue_is_placed_as_it_was(
    chaoxun_placed: Sequence[PlacedPage], update_golden: bool, number: int, name: str
) -> None:
    """The front page and the inside page, position by position."""
    _hold(GOLDEN / f"{name}.txt", chaoxun_placed[number - 1], update_golden)


def test_the_first_page_looks_as_it_did(
    jiaxing_pdf: bytes, jiaxing_placed: PlacedPage, update_golden: bool, tmp_path: Path
) -> None:
    """A small grey picture of the page; what moved is named by the article it stands in, and shown in a picture."""
    drawn = BytesIO()
    render_png(jiaxing_pdf, drawn, dpi=DPI, gray=True)
    _hold_picture("jiaxing", drawn, jiaxing_placed, update_golden, tmp_path)


@pytest.mark.parametrize(("number", "name"), [(1, "chaoxun-1"), (2, "chaoxun-2")])
def test_the_small_issue_looks_as_it_did(
    chaoxun: Edition, chaoxun_placed: Sequence[PlacedPage], update_golden: bool, tmp_path: Path, number: int, name: str
) -> None:
    """Nameplate, pictures, boxes, table and advertisements in their greys."""
    drawn = BytesIO()
    render_png(chaoxun.pdf, drawn, page=number - 1, dpi=DPI, gray=True)
    _hold_picture(name, drawn, chaoxun_placed[number - 1], update_golden, tmp_path)


def _hold_picture(name: str, drawn: BytesIO, placed: PlacedPage, update_golden: bool, tmp_path: Path) -> None:
    golden = GOLDEN / f"{name}.png"
    if update_golden:
        golden.write_bytes(drawn.getvalue())
    now, then = Image.open(drawn).convert("L"), Image.open(golden).convert("L")
    assert now.size == then.size
    difference = ImageChops.difference(now, then).point([0] * TOLERANCE + [255] * (256 - TOLERANCE))
    box = difference.getbbox()
    if box is not None:
        difference.save(tmp_path / "moved.png")
        pytest.fail(f"{_articles(placed, box)} moved; see {tmp_path / 'moved.png'}")


def _articles(page: PlacedPage, box: tuple[int, int, int, int]) -> str:
    """The articles that a box of pixels touches."""
    left, top, right, bottom = (side * 72 / DPI - page.bleed for side in box)
    touched = [
        article.label
        for article in page.articles
        if article.frame.x < right
        and left < article.frame.x + article.frame.width
        and article.frame.y < bottom
        and top < article.frame.y + article.frame.height
    ]
    return "、".join(touched) or "a rule"


def test_a_picture_that_moved_is_named(jiaxing_placed: PlacedPage) -> None:
    """A box of pixels over the masthead names the masthead."""
    scale = DPI / 72
    frame = jiaxing_placed.articles[0].frame
    x, y = (frame.x + jiaxing_placed.bleed + 5) * scale, (frame.y + jiaxing_placed.bleed + 5) * scale
    assert "嘉兴" in _articles(jiaxing_placed, (int(x), int(y), int(x) + 3, int(y) + 3))
