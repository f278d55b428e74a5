"""What tells a column's end from a paragraph's: the signs of a break, and what they come to together."""

from __future__ import annotations

import math
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jxprint.reconstruct.breaks import odds_of_joint, signs_of_break
from jxprint.resources import breaks_file

PROSE = "昨天上午，市园林部门在人民公园举行开园仪式，数千名市民前来游园，其中不少是带着孩子来的年轻父母。"
CHARS = "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年也。，、；：？“”（）《》01ab "
TEXT = st.text(CHARS, min_size=1, max_size=60).filter(str.strip).map(str.strip)


def odds(*texts: str, role: str = "text", at: int = 0) -> float:
    """The odds of a joint behind a piece of a story."""
    return odds_of_joint([(text, role) for text in texts], at)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("该校共有学生一千二百余名，建筑面积2150平方米，设教室", "12间、功能室5间，总投资430万元。"),
        (f"{PROSE}公园管理处负责人告诉记", "者，今年将再开放三处园子。"),
        (f"{PROSE}他说：“这里的水", "比去年清多了。”大家都笑了。"),
        (f"{PROSE}买一个热水瓶要", "带两瓶生发油，不带不卖。"),
        (f"{PROSE}全长三十二公里的线路在本月初，", "已经全部贯通。"),
        ("王家村、李家村、石桥、", "下河头四个村先行试点，年内完成。"),
    ],
)
def test_a_sentence_that_goes_on_is_a_joint(before: str, after: str) -> None:
    """Words parted, a number from what it counts, quotations left open, commas."""
    assert odds(before, after) > 2.0


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (PROSE, "记者了解到，该园占地三百亩，已栽树四千棵。"),
        ("蒸蛋不起泡：碗上盖一张保鲜膜（杨柳街 小孙妈）", "炒青菜不出水：盐最后放（鼓楼 老白）"),
        ("8路：末班车由22:00提前至21:30", "26路：山上3个站点暂停，恢复时间另行通知"),
        ("任命薛敏强为省人民政府秘书长；", "任命尹承乾为省交通运输厅厅长；"),
        ("此致 敬礼", "长桥镇下庄村全体村民"),
        (f"{PROSE}他说：", "“我不怕多种，就怕没人收。”"),
    ],
)
def test_what_ends_and_begins_is_none(before: str, after: str) -> None:
    """Sentences, signed lines, labels, semicolons of a list, words that a colon leads to."""
    assert odds(before, after) < 1.0


def test_lines_of_a_list_speak_for_one_another() -> None:
    """A line without an end mark among others is likelier complete than the same line within prose."""
    line, after = "城东街道文化站三楼教室", "城南街道社区服务中心"
    alone = odds(PROSE, line, after, PROSE, at=1)
    listed = odds("石桥镇中心小学礼堂", line, after, "河口乡卫生院会议室", at=1)
    assert listed < alone


@settings(max_examples=60)
@given(st.lists(st.tuples(TEXT, st.sampled_from(("text", "item", "note"))), min_size=2, max_size=6), st.data())
def test_all_that_may_stand_in_a_dump_has_odds(pieces: list[tuple[str, str]], data: st.DataObject) -> None:
    """Whatever the pieces are, and of the same pieces always the same."""
    at = data.draw(st.integers(0, len(pieces) - 2))
    found = odds_of_joint(pieces, at)
    assert math.isfinite(found)
    assert abs(found) < 40
    assert found == odds_of_joint(tuple(pieces), at)


def test_the_table_and_the_signs_know_each_other() -> None:
    """Each row of the table is a sign that some break has: none is a leftover of a name of before."""
    rows = {line.split(" ")[0] for line in breaks_file().read_text("utf-8").splitlines() if line[:1] != "#"}
    kinds = {row.split("-")[0].rstrip("0123456789") for row in rows} - {""}
    told = signs_of_break([(PROSE, "text"), (f"{PROSE[:-1]}在", "text"), ("12天里", "text"), ("新书：单", "text")], 1)
    told |= signs_of_break([("“甲说", "text"), ("甲乙”丙", "text"), ("丙：丁", "item")], 0)
    told |= signs_of_break([("丙 丁", "text"), ("丙：丁", "item"), ("近日，甲。", "item")], 0)
    told |= signs_of_break([("有10", "text"), ("月。", "text")], 0)
    told |= signs_of_break([("甲丙", "item"), ("近日，甲。", "item")], 0)
    assert kinds <= {sign.split("-")[0].rstrip("0123456789") for sign in told}


def test_odds_are_the_same_in_every_process() -> None:
    """To the last bit: signs come in the order of a set, and a tree's threshold is passed or not by the last bit."""
    source = Path(__file__).resolve().parent.parent / "layout" / "jiaxing" / "source.txt"
    asked = (
        "import sys; from jxprint.reconstruct.breaks import odds_of_joint;"
        "told = [(line.strip(), 'text') for line in open(sys.argv[1], encoding='utf-8') if line.strip()];"
        "print([odds_of_joint(told, at) for at in range(len(told) - 1)])"
    )

    def said(seed: str) -> str:
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        command = [sys.executable, "-c", asked, str(source)]
        return subprocess.run(command, env=environment, capture_output=True, check=True, text=True).stdout

    first, *others = map(said, "0123")
    assert len(first) > 100
    assert others == [first] * 3
