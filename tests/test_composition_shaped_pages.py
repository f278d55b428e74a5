"""Pages with stories of any shape: every line stands on the grid, the copy is whole, and the file proves it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import jxprint
from jxprint.fonts import open_library
from jxprint.model import Story
from jxprint.placed import PlacedPage

ROOT = Path(__file__).parent.parent

ROUND_A_PICTURE = """
M M H H H H
A A A A B B
A A P P B B
A A P P B B
C C C C B D
C Q Q C D D
C C C C D D
E E E E G G
E E F F G G
E E F F G G
"""


def shaped(folder: Path, drawing: str) -> Path:
    """The first page's copy on another dummy, without its standfirst."""
    shutil.copytree(ROOT / "layout" / "jiaxing", folder)
    text = (folder / "page.toml").read_text("utf-8")
    opening, _, rest = text.partition('dummy = """')
    head, *parts = (opening + f'dummy = """{drawing}"""' + rest.partition('"""')[2]).split("[[part]]")
    kept = [part.replace("\nlegs = 4", "").replace("\nlegs = 2", "") for part in parts if '"S"' not in part]
    (folder / "page.toml").write_text("[[part]]".join([head, *kept]), "utf-8")
    story = (folder / "nanhu.txt").read_text("utf-8").split("\n", 1)
    (folder / "nanhu.txt").write_text("headline: 南湖引才\n" + story[1], "utf-8")
    # Long enough to stand round its picture on all sides.
    with (folder / "pinghu.txt").open("a", encoding="utf-8") as long:
        long.write("平湖的产业园里，来自各地的年轻人每天早上在门口的小店买一份早点，再走进各自的实验室。" * 6 + "\n")
    return folder


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> tuple[jxprint.Page, PlacedPage]:
    """The page, read and placed."""
    page = jxprint.read_page(shaped(tmp_path_factory.mktemp("shapes") / "page", ROUND_A_PICTURE))
    return page, jxprint.compose(page, open_library(page.style.fonts))


def test_every_line_stands_on_the_grid(page: tuple[jxprint.Page, PlacedPage]) -> None:
    """Whatever stands beside and over a column, its lines keep to the page's rows (GR1)."""
    placed = page[1]
    for block in placed.text_blocks():
        for line in block.lines if block.role == "body" else ():
            rows = (line.y - placed.grid.first_baseline) / placed.grid.pitch
            assert abs(rows - round(rows)) < 1e-6


def test_no_two_frames_overlap(page: tuple[jxprint.Page, PlacedPage]) -> None:
    """Lines of text and pictures stand clear of each other."""
    placed = page[1]
    boxes = [(frame, "text") for block in placed.text_blocks() for frame in block.frames if block.role == "body"]
    boxes += [(one.frame, "picture") for article in placed.articles for one in article.blocks if hasattr(one, "frame")]
    for index, (one, _) in enumerate(boxes):
        for other, _ in boxes[index + 1 :]:
            apart = one.right <= other.x or other.right <= one.x or one.bottom <= other.y or other.bottom <= one.y
            assert apart


def test_the_copy_is_whole_and_in_order(page: tuple[jxprint.Page, PlacedPage]) -> None:
    """Every story has its paragraphs as they are in the copy."""
    model, placed = page
    for part in model.parts:
        if isinstance(part, Story):
            article = next(one for one in placed.articles if one.part == part.letter)
            bodies = [block for block in article.text_blocks() if block.role == "body"]
            text = ["".join(line.text for line in block.lines) for block in bodies]
            assert text == [paragraph.text for paragraph in part.paragraphs]


def test_the_file_proves_it(page: tuple[jxprint.Page, PlacedPage], tmp_path: Path) -> None:
    """Both readers find the reading order of all shapes in the tags, in the stream and on paper."""
    model, placed = page
    file = tmp_path / "page.pdf"
    jxprint.write([placed], open_library(model.style.fonts), file)
    assert jxprint.check(file, model).ok


def test_columns_over_a_picture_hang_down_to_it(page: tuple[jxprint.Page, PlacedPage]) -> None:
    """No hole over a picture that a story runs round: a row or two of white, no more."""
    placed = page[1]
    picture = next(one for one in placed.articles if one.part == "P").frame
    story = next(one for one in placed.articles if one.part == "A")
    over = [
        line.y
        for block in story.text_blocks()
        for line in block.lines
        if block.role == "body" and line.x >= picture.x - 1 and line.y < picture.y
    ]
    assert 0 < picture.y - max(over) < 2.5 * placed.grid.pitch
