"""Forms that are compiled when they are needed, and the table of words that is searched as it stands."""

from __future__ import annotations

import re

import pytest

from jxprint.reconstruct import datelines, furniture, misprints
from jxprint.text.datelines import dateline_length
from jxprint.text.forms import Form
from jxprint.text.word_table import found_word, words_of

_TEXTS = (
    "", "本报讯（记者 张三）昨日", "（下转第三版）", "责任编辑：李四", "编者按：春天", "一、总则", "星期三", "礼拜天",
    "　　新华社1月2日电 今天", "周日", "目的的的", "（上接第一版）会上", "组稿 王五", "■编后", "（通讯员 赵六）第一",
)  # fmt: skip


@pytest.mark.parametrize("room", [furniture, datelines, misprints])
def test_a_form_finds_what_its_pattern_finds(room: object) -> None:
    """What a form says that it needs leaves out no match."""
    for form in (one for one in vars(room).values() if isinstance(one, Form)):
        for text in _TEXTS:
            for how in ("search", "match"):
                if how == "search" and form._opens:
                    continue
                mine, its = getattr(form, how)(text), getattr(form.pattern, how)(text)
                assert (mine and mine.span()) == (its and its.span())
            assert form.findall(text) == form.pattern.findall(text)
            assert form.sub("", text) == form.pattern.sub("", text)


def test_a_form_is_compiled_when_a_text_has_what_it_needs() -> None:
    """A text without it costs no compiling."""
    form = Form("第.版", needs="版", opens="第")
    assert form.search("新闻") is None
    assert form.match("头版") is None
    assert form._compiled is None
    assert form.search("在第三版") is not None
    assert isinstance(form.pattern, re.Pattern)


def test_every_word_of_the_table_is_found() -> None:
    """Words stand in order, and each has a kind and a frequency."""
    for length in (1, 2, 3, 4):
        words = words_of(length)
        assert words == sorted(set(words))
        assert all(found_word(word) is not None for word in (*words[::61], words[-1]))
        assert found_word("!" * length) is found_word("\uffff" * length) is None  # before the first, behind the last
    assert found_word("新闻") == ("n", 27)
    assert found_word("囗囗") is None
    assert found_word("") is None


@pytest.mark.parametrize(
    ("text", "dateline"),
    [
        ("【明報專訊】政府統計處昨公布", "【明報專訊】"),
        ("【本報記者張志強】賀歲片上映", "【本報記者張志強】"),
        ("〔記者楊綺芬／台北報導〕立法院昨天", "〔記者楊綺芬／台北報導〕"),
        ("（檳城十二日訊）本州昨天", "（檳城十二日訊）"),
        ("江宁晨报讯（记者 瞿妍）昨天上午", "江宁晨报讯（记者 瞿妍）"),
        ("【记者手记】今天我又去了", ""),
        ("【短评】电话里说", ""),
        ("（电话通讯）今天", ""),
        ("通讯员来信说", ""),
    ],
)
def test_papers_have_datelines_of_their_own(text: str, dateline: str) -> None:
    """In brackets, with reporters and places, or by the paper's name; a column's label is none."""
    assert text[: dateline_length(text)] == dateline
