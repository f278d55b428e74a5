"""Stepped shapes: every part in its drawn place, whatever stands beside it, or a refusal that says what is wanting."""

from __future__ import annotations

from pathlib import Path

import pytest

import jxprint
from drawn_shapes import SENTENCE, page_of
from jxprint.composition.making_up import MadeUp, findings_of, make_up
from jxprint.errors import OversetError
from jxprint.fonts import Library
from jxprint.messages import render
from sabotage import pdf_of
from shape_laws import hold_order, hold_rules, hold_shapes

ZED = "A A B\nC A A"
ESS = "A A B B\nC A A B\nC C A A"


def held(page: jxprint.Page, library: Library) -> MadeUp:
    """The page made up, the laws of shapes held, the file checked."""
    made, placed = make_up(page, library), jxprint.compose(page, library)
    hold_shapes(placed, page, made)
    hold_rules(placed, made)
    for stretches in made.plan.stretches.values():
        hold_order(stretches)
    assert jxprint.check(pdf_of(placed, library), page).ok
    return made


def spans(made: MadeUp, letter: str) -> dict[int, tuple[int, int]]:
    """The rows of text of a story (first, behind the last) by column."""
    return {one.column: (one.top, one.top + one.rows) for one in made.plan.stretches[letter]}


def test_copy_that_is_too_short_for_its_steps_is_refused(tmp_path: Path, library: Library) -> None:
    """Beside a deep story the middle column of a Z would take all the copy, and the others would have none."""
    page = page_of(tmp_path / "page", ZED, {"A": 9, "B": 14, "C": 4})
    with pytest.raises(OversetError) as refusal:
        jxprint.compose(page, library)
    (finding,) = refusal.value.findings
    assert finding.key == "composition.shape_too_short_beside"
    assert finding.place.line == 21
    assert "lines" in render(finding, "en")
    assert "还差" in render(finding, "zh")


def test_with_the_characters_that_were_wanting_it_stands(tmp_path: Path, library: Library) -> None:
    """What the refusal asks for is enough, and no more than a sentence or two over what is needed."""
    page = page_of(tmp_path / "page", ZED, {"A": 9, "B": 14, "C": 4})
    with pytest.raises(OversetError) as refusal:
        jxprint.compose(page, library)
    more = -(-int(str(refusal.value.findings[0].args["characters"])) // len(SENTENCE))
    made = held(page_of(tmp_path / "longer", ZED, {"A": 9 + more, "B": 14, "C": 4}), library)
    assert set(spans(made, "A")) == {0, 1, 2}
    with pytest.raises(OversetError):
        jxprint.compose(page_of(tmp_path / "less", ZED, {"A": 9 + more - 3, "B": 14, "C": 4}), library)


def test_boundaries_are_chosen_so_that_neighbouring_legs_meet(tmp_path: Path, library: Library) -> None:
    """The story beside an S gives it room: its columns are level but for the step that is drawn."""
    made = held(page_of(tmp_path / "page", ESS, {"A": 17, "B": 13, "C": 9}), library)
    (_, foot), (top, _) = spans(made, "A")[1], spans(made, "A")[2]
    assert foot - top >= 3
    left, right = spans(made, "B")[2], spans(made, "B")[3]
    assert 3 <= right[1] - left[1] <= 6


@pytest.mark.parametrize("times", [14, 18, 24, 30])
@pytest.mark.parametrize(
    "drawing",
    [ZED, ESS, "A B B\nA A B\nC A A\nC C A", "B A A\nA A C\nA C C", "A A A B\nA C C B\nA A A B"],
)
def test_stepped_shapes_hold_or_are_refused(drawing: str, times: int, tmp_path: Path, library: Library) -> None:
    """Whatever the copy, no column comes apart."""
    page = page_of(tmp_path / "page", drawing, {"A": times, "B": 12, "C": 8}, "400mm")
    told = {one.key for one in findings_of(make_up(page, library))}
    assert told <= {"composition.shape_too_short", "composition.shape_too_short_beside"}
    if not told:
        held(page, library)


def test_a_column_that_ends_at_the_foot_leaves_the_lines_to_others(tmp_path: Path, library: Library) -> None:
    """The last column of a stair once went on below the foot of the page, beside columns that had room."""
    page = page_of(tmp_path / "page", "A A B B\nC A A B\nC C A B", {"A": 20, "B": 28, "C": 16})
    made = held(page, library)
    assert not made.plan.over
    assert findings_of(made) == []
