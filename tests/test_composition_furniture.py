"""Nameplate, ears, section heads, tables and lists, position by position."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from jxprint.composition import compose
from jxprint.composition.desk import Desk
from jxprint.composition.drawing import areas
from jxprint.composition.ears import EarDraft
from jxprint.composition.frame import Room, frame_of
from jxprint.composition.making_up import make_up
from jxprint.composition.table_columns import Cell, aligns, column_widths, is_figure
from jxprint.errors import FontError, OversetError
from jxprint.fonts import Library
from jxprint.messages import render
from jxprint.model import DataTable, Ear, ItemList, Mark, Masthead, Nameplate, Page, Part, Passage
from jxprint.placed import Article, Box, PlacedPage, Rule, TextBlock, TextLine


def with_part(page: Page, letter: str, **changes: object) -> Page:
    """The page with one part otherwise."""
    changed = (replace(one, **changes) if one.letter == letter else one for one in page.parts)
    return replace(page, parts=tuple(changed))


def blocks(placed: PlacedPage, letter: str, role: str = "") -> list[TextBlock]:
    """The blocks of a part, of one role or all."""
    made = next(one for one in placed.articles if one.part == letter)
    return [block for block in made.text_blocks() if role in ("", block.role)]


def article(placed: PlacedPage, letter: str) -> Article:
    """The article of a part."""
    return next(one for one in placed.articles if one.part == letter)


def table(*rows: str, **more: object) -> DataTable:
    """A table of words."""
    cells = tuple(tuple(Passage(cell) for cell in row.split()) for row in rows)
    return DataTable(letter="T", cells=cells, **more)  # type: ignore[arg-type]


# The nameplate and ears.


def test_the_name_is_larger_than_all_other_text(furniture_placed: PlacedPage) -> None:
    """The facts for a proof-reader: the block is there by its role, and runs say their sizes."""
    (name,) = blocks(furniture_placed, "N", "nameplate")
    largest = max(run.size for one in furniture_placed.articles if one.part != "N" for run in one.runs())
    assert name.lines[0].text == "青塘晚报"
    assert name.lines[0].runs[0].size > largest


def test_lines_of_the_nameplate_are_spread_evenly(furniture_placed: PlacedPage) -> None:
    """Each row starts and ends with the measure, and its gaps are equal; a rule stands in the middle of each."""
    frame = article(furniture_placed, "N").frame
    rows: dict[float, list[TextBlock]] = {}
    for block in blocks(furniture_placed, "N", "imprint"):
        rows.setdefault(block.lines[0].y, []).append(block)
    assert [len(row) for row in rows.values()] == [5, 3]
    separators = [one for one in furniture_placed.under if isinstance(one, Rule) and one.x1 == one.x2]
    for row in rows.values():
        spans = [(one.lines[0].x, one.lines[0].runs[-1].x + sum(one.lines[0].runs[-1].advances)) for one in row]
        assert spans[0][0] == pytest.approx(frame.x)
        assert spans[-1][1] == pytest.approx(frame.right)
        gaps = [after[0] - before[1] for before, after in pairwise(spans)]
        assert max(gaps) - min(gaps) < 0.01
        for before, after in pairwise(spans):
            middle = (before[1] + after[0]) / 2
            assert any(abs(one.x1 - middle) < 0.01 for one in separators)


@pytest.mark.parametrize("side", ["left", "right"])
def test_lines_may_stand_at_a_side_of_the_name(furniture: Page, library: Library, side: str) -> None:
    """One under the other, clear of the name by two ems."""
    few = (Passage("二〇二四年六月八日"), Passage("星期六"), Passage("今日八版"))
    placed = compose(with_part(furniture, "N", lines=few, lines_at=side, lines_rule=None), library)
    (name,) = blocks(placed, "N", "nameplate")
    lines = blocks(placed, "N", "imprint")
    assert len({one.lines[0].x for one in lines}) == 1
    ends = [run.x + sum(run.advances) for run in name.lines[0].runs]
    beside = [one.frames[0] for one in lines]
    if side == "left":
        assert max(one.right for one in beside) + 17.0 <= name.lines[0].runs[0].x + 0.01
    else:
        assert min(one.x for one in beside) >= max(ends) + 17.0 - 0.01


def test_a_nameplate_with_too_much_to_say_is_refused(furniture: Page, library: Library) -> None:
    """With the longest piece, and its measure."""
    many = tuple(Passage("国内统一连续出版物号" * 5) for _ in range(3))
    with pytest.raises(OversetError) as refusal:
        compose(with_part(furniture, "N", lines=many), library)
    assert "composition.imprint_too_wide" in [one.key for one in refusal.value.findings]


def test_ears_are_as_deep_as_the_nameplate(furniture: Page, library: Library) -> None:
    """Those drawn on its rows, boxed or not, and when the nameplate grows they grow with it."""
    for lines in (8, 14):
        more = tuple(Passage("第10247期今日八版") for _ in range(lines))
        placed = compose(with_part(furniture, "N", lines=more), library)
        foot = article(placed, "N").frame.bottom
        for letter in "EF":
            # Half a row of padding leaves half a row outside the box.
            assert foot - article(placed, letter).frame.bottom == pytest.approx(7.5)
    alone = compose(with_part(furniture, "E", rows=9), library)
    assert article(alone, "E").frame.height == pytest.approx(9 * 15.0 - 5.0 - 15.0)


def test_the_nameplate_is_as_deep_as_its_deepest_ear(furniture: Page, library: Library) -> None:
    """An ear with much to say takes the nameplate and the other ear along, and none of the three stands short."""
    said = tuple(Passage("渡口街今晚封路") for _ in range(12))
    usual = make_up(furniture, library).plan.rows
    rows = make_up(with_part(furniture, "E", lines=said), library).plan.rows
    assert rows["E"] == rows["F"] == rows["N"] > usual["N"]


def test_an_ear_is_centred_both_ways(furniture_placed: PlacedPage) -> None:
    """Its lines stand about the middle of its frame."""
    frame = article(furniture_placed, "E").frame
    inside = blocks(furniture_placed, "E")
    top, foot = inside[0].frames[0].y, inside[-1].frames[0].bottom
    assert top + foot == pytest.approx(2 * frame.y + frame.height)
    for block in inside:
        line = block.lines[0]
        end = line.runs[-1].x + sum(line.runs[-1].advances)
        assert line.x + end == pytest.approx(2 * frame.x + frame.width, abs=0.5)


NARROW = ("11月25日晴转多云到阴", "东北风3到4级，阵风6级", "农历丙午年十月十六", "最低气温零下3℃左右")


def ear_lines(page: Page, library: Library, lines: tuple[str, ...], width: float) -> list[TextLine]:
    """The lines of an ear so wide (points), as placed; its left edge is at 0."""
    part = Ear(letter="E", lines=tuple(map(Passage, lines)))
    draft = EarDraft(Desk(page, library, frame_of(page), areas(page.dummy)), part, Room(0, 1, 0.0, width))
    made = draft.make(0, draft.rows).article
    assert made is not None
    return [line for block in made.text_blocks() for line in block.lines]


@pytest.mark.parametrize("ems", [6, 7, 8])
def test_a_narrow_ear_parts_no_date(furniture: Page, library: Library, ems: int) -> None:
    """A number and what it counts once stood on two lines: 11月25, and 日 alone under it. Lines stay centred."""
    size = furniture.style.roles["ear"].size_pt
    lines = ear_lines(furniture, library, NARROW, ems * size)
    assert "".join(line.text for line in lines) == "".join(NARROW)
    assert len(lines) > len(NARROW)
    for whole in ("11月25日", "4级", "6级", "零下3℃", "丙午年", "十月十六"):
        assert any(whole in line.text for line in lines)
    for line in lines:
        end = line.runs[-1].x + sum(line.runs[-1].advances)
        assert line.x + end == pytest.approx(ems * size, abs=0.6 * size)  # a mark at the end is half white


def test_an_ear_steps_down_before_a_line_is_broken(furniture: Page, library: Library) -> None:
    """All its lines together, where the style has a step that helps; where none does they keep their size."""
    role = furniture.style.roles["ear"]
    size = role.size_pt
    style = replace(furniture.style, roles={**furniture.style.roles, "ear": replace(role, steps_pt=(0.9 * size,))})
    page = replace(furniture, style=style)
    for characters, step, count in ((10, 1.0, 2), (11, 0.9, 2), (12, 1.0, 3)):
        lines = ear_lines(page, library, ("渡" * characters, "晴"), 10 * size)
        assert len(lines) == count
        assert {run.size for line in lines for run in line.runs} == {step * size}


@pytest.mark.parametrize("kind", [Nameplate, Masthead])
def test_a_name_that_is_too_wide_is_not_told_to_be_broken(furniture: Page, library: Library, kind: type[Part]) -> None:
    """A nameplate and a masthead are one line, and each is called what it is."""
    letter = next(one.letter for one in furniture.parts if isinstance(one, kind))
    with pytest.raises(OversetError) as caught:
        compose(with_part(furniture, letter, text=Passage("水" * 90)), library)
    finding = next(one for one in caught.value.findings if one.key == "composition.head_too_wide_alone")
    assert f"the {kind.__name__.lower()} “" in render(finding, "en")
    assert "two lines" not in render(finding, "en")


# The section's head.


@pytest.mark.parametrize("align", ["start", "centre"])
def test_a_section_head_stands_out_of_its_plate(furniture: Page, library: Library, align: str) -> None:
    """White type on a plate, at the left or in the middle, and its line in black beside or under it."""
    placed = compose(with_part(furniture, "M", align=align, plate=0.8), library)
    (name,), (line,) = blocks(placed, "M", "masthead"), blocks(placed, "M", "imprint")
    frame = article(placed, "M").frame
    plate = next(one for one in placed.under if isinstance(one, Box) and one.fill and one.fill.cmyk[3] == 0.8)
    assert name.lines[0].runs[0].ink.cmyk == (0.0, 0.0, 0.0, 0.0)
    assert line.lines[0].runs[0].ink.cmyk == (0.0, 0.0, 0.0, 1.0)
    assert plate.frame.x < name.frames[0].x < name.frames[0].right < plate.frame.right
    if align == "start":
        assert plate.frame.x == frame.x
        assert line.frames[0].right == pytest.approx(frame.right)
        assert line.frames[0].bottom == pytest.approx(plate.frame.bottom)
    else:
        assert plate.frame.x + plate.frame.right == pytest.approx(frame.x + frame.right)
        assert line.frames[0].y > plate.frame.bottom
    assert plate.frame.bottom <= frame.bottom + 0.01


def test_a_plain_section_head_is_set_as_ever(furniture: Page, library: Library) -> None:
    """Without a plate and a second line nothing of it is loaded."""
    placed = compose(with_part(furniture, "M", plate=None, line=None), library)
    assert [block.role for block in blocks(placed, "M")] == ["masthead"]


# Tables.


def test_figures_stand_with_their_points_under_each_other(furniture_placed: PlacedPage) -> None:
    """In a column of 2, 4.5, 28 and 3 the whole numbers end where the point of 4.5 starts."""
    cells = [one for one in blocks(furniture_placed, "T", "table_cell") if one.cell is not None and one.cell[1] == 3]
    assert [one.lines[0].text for one in cells] == ["2", "4.5", "28", "3"]
    points = set()
    for cell in cells:
        (run,) = cell.lines[0].runs
        whole = run.text.partition(".")[0]
        points.add(round(run.x + sum(run.advances[: len(whole)]), 3))
    assert len(points) == 1


def test_cells_are_in_the_order_of_their_rows(furniture: Page, furniture_placed: PlacedPage) -> None:
    """And each says its row and column; heads are heads."""
    part = furniture.part("T")
    assert isinstance(part, DataTable)
    found = [one for one in blocks(furniture_placed, "T") if one.cell is not None]
    said = ["".join(line.text for line in one.lines) for one in found]
    assert said == [cell.text for row in part.cells for cell in row]
    assert [one.cell for one in found] == [(row, column) for row in range(5) for column in range(5)]
    assert {one.role for one in found[:5]} == {"table_header"}
    assert {one.role for one in found[5:]} == {"table_cell"}


@pytest.mark.parametrize("align", [(), ("start", "centre"), ("centre", "end")])
def test_words_run_over_several_lines_where_the_measure_is_short(
    furniture: Page, library: Library, align: tuple[str, ...]
) -> None:
    """The widest column gives way, rows stay apart by whole rows, and nothing stands over its column."""
    words = "自东岸码头开往西岸码头，每晚四班，末班十一时，遇大雾停航，由码头广播通知乘客" * 2
    long = table("项目 说明", f"夜航 {words}", f"日航 {words[:9]}")
    placed = compose(with_part(furniture, "T", cells=long.cells, align=align, grid=True, title=(), note=()), library)
    found = blocks(placed, "T", "table_cell")
    assert [len(one.lines) for one in found] == [1, 2, 1, 1]
    for one in found:
        for line in one.lines:
            assert one.frames[0].x - 0.01 <= line.x
            end = line.runs[-1].x + sum(line.runs[-1].advances)
            assert end <= one.frames[0].right + 0.01
    ys = sorted({line.y for one in blocks(placed, "T") for line in one.lines})
    assert all((after - before) % 15.0 == pytest.approx(0.0, abs=1e-6) for before, after in pairwise(ys))


def test_a_table_too_wide_names_its_column(furniture: Page, library: Library) -> None:
    """By how many ems, at the cell that takes most."""
    wide = table("甲 乙", "一 " + "a" * 110)
    with pytest.raises(OversetError) as refusal:
        compose(with_part(furniture, "T", cells=wide.cells, align=()), library)
    (finding,) = refusal.value.findings
    assert (finding.key, finding.args["column"]) == ("composition.table_too_wide", 2)
    assert float(str(finding.args["over"])) > 0


@pytest.mark.parametrize(
    ("text", "figure"),
    [("1,258", True), ("−3.5", True), ("+12%", True), ("12:30", True), ("—", True), ("三", False), ("3元", False)],
)
def test_figures_are_told_from_words(text: str, figure: bool) -> None:
    """A dash in the place of a figure is one."""
    assert is_figure(text) is figure


def test_a_column_of_figures_stands_at_its_point_unless_told() -> None:
    """Heads are not looked at."""
    assert aligns(table("站 人数", "甲 12", "乙 —")) == ("start", "decimal")
    assert aligns(table("站 人数", "甲 12", "乙 约3人")) == ("start", "start")
    assert aligns(table("站 人数", "甲 12", align=("end", "centre"))) == ("end", "centre")


class _Line:
    def __init__(self, width: float) -> None:
        self.width = width


def _cell(width: float, least: float) -> Cell:
    return Cell(Passage("x"), None, _Line(width), least, width)  # type: ignore[arg-type]


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(st.floats(5, 400), st.floats(0.1, 1)), min_size=1, max_size=8), st.floats(60, 700))
@example([(5.0, 1.0), (156.0, 1.0)], 174.9921875)
def test_columns_fill_the_measure_or_say_what_is_over(columns: list[tuple[float, float]], measure: float) -> None:
    """Half ems each, none narrower than its least, and with the gaps exactly the measure."""
    row = [_cell(width, min(width, max(10.0, width * share))) for width, share in columns]
    found = column_widths([row], [0.0] * len(row), measure, 10.0)
    total = sum(found.columns) + (len(row) - 1) * found.gap
    if found.over > 0.01:
        assert sum(found.columns) + (len(row) - 1) * 10.0 == pytest.approx(measure + found.over)
        return
    assert total <= measure + 0.01
    assert len(row) == 1 or total == pytest.approx(measure)
    for cell, width in zip(row, found.columns, strict=True):
        assert width >= cell.least - 0.01
        assert width / 5 == pytest.approx(round(width / 5))


# Lists.


def test_an_item_hangs_behind_its_mark(furniture_placed: PlacedPage) -> None:
    """All lines of an item start level, and the mark before them by whole half ems."""
    items = blocks(furniture_placed, "L", "list_item")
    for block, sign in zip(items, "①②③④", strict=True):
        mark, *runs = block.lines[0].runs
        assert (mark.text, mark.inline, mark.source.field) == (sign, "mark", "mark")
        starts = {round(line.runs[-1].x if line is not block.lines[0] else runs[0].x, 3) for line in block.lines}
        assert len(starts) == 1
        assert (starts.pop() - mark.x) / 5 == pytest.approx(3, abs=1e-3)


def test_a_list_in_legs_is_level(furniture_placed: PlacedPage) -> None:
    """No leg is more than a line deeper than another."""
    lines = [line for block in blocks(furniture_placed, "C", "list_item") for line in block.lines]
    counts = [sum(line.leg == leg for line in lines) for leg in range(3)]
    assert max(counts) - min(counts) <= 1


def legs_of(page: Page, library: Library, items: list[int], legs: int) -> list[list[int]]:
    """The lines that each item of a list has in each leg; items of so many lines."""
    copy = tuple(Passage("很" * (18 * lines - 6)) for lines in items)
    page = with_part(page, "C", items=copy, legs=legs)
    page = replace(page, sheet=replace(page.sheet, height_pt=1200))
    found = blocks(compose(page, library), "C", "list_item")
    return [[sum(line.leg == leg for line in block.lines) for leg in range(legs)] for block in found]


def test_items_stay_whole_between_legs_that_are_level(furniture: Page, library: Library) -> None:
    """A line or two between legs is less than an item parted one line from one."""
    for number in range(3, 12):
        found = legs_of(furniture, library, [2] * number, 3)
        of = [sum(one) for one in found]
        assert set(of) == {2}
        feet = [sum(one[leg] for one in found) for leg in range(3)]
        assert max(feet) - min(feet) <= 2
        assert all(max(one) == sum(one) for one in found)


def test_a_long_item_is_parted_so_that_legs_are_level(furniture: Page, library: Library) -> None:
    """Whole, it would leave a hole beside it."""
    found = legs_of(furniture, library, [12, 1, 1], 3)
    feet = [sum(one[leg] for one in found) for leg in range(3)]
    assert max(feet) - min(feet) <= 2
    assert max(found[0]) < sum(found[0])


def test_missing_characters_are_told_in_all_furniture(furniture: Page, library: Library) -> None:
    """Names, lines, cells and marks are looked up before anything is set."""
    rare = Passage("\U0003134a")
    page = furniture
    changed: dict[str, dict[str, object]] = {
        "N": {"text": rare, "lines": (rare,)},
        "E": {"title": (rare,), "lines": (rare,)},
        "M": {"line": rare},
        "T": {"title": (rare,), "cells": ((rare,), (rare,)), "align": (), "note": (rare,)},
        "L": {"title": (rare,), "items": (rare,), "mark": Mark("\U0003134a")},
    }
    for letter, changes in changed.items():
        page = with_part(page, letter, **changes)
    with pytest.raises(FontError) as refusal:
        compose(page, library)
    told = [one.key for one in refusal.value.findings]
    assert told.count("composition.no_face") == 12
    assert set(told) == {"composition.no_face"}


def test_the_parts_are_what_the_page_says(furniture: Page) -> None:
    """One of each kind, so that this page tests all of them."""
    kinds: set[type[Part]] = {type(part) for part in furniture.parts}
    assert kinds >= {Nameplate, Ear, Masthead, DataTable, ItemList}
