"""A page as it left the build is clean: in three orders, by two readers, and beside the dump it came from."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

import jxprint
from jxprint.checker.expected import expected_page
from jxprint.checker.geometry_order import reading_order
from jxprint.checker.glyphs import Glyph
from jxprint.errors import DescriptionError
from jxprint.model import Page, Passage, Story
from jxprint.placed import PlacedPage

SOURCE = Path(__file__).resolve().parent.parent / "layout" / "jiaxing" / "source.txt"


def test_the_first_page_is_exact(jiaxing_pdf: bytes, jiaxing: Page) -> None:
    """Every code point of the copy, once, in order."""
    report = jxprint.check(jiaxing_pdf, jiaxing)
    assert report.ok, report.lines("en")
    assert report.characters == len(expected_page(jiaxing).whole.text)
    assert (report.articles, report.pages) == (12, 1)
    assert report.lines("en") == [
        f"{report.characters:,} characters in 12 articles: exact in content-stream, structure and geometry order, "
        f"by two readers (pikepdf and pdfium); {report.ink:,} glyphs drawn as their faces draw them"
    ]
    assert len(report.lines("zh")) == 1
    assert (report.ink > 800, report.unproven) == (True, ())
    assert report.as_dict()["findings"] == []


def test_the_torture_page_is_exact(torture_pdf: bytes, torture: Page, torture_placed: PlacedPage) -> None:
    """Characters beyond the basic plane, spaces of all kinds, look-alikes, ligatures and a headline set downwards."""
    head = Story(letter="V", name="V", headline=(Passage(torture_placed.articles[-1].label),))
    report = jxprint.check(torture_pdf, replace(torture, parts=(*torture.parts, head)))
    assert report.ok, report.lines("en")


def test_the_page_of_all_markup_is_exact(marked_pdf: bytes, marked: Page) -> None:
    """Markup is no text; scripts stand in their lines, and readings are read behind what they stand over."""
    report = jxprint.check(marked_pdf, marked)
    assert report.ok, report.lines("en")
    assert report.characters == len(expected_page(marked).whole.text)
    assert "嘉jiā兴xīng的粽zòng子zi" in expected_page(marked).whole.text


def test_a_path_is_as_good_as_bytes(jiaxing_pdf: bytes, jiaxing: Page, tmp_path: Path) -> None:
    """Both readers open files and memory alike."""
    file = tmp_path / "嘉兴.pdf"
    file.write_bytes(jiaxing_pdf)
    assert jxprint.check(file, [jiaxing]).ok


def test_the_source_dump_says_the_same_through_the_listed_fold(jiaxing_pdf: bytes, jiaxing: Page) -> None:
    """Width of marks, joints at column ends and blank lines are all that differs."""
    report = jxprint.check(jiaxing_pdf, jiaxing, dump=SOURCE)
    assert report.ok, report.lines("en")
    assert len(report.lines("en")) == 2


def test_a_dump_that_differs_is_told_with_its_line(jiaxing_pdf: bytes, jiaxing: Page, tmp_path: Path) -> None:
    """A character too many, one too few and one changed."""
    dump = SOURCE.read_text(encoding="utf-8")
    changed = dump.replace("沈沉缘", "沈沉", 1).replace("李晔青", "李哗青", 1).replace("周明丽", "周明丽丽", 1)
    file = tmp_path / "dump.txt"
    file.write_text(changed, encoding="utf-8")
    report = jxprint.check(jiaxing_pdf, jiaxing, dump=file)
    keys = {finding.key for finding in report.findings}
    assert keys == {"checks.dump_extra", "checks.dump_altered", "checks.dump_missing"}
    lines = changed.splitlines()
    for finding in report.findings:
        assert finding.place.line is not None
        assert any(name in lines[finding.place.line - 1] for name in ("沈沉", "李哗青", "周明丽丽"))


def test_articles_of_a_dump_may_stand_in_any_order(jiaxing_pdf: bytes, jiaxing: Page, tmp_path: Path) -> None:
    """Which story a dump tells first is the dump's affair."""
    lines = SOURCE.read_text(encoding="utf-8").splitlines()
    at = next(number for number, line in enumerate(lines) if line.startswith("海宁:"))
    file = tmp_path / "dump.txt"
    file.write_text("\n".join([*lines[at:], *lines[:at]]), encoding="utf-8")
    assert jxprint.check(jiaxing_pdf, jiaxing, dump=file).ok


@pytest.mark.parametrize("written", [None, b"\xff\xfe\xff"])
def test_a_dump_that_cannot_be_read_is_one_clear_error(
    jiaxing_pdf: bytes, jiaxing: Page, tmp_path: Path, written: bytes | None
) -> None:
    """Missing, or no UTF-8."""
    file = tmp_path / "dump.txt"
    if written is not None:
        file.write_bytes(written)
    with pytest.raises(DescriptionError) as refusal:
        jxprint.check(jiaxing_pdf, jiaxing, dump=file)
    assert [finding.key for finding in refusal.value.findings] == ["checks.dump_unreadable"]


def line(text: str, x: float, y: float, size: float = 10.0) -> list[Glyph]:
    """Glyphs an em apart on one baseline."""
    return [Glyph(char, x + size * at, y, size, size, 0) for at, char in enumerate(text)]


def read(*lines: list[Glyph]) -> str:
    """What geometry alone makes of some lines, given last line first; columns stand an em apart."""
    glyphs = [glyph for one in reversed(lines) for glyph in reversed(one)]
    return "".join(glyph.text for glyph in reading_order(glyphs, 10.0))


def test_legs_are_read_one_after_another() -> None:
    """Two legs an em apart under a head that spans them."""
    head = line("大字标题", 20, 30, 26)
    left = [line("一二三四五", 0, 60), line("六七八", 0, 74)]
    right = [line("九十甲乙丙", 60, 60), line("丁戊", 60, 74)]
    assert read(head, *left, *right) == "大字标题一二三四五六七八九十甲乙丙丁戊"


def test_a_name_opened_over_the_gap_is_no_leg() -> None:
    """A byline of two characters, an em between them right over the gap of two legs."""
    byline = [*line("王", 90, 40), *line("明", 110, 40)]
    left = [line("一二三四五六七八九十", 0, 54 + 14 * row) for row in range(3)]
    right = [line("甲乙丙丁戊己庚辛壬癸", 110, 54 + 14 * row) for row in range(3)]
    assert read(byline, *left, *right) == "王明" + "一二三四五六七八九十" * 3 + "甲乙丙丁戊己庚辛壬癸" * 3


def test_vertical_columns_run_from_right_to_left() -> None:
    """A headline of two columns set downwards."""
    first = [Glyph(char, 100, 20.0 * at, 20, 20, 0, down=True) for at, char in enumerate("激活人才")]
    second = [Glyph(char, 70, 20.0 * at, 20, 20, 0, down=True) for at, char in enumerate("引擎")]
    assert read(first, second) == "激活人才引擎"
