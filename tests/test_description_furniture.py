"""Furniture as described: what its keys and copy files say, and what is refused of them, each at its place."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from jxprint.description import read_page
from jxprint.description.canonical import format_page
from jxprint.description.furniture_copy import read_cells, read_items
from jxprint.errors import DescriptionError, Finding
from jxprint.messages import render
from jxprint.model import Boxing, DataTable, Ear, ItemList, Mark, Masthead, Nameplate

PAGE = Path(__file__).resolve().parent / "pages" / "furniture"

# What is changed in which file, and where the finding has to point.
CASES = [
    ("page.out_of_bounds", "page.toml", "tint = 0.08", "tint = ▲1.08"),
    ("page.out_of_bounds", "page.toml", "tint = 0.08", "tint = ▲-0.1"),
    ("page.wrong_type", "page.toml", "tint = 0.08", 'tint = ▲"8%"'),
    ("page.unknown_rule_near", "page.toml", 'box = "dotted"', 'box = ▲"doted"'),
    ("page.unknown_ink", "page.toml", "tint = 0.08", 'tint = 0.08\ntint_ink = ▲"rot"'),
    ("page.goes_with", "page.toml", "plate = true", 'plate = true\npadding = ▲"1行"'),
    ("page.goes_with", "page.toml", 'box = "dotted"', 'box = "dotted"\ntint_ink = ▲"black"'),
    ("page.bad_padding", "page.toml", '["1行", "1字"]', '▲["1行", "1mm"]'),
    ("page.bad_padding", "page.toml", '["1行", "1字"]', '▲"0.3行"'),
    ("page.bad_padding", "page.toml", '["1行", "1字"]', '▲"-1行"'),
    ("page.bad_padding", "page.toml", '["1行", "1字"]', "▲1"),
    ("page.bad_padding", "page.toml", '["1行", "1字"]', '▲["1行", "2行"]'),
    ("page.out_of_bounds", "page.toml", '["1行", "1字"]', '▲"21字"'),
    ("page.box_too_narrow", "page.toml", '["1行", "1字"]', '▲"11字"'),
    ("page.padding_under_rule", "page.toml", '["1行", "1字"]', '▲["1行", "0字"]'),
    ("page.padding_too_deep", "page.toml", 'mark = "①"\nbox = "thin"\ntint = 0.05\npadding = ["1行", "1字"]',
     'mark = "①"\nbox = "thin"\nrows = 4\npadding = ▲["2行", "1字"]'),
    ("page.out_of_bounds", "page.toml", "plate = true", "plate = ▲0.2"),
    ("page.unknown_value", "page.toml", "plate = true", 'align = ▲"right"'),
    ("page.one_of_two", "page.toml", 'copy = "ear.txt"', 'copy = "ear.txt"\ntext = ▲"热线"'),
    ("page.one_of_two", "page.toml", 'copy = "ear.txt"', 'copy = "ear.txt"\ntitle = ▲"热线"'),
    ("page.bad_mark", "page.toml", 'mark = "①"', 'mark = ▲" "'),
    ("page.bad_mark", "page.toml", 'mark = "①"', 'mark = ▲"符号太长太长了"'),
    ("page.align_uneven", "page.toml", '["start", "centre", "decimal", "decimal", "start"]', '▲["start"]'),
    ("page.unknown_value_near", "page.toml", '"decimal", "start"]', '▲"decimla", "start"]'),
    ("page.out_of_bounds", "page.toml", "align = [", "header_rows = ▲5\nalign = ["),
    ("page.unknown_key", "page.toml", 'mark = "①"', '▲grid = true\nmark = "①"'),
    ("page.copy_missing", "page.toml", '"lines.tsv"', '▲"none.tsv"'),
    ("page.empty_value", "page.toml", 'text = "青塘晚报"', 'text = ▲""'),
    ("page.unknown_value_near", "page.toml", 'lines_rule = "thin"', 'lines_at = ▲"rihgt"'),
    ("page.goes_with", "page.toml", 'lines_rule = "thin"', 'lines_at = "left"\nlines_rule = ▲"thin"'),
    ("copy.empty_cell", "lines.tsv", "25.5\t4.5", "25.5\t▲ "),
    ("copy.uneven_table", "lines.tsv", "\t4.5\t东岸、柳林、沙洲", "\t▲4.5"),
    ("copy.uneven_table", "lines.tsv", "\t4.5\t东岸、柳林、沙洲", "\t4.5\t东岸\t▲柳林"),
    ("copy.tab", "tips.txt", "登船前", "登▲\t船前"),
    ("copy.empty_header", "tips.txt", "标题：夜航须知", "▲标题："),
]  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The page of furniture in a folder of its own."""
    shutil.copytree(PAGE, tmp_path / "furniture")
    return tmp_path / "furniture"


def refused(folder: Path) -> tuple[Finding, ...]:
    """The findings with which the page is refused, all of which can be said."""
    with pytest.raises(DescriptionError) as refusal:
        read_page(folder)
    for finding in refusal.value.findings:
        assert "{" not in render(finding, "en") + render(finding, "zh")
    return refusal.value.findings


@pytest.mark.parametrize(("key", "file", "old", "new"), CASES)
def test_a_mistake_is_told_at_its_place(folder: Path, key: str, file: str, old: str, new: str) -> None:
    """One thing wrong with a box, a table or a list is told where it stands."""
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    before, after = text.replace(old, new, 1).split("▲")
    path.write_text(before + after, encoding="utf-8")
    at = before.count("\n") + 1, len(before) - before.rfind("\n")
    found = [(one.key, one.place.file, one.place.line, one.place.column) for one in refused(folder)]
    assert (key, str(path), *at) in found, found


def test_a_box_with_corners_leaves_its_legs_a_measure(folder: Path) -> None:
    """A story drawn with corners may have one; where a column of it stands alone its padding is that column's."""
    path = folder / "page.toml"
    text = path.read_text(encoding="utf-8").replace("A A A B B\n", "A A A B B\nA A A A A\n")
    boxed = 'copy = "ferry.txt"\nbox = "thin"'
    path.write_text(text.replace('copy = "ferry.txt"\nlegs = 3', boxed), encoding="utf-8")
    assert read_page(folder).part("A").box is not None
    boxed += '\npadding = "20字"'
    path.write_text(text.replace('copy = "ferry.txt"\nlegs = 3', boxed), encoding="utf-8")
    assert [one.key for one in refused(folder)] == ["page.box_too_narrow"]


def test_lists_are_bounded(folder: Path) -> None:
    """A circled number counts to twenty, a file has a thousand lines, a table sixty columns."""
    (folder / "tips.txt").write_text("项\n" * 21, encoding="utf-8")
    assert [one.key for one in refused(folder)] == ["page.mark_counts"]
    (folder / "tips.txt").write_text("项\n" * 1001, encoding="utf-8")
    assert "copy.too_many_lines" in [one.key for one in refused(folder)]
    (folder / "lines.tsv").write_text("\t".join("甲" * 61) + "\n", encoding="utf-8")
    assert "copy.table_too_wide" in [one.key for one in refused(folder)]
    for name in ("lines.tsv", "tips.txt"):
        (folder / name).write_text("\n", encoding="utf-8")
    assert [one.key for one in refused(folder)] == ["copy.empty", "copy.empty"]


def test_what_a_page_says_of_its_furniture() -> None:
    """Every key reaches the part."""
    page = read_page(PAGE)
    plate, ear, head = page.part("N"), page.part("E"), page.part("M")
    assert isinstance(plate, Nameplate)
    assert (plate.text.text, len(plate.lines), plate.lines_rule, plate.separator) == ("青塘晚报", 8, "thin", "hairline")
    assert isinstance(ear, Ear)
    assert [line.text for line in (*ear.title, *ear.lines)] == ["今日天气", "多云转小雨", "东南风3到4级", "21℃~27℃"]
    assert isinstance(head, Masthead)
    assert head.plate == 1.0
    box = page.part("B").box
    assert isinstance(box, Boxing)
    assert (box.rule, box.tint, box.ink, box.rows, box.side_em) == ("oxford", 0.08, "black", 1.0, 1.5)
    table, tips = page.part("T"), page.part("L")
    assert isinstance(table, DataTable)
    assert (len(table.cells), len(table.cells[0]), table.cells[2][3].text) == (5, 5, "4.5")
    assert table.cells[2][3].place.column == len("东岸—沙洲\t7:30—18:30\t25.5\t") + 1
    assert isinstance(tips, ItemList)
    assert [mark.text for mark in tips.marks] == ["①", "②", "③", "④"]


def test_a_comma_separated_table_is_read_like_one_with_tabs() -> None:
    """Quotes hold commas together, two quotes are one, and columns are counted in the file."""
    findings: list[Finding] = []
    (first, second) = read_cells('甲,"1,258","他说""好"""\n乙, 3 ,丙\n', "t.csv", findings)
    assert findings == []
    assert [cell.text for cell in first] == ["甲", "1,258", '他说"好"']
    assert [cell.place.column for cell in first] == [1, 4, 12]
    assert [(cell.text, cell.place.column) for cell in second] == [("乙", 1), ("3", 4), ("丙", 7)]


def test_a_title_stands_at_the_head_of_a_file_alone() -> None:
    """What looks like a title further down is an item."""
    title, items = read_items("标题：甲\n\n乙\n标题：丙\n", "x.txt", [])
    assert [line.text for line in title] == ["甲"]
    assert [line.text for line in items] == ["乙", "标题：丙"]


@pytest.mark.parametrize(
    ("sign", "number", "said"),
    [("•", 3, "•"), ("1.", 12, "12."), ("（1）", 2, "（2）"), ("①", 20, "⑳"), ("一、", 11, "十一、"),
     ("一、", 20, "二十、"), ("一、", 10, "十、"), ("一、", 99, "九十九、")],
)  # fmt: skip
def test_marks_count(sign: str, number: int, said: str) -> None:
    """A ①, 一 or 1 in a mark counts; others stay as they are."""
    assert Mark(sign).of(number) == said


def test_a_page_of_furniture_is_tidied(folder: Path) -> None:
    """Files are spelled once, and the page they make is the same."""
    before = read_page(folder)
    spelled = format_page(folder)
    assert {path.name for path in spelled} >= {"page.toml", "ear.txt", "tips.txt", "notes.txt", "lines.tsv"}
    for path, text in spelled.items():
        path.write_text(text, encoding="utf-8")
    after = read_page(folder)
    assert [type(part) for part in after.parts] == [type(part) for part in before.parts]
    assert {path: path.read_text(encoding="utf-8") for path in spelled} == format_page(folder)
