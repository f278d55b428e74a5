"""Laws of line composition over random copy, measures from 5 to 111 em and every style that a house may choose."""

from __future__ import annotations

import itertools
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jxprint.composition.lines import SetLine, Setting, forget, set_paragraph
from jxprint.composition.lines.rescues import prohibition_of
from jxprint.fonts import Chain, open_library
from jxprint.model import Justification, PunctuationStyle
from jxprint.model.style import Level, PunctuationWidth, Region
from jxprint.placed.rules import NOT_FILLED
from jxprint.text.classes import HAN as HAN_CLASS
from jxprint.text.classes import SPACE, classify

SIZE = 10.0

HAN = "中文版面人才城市发展年月日的在々①"
MARKS = "，。、：；！？“”‘’（）《》「」『』·…—～／℃％"
PIECES = st.one_of(
    st.text(HAN, min_size=1, max_size=9),
    st.text(MARKS, min_size=1, max_size=3),
    st.sampled_from(["——", "……", "！？", "？！！", "”“", "。”（", "⸺", "‼"]),
    st.from_regex(r"[￥-]?[0-9]{1,6}(\.[0-9]{1,3})?(%|℃)?", fullmatch=True),
    st.sampled_from(["1,258,000", "1+8+N", "GB/T 15834", "A+", "18:30", "2024-11-25"]),
    st.text("abcdefghijklmnopqrstuvwxyzABCXYZ", min_size=1, max_size=14),
    st.sampled_from(["international", "newspaper", "https://example.com/a/b?id=12&page=3", "editor@example.com"]),
    st.sampled_from([" ", "  ", "\u3000", "\u00a0", "のカナ", "體國龍", "𠮷", "é", "½", "m²"]),
    st.sampled_from(["3×4", "≤5", "50㎡", "１２３％", "★A", "ミュー", "ゝ", "‥", "｢半｣｡", '"直"', "#题#", "–5"]),
    st.sampled_from(["\u2011", "–", "‐", "−5", "×", "％"]),
)
COPY = st.lists(PIECES, max_size=24).map("".join).filter(lambda text: text == text.strip(" "))
WIDTHS = st.sampled_from(get_args(PunctuationWidth))


@st.composite
def styles(draw: st.DrawFn) -> PunctuationStyle:
    """Any style that a style file may name."""
    width: PunctuationWidth = draw(WIDTHS)
    hanging = width in ("full_width", "plain") and draw(st.booleans())
    level: Level = draw(st.sampled_from(get_args(Level)))
    region: Region | None = draw(st.sampled_from([*get_args(Region), None]))
    house_starts, house_ends = draw(st.sampled_from([("", ""), ("，—々a", ""), ("", "中《…1"), ("文：", "在／）")]))
    return PunctuationStyle(level, width, hanging, region, house_starts, house_ends)


@pytest.fixture(scope="module")
def song() -> Chain:
    """The Song that comes along."""
    return open_library().chain("song")


def setting(song: Chain, measure_em: float, style: PunctuationStyle, autospace_em: float = 0.125) -> Setting:
    """Body text in a style."""
    return Setting(
        song, SIZE, measure_em * SIZE, 2.0, "justify", autospace_em, half_digits=True, punctuation=style,
        justification=Justification(),
    )  # fmt: skip


def text_of(line: SetLine) -> str:
    """The text of a line."""
    return "".join(segment.text for segment in line.segments)


def way_of(line: SetLine) -> float:
    """From the measure's start to the end of the line's last pen, hyphen included (points)."""
    hyphen = line.hyphen.advance * line.size_pt / 1000 if line.hyphen is not None else 0.0
    return line.x + sum(advance for segment in line.segments for advance in segment.advances) + hyphen


def hold_rescues(lines: tuple[SetLine, ...], copy: str, style: PunctuationStyle) -> None:
    """A forbidden start or end is one that its line tells, and is told of no other; a line that should be full and is
    not is told to be short, and one with wider gaps between Han than the style lets be, loose.
    """
    classes, rules = classify(copy), prohibition_of(style)
    for line, after in itertools.pairwise(lines):
        last = max(len(copy[: line.end].rstrip(" ")) - 1, line.start)
        starts_ill = rules.starts_ill(copy[after.start], classes[after.start])
        ends_ill = rules.ends_ill(copy[last], classes[last])
        assert ("start" in after.rescues) == starts_ill or line.hyphen
        assert ("end" in line.rescues) == ends_ill or line.hyphen
        assert line.justified == NOT_FILLED.isdisjoint(line.rescues)
        text, opens = text_of(line).rstrip(" "), {HAN_CLASS}
        assert "short" not in line.rescues or not any({*two} == opens for two in itertools.pairwise(classify(text)))
        assert line.rescued or not ({"end", "cut"} & {*line.rescues} or {"start", "alone"} & {*after.rescues})
        assert line.rescues or after.rescues or not line.rescued
    for line in lines:
        text, ways = text_of(line), [advance for one in line.segments for advance in one.advances]
        if len(text) == len(ways) and "loose" not in line.rescues and line.justified:
            widest = Justification().widest_em
            pairs = zip(itertools.pairwise(classes[line.start : line.end]), ways, strict=False)
            assert all(way / SIZE - 1 <= widest + 1e-3 for pair, way in pairs if pair == (HAN_CLASS, HAN_CLASS))
    assert not lines or "start" not in lines[0].rescues
    assert not lines or not {"end", "cut", "short", "unfilled", "loose"} & {*lines[-1].rescues}


MEASURES = st.one_of(st.integers(10, 60), st.integers(61, 222)).map(lambda halves: halves / 2)


@settings(max_examples=250, deadline=None)
@given(copy=COPY, measure_em=MEASURES, style=styles(), autospace_em=st.sampled_from([0.0, 0.125, 0.25]))
def test_every_line_keeps_the_law(
    song: Chain, copy: str, measure_em: float, style: PunctuationStyle, autospace_em: float
) -> None:
    """Nothing lost or reordered; no line over its measure; justified lines fill it; a forbidden start or end only where
    the line says which rescue it is.
    """
    forget()
    lines = set_paragraph(copy, setting(song, measure_em, style, autospace_em))
    assert "".join(map(text_of, lines)) == copy
    classes = classify(copy)
    position = 0
    for line in lines:
        assert (line.start, line.end) == (position, position + len(text_of(line)))
        position = line.end
        assert way_of(line) <= line.measure + 0.01
        if line.justified:
            assert way_of(line) == pytest.approx(line.measure, abs=0.01)
        assert all(advance > -1e-6 or classes[line.end - 1] == SPACE for s in line.segments for advance in s.advances)
    hold_rescues(lines, copy, style)


@settings(max_examples=60, deadline=None)
@given(copy=COPY, measure_em=MEASURES, style=styles())
def test_setting_twice_sets_the_same(song: Chain, copy: str, measure_em: float, style: PunctuationStyle) -> None:
    """Nothing that was set before has a say in what is set now."""
    wanted = setting(song, measure_em, style)
    forget()
    once = set_paragraph(copy, wanted)
    forget()
    set_paragraph(copy + "添一句。", wanted)
    assert set_paragraph(copy, wanted) == once


@settings(max_examples=60, deadline=None)
@given(measure_em=MEASURES, copy=st.text(MARKS, min_size=1, max_size=80), style=styles())
def test_a_paragraph_of_nothing_but_marks_is_set(
    song: Chain, measure_em: float, copy: str, style: PunctuationStyle
) -> None:
    """However long and in whatever order; what cannot be broken by the rules says which rescue it is."""
    lines = set_paragraph(copy, setting(song, measure_em, style))
    hold_rescues(lines, copy, style)
    assert "".join(map(text_of, lines)) == copy
    for line in lines:
        assert way_of(line) <= line.measure + 0.01
