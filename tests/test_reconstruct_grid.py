"""Measure, legs, lines and joints read off pages whose grid is known: set by the composer, cut where legs ended."""

from __future__ import annotations

import random

import pytest

from jxprint.reconstruct import grid
from jxprint.reconstruct.deciding import is_joint, likelihoods
from jxprint.reconstruct.found import FoundStory, Text
from jxprint.reconstruct.found import Piece as Found
from jxprint.reconstruct.grid import read_grid
from jxprint.reconstruct.joining import leg_pieces
from jxprint.reconstruct.legs import Piece
from jxprint.reconstruct.setting import Style
from jxprint.reconstruct.story_readings import is_cut, unfilled

_WORDS = (
    "渡口", "船工", "夜里", "行船", "看灯", "灯在", "人在", "码头", "修好", "一条", "新路", "村民", "都说", "方便",
    "多了", "今年", "入秋", "以来", "全县", "共有", "三十", "多个", "合作社", "参加", "评选", "老师傅", "带着", "徒弟",
)  # fmt: skip


def paragraphs_of(chance: random.Random, count: int) -> list[str]:
    """Paragraphs of some length, with commas and a full stop."""
    found = []
    for _ in range(count):
        text = ""
        for _ in range(chance.randint(4, 11)):
            text += "".join(chance.choice(_WORDS) for _ in range(chance.randint(2, 6))) + "，"
        found.append(text[:-1] + "。")
    return found


def set_plainly(paragraphs: list[str], measure: int, legs: int) -> tuple[list[list[str]], int]:
    """Paragraphs cut at the ends of level legs, set as a typewriter would: as many characters as go, marks hung in."""
    lines: list[tuple[int, str]] = []
    for k, text in enumerate(paragraphs):
        at, room = 0, measure - 2
        while at < len(text):
            end = at + room
            if text[end : end + 1] in ("，", "。"):
                end += 1
            lines.append((k, text[at:end]))
            at, room = end, measure
    depth = -(-len(lines) // legs)
    pieces: list[list[str]] = [[] for _ in paragraphs]
    for row, (k, line) in enumerate(lines):
        if not pieces[k] or row % depth == 0:
            pieces[k].append("")
        pieces[k][-1] += line
    return pieces, depth


def read(stories: list[list[list[str]]]) -> list[list[Piece]]:
    """The pieces of stories as a dump has them."""
    return [
        leg_pieces(FoundStory((), tuple(Found(Text(one, ())) for cut in story for one in cut)), Style())
        for story in stories
    ]


@pytest.mark.parametrize("measure", [11, 13, 15, 17, 19])
@pytest.mark.parametrize("seed", range(3))
def test_the_measure_of_a_page_is_found(measure: int, seed: int) -> None:
    """From eight stories in three or four legs, to half an em, with legs, lines and all joints."""
    chance = random.Random(measure * 10 + seed)
    legs = [chance.choice((3, 4)) for _ in range(8)]
    stories = [set_plainly(paragraphs_of(chance, chance.randint(3, 6)), measure, count) for count in legs]
    pieces = read([cuts for cuts, _ in stories])
    grid = read_grid(pieces)
    assert grid.measure is not None
    assert abs(grid.measure - measure) <= 0.5
    there = [[at + 1 < len(cut) for cut in cuts for at in range(len(cut))] for cuts, _ in stories]
    likely = [likelihoods(own, reading, measure) for reading, own in zip(grid.stories, pieces, strict=True)]
    found = [[is_joint(one) for one in own] for own in likely]
    wrong = sum(a != b for own, other in zip(there, found, strict=True) for a, b in zip(own, other, strict=True))
    assert wrong <= 1
    exact = sum(
        reading.best is not None and (reading.best.legs, reading.best.lines) == (count, depth)
        for reading, count, (_, depth) in zip(grid.stories, legs, stories, strict=True)
    )
    assert exact >= 6


@pytest.mark.parametrize("measure", [16, 17, 18])
def test_lines_of_verse_in_prose_do_not_halve_the_measure(measure: int) -> None:
    """Short lines that fill half a line of the page's, as of poems that were read as prose: ends of pieces alone say
    half the measure, whole legs say what it is.
    """
    chance = random.Random(measure)
    stories = [set_plainly(paragraphs_of(chance, chance.randint(3, 5)), measure, 4)[0] for _ in range(6)]
    half = measure // 2 - 1
    verse = [["".join(chance.choice(_WORDS) for _ in range(5))[:half] + "，"] for _ in range(12)]
    stories[0] += verse
    grid = read_grid(read(stories))
    assert grid.measure is not None
    assert abs(grid.measure - measure) <= 0.5


def test_a_page_without_joints_tells_no_measure() -> None:
    """Stories whose paragraphs all end in a full stop."""
    chance = random.Random(1)
    pieces = read([[[text] for text in paragraphs_of(chance, 4)] for _ in range(5)])
    grid = read_grid(pieces)
    assert grid.measure is None
    assert all(reading.best is None for reading in grid.stories)


def test_a_story_over_fewer_legs_has_a_measure_of_its_own() -> None:
    """Seven stories on columns of 14 ems, and one whose three legs stand on four of them (破栏)."""
    chance = random.Random(5)
    stories = [set_plainly(paragraphs_of(chance, 5), 14, 4)[0] for _ in range(7)]
    stories.append(set_plainly(paragraphs_of(chance, 9), 19, 3)[0])
    grid = read_grid(read(stories))
    assert grid.measure == pytest.approx(14.0, abs=0.5)  # commas hang
    best = grid.stories[-1].best
    assert best is not None
    assert best.measure == pytest.approx(19.07, abs=0.7)
    assert best.legs == 3


@pytest.mark.parametrize("seed", range(3))
def test_measures_that_are_not_asked_to_the_end_are_none_of_the_least(seed: int) -> None:
    """The measures that cost least are those that do when every piece is asked at each, with the same costs."""
    chance = random.Random(seed)
    stories = read([set_plainly(paragraphs_of(chance, 6), 14 + seed, 3)[0] for _ in range(4)])
    pieces = [(piece, begins) for story in stories for _, piece, begins in is_cut(story)]
    costs = [(chance.random(), halves / 2) for halves in range(20, 50)]
    all_asked = sorted((cost + unfilled(pieces, measure, 2.0), measure) for cost, measure in costs)
    assert len(pieces) > 4
    for count in (1, 2, 12):
        assert grid._least(costs, pieces, 2.0, count) == all_asked[:count]
    assert any(unfilled(pieces, measure, 2.0, all_asked[0][0]) == float("inf") for _, measure in all_asked)
