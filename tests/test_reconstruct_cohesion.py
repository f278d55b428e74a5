"""What the lines of a head share with the texts about them and with the other heads of the page."""

from __future__ import annotations

import pytest

from jxprint.reconstruct.cohesion import cohesion_signs
from jxprint.reconstruct.datelines import end_names
from jxprint.reconstruct.evidence import Line
from jxprint.reconstruct.fellows import fellow_signs
from jxprint.reconstruct.found import FoundPage
from jxprint.reconstruct.gathering import gathered
from jxprint.reconstruct.headings import with_marks
from jxprint.reconstruct.labels import Label
from jxprint.reconstruct.own_signs import own_signs
from jxprint.reconstruct.roles import BYLINE, HEAD, KICKER, LEAD, LEAD_BARE, ROW, TEXT
from jxprint.reconstruct.traits import Traits, traits_of
from jxprint.reconstruct.units import unit_of
from jxprint.reconstruct.weights import weights
from jxprint.resources import roles_file

_FERRY = "清早六点，渡口的雾还没有散尽，船工已经把缆绳解开，准备送第一批学生过河。去年冬天，镇里给渡口换了一条铁壳船。"
_PAVILION = "镇里的干部介绍说，今年还要在渡口两岸各修一处候船的亭子，再装四盏路灯，船工和学生等船时不再淋雨。"
_RICE = "入秋以来，全县共有三十多个合作社参加稻米评选，评委走遍了每一块田，把稻穗一把一把地称过，才写下自己的分数。"


def traits_of_lines(*lines: str) -> list[Traits]:
    """Each line a unit."""
    return traits_of([unit_of([Line(text, number)]) for number, text in enumerate(lines, 1)])


def signs_at(lines: list[str], at: int) -> list[str]:
    """The signs of one line; lines under 20 characters are short ones."""
    return cohesion_signs(traits_of_lines(*lines), [len(line) < 20 for line in lines])[at]


def told(name: str, signs: list[str]) -> str:
    """What a sign says that begins with a name."""
    return next(sign.removeprefix(name) for sign in signs if sign.startswith(name))


def test_a_headline_has_the_words_of_the_text_under_it() -> None:
    """And none of the one over it; long texts have no signs."""
    signs = signs_at([_RICE, "渡口换了铁壳船", _FERRY], 1)
    assert told("over", signs) == "0"
    assert int(told("under", signs)[0]) > 2
    assert signs_at([_RICE, "渡口换了铁壳船", _FERRY], 0) == []


def test_texts_of_one_story_share_more_than_texts_of_two() -> None:
    """The line between them is a subhead or a headline."""
    inside = int(told("coheres", signs_at([_FERRY, "候船", _PAVILION, "稻子", _RICE], 1)))
    between = int(told("coheres", signs_at([_FERRY, "候船", _PAVILION, "稻子", _RICE], 3)))
    assert inside > between


def test_short_lines_of_one_run_have_the_same_texts_about_them() -> None:
    """A kicker says what the text under the headline says, whatever the headline itself says."""
    lines = [_RICE, "渡口新闻", "铁壳船来了", _FERRY]
    assert told("coheres", signs_at(lines, 1)) == told("coheres", signs_at(lines, 2))
    assert told("over", signs_at(lines, 1)) == "0"


def test_heads_of_a_page_are_told_how_the_others_are_made() -> None:
    """Two lines over a text, the first one shorter, as in all others; a text that is said again says so."""
    lines = ["读者来信", "渡口的船该换一换了", _FERRY, "读者来信", "亭子里要有一盏路灯", _PAVILION, "稻子熟了", _RICE]
    found = fellow_signs(traits_of_lines(*lines), [len(line) < 20 for line in lines])
    assert "shaped-2s4-0" in found[0]
    assert "shaped-2s4-1" in found[1]
    assert "again" in found[0]
    assert "again" not in found[1]
    assert found[2] == []
    assert not any(sign.startswith("shaped") for sign in found[6])


@pytest.mark.parametrize(
    "closing", ["（县财政局 黎灿）", "（县粮食局 蔡 穗）", "（县农业技术推广站）", "（白城客运公司）"]
)
def test_bodies_and_who_writes_for_them_close_a_text(closing: str) -> None:
    """Whether or not their own correspondent is named."""
    assert end_names(_FERRY + closing) == len(_FERRY)


@pytest.mark.parametrize("closing", ["（打一地名）", "（详见第三版）", "（见市水文站）", "（下期待续）"])
def test_other_words_in_brackets_close_none(closing: str) -> None:
    """Riddles, pages, what is to be seen elsewhere."""
    assert end_names(_FERRY + closing) == -1


@pytest.mark.parametrize("line", ["重点项目巡礼⑥", "事故案例剖析(二十六)", "巴尔干纪行之三"])
def test_a_line_that_ends_as_parts_of_a_series_are_numbered_says_so(line: str) -> None:
    """Such a line is a kicker; a number in another place is none of a series."""
    assert "serial" in own_signs(traits_of_lines(line)[0])
    assert "serial" not in own_signs(traits_of_lines(f"{line}开始了")[0])


def test_words_over_rows_of_as_many_are_no_names() -> None:
    """The head of a table under a headline; names over a text are names."""
    roles = [HEAD, BYLINE, LEAD, TEXT]

    def after(*lines: str) -> list[int]:
        labels = [Label(role, TEXT, 0.2) for role in roles]
        return [one.role for one in with_marks(labels, traits_of_lines(*lines))]

    assert after("本周渡口水位", "日期 水位 流量", "3月2日 12.4 860", "3月3日 12.1 820") == [HEAD, ROW, TEXT, TEXT]
    assert after("渡口来了新船", "卢静安 方知远", _FERRY, _PAVILION) == roles
    assert after("渡口来了新船", "卢静安 方知远", "3月2日 下水", "3月3日 试航") == roles


def page_of(*lines: tuple[int, str]) -> FoundPage:
    """The page of lines whose roles are said."""
    units = [unit_of([Line(text, number)]) for number, (_, text) in enumerate(lines, 1)]
    return gathered(units, traits_of(units), [Label(role, role, 9.0) for role, _ in lines])


def test_who_asks_is_not_who_wrote() -> None:
    """Names behind a question, with the answer under them, stay where they are; behind the last text they are its."""
    question, answer = "编辑同志：渡口什么时候换船？（东街 吴顺）", "答：已经换了。"
    asked = page_of((HEAD, "问事处"), (LEAD_BARE, question), (TEXT, answer)).stories[0]
    assert not asked.byline
    assert asked.pieces[0].text.text == question
    signed = page_of((HEAD, "问事处"), (LEAD_BARE, answer), (TEXT, question)).stories[0]
    assert [one.text for one in signed.byline] == ["（东街 吴顺）"]


@pytest.mark.parametrize(
    ("kicker", "is_name"), [("社 论", False), ("市 场 信 息", False), ("快 板", False), ("林 旦", True)]
)
def test_a_kicker_set_apart_is_a_name_unless_it_is_words(kicker: str, is_name: bool) -> None:
    """A column's name has blanks within as names have."""
    story = page_of((KICKER, kicker), (HEAD, "渡口换了铁壳船"), (LEAD_BARE, _FERRY)).stories[0]
    assert [one.text for one in story.byline] == [kicker] * is_name
    plain = page_of((KICKER, kicker), (HEAD, "渡口换了铁壳船"), (BYLINE, "卢静安"), (LEAD, _FERRY)).stories[0]
    assert [one.text for one in plain.kicker] == [kicker]


def test_every_row_of_the_table_of_roles_is_found() -> None:
    """Rows are looked up where they stand in the file, which has them in order."""
    rows = [line.split(" ") for line in roles_file().read_text(encoding="utf-8").splitlines()[1:]]
    assert [name for name, *_ in rows] == sorted({name for name, *_ in rows})
    known = weights().signs
    assert all(known[name] == tuple(-int(one) / 10 for one in figures) for name, *figures in rows)
    assert known["no-such-sign"] == known[""] == known["\ud800"] == ()
