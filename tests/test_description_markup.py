"""Markup within copy: what is text, what is marked, where what is wrong stands, and that spelling is read back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jxprint.description.markup import KINDS, read_passage, spelled
from jxprint.errors import Finding, Place
from jxprint.model import Markup, MarkupKind, Passage

PLACE = Place("copy.txt", 3, 5)


def read(line: str) -> tuple[Passage, list[Finding]]:
    """A line that starts in column 5."""
    findings: list[Finding] = []
    return read_passage(line, PLACE, findings), findings


def test_names_are_english_or_chinese_and_marks_half_or_full_width() -> None:
    """An input method's colon and bar do as well."""
    for line in ("见{link:本站|https://a.cn}。", "见{链接：本站｜https://a.cn}。"):
        passage, findings = read(line)
        assert not findings
        assert passage.text == "见本站。"
        assert passage.markup == (Markup("link", 1, 3, "https://a.cn"),)


def test_markup_may_stand_in_markup() -> None:
    """The outer one comes first, so that the inner one has the last word."""
    passage, findings = read("{kai:楷{strong:粗}楷}")
    assert not findings
    assert passage.markup == (Markup("kai", 0, 3), Markup("strong", 1, 2))


def test_an_escaped_marker_is_text() -> None:
    """A brace, a bar and a backslash before one of them."""
    passage, findings = read(r"写作\{这样\}，a\b，{link:甲\|乙|https://a.cn}，甲|乙，\\{strong:重}")
    assert not findings
    assert passage.text == r"写作{这样}，a\b，甲|乙，甲|乙，\重"


def test_a_character_behind_markup_knows_its_column() -> None:
    """Column 5 is where the line starts; the markup itself takes columns and is no text."""
    line = r"一{strong:二三}四\{五"
    passage, _ = read(line)
    assert passage.text == "一二三四{五"
    columns = [passage.at(offset).column for offset in range(len(passage.text))]
    assert columns == [5 + line.rindex(char) for char in "一二三四{五"]


@pytest.mark.parametrize(
    ("key", "line"),
    [
        ("copy.markup_unnamed", "一▲{二}"),
        ("copy.markup_unknown_near", "一{▲stron:二}"),
        ("copy.markup_unknown", "一{▲zzzz:二}"),
        ("copy.markup_stray", "一▲}二"),
        ("copy.markup_unclosed", "一▲{strong:二"),
        ("copy.markup_empty", "一▲{strong:}二"),
        ("copy.markup_nested", "▲{ruby:{ruby:一|yī}二|x y}"),
        ("copy.markup_nested", "▲{ruby:一{link:二|https://a.cn}|yī èr}"),
        ("copy.markup_nested", "{strong:▲{sub:一{sup:二}}}"),
        ("copy.markup_no_value", "一▲{link:二}"),
        ("copy.markup_no_value", "一▲{ruby:二|}"),
        ("copy.markup_second_bar", "一{ruby:汉字|han zi▲|x}"),
        ("copy.markup_second_bar", "一{注音：汉字｜han zi▲｜}"),
        ("copy.markup_second_bar", "一{ruby:汉字|▲|x}"),
        ("copy.markup_second_bar", "一{link:二|https://a.cn▲|b}"),
        ("copy.markup_bad_link", "一▲{link:二|本站}"),
        ("copy.markup_bad_link", "一▲{link:二|javascript:alert(1)}"),
    ],
)
def test_wrong_markup_is_told_at_its_place(key: str, line: str) -> None:
    """▲ stands where the finding points."""
    _, findings = read(line.replace("▲", ""))
    assert (key, 5 + line.index("▲")) in [(one.key, one.place.column) for one in findings]


@given(st.text(max_size=60))
def test_no_line_is_too_odd_to_read(line: str) -> None:
    """Whatever stands there is text, markup or a finding."""
    passage, findings = read(line)
    if not findings:
        assert read(spelled(passage))[0].text == passage.text


@pytest.mark.parametrize(
    ("line", "key", "column"),
    [
        ("唱{外文:Ode|德语}一曲", "copy.markup_bad_language", 2),
        ("唱{外文:Ode|d}一曲", "copy.markup_bad_language", 2),
        ("唱{外文:Ode}一曲", "copy.markup_no_value", 2),
        ("唱{外文:Ode {外文:to|en} Joy|de}一曲", "copy.markup_nested", 2),
    ],
)
def test_what_is_no_language_is_told(line: str, key: str, column: int) -> None:
    """Where the mark begins."""
    findings: list[Finding] = []
    read_passage(line, Place(column=1), findings)
    assert [(one.key, one.place.column) for one in findings] == [(key, column)]


PLAIN = st.text(alphabet="中文{}|｜\\:：a", max_size=4)
KIND: st.SearchStrategy[MarkupKind] = st.sampled_from([kind for kind in set(KINDS.values()) if kind != "link"])


@st.composite
def passages(draw: st.DrawFn) -> Passage:
    """Text with markup side by side and within each other."""
    text, markup = draw(PLAIN), []
    for _ in range(draw(st.integers(0, 3))):
        start = len(text)
        inner, deep = "字" + draw(PLAIN), draw(st.booleans())
        kind = draw(KIND)
        value = {"ruby": "zì|{", "lang": "zh-Hant"}.get(kind, "")
        markup.append(Markup(kind, start, start + len(inner), value))
        if deep:
            markup.append(Markup("strong", start, start + 1))
        text += inner + draw(PLAIN)
    return Passage(text, PLACE, tuple(markup))


@given(passages())
def test_spelling_is_read_back_as_it_was(passage: Passage) -> None:
    """Text, kinds, extents and values, whatever has to be escaped."""
    found, findings = read(spelled(passage))
    assert not findings
    assert (found.text, set(found.markup)) == (passage.text, set(passage.markup))
