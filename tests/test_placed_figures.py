"""Figures of a page's typography where no rule had a way: told by kind, and by the rules of the page's own style."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from jxprint.cli import main
from jxprint.composition.lines import Setting, set_paragraph
from jxprint.composition.lines.rescues import prohibition_of
from jxprint.composition.lines.vertical import set_vertical_paragraph
from jxprint.fonts import Library
from jxprint.geometry import Rect
from jxprint.model import PunctuationStyle
from jxprint.model.style import Level
from jxprint.placed import Article, PlacedPage, TextBlock
from jxprint.placed.figures import Figures, typography
from jxprint.placed.line_ends import count_ends
from jxprint.writers.dump import dump

MEASURE, SIZE = 130.0, 10.0
STOPS, DASHES, OPENINGS, NAMES = "。" * 50, "——" * 30, "（" * 60, "甲" * 60

LEVELS: st.SearchStrategy[Level] = st.sampled_from(["gb", "strict", "house"])
ANY_LEVEL: st.SearchStrategy[Level] = st.sampled_from(["none", "basic", "gb", "strict", "house"])


@pytest.fixture(scope="module")
def empty(jiaxing_placed: PlacedPage) -> PlacedPage:
    """A page without parts."""
    return replace(jiaxing_placed, articles=())


def page_of(empty: PlacedPage, library: Library, copy: str, style: PunctuationStyle, down: bool = False) -> PlacedPage:
    """The page with one paragraph in one leg."""
    setting = Setting(library.chain("song"), SIZE, MEASURE, 2.0, punctuation=style)
    frame = Rect(0.0, 0.0, MEASURE, MEASURE)
    lines = set_vertical_paragraph(copy, setting) if down else set_paragraph(copy, setting)
    placed = tuple(line.at(0.0, 0.0, part="A", field="paragraph", index=0) for line in lines)
    article = Article("A", "story", "A", frame, (TextBlock("body", "paragraph", 0, placed, (frame,)),))
    return replace(empty, articles=(article,), prohibition=prohibition_of(style))


def kinds(figures: Figures) -> dict[str, int]:
    """How many lines each rescue set."""
    told = figures.as_dict()
    return {key: int(str(value)) for key, value in told.items() if key.startswith("rescued_") and value}


@pytest.mark.parametrize(
    ("copy", "style", "starts", "ends", "rescues"),
    [
        (STOPS, PunctuationStyle(), 2, 0, {"rescued_lines": 2, "rescued_starts": 2}),
        (STOPS, PunctuationStyle("none"), 0, 0, {}),
        (OPENINGS, PunctuationStyle(), 0, 2, {"rescued_lines": 2, "rescued_ends": 2}),
        (NAMES, PunctuationStyle(starts="甲"), 4, 0, {"rescued_lines": 4, "rescued_starts": 4}),
        (NAMES, PunctuationStyle(ends="甲"), 0, 4, {"rescued_lines": 4, "rescued_ends": 4}),
        ("々" * 60, PunctuationStyle("house"), 4, 0, {"rescued_lines": 4, "rescued_starts": 4}),
        ("々" * 60, PunctuationStyle("none"), 0, 0, {}),
        ("1" * 60, PunctuationStyle(), 0, 0, {"rescued_lines": 2, "rescued_cuts": 2, "rescued_short": 2}),
    ],
)
def test_a_rescue_is_counted_by_its_kind(
    empty: PlacedPage,
    library: Library,
    copy: str,
    style: PunctuationStyle,
    starts: int,
    ends: int,
    rescues: dict[str, int],
) -> None:
    """What may not start or end a line follows the level and the marks of the house."""
    figures = typography(page_of(empty, library, copy, style))
    assert (figures.forbidden_starts, figures.forbidden_ends) == (starts, ends)
    assert kinds(figures) == rescues


def test_a_strict_page_counts_dashes_at_a_lines_start(empty: PlacedPage, library: Library) -> None:
    """—— may start a line in GB/T 15834, and not in CLREQ's strict level; no gap between dashes opens."""
    levels: tuple[Level, ...] = ("gb", "strict")
    figures = [typography(page_of(empty, library, DASHES, PunctuationStyle(level))) for level in levels]
    assert figures[0].forbidden_starts == 0
    assert figures[1].forbidden_starts == figures[1].rescued_starts == figures[1].lines - 1
    assert figures[1].rescued_cuts == figures[1].rescued_short == figures[1].uneven_lines == figures[1].lines - 1


def test_a_line_left_short_beside_a_run_is_told_of_its_own_kind(empty: PlacedPage, library: Library) -> None:
    """It has gaps, and those would be far too wide: it is not counted as a line with no gap to open."""
    page = page_of(empty, library, "强城市的年轻气质" + "1,258,000,125.55" + "到秀洲求。", PunctuationStyle())
    left = [line for block in page.text_blocks() for line in block.lines if "unfilled" in line.rescues]
    figures = typography(page)
    assert figures.rescued_unfilled == figures.uneven_lines == len(left) == 1
    assert figures.rescued_short == figures.rescued_cuts == 0
    assert figures.uneven_worst.endswith(left[0].text)
    assert dump(page).count("unfilled⟩") == 1


@pytest.mark.parametrize(
    ("lines", "split"),
    [(("电话+86-0573-", "82551234"), 0), (("变动-", "5,678元"), 1), (("增长３．", "５％"), 1), (("约±", "5%"), 1)],
)
def test_a_run_that_parts_behind_a_joining_hyphen_is_no_split_number(
    empty: PlacedPage, library: Library, lines: tuple[str, ...], split: int
) -> None:
    """The hyphen of a telephone number is no minus; a minus that was cut off is counted, and a full-width point."""
    (block,) = page_of(empty, library, "甲", PunctuationStyle()).text_blocks()
    run = block.lines[0].runs[0]
    cut = tuple(replace(block.lines[0], runs=(replace(run, text=text),)) for text in lines)
    counts = Counter[str]()
    count_ends(replace(block, lines=cut), empty.prohibition, counts)
    assert counts["numbers"] == split


def test_a_line_without_a_gap_is_uneven(empty: PlacedPage, library: Library) -> None:
    """A line of one piece of an address cannot be opened: it is counted, and the worst of such is named."""
    copy = "网站https://www.example.com/" + "abcdefghijklmnopqrstuvwxyz" * 3 + "。以上内容。"
    page = page_of(empty, library, copy, PunctuationStyle())
    lines = [line for block in page.text_blocks() for line in block.lines]
    short = [line for line in lines if "short" in line.rescues]
    figures = typography(page)
    assert 0 < figures.rescued_short == len(short)
    # 网站https:// has one gap, which would be wider than all that stands there.
    assert figures.rescued_unfilled == figures.uneven_lines - len(short) == 1
    assert figures.uneven_worst.endswith(lines[0].text)
    assert "/130.00 " in figures.uneven_worst
    assert dump(page).count("short⟩") == len(short)


def test_what_is_wider_than_the_measure_stands_alone(empty: PlacedPage, library: Library) -> None:
    """Glyph by glyph, each line saying so, and a mark that starts one saying that as well."""
    setting = Setting(library.chain("song"), SIZE, 8.0)
    lines = set_paragraph("嘉兴。", setting)
    assert [line.rescues[0] for line in lines] == ["alone"] * 3
    assert lines[2].rescues == ("alone", "start")


@settings(max_examples=80, deadline=None)
@given(copy=st.text("中文（）《》。，、·——…々①％×²㎡ー★#／２12a ", max_size=60), level=LEVELS, down=st.booleans())
def test_figures_count_what_lines_tell(
    empty: PlacedPage, library: Library, copy: str, level: Level, down: bool
) -> None:
    """Measured from the page alone, starts and ends against the rules are those that the lines own up to."""
    figures = typography(page_of(empty, library, copy.strip(), PunctuationStyle(level), down))
    assert (figures.forbidden_starts, figures.forbidden_ends) == (figures.rescued_starts, figures.rescued_ends)


def test_show_says_which_rescue(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In the dump, in the figures and for machines."""
    folder = tmp_path / "page"
    assert main(["new", str(folder)]) == 0
    story = next(path for path in sorted(folder.glob("*.txt")))
    head = story.read_text(encoding="utf-8").split("\n\n")[0]
    story.write_text(f"{head}\n\n{'。' * 90}\n", encoding="utf-8")
    capsys.readouterr()
    assert main(["show", str(folder)]) == 0
    assert "⟨rescued: start⟩" in capsys.readouterr().out
    assert main(["--lang", "zh", "show", str(folder), "--typography"]) == 0
    assert "行首禁则放宽" in capsys.readouterr().out
    assert main(["show", str(folder), "--typography", "--json"]) == 0
    told: dict[str, Any] = json.loads(capsys.readouterr().out)
    assert told["rescued_starts"] == told["forbidden_starts"] > 0


@settings(max_examples=80, deadline=None)
@given(copy=st.text("甲乙丙，）15５９%％℃+-＋－±−￥$.．,(A/", max_size=60), level=ANY_LEVEL, down=st.booleans())
def test_no_line_parts_a_number_from_its_sign_untold(
    empty: PlacedPage, library: Library, copy: str, level: Level, down: bool
) -> None:
    """What the figures read as one number composition holds together, at every level and in both directions."""
    figures = typography(page_of(empty, library, copy, PunctuationStyle(level), down))
    assert figures.split_numbers <= figures.rescued_cuts + figures.rescued_alone


@pytest.mark.parametrize("down", [False, True])
@pytest.mark.parametrize("level", ["none", "basic", "gb", "strict", "house"])
@pytest.mark.parametrize("sign", "＋－±−+-")
@pytest.mark.parametrize("number", ["3.5℃", "１２．５％", "１００℃", "￥１２．５"])
def test_a_sign_goes_down_with_its_number(
    empty: PlacedPage, library: Library, number: str, sign: str, level: Level, down: bool
) -> None:
    """Wherever the line's end falls, half-width or full-width."""
    for size in range(4, 12):
        copy = f"{'甲乙丙丁戊己庚辛壬癸子'[:size]}{sign}{number}，比去年略低，为全市最低。"
        (block,) = page_of(empty, library, copy, PunctuationStyle(level), down).text_blocks()
        assert any(sign + number[:2] in line.text for line in block.lines)
