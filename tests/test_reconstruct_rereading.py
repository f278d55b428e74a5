"""All ways to take the pieces of a story in legs, and stories that are read once more."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jxprint.reconstruct.deciding import is_joint, likelihoods
from jxprint.reconstruct.found import FoundStory, Text
from jxprint.reconstruct.found import Piece as Found
from jxprint.reconstruct.grid import PageGrid, read_again, read_grid
from jxprint.reconstruct.joining import leg_pieces
from jxprint.reconstruct.leg_ends import joint_shares
from jxprint.reconstruct.legs import Piece, readings
from jxprint.reconstruct.rereading import read_once_more
from jxprint.reconstruct.setting import Style

PROSE = (
    "昨天上午市园林部门在人民公园举行开园仪式，数千名市民前来游园，其中不少是带着孩子来的年轻父母。"
    "公园管理处负责人告诉记者，今年将再开放三处园子，入秋前全部免票，老人和孩子优先。"
)
TEXTS = st.lists(st.text("的一是在不了，。、：“”01a", min_size=1, max_size=40), min_size=1, max_size=7)


def pieces_of(*texts: str) -> list[Piece]:
    """A story of text alone."""
    return leg_pieces(FoundStory((), tuple(Found(Text(text, ())) for text in texts)), Style())


def cut_at(text: str, *places: int) -> list[str]:
    """A text cut at some places."""
    return [text[start:end] for start, end in itertools.pairwise([0, *places, len(text)])]


@given(TEXTS, st.sampled_from([8.0, 12.0, 15.5]))
def test_shares_are_shares(texts: list[str], measure: float) -> None:
    """Each is between none and all of the ways, and no story ends in a joint."""
    pieces = pieces_of(*texts)
    for legs in readings(pieces, measure, 2.0):
        shares = joint_shares(pieces, legs, 2.0)
        assert len(shares) == len(pieces)
        assert all(-1e-9 <= one <= 1 + 1e-9 for one in shares)
        assert shares[-1] == 0.0


def test_a_way_alone_is_all_there_is() -> None:
    """Of a joint that words leave no doubt of every way has it, and none has one that they forbid."""
    first, second, third = pieces_of(*cut_at(PROSE, 34, 58))
    pieces = [Piece(first.text, 40.0, 0.0), Piece(second.text, 0.0, 40.0), third]
    best = min(readings(pieces, 12.0, 2.0), key=lambda one: one.price)
    shares = joint_shares(pieces, best, 2.0)
    assert best.joints == (True, False, False)
    assert shares == pytest.approx([1.0, 0.0, 0.0], abs=1e-6)


def test_a_price_moves_the_share() -> None:
    """The dearer a joint is, the fewer of the ways have one there."""
    pieces = pieces_of(*cut_at(PROSE, 34, 58))
    best = min(readings(pieces, 12.0, 2.0), key=lambda one: one.price)
    shares = [joint_shares([Piece(pieces[0].text, 0.0, dear), *pieces[1:]], best, 2.0)[0] for dear in (0.0, 4.0, 8.0)]
    assert shares == sorted(shares, reverse=True)
    assert shares[0] > shares[-1]


def test_stories_with_the_same_pieces_are_not_read_again() -> None:
    """Theirs are the very readings that they had; another one of the page has others by its own pieces."""
    stories = [pieces_of(*cut_at(PROSE, 34, 58)) for _ in range(4)]
    grid = read_grid(stories)
    first, *rest = stories[3]
    forbidden = [Piece(first.text, 0.0, 40.0), *rest]
    again = read_again(grid, stories, [*stories[:3], forbidden])
    assert [one.best for one in again.stories[:3]] == [one.best for one in grid.stories[:3]]
    best = again.stories[3].best
    assert best is not None
    assert not best.joints[0]
    assert read_again(grid, stories, stories).stories == grid.stories


def test_what_was_decided_is_read_again_by_the_same_measure() -> None:
    """A page's measure stays, and likelihoods are those of its last readings."""
    stories = [pieces_of(*cut_at(PROSE, 34, 58)), pieces_of(*cut_at(PROSE, 21)), pieces_of(PROSE)]
    grid = read_grid(stories)
    again, likely = read_once_more(stories, grid, 12.0)
    assert (again.measure, again.measures) == (grid.measure, grid.measures)
    told = zip(stories, again.stories, strict=True)
    assert [list(one) for one in likely] == [list(likelihoods(pieces, reading, 12.0)) for pieces, reading in told]


def test_nothing_is_read_again_where_there_is_no_grid() -> None:
    """Paragraphs that end as such tell no measure."""
    stories = [pieces_of("昨天上午开园。", "今天闭园。")]
    grid = read_grid(stories)
    again, likely = read_once_more(stories, grid, 15.0)
    assert grid == again == PageGrid(None, (), grid.stories)
    assert [is_joint(one) for one in likely[0]] == [False, False]
