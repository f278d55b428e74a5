"""Vertical lines (直排): how each character stands, where it stands on its way down, and that nothing is lost."""

from __future__ import annotations

import itertools
from pathlib import Path
from typing import Any

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from jxprint.composition.lines import Setting, set_paragraph, vertical, wanted_of
from jxprint.composition.lines.breaking import least_worst_gap
from jxprint.composition.lines.candidates import candidates
from jxprint.composition.lines.columns import ColumnSegment
from jxprint.composition.lines.downcells import Downwards, measure_downwards
from jxprint.composition.lines.vertical import (
    ColumnLine,
    count_columns,
    orient,
    set_vertical_line,
    set_vertical_paragraph,
)
from jxprint.fonts import Chain, Face, Library, Shaped, open_library
from jxprint.model import PunctuationStyle
from jxprint.model.style import Level
from jxprint.text.orientation import stands_upright

SIZE = 10.0


@pytest.fixture(scope="session")
def song() -> Chain:
    """The Song that comes along."""
    return open_library().chain("song")


def body(chain: Chain, measure_em: float, **others: Any) -> Setting:
    """Body text as of test_composition_lines: no indent, digits half an em, no autospace."""
    return Setting(chain, SIZE, measure_em * SIZE, **{"half_digits": True, **others})


def text_of(line: ColumnLine) -> str:
    """The copy of a line."""
    return "".join(segment.text for segment in line.segments)


def shown(line: ColumnLine) -> str:
    """What a reader sees of a line."""
    return "".join(segment.shown for segment in line.segments)


def pens(line: ColumnLine) -> list[float]:
    """Each cell's pen in ems from the head of the measure; a figure has one, at the top of its em."""
    found: list[float] = []
    at = 0.0
    for segment in line.segments:
        if segment.way == "stood":
            found.append(round(at / SIZE, 6))
            at += SIZE
            continue
        at = line.y + segment.along
        for advance in segment.advances:
            found.append(round(at / SIZE, 6))
            at += advance
    return found


def length(text: str, chain: Chain, **others: Any) -> float:
    """The natural length of a text in one column, in ems."""
    return round(set_vertical_line(text, body(chain, 100, align="start", **others)).width / SIZE, 6)


# How characters stand.


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("嘉兴", [("嘉兴", "嘉兴", "upright")]),
        ("、，。：；！？·・／", [("、，。：；！？·・／", "、，。：；！？·・／", "upright")]),
        ("——……—–～/（）《》【】＿﹏", [("——……—–～/（）《》【】＿﹏", "——……—–～/（）《》【】＿﹏", "rotated")]),
        ("“甲‘乙’”", [("“", "『", "rotated"), ("甲", "甲", "upright"), ("‘", "「", "rotated"),
                      ("乙", "乙", "upright"), ("’”", "」』", "rotated")]),
        ("A股5日GDP", [("A股5日GDP", "A股5日GDP", "upright")]),
        ("12月365天", [("12", "12", "stood"), ("月", "月", "upright"), ("365", "365", "stood"),
                      ("天", "天", "upright")]),
        ("3.0版A+级2B笔", [("3.0", "3.0", "stood"), ("版", "版", "upright"), ("A+", "A+", "stood"),
                          ("级", "级", "upright"), ("2B", "2B", "stood"), ("笔", "笔", "upright")]),
        ("2024年", [("2024", "2024", "rotated"), ("年", "年", "upright")]),
        ("1,258.5%", [("1,258.5%", "1,258.5%", "rotated")]),
        ("it’s", [("it’s", "it’s", "rotated")]),
        ("在New York Times上", [("在", "在", "upright"), ("New York Times", "New York Times", "rotated"),
                               ("上", "上", "upright")]),
        ("18℃", [("18", "18", "stood"), ("℃", "℃", "upright")]),
        ("3 × 4 = -12甲", [("3 × 4 = -12", "3 × 4 = -12", "rotated"), ("甲", "甲", "upright")]),
        ("≥ 12人", [("≥ 12", "≥ 12", "rotated"), ("人", "人", "upright")]),
        ("A+ 5", [("A+", "A+", "stood"), (" 5", " 5", "upright")]),
        ("", []),
    ],
)  # fmt: skip
def test_characters_stand_as_the_mainland_reads_them(text: str, pieces: list[tuple[str, str, str]]) -> None:
    """VT2 to VT4 of typography.md."""
    assert orient(text) == pieces


def test_quotes_stay_where_the_house_keeps_them() -> None:
    """Without `quotes` the copy's own marks are shown."""
    assert orient("“甲”", quotes=False) == [("“", "“", "rotated"), ("甲", "甲", "upright"), ("”", "”", "rotated")]


@pytest.mark.parametrize(("char", "upright"), [
    ("中", True), ("々", True), ("①", True), ("Ⅷ", True), ("★", True), ("×", True), ("㎡", True), ("Ａ", True),
    ("→", False), ("=", False), ("＝", False), ("－", False), ("ー", False), ("〈", False), ("𠮷", True),
])  # fmt: skip
def test_uax_50_is_read_for_single_characters(char: str, upright: bool) -> None:
    """Values of UAX #50: U and Tu stand, R and Tr are turned."""
    assert stands_upright(char) is upright


# Where they stand.


@pytest.mark.parametrize(
    ("text", "ems"),
    [
        ("中，中", 3.0),
        ("中。』中", 3.5),
        ("中《（中", 3.5),
        ("中）（中", 3.5),
        ("中：“中", 4.0),
        ("中！？中", 4.0),
        ("中——中", 4.0),
        ("中……中", 4.0),
        ("中·中", 2.5),
        ("中12月", 3.0),
        ("中365天", 3.0),
        ("中2024年", 4.0),
        ("中GDP中", 5.0),
    ],
)
def test_lengths_are_mental_arithmetic(song: Chain, text: str, ems: float) -> None:
    """Pairs as in horizontal setting, but ：；？！ keep their em; a figure takes one em, an upright letter one."""
    assert length(text, song) == ems


def test_a_figure_stands_solid_and_turned_latin_does_not(song: Chain) -> None:
    """VT2: no white between Han and a figure or an upright letter; the house's own beside a turned word."""
    assert length("中12中", song, autospace_em=0.125) == 3.0
    assert length("中A中", song, autospace_em=0.125) == 3.0
    assert length("中2024中", song, autospace_em=0.125) == 4.25


def test_pens_go_down_by_ems(song: Chain) -> None:
    """The opening mark at the head loses the half above it and is drawn half an em before its pen."""
    line = set_vertical_line("“一二12，三”", body(song, 20, align="start"))
    assert pens(line) == [0, 0.5, 1.5, 2.5, 3.5, 4.5, 5.5]
    assert line.segments[0].offsets[0] == -0.5 * SIZE
    assert shown(line) == "『一二12，三』"
    assert text_of(line) == "“一二12，三”"


def figure(text: str, chain: Chain) -> ColumnSegment:
    """The figure of a text."""
    return next(one for one in set_vertical_line(text, body(chain, 9)).segments if one.way == "stood")


def ink_of(one: ColumnSegment) -> tuple[float, float]:
    """Where a figure's ink starts and ends, from the middle of the line, in ems of the text."""
    first, last = (one.face.ink(glyph) for glyph in (one.glyphs[0], one.glyphs[-1]))
    pen = one.across + sum(one.advances[:-1])
    return (one.across + first[0] * one.size) / SIZE, (pen + last[1] * one.size) / SIZE


def test_a_figure_stands_in_the_middle_of_its_em(song: Chain) -> None:
    """Two digits of half an em reach from edge to edge; three are closed up, and then made smaller until they do."""
    two, three = figure("中12中", song), figure("中365中", song)
    assert (two.size, two.across, two.advances) == (SIZE, -0.5 * SIZE, (0.5 * SIZE,) * 2)
    assert two.along == pytest.approx((1 + 0.88) * SIZE)
    assert 0.74 * SIZE < three.size < 0.78 * SIZE
    assert ink_of(three) == pytest.approx((-0.5, 0.5), abs=1e-6)
    # The middle of the em box stands 0.38 em above the baseline, and in the middle of the cell.
    assert three.along - 0.38 * three.size == pytest.approx(1.5 * SIZE)


@pytest.mark.parametrize("text", ["3.0", "0.5", "4.8"])
@pytest.mark.parametrize(
    ("role", "weight"), [("song", "regular"), ("song", "black"), ("hei", "bold"), ("kai", "regular")]
)
def test_a_decimal_is_as_large_as_the_text(library: Library, text: str, role: str, weight: str) -> None:
    """3.0 was set at 0.67 em: it gives up white instead, and reaches a tenth over the column's edge at the most."""
    one = figure(f"中{text}版", library.chain(role, weight))
    assert one.size == SIZE
    start, end = ink_of(one)
    assert start == pytest.approx(-end, abs=1e-6)
    assert end <= 0.6
    if (role, weight) == ("song", "regular"):
        assert end <= 0.52


@pytest.mark.parametrize(("role", "weight"), [("hei", "regular"), ("hei", "bold"), ("kai", "regular")])
def test_two_digits_of_a_broad_face_close_up_unscaled(library: Library, role: str, weight: str) -> None:
    """They are over half an em wide each where the face has no half widths or the role asks for none."""
    one = next(
        one
        for one in set_vertical_line("中12中", body(library.chain(role, weight), 9, half_digits=False)).segments
        if one.way == "stood"
    )
    assert one.size == SIZE
    assert ink_of(one)[1] <= 0.5


def test_three_digits_take_thirds_where_the_face_has_them(song: Chain, monkeypatch: pytest.MonkeyPatch) -> None:
    """A face with digits a third of an em wide (twid) sets them in their own size."""
    shape = Face.shape

    def thirds(face: Face, text: str, features: tuple[str, ...] = (), **others: Any) -> Shaped:
        shaped = shape(face, text, features, **others)
        return replace(shaped, advances=(1 / 3,)) if features == ("twid",) else shaped

    monkeypatch.setattr(Face, "shape", thirds)
    one = figure("末365日", song)
    assert one.size == SIZE
    assert one.advances == pytest.approx((SIZE / 3,) * 3)


def test_a_turned_word_hangs_on_its_own_baseline(song: Chain) -> None:
    """What is 0.38 em above the baseline, the middle of the em box, comes to stand on the centre line."""
    turned = set_vertical_line("中River中", body(song, 20, align="start")).segments[1]
    assert (turned.way, turned.across, turned.along) == ("rotated", -0.38 * SIZE, SIZE)


def test_two_dashes_are_one_stroke(song: Chain) -> None:
    """The face draws them as one glyph two ems long; it hangs half an em lower than others and is drawn so."""
    segment = set_vertical_line("中——中", body(song, 20, align="start")).segments[0]
    assert (segment.starts, segment.advances) == ((0, 1, 3), (SIZE, 2 * SIZE, SIZE))
    assert segment.offsets[1] == pytest.approx(0.5 * SIZE)


def test_a_stop_at_the_foot_takes_half_an_em(song: Chain) -> None:
    """GB/T 15834 5.1.10 holds downwards too: four and a half ems hold four Han and a comma."""
    lines = set_vertical_paragraph("一二三四，五六七八。", body(song, 4.5))
    assert [text_of(line) for line in lines] == ["一二三四，", "五六七八。"]


def test_an_abbreviation_is_never_parted(song: Chain) -> None:
    """GDP stands upright and holds together wherever the line ends."""
    for before in range(1, 8):
        lines = set_vertical_paragraph("中" * before + "GDP" + "中" * 9, body(song, 5))
        assert any("GDP" in text_of(line) for line in lines)


def test_a_name_is_opened_downwards(song: Chain) -> None:
    """Two-character names on three ems beside three-character ones."""
    assert pens(set_vertical_line("周明丽 祝琳", body(song, 20, align="start", name_em=3.0))) == [0, 1, 2, 3, 4, 6]


def test_quotes_are_the_houses_choice(song: Chain) -> None:
    """`vertical_quotes` off: the marks of the copy in their vertical forms."""
    style = PunctuationStyle(vertical_quotes=False)
    assert shown(set_vertical_line("“甲”", body(song, 9, punctuation=style))) == "“甲”"


def cornered_font(path: Path) -> Chain:
    """A face without vertical forms: Han are full squares, stops small squares in the lower left of their em."""
    corners = {"一": (0, 0, 1000, 1000), "。": (100, 0, 300, 200), "：": (100, 0, 300, 700), "（": (600, 0, 1000, 1000)}
    corners["—"] = (0, 300, 1000, 400)
    glyphs: dict[str, Any] = {".notdef": TTGlyphPen(None).glyph()}
    for number, (x0, y0, x1, y1) in enumerate(corners.values()):
        pen = TTGlyphPen(None)
        pen.moveTo((x0, y0))
        for corner in ((x0, y1), (x1, y1), (x1, y0)):
            pen.lineTo(corner)
        pen.closePath()
        glyphs[f"g{number}"] = pen.glyph()
    font = FontBuilder(1000, isTTF=True)
    font.setupGlyphOrder(list(glyphs))
    font.setupCharacterMap({ord(char): f"g{number}" for number, char in enumerate(corners)})
    font.setupGlyf(glyphs)
    lefts = {f"g{number}": x0 for number, (x0, *_) in enumerate(corners.values())}
    font.setupHorizontalMetrics({name: (1000, lefts.get(name, 0)) for name in glyphs})
    font.setupHorizontalHeader(ascent=880, descent=-120)
    font.setupNameTable({"familyName": "Corner", "styleName": "Regular", "psName": "Corner"})
    font.setupOS2(sTypoAscender=880, sTypoDescender=-120, fsType=0)
    font.setupPost()
    font.save(path)
    return Chain((open_library({"song": (path.name,)}, path.parent).own("song", "regular")[0],), {})


def test_a_face_without_vertical_forms_is_helped(tmp_path: Path) -> None:
    """A stop moves to the upper right, a bracket and a dash are turned; halves are those of the ink."""
    chain = cornered_font(tmp_path / "corner.ttf")
    line = set_vertical_line("一。一：一（一—一", body(chain, 20, align="start"))
    stop, colon, bracket, dash = (segment for segment in line.segments if segment.text != "一")
    # 0.1 to 0.3 em from the left becomes 0.7 to 0.9: 0.6 to the right. Its ink, 0.68 to 0.88 em below the head of the
    # em box, moves 0.56 up to 0.12 to 0.32, which leaves the lower half free.
    assert (stop.way, stop.across, stop.text) == ("upright", 0.6 * SIZE, "。")
    assert stop.offsets[0] == pytest.approx(-0.56 * SIZE)
    assert (colon.way, colon.offsets) == ("upright", ())
    assert colon.across == pytest.approx(0.6 * SIZE)
    assert (bracket.way, bracket.across) == ("rotated", -0.38 * SIZE)
    # A dash belongs on the centre line: its ink is 0.35 em above the baseline.
    assert dash.way == "rotated"
    assert dash.across == pytest.approx(-0.35 * SIZE)
    assert pens(line) == [0, 1, 2, 3, 4, 5, 6, 7, 8]


# Laws.

ALPHABET = "中文版面，。、；：？！“”‘’《》（）—…·0123456789.%abcXYZ 々①×²㎡ー★#／–｡２\u3000"
COPY = st.text(ALPHABET, max_size=100).filter(lambda text: not text.startswith(" "))


@settings(max_examples=150, deadline=None)
@given(text=COPY)
def test_orientation_loses_nothing(text: str) -> None:
    """The pieces are the text, nothing is shown for nothing, and neighbours stand differently."""
    pieces = orient(text)
    assert "".join(piece for piece, _, _ in pieces) == text
    assert all(len(piece) == len(seen) for piece, seen, _ in pieces)
    assert all(one[2] != two[2] or one[2] == "stood" for one, two in itertools.pairwise(pieces))


@settings(max_examples=150, deadline=None)
@given(text=COPY, measure_em=st.sampled_from([5.0, 8.0, 11.5, 15.5]))
def test_nothing_is_lost_and_nothing_passes_the_measure(song: Chain, text: str, measure_em: float) -> None:
    """The columns put together are the copy, in order; justified ones fill the measure to 0.01 pt."""
    lines = set_vertical_paragraph(text, body(song, measure_em, indent_em=2, autospace_em=0.125))
    assert "".join(map(text_of, lines)) == text
    at = 0
    for line in lines:
        assert (line.start, line.end) == (at, at + len(text_of(line)))
        at = line.end
        assert line.y + line.width <= line.measure + 0.01
        if line.justified:
            assert line.y + line.width == pytest.approx(line.measure, abs=0.01)
        starts = [segment.start for segment in line.segments]
        assert starts == sorted(starts)
        cells = pens(line)
        assert cells == sorted(cells)


@settings(max_examples=150, deadline=None)
@given(text=st.text(alphabet="中文版面设计，。“”《》12", min_size=30, max_size=150))
def test_no_forbidden_line_start_or_end(song: Chain, text: str) -> None:
    """A law wherever the paragraph has a legal way at all."""
    setting = body(song, 13.5)
    if least_worst_gap(candidates(measure_downwards(text, setting).measured), wanted_of(setting)) is None:
        return
    for before, after in itertools.pairwise(map(text_of, set_vertical_paragraph(text, setting))):
        assert before[-1] not in "“《"
        assert after[0] not in "，。”》"


@pytest.mark.parametrize("level", ["none", "basic", "gb", "strict", "house"])
@pytest.mark.parametrize("number", ["18℃", "3‰", "￥3", "±5", "№12", "3×4", "３．５％", "-12,345,678.90"])
def test_signs_stay_with_their_numbers_downwards_at_every_level(song: Chain, level: Level, number: str) -> None:
    """As they do across: a figure that stands in one em is a number still."""
    for before in range(1, 13):
        setting = body(song, 8, punctuation=PunctuationStyle(level=level))
        lines = set_vertical_paragraph("中" * before + number + "中" * 12, setting)
        assert any(number in text_of(line) for line in lines)
        assert not any(line.rescued for line in lines)


@pytest.mark.parametrize("language", ["zh-CN", "zh-TW", "zh-HK"])
def test_stops_hang_downwards_in_every_region(song: Chain, language: str) -> None:
    """Of Taiwan's and Hong Kong's marks 、，。, and those in vertical text alone (CLREQ): across they do not."""
    hangs = PunctuationStyle(width="full_width", hanging=True)
    setting = body(song, 8, punctuation=hangs, language=language)
    for mark in "、，。；！":
        copy = f"老街書店重新開門{mark}人氣漸旺"
        down = [text_of(line) for line in set_vertical_paragraph(copy, setting)]
        assert (down[0][-1] == mark) == (language == "zh-CN" or mark in "、，。"), down
    across = set_paragraph("老街書店重新開門，人氣漸旺", setting)
    assert (across[0].end == 9) == (language == "zh-CN")
    (first, _) = set_vertical_paragraph("老街書店重新開門，人氣漸旺", setting)
    assert first.rescues == ()
    assert pens(first) == [float(at) for at in range(9)] or language == "zh-CN"


def forget() -> None:
    """Nothing is known of any paragraph."""
    for kept in (vertical._measured_at, vertical._breaks, vertical._paragraph):
        kept.cache_clear()


def test_a_story_whose_depth_is_sought_is_measured_once(song: Chain, monkeypatch: pytest.MonkeyPatch) -> None:
    """At however many measures its columns are counted: Chinese and short figures are the same at each."""
    forget()
    asked: list[str] = []

    def measured(text: str, setting: Setting) -> Downwards:
        asked.append(text)
        return measure_downwards(text, setting)

    monkeypatch.setattr(vertical, "measure_downwards", measured)
    text = "渡口的灯，2024年一盏接一盏亮起来。" * 9
    assert len({count_columns(text, body(song, ems)) for ems in range(8, 30)}) > 5
    assert asked == [text]


def test_a_run_of_latin_breaks_by_the_measure_of_its_own_columns(song: Chain) -> None:
    """Anywhere at its strokes where it is longer than half a column, else at need: whatever was asked before."""
    run = "bcd/ghj/lmn/qrst"
    text = "渡" * 16 + run + "渡口" * 9
    for _ in range(2):
        ends = {ems: [line.end for line in set_vertical_paragraph(text, body(song, ems))] for ems in (12.0, 20.0)}
        assert 16 < ends[12.0][1] < 16 + len(run)
        assert ends[20.0] == [16, 43, len(text)]
        forget()
