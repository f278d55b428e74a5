"""What a line begins and ends with is told by lists of words and by counting; each must say what its pattern says."""

from __future__ import annotations

import re

from hypothesis import example, given
from hypothesis import strategies as st

from jxprint.reconstruct import furniture, misprints, names, own_signs
from jxprint.reconstruct.credits import _openings
from jxprint.text.han import IDEOGRAPH

_ITEM = re.compile(
    r"(?:[-–•·●○■□◆◇▲△▶►★☆※*]\s*\S|[（(][一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]{1,3}[、．.是]"
    r"|\d{1,2}[、．.)）](?!\d)|[①-⑳㈠-㈩⑴-⒇]|第[一二三四五六七八九十]{1,3}[，、条：])"
)
_SUBHEAD = re.compile(
    r"[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|其[一二三四五]|[■◆●▶]|第[一二三四五六七八九十][章节回]"
)
_TAIL = re.compile(r"(?:文并?[/／]图|图[/／]文|文并图|摄影报道|摄影|整理|编译|报道|撰文|撰|摄|文|图|绘|作|口述|执笔)$")
_AGAIN = re.compile(rf"(?=({IDEOGRAPH})({IDEOGRAPH})\1({IDEOGRAPH})({IDEOGRAPH}))")
_DATED = re.compile(r"[年月]\S{1,4}[日号]$")
_OPENING = re.compile(
    r"(?:近日|近年来?|日前|昨[日天夜]|今[天日年晨]|本月|上周|记者|据|[0-9]{1,4}[年月]|[一二三四五六七八九十]{1,2}月|[“「])"
)
_LABEL = re.compile(r"[^，。；！？：“”]{1,8}：")
_SALUTES = re.compile(r"[^，。；]{2,12}：$")
_STARTS = re.compile(r"(?<=[。！？”’》）」』])[ 　\t]*|[ 　\t]+|[（(]")

_LINES = st.text(
    "（(一二三十第其章条，、．.是12３·●■① 　年月日号：据记者文并图/摄影资料片供甲线上a“”。", min_size=1, max_size=14
)


@given(_LINES)
@example("十二、")
@example("（十一）")
@example("12.5")
@example("- ")
def test_items_and_numbered_subheads_are_what_their_patterns_say(line: str) -> None:
    """A unit begins as an item, or as a numbered subhead, where the pattern of one matches it."""
    assert furniture.is_item(line) == (_ITEM.match(line) is not None)
    assert furniture.is_numbered_subhead(line) == (_SUBHEAD.match(line) is not None)


@given(_LINES)
@example("2026年1月2日")
@example("年 日")
@example("十二月")
@example("致读者：")
def test_days_labels_and_salutations_are_what_their_patterns_say(line: str) -> None:
    """Days at the end, and days, labels and salutations at the beginning, are told as by their patterns."""
    assert own_signs._is_dated(line) == (_DATED.search(line) is not None)
    assert own_signs.opens(line) == (_OPENING.match(line) is not None)
    assert own_signs._is_labelled(line) == (_LABEL.match(line) is not None)
    assert own_signs._salutes(line) == (line[-1] == "：" and _SALUTES.match(line) is not None)


@given(_LINES)
@example("张三摄影报道")
@example("李四文并／图")
def test_words_behind_names_are_what_their_patterns_say(line: str) -> None:
    """What stands behind a name is the longest word that the pattern finds there."""
    assert names._without_tail(line) == _TAIL.sub("", line)


@given(_LINES, st.integers(0, 3))
@example("甲。　乙（丙）", 0)
@example("甲。（乙", 0)
def test_credits_may_begin_where_the_pattern_says(line: str, at: int) -> None:
    """Credits may begin behind end marks, behind blanks and at brackets, and nowhere else."""
    starts = [
        at + (match.start() if match.group()[:1] in ("（", "(") else match.end())
        for match in _STARTS.finditer(line[at:])
    ]
    assert {one for one in _openings(line, at) if one < len(line)} == {one for one in starts if at < one < len(line)}


@given(st.text("线上下洽谈会前后内外的是一二Ａ。", min_size=1, max_size=12))
@example("线上线洽谈")
def test_characters_said_again_are_looked_for_where_the_pattern_says(text: str) -> None:
    """What may be a character said again is what the pattern of one finds."""
    seen: list[str] = []
    slip = misprints._is_slip
    try:
        misprints._is_slip = lambda *four: bool(seen.append("".join(four)))  # type: ignore[func-returns-value]
        misprints.misprints(text)
    finally:
        misprints._is_slip = slip
    among = ["".join(match.groups()) for match in _AGAIN.finditer(text)]
    out = misprints._BETWEEN | misprints._NUMBERS
    wanted = [one for one in among if one[0] != one[1] and one[1] not in out and one[0] not in misprints._NUMBERS]
    assert seen == wanted
