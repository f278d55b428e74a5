"""The dummy solved: rows follow from what touches what, from depths and from white."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from jxprint.composition.drawing import areas, neighbours
from jxprint.composition.dummy import Needs, levelled, opened_heads, solve
from jxprint.model import Dummy


def drawn(text: str) -> Dummy:
    """A dummy as an editor draws it."""
    return Dummy(tuple(tuple(row.split()) for row in text.strip().splitlines()))


JIAXING = drawn("""
M M H H H H
S S S S S S
P P Q Q B B
A A A A B B
C C C C D D
E E E E G G
F F F F G G
""")


def gaps(dummy: Dummy, rows: int) -> dict[tuple[str, str], int]:
    """The same white everywhere."""
    return dict.fromkeys(neighbours(dummy), rows)


def test_stacks_beside_each_other_need_not_align() -> None:
    """Each part stands under the deepest part above it in its own columns, not under a common line."""
    dummy = drawn("A A B\nC C B\nC C D")
    plan = solve(dummy, Needs({"A": 3, "B": 9, "C": 4, "D": 2}, {}), gaps(dummy, 1), 12)
    assert (plan.top["C"], plan.top["D"]) == (8, 10)


def test_pictures_take_the_slack_and_stay_equal() -> None:
    """Two pictures on one row grow by the same number of rows, as far as the page has room."""
    dummy = drawn("P Q\nA A")
    plan = solve(dummy, Needs({"P": 5, "Q": 5, "A": 4}, {"P": 9, "Q": 9}), gaps(dummy, 1), 16)
    assert plan.rows == {"P": 11, "Q": 11, "A": 4}
    assert plan.top["A"] + 4 == 16


def test_growth_stops_where_the_picture_would_lose_its_shape() -> None:
    """What a picture does not take becomes white between parts."""
    dummy = drawn("P\nA")
    plan = solve(dummy, Needs({"P": 5, "A": 4}, {"P": 2}), gaps(dummy, 1), 16)
    assert plan.rows["P"] == 7
    assert plan.top["A"] == 12


def test_a_story_that_fills_takes_the_slack_before_a_picture() -> None:
    """All that is left under it, however far a picture beside it grows; after the pictures where it waits for them."""
    dummy = drawn("P A\nB B")
    needs = Needs({"P": 5, "A": 3, "B": 4}, {"P": 2, "A": 20}, filling=frozenset("A"))
    plan = solve(dummy, needs, gaps(dummy, 1), 16)
    assert (plan.rows["A"], plan.top["B"]) == (11, 12)
    assert plan.rows["P"] == 7
    stacked = drawn("A\nP")
    needs = Needs({"P": 5, "A": 3}, {"P": 4, "A": 20}, filling=frozenset("A"))
    for waiting, rows in ((False, {"A": 10, "P": 5}), (True, {"A": 6, "P": 9})):
        plan = solve(stacked, replace(needs, waiting=waiting), gaps(stacked, 1), 16)
        assert plan.rows == rows


def test_parts_under_one_part_start_together() -> None:
    """White is shared out between the stories of a stack, never above its first one."""
    needed = {"M": 4, "H": 12, "S": 6, "P": 13, "Q": 13, "A": 13, "C": 12, "E": 13, "F": 12, "B": 20, "D": 23, "G": 19}
    plan = solve(JIAXING, Needs(needed, {}), gaps(JIAXING, 1), 92)
    assert plan.top["P"] == plan.top["Q"] == plan.top["B"]


def test_a_head_opens_by_one_row_of_white_that_is_over() -> None:
    """The foot of the story stays where it is; a gap of the common size and a part that is not a story stay as well."""
    dummy = drawn("A\nB\nP")
    plan = solve(dummy, Needs({"A": 4, "B": 3, "P": 2}, {}), gaps(dummy, 1), 13)
    assert [plan.top[letter] for letter in "ABP"] == [0, 6, 11]
    opened = opened_heads(plan, dummy, 1, ["A", "B"])
    assert [(opened.top[letter], opened.rows[letter]) for letter in "ABP"] == [(0, 4), (5, 4), (11, 2)]
    assert opened_heads(plan, dummy, 2, ["A", "B"]) == plan


def test_white_is_shared_by_all_gaps_of_a_stack_also_over_parts_side_by_side() -> None:
    """Nine rows over: as many over the two stories as over the one that they stand under, and no more at the top."""
    dummy = drawn("M M\nA A\nB C")
    plan = solve(dummy, Needs({"M": 4, "A": 19, "B": 19, "C": 21}), gaps(dummy, 1), 55)
    assert plan.top == {"M": 0, "A": 9, "B": 34, "C": 34}
    assert plan.spare == 9


def test_heads_have_white_first() -> None:
    """What the heads may open by stands over them, and only the rest is shared."""
    dummy = drawn("M M\nA A\nB C")
    needs = Needs({"M": 4, "A": 19, "B": 19, "C": 21}, opening={"B": 2, "C": 2})
    plan = solve(dummy, needs, gaps(dummy, 1), 55)
    assert plan.top["A"] - 4 == 1 + 3
    assert plan.top["B"] == plan.top["C"] == plan.top["A"] + 19 + 1 + 2 + 4


def test_a_row_that_does_not_come_out_even_goes_to_the_foot() -> None:
    """There is never more white under the head of the page than elsewhere."""
    dummy = drawn("M\nA\nB\nC")
    plan = solve(dummy, Needs(dict.fromkeys("MABC", 4)), gaps(dummy, 1), 16 + 3 + 4)
    assert [plan.top[one] for one in "MABC"] == [0, 6, 12, 19]


def test_what_begins_side_by_side_stays_so_under_different_parts() -> None:
    """The right part stands under both parts of the row above, and goes down no further than the left one."""
    dummy = drawn("N N E\nA L L\nB L L")
    plan = solve(dummy, Needs({"N": 7, "E": 7, "A": 14, "L": 16, "B": 17}), gaps(dummy, 1), 40)
    assert plan.top["A"] == plan.top["L"] == 8


def test_feet_are_brought_level_within_the_limit() -> None:
    """A part grows to the foot that one beside it has, by no more than it may, and never where none ends there."""
    dummy = drawn("M M M\nA B C")
    plan = solve(dummy, Needs({"M": 4, "A": 9, "B": 12, "C": 7}), gaps(dummy, 1), 17)
    level = levelled(plan, dummy, 17, {"A": 3, "C": 3})
    assert level.rows == {"M": 4, "A": 12, "B": 12, "C": 7}
    assert levelled(plan, dummy, 20, {"A": 9}) == plan


def test_a_box_opens_with_all_that_begins_beside_it() -> None:
    """A box whose edge stands a row over that of its neighbour looks like a slip."""
    dummy = drawn("M M\nA P")
    plan = solve(dummy, Needs({"M": 2, "A": 4, "P": 4}), gaps(dummy, 3), 9)
    assert opened_heads(plan, dummy, 1, ["A"], ["A"]).rows["A"] == 4
    assert opened_heads(plan, dummy, 1, ["A"]).rows["A"] == 5
    assert opened_heads(plan, dummy, 1, ["A", "P"], ["A"]).rows["A"] == 5


def test_what_passes_the_foot_is_told_in_rows() -> None:
    """A page that is too shallow is no plan."""
    dummy = drawn("A\nB")
    assert solve(dummy, Needs({"A": 8, "B": 6}, {}), gaps(dummy, 1), 12).over == {"B": 3}


@settings(max_examples=100, deadline=None)
@given(
    depths=st.fixed_dictionaries({letter: st.integers(1, 20) for letter in areas(JIAXING)}),
    white=st.integers(0, 3),
    depth=st.integers(60, 140),
)
def test_no_part_stands_in_another(depths: dict[str, int], white: int, depth: int) -> None:
    """A law: every part keeps its depth and its white from the part above it, and nothing passes the foot untold."""
    plan = solve(JIAXING, Needs(depths, {"P": 6, "Q": 6}), gaps(JIAXING, white), depth)
    for above, below in neighbours(JIAXING):
        assert plan.top[below] >= plan.top[above] + plan.rows[above] + white
    for letter, rows in plan.rows.items():
        assert rows >= depths[letter]
        assert (plan.top[letter] + rows > depth) == (letter in plan.over)
