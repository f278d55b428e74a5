"""Lines dealt over legs: level, no subhead stranded, and nobody alone where the house minds."""

from __future__ import annotations

from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jxprint.composition.dealing import Line, deal
from jxprint.model import ParagraphEnds

REPORT, AVOID = ParagraphEnds(), ParagraphEnds("avoid", "avoid")


def lines(drawing: str) -> list[Line]:
    """`S` is a subhead, a digit a paragraph of so many lines."""
    found: list[Line] = []
    for letter in drawing:
        of = 1 if letter == "S" else int(letter)
        found += [Line(letter == "S", number, of) for number in range(of)]
    return found


@pytest.mark.parametrize(
    ("drawing", "legs", "counts"),
    [
        ("8", 4, [2, 2, 2, 2]),
        ("9", 4, [3, 2, 2, 2]),
        ("34", 3, [3, 2, 2]),
        # A subhead goes over with its text; one line under it is not enough, unless its paragraph has no more.
        ("4S5", 2, [4, 6]),
        ("3S6", 2, [6, 4]),
        ("3S1121", 2, [5, 4]),
        # Subheads over single lines: no leg ends with a subhead, and the shorter legs are the last.
        ("S1" * 10, 4, [6, 6, 4, 4]),
    ],
)
def test_legs_as_drawn(drawing: str, legs: int, counts: list[int]) -> None:
    """Level to one line where that strands nothing, else as level as it goes."""
    assert deal(lines(drawing), legs, REPORT) == counts


def test_a_house_that_minds_pays_one_line_for_company() -> None:
    """Paragraphs of five and three lines: four and four would leave the fifth alone."""
    assert deal(lines("53"), 2, REPORT) == [4, 4]
    assert deal(lines("53"), 2, AVOID) == [5, 3]


@given(st.text(alphabet="S1234569", min_size=1, max_size=24), st.integers(1, 8))
def test_nothing_is_lost_and_no_subhead_is_stranded(drawing: str, legs: int) -> None:
    """Whatever the story: all its lines, and under each subhead two lines or its whole paragraph in the same leg."""
    drawing = drawing.rstrip("S") + "2"
    story = lines(drawing)
    for ends in (REPORT, AVOID):
        counts = deal(story, legs, ends)
        assert len(counts) == legs
        assert sum(counts) == len(story)
        if max(counts) - min(counts) >= 12:
            continue  # so few lines, or so many subheads, that no dealing is level
        for end in accumulate(counts[:-1]):
            if 0 < end < len(story):
                assert not story[end - 1].subhead
                assert not (end > 1 and story[end - 2].subhead and story[end - 1].of > 1)


@given(st.text(alphabet="123456", min_size=4, max_size=20), st.integers(2, 6))
def test_text_without_subheads_is_level_to_a_line(drawing: str, legs: int) -> None:
    """And the shortfall stands at the feet of the last legs."""
    counts = deal(lines(drawing), legs, REPORT)
    assert max(counts) - min(counts) <= 1
    assert counts == sorted(counts, reverse=True)
