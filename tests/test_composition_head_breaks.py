"""Where heads are broken: a table of headlines with what a sub-editor takes and sends back, and laws over others."""

from __future__ import annotations

import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import Struct, field

from jxprint.composition.head_breaks import Breaks, best_breaks
from jxprint.composition.head_lines import fewest_lines, joints_of
from jxprint.composition.lines import Setting
from jxprint.composition.lines.measured import Measured, measure
from jxprint.composition.lines.rescues import prohibition_of
from jxprint.composition.sense import UGLY, sense_prices
from jxprint.fonts import Chain, open_library
from jxprint.model import PunctuationStyle
from jxprint.text.classes import classify

CASES = Path(__file__).parent / "cases" / "heads"
SIZE = 30.0


class Case(Struct):
    """A headline, its measure in ems, what its story says, and ways to break it that are taken or sent back."""

    head: str
    file: str
    measure: float = 40.0
    body: str = ""
    names: list[str] = field(default_factory=list)
    accept: list[str] = field(default_factory=list)
    refuse: list[str] = field(default_factory=list)


def read_cases() -> list[Case]:
    """All cases of the folder; see the files for their form."""
    cases: list[Case] = []
    for file in sorted(CASES.glob("*.txt")):
        for line in file.read_text(encoding="utf-8").splitlines():
            key, _, value = line.partition(": ")
            if key == "head":
                cases.append(Case(value, file.stem))
            elif key == "measure":
                cases[-1].measure = float(value)
            elif key == "body":
                cases[-1].body = value
            elif key in ("names", "accept", "refuse"):
                getattr(cases[-1], key).append(value)
            else:
                assert not line or line.startswith("# "), line
    return cases


ALL = read_cases()
# What only an editor gets right stands apart.
TABLE = [case for case in ALL if case.file != "missed"]
MISSED = [case for case in ALL if case.file == "missed"]


@pytest.fixture(scope="module")
def song() -> Chain:
    """The Song of heads."""
    return open_library().chain("song", "black")


def measured_head(text: str, song: Chain, measure_em: float) -> Measured:
    """A headline in the house style."""
    return measure(text, Setting(song, SIZE, measure_em * SIZE, align="centre", half_marks=True))


def broken(case: Case, song: Chain, most: int = 3) -> tuple[Breaks | None, list[str]]:
    """How a headline is broken, and its lines."""
    measured = measured_head(case.head, song, case.measure)
    joints = joints_of(measured, sense_prices(case.head, case.body, case.names))
    breaks = fewest_lines(joints, most, case.measure * 1000)
    if breaks is None:
        return None, []
    starts = [*measured.starts, len(case.head)]
    return breaks, [case.head[starts[one] : starts[two]] for one, two in pairwise((0, *breaks.ends))]


@pytest.mark.parametrize("case", TABLE, ids=[case.head for case in TABLE])
def test_a_headline_is_broken_as_a_sub_editor_would(case: Case, song: Chain) -> None:
    """It comes out in one of the ways that are taken, and its price is not that of a parted word."""
    breaks, lines = broken(case, song)
    assert breaks is not None
    assert "|".join(lines) in case.accept
    assert "|".join(lines) not in case.refuse
    assert breaks.dearest < UGLY


def test_what_is_missed_is_few_and_parts_no_word(song: Chain) -> None:
    """Of all headlines here a sub-editor would break one in ten otherwise, and no word of theirs is parted; one that is
    no longer missed goes back to the table.
    """
    assert len(MISSED) * 10 <= len(ALL)
    for case in MISSED:
        breaks, lines = broken(case, song)
        assert breaks is not None
        assert breaks.dearest < UGLY
        assert "|".join(lines) not in case.accept


def test_there_are_cases_enough() -> None:
    """Sixty headlines at the least, each with a way that is sent back, and each way is one of its headline."""
    assert len({case.head for case in TABLE}) >= 60
    for case in TABLE:
        assert case.accept
        assert case.refuse
        for way in (*case.accept, *case.refuse):
            assert way.replace("|", "") == case.head


def test_what_is_sent_back_is_dearer(song: Chain) -> None:
    """Of two lines, the joint that a sub-editor refuses costs more than the one that is chosen."""
    for case in TABLE:
        prices = sense_prices(case.head, case.body, case.names)
        chosen = broken(case, song)[0]
        assert chosen is not None
        for way in case.refuse:
            cuts = [len("".join(way.split("|")[: n + 1])) for n in range(way.count("|"))]
            assert max(prices[cut] for cut in cuts) > 0
            if len(chosen.ends) == 2 and len(cuts) == 1 and prices[cuts[0]] < UGLY:
                assert prices[cuts[0]] >= chosen.dearest - 1.5  # balance may have spoken for it


HAN = "水乡秋收新米入仓忙的在和了全市经济发展人才"
PIECES = st.one_of(
    st.text(HAN, min_size=1, max_size=7),
    st.sampled_from(["《运河谣》", "“一站式”", "（组）", "：", "，", " ", "！", "——", "……", "·", "3000亿元", "8.5%"]),
    st.sampled_from(["第十三届", "GDP", "AI", "10月1日", "一百二十个", "·彼得", "℃", "1+8+N", "ofo"]),
)
HEADS = st.lists(PIECES, min_size=2, max_size=8).map("".join).map(str.strip).filter(lambda text: len(text) > 3)


@settings(max_examples=150, deadline=None)
@given(HEADS, st.floats(4, 30), st.integers(2, 4))
def test_whatever_the_head_its_lines_keep_the_rules(text: str, measure_em: float, most: int) -> None:
    """The text is kept to the character, no line is over its measure, none starts or ends as none may, none is one
    character, and there are no more of them than may be.
    """
    song = open_library().chain("song", "black")
    breaks, lines = broken(Case(text, "", measure_em), song, most)
    if breaks is None:
        return
    assert "".join(lines) == text
    assert 2 <= len(lines) <= most
    assert breaks.dearest < UGLY or unavoidable(text, song, measure_em, most)
    measured = measured_head(text, song, measure_em)
    joints = joints_of(measured, sense_prices(text))
    for begin, end in pairwise((0, *breaks.ends)):
        assert joints.width(begin, end) <= measure_em * 1000 + 1e-6
        assert joints.weight[end] - joints.weight[begin] >= 2
    rules, classes, at = prohibition_of(PunctuationStyle()), classify(text), 0
    for line in lines[:-1]:
        at += len(line)
        assert not rules.starts_ill(text[at], classes[at])
        stripped = text[:at].rstrip()
        assert not rules.ends_ill(stripped[-1], classes[len(stripped) - 1])


def unavoidable(text: str, song: Chain, measure_em: float, most: int) -> bool:
    """Whether no way in so many lines parts at joints of words alone."""
    joints = joints_of(measured_head(text, song, measure_em), sense_prices(text))
    return all(best_breaks(joints, lines, measure_em * 1000, UGLY) is None for lines in range(2, most + 1))


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("全市外贸进出口总额突破3000亿元", "3000亿元"),
        ("清溪县一百二十个村通上公交", "一百二十个"),
        ("第十三届龙舟赛端午节举行", "第十三届"),
        ("话剧《运河谣》下月首演", "《运河谣》"),
        ("国际友人安娜·彼得罗娃来访", "安娜·彼得"),
        ("古镇老街修旧如旧迎客", "修旧如旧"),
    ],
)
def test_some_things_are_held_whatever_the_model_says(text: str, whole: str) -> None:
    """No joint within them is one that a head would take."""
    prices = sense_prices(text)
    start = text.index(whole)
    assert all(price >= UGLY for price in prices[start + 1 : start + len(whole)])


def test_a_head_breaks_in_well_under_a_millisecond(song: Chain) -> None:
    """Warm, prices and breaks of a headline of twenty characters take a fifth of a millisecond or so."""
    case = Case("老旧小区加装电梯财政补贴提高到每台25万元", "")
    joints = joints_of(measured_head(case.head, song, case.measure), sense_prices(case.head))
    best = float("inf")
    for _ in range(20):
        start = time.perf_counter()
        sense_prices(case.head)
        fewest_lines(joints, 2, case.measure * 1000)
        best = min(best, time.perf_counter() - start)
    assert best < 1e-3
