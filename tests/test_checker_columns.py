"""Lines, columns and their order from positions alone, on pages of a few glyphs."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from jxprint.checker.glyphs import Frame, Glyph
from jxprint.checker.others.columns import Column, columns_of
from jxprint.checker.others.paper import Paper, in_order

EM = 10.0


def leg(rows: Sequence[str], x: float, y: float, pitch: float = 15.0, size: float = EM) -> list[Glyph]:
    """Lines under one another, each glyph an em wide."""
    return [
        Glyph(char, x + at * size, y + down * pitch, size, size, None)
        for down, row in enumerate(rows)
        for at, char in enumerate(row)
    ]


def said(columns: Sequence[Column]) -> list[str]:
    """What each column says."""
    return ["".join(glyph.text for glyph in column.glyphs) for column in columns]


ONE, TWO = ["甲乙丙丁", "戊己庚辛", "壬癸子丑"], ["东南西北", "春夏秋冬", "天地玄黄"]


@pytest.mark.parametrize("gap", [7.0, 12.0, 18.0])
def test_columns_part_where_white_runs_down(gap: float) -> None:
    """However narrow: less than an em is enough where all lines are white there."""
    glyphs = leg(ONE, 0, 50) + leg(TWO, 4 * EM + gap, 50)
    assert said(in_order(columns_of(glyphs))) == ["".join(ONE), "".join(TWO)]


def test_a_mark_that_hangs_over_stays_in_its_column() -> None:
    """It stands in the white between, closer to the other column than to its own edge."""
    glyphs = leg(ONE, 0, 50) + leg(TWO, 4 * EM + 12, 50) + [Glyph("。", 40.0, 50.0, EM, EM, None)]
    assert said(in_order(columns_of(glyphs))) == ["甲乙丙丁。戊己庚辛壬癸子丑", "".join(TWO)]


def test_a_loose_line_is_one_line() -> None:
    """White within it is none in the lines above and below."""
    loose = [Glyph(char, at * 13.0, 65.0, EM, EM, None) for at, char in enumerate("戊己庚辛")]
    wide = leg(["甲乙丙丁戊"], 0, 50) + loose + leg(["壬癸子丑寅"], 0, 80)
    assert said(columns_of(wide)) == ["甲乙丙丁戊戊己庚辛壬癸子丑寅"]


def test_a_head_is_read_before_all_its_legs() -> None:
    """It stands over both, in type of another size."""
    glyphs = leg(ONE, 0, 50) + leg(TWO, 58, 50) + leg(["一二三"], 10, 20, size=24)
    assert said(in_order(columns_of(glyphs))) == ["一二三", "".join(ONE), "".join(TWO)]


def test_a_rule_parts_stories_that_white_does_not() -> None:
    """Two stories without heads, one over the other, in the same legs."""
    below = [row[::-1] for row in ONE], [row[::-1] for row in TWO]
    glyphs = leg(ONE, 0, 50) + leg(TWO, 58, 50) + leg(below[0], 0, 120) + leg(below[1], 58, 120)
    rule = Frame(0, 100, 98, 100.5)
    upper, lower = ["".join(ONE), "".join(TWO)], ["".join(below[0]), "".join(below[1])]
    assert said(in_order(columns_of(glyphs), [rule])) == [*upper, *lower]
    assert said(in_order(columns_of(glyphs))) == [upper[0], lower[0], upper[1], lower[1]]


def test_columns_that_run_down_are_read_from_the_right() -> None:
    """Each from its head to its foot."""
    down = [
        Glyph(char, 100 - number * 18.0, 20 + at * EM, EM, EM, None, True)
        for number, column in enumerate(ONE)
        for at, char in enumerate(column)
    ]
    assert "".join(said(in_order(columns_of(down)))) == "".join(ONE)


def test_text_that_goes_on_in_a_column_before_is_a_turn_and_no_break() -> None:
    """From the foot of the right column to the head of the left: odd, and paper may mean it."""
    left, right = leg(ONE, 0, 50), leg(TWO, 58, 50)
    paper = Paper(in_order(columns_of(left + right)))
    assert list(paper.breaks(right + left)) == []
    assert list(paper.turns(right + left)) == [12]
    assert list(paper.turns(left + right)) == []


def test_text_that_leaves_a_column_in_the_middle_is_a_break() -> None:
    """And where it comes back is another."""
    left, right = leg(ONE, 0, 50), leg(TWO, 58, 50)
    paper = Paper(in_order(columns_of(left + right)))
    assert list(paper.breaks([*left[:4], *right[:4], *left[4:], *right[4:]])) == [4, 8, 16]
