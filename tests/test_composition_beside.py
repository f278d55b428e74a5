"""Marked copy in vertical lines: sizes about the middle of the line, scripts beside it, readings to its right."""

from __future__ import annotations

import itertools
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

import jxprint
from jxprint.composition.desk import Desk
from jxprint.composition.drawing import areas
from jxprint.composition.frame import frame_of
from jxprint.composition.lines import Setting, set_line
from jxprint.composition.lines.vertical import ColumnLine, set_vertical_line, set_vertical_paragraph
from jxprint.composition.marked import with_markup
from jxprint.description.markup import read_passage
from jxprint.errors import DescriptionError, Place
from jxprint.fonts import Library
from jxprint.messages import render
from jxprint.model import Page, Paragraph, Passage, Story
from jxprint.placed import GlyphRun, Outline, PlacedPage, Rule, TextLine

BESIDE = Path(__file__).resolve().parent / "pages" / "beside"
SIZE = 10.0


@pytest.fixture(scope="module")
def page() -> Page:
    """The page of readings, notes and scripts set downwards."""
    return jxprint.read_page(BESIDE)


@pytest.fixture(scope="module")
def placed(page: Page, library: Library) -> PlacedPage:
    """That page as composed."""
    return jxprint.compose(page, library)


@pytest.fixture(scope="module")
def desk(page: Page, library: Library) -> Desk:
    """What marked copy is looked up with."""
    return Desk(page, library, frame_of(page), areas(page.dummy))


def passage(copy: str) -> Passage:
    """Copy with its markup read."""
    return read_passage(copy, Place(), [])


def setting(desk: Desk, copy: str, measure_em: float = 100.0, **others: Any) -> Setting:
    """Song at ten points with what the copy marks."""
    plain = Setting(desk.library.chain("song"), SIZE, measure_em * SIZE, **{"half_digits": True, **others})
    return with_markup(plain, desk, passage(copy))


def column(desk: Desk, copy: str) -> ColumnLine:
    """Marked copy in one vertical line."""
    return set_vertical_line(passage(copy).text, setting(desk, copy, align="start"))


def line(desk: Desk, copy: str) -> TextLine:
    """The same about x = 0, from y = 0."""
    return column(desk, copy).at(0.0, 0.0, part="A", field="paragraph", index=0)


def run(of: TextLine, text: str) -> GlyphRun:
    """The run of a text."""
    return next(one for one in of.runs if one.text == text)


@pytest.mark.parametrize("writing", ["horizontal", "vertical"])
def test_what_is_marked_within_a_note_is_as_small_as_the_note(desk: Desk, writing: str) -> None:
    """Bold and Kai keep the note's 0.85 em, a script is 0.6 of it, and a note within bold is a note all the same."""
    copy = "{注:此{加粗:重}要{楷体:楷}书x{上标:2}和{注:再}注}外{加粗:粗{注:细}，H{下标:2}}"
    text = passage(copy).text
    if writing == "vertical":
        runs = line(desk, copy).runs
    else:
        flat = set_line(text, setting(desk, copy, align="start"))
        runs = flat.at(0.0, 0.0, part="A", field="paragraph", index=0).runs
    sizes = {char: (one.face, round(one.size, 3)) for one in runs for char in one.text}
    assert [sizes[char][1] for char in "此重要楷书再注细"] == [8.5] * 8
    assert [sizes[char][1] for char in "外粗"] == [10.0] * 2
    assert sizes["重"][0] == "hei-bold"
    assert sizes["楷"][0] == sizes["细"][0] == "kai-regular"
    twos = [one for one in runs if one.text == "2"]
    assert [round(one.size, 3) for one in twos] == [5.1, 6.0]
    if writing == "horizontal":  # as high over the note's baseline as the note is small
        assert [round(one.y, 3) for one in twos] == [-0.38 * 8.5, 1.2]


def test_a_size_of_the_style_within_a_note_is_no_larger_than_the_note(desk: Desk) -> None:
    """A style's bold of 11 pt stands at 11 in the text and at the note's size in a note."""
    bold = replace(desk.type_style("body"), face="hei", weight="bold", size_pt=11.0)
    styled = replace(desk.style, roles={**desk.style.roles, "strong": bold})
    own = replace(desk, page=replace(desk.page, style=styled))
    scales = [span.look.scale for span in setting(own, "{加粗:大}文{注:注{加粗:小}{加粗:{注:更小}}}").spans]
    assert scales == pytest.approx([1.1, 0.85, 0.85, 0.85])


def test_a_note_takes_ems_of_its_own_size(desk: Desk) -> None:
    """Two Han, three of 0.85 em with a figure among them, a Han: all about the middle of the line."""
    set_ = line(desk, "甲乙{注:丙12丁}戊")
    assert [round(one.y, 2) for one in set_.runs if one.orientation == "vertical"] == [0.0, 20.0, 37.0, 45.5]
    assert {one.x for one in set_.runs if one.orientation == "vertical"} == {0.0}
    figure = run(set_, "12")
    assert figure.size == 8.5
    assert figure.x + sum(figure.advances) == pytest.approx(8.5 / 2)
    # Its middle is that of its cell: from 28.5 to 37.
    assert figure.y - 0.38 * figure.size == pytest.approx(28.5 + 4.25)


def test_a_turned_script_keeps_its_distance_from_the_baseline(desk: Desk) -> None:
    """As in a horizontal line: 0.38 em up, which is right here, and 0.12 em down."""
    for copy, script, rise in (("约10{上标:6}人", "6", 0.38), ("水H{下标:2}O", "2", -0.12)):
        set_ = line(desk, copy)
        before = next(one for one in set_.runs if one.orientation == "rotated")
        assert (run(set_, script).orientation, run(set_, script).size) == ("rotated", 6.0)
        assert run(set_, script).x - before.x == pytest.approx(rise * SIZE)


def test_a_script_in_a_note_starts_from_the_notes_baseline(desk: Desk) -> None:
    """Raised by 0.38 of the note's size from the note's baseline, which is nearer to the middle than the text's."""
    set_ = line(desk, "见{注:x{上标:2}值}")
    assert run(set_, "x").x == pytest.approx(-0.38 * 8.5)
    assert run(set_, "2").x == pytest.approx(-0.38 * 8.5 + 0.38 * 8.5)


def test_an_upright_script_stands_where_its_em_box_would(desk: Desk) -> None:
    """Raised 0.38 em its box, 0.6 em high, ends 0.028 em over the line's; lowered 0.072 em under it."""
    assert run(line(desk, "地{上标:乙}处"), "乙").x + 3 == pytest.approx(5 + 0.28)
    assert run(line(desk, "地{下标:乙}处"), "乙").x - 3 == pytest.approx(-5 - 0.72)


def test_pinyin_stands_in_the_white_to_the_right(desk: Desk) -> None:
    """Turned, half as large, over the middle of its base, within half an em of the line."""
    set_ = line(desk, "到{注音:嘉|xīng}去")
    said, base = run(set_, "xīng"), run(set_, "嘉")
    assert (said.orientation, said.size, said.inline, base.inline) == ("rotated", 5.0, "reading", "base")
    assert 5.0 < said.x < 10.0
    drawn = base.y + base.offsets[0]
    assert said.y + sum(said.advances) / 2 == pytest.approx(drawn + 5.0)


def test_bopomofo_of_three_letters_is_as_long_as_its_character(desk: Desk) -> None:
    """Three letters of three tenths and their white are under an em: nothing is pushed away."""
    set_ = line(desk, "甲{注音:庄|ㄓㄨㄤ}乙")
    assert run(set_, "乙").y == pytest.approx(20.0)
    said = run(set_, "ㄓㄨㄤ")
    assert (said.orientation, said.size, said.x) == ("vertical", 3.0, 6.5)
    assert said.y + sum(said.advances) / 2 == pytest.approx(15.0)


def test_tones_stand_beside_and_on_top_of_their_letters(desk: Desk) -> None:
    """ˇ right of the last letter at its upper corner; ˙ above the first, whether the copy has it first or last."""
    set_ = line(desk, "{注音:好|ㄏㄠˇ}")
    letters, tone = run(set_, "ㄏㄠ"), run(set_, "ˇ")
    assert tone.x > letters.x + 1.5
    assert abs(tone.y - (letters.y + letters.advances[0])) < 0.5
    for copy, texts in (("{注音:妈|˙ㄇㄚ}", ["妈", "˙", "ㄇㄚ"]), ("{注音:妈|ㄇㄚ˙}", ["妈", "ㄇㄚ", "˙"])):
        set_ = line(desk, copy)
        assert [one.text for one in set_.runs] == texts
        assert run(set_, "˙").y < run(set_, "ㄇㄚ").y
        assert run(set_, "ㄇㄚ").y > 0.5


def test_kana_and_han_stand_upright_beside_their_base(desk: Desk) -> None:
    """Each half an em; what is neither lies turned behind them."""
    set_ = line(desk, "{注音:東京都市中|とうきょうNEW纽}")
    assert [one.orientation for one in set_.runs if one.inline == "reading"] == ["vertical", "rotated", "vertical"]
    assert run(set_, "とうきょう").x == 7.5


def test_dots_stand_on_the_other_side_of_a_reading(desk: Desk) -> None:
    """Right of characters without a reading, left of those with one, in the middle of each wherever it is drawn; to the
    left their own middle is just beyond the em.
    """
    set_ = line(desk, "{着重:不{注音:忘|wàng}}")
    one, two = (shape for shape in set_.drawn if isinstance(shape, Outline))
    (x1, y1), (x2, y2) = (tuple(map(float, shape.commands[0][1:3])) for shape in (one, two))
    assert x1 > 5
    assert -5.7 < x2 - 0.65 < -5.3
    base = run(set_, "忘")
    assert y1 == pytest.approx(5.0)
    assert y2 == pytest.approx(base.y + base.offsets[0] + 5.0)


def test_a_name_with_a_reading_a_syllable_has_one_line(desk: Desk) -> None:
    """The line is whole within the name and keeps from its ends."""
    set_ = line(desk, "甲{专名:{注音:嘉兴|jiā xīng}}乙")
    one, two = (shape for shape in set_.drawn if isinstance(shape, Rule))
    assert one.y2 == pytest.approx(two.y1)
    assert one.y1 > 10.0
    assert two.y2 < run(set_, "乙").y


def test_a_reading_in_a_head_is_refused(page: Page, library: Library) -> None:
    """As in a horizontal head: between its lines there is a quarter of an em."""
    parts = tuple(
        replace(part, headline=(passage("{注音:嘉兴|jiā xīng}"),)) if isinstance(part, Story) else part
        for part in page.parts
    )
    with pytest.raises(DescriptionError) as refused:
        jxprint.compose(replace(page, parts=parts), library)
    assert {finding.key for finding in refused.value.findings} == {"composition.no_room_for_signs"}


@pytest.mark.parametrize("writing", ["vertical", "horizontal"])
def test_a_base_that_finds_no_line_is_refused(writing: str, page: Page, library: Library) -> None:
    """A reading longer than any line that the part may have, with what it says, in both languages."""
    long = Paragraph(passage("今年{注音:来|" + "zhuāng" * 60 + "}"))
    parts = tuple(
        replace(part, paragraphs=(long,), writing=writing, head=writing, rows=None) if part.letter == "A" else part
        for part in page.parts
    )
    with pytest.raises(jxprint.JxprintError) as refused:
        jxprint.compose(replace(page, parts=parts), library)
    keys = {finding.key for finding in refused.value.findings}
    assert keys & {"composition.word_too_wide", "composition.reading_parted"}
    for finding in refused.value.findings:
        assert render(finding, "en")
        assert render(finding, "zh")


def test_legs_are_deep_enough_for_a_base(page: Page, library: Library) -> None:
    """Seven characters under one reading make legs of seven ems, however short the text is."""
    story = passage("{注音:重庆市人民政府|chóngqìng}。")
    parts = tuple(
        replace(part, paragraphs=(Paragraph(story),), min_rows=None) if part.letter == "B" else part
        for part in page.parts
    )
    placed = jxprint.compose(replace(page, parts=parts), library)
    (article,) = (one for one in placed.articles if one.part == "B")
    assert [one.text for one in article.runs() if one.inline == "base"] == ["重庆市人民政府"]


# Laws.

PIECES = [
    "中", "渡口", "，", "。", "“甲”", "——", "12", "2024", "GDP", "New York", "·", "{注:见12页}", "{注:（注）}，",
    "10{上标:6}", "H{下标:2}O", "{上标:①}", "{下标:甲}", "{注音:嘉兴|jiā xīng}", "{注音:乌篷船|wūpéngchuán}",
    "{注音:你好|ㄋㄧˇ ㄏㄠˇ}", "{注音:妈|ㄇㄚ˙}", "{注音:12|shí èr}", "{着重:不{注音:忘|wàng}}",
    "{专名:{注音:嘉兴|jiā xīng}}", "{注:{注音:嘉|jiā}x{上标:2}}", "{注音:AI时代|shí}", "{加粗:标{上标:2}题}",
]  # fmt: skip


@settings(max_examples=120, deadline=None)
@given(pieces=st.lists(st.sampled_from(PIECES), min_size=1, max_size=40), measure_em=st.sampled_from([8.0, 11.5, 15.5]))
def test_nothing_is_lost_no_base_is_parted_and_nothing_collides(
    pieces: list[str], measure_em: float, desk: Desk
) -> None:
    """The columns are the copy; a reading follows all of its base; readings of one line stand apart."""
    copy = "文" + "".join(pieces)
    lines = set_vertical_paragraph(passage(copy).text, setting(desk, copy, measure_em, indent_em=2))
    assert "".join(segment.text for one in lines for segment in one.segments) == passage(copy).text
    for one in lines:
        assert one.y + one.width <= one.measure + 0.01
        runs = one.at(0.0, 0.0, part="A", field="paragraph", index=0).runs
        for base, reading in itertools.pairwise(runs):
            if reading.inline == "reading" and base.inline == "base":
                assert base.source.end == reading.source.end
                assert base.source.start >= reading.source.start
        said = [run for run in runs if run.inline == "reading" and run.text not in ("˙", "ˇ")]
        for above, below in itertools.pairwise(said):
            if above.source != below.source:
                assert above.y + sum(above.advances) <= below.y + 0.01
