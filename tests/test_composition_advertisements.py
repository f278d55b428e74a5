from __future__ import annotations

from collections.abc import Sequence
from math import isclose
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from advertisements import folder_with
from jxprint.composition import compose
from jxprint.composition.advertisements import contained
from jxprint.composition.strokes import around
from jxprint.description import read_page
from jxprint.errors import OversetError
from jxprint.fonts import Library
from jxprint.geometry import Rect
from jxprint.ink import BLACK
from jxprint.model import Advertisement, Ornament, Page, RuleStyle
from jxprint.placed import Article, Box, Outline, PlacedPage, PlacedPicture, TextBlock
from jxprint.writers.dump import dump

PAGE = Path(__file__).resolve().parent / "pages" / "artwork"


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Page:
    """The page of drawings and advertisements."""
    return read_page(folder_with(PAGE, tmp_path_factory.mktemp("artwork")))


def changed(page: Page, letter: str, **fields: Any) -> Page:
    """The page with other fields in one part."""
    parts = tuple(replace(part, **fields) if part.letter == letter else part for part in page.parts)
    return replace(page, parts=parts)


def article(placed: PlacedPage, letter: str) -> Article:
    """One article of a page."""
    (found,) = (one for one in placed.articles if one.part == letter)
    return found


def picture(blocks: Sequence[object]) -> PlacedPicture:
    """The one picture among blocks."""
    (found,) = (block for block in blocks if isinstance(block, PlacedPicture))
    return found


def keyline(placed: PlacedPage) -> Rect:
    """The outer edge of the one stroked box over the page."""
    (box,) = (one for one in placed.over if isinstance(one, Box) and one.stroke is not None)
    half = box.stroke_pt / 2
    frame = box.frame
    return Rect(frame.x - half, frame.y - half, frame.width + 2 * half, frame.height + 2 * half)


def test_an_advertisement_stands_on_its_columns_with_its_foot_on_the_grid(page: Page, library: Library) -> None:
    """From the left edge of its first column to the right edge of its last; its foot is that of a line of text."""
    placed = compose(page, library)
    grid, frame = placed.grid, keyline(placed)
    assert isclose(frame.x, grid.column_xs[1])
    assert isclose(frame.right, grid.column_xs[3] + grid.column_width)
    rows = (frame.bottom - placed.print_space.y + grid.pitch - grid.body_pt) / grid.pitch
    assert isclose(rows, round(rows), abs_tol=1e-6)
    art = picture(article(placed, "F").blocks).frame
    assert isclose(art.width / art.height, 3)
    assert isclose(art.width, frame.width - 1.0)
    assert isclose(art.x - frame.x, 0.5)


@pytest.mark.parametrize("rows", [4, 6, 9, 11])
def test_pinned_rows_frame_the_artwork_and_cut_nothing(page: Page, library: Library, rows: int) -> None:
    """The keyline is as deep as the rows say, the artwork whole and in its own shape in the middle of it."""
    placed = compose(changed(page, "F", rows=rows), library)
    frame, art = keyline(placed), picture(article(placed, "F").blocks)
    assert isclose(frame.height, (rows - 1) * placed.grid.pitch - (placed.grid.pitch - placed.grid.body_pt))
    assert art.crop is None
    assert isclose(art.frame.width / art.frame.height, 3)
    assert isclose(art.frame.x + art.frame.width / 2, frame.x + frame.width / 2)
    assert art.frame.y >= frame.y
    assert art.frame.bottom <= frame.bottom


def test_rows_for_nothing_at_all_are_refused(page: Page, library: Library) -> None:
    """A row is too little for a label and an advertisement."""
    with pytest.raises(OversetError) as caught:
        compose(changed(page, "F", rows=1), library)
    assert [one.key for one in caught.value.findings] == ["composition.pinned_too_shallow"]


def test_the_label_stands_over_the_corner_as_text(page: Page, library: Library) -> None:
    """广告, small, ranged right over the keyline, read before the artwork."""
    placed = compose(page, library)
    label, art = article(placed, "F").blocks
    assert isinstance(label, TextBlock)
    assert isinstance(art, PlacedPicture)
    assert label.lines[0].text == "广告"
    (box,) = label.frames
    assert isclose(box.right, keyline(placed).right)
    assert box.bottom < keyline(placed).y
    assert label.lines[0].runs[0].size == 7


def test_a_label_in_the_corner_has_white_under_it(page: Page, library: Library) -> None:
    """It stands within the keyline, on a white ground, and is painted behind the artwork."""
    placed = compose(changed(page, "F", label_at="corner"), library)
    art, label = article(placed, "F").blocks
    assert isinstance(art, PlacedPicture)
    assert isinstance(label, TextBlock)
    (ground,) = art.shapes
    assert isinstance(ground, Box)
    assert ground.fill is not None
    assert ground.fill.cmyk == (0, 0, 0, 0)
    (box,) = label.frames
    assert ground.frame.x < box.x < box.right < ground.frame.right <= keyline(placed).right
    assert keyline(placed).y < ground.frame.y + 1e-6 < box.y < box.bottom < ground.frame.bottom


def test_what_is_labelled_by_itself_has_no_label_and_no_row_for_it(page: Page, library: Library) -> None:
    """The artwork starts where the keyline does."""
    placed = compose(changed(page, "F", label=None), library)
    (art,) = article(placed, "F").blocks
    assert isinstance(art, PlacedPicture)
    assert art.alt == "听潮书屋：旧书新读，周末八折"


def test_a_rule_of_several_strokes_goes_round_from_the_outside_in(page: Page, library: Library) -> None:
    """An Oxford rule is thick without and thin within, and the artwork stands inside both."""
    strokes = around(RuleStyle((2.0, 0.5), 1.0), BLACK, Rect(0, 0, 100, 50))
    assert strokes == [
        Box(Rect(1, 1, 98, 48), stroke=BLACK, stroke_pt=2.0),
        Box(Rect(3.25, 3.25, 93.5, 43.5), stroke=BLACK, stroke_pt=0.5),
    ]
    placed = compose(changed(page, "F", keyline="none"), library)
    assert not [one for one in placed.over if isinstance(one, Box)]


def test_a_dotted_keyline_is_dots(page: Page, library: Library) -> None:
    """点线 round an advertisement too: one path of dots over the artwork, and no line."""
    placed = compose(changed(page, "F", keyline="dotted"), library)
    assert [one for one in placed.over if isinstance(one, Box)] == []
    (dots,) = (one for one in placed.over if isinstance(one, Outline))
    xs = [command[1] for command in dots.commands if command[0] == "M"]
    assert len(xs) > 100


def test_an_ornament_is_decoration_unless_it_says_something(page: Page, library: Library) -> None:
    """Without `alt` an artifact and no article; with it an article with a figure."""
    placed = compose(page, library)
    assert [one.part for one in placed.articles] == ["A", "B", "C", "E", "F"]
    (ornament,) = placed.ornaments
    assert isclose(ornament.frame.width, ornament.frame.height)
    assert ornament.frame.width <= placed.grid.column_width + 1e-6
    spoken = compose(changed(page, "D", alt="梅枝"), library)
    assert spoken.ornaments == ()
    assert picture(article(spoken, "D").blocks).alt == "梅枝"


def test_an_ornament_is_not_blown_up(page: Page, library: Library) -> None:
    """Drawn 40 mm wide, it stays so over two columns; pinned rows let it grow."""
    wide = replace(page, dummy=replace(page.dummy, rows=(*page.dummy.rows[:3], ("D", "D", "F", "F"))))
    (ornament,) = compose(wide, library).ornaments
    assert isclose(ornament.frame.width, 40 / 25.4 * 72, rel_tol=1e-6)
    pinned = changed(changed(wide, "D", rows=9), "F", rows=9)
    (ornament,) = compose(pinned, library).ornaments
    assert isclose(ornament.frame.height, 9 * 15 - 5)


def test_a_drawing_is_cropped_like_a_picture(page: Page, library: Library) -> None:
    """A pinned shape shows the middle of a drawing, in one scale both ways."""
    art = picture(article(compose(changed(page, "C", aspect=3.0), library), "C").blocks)
    assert art.crop is not None
    assert isclose(art.crop.width, 1)
    width, height = art.frame.width / art.crop.width, art.frame.height / art.crop.height
    assert isclose(width / height, 600 / 360)


@given(
    shape=st.floats(0.02, 50), x=st.floats(0, 500), y=st.floats(0, 500), width=st.floats(1, 900),
    height=st.floats(1, 900),
)  # fmt: skip
def test_what_is_contained_is_whole_and_undistorted(
    shape: float, x: float, y: float, width: float, height: float
) -> None:
    """It has its own shape, touches two sides of its room and passes none."""
    room = Rect(x, y, width, height)
    art = contained(shape, room)
    assert isclose(art.width / art.height, shape, rel_tol=1e-9)
    assert isclose(art.width, width) or isclose(art.height, height)
    assert art.x >= x - 1e-6
    assert art.y >= y - 1e-6
    assert art.right <= room.right + 1e-6
    assert art.bottom <= room.bottom + 1e-6


@pytest.mark.parametrize("corner", [False, True])
@pytest.mark.parametrize("label", [False, True])
@pytest.mark.parametrize("rows", [3, 5, 8, 10])
def test_no_advertisement_leaves_its_place(page: Page, library: Library, rows: int, label: bool, corner: bool) -> None:
    """However it is pinned and labelled, artwork, label and keyline stand within the rows and columns of its part."""
    advert = page.part("F")
    assert isinstance(advert, Advertisement)
    place, said = "corner" if corner else "above", advert.label if label else None
    placed = compose(changed(page, "F", rows=rows, label_at=place, label=said), library)
    one = article(placed, "F")
    whole = one.frame
    boxes = [block.frame if isinstance(block, PlacedPicture) else block.frames[0] for block in one.blocks]
    for box in (*boxes, keyline(placed)):
        assert box.x >= whole.x - 1e-6
        assert box.y >= whole.y - 1e-6
        assert box.right <= whole.right + 1e-6
        assert box.bottom <= whole.bottom + 1e-6


def test_the_dump_tells_of_vectors(page: Page, library: Library) -> None:
    """A change of layout is read as a diff."""
    told = dump(compose(page, library))
    assert "  picture  bookshop.pdf page 1  vectors  " in told
    assert "ornaments\n  picture  plum.svg  vectors  " in told
    assert isinstance(page.part("D"), Ornament)
