"""Widths: marks come back by one rule, and what is no mark of Chinese text stays as it is."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jxprint.description import read_page_with_notes
from jxprint.lint.lines import copy_of
from jxprint.reconstruct.widths import folded, folds_stops, widened
from jxprint.text.width import FULL_OF_HALF

JIAXING = Path(__file__).parent.parent / "layout" / "jiaxing"

# Copy as it is printed: folding it and widening it again gives it back.
PRINTED = [
    "秀洲：筑就青年人才梦想之城",
    "产值1,258万元，同比增长15.3%，居全省第2；",
    "15:40，比赛以3:2（11:9）结束。",
    "比例为1:1000，比分（2:1）！",
    "他说：“Hello, world”，随后离开。",
    "“确保安全。”（记者）",
    "增长80%，其中“1+N”（试点）占5%；",
    "详见https://www.example.cn/a?b=1:2,3，或发信至zhang.san@example.cn（王某）。",
    "（www.example.cn）",
    "2024年1月2日（星期二）9:30",
    "世界贸易组织（WTO）与WTO（World Trade Organization）是一回事。",
    "CPI（3月）、A股（B股）",
    "3:2（11:9，完）与f（x）。",
    "（1）好；（2）不好？！",
    "Dr. Smith, Jr. said: “No”，众人笑。",
    "“A”，“B”；《C》：D。",
    "Q：好吗？ A：好。",
    "气温23℃，湿度60%；风力3—4级。",
    "8:00—18:00，10千伏线路；18:30，100人到场，21:9，21:18，比例1:1,000。",
    "at 5:30 p.m., and so on是英语。",
]
# Latin text and numbers, which no rule touches.
KEPT = ["Hello, world! (again)", "1,258", "15:40", "3:2", "1:0 (2:1) 3:2", "a,b", "http://a.cn/x(1),y", "2,000,000"]


@pytest.mark.parametrize("text", PRINTED)
def test_printed_copy_comes_back(text: str) -> None:
    """A mark is full width where it was, and half width where it was."""
    assert widened(folded(text)) == text


@pytest.mark.parametrize("text", KEPT)
def test_latin_text_and_numbers_stay(text: str) -> None:
    """Nothing in them is widened."""
    assert widened(text) == text


def test_straight_quotes_stay() -> None:
    """What opens and what closes is no matter of width."""
    assert widened("他说:\"好,'行'.\"") == "他说：\"好，'行'.\""


def test_a_dump_that_mixes_widths_has_its_brackets_in_pairs() -> None:
    """One of them at full width is enough."""
    assert widened("增长（2023)见GDP(GDP)与GDP(1）") == "增长（2023）见GDP（GDP）与GDP（1）"


def test_each_line_is_looked_at_alone() -> None:
    """What stands on another line says nothing."""
    assert widened("Hello, world (now)\n好,\r\nA:\u2028好") == "Hello, world (now)\n好，\r\nA：\u2028好"


def test_the_first_page_is_widened_exactly() -> None:
    """All characters of the dump, line ends aside, are the copy's."""
    page, _ = read_page_with_notes(JIAXING)
    dump = (JIAXING / "source.txt").read_text(encoding="utf-8")
    copy = "".join(line.text for line in copy_of(page))
    assert "".join(map(widened, dump.split("\n"))) == copy
    assert widened(dump).replace("\n", "") == copy


def test_points_are_stops_where_the_dump_has_no_other() -> None:
    """A fold of its own: it is seen in the whole dump, and told by places else."""
    dump = "天亮了.人们出门.\n路上很静.他说:“走.”\n第一版.约翰.史密斯到了.产值3.5亿元.\n"
    assert folds_stops(dump)
    wide = widened(dump, stops=True)
    assert wide.startswith("天亮了。人们出门。\n路上很静。他说：“走。”\n")
    assert "3.5亿元。" in wide
    assert folded(wide, stops=True) == dump
    assert not folds_stops(dump + "完。")
    assert not folds_stops("天亮了.\n好的.")


def test_numbers_of_items_are_no_sentences() -> None:
    """`3.` before Han and a line's own number keep their points."""
    assert widened("3.第三条.\n4.\n共100.\n", stops=True) == "3.第三条。\n4.\n共100。\n"


@given(st.text())
def test_widening_changes_widths_alone(text: str) -> None:
    """As many characters as before; each is the same or its own full-width form; it folds to what it folded to."""
    wide = widened(text)
    assert len(wide) == len(text)
    assert all(new == old or FULL_OF_HALF.get(old) == new for old, new in zip(text, wide, strict=True))
    assert folded(wide) == folded(text)
    stops = widened(text, stops=True)
    assert len(stops) == len(text)
    assert folded(stops, stops=True) == folded(text, stops=True)


@given(st.text("中文，：；（）！？。“”%", max_size=40))
def test_chinese_copy_without_latin_comes_back(text: str) -> None:
    """Where nothing is Latin, every folded mark is full width."""
    assert widened(folded(text)) == text


@given(st.sampled_from("aZ09"), st.sampled_from(",:;!?"), st.sampled_from("bY18"))
def test_a_mark_between_two_latin_characters_stays(left: str, mark: str, right: str) -> None:
    """Whatever Chinese stands around them."""
    assert widened(f"共{left}{mark}{right}个") == f"共{left}{mark}{right}个"


@pytest.mark.parametrize("piece", ["中,", "a, ", "(", ")", "(a", "www.", "a@", ".", "，(", "中."])
def test_long_lines_take_no_longer_by_the_character(piece: str) -> None:
    """A line of so many is read in one go: in less than seconds, where each asking every other one would take hours."""
    start = time.process_time()
    widened(piece * (300_000 // len(piece)), stops=True)
    assert time.process_time() - start < 8
