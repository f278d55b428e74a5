"""Stories that widen to the left below their heads: read in blocks of legs, with white and a rule between these."""

from __future__ import annotations

from pathlib import Path

import pytest

import jxprint
from drawn_shapes import drawn, page_of, planned
from jxprint.composition.capacity import Shape, legs_of
from jxprint.composition.drawing import Area
from jxprint.composition.dummy import Needs
from jxprint.composition.making_up import make_up
from jxprint.composition.shaping import Stretch
from jxprint.fonts import Library
from jxprint.placed import PlacedPage, Rule
from sabotage import pdf_of
from shape_laws import hold_order, hold_rules, hold_shapes

ELL = "B A C\nA A C\nA A C"
TEE = "B B A A\nB B A A\nC A A A\nC A A A"
PLUS = "B A A C\nA A A A\nA A A A\nD A A E"
STAIRS = "C B A\nC A A\nA A A"
SHAPE = Shape(0, 2, Area(1, 1))


def made_of(folder: Path, drawing: str, times: int) -> jxprint.Page:
    """A page of a story so many sentences long, and what it runs round."""
    letters = sorted(set(drawing.split()) - {"A"})
    return page_of(folder, drawing, {"A": times, **{letter: 7 + 2 * at for at, letter in enumerate(letters)}}, "500mm")


def rules_across(placed: PlacedPage) -> list[tuple[float, float, float]]:
    """Left, right and height of the rules that lie."""
    return [(one.x1, one.x2, one.y1) for one in placed.under if isinstance(one, Rule) and one.y1 == one.y2]


def hold_on_paper(placed: PlacedPage) -> None:
    """In no column do lines stand on rows that follow each other where the text has left the column between them."""
    for article in placed.articles:
        lines = [line for block in article.text_blocks() if block.role == "body" for line in block.lines]
        for number, one in enumerate(lines):
            for later in lines[number + 1 :]:
                if later.leg != one.leg and abs(later.y - one.y - placed.grid.pitch) < 1.0:
                    assert abs(later.x - one.x) > 3 * placed.grid.body_pt, (one.text, later.text)


@pytest.mark.parametrize("times", [40, 55])
@pytest.mark.parametrize("drawing", [ELL, TEE, PLUS, STAIRS])
def test_no_column_is_read_on_into_what_is_read_later(
    drawing: str, times: int, tmp_path: Path, library: Library
) -> None:
    """On paper and in the plan, and both readers of the file find the order."""
    page = made_of(tmp_path / "page", drawing, times)
    made, placed = make_up(page, library), jxprint.compose(page, library)
    assert {one.block for one in made.plan.stretches["A"]} >= {0, 1}
    hold_shapes(placed, page, made)
    hold_rules(placed, made)
    hold_order(made.plan.stretches["A"])
    hold_on_paper(placed)
    assert jxprint.check(pdf_of(placed, library), page).ok


def test_text_that_returned_to_a_column_in_its_next_row_is_caught() -> None:
    """The order that was: down the second column as far as the first one begins, that one, and on where it was left."""
    with pytest.raises(AssertionError):
        hold_order([Stretch(1, 2, 11), Stretch(0, 13, 8), Stretch(1, 13, 8)])
    hold_order([Stretch(1, 2, 10), Stretch(0, 13, 8), Stretch(1, 13, 8)])


def test_a_rule_lies_over_the_whole_block(tmp_path: Path, library: Library) -> None:
    """From its first column to its last, half way between the lines above and below: what stands over it is closed."""
    page = made_of(tmp_path / "page", ELL, 40)
    made, placed = make_up(page, library), jxprint.compose(page, library)
    frame, (row,) = made.desk.frame, {one.top for one in made.plan.stretches["A"] if one.block}
    ((left, right, y),) = rules_across(placed)
    assert (left, right) == pytest.approx((frame.x(0), frame.x(1) + frame.column_width))
    assert y == pytest.approx(frame.y(row) - (2 * frame.pitch - frame.body) / 2)


def test_a_story_that_widens_to_the_right_is_one_block(tmp_path: Path, library: Library) -> None:
    """Its columns run right down, and no rule lies in it."""
    page = made_of(tmp_path / "page", "A B C\nA A C\nA A C", 40)
    made = make_up(page, library)
    assert {one.block for one in made.plan.stretches["A"]} == {0}
    assert [one.column for one in made.plan.stretches["A"]] == [0, 1]
    assert rules_across(jxprint.compose(page, library)) == []


def test_each_step_of_stairs_begins_a_block() -> None:
    """Nobody begins a block in the column that stands lowest in it."""
    needs = Needs({"B": 10, "C": 20}, shapes={"A": Shape(80, 2, Area(2, 1))})
    plan = planned(drawn(STAIRS), needs, 80)
    assert [(one.block, one.column, one.top, one.rows) for one in plan.stretches["A"]][:3] == [
        (0, 2, 2, 8),
        (1, 1, 11, 9),
        (1, 2, 11, 9),
    ]
    assert [(one.block, one.column, one.top) for one in plan.stretches["A"]][3:] == [(2, 0, 21), (2, 1, 21), (2, 2, 21)]


def test_the_white_over_a_block_is_no_room_for_lines() -> None:
    """A column that passes the first row of a block is a row shorter by it; one that ends there is not."""
    assert list(legs_of(2, 30, [13], SHAPE)) == [(2, 10), (13, 17)]
    assert list(legs_of(2, 12, [13], SHAPE)) == [(2, 10)]


def test_no_leg_of_a_block_is_a_scrap() -> None:
    """Fewer rows than a leg has are left white: over a block and in it."""
    assert list(legs_of(10, 30, [13], SHAPE)) == [(13, 17)]
    assert list(legs_of(2, 15, [13], SHAPE)) == [(2, 10)]
