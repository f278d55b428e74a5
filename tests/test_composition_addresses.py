"""Addresses break at their own marks alone, across and downwards; and a long run costs no more than its length."""

from __future__ import annotations

import re
from itertools import accumulate
from typing import Any, SupportsIndex

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from jxprint.composition.lines import Setting, set_line, set_paragraph, wanted_of
from jxprint.composition.lines.breaking import choose_breaks, least_worst_gap
from jxprint.composition.lines.candidates import Candidates, candidates, rescuing
from jxprint.composition.lines.measured import Measured, measure
from jxprint.composition.lines.vertical import set_vertical_paragraph
from jxprint.fonts import Chain, open_library

SIZE = 10.0
COPY = (
    "详情见https://www.jiaxing.gov.cn/col/col1229567748/index.html?name=abc&id=12345，"
    "邮箱 someone.important@mail.jiaxing.gov.cn"
)
BEHIND, BEFORE = "/?&=-_", ".@#%"
LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"
PARTS = st.lists(st.text(LETTERS, min_size=2, max_size=9), min_size=1, max_size=9)


@pytest.fixture(scope="module")
def song() -> Chain:
    """The Song that comes along."""
    return open_library().chain("song")


def body(song: Chain, measure_em: float) -> Setting:
    """Body text."""
    return Setting(song, SIZE, measure_em * SIZE, half_digits=True)


def torn(line_ends: list[int], copy: str) -> list[str]:
    """What stands about each end of a line within Latin that no mark of an address allows."""
    latin = re.compile("[!-~]")
    within = [at for at in line_ends if latin.match(copy[at - 1]) and latin.match(copy[at])]
    return [copy[at - 4 : at + 4] for at in within if copy[at - 1] not in BEHIND and copy[at] not in BEFORE]


@pytest.mark.parametrize("measure_em", [8, 10, 13, 15.5, 20, 28])
def test_addresses_break_at_their_marks_across_and_downwards(song: Chain, measure_em: float) -> None:
    """No line is rescued, none has a hyphen."""
    setting = body(song, measure_em)
    across, down = set_paragraph(COPY, setting), set_vertical_paragraph(COPY, setting)
    for lines in (across, down):
        assert not [line for line in lines if line.rescued or line.hyphen]
        ends = list(accumulate(len("".join(segment.text for segment in line.segments)) for line in lines))
        assert not torn(ends[:-1], COPY)


@settings(max_examples=80, deadline=None)
@given(parts=PARTS, marks=st.text(BEHIND + BEFORE, min_size=9, max_size=9), measure_em=st.integers(10, 30))
def test_any_address_whose_parts_fit_is_not_cut(song: Chain, parts: list[str], marks: str, measure_em: int) -> None:
    """Nine characters and a mark are never wider than ten ems."""
    path = "".join(part + mark for part, mark in zip(parts, marks, strict=False))
    copy = f"看https://{path}html为准"
    lines = set_paragraph(copy, body(song, measure_em))
    assert not [line for line in lines if line.rescued or line.hyphen]
    assert not torn([line.end for line in lines[:-1]], copy)


def test_a_part_wider_than_the_measure_is_rescued_and_the_others_are_whole(song: Chain) -> None:
    """Only what cannot stand on any line is cut."""
    copy = f"看https://news.cn/{'0123456789' * 3}/index.html为准"
    lines = set_paragraph(copy, body(song, 10))
    assert [copy[line.end - 1 : line.end + 1].isdigit() for line in lines].count(True) == 1
    assert sum(line.rescued for line in lines) == 1


class Counted(list[Any]):
    """A list that counts how often it is read."""

    reads = 0

    def __getitem__(self, at: SupportsIndex | slice) -> Any:
        """The entry, counted."""
        Counted.reads += 1
        return super().__getitem__(at)


def reads(text: str, setting: Setting) -> int:
    """How many places of a paragraph the search for its breaks looks at."""

    def counted(found: Candidates) -> Candidates:
        found.price, found.end = Counted(found.price), Counted(found.end)
        return found

    measured: Measured = measure(text, setting)
    wanted = wanted_of(setting)
    Counted.reads = 0
    choose_breaks(measured, counted(candidates(measured)), wanted)
    least_worst_gap(counted(rescuing(measured, candidates(measured))), wanted)
    return Counted.reads


@pytest.mark.parametrize("run", ["a", "1", "，", "a-", "a@", "a.", "中", "f(", "’"])
@pytest.mark.parametrize("before", ["", "中"])
def test_a_run_twice_as_long_is_twice_the_work(song: Chain, run: str, before: str) -> None:
    """Counted in places looked at, not in time."""
    setting = body(song, 13)
    few, more, most = (reads(before * size + run * size, setting) for size in (500, 1000, 1500))
    assert most - more <= 1.2 * (more - few) + 100


@pytest.mark.parametrize("run", ["a", "1", "a@", "www.", "a.cna"])
def test_a_text_without_a_space_is_looked_through_for_addresses(song: Chain, run: str) -> None:
    """Each character a few times; once for every other one of a quarter of a million it would be hours."""
    measured = measure(run * (250_000 // len(run)), body(song, 13))
    assert len(measured.prices) == len(measured)


def widths(song: Chain, text: str, *, half: bool) -> list[float]:
    """The advances of a text on one line, digits half an em wide or as the face has them."""
    line = set_line(text, replace(body(song, 100), half_digits=half))
    return [advance for segment in line.segments for advance in segment.advances]


@pytest.mark.parametrize("text", ["www.jx.cn/a", "a.b@jx.cn", "a_b.pdf", "U.S.", "Mr.", "Node.js"])
def test_marks_of_addresses_and_of_words_keep_their_own_width(song: Chain, text: str) -> None:
    """The half em of marks is for numbers: 15.5 has it, www.jx.cn has not."""
    assert widths(song, text, half=True) == widths(song, text, half=False)


def test_marks_of_numbers_are_half_an_em_wide(song: Chain) -> None:
    """Beside digits, and beside Han."""
    assert widths(song, "15.5%", half=True) == [5.0] * 5
    assert widths(song, "北12:30", half=True)[1:] == [5.0] * 5
