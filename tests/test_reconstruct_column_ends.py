"""What stands at the foot of a column: the one line of a paragraph that looks like a head, and ends of sentences."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jxprint.reconstruct import roles as role_of
from jxprint.reconstruct.found import FoundStory, Text
from jxprint.reconstruct.found import Piece as Found
from jxprint.reconstruct.joining import leg_pieces, with_sentence_ends
from jxprint.reconstruct.labels import Label
from jxprint.reconstruct.one_line import gains_of
from jxprint.reconstruct.sentence_ends import one_paragraph, signs_of_sentences, usual_paragraph
from jxprint.reconstruct.setting import Style, lines_of, may_fill, measured
from jxprint.reconstruct.traits import traits_of
from jxprint.reconstruct.units import Unit

_HEAD, _TEXT = 10, 17
# Two pieces that are half a paragraph each, and two that are whole ones.
HALVES = (
    "镇里把小学操场腾出来，晒了三天的谷子，谷子堆得和孩子一样高。",
    "他站在谷子旁边看天，天上没有云，他就坐下来吃饭。",
)
WHOLES = HALVES[0] * 3, HALVES[1] * 4


def gains(first: str, second: str, sure: float = 1.0) -> list[float]:
    """What two units gain at a measure of 12 em; `sure` is the margin of the labels."""
    units = [Unit(first, ((0, 1, 0, len(first)),)), Unit(second, ((0, 2, 0, len(second)),))]
    return gains_of(units, traits_of(units), [Label(_HEAD, _TEXT, sure)] * 2, 12.0)


def test_a_short_unit_that_fills_a_line_may_be_text() -> None:
    """Ten characters and the indent are a line of twelve."""
    assert gains("镇里把小学操场腾出来", "做分拣场，六十多名老师和家长都来了。")[0] > 1


@pytest.mark.parametrize(
    ("text", "sure"),
    [("镇里把小学操场腾", 1.0), ("镇里把小学操场腾出来。", 1.0), ("镇里把小学操场腾出来", 9.0)],
)
def test_what_does_not_fill_a_line_gains_nothing(text: str, sure: float) -> None:
    """Nor does the end of a sentence, or what is surely a head."""
    assert gains(text, "做分拣场，六十多名老师和家长都来了。", sure) == [0.0, 0.0]


@pytest.mark.parametrize(
    ("before", "text", "less"),
    [
        ("今年八月，市里开了清仓会，各局都来了。", "留一个按钮", True),  # five characters of twelve
        ("今年八月，市里开了清仓会，各局都来了。", "镇里把小学操场腾出来", False),  # a line behind an indent
        ("今年八月，市里开了清仓会，各局都来了。", "镇里把小学操场腾出来做分", False),  # a line
        ("今年八月，市里开了清仓会，各局都来", "留一个按钮", False),  # a sentence that has not ended
        ("今年八月，市里开了清仓会，各局都来了。", "留一个按钮！", False),  # a sentence
    ],
)
def test_what_fills_no_line_behind_a_finished_text_is_no_line_of_it(before: str, text: str, less: bool) -> None:
    """A column's end cuts where a line ends, so it is likelier a headline."""
    texts = (before, text, "做分拣场，六十多名老师和家长都来了。")
    units = [Unit(one, ((0, at, 0, len(one)),)) for at, one in enumerate(texts)]
    labels = [Label(role_of.TEXT, role_of.HEAD, 0.5)] * 3
    assert (gains_of(units, traits_of(units), labels, 12.0)[1] < 0) is less


def test_what_may_be_a_subhead_is_one_beside_others() -> None:
    """The more units of a page plainly are, the less likely it is that one that may be is text."""
    texts = ("先从要表的人减起", "今年八月，市里开了清仓会，各局都来了。", "留一个按钮", "还需要胆量")
    units = [Unit(text, ((0, at, 0, len(text)),)) for at, text in enumerate(texts)]
    labels = [Label(role_of.SUBHEAD, role_of.TEXT, margin) for margin in (0.5, 0.5, 5.0, 5.0)]
    alone, beside = (gains_of(units[:n], traits_of(units[:n]), labels[:n], 12.0)[0] for n in (2, 4))
    assert beside < alone <= 0
    assert gains_of(units, traits_of(units), labels, 12.0)[1:] == [0.0, 0.0, 0.0]


def test_two_halves_of_a_paragraph_belong_together() -> None:
    """Two pieces that make a usual paragraph are likelier one than two that are as long each."""
    halves, wholes = (one_paragraph(before, behind, 80.0) for before, behind in (HALVES, WHOLES))
    assert halves > 1 > -1 > wholes


def test_a_sentence_begins_a_paragraph_by_its_words() -> None:
    """What a reporter learned begins one; what goes on from the sentence before does not."""
    before, behind = HALVES
    assert one_paragraph(before, behind, 80.0) > one_paragraph(before, "记者从市气象台获悉，" + behind[4:], 80.0) + 1


@pytest.mark.parametrize(
    ("before", "behind", "sign"),
    [
        ("灯亮了。他说：“来了。”", "“谁来了？”她问。", "quotes-again"),
        ("灯亮了。船来了。", "船上的人都下来了。", "alike"),
        ("灯亮了。", "灯亮了又灭。", "alike-paragraphs"),
        ("灯亮了。", "（完）", "first-em0"),
    ],
)
def test_the_signs_of_sentences(before: str, behind: str, sign: str) -> None:
    """Those at the break, not others of the pieces."""
    assert sign in signs_of_sentences(before, behind, 80.0)


@given(st.text("渡口船工。！？”“’（）…，a1", min_size=1), st.text("渡口船工。！？”“’（）…，a1", min_size=1))
def test_whatever_ends_and_begins_has_signs(before: str, behind: str) -> None:
    """Two pieces of any kind are weighed, within bounds."""
    assert abs(one_paragraph(before, behind, 80.0)) <= 4


def test_the_usual_paragraph_is_read_off_the_page() -> None:
    """Pieces that go on are counted with what they go on in."""
    story = FoundStory((), tuple(Found(Text("一" * 20, ())) for _ in range(16)))
    assert usual_paragraph([story], [[True, False] * 8]) == 40
    assert usual_paragraph([story], [[False] * 16]) == 20
    assert usual_paragraph([], []) > 0


def test_only_the_ends_of_sentences_are_told_by_lengths() -> None:
    """A piece that breaks off is a joint by its words."""
    texts = ("他把灯挂上桅杆。", "灯亮了，人也", "来了。")
    story = FoundStory((), tuple(Found(Text(one, ())) for one in texts))
    pieces = leg_pieces(story, Style())
    told = with_sentence_ends(story, pieces, 30.0)
    assert told[0].joint < pieces[0].joint
    assert told[1:] == pieces[1:]


@given(st.text("渡口船工夜里行船看灯在人，。“”0a（）", min_size=1, max_size=60), st.integers(16, 60), st.booleans())
def test_no_piece_that_fills_lines_is_passed_over(text: str, halves: int, inset: bool) -> None:
    """What may not fill a measure by its width alone does not when it is set."""
    piece, indent = measured(text, Style()), 2.0 if inset else 0.0
    if not may_fill(piece, halves / 2, indent):
        assert min(lines_of(piece, halves / 2, indent).full.values()) >= 7.0
