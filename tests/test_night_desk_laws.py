"""Laws of the night desk: over any page made up of boxes, and over pages that were composed."""

from __future__ import annotations

from itertools import combinations
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

import jxprint
from hand_placed import COLUMNS, ROWS, accepting, block, box, picture, placed, story
from jxprint.fonts import Library
from jxprint.geometry import Rect
from jxprint.model import Accepted, Dummy, Grid, Page, PageMakeup, Paragraph, Passage, Picture, Story
from jxprint.night_desk import inspect, marks_of
from jxprint.night_desk.issue import twice
from jxprint.placed import Article, PlacedPage


@st.composite
def articles(draw: st.DrawFn) -> list[Article]:
    """Stacks of stories, each stack of some columns, legs that fill their story or end short."""
    found: list[Article] = []
    column = 0
    while column < COLUMNS:
        span = draw(st.integers(1, COLUMNS - column))
        row = draw(st.integers(0, 4))
        while row < ROWS - 6:
            rows = draw(st.integers(5, ROWS - row))
            lines = [draw(st.integers(0, rows - 3)) for _ in range(span)] if draw(st.booleans()) else ()
            found.append(story(chr(65 + len(found)), column, row, span, rows, lines=lines))
            row += rows + draw(st.integers(1, 3))
        column += span
    return draw(st.permutations(found))


def share(one: Rect, other: Rect) -> bool:
    """Whether two boxes share more than a hair."""
    across = min(one.right, other.right) - max(one.x, other.x)
    return across > 0.1 and min(one.bottom, other.bottom) - max(one.y, other.y) > 0.1


@settings(max_examples=60, deadline=None)
@given(articles())
def test_holes_overlap_neither_text_nor_one_another(found: list[Article]) -> None:
    """They stand within the type area, and are deeper than two rows."""
    page, whole = placed(*found)
    holes = [mark.box for mark in marks_of(page, whole) if mark.rule == "hole"]
    text = [frame for article in whole.articles for block in article.text_blocks() for frame in block.frames]
    area = box(0, 0, COLUMNS, ROWS)
    for at, hole in enumerate(holes):
        assert not any(share(hole, frame) for frame in text)
        assert not any(share(hole, other) for other in holes[at + 1 :])
        assert hole.x >= area.x
        assert hole.right <= area.right + 1e-6
        assert hole.y >= area.y
        assert hole.bottom <= area.bottom + 1e-6
        assert hole.height > 2 * 15 - 5.1


@settings(max_examples=60, deadline=None)
@given(articles())
def test_every_mark_has_a_name_of_its_own_and_accepting_all_of_them_is_silence(found: list[Article]) -> None:
    """And the same page says the same again."""
    page, whole = placed(*found)
    marks = marks_of(page, whole)
    names = [mark.name for mark in marks]
    assert len(set(names)) == len(names)
    assert marks_of(page, whole) == marks
    assert inspect(accepting(page, PageMakeup(tuple(map(Accepted, names)))), whole).told == ()


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 5), st.integers(1, 6), st.integers(0, 30), st.integers(6, 30))
def test_a_page_of_one_story_has_nothing_that_takes_two(column: int, span: int, row: int, rows: int) -> None:
    """No tombstones, no order, no page split, no head on a head."""
    page, whole = placed(story("A", min(column, 6 - span), row, span, rows))
    pairs = {"tombstone", "close-heads", "stacked-heads", "reading-order", "split-across", "split-down", "twice"}
    assert not {mark.rule for mark in marks_of(page, whole)} & pairs


@settings(max_examples=40, deadline=None)
@given(articles())
def test_the_order_of_parts_changes_no_mark_but_those_of_order(found: list[Article]) -> None:
    """What stands on paper is the same."""

    def seen(given_: list[Article]) -> set[tuple[str, Rect]]:
        return {(mark.rule, mark.box) for mark in marks_of(*placed(*given_)) if mark.rule != "reading-order"}

    assert seen(found) == seen(found[::-1])


def test_a_full_page_has_no_marks() -> None:
    """A band, then stacks that are level at the foot and nowhere else."""
    parts = [block("M", "masthead", 0, 0, 6, 4), block("H", "headline", 0, 5, 6, 6)]
    parts += [story("A", 0, 12, 4, 20), story("B", 0, 33, 4, 27), picture("P", 4, 12, 2, 6)]
    parts += [story("C", 4, 19, 2, 23, lines=(20, 19)), story("D", 4, 43, 2, 17)]
    assert [mark.name for mark in marks_of(*placed(*parts))] == []


def test_the_first_page_has_the_listed_marks_and_no_others(jiaxing: Page, jiaxing_placed: PlacedPage) -> None:
    """Its two stacks are read in turns, as they were printed: three times the reader goes back. Nothing else is marked,
    and the page accepts these.
    """
    listed = ["reading-order C D", "reading-order D E", "reading-order F G"]
    assert [mark.name for mark in marks_of(jiaxing, jiaxing_placed)] == listed
    assert [accepted.name for accepted in jiaxing.makeup.accepted] == listed
    assert jiaxing.makeup.reconstructed
    assert inspect(jiaxing, jiaxing_placed).findings == ()


@pytest.mark.parametrize(
    ("rows", "found"),
    [(("AABB",), {"tombstone A B"}), (("AAPP", "AABB"), set())],
)
def test_composed_pages_are_looked_at_as_placed_ones(
    rows: tuple[str, ...], found: set[str], jiaxing: Page, library: Library
) -> None:
    """Two stories from the dummy, side by side and not."""
    copy = (Paragraph(Passage("每篇稿件是一个文本文件，与版面说明放在同一个文件夹里。" * 12)),)
    parts = [Story(letter=one, name=one, headline=(Passage("改稿画版"),), paragraphs=copy) for one in "AB"]
    shown = [Picture(letter="P", aspect=2.0)] if len(rows) > 1 else []
    page = replace(
        jiaxing,
        grid=Grid(4, 20.0, 1.2, 10.0, 15.0),
        dummy=Dummy(tuple(tuple(row) for row in rows)),
        parts=(parts[0], *shown, parts[1]),
    )
    names = {mark.name for mark in marks_of(page, jxprint.compose(page, library))}
    assert {name for name in names if name.startswith("tombstone")} == found


CLAUSES = [f"第{number}句话说得不一样" for number in range(12)]


@settings(max_examples=200, deadline=None)
@given(st.lists(st.lists(st.sampled_from(CLAUSES), max_size=10), max_size=9))
def test_stories_sent_twice_are_those_that_all_pairs_give(stories: list[list[str]]) -> None:
    """No pair is missed and none is added, whatever clauses they share; the order is that of the stories."""
    named = {str(number): ["，".join(story)] for number, story in enumerate(stories)}
    sets = {name: set(story) for name, story in zip(named, stories, strict=True) if story}
    plain = [
        (one, other, len(sets[one] & sets[other]) / min(len(sets[one]), len(sets[other])))
        for one, other in combinations(sets, 2)
    ]
    assert twice(named) == [pair for pair in plain if pair[2] > 0.6]


def test_thousands_of_stories_are_compared_with_few() -> None:
    """All of them have a sentence in common, and two are one: no clause is looked at more often than is needed."""
    own = {
        str(number): ["本报讯记者昨日报道。", *(f"第{number}篇的第{line}句话只在这里。" for line in range(30))]
        for number in range(3000)
    }
    own["again"] = own["500"]
    start = perf_counter()
    assert twice(own) == [("500", "again", 1.0)]
    assert perf_counter() - start < 1.5
