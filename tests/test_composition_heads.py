"""Heads: the trade's arithmetic, fitting in its order, lines broken by hand, and what a draft says was done."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

import jxprint
from jxprint.composition.desk import Desk
from jxprint.composition.drawing import areas
from jxprint.composition.frame import Frame, Room, frame_of
from jxprint.composition.heads import HeadCopy, HeadLine, depth, fits_of, place_head, set_head, trade_rows
from jxprint.composition.kinds import draft_of
from jxprint.composition.stories import head_rows
from jxprint.description.head_lines import read_head_lines
from jxprint.errors import Finding, Place
from jxprint.fonts import Library
from jxprint.messages import render
from jxprint.model import Page, Passage, TypeStyle
from jxprint.placed import PlacedPage, TextBlock
from sabotage import pdf_of

HEADS = Path(__file__).parent / "pages" / "heads"
# 6 columns of 13 characters of 9 pt, a character between them (小五, typography.md 3.2).
BROADSHEET, TABLOID = 83 * 9.0, 71 * 9.0
USUAL = TypeStyle("song", 30.0, "black", align="centre", half_marks=True)

SetHead = Callable[..., tuple[tuple[HeadLine, ...], Desk]]


@pytest.fixture(scope="session")
def heads_page() -> Page:
    """The page of heads as described."""
    return jxprint.read_page(HEADS)


@pytest.fixture(scope="session")
def heads_placed(heads_page: Page, library: Library) -> PlacedPage:
    """The page of heads as composed."""
    return jxprint.compose(heads_page, library)


@pytest.fixture(scope="session")
def set_one(heads_page: Page, library: Library) -> SetHead:
    """Sets a headline of some lines in a style over a width (points)."""

    def set_(
        lines: tuple[str, ...], width: float, style: TypeStyle = USUAL, steps_down: int = 0
    ) -> tuple[tuple[HeadLine, ...], Desk]:
        roles = {**heads_page.style.roles, "headline": style}
        page = replace(heads_page, style=replace(heads_page.style, roles=roles))
        desk = Desk(page, library, frame_of(page), areas(page.dummy), steps_down={"H": steps_down})
        copy = HeadCopy(tuple(Passage(line) for line in lines), "headline", "headline", "headline", 0.0)
        return set_head(desk, "H", (copy,), Room(0, 6, 0.0, width)), desk

    return set_


def texts(heads: tuple[HeadLine, ...]) -> list[str]:
    """The lines of a head."""
    return ["".join(segment.text for segment in head.line.segments) for head in heads]


@pytest.mark.parametrize(("width", "most"), [(BROADSHEET, 24), (TABLOID, 21)])
def test_characters_that_a_long_measure_takes(set_one: SetHead, width: float, most: int) -> None:
    """Long measure by body size over head size, rounded down: 24 and 21 of 30 pt over six columns."""
    assert most == int(width // 30)
    once = replace(USUAL, max_lines=1)
    heads, desk = set_one(("水" * most,), width, once)
    assert not desk.findings
    assert len(heads) == 1
    _, desk = set_one(("水" * (most + 1),), width, once)
    (finding,) = desk.findings
    assert finding.key == "composition.head_too_wide"
    assert finding.args["over"] == 1


def trade_head(library: Library, page: Page, *sizes: float) -> tuple[HeadLine, ...]:
    """Lines of these sizes (points)."""
    heads: list[HeadLine] = []
    for number, size in enumerate(sizes):
        desk = Desk(page, library, frame_of(page), areas(page.dummy))
        roles = {**page.style.roles, "headline": replace(USUAL, size_pt=size)}
        desk = replace(desk, page=replace(page, style=replace(page.style, roles=roles)))
        copy = HeadCopy((Passage("秋收"),), "headline", "headline", "headline", 0.0)
        (line,) = set_head(desk, "H", (copy,), Room(0, 6, 0.0, 700.0))
        heads.append(replace(line, index=number))
    return tuple(heads)


@pytest.mark.parametrize(
    ("sizes", "pitch", "rows"),
    [((30.0, 21.0), 11.25, 8), ((15.0,), 15.0, 3), ((15.0, 15.0), 15.0, 5), ((10.5,), 15.75, 3)],
)
def test_rows_by_the_trades_reckoning(
    library: Library, heads_page: Page, sizes: tuple[float, ...], pitch: float, rows: int
) -> None:
    """30 and 21 pt take 8 rows of 11.25 pt; a single line takes three rows, two lines five."""
    assert trade_rows(trade_head(library, heads_page, *sizes), pitch, 1.0) == rows


def test_a_style_may_ask_for_the_trades_rows(library: Library, heads_page: Page) -> None:
    """`head_white = 1` in the style gives a story's head a row above, between and below, in whole rows."""
    plain = Desk(heads_page, library, frame_of(heads_page), areas(heads_page.dummy))
    spacing = replace(heads_page.style.spacing, head_white=1.0)
    page = replace(heads_page, style=replace(heads_page.style, spacing=spacing))
    desk = replace(plain, page=page)
    head = trade_head(library, heads_page, 30.0, 21.0)
    pitch = desk.frame.pitch
    assert head_rows(plain, head) < head_rows(desk, head) == -(-(51 + 3 * pitch) // pitch)


STEPPED = replace(USUAL, size_pt=36.0, steps_pt=(33.0, 30.0), tracking_em=(-0.02, 0.0), half_marks=False)


def test_fitting_keeps_its_order(set_one: SetHead) -> None:
    """Steps of size, then tracking, then the width of marks, then lines: each as far as it is needed and no further."""
    style = replace(STEPPED, half_marks_at_need=True)
    text = "秀洲：筑就青年人才梦想之城"
    found = []
    for width in (36 * 13, 33 * 13, 30 * 13, 30 * 13 - 5, 30 * 13 - 15, 30 * 13 - 40):
        heads, desk = set_one((text,), width + 0.1, style)
        assert not desk.findings
        (fit,) = fits_of(heads)
        found.append((fit.size_pt, fit.tracking_em != 0, fit.half_marks, fit.broken))
        assert all(head.line.width <= width + 0.11 for head in heads)
    assert found == [
        (36.0, False, False, 0),
        (33.0, False, False, 0),
        (30.0, False, False, 0),
        (30.0, True, False, 0),
        (30.0, False, True, 0),
        (36.0, False, False, 2),
    ]


def test_tracking_is_no_more_than_is_needed(set_one: SetHead) -> None:
    """Thirteen characters have twelve gaps: 5 pt less than they take are 0.014 em a gap, and the limit is 0.02."""
    heads, _ = set_one(("水乡秋收新米入仓农家院落忙",), 30 * 13 - 5, STEPPED)
    (fit,) = fits_of(heads)
    assert fit.tracking_em == pytest.approx(-0.014, abs=0.0011)
    assert heads[0].line.width == pytest.approx(30 * 13 - 5, abs=0.4)


def test_lines_of_a_field_share_size_and_tracking(set_one: SetHead) -> None:
    """The longer line decides for both."""
    heads, _ = set_one(("水乡秋收", "新米入仓农家院落忙一年好景"), 30 * 13 - 5, STEPPED)
    assert {head.size for head in heads} == {30.0}
    assert len(fits_of(heads)) == 1
    first = heads[0].line.segments[0].advances
    assert first[0] == heads[1].line.segments[0].advances[0] < 30.0


def test_a_step_smaller_on_request(set_one: SetHead) -> None:
    """The copyfitter asks for a step less than would fit; below the smallest there is none."""
    sizes = [set_one(("水乡秋收",), 500.0, STEPPED, down)[0][0].size for down in range(4)]
    assert sizes == [36.0, 33.0, 30.0, 30.0]
    assert [fits_of(set_one(("水乡秋收",), 500.0, STEPPED, down)[0])[0].step for down in range(4)] == [0, 1, 2, 2]


def test_lines_that_were_typed_are_never_broken(set_one: SetHead) -> None:
    """Two lines of which one is too wide are refused, not made three."""
    heads, desk = set_one(("水乡秋收", "新米入仓" * 8), 400.0, USUAL)
    assert texts(heads) == ["水乡秋收", "新米入仓" * 8]
    assert [finding.key for finding in desk.findings] == ["composition.head_too_wide"]


def test_a_head_too_long_for_all_its_lines_is_told(set_one: SetHead) -> None:
    """In both languages, with the characters that are over in two lines."""
    _, desk = set_one(("新米入仓" * 8,), 400.0, USUAL)
    (finding,) = desk.findings
    assert finding.key == "composition.head_too_wide_broken"
    assert finding.args["over"] == 6  # 32 of 30 pt are 960, and two lines 800
    assert render(finding, "en")
    assert render(finding, "zh")


def test_a_head_breaks_at_full_size_where_words_part_there(set_one: SetHead) -> None:
    """No step of size is given for a joint that is no better."""
    heads, _ = set_one(("新港码头清晨开出第一班渡轮船只三千名旅客踏浪而来",), 13.4 * 36, STEPPED)
    assert texts(heads) == ["新港码头清晨开出第一班", "渡轮船只三千名旅客踏浪而来"]
    assert heads[0].size == 36.0


def test_a_number_takes_a_step_or_a_third_line_before_it_is_parted(set_one: SetHead) -> None:
    """A smaller size keeps it whole where one does; where none does a line more, unless the style allows no more."""
    heads, _ = set_one(("二百二十三座老桥修好",), 6.1 * 30, STEPPED)
    assert (texts(heads), heads[0].size) == (["二百二十三座", "老桥修好"], 30.0)
    heads, _ = set_one(("河埠头的第一只船靠了岸",), 6.1 * 30, USUAL)
    assert texts(heads) == ["河埠头的", "第一只船", "靠了岸"]
    heads, _ = set_one(("河埠头的第一只船靠了岸",), 6.1 * 30, replace(USUAL, max_lines=2))
    assert len(heads) == 2
    assert not texts(heads)[0].endswith("第")  # an ordinal is parted behind its number sooner


def test_a_broken_head_is_one_block(set_one: SetHead) -> None:
    """One block of the copy's line, its lines 0.26 of the size apart, its frame round both."""
    heads, _ = set_one(("我市出台十二条措施支持青年人才创业",), 400.0, USUAL)
    assert texts(heads) == ["我市出台十二条措施", "支持青年人才创业"]
    (block,) = place_head(heads, "H", 10.0, 100.0)
    assert [line.y for line in block.lines] == pytest.approx([100 + 26.4, 100 + 26.4 + 1.26 * 30])
    assert block.frames[0].height == pytest.approx(depth(heads)) == pytest.approx(2.26 * 30)


@pytest.mark.parametrize(
    ("line", "lines"),
    [
        ("激活人才引擎{/}赋能城市发展", ["激活人才引擎", "赋能城市发展"]),
        ("激活人才引擎 {／} 赋能城市发展", ["激活人才引擎", "赋能城市发展"]),
        ("一{换行}二{/}三", ["一", "二", "三"]),
        (r"甲/乙|丙\{/\}", ["甲/乙|丙{/}"]),
        ("{加粗:甲}乙{/}丙{kai:丁}", ["甲乙", "丙丁"]),
    ],
)
def test_an_editor_breaks_a_line_by_hand(line: str, lines: list[str]) -> None:
    """The mark is gone, each line has its own place, and what looks like a mark and is none stays."""
    findings: list[Finding] = []
    read = read_head_lines(line, Place("f", 3, 11), findings)
    assert [passage.text for passage in read] == lines
    assert not findings
    for passage in read:
        column = (passage.place.column or 0) - 11
        assert line[column:].lstrip("{加粗:")[0] == passage.text[0]


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ("{/}甲", "copy.break_without_line"),
        ("甲{/}{/}乙", "copy.break_without_line"),
        ("{加粗:甲{/}乙}", "copy.break_not_here"),
    ],
)
def test_a_mark_in_the_wrong_place_is_told(line: str, key: str) -> None:
    """A mark with nothing beside it, or within other markup."""
    findings: list[Finding] = []
    read_head_lines(line, Place("f", 3, 11), findings)
    assert [finding.key for finding in findings] == [key]


def test_marks_by_hand_are_no_text(heads_page: Page, heads_placed: PlacedPage, library: Library) -> None:
    """The page with broken heads, and heads beside and inside their text, reads back exact by both readers."""
    kickers = [block for block in heads_placed.text_blocks() if block.role == "kicker"]
    assert ["".join(line.text for line in block.lines) for block in kickers] == ["水乡秋收开镰", "三万亩稻田迎来丰产"]
    report = jxprint.check(pdf_of(heads_placed, library), heads_page)
    assert report.ok, report.lines("en")


def test_every_draft_says_how_its_head_was_fitted(heads_page: Page, vertical: Page, library: Library) -> None:
    """Over, beside, inside, vertical: a copyfitter may ask each."""
    for page in (heads_page, vertical):
        desk = Desk(page, library, frame_of(page), areas(page.dummy))
        for part in page.parts:
            fits = draft_of(desk, part).head_fits  # type: ignore[attr-defined]  # heads alone, and these pages have no other
            assert [fit.field for fit in fits]
            assert all(fit.step < fit.steps for fit in fits)
    desk = Desk(heads_page, library, frame_of(heads_page), areas(heads_page.dummy))
    found = {part.letter: draft_of(desk, part).head_fits for part in heads_page.parts}  # type: ignore[attr-defined]
    assert [fit.broken for fit in found["H"] if fit.field == "headline"] == [2]
    assert [fit.broken for fit in found["B"] if fit.field == "headline"] == [3]


@settings(max_examples=60, deadline=None)
@given(
    st.text("水乡秋收新米入仓忙，：“”的3", min_size=2, max_size=30).map(str.strip).filter(bool),
    st.floats(120, 700),
    st.integers(0, 3),
)
def test_whatever_the_head_it_keeps_its_measure(text: str, width: float, down: int) -> None:
    """The text is whole; no line is over its measure unless that is told; tracking is within its limits; all lines of
    the field are of one size.
    """
    page, library = jxprint.read_page(HEADS), jxprint.open_library()
    roles = {**page.style.roles, "headline": replace(STEPPED, half_marks_at_need=True)}
    page = replace(page, style=replace(page.style, roles=roles))
    desk = Desk(page, library, frame_of(page), areas(page.dummy), steps_down={"H": down})
    copy = HeadCopy((Passage(text),), "headline", "headline", "headline", 0.0)
    heads = set_head(desk, "H", (copy,), Room(0, 6, 0.0, width))
    assert "".join(texts(heads)) == text
    assert len({head.size for head in heads}) == 1
    (fit,) = fits_of(heads)
    assert -0.02 - 1e-9 <= fit.tracking_em <= 0.0
    assert fit.broken in (0, len(heads))
    if not desk.findings:
        assert all(head.line.width <= width + 0.02 for head in heads)


def test_frames_are_whole_rows(heads_placed: PlacedPage, heads_page: Page) -> None:
    """Body lines of every story stand on the grid, whatever stands over or beside them."""
    frame: Frame = frame_of(heads_page)
    for block in heads_placed.text_blocks():
        for line in block.lines if block.role == "body" else ():
            row = (line.y - frame.baseline(0)) / frame.pitch
            assert row == pytest.approx(round(row), abs=1e-6)


def test_a_main_headline_does_not_hang_from_the_rule_over_it(torture: Page, library: Library) -> None:
    """It stands in the middle of the rows that it takes, whether it is pinned deeper or not."""
    placed = jxprint.compose(torture, library)
    heads = [one for one in placed.articles if one.kind == "headline"]
    assert heads
    for head in heads:
        boxes = [frame for block in head.blocks if isinstance(block, TextBlock) for frame in block.frames]
        over = min(box.y for box in boxes) - head.frame.y
        under = head.frame.bottom - max(box.bottom for box in boxes)
        assert over == pytest.approx(under, abs=0.01)
        assert over > 0
