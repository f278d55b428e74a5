"""Line composition: what stands at line ends, what is squeezed and opened, and that nothing is lost."""

from __future__ import annotations

import itertools
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jxprint.composition.lines import SetLine, Setting, forget, set_line, set_paragraph, wanted_of
from jxprint.composition.lines.breaking import least_worst_gap
from jxprint.composition.lines.candidates import candidates
from jxprint.composition.lines.measured import measure
from jxprint.composition.lines.pairs import break_prices
from jxprint.fonts import Chain, open_library
from jxprint.model import Justification, PunctuationStyle
from jxprint.placed import Outline
from jxprint.text.classes import COUNT, classify

SIZE = 10.0


@pytest.fixture(scope="session")
def song() -> Chain:
    """The Song that comes along."""
    return open_library().chain("song")


def body(song: Chain, measure_em: float, indent: float = 0.0, **others: Any) -> Setting:
    """Body text: justified, digits half an em, no autospace, so that positions are mental arithmetic."""
    given_: dict[str, Any] = {"indent_em": indent, "half_digits": True, **others}
    return Setting(song, SIZE, measure_em * SIZE, **given_)


def texts(lines: tuple[SetLine, ...]) -> list[str]:
    """The text of each line."""
    return ["".join(segment.text for segment in line.segments) for line in lines]


def pens(line: SetLine) -> list[float]:
    """Each glyph's pen in ems from the start of the measure."""
    found: list[float] = []
    for segment in line.segments:
        pen = line.x + segment.x
        for advance in segment.advances:
            found.append(round(pen / SIZE, 6))
            pen += advance
    return found


def width(text: str, song: Chain, **others: Any) -> float:
    """The natural width of a text on one line, in ems."""
    return round(set_line(text, body(song, 100, align="start", **others)).width / SIZE, 6)


@pytest.mark.parametrize(
    ("pair", "ems"),
    [
        ("中「」中", 4.0),
        ("中『「中", 3.5),
        ("中」』中", 3.5),
        ("中」「中", 3.5),
        ("中。”中", 3.5),
        ("中：“中", 3.5),
        ("中》，中", 3.5),
        ("中）（中", 3.5),
        ("中！？中", 3.0),
        ("中！！！中", 4.0),
        ("中……中", 4.0),
        ("中——中", 4.0),
        ("中·中", 2.5),
        ("中。”（中", 4.0),
    ],
)
def test_adjacent_marks_are_as_wide_as_the_pair_table_says(song: Chain, pair: str, ems: float) -> None:
    """Oracles of CSS Text 4 with the zh-Hans reading, and GB/T 15834 5.1.2, 5.1.4, 5.1.5, 5.1.7."""
    assert width(pair, song) == ems


def test_a_mark_at_the_line_end_takes_half_an_em(song: Chain) -> None:
    """GB/T 15834 5.1.10: four and a half ems hold four Han and a comma."""
    lines = set_paragraph("一二三四，五六七八。", body(song, 4.5))
    assert texts(lines) == ["一二三四，", "五六七八。"]
    assert pens(lines[0]) == [0, 1, 2, 3, 4]


def test_an_opening_mark_at_the_line_start_loses_its_empty_half(song: Chain) -> None:
    """The pen of the quotation mark stands at the line's start and its glyph half an em before it."""
    line = set_paragraph("“一二三”", body(song, 10, indent=2))[0]
    assert pens(line)[:2] == [2.0, 2.5]
    assert line.segments[0].offsets[0] == pytest.approx(-0.5 * SIZE)


def test_numbers_hold_together(song: Chain) -> None:
    """A number with its point, its sign or its grouping never runs over a line end."""
    for number in ("248.77", "43.44%", "1,258,000", "1+8+N"):
        for lead in range(1, 8):
            text = "中" * lead + number + "中" * 20
            assert any(number in line for line in texts(set_paragraph(text, body(song, 6)))), (number, lead)


def test_digits_are_half_an_em(song: Chain) -> None:
    """GB/T 15835: four digits stand on two ems."""
    assert width("2024", song) == 2.0


def test_autospace_is_space_and_never_text(song: Chain) -> None:
    """The space between Han and digits is white; no character is added."""
    line = set_line("去年5月", body(song, 100, align="start", autospace_em=0.125))
    assert line.width / SIZE == pytest.approx(3.75)
    assert texts((line,)) == ["去年5月"]


def test_open_lines_open_evenly(song: Chain) -> None:
    """Half an em over five gaps is a tenth of an em each."""
    first = set_paragraph("一二三四五六七八九十", body(song, 6.5))[0]
    assert pens(first) == [0, 1.1, 2.2, 3.3, 4.4, 5.5]


def test_tight_lines_take_from_pauses_before_stops(song: Chain) -> None:
    """CLREQ's order of compression: half an em comes out of the comma, none out of the full stop."""
    first = set_paragraph("一，二。三四五六七八九十甲乙", body(song, 7.5))[0]
    ways = [round(advance / SIZE, 3) for segment in first.segments for advance in segment.advances]
    text = texts((first,))[0]
    if "，" in text and sum(ways) < len(text):
        assert ways[text.index("，")] <= ways[text.index("。")]


def test_names_are_opened_by_space_alone(song: Chain) -> None:
    """Two-character names stand on three ems beside three-character ones, one em apart."""
    line = set_line("周明丽 祝琳", body(song, 20, align="start", name_em=3.0))
    assert pens(line) == [0, 1, 2, 3, 4, 6]
    assert texts((line,)) == ["周明丽 祝琳"]


def test_a_word_longer_than_the_measure_is_broken_and_not_lost(song: Chain) -> None:
    """A rescue: the text stays whole, no line passes the measure."""
    lines = set_paragraph("看" + "a" * 60, body(song, 8))
    assert "".join(texts(lines)) == "看" + "a" * 60
    assert all(line.width <= line.measure + 0.01 for line in lines)


def test_a_lone_character_does_not_take_a_line(song: Chain) -> None:
    """单字不占行: where the paragraph admits another breaking, the last line is longer than one character."""
    lines = set_paragraph("一二三，四五六，七八九，甲乙丙，丁戊己，庚", body(song, 7.5))
    assert len(texts(lines)[-1]) > 1


def test_the_worst_gap_is_the_least_that_the_paragraph_admits(song: Chain) -> None:
    """Where a line must open beyond 0.13 em, no legal breaking has a smaller widest gap."""
    text = "一二三四五六" + "12345678" + "七八九十甲乙" + "87654321" + "丙丁戊"
    setting = body(song, 7)
    rescues, least = least_worst_gap(candidates(measure(text, setting)), wanted_of(setting)) or (1, 0.0)
    assert rescues == 0
    assert least > 130
    widest = 0.0
    for line in set_paragraph(text, setting):
        if line.justified:
            for segment in line.segments:
                pairs = zip(segment.text, segment.text[1:], segment.advances, strict=False)
                widest = max([widest, *[a / SIZE * 1000 - 1000 for one, two, a in pairs if ord(one) > 255 < ord(two)]])
    assert widest == pytest.approx(least, abs=1)


def test_a_line_before_a_number_stays_short_rather_than_very_loose(song: Chain) -> None:
    """Five Han before a number that has no room: by two ems, where the gaps would be half an em wide; the paragraph's
    other lines are no looser for it.
    """
    lines = set_paragraph("一二三四五" + "12345678901234" + "六七八九十甲乙丙丁戊己", body(song, 7))
    assert [line.end - line.start for line in lines] == [5, 14, 7, 4]
    assert lines[0].rescues == ("unfilled",)
    assert lines[0].segments[0].advances == (SIZE,) * 5
    assert not [line for line in lines[1:] if line.rescues]


def test_a_compound_parted_at_need_stays_so_when_it_is_held(song: Chain) -> None:
    """And one that needs not be parted is one word: its line is opened within the limit and no more."""
    text, setting = "育公园青年双创state-of-the-art还推出青年人才驿站。", body(song, 13)
    lines = texts(set_paragraph(text, setting))
    assert lines[0].endswith("state-of-the-")
    assert texts(set_paragraph(text, setting, held=tuple(lines))) == lines
    assert "state-of-the-art" in "\n".join(texts(set_paragraph("中" * 13 + text[7:], setting)))


def test_pair_tables_forbid_what_gb_forbids() -> None:
    """No pause, stop, closing mark or interpunct opens a line, no opening mark or solidus ends one."""
    table = break_prices("gb")

    def price(left: str, right: str) -> float | None:
        return table[classify(left)[0] * COUNT + classify(right)[0]]

    for mark in "、，：；。！？”’）》〉】·／～":
        assert price("中", mark) is None, mark
    for mark in "“‘（《〈【「／":
        assert price(mark, "中") is None, mark
    assert price("》", "《") is not None
    assert price("”", "“") is not None


def test_strict_keeps_dashes_from_line_starts_and_gb_does_not() -> None:
    """The levels differ where the sources differ (K2)."""
    key = classify("中")[0] * COUNT + classify("——")[0]
    assert break_prices("gb")[key] is not None
    assert break_prices("strict")[key] is None


ALPHABET = "中文版面，。、；：！？“”《》（）—…·0123456789.%abcXYZ 々①×²㎡ー★#／–｡２\u3000"
COPY = st.text(ALPHABET, max_size=120).filter(lambda text: not text.startswith(" "))


@settings(max_examples=150, deadline=None)
@given(text=COPY, measure_em=st.sampled_from([8.0, 11.0, 13.5, 15.5]))
def test_nothing_is_lost_and_nothing_passes_the_measure(song: Chain, text: str, measure_em: float) -> None:
    """Laws: the lines put together are the copy; justified lines fill the measure to 0.01 pt."""
    forget()
    lines = set_paragraph(text, body(song, measure_em, indent=2))
    assert "".join(texts(lines)) == text
    position = 0
    for line in lines:
        assert (line.start, line.end) == (position, position + len(texts((line,))[0]))
        position = line.end
        way = line.x + sum(advance for segment in line.segments for advance in segment.advances)
        assert way <= line.measure + 0.01
        if line.justified:
            assert way == pytest.approx(line.measure, abs=0.01)


@settings(max_examples=150, deadline=None)
@given(text=st.text(alphabet="中文版面设计，。“”《》", min_size=30, max_size=150))
def test_no_forbidden_line_start_or_end(song: Chain, text: str) -> None:
    """A law wherever the paragraph has a legal way at all."""
    setting = body(song, 13.5)
    if least_worst_gap(candidates(measure(text, setting)), wanted_of(setting)) is None:
        return
    lines = texts(set_paragraph(text, setting))
    for before, after in itertools.pairwise(lines):
        assert before[-1] not in "“《"
        assert after[0] not in "，。”》"


def test_full_width_style_keeps_marks_whole_at_line_edges(song: Chain) -> None:
    """Punctuation style full_width: the closing mark at the line end keeps its em."""
    setting = body(song, 5, punctuation=PunctuationStyle(width="full_width"))
    assert pens(set_paragraph("一二三四，五六七八。", setting)[0]) == [0, 1, 2, 3, 4]
    assert set_paragraph("一二三四，五六七八。", setting)[0].width == 5 * SIZE


@pytest.mark.parametrize("measure_em", [6, 7.2, 9.6, 12, 15.5])
def test_words_stay_whole_in_a_narrow_measure(song: Chain, measure_em: float) -> None:
    """Latin words and numbers break at their spaces however narrow the measure, as long as each of them fits it."""
    text = "近日，在嘉善Office of the Latin Script 1,258 and 12:30 科创绿谷研发总部东侧一条小路边"
    lines = texts(set_paragraph(text, body(song, measure_em, justification=Justification(hyphenate=False))))
    assert "".join(lines) == text
    for word in ("Office", "Latin", "Script", "1,258", "12:30"):
        assert any(word in line for line in lines)


def test_a_word_wider_than_the_measure_is_broken_and_nothing_else(song: Chain) -> None:
    """Only the word that cannot fit comes apart."""
    lines = texts(set_paragraph("他说Donaudampfschifffahrt很长很长很长很长", body(song, 6)))
    assert "".join(lines) == "他说Donaudampfschifffahrt很长很长很长很长"
    assert all(len(line) > 3 for line in lines[:-1])


def test_a_hyphen_is_drawn_and_is_no_text(song: Chain) -> None:
    """A word broken at a syllable shows a hyphen within the measure; the text of the line has none."""
    lines = set_paragraph("中文版面International", body(song, 8))
    assert "".join(texts(lines)) == "中文版面International"
    assert lines[0].hyphen is not None
    placed = lines[0].at(0.0, 0.0, part="A", field="paragraph", index=0)
    assert placed.drawn
    outlines = [shape for shape in placed.drawn if isinstance(shape, Outline)]
    edge = max(float(number) for shape in outlines for command in shape.commands for number in command[1::2])
    assert edge <= 8 * SIZE


@pytest.mark.parametrize("measure_pt", [120.75 - 1e-9, 120.75 - 2e-14, 120.75, 120.75 + 1e-9])
def test_a_measure_may_be_off_by_a_hair(song: Chain, measure_pt: float) -> None:
    """A line that fits only with all its marks squeezed, at a measure that was reckoned, not written."""
    text = "给年轻人一句话？——别嫌桥小。"
    widest = Justification(0.13, 0.095)
    lines = set_paragraph(text, Setting(song, 10.5, measure_pt, indent_em=2.0, justification=widest))
    assert texts(lines) == ["给年轻人一句话？——", "别嫌桥小。"]


@pytest.mark.parametrize("less_pt", [0.0, 2e-14, 1e-9])
def test_a_last_line_may_be_off_by_a_hair(song: Chain, less_pt: float) -> None:
    """Eleven characters whose two marks give an em in all stand on ten."""
    text = "一二三四五六七八，九。"
    assert texts(set_paragraph(text, Setting(song, 10.5, 105 - less_pt, justification=Justification(0.13, 0.095)))) == [
        text
    ]
