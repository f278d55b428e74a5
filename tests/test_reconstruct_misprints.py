"""Likely misprints are told where they are, and good copy is left alone."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from jxprint.reconstruct.misprints import misprints

SOURCE = (Path(__file__).parent.parent / "layout" / "jiaxing" / "source.txt").read_text(encoding="utf-8")
PAGES = Path(__file__).parent.parent / "benchmarks" / "reconstruct" / "pages"


@pytest.mark.parametrize(
    ("text", "found", "reason"),
    [
        ("从找上门到线上线洽谈，再到", "线上线", "misprint.said_again"),
        ("会前会组织代表座谈", "会前会", "misprint.said_again"),
        ("这是我们的的做法", "的的", "misprint.word_twice"),
        ("资金与与项目", "与与", "misprint.word_twice"),
        ("推进建设建项目", "建设建", "misprint.said_again"),
        ("感谢学校学老师", "学校学", "misprint.said_again"),
        ("深化改革改开放", "改革改", "misprint.said_again"),
        ("推进人才服务人才服务工作", "人才服务人才服务", "misprint.phrase_twice"),
    ],
)
def test_what_the_compositor_said_twice(text: str, found: str, reason: str) -> None:
    """The place, the length and the reason."""
    (slip,) = misprints(text)
    assert text[slip.offset : slip.offset + slip.length] == found
    assert slip.reason == reason
    assert found in slip.context


@pytest.mark.parametrize(
    "text",
    [
        "看一看，想了想，好不好，面对面，一对一，人与人之间",
        "线上线下洽谈，会前会后都有人，国内国外市场",
        "的的确确，目的的实现，坐的士来，有的的确好",
        "研究研究，讨论讨论，家家户户，明明白白",
        "现在在储备，正在在建，参与与否，普及及时，一把把伞",
        "技能技术，人才人事，政务服务，市委常委，各级各部门",
        "一个音一个音地掰，忽高忽低，不慌不忙",
        "爱修什么修什么，想吃点啥吃点啥，况且况且况且况且地开",
        "不是不愿意，每人每学年，尊法学法守法，夜班下班，标的的波动",
        "一是是否投保，城关集市上市品种增多，石灰石矿山，你还要还多少棵",
        "全市全社会用电，被告被带上来，用扫帚扫落叶，负责同志同劳动模范，实事求是是路线，是是非非",
        "利率升至三厘至三厘五，他说：“晓得了晓得了”。",
    ],
)
def test_what_is_meant_is_left_alone(text: str) -> None:
    """What Chinese says twice on purpose."""
    assert misprints(text) == []


def test_the_source_page_has_one() -> None:
    """线上线洽谈, and nothing else on the whole page."""
    (slip,) = misprints(SOURCE)
    assert "线上线洽谈" in slip.context


@pytest.mark.skipif(not PAGES.is_dir(), reason="the pages of the benchmark are not here")
def test_good_pages_have_none() -> None:
    """No more than three false alarms in a million characters of clean copy."""
    texts = {page.name: page.read_text("utf-8") for page in PAGES.glob("*.txt")}
    told = [(name, slip.context) for name, text in texts.items() for slip in misprints(text)]
    assert len(told) <= 3 * sum(map(len, texts.values())) / 1_000_000, told


def test_looking_is_no_work() -> None:
    """A page takes a few milliseconds, a long text no more by the character."""
    start = time.process_time()
    misprints("线上线下会前会后" * 5000)
    misprints("的" * 50_000)
    misprints("甲乙丙丁戊" * 8000)
    assert time.process_time() - start < 3
