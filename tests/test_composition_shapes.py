"""Stories of any shape: their columns reach as deep as their lines need, and nothing stands in anything else."""

from __future__ import annotations

import random
from itertools import groupby

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from drawn_shapes import drawn, planned
from jxprint.composition.capacity import Shape
from jxprint.composition.dealing import Line
from jxprint.composition.drawing import Area, drawing_of
from jxprint.composition.dummy import Needs, Plan
from jxprint.composition.shaping import Unsettled
from jxprint.composition.uneven_dealing import deal_unevenly
from jxprint.model import Dummy
from shape_laws import hold_order, spans_of


def rows_of(plan: Plan, letter: str) -> list[tuple[int, int, int]]:
    """Column, first row and number of rows of each stretch of a shaped story."""
    return [(one.column, one.top, one.rows) for one in plan.stretches[letter]]


def test_an_l_runs_down_beside_the_picture_to_its_foot() -> None:
    """Lines that the columns beside the picture hold are won twice: the page grows by one row for two lines."""
    dummy = drawn("A A A\nA P P\nC C C")
    plan = planned(dummy, Needs({"P": 10, "C": 5}, shapes={"A": Shape(32, 3, Area(0, 3))}), 60)
    # Seven rows over the picture, a row of white, ten beside it.
    assert rows_of(plan, "A") == [(0, 3, 18), (1, 3, 7), (2, 3, 7)]
    assert plan.top["P"] == 11


def test_a_column_over_a_picture_holds_what_the_picture_leaves() -> None:
    """A picture drawn inside a story: the columns run on under it."""
    dummy = drawn("A A A\nA P A\nA A A")
    plan = planned(dummy, Needs({"P": 6}, shapes={"A": Shape(40, 2, Area(0, 3))}), 40)
    assert [column for column, _, _ in rows_of(plan, "A")] == [0, 1, 1, 2]
    (_, top, over), (_, below, under) = rows_of(plan, "A")[1:3]
    assert plan.top["P"] == top + over + 1
    assert below == plan.top["P"] + 6 + 1
    assert sum(rows for _, _, rows in rows_of(plan, "A")) >= 40
    assert under >= 3


def test_columns_left_of_the_head_are_read_last() -> None:
    """A story that widens to the left under its head: what stands higher than those columns is read first."""
    dummy = drawn("B A\nA A")
    plan = planned(dummy, Needs({"B": 12}, shapes={"A": Shape(24, 2, Area(1, 1))}), 40)
    assert [(column, top) for column, top, _ in rows_of(plan, "A")] == [(1, 2), (0, 13), (1, 13)]
    assert rows_of(plan, "A")[0] == (1, 2, 10)  # and a row of white


def test_what_is_pinned_and_cannot_stand_there_is_told_with_what_pushes_it() -> None:
    """Parts over a pinned one that are too deep close a positive cycle: which they are, and by how many rows."""
    dummy = drawn("A B\nC B\nD D")
    plan = planned(dummy, Needs({"A": 8, "B": 9, "C": 8, "D": 3}, pinned={"D": 14}), 40)
    assert plan.late == {"D": 4}
    assert plan.pushed["D"] == ("A", "C", "D")


def test_two_pins_that_leave_too_little_between_them_are_told() -> None:
    """The cycle runs from pin to pin; what stands over the upper one has no part in it."""
    dummy = drawn("A\nB\nC\nD")
    plan = planned(dummy, Needs({"A": 2, "B": 4, "C": 6, "D": 2}, pinned={"B": 10, "D": 18}), 40)
    assert plan.late == {"D": 4}
    assert plan.pushed["D"] == ("B", "C", "D")


def test_lines_that_are_wanting_are_left_at_the_last_feet() -> None:
    """Legs level to a line, the shortfall last (MC2), whatever their depths."""
    lines = [Line(False, number, 30) for number in range(30)]
    assert deal_unevenly(lines, [12, 10, 10]) == [12, 9, 9]
    assert deal_unevenly(lines, [12, 10, 9]) == [12, 10, 8]
    assert deal_unevenly(lines, [12, 10, 7]) is None


def test_no_scrap_of_text_is_left_over_a_picture() -> None:
    """One line alone over a picture, where three could stand, is worse than a leg that is short."""
    lines = [Line(False, number, 20) for number in range(20)]
    dealt = deal_unevenly(lines, [10, 3, 3, 10])
    assert dealt is not None
    assert not {1, 2} & set(dealt[1:3])


def test_a_subhead_keeps_its_lines_in_a_shape_as_well() -> None:
    """The leg ends a line early rather than with a subhead."""
    lines = [Line(number == 4, 0 if number <= 4 else number - 5, 1 if number == 4 else 9) for number in range(14)]
    assert deal_unevenly(lines, [5, 10]) == [4, 10]


@st.composite
def plans(draw: st.DrawFn) -> tuple[Dummy, Needs, int]:
    """Dummies made of random connected shapes, with random depths."""
    columns, rows = draw(st.integers(2, 6)), draw(st.integers(2, 8))
    source = random.Random(draw(st.integers(0, 1 << 30)))
    cells = [[""] * columns for _ in range(rows)]
    letters = iter("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
    for row in range(rows):
        for column in range(columns):
            if not cells[row][column]:
                _grow(cells, row, column, next(letters), source)
    dummy = Dummy(tuple(tuple(row) for row in cells))
    shapes: dict[str, Shape] = {}
    depths: dict[str, int] = {}
    for letter in sorted({letter for row in cells for letter in row}):
        pieces = drawing_of(dummy).pieces[letter]
        if len(pieces) == 1:
            depths[letter] = source.randint(1, 20)
        else:
            head = min(pieces, key=lambda piece: (piece.top, piece.column))
            shapes[letter] = Shape(source.randint(1, 90), source.randint(0, 4), Area(head.column, head.span))
    growing = {letter: source.randint(1, 6) for letter in depths if source.random() < 0.3}
    return dummy, Needs(depths, growing, shapes), source.randint(20, 220)


def _grow(cells: list[list[str]], row: int, column: int, letter: str, source: random.Random) -> None:
    """Fill a random connected shape from a free cell on: a rectangle more often than not."""
    shape = {(row, column)}
    is_rectangle = source.random() < 0.5
    if is_rectangle:
        wide = 1
        while column + wide < len(cells[0]) and not cells[row][column + wide] and source.random() < 0.6:
            wide += 1
        deep = source.randint(1, 3)
        block = {(row + r, column + c) for r in range(deep) for c in range(wide)}
        if all(r < len(cells) and not cells[r][c] for r, c in block):
            shape = block
    else:
        for _ in range(source.randint(1, 8)):
            r, c = source.choice(sorted(shape))
            r, c = source.choice([(r + 1, c), (r, c + 1), (r, c - 1)])
            if r < len(cells) and 0 <= c < len(cells[0]) and not cells[r][c]:
                shape.add((r, c))
    for r, c in shape:
        cells[r][c] = letter


@settings(max_examples=300, deadline=None)
@given(plans())
def test_nothing_overlaps_and_every_line_has_room(given_: tuple[Dummy, Needs, int]) -> None:
    """A law over random shapes: each column of the page is taken in the order of the drawing with the white between,
    every shape holds its lines, nothing passes the foot untold, and what is refused names those that push.
    """
    dummy, needs, depth = given_
    try:
        plan = planned(dummy, needs, depth)
    except Unsettled:
        assume(False)
        return
    for letter, shape in needs.shapes.items():
        assert sum(one.rows for one in plan.stretches[letter]) >= shape.lines
        hold_order(plan.stretches[letter])
    for column in range(len(dummy.rows[0])):
        free = 0
        for letter, top, foot in _extents(dummy, plan, column):
            assert top >= free
            assert foot > top
            if foot > depth:
                assert letter in plan.over
            free = foot + 1
    for letter, rows in needs.rows.items():
        assert plan.rows[letter] >= rows
        assert plan.rows[letter] <= rows + needs.growing.get(letter, 0)
    for letter in plan.over:
        assert plan.pushed[letter][-1] == letter


def _extents(dummy: Dummy, plan: Plan, column: int) -> list[tuple[str, int, int]]:
    """Letter, first row and the row behind the last of what stands in a column, in the order of the drawing."""
    found: list[tuple[str, int, int]] = []
    known = {letter: spans_of(stretches, column) for letter, stretches in plan.stretches.items()}
    for letter, run in groupby(row[column] for row in dummy.rows):
        del run
        if letter not in known:
            found.append((letter, plan.top[letter], plan.top[letter] + plan.rows[letter]))
            continue
        found.append((letter, *known[letter].pop(0)))
    return found
